"""kinds of case entries"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ret_tui.store.migrations.columns import words

revision = "0006_kinds_of_case_entries"
down_revision = "0005_own_word_templates"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from the step before to this one."""
    with op.batch_alter_table("case_entry", schema=None) as batch_op:
        batch_op.alter_column(
            "kind",
            existing_type=sa.String(40),
            type_=words("entrykind", "resultaat telefoon feit verhuizing plan_18 consultatie brief notitie"),
            nullable=False,
        )


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

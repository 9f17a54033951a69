"""Words for the young person"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ret_tui.store.migrations.columns import text

revision = "0011_words_for_the_young_person"
down_revision = "0010_lines_leave_the_index_alone"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from the step before to this one."""
    with op.batch_alter_table("advice", schema=None) as batch_op:
        batch_op.add_column(sa.Column("for_young_person", text(), nullable=True))

    with op.batch_alter_table("advice_item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("for_young_person", text(), nullable=True))


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

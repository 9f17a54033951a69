"""evaluation moments of the region"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ret_tui.store.migrations.columns import text, words

revision = "0008_evaluation_moments_of_the_region"
down_revision = "0007_lines_found_later"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from the step before to this one."""
    with op.batch_alter_table("evaluation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("term", text(), nullable=False, server_default=""))
        batch_op.alter_column(
            "moment",
            existing_type=sa.String(40),
            type_=words(
                "evaluationmoment", "2_weken 6_weken 3_maanden 6_maanden van_de_regio extra afsluiting"
            ),
            nullable=False,
        )

    with op.batch_alter_table("region", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "evaluation_moments",
                text(),
                nullable=False,
                server_default="2 weken, 6 weken, 3 maanden, 6 maanden",
            )
        )


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

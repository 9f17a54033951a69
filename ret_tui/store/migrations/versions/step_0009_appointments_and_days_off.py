"""appointments and days off"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ret_tui.store.migrations.columns import text

revision = "0009_appointments_and_days_off"
down_revision = "0008_evaluation_moments_of_the_region"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from the step before to this one."""
    with op.batch_alter_table("region", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("good_friday_off", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(
            sa.Column("liberation_day_off", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        batch_op.add_column(sa.Column("days_off", text(), nullable=True))

    with op.batch_alter_table("sent", schema=None) as batch_op:
        batch_op.add_column(sa.Column("appointment", text(), nullable=True))


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

"""after the meeting"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ret_tui.store.migrations.columns import text, words

revision = "0002_after_the_meeting"
down_revision = "0001_baseline"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from the step before to this one."""
    with op.batch_alter_table("case_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("with_whom", text(), nullable=True))
        batch_op.add_column(sa.Column("evaluation_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_case_entry_evaluation_id"), ["evaluation_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_case_entry_evaluation_id_evaluation"),
            "evaluation",
            ["evaluation_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("evaluation_report", schema=None) as batch_op:
        batch_op.add_column(sa.Column("family_view", words("familyview", "eens deels niet"), nullable=True))
        batch_op.add_column(
            sa.Column("young_person_view", words("young_person_view", "eens deels niet"), nullable=True)
        )

    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.add_column(sa.Column("mandate_note", text(), nullable=True))

    with op.batch_alter_table("region", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("uses_accelerator", sa.Boolean(), nullable=False, server_default=sa.true())
        )
        batch_op.add_column(sa.Column("accelerator_contact", text(), nullable=True))
        batch_op.add_column(sa.Column("uses_ben", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch_op.add_column(sa.Column("ben_name", text(), nullable=True))
        batch_op.add_column(sa.Column("ben_contact", text(), nullable=True))
        batch_op.add_column(
            sa.Column("uses_administrative", sa.Boolean(), nullable=False, server_default=sa.true())
        )
        batch_op.add_column(sa.Column("administrative_contact", text(), nullable=True))
        batch_op.add_column(sa.Column("escalation_days", sa.Integer(), nullable=False, server_default="10"))


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

"""series carried items intake rows"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ret_tui.store.migrations.columns import moment, text, words

revision = "0003_series_carried_items_intake_rows"
down_revision = "0002_after_the_meeting"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring the tables from the step before to this one."""
    op.create_table(
        "intake_row",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("quarter", text(), nullable=False),
        sa.Column(
            "ended_as",
            words("intakeend", "consultatie lokaal_team doorverwijzen ingetrokken"),
            nullable=False,
        ),
        sa.Column(
            "applicant_kind",
            words("applicantkind", "gemeente gi aanbieder arts onderwijs ouder jeugdige anders"),
            nullable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_intake_row")),
    )
    with op.batch_alter_table("agenda_item", schema=None) as batch_op:
        batch_op.add_column(sa.Column("carried_from_id", sa.Uuid(), nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_agenda_item_carried_from_id_agenda_item"),
            "agenda_item",
            ["carried_from_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("consultation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("from_case_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_consultation_from_case_id"), ["from_case_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_consultation_from_case_id_case"),
            "case",
            ["from_case_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("series_id", sa.Uuid(), nullable=True))
        batch_op.create_index(batch_op.f("ix_meeting_series_id"), ["series_id"], unique=False)


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

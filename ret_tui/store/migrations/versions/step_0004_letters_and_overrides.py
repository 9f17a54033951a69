"""letters and overrides"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ret_tui.store.migrations.columns import moment, text, words

revision = "0004_letters_and_overrides"
down_revision = "0003_series_carried_items_intake_rows"
branch_labels = None
depends_on = None

KINDS = words(
    "letterkind",
    "ouders jeugdige jeugdige-12-15 kind verwijzer verslag evaluatie-ouders evaluatie-jeugdige "
    "afsluiting-ouders afsluiting-jeugdige afschrift",
)


def upgrade() -> None:
    """Bring the tables from the step before to this one."""
    op.create_table(
        "letter_override",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", moment(), nullable=False),
        sa.Column("ground", text(), nullable=False),
        sa.Column("case_id", sa.Uuid(), nullable=False),
        sa.Column("about_id", sa.Uuid(), nullable=False),
        sa.Column("kind", KINDS, nullable=False),
        sa.Column("holder_id", sa.Uuid(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_at", moment(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["member.id"], name=op.f("fk_letter_override_by_id_member")),
        sa.ForeignKeyConstraint(
            ["case_id"], ["case.id"], name=op.f("fk_letter_override_case_id_case"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"],
            ["authority_holder.id"],
            name=op.f("fk_letter_override_holder_id_authority_holder"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_override")),
    )
    with op.batch_alter_table("letter_override", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_override_about_id"), ["about_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_override_case_id"), ["case_id"], unique=False)

    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("evaluation_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("closing_id", sa.Uuid(), nullable=True))
        batch_op.add_column(sa.Column("override_id", sa.Uuid(), nullable=True))
        batch_op.alter_column("item_id", existing_type=sa.Uuid(), nullable=True)
        # making the table anew leaves out its checks: both columns of a fixed choice get theirs again
        batch_op.alter_column("kind", existing_type=sa.String(40), type_=KINDS, nullable=False)
        batch_op.alter_column(
            "status",
            existing_type=sa.String(40),
            type_=words("letterstatus", "concept definitief"),
            nullable=False,
        )
        batch_op.create_index(batch_op.f("ix_letter_closing_id"), ["closing_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_evaluation_id"), ["evaluation_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_letter_closing_id_case_closing"),
            "case_closing",
            ["closing_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_letter_override_id_letter_override"),
            "letter_override",
            ["override_id"],
            ["id"],
            ondelete="SET NULL",
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_letter_evaluation_id_evaluation"),
            "evaluation",
            ["evaluation_id"],
            ["id"],
            ondelete="SET NULL",
        )


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

"""a captured line does not look at the index of search at all, closing its meeting does

No table changes: triggers are made anew after every step.
"""

revision = "0010_lines_leave_the_index_alone"
down_revision = "0009_appointments_and_days_off"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing to change; the triggers follow by themselves."""


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

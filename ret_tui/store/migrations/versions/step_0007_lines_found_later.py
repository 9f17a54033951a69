"""captured lines come into the index of search when their meeting is closed

No table changes: triggers are made anew after every step.
"""

revision = "0007_lines_found_later"
down_revision = "0006_kinds_of_case_entries"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing to change; the triggers follow by themselves."""


def downgrade() -> None:
    """There is no way back: restore the backup that was made before the upgrade."""
    raise NotImplementedError

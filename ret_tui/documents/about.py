"""What a letter tells of."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class About:
    """What a letter tells of; exactly one of the three, and None for the others."""

    item_id: UUID | None = None
    evaluation_id: UUID | None = None
    closing_id: UUID | None = None

    @property
    def id(self) -> UUID:
        """The agenda item, evaluation or closing."""
        found = self.item_id or self.evaluation_id or self.closing_id
        if found is None:
            raise ValueError("a letter tells of something")
        return found

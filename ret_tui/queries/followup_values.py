"""What the queries of what happens after the meeting answer with: lines, and one followed case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from ret_tui.domain.due import FOLLOWED
from ret_tui.domain.evaluation_terms import MomentKey
from ret_tui.domain.followup_words import (
    ClosingKind,
    ComplaintOutcome,
    EntryKind,
    EscalationChoice,
    EscalationLevel,
    OutcomeReason,
    OutcomeResult,
)
from ret_tui.domain.words import ActionStatus, CaseStatus, DirectionRole, MandateResult
from ret_tui.queries.due_lines import DueLine


@dataclass(frozen=True, slots=True)
class DirectionLine:
    """Somebody who directs, directed, or was asked to. The whole history stands here."""

    id: UUID
    role: DirectionRole
    name: str
    organisation: str
    phone: str
    email: str
    deputy: str
    family_contact: str
    accepted_at: datetime | None
    pending: bool
    ended_at: datetime | None
    reason: str
    member_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An advice item with its newest outcome; `open` until one settles it. `for_young_person` says it to the young person."""

    id: UUID
    what: str
    goal: str
    by_whom: str
    result: OutcomeResult | None
    reason: OutcomeReason | None
    note: str
    on: date | None
    open: bool
    for_young_person: str = ""


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action of a case."""

    id: UUID
    what: str
    owner: str
    organisation: str
    due_on: date | None
    status: ActionStatus
    reason: str


@dataclass(frozen=True, slots=True)
class MandateLine:
    """A commitment of an organisation: the answer at the table and the newest one. `open` while it needs another."""

    id: UUID
    organisation: str
    what: str
    at_table: MandateResult | None
    result: MandateResult | None
    decide_before: date | None
    open: bool
    terms: str
    """In words: the condition, what comes instead, who decides, and why."""


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """An evaluation of a case; `postponed` counts how often it got another day."""

    id: UUID
    key: MomentKey
    due_on: date | None
    done_on: date | None
    lapsed: bool
    postponed: int


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One entry of the log of a case; `corrected` when it was changed after it was written."""

    id: UUID
    kind: EntryKind
    on: date | None
    text: str
    with_whom: str
    by: str
    corrected: bool


@dataclass(frozen=True, slots=True)
class EscalationLine:
    """One step on the ladder; `name` is what the region calls it."""

    id: UUID
    level: EscalationLevel
    name: str
    to_whom: str
    question: str
    asked_by: str
    asked_on: date | None
    answer_by: date | None
    answered_by: str
    answer: str
    answered_on: date | None
    result: str
    back_on: date | None


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """A complaint."""

    id: UUID
    received_on: date | None
    from_whom: str
    about: str
    handled_by: str
    answer_by: date | None
    outcome: ComplaintOutcome | None
    answer: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """How the case was closed, once."""

    id: UUID
    kind: ClosingKind
    closed_on: date
    reason: str
    escalation: EscalationChoice | None
    stays_responsible: str
    letter_on: date | None
    letter_how: str
    new_question: str


@dataclass(frozen=True, slots=True)
class FollowedCase:
    """A case with all that runs and ran after its discussion."""

    case_id: UUID
    number: str
    municipality: str
    question: str
    status: CaseStatus
    status_reason: str
    directions: tuple[DirectionLine, ...]
    items: tuple[ItemLine, ...]
    actions: tuple[ActionLine, ...]
    mandates: tuple[MandateLine, ...]
    evaluations: tuple[EvaluationLine, ...]
    entries: tuple[EntryLine, ...]
    escalations: tuple[EscalationLine, ...]
    complaints: tuple[ComplaintLine, ...]
    closings: tuple[ClosingLine, ...]
    due: tuple[DueLine, ...]

    @property
    def is_followed(self) -> bool:
        """Whether it was discussed and is not closed."""
        return self.status in FOLLOWED

    @property
    def director(self) -> DirectionLine | None:
        """The procesregisseur now."""
        return self.directing(DirectionRole.PROCESS_DIRECTOR)

    def directing(self, role: DirectionRole) -> DirectionLine | None:
        """Who has this role now: said yes, and did not hand it over."""
        return next(
            (
                each
                for each in self.directions
                if each.role is role and each.accepted_at and each.ended_at is None
            ),
            None,
        )

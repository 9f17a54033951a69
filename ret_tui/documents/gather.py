"""Every letter that could be made of a discussion, an evaluation or a closing: refused with the reason, or with its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from ret_tui.documents.about import About
from ret_tui.documents.facts import LetterFacts, RecordFacts, ReferrerLetterFacts
from ret_tui.documents.gather_discussion import DiscussionSource
from ret_tui.documents.gather_followup import ClosingSource, EvaluationSource
from ret_tui.documents.letters import gaps
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_rules import LetterRight
from ret_tui.domain.letter_words import LetterKind, ReadingLevel


@dataclass(frozen=True, slots=True)
class PlannedLetter:
    """One letter that could be made. `facts` is None when the rules refuse it; `gaps` stop it until they are filled."""

    about: About
    case_id: UUID
    case_number: str
    right: LetterRight
    facts: LetterFacts | None
    gaps: tuple[Gap, ...]

    @property
    def item_id(self) -> UUID | None:
        """The discussion it tells of, if it is one of the letters with the advice."""
        return self.about.item_id

    @property
    def kind(self) -> LetterKind:
        """Which letter."""
        return self.right.kind

    @property
    def label(self) -> str:
        """To whom, as shown in a list."""
        return self.right.label

    @property
    def ready(self) -> bool:
        """Whether it can be made now."""
        return self.facts is not None and not self.gaps


def plan_letters(
    session: Session, item_id: UUID, today: date, level: ReadingLevel | None = None
) -> tuple[PlannedLetter, ...]:
    """Every letter of a discussion: refused with the reason, or with its facts and what they lack.

    Permission counts on the later of the meeting's day and `today`: a birthday in between changes who may have one.
    `level` of the young person's letter None follows the age.

    Raises:
        NotFound: the agenda item is not a case.
    """
    source = DiscussionSource(session, item_id, today, level)
    planned = []
    for right in source.rights:
        facts = source.facts(right) if right.allowed else None
        missing = gaps(facts) if facts is not None else ()
        if isinstance(facts, ReferrerLetterFacts) and not isinstance(facts, RecordFacts):
            missing = (*missing, *source.open_commitments())
        planned.append(_planned(source, About(item_id=item_id), right, facts, missing))
    return tuple(planned)


def plan_evaluation_letters(session: Session, evaluation_id: UUID, today: date) -> tuple[PlannedLetter, ...]:
    """The letters after an evaluation, to whom the table gives them on `today`. Drafts until the evaluation is done.

    Raises:
        NotFound: no such evaluation.
    """
    source = EvaluationSource(session, evaluation_id, today)
    return _plan(source, About(evaluation_id=evaluation_id))


def plan_closing_letters(session: Session, closing_id: UUID, today: date) -> tuple[PlannedLetter, ...]:
    """The letters that tell that the team stops, to whom the table gives them on `today`.

    Raises:
        NotFound: no such closing.
    """
    source = ClosingSource(session, closing_id, today)
    return _plan(source, About(closing_id=closing_id))


def _plan(source: EvaluationSource | ClosingSource, about: About) -> tuple[PlannedLetter, ...]:
    planned = []
    for right in source.rights:
        facts = source.facts(right) if right.allowed else None
        planned.append(_planned(source, about, right, facts, gaps(facts) if facts is not None else ()))
    return tuple(planned)


def _planned(
    source: DiscussionSource | EvaluationSource | ClosingSource,
    about: About,
    right: LetterRight,
    facts: LetterFacts | None,
    missing: tuple[Gap, ...],
) -> PlannedLetter:
    head = source.case.head
    return PlannedLetter(about, head.id, head.number, right, facts, missing)

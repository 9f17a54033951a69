"""The board of deadlines, in working days: registration → triage, draft, facts check, letters, evaluations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.advice import Evaluation
from ret_tui.domain.case import Case, Triage
from ret_tui.domain.dates import local
from ret_tui.domain.letter import Letter
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.people import Region
from ret_tui.domain.words import CaseStatus
from ret_tui.domain.working_days import HolidayRules, add_working_days, working_days_between
from ret_tui.queries.letters import letter_tasks
from ret_tui.queries.region import holiday_rules

MOST = 300
"""Deadlines of one kind at most."""

AHEAD = timedelta(days=90)
"""How far ahead evaluations are shown."""


class Term(StrEnum):
    """What a deadline is about; the value is shown."""

    TRIAGE = "triage"
    DRAFT = "concept van de brieven"
    FACTS = "feitencheck door ouders"
    LETTERS = "brieven versturen"
    EVALUATION = "evaluatie"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline. `working_days` until it is due: 0 today, negative when it has passed."""

    term: Term
    text: str
    number: str
    case_id: UUID
    item_id: UUID | None
    due_on: date
    working_days: int

    @property
    def overdue(self) -> bool:
        """Whether it lies before today."""
        return self.working_days < 0


def deadlines(session: Session, today: date) -> tuple[Deadline, ...]:
    """Every deadline that was not met yet, overdue first, then by date; in a fixed number of queries."""
    region = session.exec(select(Region)).first()
    rules = holiday_rules(session)
    found = [
        *_triage(session, region, today, rules),
        *_letters(session, region, today, rules),
        *_evaluations(session, today, rules),
    ]
    return tuple(sorted(found, key=lambda each: (each.due_on, each.number, each.term)))


def _deadline(
    term: Term,
    text: str,
    number: str,
    case_id: UUID,
    item_id: UUID | None,
    due: date,
    today: date,
    rules: HolidayRules,
) -> Deadline:
    left = working_days_between(today, due, rules)
    if due < today:
        left = min(-1, left)  # passed in a weekend is passed all the same
    return Deadline(term, text, number, case_id, item_id, due, left)


def _triage(session: Session, region: Region | None, today: date, rules: HolidayRules) -> Iterable[Deadline]:
    days = region.triage_days if region else 0
    rows = session.exec(
        select(Case.id, Case.number, Case.received_on)  # type: ignore[type-var]  # the stubs know no empty dates
        .where(
            col(Case.status) == CaseStatus.REGISTERED,
            col(Case.received_on).is_not(None),
            col(Case.id).not_in(select(Triage.case_id)),
        )
        .order_by(col(Case.received_on))
        .limit(MOST)
    ).all()
    for case_id, number, received in rows:
        if received is not None:
            due = add_working_days(received, days, rules)
            yield _deadline(Term.TRIAGE, "triagebesluit nemen", number, case_id, None, due, today, rules)


def _letters(session: Session, region: Region | None, today: date, rules: HolidayRules) -> Iterable[Deadline]:
    """Until something is made the draft is due; then the check of the facts by parents; and always the sending."""
    draft, check, send = (
        (region.draft_days, region.facts_check_days, region.send_days) if region else (0, 0, 0)
    )
    for task in letter_tasks(session, MOST):
        if task.held_on is None:
            continue
        by = task.letter_by or add_working_days(task.held_on, send, rules)
        if not task.made:
            due = add_working_days(task.held_on, draft, rules)
            text = "concept maken" if task.established else "advies vaststellen, dan concept maken"
            yield _deadline(Term.DRAFT, text, task.number, task.case_id, task.item_id, due, today, rules)
        yield _deadline(Term.LETTERS, "versturen", task.number, task.case_id, task.item_id, by, today, rules)
    yield from _facts(session, check, today, rules)


def _facts(session: Session, days: int, today: date, rules: HolidayRules) -> Iterable[Deadline]:
    """Parents have so many working days from the draft on; over once a letter to them was sent."""
    rows = session.exec(
        select(Letter, Case.number)
        .join(Case, col(Case.id) == col(Letter.case_id))
        .where(
            col(Letter.kind) == LetterKind.PARENTS,
            col(Letter.item_id).not_in(
                select(Letter.item_id).where(
                    col(Letter.kind) == LetterKind.PARENTS,
                    col(Letter.sent_on).is_not(None),
                    col(Letter.item_id).is_not(None),
                )
            ),
        )
        .order_by(col(Letter.made_at))
        .limit(MOST)
    ).all()
    seen: set[UUID] = set()
    for letter, number in rows:
        if letter.item_id is not None and letter.item_id not in seen:
            seen.add(letter.item_id)
            due = add_working_days(local(letter.made_at).date(), days, rules)
            text = "reactie van ouders op de feiten"
            yield _deadline(Term.FACTS, text, number, letter.case_id, letter.item_id, due, today, rules)


def _evaluations(session: Session, today: date, rules: HolidayRules) -> Iterable[Deadline]:
    rows = session.exec(
        select(Evaluation, Case.number)
        .join(Case, col(Case.id) == col(Evaluation.case_id))
        .where(
            col(Evaluation.done_on).is_(None),
            col(Evaluation.due_on) <= today + AHEAD,
            col(Case.status).not_in([CaseStatus.CLOSED, CaseStatus.WITHDRAWN]),
        )
        .order_by(col(Evaluation.due_on))
        .limit(MOST)
    ).all()
    for row, number in rows:
        if row.due_on is not None:
            yield _deadline(
                Term.EVALUATION, row.key.label, number, row.case_id, row.item_id, row.due_on, today, rules
            )

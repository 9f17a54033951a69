"""What waits, by the calendar: holidays, year change, 29 February, birthdays, closing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from ret_tui.domain.due import (
    AnsweredMandate,
    CaseDueFacts,
    Due,
    LetterTerm,
    OpenAction,
    OpenEvaluation,
    due_of,
)
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.words import CaseStatus, MandateResult

CASE = UUID(int=1)
DAY = date(2026, 11, 21)
FACTS = CaseDueFacts(
    CASE, CaseStatus.IN_EXECUTION, received_on=date(2026, 10, 1), has_director=True, director="Regie"
)


def only(kind: DueKind, **known: Any) -> list[Due]:
    return [each for each in due_of(replace(FACTS, **known)) if each.kind is kind]


def test_nothing_known_means_nothing_waits() -> None:
    assert due_of(FACTS) == ()


def test_an_action_without_a_date_waits_a_week_after_it_was_agreed() -> None:
    action = OpenAction(uuid4(), date(2026, 12, 28), None, "Bel", "Piet")
    (due,) = only(DueKind.ACTION, actions=(action,))
    assert (due.due_on, due.owner) == (date(2027, 1, 4), "Piet")


@pytest.mark.parametrize(
    ("result", "waits"), [("ja", 0), ("ja_mits", 1), ("nee", 0), ("navragen", 1), (None, 0)]
)
def test_a_mandate_waits_until_yes_or_no(result: str | None, waits: int) -> None:
    answer = MandateResult(result) if result else None
    mandate = AnsweredMandate(uuid4(), DAY, answer, date(2026, 11, 28), "Budget", uuid4())
    assert len(only(DueKind.MANDATE, mandates=(mandate,))) == waits


@pytest.mark.parametrize(
    ("discussed", "from_on"),
    [
        (date(2026, 11, 21), date(2027, 2, 21)),
        (date(2027, 11, 29), date(2028, 2, 29)),
        (date(2026, 11, 30), date(2027, 2, 28)),
    ],
)
def test_the_long_list_counts_three_months(discussed: date, from_on: date) -> None:
    (due,) = only(DueKind.LONG_LIST, last_discussed_on=discussed)
    assert due.due_on == from_on
    assert not only(DueKind.LONG_LIST, last_discussed_on=discussed, on_agenda=True)


def test_an_evaluation_can_put_a_case_forward_sooner() -> None:
    (due,) = only(DueKind.LONG_LIST, last_discussed_on=DAY, agenda_wanted_on=date(2026, 12, 7))
    assert due.due_on == date(2026, 12, 7)


def test_a_birthday_on_29_february_and_permission_answered_after_it() -> None:
    born = date(2016, 2, 29)
    (due,) = only(DueKind.BIRTHDAY, birth_date=born)
    assert (due.due_on, due.text) == (date(2028, 2, 29), "wordt 12: toestemming opnieuw vragen")
    (later,) = only(DueKind.BIRTHDAY, birth_date=born, answered_on=(date(2028, 3, 2),))
    assert later.text.startswith("wordt 16")


def test_eighteen_asks_for_a_plan_until_there_is_one() -> None:
    born = date(2009, 3, 1)
    (due,) = only(DueKind.ADULTHOOD, birth_date=born)
    assert due.due_on == date(2027, 3, 1)
    assert not only(DueKind.ADULTHOOD, birth_date=born, eighteen_planned=True)
    assert not only(DueKind.ADULTHOOD, birth_date=date(2005, 3, 1))


def test_a_discussed_case_without_a_director_waits_at_once() -> None:
    (due,) = only(DueKind.DIRECTOR, has_director=False, last_discussed_on=DAY)
    assert due.due_on == DAY


def test_the_closing_letter_counts_working_days_over_christmas_and_new_year() -> None:
    closing = (uuid4(), date(2026, 12, 24))
    found = due_of(
        replace(
            FACTS,
            status=CaseStatus.CLOSED,
            closing_letter=closing,
            actions=(OpenAction(uuid4(), DAY, DAY, "Bel", "Piet"),),
            evaluations=(OpenEvaluation(uuid4(), DAY, "2 weken"),),
        )
    )
    assert [(each.kind, each.due_on) for each in found] == [(DueKind.CLOSING_LETTER, date(2027, 1, 4))]


@pytest.mark.parametrize(
    ("established", "made", "text"),
    [
        (False, False, "advies vaststellen, dan brieven maken"),
        (True, False, "brieven over het advies maken"),
        (True, True, "brieven over het advies versturen"),
    ],
)
def test_a_letter_says_what_must_be_done(established: bool, made: bool, text: str) -> None:
    term = LetterTerm(uuid4(), DAY, established, made)
    (due,) = only(DueKind.LETTER, letters=(term,))
    assert due.text == text

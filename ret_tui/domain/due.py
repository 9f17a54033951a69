"""What waits for somebody in one case, and from which day. Pure: everything follows from dates that are stored.

Whether a thing is overdue is never typed: it is, once its day has passed and it still stands here. What has been dealt
with is no longer here. Rules: domain §4 (long list, closing), §7 (mandates, evaluations), §8 (birthdays), §9 (letters).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from ret_tui.domain.dates import add_months, birthday
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.words import CaseStatus, MandateResult
from ret_tui.domain.working_days import DEFAULT_RULES, HolidayRules, add_working_days

NO_DATE = timedelta(days=7)
"""An action or mandate without a date waits from this long after it was agreed."""

LONG_LIST_MONTHS = 3
"""After so many months without a solution a discussed case is put forward for the agenda again (domain §4)."""

ANSWER_DAYS = 5
"""Working days for somebody to say yes to a hand-over, and for the closing letter to go out."""

AGES = (12, 16, 18)
"""Birthdays that change who gives permission (domain §8)."""

FOLLOWED = frozenset({CaseStatus.DISCUSSED, CaseStatus.IN_EXECUTION})
"""Statuses in which a case is followed after its discussion."""


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that waits. `owner` is who must do it, `object_id` what it is about."""

    kind: DueKind
    object_id: UUID
    due_on: date
    text: str = ""
    owner: str = ""
    item_id: UUID | None = None
    organisation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that is open, busy or stuck."""

    id: UUID
    agreed_on: date
    due_on: date | None
    what: str
    owner: str
    item_id: UUID | None = None
    organisation_id: UUID | None = None
    stuck: str = ""
    """Why it is stuck, if it is."""


@dataclass(frozen=True, slots=True)
class OpenEvaluation:
    """An evaluation that was not held."""

    id: UUID
    due_on: date
    label: str
    item_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class AnsweredMandate:
    """A commitment of an organisation with the newest answer."""

    id: UUID
    agreed_on: date
    result: MandateResult | None
    decide_before: date | None
    what: str
    organisation_id: UUID
    item_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LetterTerm:
    """The letters of one discussion that was closed. `made` tells whether any was made of the established advice."""

    item_id: UUID
    due_on: date
    established: bool
    made: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """Anything else with a day: an escalation, a complaint, a hand-over, an advice that should have started.

    These also wait in a case that is closed, when they are given.
    """

    kind: DueKind
    id: UUID
    due_on: date
    text: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class CaseDueFacts:
    """What the rules need to know of a case.

    `last_discussed_on` is the day of the newest discussion that was closed; `on_agenda` says that it stands on the
    agenda of a meeting to come. `answered_on` are the days on which permission was answered. `eighteen_planned` says
    that the advice holds a plan for being 18.
    """

    case_id: UUID
    status: CaseStatus
    received_on: date | None = None
    birth_date: date | None = None
    director: str = ""
    has_director: bool = False
    asked_director: str = ""
    """Who was named at the table and has not said yes."""
    last_discussed_on: date | None = None
    on_agenda: bool = False
    eighteen_planned: bool = False
    answered_on: tuple[date, ...] = ()
    expiring: tuple[tuple[UUID, date, str], ...] = ()
    """Permissions given for a limited time: id, last day, for what."""
    actions: tuple[OpenAction, ...] = ()
    evaluations: tuple[OpenEvaluation, ...] = ()
    mandates: tuple[AnsweredMandate, ...] = ()
    letters: tuple[LetterTerm, ...] = ()
    others: tuple[Waiting, ...] = ()
    agenda_wanted_on: date | None = None
    """Day of an evaluation since the newest discussion that put the case forward for the agenda."""
    closing_letter: tuple[UUID, date] | None = None
    """The closing of a case whose family has not been written to, and its day."""
    rules: HolidayRules = DEFAULT_RULES


def due_of(facts: CaseDueFacts) -> tuple[Due, ...]:
    """Everything that waits in a case, each thing once."""
    if facts.status.is_closed:
        return (*(_letter(each) for each in facts.letters), *_others(facts), *_closing_letter(facts))
    return (
        *(_action(each) for each in facts.actions),
        *(
            Due(
                DueKind.EVALUATION,
                each.id,
                each.due_on,
                f"{each.label}: wat is er van het advies geworden?",
                facts.director,
                each.item_id,
            )
            for each in facts.evaluations
        ),
        *_mandates(facts),
        *(_letter(each) for each in facts.letters),
        *_others(facts),
        *(
            Due(DueKind.PERMISSION, permission_id, until, f"{what}: verloopt", facts.director)
            for permission_id, until, what in facts.expiring
        ),
        *_director(facts),
        *_birthday(facts),
        *_adulthood(facts),
        *_long_list(facts),
    )


def is_open_mandate(result: MandateResult | None) -> bool:
    """Whether an answer still needs another: ‘navragen’, and ‘ja, mits’ until the condition is met."""
    return result in (MandateResult.ASK, MandateResult.YES_IF)


def _others(facts: CaseDueFacts) -> tuple[Due, ...]:
    return tuple(
        Due(each.kind, each.id, each.due_on, each.text, each.owner or facts.director) for each in facts.others
    )


def _closing_letter(facts: CaseDueFacts) -> tuple[Due, ...]:
    if facts.closing_letter is None:
        return ()
    closing_id, closed_on = facts.closing_letter
    day = add_working_days(closed_on, ANSWER_DAYS, facts.rules)
    return (
        Due(
            DueKind.CLOSING_LETTER,
            closing_id,
            day,
            "versturen, of vastleggen dat het gezin het weet",
            facts.director,
        ),
    )


def _action(each: OpenAction) -> Due:
    due_on = each.due_on or each.agreed_on + NO_DATE
    text = f"{each.what} (vastgelopen: {each.stuck})" if each.stuck else each.what
    return Due(DueKind.ACTION, each.id, due_on, text, each.owner, each.item_id, each.organisation_id)


def _mandates(facts: CaseDueFacts) -> tuple[Due, ...]:
    return tuple(
        Due(
            DueKind.MANDATE,
            each.id,
            each.decide_before or each.agreed_on + NO_DATE,
            f"{each.what} ({each.result.label.lower()})" if each.result else each.what,
            facts.director,
            each.item_id,
            each.organisation_id,
        )
        for each in facts.mandates
        if is_open_mandate(each.result)
    )


def _letter(each: LetterTerm) -> Due:
    if not each.established:
        text = "advies vaststellen, dan brieven maken"
    else:
        text = f"brieven over het advies {'versturen' if each.made else 'maken'}"
    return Due(DueKind.LETTER, each.item_id, each.due_on, text, item_id=each.item_id)


def _director(facts: CaseDueFacts) -> tuple[Due, ...]:
    """A discussed case that nobody directs: the very gap inspectors found."""
    if facts.has_director or facts.status not in FOLLOWED or facts.last_discussed_on is None:
        return ()
    asked = facts.asked_director
    text = (
        f"{asked} zei nog geen ja op de procesregie" if asked else "niemand heeft de procesregie nog aanvaard"
    )
    return (Due(DueKind.DIRECTOR, facts.case_id, facts.last_discussed_on, text),)


def _birthday(facts: CaseDueFacts) -> tuple[Due, ...]:
    """The first birthday since registration that changes who is asked, until permission is answered after it."""
    if facts.birth_date is None:
        return ()
    for age in AGES:
        day = birthday(facts.birth_date, age)
        if facts.received_on is not None and day <= facts.received_on:
            continue
        if any(answer >= day for answer in facts.answered_on):
            continue
        text = f"wordt {age}: toestemming opnieuw vragen"
        return (Due(DueKind.BIRTHDAY, facts.case_id, day, text, facts.director),)
    return ()


def _adulthood(facts: CaseDueFacts) -> tuple[Due, ...]:
    if facts.birth_date is None or facts.eighteen_planned:
        return ()
    day = birthday(facts.birth_date, 18)
    if facts.received_on is not None and day <= facts.received_on:
        return ()
    return (Due(DueKind.ADULTHOOD, facts.case_id, day, "wordt 18, nog geen plan", facts.director),)


def _long_list(facts: CaseDueFacts) -> tuple[Due, ...]:
    if facts.status not in FOLLOWED or facts.last_discussed_on is None or facts.on_agenda:
        return ()
    day = add_months(facts.last_discussed_on, LONG_LIST_MONTHS)
    text = "drie maanden zonder oplossing: opnieuw op de agenda"
    if facts.agenda_wanted_on is not None and facts.agenda_wanted_on < day:
        day, text = facts.agenda_wanted_on, "opnieuw op de agenda, zo besloten bij de evaluatie"
    return (Due(DueKind.LONG_LIST, facts.case_id, day, text, facts.director),)

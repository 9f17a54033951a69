"""What was answered to a request for permission, and what that allows on a day (Jeugdwet 7.3.11, domain §8).

Permission to break professional secrecy is not the legal basis of the team's work; that is a setting of the region.
Everything is computed for one day, usually that of the meeting: a birthday before it changes who must be asked.
Who that is stands in `permission_asked`; what a written exception ground can do, at `_exception_covers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from ret_tui.domain.dates import age_on, birthday
from ret_tui.domain.permission_asked import deciders, is_incapable, who_is_asked
from ret_tui.domain.permission_facts import (
    Asked,
    Holder,
    Incapacity,
    Notice,
    PermissionFacts,
    PermissionView,
    PurposeStatus,
    Quality,
    RecordedAnswer,
    Stand,
    Standing,
    Verdict,
)
from ret_tui.domain.permission_notices import name_list, notices
from ret_tui.domain.text import fold
from ret_tui.domain.words import LegalFrame, PermissionAnswer, PermissionPurpose

__all__ = [
    "Asked", "Holder", "Incapacity", "Notice", "PermissionFacts", "PermissionView", "PurposeStatus", "Quality",
    "RecordedAnswer", "Stand", "Standing", "Verdict", "deciders", "exception_decides", "is_incapable", "permission_on",
    "status_of", "who_is_asked",
]  # fmt: skip

EXCEPTION_FRAMES = frozenset({LegalFrame.SUPERVISION_ORDER, LegalFrame.GUARDIANSHIP, LegalFrame.CLOSED_CARE})
"""Frames in which a written exception ground may decide against an answer."""


def permission_on(facts: PermissionFacts, on: date, ahead_days: int = 31) -> PermissionView:
    """Apply §8 to a case on a day. Birthdays up to `ahead_days` after it are announced."""
    age = None if facts.birth_date is None else age_on(facts.birth_date, on)
    asked = who_is_asked(facts, on)
    purposes = tuple(_purpose_statuses(facts, asked, on))
    verdict, why, by_exception = _verdict(facts, on, asked, purposes)
    return PermissionView(
        on=on,
        age=age,
        asked=asked,
        purposes=purposes,
        verdict=verdict,
        why=why,
        by_exception=by_exception,
        inform=_inform(facts, on, asked, purposes, by_exception),
        notices=tuple(notices(facts, on, age, asked, purposes, ahead_days)),
    )


# --- what was answered ----------------------------------------------------------------------------------


def status_of(
    facts: PermissionFacts,
    asked: Iterable[Asked],
    purpose: PermissionPurpose,
    on: date,
    to_whom: Callable[[str], bool] | None = None,
    named: str = "",
) -> PurposeStatus:
    """How everybody asked stands to a purpose. `to_whom` chooses the addressees that count, for sending advice."""
    answers = [
        each
        for each in facts.answers
        if each.purpose is purpose and (to_whom is None or to_whom(each.to_whom))
    ]
    twelve = None if facts.birth_date is None else birthday(facts.birth_date, 12)
    return PurposeStatus(purpose, tuple(_standing(each, answers, on, twelve) for each in asked), named)


def _purpose_statuses(facts: PermissionFacts, asked: tuple[Asked, ...], on: date) -> Iterable[PurposeStatus]:
    for purpose in PermissionPurpose:
        if purpose is not PermissionPurpose.SEND_ADVICE:
            yield status_of(facts, asked, purpose, on)
            continue
        addressees: dict[str, str] = {}
        for each in facts.answers:
            if each.purpose is purpose:
                addressees.setdefault(fold(each.to_whom.strip()), each.to_whom.strip())
        for key, shown in addressees.items() or (("", ""),):
            yield status_of(facts, asked, purpose, on, _addressed_to(key), shown)


def _addressed_to(key: str) -> Callable[[str], bool]:
    return lambda to_whom: fold(to_whom.strip()) == key


def _standing(asked: Asked, answers: list[RecordedAnswer], on: date, twelve: date | None) -> Standing:
    """The last thing this person said up to the day counts; a request without an answer changes nothing."""
    mine = [
        each
        for each in answers
        if each.giver == asked.giver and (each.given_on is None or each.given_on <= on)
    ]
    said = [each for each in mine if each.answer is not PermissionAnswer.ASKED]
    last = max(enumerate(said), key=lambda pair: (_said_on(pair[1], on), pair[0]), default=(0, None))[1]
    if last is None:
        return Standing(asked, Stand.ASKED if mine else Stand.MISSING, mine[-1].given_on if mine else None)
    stand = _stand(last, on)
    as_a_child = asked.giver is None and twelve and last.given_on and last.given_on < twelve
    if stand is Stand.GIVEN and as_a_child:
        stand = Stand.TOO_YOUNG
    if stand is Stand.EXPIRED and mine[-1].answer is PermissionAnswer.ASKED:
        stand = Stand.ASKED
    return Standing(asked, stand, last.withdrawn_on if stand is Stand.WITHDRAWN else last.given_on)


def _said_on(answer: RecordedAnswer, on: date) -> date:
    """When this was said; a withdrawal without a date counts as said on the day itself."""
    if _stand(answer, on) is Stand.WITHDRAWN:
        return answer.withdrawn_on or on
    return answer.given_on or date.min


def _stand(answer: RecordedAnswer, on: date) -> Stand:
    if answer.answer is PermissionAnswer.REFUSED:
        return Stand.REFUSED
    if answer.withdrawn_on is not None and answer.withdrawn_on <= on:
        return Stand.WITHDRAWN
    if answer.withdrawn_on is None and answer.answer is PermissionAnswer.WITHDRAWN:
        return Stand.WITHDRAWN
    return Stand.EXPIRED if answer.until is not None and answer.until < on else Stand.GIVEN


# --- what that allows -----------------------------------------------------------------------------------


def _verdict(
    facts: PermissionFacts, on: date, asked: tuple[Asked, ...], purposes: tuple[PurposeStatus, ...]
) -> tuple[Verdict, str, bool]:
    named = next(each for each in purposes if each.purpose is PermissionPurpose.DISCUSS_NAMED)
    unnamed = next(each for each in purposes if each.purpose is PermissionPurpose.DISCUSS_UNNAMED)
    if named.complete:
        return Verdict.NAMED, "Iedereen die gevraagd moet worden, gaf toestemming.", False
    if _exception_covers(facts, on, named, unnamed):
        return Verdict.NAMED, "Met naam op grond van de vastgelegde uitzondering, niet op toestemming.", True
    if unnamed.refused:
        who = name_list(each.asked.label for each in unnamed.standings if each.stand.is_no)
        return Verdict.NOT, f"Ook zonder naam bespreken is geweigerd door {who}.", False
    if not asked:
        return (
            Verdict.UNNAMED,
            "Nog niet bekend wie toestemming moet geven: alleen anoniem, als consultatie.",
            False,
        )
    who = name_list(f"{each.asked.label} ({each.stand.label.lower()})" for each in named.missing)
    return (
        Verdict.UNNAMED,
        f"Toestemming om met naam te bespreken ontbreekt van {who}: alleen anoniem, als consultatie.",
        False,
    )


def _exception_covers(facts: PermissionFacts, on: date, named: PurposeStatus, unnamed: PurposeStatus) -> bool:
    """Whether the written ground allows the name.

    Under a supervision order, guardianship, closed care, or when judged incapable, the ground decides, also against
    a refusal. Otherwise it covers only answers that are lacking; a refusal or withdrawal stands. The measures that end
    at 18 no longer count from then on. Without a birth date nothing can be judged.
    """
    if not facts.exception_ground.strip() or facts.birth_date is None:
        return False
    return exception_decides(facts, on) or not (named.refused or unnamed.refused)


def exception_decides(facts: PermissionFacts, on: date) -> bool:
    """Whether a ground is written in a situation in which it decides, whatever was answered."""
    if not facts.exception_ground.strip() or facts.birth_date is None:
        return False
    adult = age_on(facts.birth_date, on) >= 18
    by_frame = facts.legal_frame in EXCEPTION_FRAMES and not (
        adult and facts.legal_frame is not LegalFrame.CLOSED_CARE
    )
    return by_frame or is_incapable(facts, on)


def _inform(
    facts: PermissionFacts,
    on: date,
    asked: tuple[Asked, ...],
    purposes: tuple[PurposeStatus, ...],
    by_exception: bool,
) -> tuple[str, ...]:
    special = facts.legal_frame in EXCEPTION_FRAMES or is_incapable(facts, on)
    if not (special or by_exception) or facts.birth_date is None:
        return ()
    named = next(each for each in purposes if each.purpose is PermissionPurpose.DISCUSS_NAMED)
    agreed = {each.asked.giver for each in named.given}
    left_out = agreed if by_exception else {each.giver for each in asked}
    family: list[tuple[UUID | None, str]] = [(None, facts.young_person)]
    if age_on(facts.birth_date, on) < 18:
        family += [
            (each.id, each.label) for each in facts.holders if each.has_authority or not each.is_guardian
        ]
    return tuple(label for giver, label in family if giver not in left_out)

"""What the people who prepare a case must know or repair about permission, told in Dutch (domain §8)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ret_tui.domain.dates import birthday, letter_date
from ret_tui.domain.permission_asked import deciders, is_incapable
from ret_tui.domain.permission_facts import Asked, Notice, PermissionFacts, PurposeStatus, Stand
from ret_tui.domain.words import AuthorityRelation, LegalFrame

BIRTHDAYS = (12, 16, 18)
"""Ages at which other people must be asked."""


def notices(
    facts: PermissionFacts,
    on: date,
    age: int | None,
    asked: tuple[Asked, ...],
    purposes: tuple[PurposeStatus, ...],
    ahead_days: int,
) -> Iterable[Notice]:
    """Everything to know or repair for a day, birthdays up to `ahead_days` after it included."""
    if age is None or facts.birth_date is None:
        yield Notice(
            "birth_date",
            "De geboortedatum ontbreekt: zonder leeftijd is niet te zeggen wie toestemming geeft.",
        )
        return
    if age < 0:
        yield Notice("birth_date", "De geboortedatum ligt na de dag van het overleg. Controleer de datum.")
    yield from _birthday_notices(facts, facts.birth_date, on, ahead_days)
    if facts.legal_frame in (None, LegalFrame.UNKNOWN):
        yield Notice("legal_frame", "Het juridisch kader is niet bekend. Zoek het uit vóór het overleg.")
    yield from _holder_notices(facts, on, age, asked)
    if facts.incapacity.judged and not facts.incapacity.is_complete:
        yield Notice(
            "incapacity",
            "Wilsonbekwaam verklaard telt pas als is ingevuld wie dat beoordeelde, wanneer en waarom.",
        )
    elif facts.incapacity.judged and age < 12:
        yield Notice("incapacity", "Onder de 12 jaar verandert een oordeel over wilsbekwaamheid niets.")
    if any(each.stand is Stand.TOO_YOUNG for status in purposes for each in status.standings):
        yield Notice(
            "too_young", f"{facts.young_person} antwoordde vóór de 12e verjaardag. Vraag het opnieuw."
        )


def _birthday_notices(facts: PermissionFacts, birth: date, on: date, ahead_days: int) -> Iterable[Notice]:
    for age in BIRTHDAYS:
        day = birthday(birth, age)
        becomes = f"{facts.young_person} wordt op {letter_date(day)} {age} jaar"
        if facts.registered_on is not None and facts.registered_on < day <= on:
            yield Notice("birthday_between", f"{becomes}, tussen aanmelding en overleg: {_CHANGE[age]}")
        elif on < day <= on + timedelta(ahead_days):
            yield Notice("birthday_soon", f"{becomes}, binnenkort: {_CHANGE[age]}")


_CHANGE = {
    12: "vanaf dan geeft ook de jeugdige zelf toestemming.",
    16: "vanaf dan geeft alleen de jeugdige toestemming, en ouders krijgen een brief alleen als de jeugdige dat goedvindt.",
    18: "vanaf dan beslist de jongvolwassene zelf en gaat er geen brief meer naar ouders of voogd.",
}


def _holder_notices(facts: PermissionFacts, on: date, age: int, asked: tuple[Asked, ...]) -> Iterable[Notice]:
    frame = facts.legal_frame
    if age >= 18:
        if frame in (LegalFrame.SUPERVISION_ORDER, LegalFrame.GUARDIANSHIP):
            yield Notice(
                "measure_ended", f"{frame.label} eindigt bij 18 jaar. Controleer het juridisch kader."
            )
        if is_incapable(facts, on) and not asked:
            yield Notice(
                "holders", "Leg vast wie de jongvolwassene vertegenwoordigt (curator of mentor, als voogd)."
            )
        return
    with_authority = [each for each in facts.holders if each.has_authority]
    if not deciders(facts, on) and (age < 16 or is_incapable(facts, on)):
        if frame is LegalFrame.GUARDIANSHIP:
            yield Notice("holders", "Leg vast welke instelling of persoon de voogdij heeft.")
        else:
            yield Notice("holders", "Leg vast wie het gezag heeft.")
    if frame is LegalFrame.GUARDIANSHIP and any(not each.is_guardian for each in with_authority):
        who = name_list(each.label for each in with_authority if not each.is_guardian)
        yield Notice(
            "authority", f"Bij voogdij heeft de voogd het gezag, niet {who}. Controleer wie het gezag heeft."
        )
    institutions = [each for each in with_authority if each.relation is AuthorityRelation.INSTITUTION]
    if institutions and frame is LegalFrame.SUPERVISION_ORDER:
        yield Notice("authority", "Bij een OTS houden de ouders het gezag. De GI geeft geen toestemming.")
    elif institutions and frame is not LegalFrame.GUARDIANSHIP:
        yield Notice("authority", "Een GI met gezag hoort bij voogdij. Controleer het juridisch kader.")


def name_list(labels: Iterable[str]) -> str:
    """`a`, `a en b`, `a, b en c`; empty for nobody."""
    *before, last = list(labels) or [""]
    return f"{', '.join(before)} en {last}" if before else last

"""Who decides for a young person on a day, and who must be asked for permission (domain §8).

| Age on the day | Asked |
|---|---|
| under 12 | everybody with parental authority, or the guardian |
| 12 to 15 | the young person and everybody with authority |
| 16 and 17 | the young person |
| 18 and older | the young adult |
| judged incapable, from 12 | who represents the young person, instead of the young person |

Under guardianship the guardian holds the authority, not the parents. Under a supervision order the parents keep it;
the institution is never asked.
"""

from __future__ import annotations

from datetime import date

from ret_tui.domain.dates import age_on, letter_date
from ret_tui.domain.permission_facts import Asked, Holder, PermissionFacts, Quality
from ret_tui.domain.words import AuthorityRelation, LegalFrame


def who_is_asked(facts: PermissionFacts, on: date) -> tuple[Asked, ...]:
    """Everybody who must give permission on a day. Empty when the birth date or the holders needed are unknown."""
    if facts.birth_date is None:
        return ()
    age = age_on(facts.birth_date, on)
    at = f"{max(age, 0)} jaar op {letter_date(on)}"
    incapable = is_incapable(facts, on)
    if incapable:
        judged = f"Wilsonbekwaam verklaard door {facts.incapacity.by.strip()}"
        return tuple(
            Asked(each.id, each.label, _quality(each, age), f"{judged}: de vertegenwoordiger beslist.")
            for each in deciders(facts, on)
        )
    young = f"{at}: {_young_why(age)}"
    asked = [Asked(None, facts.young_person, Quality.YOUNG_PERSON, young)] if age >= 12 else []
    if age < 16:
        asked += [
            Asked(each.id, each.label, _quality(each, age), f"{at}: {_holder_why(each, age)}")
            for each in deciders(facts, on)
        ]
    return tuple(asked)


def is_incapable(facts: PermissionFacts, on: date) -> bool:
    """Whether a complete judgement of incapacity holds on a day. Under 12 it changes nothing."""
    judged_on = facts.incapacity.on
    return (
        facts.birth_date is not None
        and age_on(facts.birth_date, on) >= 12
        and facts.incapacity.is_complete
        and judged_on is not None
        and judged_on <= on
    )


def deciders(facts: PermissionFacts, on: date) -> tuple[Holder, ...]:
    """Who decides for the young person on a day, whether or not they are asked: with authority, or the guardian.

    From 18 only a personal representative (curator or mentor, recorded as guardian), and only when judged incapable.
    """
    if facts.birth_date is None:
        return ()
    holders = tuple(each for each in facts.holders if each.has_authority)
    if age_on(facts.birth_date, on) >= 18:
        if not is_incapable(facts, on):
            return ()
        return tuple(each for each in holders if each.relation is AuthorityRelation.GUARDIAN)
    if facts.legal_frame is LegalFrame.GUARDIANSHIP:
        return tuple(each for each in holders if each.is_guardian)
    if facts.legal_frame is LegalFrame.SUPERVISION_ORDER:
        return tuple(each for each in holders if each.relation is not AuthorityRelation.INSTITUTION)
    return holders


def _quality(holder: Holder, age: int) -> Quality:
    if age >= 18:
        return Quality.REPRESENTATIVE
    return Quality.GUARDIAN if holder.is_guardian else Quality.AUTHORITY_HOLDER


def _young_why(age: int) -> str:
    if age >= 18:
        return "vanaf 18 jaar beslist de jongvolwassene zelf."
    if age >= 16:
        return "vanaf 16 jaar beslist de jeugdige zelf."
    return "van 12 tot en met 15 jaar beslist de jeugdige mee."


def _holder_why(holder: Holder, age: int) -> str:
    who = "de voogd" if holder.is_guardian else "ieder met gezag"
    return f"{'onder de 12 jaar' if age < 12 else 'van 12 tot en met 15 jaar'} geeft {who} toestemming."

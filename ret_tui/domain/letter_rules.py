"""Who may get which letter on a day, why, and what would change a no (domain §8).

| Age on the day | Letters go to |
|---|---|
| under 12 | those with authority or the guardian; a text for the child is optional |
| 12 to 15 | the young person, and those with authority |
| 16 and 17 | the young person; a parent only with the young person's permission to send the advice to that parent |
| 18 and older | the young adult only |

The text for a child and the two levels for a young person are kinds of their own; age decides, unless a level is chosen.

Parents who live apart, or of whom that is not known, get separate letters. Anybody else (a parent without authority, the
referrer) gets a letter only when everybody who must be asked agreed to send the advice to them. What the table refuses the
chair may allow for one letter, on a written ground that is kept (`with_overrides`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from ret_tui.domain.dates import age_on
from ret_tui.domain.letter_words import LetterKind, LetterOccasion, ReadingLevel
from ret_tui.domain.permission_notices import name_list
from ret_tui.domain.permission_rules import (
    Asked,
    Holder,
    PermissionFacts,
    PurposeStatus,
    Verdict,
    deciders,
    exception_decides,
    is_incapable,
    permission_on,
    status_of,
    who_is_asked,
)
from ret_tui.domain.text import fold
from ret_tui.domain.words import ApplicantKind, AuthorityRelation, LegalFrame, PermissionPurpose

TO_PARENTS = "ouders"
"""As addressee of a permission to send advice: every parent."""

TO_REFERRER = "verwijzer"
"""As addressee of a permission to send advice: whoever registered the case."""


@dataclass(frozen=True)
class Referrer:
    """Who registered the case. `label` is the name, as shown."""

    label: str
    kind: ApplicantKind | None = None
    organisation: str = ""


@dataclass(frozen=True)
class LetterRight:
    """Whether one letter may be made.

    `to` holds the ids of the parents or guardian on the envelope (empty for young person and referrer). `hidden` holds
    the ids of those whose address may not be in it. `optional` letters are allowed and not needed. `change` says, for
    a letter that is refused, what would allow it, and `where` (`table` or `table.field`) in which place that is filled in,
    empty when nothing can be. `firm` refusals no ground of the chair can lift. `override` is the id of the ground that
    allowed this letter against the table.
    """

    kind: LetterKind
    to: tuple[UUID, ...]
    label: str
    allowed: bool
    reason: str
    change: str = ""
    optional: bool = False
    hidden: tuple[UUID, ...] = ()
    firm: bool = False
    override: UUID | None = None
    where: str = ""

    @property
    def holder(self) -> UUID | None:
        """The first parent or guardian on the envelope; None for everybody else. With the kind it names the letter."""
        return self.to[0] if self.to else None


def letters_for(
    facts: PermissionFacts,
    on: date,
    parents_apart: bool | None,
    referrer: Referrer | None = None,
    occasion: LetterOccasion = LetterOccasion.ADVICE,
    level: ReadingLevel | None = None,
) -> tuple[LetterRight, ...]:
    """Every letter of an occasion with whether it may be made on a day: parents and guardian, young person, referrer.

    `parents_apart` None means not known, and is treated as apart. A secret address always means a letter of one's own.
    A parent or young person who registered the case gets no second letter as referrer. The referrer is told of the
    advice only. `level` None follows the age.
    """
    asked = who_is_asked(facts, on)
    own = _young_person_kind(facts, on, occasion, level)
    rights = [*_holder_letters(facts, on, asked, parents_apart), _young_person_letter(facts, on, own)]
    if occasion is not LetterOccasion.ADVICE:
        rights = [
            replace(each, kind=_OTHER_PARENTS[occasion]) if each.kind is LetterKind.PARENTS else each
            for each in rights
        ]
    elif referrer is not None and referrer.kind not in (ApplicantKind.PARENT, ApplicantKind.YOUNG_PERSON):
        rights.append(_referrer_letter(facts, on, asked, referrer))
    if permission_on(facts, on).verdict is Verdict.NOT:
        return tuple(_not_discussed(each) for each in rights)
    return tuple(rights)


def record_right(facts: PermissionFacts, on: date) -> LetterRight:
    """Whether the record of the meeting may be made: for the file of the team, sent to nobody by itself."""
    right = LetterRight(
        LetterKind.RECORD, (), "Dossier van het team", True, "Voor het dossier. Het gaat niet mee met een brief.",
        hidden=tuple(each.id for each in facts.holders),
    )  # fmt: skip
    return _not_discussed(right) if permission_on(facts, on).verdict is Verdict.NOT else right


def with_overrides(
    rights: Iterable[LetterRight], grounds: Mapping[tuple[LetterKind, UUID | None], UUID]
) -> tuple[LetterRight, ...]:
    """The rights, with what the chair allowed against the table. `grounds`: (kind, holder) → id of the written ground."""
    found = []
    for each in rights:
        ground = grounds.get((each.kind, each.holder))
        if ground is None or each.allowed or each.firm:
            found.append(each)
        else:
            reason = (
                f"Volgens de regel niet. {each.reason} De voorzitter week daarvan af en schreef op waarom."
            )
            found.append(replace(each, allowed=True, reason=reason, change="", where="", override=ground))
    return tuple(found)


_OTHER_PARENTS = {
    LetterOccasion.EVALUATION: LetterKind.EVALUATION_PARENTS,
    LetterOccasion.CLOSING: LetterKind.CLOSING_PARENTS,
}
_OTHER_YOUNG_PERSON = {
    LetterOccasion.EVALUATION: LetterKind.EVALUATION_YOUNG_PERSON,
    LetterOccasion.CLOSING: LetterKind.CLOSING_YOUNG_PERSON,
}
_BY_LEVEL = {
    ReadingLevel.CHILD: LetterKind.CHILD,
    ReadingLevel.TEEN: LetterKind.YOUNG_TEEN,
    ReadingLevel.OLDER: LetterKind.YOUNG_PERSON,
}


def level_of(kind: LetterKind) -> ReadingLevel | None:
    """The level a letter about the advice to a young person has; None for every other letter."""
    return next((level for level, each in _BY_LEVEL.items() if each is kind), None)


def level_on(birth_date: date | None, on: date) -> ReadingLevel:
    """The level a young person's letter has on a day, by age; the plainer one when the age is not known."""
    if birth_date is None:
        return ReadingLevel.TEEN
    age = age_on(birth_date, on)
    return ReadingLevel.CHILD if age < 12 else ReadingLevel.TEEN if age < 16 else ReadingLevel.OLDER


def _young_person_kind(
    facts: PermissionFacts, on: date, occasion: LetterOccasion, level: ReadingLevel | None
) -> LetterKind:
    return _OTHER_YOUNG_PERSON.get(occasion) or _BY_LEVEL[level or level_on(facts.birth_date, on)]


def _not_discussed(right: LetterRight) -> LetterRight:
    return LetterRight(
        right.kind, right.to, right.label, False, "De casus mag niet besproken worden.",
        "Alleen als wie weigerde daarop terugkomt.", hidden=right.hidden, firm=True, where=_PERMISSION,
    )  # fmt: skip


# --- parents and guardian -------------------------------------------------------------------------------


def _holder_letters(
    facts: PermissionFacts, on: date, asked: tuple[Asked, ...], parents_apart: bool | None
) -> Iterable[LetterRight]:
    everyone = tuple(each.id for each in facts.holders)
    if not facts.holders and facts.birth_date is not None and age_on(facts.birth_date, on) < 16:
        yield LetterRight(
            LetterKind.PARENTS, (), "Ouders of voogd", False, "Er is niet vastgelegd wie het gezag heeft.",
            "Vul bij de aanmelding in wie het gezag heeft.", firm=True, where="authority_holder",
        )  # fmt: skip
    judged = [(holder, *_holder_right(facts, on, asked, holder)) for holder in facts.holders]
    together = [
        (holder, reason)
        for holder, allowed, reason, _ in judged
        if allowed and parents_apart is False and not holder.is_guardian and not holder.address_secret
    ]
    shared = {holder.id for holder, _ in together} if len(together) > 1 else set()
    if shared:
        yield LetterRight(
            LetterKind.PARENTS,
            tuple(holder.id for holder, _ in together),
            " en ".join(holder.label for holder, _ in together),
            True,
            " ".join(dict.fromkeys(reason for _, reason in together)),
            hidden=tuple(each for each in everyone if each not in shared),
        )
    for holder, allowed, reason, change in judged:
        if holder.id not in shared:
            hidden = tuple(each for each in everyone if each != holder.id)
            yield LetterRight(
                LetterKind.PARENTS,
                (holder.id,),
                holder.label,
                allowed,
                reason,
                change,
                hidden=hidden,
                firm=facts.birth_date is None,
                where="" if allowed else _where(facts, on),
            )


def _holder_right(
    facts: PermissionFacts, on: date, asked: tuple[Asked, ...], holder: Holder
) -> tuple[bool, str, str]:
    """Allowed, the reason, and what would change a no."""
    if facts.birth_date is None:
        return _NO_BIRTH_DATE
    age = age_on(facts.birth_date, on)
    decides = any(each.id == holder.id for each in deciders(facts, on))
    if decides and is_incapable(facts, on):
        return True, "Vertegenwoordigt de jeugdige, die wilsonbekwaam is verklaard.", ""
    if age >= 18:
        return (
            False,
            "Vanaf 18 jaar krijgt alleen de jongvolwassene de brief.",
            "Dit verandert niet: de jongvolwassene kan de brief zelf laten lezen.",
        )
    if decides and age < 16:
        until = "onder de 12 jaar" if age < 12 else "van 12 tot en met 15 jaar"
        return (
            True,
            f"{'Heeft de voogdij' if holder.is_guardian else 'Heeft gezag'}: {until} gaat er een brief naartoe.",
            "",
        )
    if decides and holder.is_guardian and exception_decides(facts, on):
        return True, "Heeft de voogdij, op grond van de vastgelegde uitzondering.", ""
    sending = status_of(facts, asked, PermissionPurpose.SEND_ADVICE, on, lambda to: _means_holder(to, holder))
    if sending.complete:
        return True, f"{_agree(asked)} dat het advies naar {holder.label} gaat.", ""
    if age >= 16 and not is_incapable(facts, on):
        reason = "Vanaf 16 jaar gaat er alleen een brief naartoe als de jeugdige dat goedvindt."
    elif facts.legal_frame is LegalFrame.GUARDIANSHIP and not holder.is_guardian:
        reason = "Bij voogdij heeft de voogd het gezag."
    else:
        reason = "Heeft geen gezag."
    return False, reason, _ask_to_send(asked, sending, holder.label)


def _where(facts: PermissionFacts, on: date) -> str:
    """Where a refused letter to a parent or guardian may become an allowed one; nowhere once the young person is an adult."""
    if facts.birth_date is None:
        return _BIRTH_DATE
    return _PERMISSION if age_on(facts.birth_date, on) < 18 else ""


_PERMISSION = "permission"
_BIRTH_DATE = "case.birth_date"
_NO_BIRTH_DATE = (False, "De geboortedatum ontbreekt.", "Vul de geboortedatum in.")

_RELATION_WORDS = {
    AuthorityRelation.MOTHER: ("moeder", "mama"),
    AuthorityRelation.FATHER: ("vader", "papa"),
    AuthorityRelation.PARENT: ("ouder",),
    AuthorityRelation.GUARDIAN: ("voogd",),
    AuthorityRelation.INSTITUTION: ("gi", "voogd", "voogdij-instelling"),
}


def _means_holder(to_whom: str, holder: Holder) -> bool:
    words = {fold(holder.label.strip())}
    if holder.relation is not None:
        words.update(_RELATION_WORDS[holder.relation])
    if not holder.is_guardian:
        words.update((TO_PARENTS, "beide ouders"))
    return not words.isdisjoint(_addressees(to_whom))


def _addressees(to_whom: str) -> set[str]:
    """The people named in a typed addressee: `Moeder en school` is two, and the whole as well."""
    whole = fold(to_whom.strip())
    return {whole, *(part.strip() for part in re.split(r"[,;/&+]|\ben\b", whole))} - {""}


# --- young person and referrer --------------------------------------------------------------------------


def _young_person_letter(facts: PermissionFacts, on: date, kind: LetterKind) -> LetterRight:
    hidden = tuple(each.id for each in facts.holders)
    allowed, reason, change, optional = True, "", "", False
    if facts.birth_date is None:
        allowed, reason, change = _NO_BIRTH_DATE
    else:
        age = age_on(facts.birth_date, on)
        if age < 12:
            reason, optional = "Onder de 12 jaar mag het kind een eigen tekst krijgen; het hoeft niet.", True
        elif is_incapable(facts, on):
            reason = "Ook wie wilsonbekwaam is verklaard, wordt in eigen woorden geïnformeerd."
        elif age < 16:
            reason = "Van 12 tot en met 15 jaar krijgt de jeugdige een eigen brief."
        elif age < 18:
            reason = "Vanaf 16 jaar krijgt de jeugdige de brief."
        else:
            reason = "Vanaf 18 jaar krijgt alleen de jongvolwassene de brief."
    return LetterRight(
        kind, (), facts.young_person, allowed, reason, change, optional, hidden,
        firm=not allowed, where="" if allowed else _BIRTH_DATE,
    )  # fmt: skip


def _referrer_letter(
    facts: PermissionFacts, on: date, asked: tuple[Asked, ...], referrer: Referrer
) -> LetterRight:
    words = {fold(each.strip()) for each in (referrer.label, referrer.organisation) if each.strip()}
    words.update((TO_REFERRER, "aanmelder"))
    if referrer.kind is ApplicantKind.CERTIFIED_INSTITUTION:
        words.update(("gi", "jeugdbescherming"))
    sending = status_of(
        facts, asked, PermissionPurpose.SEND_ADVICE, on, lambda to: not words.isdisjoint(_addressees(to))
    )
    guardian = any(each.relation is AuthorityRelation.INSTITUTION for each in deciders(facts, on))
    change = ""
    if sending.complete:
        allowed, reason = True, f"{_agree(asked)} dat het advies naar de verwijzer gaat."
    elif (
        guardian
        and referrer.kind is ApplicantKind.CERTIFIED_INSTITUTION
        and not sending.refused
        and _guardian_reads(facts, on)
    ):
        allowed, reason = True, "De verwijzer is de instelling met de voogdij."
    elif exception_decides(facts, on):
        allowed, reason = True, "Op grond van de vastgelegde uitzondering, niet op toestemming."
    elif facts.birth_date is None:
        allowed, reason, change = _NO_BIRTH_DATE
    else:
        allowed, reason = False, "Er is geen toestemming om het advies naar de verwijzer te sturen."
        change = _ask_to_send(asked, sending, "de verwijzer")
    return LetterRight(
        LetterKind.REFERRER,
        (),
        referrer.label,
        allowed,
        reason,
        change,
        hidden=tuple(each.id for each in facts.holders),
        firm=facts.birth_date is None,
        where="" if allowed else _BIRTH_DATE if facts.birth_date is None else _PERMISSION,
    )


def _guardian_reads(facts: PermissionFacts, on: date) -> bool:
    return facts.birth_date is not None and age_on(facts.birth_date, on) < 16


def _ask_to_send(asked: tuple[Asked, ...], sending: PurposeStatus, to: str) -> str:
    if not asked:
        return "Leg eerst vast wie toestemming moet geven."
    who = name_list(each.asked.label for each in sending.missing)
    verb = "goedvindt" if len(sending.missing) == 1 else "goedvinden"
    return f"Leg vast dat {who} het {verb} dat het advies naar {to} gaat."


def _agree(asked: tuple[Asked, ...]) -> str:
    return f"{name_list(each.label for each in asked)} {'vindt' if len(asked) == 1 else 'vinden'} het goed"

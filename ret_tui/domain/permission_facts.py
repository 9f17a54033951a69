"""What the permission rules take and give back (Jeugdwet 7.3.11, domain §8). Plain values, no rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from ret_tui.domain.words import AuthorityRelation, LegalFrame, PermissionAnswer, PermissionPurpose, Word


class Quality(Word):
    """In which quality somebody is asked."""

    YOUNG_PERSON = "jeugdige", "Jeugdige"
    AUTHORITY_HOLDER = "gezag", "Ouder met gezag"
    GUARDIAN = "voogd", "Voogd"
    REPRESENTATIVE = "vertegenwoordiger", "Wettelijk vertegenwoordiger"


class Stand(Word):
    """How one person stands to one purpose on a day. Only `GIVEN` is permission."""

    GIVEN = "gegeven", "Gegeven"
    REFUSED = "geweigerd", "Geweigerd"
    WITHDRAWN = "ingetrokken", "Ingetrokken"
    EXPIRED = "verlopen", "Niet meer geldig"
    TOO_YOUNG = "te_jong", "Gegeven vóór de 12e verjaardag, vraag opnieuw"
    ASKED = "gevraagd", "Gevraagd, nog geen antwoord"
    MISSING = "ontbreekt", "Nog niet gevraagd"

    @property
    def is_no(self) -> bool:
        """Somebody said no, or took a yes back."""
        return self in (Stand.REFUSED, Stand.WITHDRAWN)


class Verdict(Word):
    """How a case may be discussed."""

    NAMED = "met_naam", "Bespreken met naam"
    UNNAMED = "zonder_naam", "Alleen zonder naam bespreken"
    NOT = "niet", "Niet bespreken"


@dataclass(frozen=True)
class Holder:
    """A parent or guardian of the case. `label` is the name as shown."""

    id: UUID
    relation: AuthorityRelation | None
    label: str
    has_authority: bool = True
    address_secret: bool = False

    @property
    def is_guardian(self) -> bool:
        """Guardian rather than parent."""
        return self.relation in (AuthorityRelation.GUARDIAN, AuthorityRelation.INSTITUTION)


@dataclass(frozen=True)
class Incapacity:
    """A judgement that the young person cannot weigh this decision. Counts only when by, on and ground are filled in."""

    judged: bool = False
    by: str = ""
    on: date | None = None
    ground: str = ""

    @property
    def is_complete(self) -> bool:
        """Who judged, when and why are all recorded."""
        return self.judged and bool(self.by.strip()) and self.on is not None and bool(self.ground.strip())


@dataclass(frozen=True)
class RecordedAnswer:
    """One recorded answer. `giver` is the id of a holder, or None for the young person.

    `until` is the last day on which it holds; from `withdrawn_on` it no longer does.
    """

    giver: UUID | None
    purpose: PermissionPurpose
    answer: PermissionAnswer
    given_on: date | None = None
    until: date | None = None
    withdrawn_on: date | None = None
    to_whom: str = ""


@dataclass(frozen=True)
class PermissionFacts:
    """What the rules need to know of a case. Answers stand in the order in which they were recorded."""

    birth_date: date | None
    legal_frame: LegalFrame | None
    holders: tuple[Holder, ...] = ()
    answers: tuple[RecordedAnswer, ...] = ()
    incapacity: Incapacity = Incapacity()
    exception_ground: str = ""
    registered_on: date | None = None
    young_person: str = "de jeugdige"


@dataclass(frozen=True)
class Asked:
    """Somebody who must give permission, in which quality and why. `giver` is None for the young person."""

    giver: UUID | None
    label: str
    quality: Quality
    why: str


@dataclass(frozen=True)
class Standing:
    """How one of the people asked stands to a purpose, since when (if recorded)."""

    asked: Asked
    stand: Stand
    since: date | None = None


@dataclass(frozen=True)
class PurposeStatus:
    """What everybody asked answered for one purpose. `to_whom` only for sending advice."""

    purpose: PermissionPurpose
    standings: tuple[Standing, ...]
    to_whom: str = ""

    @property
    def complete(self) -> bool:
        """Everybody who must be asked gave permission; false when nobody is known to ask."""
        return bool(self.standings) and all(each.stand is Stand.GIVEN for each in self.standings)

    @property
    def refused(self) -> bool:
        """Somebody said no or took a yes back."""
        return any(each.stand.is_no for each in self.standings)

    @property
    def given(self) -> tuple[Standing, ...]:
        """Those who gave permission."""
        return tuple(each for each in self.standings if each.stand is Stand.GIVEN)

    @property
    def missing(self) -> tuple[Standing, ...]:
        """Those who did not (or no longer) give permission, with how they stand."""
        return tuple(each for each in self.standings if each.stand is not Stand.GIVEN)


@dataclass(frozen=True)
class Notice:
    """Something to know or repair. `id` is stable, `text` is Dutch and says what to do."""

    id: str
    text: str


@dataclass(frozen=True)
class PermissionView:
    """Everything §8 says of a case on a day.

    `purposes` holds every purpose; sending advice once per addressee recorded. `by_exception` tells that the written
    ground carries the verdict. `inform` names who must be told although nobody asks them, or although they did not agree.
    """

    on: date
    age: int | None
    asked: tuple[Asked, ...]
    purposes: tuple[PurposeStatus, ...]
    verdict: Verdict
    why: str
    by_exception: bool
    inform: tuple[str, ...]
    notices: tuple[Notice, ...]

    def purpose(self, purpose: PermissionPurpose) -> PurposeStatus:
        """Status of one purpose (of sending advice: to the first addressee recorded)."""
        return next(each for each in self.purposes if each.purpose is purpose)

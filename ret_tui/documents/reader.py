"""The table as one reader of the family sees it: who is meant by `u` or `jij`, what others are called, whose words may be read.

People are told by what they are, never by surname (domain §9, §12). Parents who live apart read none of each other's
words and views (domain §8); as long as nobody said that they live together, they are taken to live apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ret_tui.domain.words import AuthorityRelation, TableRole
from ret_tui.queries.meetings import SeatView
from ret_tui.queries.values import Record

_RELATIONS = {
    TableRole.MOTHER: AuthorityRelation.MOTHER,
    TableRole.FATHER: AuthorityRelation.FATHER,
    TableRole.PARENT: AuthorityRelation.PARENT,
    TableRole.GUARDIAN: AuthorityRelation.GUARDIAN,
}
_KIN = {
    AuthorityRelation.MOTHER: "moeder",
    AuthorityRelation.FATHER: "vader",
    AuthorityRelation.GUARDIAN: "voogd",
}
_OTHERS = {
    TableRole.CHAIR: "de voorzitter",
    TableRole.PROCESS_SUPPORTER: "de procesondersteuner",
    TableRole.SUPPORT_PERSON: "een steunpersoon",
    TableRole.INTERPRETER: "een tolk",
}


@dataclass(frozen=True)
class Reader:
    """Who reads a letter: the holders of authority in `ids`, or the young person when there are none.

    `holders` are all those of the case; `together` is true only when it is known that the parents live together.
    """

    first_name: str
    holders: Sequence[Record]
    ids: frozenset[UUID] = frozenset()
    together: bool = False

    @property
    def is_young_person(self) -> bool:
        """Whether the young person reads this."""
        return not self.ids

    def sits(self, seat: SeatView) -> bool:
        """Whether the reader, or one of the readers, sits there."""
        if self.is_young_person:
            return seat.role is TableRole.YOUNG_PERSON
        return self._holder(seat) in self.ids

    def may_hear(self, seat: SeatView) -> bool:
        """Whether what was said there, and what is thought there of the advice, may stand in this letter."""
        if self.is_young_person or not seat.role.is_family:
            return self.sits(seat)
        if self.sits(seat) or seat.role is TableRole.YOUNG_PERSON:
            return True
        if seat.role is TableRole.SUPPORT_PERSON:
            return self.together or len(self.holders) == 1
        return self.together and self._holder(seat) is None

    def was_spoken_with(self, seats: Sequence[SeatView]) -> bool:
        """Whether the words of the family are the reader's: not of who was not there while another parent was, nor of an institution."""
        holders = [each["relation"] for each in self.holders if each.id in self.ids]
        if holders == [AuthorityRelation.INSTITUTION]:
            return False
        if self.together or any(self.sits(seat) for seat in seats):
            return True
        return not any(seat.role in _RELATIONS and not self.may_hear(seat) for seat in seats)

    def present(self, seats: Sequence[SeatView]) -> tuple[str, ...]:
        """Who was there: the reader first, then the family, then the others in the order of the table."""
        mine = [seat for seat in seats if self.sits(seat)]
        if self.is_young_person:
            found = ["jij"] * len(mine)
        elif len(self.ids) == 1:
            found = ["u"] * len(mine)
        elif {self._holder(seat) for seat in mine} == self.ids:
            found = ["u beiden"]
        else:
            found = [self._name(seat) for seat in mine]
        rest = [seat for seat in seats if not self.sits(seat)]
        rest.sort(key=lambda seat: (seat.role is not TableRole.YOUNG_PERSON, not seat.role.is_family))
        return tuple(dict.fromkeys((*found, *(self._called(seat) for seat in rest))))

    def relation(self, relation: AuthorityRelation | None) -> str:
        """`de moeder van Sam`, or `je moeder` for the young person."""
        if relation is AuthorityRelation.INSTITUTION:
            return "de jeugdbescherming"
        word = _KIN.get(relation, "") if relation else ""
        if self.is_young_person:
            return f"je {word}" if word else "een van je ouders"
        of = f" van {self.first_name}" if self.first_name else ""
        return f"de {word}{of}" if word else f"een ouder{of}"

    def young_person(self) -> str:
        """The young person, by first name when that is known."""
        return self.first_name or "de jeugdige"

    def _holder(self, seat: SeatView) -> UUID | None:
        """Whose seat it is. One that was added later is of the only holder of that relation."""
        if seat.holder_id is not None or seat.role not in _RELATIONS:
            return seat.holder_id
        alike = [each.id for each in self.holders if each["relation"] is _RELATIONS[seat.role]]
        return alike[0] if len(alike) == 1 else None

    def _name(self, seat: SeatView) -> str:
        holder = next((each for each in self.holders if each.id == self._holder(seat)), None)
        name = str(holder["name"] or "").strip() if holder is not None else ""
        return name or self._called(seat)

    def _called(self, seat: SeatView) -> str:
        if seat.role is TableRole.YOUNG_PERSON:
            return self.young_person()
        if seat.role in _RELATIONS:
            holder = next((each for each in self.holders if each.id == self._holder(seat)), None)
            return self.relation(holder["relation"] if holder is not None else _RELATIONS[seat.role])
        if seat.role in _OTHERS:
            return _OTHERS[seat.role]
        what = (seat.profession or "").strip()
        if seat.role is TableRole.APPLICANT and not what:
            return "degene die de aanvraag deed"
        if seat.role is TableRole.OTHER and not what:
            return (seat.name or "").strip() or "een gast"
        return professional(what, (seat.organisation or "").strip())


_DETERMINED = re.compile(r"(?:de|het|een|’t|'t|mijn|uw|onze|ons|je|jouw|zijn|haar|hun)\b", re.IGNORECASE)
_NEUTER = ("hoofd", "lid", "maatje")


def professional(profession: str, organisation: str) -> str:
    """`de orthopedagoog van Koraal`; an article that was typed stays, and so does a capital of an abbreviation."""
    what = profession or "een deskundige"
    if not _DETERMINED.match(what):
        first = what.split()[0]
        if first.isalpha() and first[1:].islower() and len(first) > 3:
            what = what[:1].lower() + what[1:]
        article = "het" if first.lower().endswith(_NEUTER) else "de"
        what = f"{article} {what}"
    return f"{what} van {organisation}" if organisation else what

"""Who was at the table in words for one reader, and whose words that reader may see."""

from __future__ import annotations

from uuid import uuid4

import pytest

from ret_tui.documents.common import reactions_heading
from ret_tui.documents.dutch import listing
from ret_tui.documents.facts import Reaction
from ret_tui.documents.reader import Reader, professional
from ret_tui.domain.words import AuthorityRelation, FamilyView, Presence, TableRole
from ret_tui.queries.meetings import SeatView
from ret_tui.queries.values import Record


def holder(relation: AuthorityRelation | None, name: str = "") -> Record:
    return Record(uuid4(), {"relation": relation, "name": name})


MOTHER = holder(AuthorityRelation.MOTHER, "M. Proef")
FATHER = holder(AuthorityRelation.FATHER, "V. Proef")
INSTITUTION = holder(AuthorityRelation.INSTITUTION, "Jeugdbescherming Proef")


def seat(
    role: TableRole, of: Record | None = None, profession: str = "", organisation: str = "", name: str = ""
) -> SeatView:
    return SeatView(
        id=uuid4(), item_id=uuid4(), name=name, role=role, tag="x", organisation_id=None, organisation=organisation,
        profession=profession, presence=Presence.PRESENT, stands_in_for=None, member_id=None,
        holder_id=of.id if of else None, secrecy=True, said={},
    )  # fmt: skip


CHILD = seat(TableRole.YOUNG_PERSON)
TABLE = (
    seat(TableRole.CHAIR),
    seat(TableRole.EXPERT, profession="GZ-psycholoog", organisation="VvGI"),
    CHILD,
    seat(TableRole.MOTHER, MOTHER),
    seat(TableRole.FATHER, FATHER),
    seat(TableRole.APPLICANT, profession="Jeugdconsulent", organisation="Gemeente Proefstad"),
)
REST = "de voorzitter, de GZ-psycholoog van VvGI en de jeugdconsulent van Gemeente Proefstad"


def reader(*of: Record, together: bool = False, holders: tuple[Record, ...] = (MOTHER, FATHER)) -> Reader:
    return Reader("Sam", holders, frozenset(each.id for each in of), together)


@pytest.mark.parametrize(
    ("who", "told"),
    [
        (reader(MOTHER), f"u, Sam, de vader van Sam, {REST}"),
        (reader(FATHER), f"u, Sam, de moeder van Sam, {REST}"),
        (reader(MOTHER, FATHER, together=True), f"u beiden, Sam, {REST}"),
        (reader(), f"jij, je moeder, je vader, {REST}"),
        (
            reader(INSTITUTION, holders=(MOTHER, FATHER, INSTITUTION)),
            f"Sam, de moeder van Sam, de vader van Sam, {REST}",
        ),
    ],
)
def test_the_reader_comes_first_and_nobody_is_called_by_surname(who: Reader, told: str) -> None:
    assert listing(who.present(TABLE)) == told


def test_of_two_readers_the_one_who_was_there_is_named() -> None:
    there = [each for each in TABLE if each.role is not TableRole.FATHER]
    assert reader(MOTHER, FATHER, together=True).present(there)[:2] == ("M. Proef", "Sam")


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (seat(TableRole.OTHER, profession="de mentor van Sam"), "de mentor van Sam"),
        (seat(TableRole.OTHER, profession="Hoofd toegang"), "het hoofd toegang"),
        (seat(TableRole.OTHER, name="Oma"), "Oma"),
        (seat(TableRole.OTHER), "een gast"),
        (seat(TableRole.EXPERT), "een deskundige"),
        (seat(TableRole.APPLICANT), "degene die de aanvraag deed"),
        (seat(TableRole.PARENT), "een ouder van Sam"),
        (seat(TableRole.GUARDIAN), "de voogd van Sam"),
        (seat(TableRole.INTERPRETER), "een tolk"),
        (seat(TableRole.SUPPORT_PERSON), "een steunpersoon"),
    ],
)
def test_everybody_has_a_word(one: SeatView, told: str) -> None:
    assert reader(MOTHER).present([one]) == (told,)


@pytest.mark.parametrize(
    ("profession", "told"),
    [
        ("orthopedagoog", "de orthopedagoog van Proef"),
        ("Wmo-consulent", "de Wmo-consulent van Proef"),
        ("GI-medewerker", "de GI-medewerker van Proef"),
        ("een stagiaire", "een stagiaire van Proef"),
        ("Deskundige", "de deskundige van Proef"),
        ("", "een deskundige van Proef"),
    ],
)
def test_a_profession_gets_its_article(profession: str, told: str) -> None:
    assert professional(profession, "Proef") == told


# --- whose words --------------------------------------------------------------------------------------


def heard(who: Reader, seats: tuple[SeatView, ...]) -> list[TableRole]:
    return [each.role for each in seats if who.may_hear(each)]


UNLINKED = (CHILD, seat(TableRole.MOTHER), seat(TableRole.FATHER), seat(TableRole.SUPPORT_PERSON))


@pytest.mark.parametrize("seats", [(*TABLE, UNLINKED[3]), UNLINKED])
def test_parents_apart_hear_none_of_each_other_however_the_seat_came_there(
    seats: tuple[SeatView, ...],
) -> None:
    assert set(heard(reader(MOTHER), seats)) == {TableRole.YOUNG_PERSON, TableRole.MOTHER}
    assert set(heard(reader(FATHER), seats)) == {TableRole.YOUNG_PERSON, TableRole.FATHER}
    assert heard(reader(), seats) == [TableRole.YOUNG_PERSON]


def test_of_two_mothers_a_seat_of_nobody_is_neither() -> None:
    other = holder(AuthorityRelation.MOTHER, "N. Proef")
    mine = reader(MOTHER, holders=(MOTHER, other))
    assert heard(mine, UNLINKED) == [TableRole.YOUNG_PERSON]
    linked = (seat(TableRole.MOTHER, MOTHER), seat(TableRole.MOTHER, other))
    assert [mine.may_hear(each) for each in linked] == [True, False]


def test_parents_who_live_together_hear_the_support_person_too() -> None:
    both = reader(MOTHER, FATHER, together=True)
    assert heard(both, UNLINKED) == [each.role for each in UNLINKED]
    assert TableRole.SUPPORT_PERSON in heard(reader(MOTHER, holders=(MOTHER,)), UNLINKED)


@pytest.mark.parametrize(
    ("who", "there", "spoken"),
    [
        (reader(MOTHER), (TableRole.MOTHER,), True),
        (reader(MOTHER), (TableRole.MOTHER, TableRole.FATHER), True),
        (reader(MOTHER), (TableRole.FATHER,), False),
        (reader(MOTHER), (), True),
        (reader(MOTHER, FATHER, together=True), (TableRole.FATHER,), True),
        (reader(INSTITUTION, holders=(MOTHER, INSTITUTION)), (TableRole.MOTHER, TableRole.GUARDIAN), False),
    ],
)
def test_words_of_the_family_are_no_words_of_who_was_not_there(
    who: Reader, there: tuple[TableRole, ...], spoken: bool
) -> None:
    assert who.was_spoken_with([seat(role) for role in there]) is spoken


@pytest.mark.parametrize(
    ("given", "heading"),
    [
        (("u",), "Wat u van dit advies vindt"),
        (("u", "Sam"), "Wat u en Sam van dit advies vinden"),
        (("Moeder", "Vader"), "Wat u van dit advies vindt"),
        (("Sam",), "Wat Sam van dit advies vindt"),
    ],
)
def test_the_heading_names_only_who_gave_a_view(given: tuple[str, ...], heading: str) -> None:
    reactions = [Reaction(who, FamilyView.AGREE) for who in given]
    assert reactions_heading(reactions, "Sam") == heading

"""Layouts of other regions that look like ours and mean something else: right, or asked, or in the note; never wrong."""

from __future__ import annotations

from datetime import date

import pytest

from ret_tui.documents.forms_in.proposal import Proposal, incoming, propose
from ret_tui.documents.forms_in.reading import read_form
from ret_tui.documents.forms_in.synonyms import load
from ret_tui.domain.words import FactorKind, LegalFrame
from tests.documents.forms.people import TODAY
from tests.documents.forms.writers import bare, p, tbl

WORDS = load()


def rows(*texts: tuple[str, ...]) -> str:
    return tbl([tuple(p(each) for each in row) for row in texts])


def lines(*texts: str) -> str:
    return "".join(p(text) for text in texts)


def read(body: str) -> Proposal:
    return propose([read_form(bare(body), "formulier.docx", WORDS, TODAY)])


def told(proposal: Proposal) -> dict[str, object]:
    return {each.target: each.value for each in proposal.fields}


SAM = {"case.first_name": "Sam", "case.birth_date": date(2011, 3, 3)}
CHILD = (("Jeugdige", ""), ("Voornaam", "Sam"), ("Geboortedatum", "3-3-2011"))
OTHERS = {
    "school": rows(*CHILD) + lines("Contactpersoon school", "Naam: Juf Proef", "Geboortedatum: 1-1-2012"),
    "school above": rows(("School", ""), ("Contactpersoon", "Juf Proef"), ("Telefoon", "0612345678")) + rows(*CHILD),
    "sister": rows(*CHILD) + rows(("Zus", ""), ("Voornaam", "Fien"), ("Geboortedatum", "1-1-2012")),
    "sister in the same table": rows(*CHILD, ("Zus", ""), ("Voornaam", "Fien"), ("Geboortedatum", "1-1-2012")),
    "sisters in a table": rows(*CHILD) + rows(("Naam", "Geboortedatum", "Woont"), ("Fien", "1-1-2012", "thuis"), ("Tim", "1-1-2013", "groep")),
    "people around": rows(*CHILD) + rows(("Naam", "Functie", "Organisatie", "Telefoon", "E-mail"), ("Ans", "arts", "Zorg", "0612345678", "a@a.test")),
    "family doctor": rows(*CHILD, ("Huisarts", ""), ("Naam", "dr. Proef"), ("Adres", "Straat 1"), ("Telefoon", "0612345678")),
    "grandmother": rows(*CHILD) + lines("Oma van moederskant", "Voornaam: Bep", "Geboortedatum: 1-1-1950"),
}  # fmt: skip


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_told_about_somebody_else_stays_with_that_person(name: str) -> None:
    proposal = read(OTHERS[name])
    assert told(proposal) == SAM
    note = incoming(proposal, {}, TODAY).note
    assert any(each in note for each in ("Juf Proef", "Fien", "Ans", "dr. Proef", "Bep"))


def test_names_and_birth_dates_of_parents_are_theirs() -> None:
    block = (
        ("Voornaam", "Anna"),
        ("Achternaam", "Proef"),
        ("Geboortedatum", "1-1-2005"),
        ("Gemeente", "Elders"),
    )
    proposal = read(
        rows(*CHILD)
        + rows(("Gegevens moeder", ""), *block)
        + lines("Ouder(s) van de jeugdige", "Taal: Pools")
    )
    found = told(proposal)
    assert {key: value for key, value in found.items() if key.startswith("case.")} == SAM
    assert found["holder.1.name"] == "Anna Proef"
    note = incoming(proposal, {}, TODAY).note
    assert "1-1-2005" in note
    assert "Elders" in note


def test_a_column_of_answers() -> None:
    proposal = read(
        rows(
            ("Vraag", "Toelichting", "Antwoord"),
            ("Gemeente", "Woonplaatsbeginsel", "Proefstad"),
            ("Juridisch kader", "vrijwillig, OTS, voogdij", "voogdij"),
        )
    )
    assert told(proposal) == {
        "case.municipality": "Proefstad",
        "case.legal_frame": LegalFrame.GUARDIANSHIP,
    }


def test_two_cells_behind_a_label_are_asked() -> None:
    proposal = read(rows(("Gemeente", "volgens woonplaatsbeginsel", "Proefstad")))
    assert not proposal.fields
    assert proposal.questions[0].candidates == ("volgens woonplaatsbeginsel", "Proefstad")


def test_labels_above_their_values() -> None:
    head = ("Voornaam", "Achternaam", "Geboortedatum")
    assert told(read(rows(head, ("Sam", "de Proef", "3-3-2011")))) == SAM | {"case.last_name": "de Proef"}
    two = read(rows(head, ("Sam", "de Proef", "3-3-2011"), ("Tim", "de Proef", "3-3-2013")))
    assert not two.fields
    assert "Voornaam: Sam" in two.rest
    assert "Voornaam: Tim" in two.rest


def test_numbers_before_labels() -> None:
    found = told(
        read(
            lines("1 Aanmelder")
            + rows(("1.1", "Naam", "Aad"), ("1.2", "Functie", "wijkcoach"))
            + lines("2 Jeugdige")
            + rows(("2.1", "Voornaam", "Sam"), ("2.2", "Geboortedatum", "3-3-2011"))
        )
    )
    assert found == SAM | {"case.applicant_name": "Aad", "case.applicant_role": "wijkcoach"}


def test_factors_side_by_side() -> None:
    found = told(
        read(rows(("Risicofactoren", "Beschermende factoren"), ("Veel verhuisd\nGeen school", "Opa")))
    )
    texts = [value for target, value in found.items() if target.endswith(".text")]
    kinds = [value for target, value in found.items() if target.endswith(".kind")]
    assert texts == ["Veel verhuisd", "Geen school", "Opa"]
    assert kinds == [FactorKind.RISK, FactorKind.RISK, FactorKind.PROTECTIVE]


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Noor van der Test", "Noor", "van der Test"),
        ("Jan Willem de Proef", "Jan Willem", "de Proef"),
        ("Sam in 't Veld", "Sam", "in 't Veld"),
        ("Test, Noor", "Noor", "Test"),
        ("Sam Proef", "Sam", "Proef"),
    ],
)
def test_names_are_divided_before_the_prefix(name: str, first: str, last: str) -> None:
    assert told(read(p(f"Naam jeugdige: {name}"))) == {"case.first_name": first, "case.last_name": last}


@pytest.mark.parametrize(
    "line",
    [
        "Vader: er is te veel hulp. Moeder: te weinig.",
        "Moeder: zij wil dat Sam thuis blijft",
        "Wachtlijst: ja, bij Aanbieder Proef sinds 1-3-2026",
        "Steunpersoon: nee",
        "Mogelijke procesregisseur: onbekend",
    ],
)
def test_a_remark_is_no_answer(line: str) -> None:
    proposal = read(p(line))
    assert not proposal.fields
    assert line.partition(": ")[2].partition(".")[0] in incoming(proposal, {}, TODAY).note


def test_a_question_with_its_answer_on_the_same_line() -> None:
    found = told(
        read(lines("Is de situatie acuut onveilig? Nee", "Wat is er al ingezet? MST en een time-out."))
    )
    assert str(found["case.safety_acute"]) == "nee"
    assert found["case.tried"] == "MST en een time-out."


def test_a_table_about_more_people_at_once_is_left_to_a_person() -> None:
    proposal = read(
        rows(
            ("", "Jeugdige", "Moeder", "Vader"),
            ("Voornaam", "Sam", "Anna", "Bert"),
            ("Geboortedatum", "", "1-1-2005", ""),
        )
    )
    assert not proposal.fields
    assert "Geboortedatum | – | 1-1-2005 | –" in proposal.rest


def test_boxes_in_cells_of_their_own() -> None:
    assert told(read(rows(("Tolk nodig", "☐ Ja", "☒ Nee")))) == {"case.interpreter": False}


@pytest.mark.parametrize("name", ["onbekend", "Anoniem", "volgt", "zie bijlage"])
def test_what_stands_for_a_name_is_no_name(name: str) -> None:
    assert not read(p(f"Naam jeugdige: {name}")).fields


def test_headers_footers_and_comments_are_no_answers() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    beside = {
        "word/header1.xml": f"<w:hdr {space}>{p('Gemeente: Elders')}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {space}>{rows(('Geboortedatum', '1-1-2012'))}</w:ftr>",
        "word/comments.xml": f"<w:comments {space}><w:comment>{p('Voornaam: Robin?')}</w:comment></w:comments>",
    }
    form = read_form(bare(lines("Voornaam: Sam"), extra=beside), "formulier.docx", WORDS, TODAY)
    proposal = propose([form])
    assert told(proposal) == {"case.first_name": "Sam"}
    assert not proposal.questions
    assert set(proposal.rest) == {"Gemeente: Elders", "Geboortedatum | 1-1-2012", "Voornaam: Robin?"}

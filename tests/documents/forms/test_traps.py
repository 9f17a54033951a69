"""Texts that look like an answer and are not: each becomes a question or goes to the note, never a value."""

from __future__ import annotations

from datetime import date

import pytest

from ret_tui.documents.forms_in.proposal import Proposal, incoming, propose
from ret_tui.documents.forms_in.reading import read_form
from ret_tui.documents.forms_in.synonyms import load
from ret_tui.domain.errors import DocumentError
from ret_tui.domain.words import Answer, ApplicantKind, LegalFrame, PermissionAnswer, PermissionPurpose
from tests.documents.forms.people import TODAY
from tests.documents.forms.writers import bare, control, p, saved, table, tbl
from tests.hostile.samples import SAMPLES

WORDS = load()
BSN = "111222333"


def read(*bodies: str) -> Proposal:
    return propose(
        [
            read_form(bare(body), f"formulier {number}.docx", WORDS, TODAY)
            for number, body in enumerate(bodies)
        ]
    )


def lines(*texts: str) -> str:
    return "".join(p(text) for text in texts)


def value(proposal: Proposal, target: str) -> object:
    return next((each.value for each in proposal.fields if each.target == target), None)


@pytest.mark.parametrize(
    ("line", "target"),
    [
        ("Juridisch kader: OTS aangevraagd", "case.legal_frame"),
        ("Juridisch kader: geen OTS meer", "case.legal_frame"),
        ("Juridisch kader: OTS, beëindigd in mei", "case.legal_frame"),
        ("Juridisch kader: ☒ vrijwillig ☒ OTS", "case.legal_frame"),
        ("Verblijf: thuis of pleeggezin", "case.residence"),
        ("Acuut onveilig: ja en nee", "case.safety_acute"),
        ("Acuut onveilig: nee, maar het kan zo omslaan", "case.safety_acute"),
        ("Acuut onveilig: ja ☐ nee ☒ weet niet", "case.safety_acute"),
        ("Geboortedatum: 31-2-2011", "case.birth_date"),
        ("Geboortedatum: maart 2011", "case.birth_date"),
        ("Geboortedatum: 3/21/2011", "case.birth_date"),
        ("Geboortedatum: 21-3-2031", "case.birth_date"),
        ("Geboortedatum: 21-3-2011 (12 jaar)", "case.birth_date"),
        ("Geboortedatum: 21-3-2011 of 21-3-2012", "case.birth_date"),
        ("Geboortedatum: 21-3-1985", "case.birth_date"),
        ("Geboortedatum: ca. 21-3-2011", "case.birth_date"),
        ("Naam jeugdige: Sam Robin Proef", "case.first_name"),
        ("E-mail aanmelder: Aad Aanmelder", "case.applicant_email"),
        ("Telefoon aanmelder: zie boven", "case.applicant_phone"),
        ("Voornaam: 0612345678", "case.first_name"),
        ("Geboortedatm: 21-3-2011", "case.birth_date"),
        ("Tolk nodig: Pools", "case.interpreter"),
        ("Soort vraag: alles", "case.question_types"),
    ],
)
def test_doubt_is_a_question(line: str, target: str) -> None:
    proposal = read(p(line))
    assert value(proposal, target) is None
    assert line.partition(":")[2].strip() in incoming(proposal, {}, TODAY).note


def test_a_label_with_the_name_of_a_column_as_its_value_is_no_table() -> None:
    proposal = propose(
        [
            read_form(
                saved(
                    lambda d: (
                        d.add_heading("Aanmelder", 1),
                        table(d, [("Soort", "Aanbieder"), ("Naam", "Aad")]),
                    )
                ),
                "a.docx",
                WORDS,
                TODAY,
            )
        ]
    )
    assert value(proposal, "case.applicant_kind") is ApplicantKind.PROVIDER
    assert value(proposal, "case.applicant_name") == "Aad"


def test_the_same_label_twice_with_other_values_is_a_conflict() -> None:
    proposal = read(lines("Voornaam: Sam", "Voornaam: Robin"))
    (question,) = proposal.questions
    assert question.candidates == ("Sam", "Robin")
    chosen = incoming(proposal, {0: "Robin"}, TODAY)
    assert chosen.case["first_name"] == "Robin"


def test_two_forms_that_agree_have_no_conflict_and_two_that_differ_have() -> None:
    assert not read(p("Voornaam: Sam"), p("Voornaam: SAM")).questions
    assert read(p("Geboortedatum: 1-2-2011"), p("Geboortedatum: 2-2-2011")).questions


def test_rows_of_a_second_form_count_on_and_its_questions_stay_with_them() -> None:
    """A doubt about a parent on the second form is never asked of the parent on the first."""
    proposal = read(
        lines("Naam moeder: Moeder Proef", "Voornaam: Sam", "Doelen: Een vaste plek"),
        lines("Naam vader: Vader Proef", "Gezag vader: misschien", "Doelen: Weer naar school"),
    )
    assert {row: each["text"] for row, each in proposal.numbered("goal").items()} == {
        1: "Een vaste plek",
        2: "Weer naar school",
    }
    named = {row: each["name"] for row, each in proposal.numbered("holder").items()}
    assert named == {1: "Moeder Proef", 2: "Vader Proef"}
    assert [each.target for each in proposal.questions] == ["holder.2.has_authority"]


def test_a_date_control_that_says_another_day_than_its_text_is_a_conflict() -> None:
    day = '<w:date w:fullDate="2011-03-22T00:00:00Z"/>'
    proposal = read(tbl([(p("Geboortedatum"), p(inside=control("21-3-2011", day)))]))
    assert proposal.questions[0].candidates == (date(2011, 3, 21), date(2011, 3, 22))


def test_a_control_under_the_wrong_label_is_not_believed() -> None:
    wrong = control("Sam", '<w:tag w:val="ret:case.first_name"/><w:text/>')
    proposal = read(tbl([(p("Achternaam"), p(inside=wrong))]))
    assert not proposal.fields
    assert proposal.questions


def test_a_name_in_its_own_part_only() -> None:
    proposal = read(lines("Naam: Iemand"))
    assert not proposal.fields
    assert proposal.rest == ("Naam: Iemand",)


def test_a_bsn_is_kept_nowhere() -> None:
    body = lines(
        "Voornaam: Sam", f"BSN: {BSN}", f"Wat is al geprobeerd: hulp, bsn {BSN}", f"Los: {BSN}"
    ) + tbl([(p("Burgerservicenummer"), p(BSN)), (p("Achternaam"), p(BSN))])
    proposal = read(body)
    assert proposal.has_bsn
    found = incoming(proposal, {}, TODAY)
    assert BSN not in repr(found)
    assert BSN not in repr(proposal)


@pytest.mark.parametrize("text", SAMPLES.values(), ids=list(SAMPLES))
def test_hostile_text_is_ordinary_data(text: str) -> None:
    tidy = " ".join("".join(each for each in text if each.isprintable() or each == " ").split())
    if not tidy or len(tidy) > 400:
        tidy = "[/] {{ x }} <b>"
    proposal = propose(
        [
            read_form(
                saved(lambda d: table(d, [("Veiligheidsafspraken", f"Sam {tidy} einde")])),
                "a.docx",
                WORDS,
                TODAY,
            )
        ]
    )
    told = repr(proposal.fields) + repr(proposal.questions) + repr(proposal.rest)
    assert "einde" in told


def test_permission_of_the_young_person_and_a_parent() -> None:
    grid = tbl(
        [
            tuple(
                p(each)
                for each in ("Wie geeft toestemming", "Bespreken met naam", "Stukken delen", "Datum", "Hoe")
            ),
            tuple(p(each) for each in ("Sam", "ja", "nee", "12-11-2026", "schriftelijk")),
            tuple(p(each) for each in ("Testmoeder", "☒ ja ☐ nee", "", "12-11-2026", "mondeling")),
            tuple(p(each) for each in ("Buurvrouw", "ja", "ja", "12-11-2026", "mondeling")),
        ]
    )
    found = incoming(read(lines("Voornaam: Sam", "Naam moeder: Testmoeder") + grid), {}, TODAY)
    answers = [(each.holder, each.values["purpose"], each.values["answer"]) for each in found.permissions]
    assert answers == [
        (None, PermissionPurpose.DISCUSS_NAMED, PermissionAnswer.GIVEN),
        (None, PermissionPurpose.SHARE_DOCUMENTS, PermissionAnswer.REFUSED),
        (0, PermissionPurpose.DISCUSS_NAMED, PermissionAnswer.GIVEN),
    ]
    assert "Buurvrouw" in found.note


def test_what_the_case_has_already_is_asked_not_overwritten() -> None:
    reading = read_form(
        bare(lines("Voornaam: Sam", "Gemeente: Venlo", "Taal: Pools")), "a.docx", WORDS, TODAY
    )
    proposal = propose([reading], {"first_name": "sam", "municipality": "Horst", "language": None})
    assert value(proposal, "case.first_name") is None
    assert value(proposal, "case.language") == "Pools"
    (question,) = proposal.questions
    assert question.candidates == ("Horst", "Venlo")


def test_an_answer_of_several_lines_and_then_something_else_is_asked() -> None:
    proposal = read(lines("Wat is al geprobeerd?", "Drie groepen.", "Lievelingsdier: kat"))
    (question,) = proposal.questions
    assert question.candidates == ("Drie groepen.", "Drie groepen.\nLievelingsdier: kat")


def test_a_region_adds_its_own_words(tmp_path) -> None:
    own = tmp_path / "synoniemen.toml"
    own.write_text(
        '[labels.overal]\n"case.first_name" = ["Hoe heet je"]\n[woorden.answer]\nja = ["zeker"]\n',
        encoding="utf-8",
    )
    words = load(own)
    body = lines("Hoe heet je: Sam", "Acuut onveilig: zeker", "Juridisch kader: ondertoezichtstelling")
    proposal = propose([read_form(bare(body), "a.docx", words, TODAY)])
    assert value(proposal, "case.first_name") == "Sam"
    assert value(proposal, "case.safety_acute") is Answer.YES
    assert value(proposal, "case.legal_frame") is LegalFrame.SUPERVISION_ORDER


@pytest.mark.parametrize(
    "text", ["geen toml [", "[labels]\noveral = 3", '[labels.overal]\n"case.first_name" = ["achternaam"]']
)
def test_a_wrong_list_of_words_is_told(tmp_path, text: str) -> None:
    own = tmp_path / "synoniemen.toml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"synoniemen|twee velden"):
        load(own)

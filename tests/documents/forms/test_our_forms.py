"""The two forms that referrers fill in: as the script makes them, empty when nobody wrote in them, readable when they did."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path
from shutil import which

import docx
import pytest

from ret_tui.assets import assets
from ret_tui.documents.forms_in.proposal import Proposal, incoming, propose
from ret_tui.documents.forms_in.reading import read_form
from ret_tui.documents.forms_in.synonyms import load
from ret_tui.documents.forms_in.targets import NOT_FROM_FORMS
from ret_tui.documents.forms_out.make import ANALYSIS, REGISTRATION, analysis, registration
from ret_tui.domain.analysis import AnalysisFields
from ret_tui.domain.case import AuthorityHolderFields, CaseFields
from ret_tui.domain.words import PermissionAnswer, PermissionPurpose
from tests.documents.forms.corpus import our_own_form
from tests.documents.forms.people import SAM, TODAY
from tests.documents.forms.writers import filled

WORDS = load()
FILES = Path(__file__).parent / "files"
FORMS = {REGISTRATION: registration, ANALYSIS: analysis}
OF_THE_TEAM = {
    "received_on", "judged_incapable", "judged_by", "judged_on", "judged_reason", "permission_exception",
}  # fmt: skip


def read(data: bytes, name: str = "formulier.docx") -> Proposal:
    return propose([read_form(data, name, WORDS, TODAY)])


@pytest.mark.parametrize("name", FORMS)
def test_the_file_is_what_the_script_makes(name: str) -> None:
    assert FORMS[name]() == (assets("templates") / name).read_bytes()


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_says_nothing(name: str) -> None:
    proposal = read((assets("templates") / name).read_bytes())
    assert (proposal.fields, proposal.questions, proposal.rest) == ((), (), ())


def test_every_field_of_a_registration_is_on_the_form() -> None:
    document = docx.Document(io.BytesIO(registration()))
    labels = {row.cells[0].text.split("\n")[0] for table in document.tables for row in table.rows}
    for model in (CaseFields, AuthorityHolderFields):
        wanted = {
            each.title
            for name, each in model.model_fields.items()
            if name not in NOT_FROM_FORMS | OF_THE_TEAM
        }
        assert wanted <= labels


def test_every_text_of_an_analysis_is_on_its_form() -> None:
    document = docx.Document(io.BytesIO(analysis()))
    labels = {row.cells[0].text.split("\n")[0] for table in document.tables for row in table.rows}
    assert {each.title for each in AnalysisFields.model_fields.values()} <= labels


def test_parents_may_be_called_by_their_block_in_the_table_of_permission() -> None:
    data = filled(
        REGISTRATION,
        {"case.first_name": "Sam", "holder.2.name": "Testvader Proef"},
        rows={
            "Wie geeft toestemming": [
                ("", "Ja", "Nee", "", "Mondeling"),
                ("", "Ja", "", "", ""),
                ("", "Nee", "", "", ""),
            ]
        },
    )
    found = incoming(read(data), {}, TODAY)
    assert [each["name"] for each in found.holders] == ["Testvader Proef"]
    given = [(each.holder, each.values["purpose"], each.values["answer"]) for each in found.permissions]
    assert given == [
        (None, PermissionPurpose.DISCUSS_NAMED, PermissionAnswer.GIVEN),
        (None, PermissionPurpose.SHARE_DOCUMENTS, PermissionAnswer.REFUSED),
        (0, PermissionPurpose.DISCUSS_NAMED, PermissionAnswer.REFUSED),
    ]
    assert "Ouder of voogd 1" in found.note  # nobody was named in that block


def test_text_typed_beside_the_invitation_is_read_without_it() -> None:
    """Typed in LibreOffice before the words of each control, which stayed behind it."""
    proposal = read((FILES / "libreoffice-typed-beside.docx").read_bytes())
    values = [str(each.value) for each in proposal.fields] + [each.source for each in proposal.questions]
    assert len(values) == 28
    assert sorted(values) == sorted(f"Tekst {number}" for number in range(1, 29))
    assert not proposal.rest


def test_words_that_look_like_an_invitation_stay_in_an_answer() -> None:
    told = "Kies een item uit de lijst, zei de school, en toen bleef alles liggen"
    data = filled(REGISTRATION, {"case.question": told})
    assert read(data).values("case")["question"] == told


@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_opens_and_saves_the_form_without_loss(tmp_path: Path) -> None:
    data, expected = our_own_form(SAM)
    (tmp_path / "in.docx").write_bytes(data)
    made = subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
         "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "out"), str(tmp_path / "in.docx")],
        check=False, capture_output=True, timeout=120,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr.decode(errors="replace")
    found = {each.target: each.value for each in read((tmp_path / "out" / "in.docx").read_bytes()).fields}
    assert {target: found.get(target) for target in expected} == expected

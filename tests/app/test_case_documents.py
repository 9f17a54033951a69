"""Documents of a case by keys: picked, read, described, written out on purpose, and a number that is not ours to keep."""

from __future__ import annotations

import threading
from hashlib import sha256

import pytest

from ret_tui.app.screens.case_documents import DocumentsScreen, TextScreen
from ret_tui.documents.extract import read_document
from ret_tui.queries.case_documents import case_documents
from ret_tui.queries.log import log_page
from tests.app.harness import SIZES, screen_text, settle
from tests.app.meeting_store import at_work, found
from tests.app.preparing import messages, paste, press, rows, type_text
from tests.documents.forms.writers import bare, p

BSN = "111222333"


def pdf(text: str) -> bytes:
    """The smallest pdf with a line of text."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, starts = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in starts)
    out += b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % table
    return bytes(out)


@pytest.mark.parametrize("size", SIZES)
async def test_documents_from_pick_to_export(tmp_path, clock, size, monkeypatch):
    home = tmp_path / "thuis"
    home.mkdir()
    report = pdf("De school ziet een rustige Sam")
    (home / "verslag [school].pdf").write_bytes(report)
    (home / "beschikking.docx").write_bytes(bare(p(f"Nummer {BSN} en verder")))
    (home / "groot.bin").write_bytes(b"")
    monkeypatch.setattr("pathlib.Path.home", lambda: home)
    region = found(tmp_path, clock)
    async with at_work(region, clock, size=size, mode="deadlines") as (app, pilot):
        await app.show(DocumentsScreen(region.cases[0]))
        await settle(pilot)

        async def pick(text):
            await press(pilot, "f2")
            await type_text(pilot, text)
            await press(pilot, "enter")

        async def shows(*words):
            """Wait until one of these words can be read; what was picked is read beside the screen."""
            for _ in range(200):
                if any(each in screen_text(app) + messages(app) for each in words):
                    return True
                await settle(pilot)
            return False

        await pick("verslag")
        assert await shows("versleuteld bij de casus.")
        (document,) = await app.desk.ask(case_documents, region.cases[0])
        assert document.fingerprint == sha256(report).hexdigest()
        assert document.has_text
        await press(pilot, "enter")
        assert isinstance(app.screen, TextScreen)
        assert "De school ziet een rustige Sam" in screen_text(app)
        await press(pilot, "f3")

        await pick("verslag")
        assert await shows("staat al bij de casus")
        await pick("groot")
        assert await shows("is leeg")

        await pick("beschikking")
        assert await shows("Toch bewaren (j)")
        await press(pilot, "escape")
        assert len(await app.desk.ask(case_documents, region.cases[0])) == 1
        await pick("beschikking")
        assert await shows("Toch bewaren (j)")
        await press(pilot, "j")
        await settle(pilot)
        assert len(await app.desk.ask(case_documents, region.cases[0])) == 2
        await press(pilot, "enter")
        assert BSN not in screen_text(app)
        assert "en verder" in screen_text(app)
        await press(pilot, "f3")

        folder = app.door.places.letters
        await press(pilot, "end", "u")
        await press(pilot, "escape")
        await settle(pilot)
        assert not folder.exists() or not list(folder.iterdir())
        await press(pilot, "u")
        assert await shows("Exporteren (j)")
        await press(pilot, "j")
        assert await shows("Het stuk staat in")
        (written,) = folder.iterdir()
        assert written.read_bytes() == report
        assert "verslag" not in written.name
        logged = [each for each in (await app.desk.ask(log_page)).lines if each.kind == "stuk"]
        assert {"stuk toegevoegd", "stuk gelezen", "stuk buiten het programma gezet"} == {
            each.what for each in logged
        }
        assert not any("verslag" in f"{each}" or BSN in f"{each}" for each in logged)
        assert any("verslag" in each for each in rows(app, "form-lines"))


async def test_one_file_that_cannot_be_kept_does_not_hold_up_the_others(tmp_path, clock):
    (tmp_path / "een.txt").write_text("De school ziet een rustige Sam")
    (tmp_path / "leeg.txt").write_bytes(b"")
    (tmp_path / "foto.png").write_bytes(b"\x89PNG")
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="deadlines") as (app, pilot):
        await app.show(DocumentsScreen(region.cases[0]))
        await settle(pilot)
        app.screen.query_one("#form-path").focus()
        names = " ".join(f"'{tmp_path / name}'" for name in ("een.txt", "leeg.txt", "foto.png"))
        await paste(app, pilot, names)
        await press(pilot, "enter")
        await app.workers.wait_for_complete()
        await settle(pilot)
        kept = await app.desk.ask(case_documents, region.cases[0])
        assert {each.file_name for each in kept} == {"een.txt", "foto.png"}
        told = messages(app)
        assert "leeg.txt is leeg" in told
        assert "2 stukken toegevoegd. De tekst van 1 daarvan is niet of niet helemaal te lezen" in told
        assert "leeg.txt" in app.screen.query_one("#form-path").value, "what went wrong can be mended"
        app.screen.query_one("#form-lines").focus()
        await paste(app, pilot, "/elders/brief.pdf")
        assert app.screen.query_one("#form-path").value == "/elders/brief.pdf", "dragged onto the list"
        assert app.screen.query_one("#form-path").has_focus


async def test_a_file_that_is_read_slowly_holds_up_nobody_and_is_kept(tmp_path, clock, monkeypatch):
    """The reading waits for the test; meanwhile its screen is left and another one used."""
    go_on = threading.Event()
    read = read_document

    def slowly(path):
        go_on.wait(20)
        return read(path)

    monkeypatch.setattr("ret_tui.documents.extract.read_document", slowly)
    (tmp_path / "traag.txt").write_text("De school ziet een rustige Sam")
    region = found(tmp_path, clock)
    async with at_work(region, clock, mode="deadlines") as (app, pilot):
        await app.show(DocumentsScreen(region.cases[0]))
        await settle(pilot)
        app.screen.query_one("#form-path").focus()
        await paste(app, pilot, str(tmp_path / "traag.txt"))
        await pilot.press("enter")
        await pilot.pause()
        assert "traag.txt wordt gelezen" in screen_text(app)
        await pilot.press("f3")
        await pilot.pause()
        assert not isinstance(app.screen, DocumentsScreen)
        go_on.set()
        await settle(pilot)
        (kept,) = await app.desk.ask(case_documents, region.cases[0])
        assert kept.file_name == "traag.txt"
        assert "Het stuk staat versleuteld bij de casus." in messages(app)

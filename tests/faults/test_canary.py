"""After a day of use no sentence, name or secret stands anywhere on the computer in plain text."""

import io
from collections import Counter
from pathlib import Path
from uuid import uuid4

import pytest

from ret_tui.actions import cases, contributions, live
from ret_tui.actions.letters import register_letters
from ret_tui.actions.looking import note_search
from ret_tui.actions.retention import destroy_case
from ret_tui.app.errors import write_fault
from ret_tui.app.screens.letters_making import as_made
from ret_tui.cli import DONE, run
from ret_tui.documents.gather import plan_letters
from ret_tui.documents.issue import write_letters
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.queries.cases import case_list
from ret_tui.queries.meetings import meeting
from ret_tui.queries.search import search
from ret_tui.store.attempts import note_failure
from ret_tui.store.backup import make_backup
from ret_tui.store.drafts import keep_drafts
from ret_tui.store.keys import unlock
from ret_tui.store.restore_test import try_restore
from ret_tui.store.store import Store
from tests.documents.forms.corpus import our_own_form
from tests.documents.forms.people import SAM, said
from tests.documents.test_gather import TODAY, fill
from tests.world import LOGIN, PASSPHRASE, World, close

CANARIES = (
    "kanarie",
    "Zangvogel Testpersoon",
    "Moeder Proef",
    "Proefstraat",
    "half getypte zin",
    "Fluitvogel",
)


def found_in(root: Path, words: tuple[bytes, ...]) -> list[str]:
    """Files, and names of files, that hold one of the words."""
    hits = []
    for path in root.rglob("*"):
        name = str(path.relative_to(root)).encode()
        content = path.read_bytes() if path.is_file() else b""
        hits += [f"{path.name}: {word!r}" for word in words if word in content or word in name]
    return hits


def send_letters(world: World) -> None:
    """Make every letter of the discussion, register it, and delete the files as somebody does who has sent them."""
    letters = world.ask(plan_letters, world.item, TODAY)
    written = write_letters(letters, world.desk.store.places.letters, Counter(), world.clock())
    world.do(register_letters, world.case, as_made(written))
    assert len(written) > 2
    for each in written:
        each.path.unlink()


def type_command(monkeypatch: pytest.MonkeyPatch, root: Path, *words: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSPHRASE}\n"))
    assert run([*words, "--at", str(root)]) == DONE


def test_no_canary_after_a_day(
    world: World,
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    places = world.desk.store.places
    fill(world)
    world.do(
        cases.edit_case,
        world.case,
        {"question": "Waar woont de kanarievogel?", "first_name": "Zangvogel Testpersoon"},
    )
    for _ in range(20):
        world.do(contributions.capture, uuid4(), world.item, {"text": "De kanarievogel zingt thuis."})
    world.do(keep_drafts, {f"capture:{world.item}": "half getypte zin"})
    world.ask(case_list, "kanarievogel")
    world.do(note_search)
    assert world.ask(search, "kanarievogel")
    write_fault(places.root / "fouten.log", ValueError("over de kanarievogel"))
    note_failure(places.keys, world.clock())
    send_letters(world)
    world.desk.sleep()
    world.desk.wake(unlock(places.keys, LOGIN, PASSPHRASE, world.clock), lambda session: None)
    for each in world.ask(meeting, world.meeting).items:
        if each.case_id is not None:
            world.do(live.go_to_item, each.id)
            world.do(live.finish_item, each.id, "Proef: de tijd is om.")
    world.do(live.close_meeting, world.meeting)
    make_backup(places, world.keyring.key, clock=world.clock)
    world.desk.alone(try_restore)
    world.desk.alone(Store.renew_key)
    other = uuid4()
    world.do(cases.register_case, other, {"first_name": "Zangvogel Testpersoon"})
    world.do(destroy_case, other, DestructionReason.MISTAKE)
    secrets = (PASSPHRASE.encode(), world.keyring.key.reveal(), world.keyring.key.reveal().hex().encode())
    words = tuple(word.encode() for word in CANARIES)
    variants = words + tuple(word.decode().encode("utf-16-le") for word in words) + secrets
    assert found_in(tmp_path, variants) == []
    close(world)
    # what comes in and goes out as a file, by the command line; the files themselves are thrown away
    form = tmp_path / "formulier.docx"
    form.write_bytes(our_own_form(SAM | {"case.first_name": said("Fluitvogel")})[0])
    type_command(monkeypatch, places.root, "import", str(form), "--ja")
    type_command(monkeypatch, places.root, "inspect", "2026-001", "--word")
    assert "Fluitvogel" in capsys.readouterr().out, "the form was understood"
    for each in (form, *places.letters.iterdir()):
        each.unlink()
    type_command(monkeypatch, places.root, "backup")
    assert found_in(tmp_path, variants) == []
    assert (places.root / "fouten.log").read_text().count("fout") == 1

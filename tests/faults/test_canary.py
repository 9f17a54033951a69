"""After a day of use no sentence, name or secret stands anywhere on the computer in plain text."""

from pathlib import Path
from uuid import uuid4

from ret_tui.actions import cases, contributions
from ret_tui.actions.retention import destroy_case
from ret_tui.app.errors import write_fault
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.queries.cases import case_list
from ret_tui.store.attempts import note_failure
from ret_tui.store.backup import make_backup
from ret_tui.store.drafts import keep_drafts
from ret_tui.store.keys import unlock
from ret_tui.store.restore_test import try_restore
from ret_tui.store.store import Store
from tests.world import LOGIN, PASSPHRASE, World, close

CANARIES = ("kanarievogel", "Zangvogel Testpersoon", "Moeder Proef", "Proefstraat", "half getypte zin")


def found_in(root: Path, words: tuple[bytes, ...]) -> list[str]:
    """Files, and names of files, that hold one of the words."""
    hits = []
    for path in root.rglob("*"):
        name = str(path.relative_to(root)).encode()
        content = path.read_bytes() if path.is_file() else b""
        hits += [f"{path.name}: {word!r}" for word in words if word in content or word in name]
    return hits


def test_no_canary_after_a_day(world: World, home: Path, tmp_path: Path) -> None:
    places = world.desk.store.places
    world.do(
        cases.edit_case,
        world.case,
        {"question": "Waar woont de kanarievogel?", "first_name": "Zangvogel Testpersoon"},
    )
    world.begin()
    for _ in range(20):
        world.do(contributions.capture, uuid4(), world.item, {"text": "De kanarievogel zingt thuis."})
    world.do(keep_drafts, {f"capture:{world.item}": "half getypte zin"})
    world.ask(case_list, "kanarievogel")
    write_fault(places.root / "fouten.log", ValueError("over de kanarievogel"))
    note_failure(places.keys, world.clock())
    world.desk.sleep()
    world.desk.wake(unlock(places.keys, LOGIN, PASSPHRASE, world.clock), lambda session: None)
    world.end()
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
    assert found_in(tmp_path, variants) == []
    assert (places.root / "fouten.log").read_text().count("fout") == 1

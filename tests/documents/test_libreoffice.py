"""LibreOffice opens what we make: every document becomes a PDF of the sides it may have, a locked one opens with its password.

Left out where LibreOffice is not installed; the schemas of Open XML are held everywhere (test_schema.py).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from ret_tui.documents.catalogue import catalogue
from ret_tui.documents.letters import render
from ret_tui.documents.plain.remarks import PAGES
from ret_tui.documents.sample import PARENTS
from ret_tui.documents.spec import LetterSpec
from ret_tui.documents.templates import STANDARD
from ret_tui.documents.word.password import lock
from ret_tui.documents.word.render import fill
from ret_tui.domain.letter_words import LetterReader
from tests.documents.word_files import NOW

PASSWORD = "blauwe fiets é 12"
FAMILY = (LetterReader.PARENTS, LetterReader.YOUNG_PERSON)

pytestmark = pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not here")


def office(folder: Path) -> list[str]:
    """The program with a profile of its own, so that no open window of somebody is disturbed."""
    return [
        "soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore",
        "--nologo",
    ]  # fmt: skip


def test_every_document_becomes_a_pdf_and_letters_for_families_take_two_sides_at_most(tmp_path: Path) -> None:
    wanted = {}
    for document in catalogue().values():
        for name, values in (("vol", document.full()), ("kaal", document.spare())):
            path = tmp_path / f"{document.key}-{name}.docx"
            path.write_bytes(fill(STANDARD.of(document.spec), values, NOW))
            wanted[path.with_suffix(".pdf")] = document.spec
    command = [*office(tmp_path), "--convert-to", "pdf", "--outdir", str(tmp_path)]
    done = subprocess.run(
        [*command, *map(str, sorted(tmp_path.glob("*.docx")))], capture_output=True, timeout=170, check=False
    )
    assert done.returncode == 0, done.stderr
    for path, spec in wanted.items():
        sides = len(re.findall(rb"/Type\s*/Page\b(?!s)", path.read_bytes()))
        assert sides >= 1, path.name
        if isinstance(spec, LetterSpec) and spec.kind.reader in FAMILY:
            assert sides <= PAGES, path.name


# --- with a password ------------------------------------------------------------------------------------


def python_with_uno() -> str | None:
    """A Python that can talk with LibreOffice: its own one, or that of the system."""
    for folder in os.get_exec_path():
        for name in ("python3", "python"):
            path = Path(folder) / name
            if path.exists() and _has_uno(path):
                return str(path)
    return None


def _has_uno(path: Path) -> bool:
    try:
        asked = subprocess.run([str(path), "-c", "import uno"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


HANDS = """
import os, sys, time, uno
from com.sun.star.beans import PropertyValue

def value(name, what):
    made = PropertyValue()
    made.Name, made.Value = name, what
    return made

pipe, path, *passwords = sys.argv[1:]
here = uno.getComponentContext()
resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
for _ in range(240):
    try:
        there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.25)
desk = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
for password in passwords:
    how = (value("Hidden", True), value("Password", password))
    try:
        document = desk.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, how)
    except Exception:
        document = None
    print("geweigerd" if document is None else "open: " + " ".join(document.Text.String.split()))
    if document is not None:
        document.close(True)
# the test ends the office itself: the bridge can crash while both of its ends are closing
sys.stdout.flush()
os._exit(0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of another kind")
def test_libreoffice_opens_a_locked_letter_with_its_password_and_with_no_other(tmp_path: Path) -> None:
    python = python_with_uno()
    if python is None:
        pytest.skip("no Python that can talk with LibreOffice")
    path = tmp_path / "brief.docx"
    path.write_bytes(lock(render(PARENTS, NOW), PASSWORD))
    pipe = f"rettui{os.getpid()}"
    listening = subprocess.Popen(
        [*office(tmp_path), f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        told = subprocess.run(
            [python, "-c", HANDS, pipe, str(path), "rode fiets é 12", PASSWORD, PASSWORD.title()],
            capture_output=True,
            timeout=120,
            check=True,
            encoding="utf-8",
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        ).stdout.splitlines()
    finally:
        listening.terminate()
        listening.wait(30)
    assert [each.split(":")[0] for each in told] == ["geweigerd", "open", "geweigerd"]
    assert "Ons advies over Sam Beste mevrouw Testmoeder," in told[1]

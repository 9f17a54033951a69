"""Wherever the program fails, nobody's words are printed: threads, objects cleaned up, libraries that log, the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.machine import ROOT, environment

FAULTY = """
import asyncio, gc, logging, sys, threading, warnings
from ret_tui.__main__ import keep_faults_silent
keep_faults_silent()

def fail():
    said = "de kanarievogel zingt"
    raise ValueError(said)

class Dying:
    def __del__(self):
        fail()

async def nobody_waits():
    task = asyncio.ensure_future(asyncio.to_thread(fail))
    await asyncio.sleep(0.2)
    del task
    gc.collect()

thread = threading.Thread(target=fail)
thread.start()
thread.join()
Dying()
asyncio.run(nobody_waits())
logging.getLogger("docx").warning("over de kanarievogel")
warnings.warn("over de kanarievogel", RuntimeWarning)
fail()
"""

CORE = """
from ret_tui.__main__ import keep_faults_silent
keep_faults_silent()
import resource
print(resource.getrlimit(resource.RLIMIT_CORE))
"""


def python(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )


def test_no_fault_anywhere_prints_what_was_typed(home: Path) -> None:
    done = python(FAULTY, home)
    assert "kanarievogel" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    told = [line for line in done.stderr.splitlines() if line.startswith("ret-tui: er ging iets mis")]
    assert len(told) == 2, done.stderr  # the thread and the program itself; each with a number
    assert done.stderr.count("\n") == 2


@pytest.mark.skipif(os.name != "posix", reason="no image of the memory elsewhere")
def test_a_crash_writes_no_image_of_the_memory(home: Path) -> None:
    assert python(CORE, home).stdout.strip() == "(0, 0)"


def test_a_fault_in_a_command_is_a_number(home: Path, tmp_path: Path) -> None:
    code = (
        "import sys\nimport ret_tui.cli.places as places\n"
        "def locations(at):\n    raise RuntimeError('de kanarievogel zingt')\n"
        "places.locations = locations\nsys.argv = ['ret-tui', 'locate']\n"
        "from ret_tui.__main__ import main\nmain()\n"
    )
    done = python(code, home)
    assert done.returncode == 1
    assert "kanarievogel" not in done.stdout + done.stderr
    assert "er ging iets mis in het programma (fout " in done.stderr
    assert done.stderr.count("\n") == 1

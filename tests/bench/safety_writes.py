"""A run in which writes fail at random, and one on a file system that really fills up (Linux, as root only)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from ret_tui.actions.contributions import capture
from ret_tui.domain.errors import StoreError
from tests.bench.report import Result
from tests.faults.failing import check
from tests.machine import ROOT
from tests.world import close, found


def run(quick: bool = False) -> list[Result]:
    """Runs of 400 saves with other seeds, then the full file system."""
    lost = unsound = saved = refused = 0
    for seed in range(2 if quick else 20):
        root = Path.home() / f"fout-{seed}"
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults.failing", str(root), "400", str(seed)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        tally = json.loads(done.stdout)
        lost += len(tally["lost"])
        unsound += not tally["sound"] or tally["log"] is not None
        saved += len(tally["acknowledged"])
        refused += tally["refused"]
    note = f"{saved} saved, {refused} refused"
    results = [
        Result("failing writes: lines lost", lost, "lines", 0, note=note),
        Result("failing writes: files unsound", unsound, "files", 0),
    ]
    return results + _full_disk()


def _full_disk() -> list[Result]:
    place = Path.home() / "vol"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)]
    if (
        os.name != "posix"
        or os.geteuid() != 0
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        return [Result("full disk: lines lost", 0, "lines", 0, note="skipped: needs the right to mount")]
    try:
        moment = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
        world = found(place / "regio", lambda: moment)
        world.begin()
        saved, refused, messages = [], 0, set()
        for _ in range(3_000):
            line = uuid4()
            try:
                world.do(capture, line, world.item, {"text": "een regel " * 300})
                saved.append(line.hex)
            except StoreError as error:
                refused += 1
                messages.add(error.message)
                if refused > 50:
                    break
        (place / "ruimte").unlink(missing_ok=True)
        close(world)
        subprocess.run(["mount", "-o", "remount,size=64m", str(place)], check=True)
        after = check(place / "regio", saved)
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)
    note = f"{len(saved)} saved, {refused} refused: {' | '.join(sorted(messages))}"
    return [
        Result("full disk: lines lost", len(after["lost"]), "lines", 0, note=note),
        Result("full disk: file unsound", int(not after["sound"] or after["log"] is not None), "files", 0),
    ]

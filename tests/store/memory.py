"""Run in a process of its own: write drafts, lock, and count what of them can still be read in memory.

Prints two numbers: the copies of the sentence before the lock and after it. Linux only.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from ret_tui.domain.record import Draft
from ret_tui.locations import locations
from ret_tui.store.desk import Desk
from ret_tui.store.keys import DEMO
from ret_tui.store.store import create_store
from ret_tui.store.work import Work
from tests.store.proof import ACTOR, LOGIN, PASSPHRASE

_HIDDEN = bytes(each ^ 0x5A for each in b"de-mentor-gaat-mee-xyzzy")
"""The sentence as it stands nowhere else: not in this source, and only for a moment in a variable."""


def copies() -> int:
    """How often the sentence stands in memory that can be written, this count's own copy left out."""
    sentence = bytes(each ^ 0x5A for each in _HIDDEN)
    found = 0
    with Path("/proc/self/mem").open("rb", 0) as memory:
        for line in Path("/proc/self/maps").read_text("ascii").splitlines():
            span, rights, *_ = line.split()
            first, last = (int(part, 16) for part in span.split("-"))
            if "rw" in rights:
                memory.seek(first)
                try:
                    found += memory.read(last - first).count(sentence)
                except OSError:
                    continue
    return found


def _keep(work: Work, number: int) -> None:
    text = bytes(each ^ 0x5A for each in _HIDDEN).decode("ascii")
    work.session.add(Draft(key=f"regel {number}", text=f"{number} {text}", updated_at=work.now))


def main(folder: str) -> None:
    """Write, count, lock, count."""
    store, _ = create_store(locations(Path(folder)), LOGIN, PASSPHRASE, DEMO)
    desk = Desk(store, ACTOR)
    for number in range(200):
        desk.do_now(_keep, number)
    gc.collect()
    before = copies()
    desk.sleep()
    gc.collect()
    print(before, copies())
    desk.close()
    store.close()


if __name__ == "__main__":
    main(sys.argv[1])

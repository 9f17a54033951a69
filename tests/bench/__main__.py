"""`python -m tests.bench`: every bench, each figure as a ratio to its floor in the same run. Linux.

Name some to run only those (`forms start keys save letter memory today cases kills hostile`); `--quick` takes fewer rounds; `--count N` is the
number of kills. Exit status 1 when a bar is not met.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tempfile
from pathlib import Path

from tests import machine

NAMES = (
    "forms",
    "start",
    "keys",
    "memory",
    "save",
    "letter",
    "today",
    "cases",
    "kills",
    "unlock",
    "safety_kills",
    "hostile",
    "safety_damage",
    "safety_writes",
    "safety_fuzz",
    "safety_text",
)

COUNTED = ("kills", "safety_kills", "safety_fuzz", "safety_text")
"""Benches whose length can be chosen."""


def main() -> int:
    """Run the benches that were named, all of them by default, and print what each measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measure against the bars.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--quick", action="store_true", help="fewer rounds")
    parser.add_argument("--count", type=int, help="how many kills, or steps of the state machine")
    options = parser.parse_args()
    if unknown := set(options.names) - set(NAMES):
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    machine.compile_program()
    failed = False
    with tempfile.TemporaryDirectory(prefix="ret-tui-bench-") as folder:
        machine.enter(Path(folder))
        for name in options.names or NAMES:
            print(f"== {name}", flush=True)
            bench = importlib.import_module(f"tests.bench.{name}")
            extra = {"count": options.count} if name in COUNTED and options.count else {}
            for result in bench.run(quick=options.quick, **extra):
                print(result, flush=True)
                failed = failed or not result.passed
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

"""The one test command: `python -m tests`.

Runs lint, format, types, the arrows between rooms and then the tests. A step that fails does not stop the next; the
command fails when any of them did. Arguments go to pytest: `python -m tests tests/domain -k dates`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from tests.machine import ROOT, compile_program

_CHECKS: dict[str, list[str]] = {
    "ruff check": ["-m", "ruff", "check", "--no-cache", "--output-format=concise", "."],
    "ruff format": ["-m", "ruff", "format", "--no-cache", "--check", "--output-format=concise", "."],
    "mypy": ["-m", "mypy"],
    "import-linter": [
        "-c",
        "from importlinter.cli import lint_imports_command as run; run(['--no-cache', '--no-logo'])",
    ],
}


@dataclass(frozen=True)
class Outcome:
    """How one check ended; `seconds` is wall time."""

    name: str
    passed: bool
    seconds: float

    def __str__(self) -> str:
        return f"{'ok    ' if self.passed else 'FAILED'} {self.name} ({self.seconds:.1f} s)"


class _Summary:
    """Repeats the checks above pytest's closing line, so that a failure is not scrolled away."""

    def __init__(self, outcomes: Sequence[Outcome]) -> None:
        self._outcomes = outcomes

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Called by pytest just before it counts."""
        terminalreporter.section("checks before the tests")
        for outcome in self._outcomes:
            terminalreporter.line(str(outcome), red=not outcome.passed, green=outcome.passed)


def check(name: str, arguments: list[str]) -> Outcome:
    """Run one check with this interpreter, its output under a heading."""
    print(f"== {name}", flush=True)
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, check=False, stdin=subprocess.DEVNULL)
    outcome = Outcome(name, done.returncode == 0, time.perf_counter() - start)
    print(f"   {outcome}\n", flush=True)
    return outcome


def spread(arguments: Sequence[str]) -> list[str]:
    """Options that spread the whole suite over the cores; none when a part is asked for, where starting costs more.

    A test of a screen waits a third of its time, so there are more workers than cores.
    """
    partial = any(not argument.startswith("-") for argument in arguments)
    chosen = any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in arguments)
    cores = min(os.cpu_count() or 1, 4)
    return [] if partial or chosen or cores < 2 else ["-n", str(cores + 1), "--dist", "worksteal"]


def main(arguments: Sequence[str]) -> int:
    """Run everything. Returns the exit status: pytest's own, or 1 when only a check failed."""
    os.chdir(ROOT)
    compile_program()
    outcomes = [check(name, command) for name, command in _CHECKS.items()]
    print("== pytest", flush=True)
    tests = int(pytest.main([*spread(arguments), *arguments], plugins=[_Summary(outcomes)]))
    return tests or int(not all(outcome.passed for outcome in outcomes))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Start of the program: `ret-tui`, or `python -m ret_tui`."""

from __future__ import annotations

import sys
from types import TracebackType


def main() -> None:
    """Read the command line and do what it says; ends the process with its exit code."""
    if not sys.flags.dev_mode:
        sys.excepthook = _tell_fault
    from ret_tui.cli import run

    sys.exit(run(sys.argv[1:]))


def _tell_fault(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """A fault outside the screen. Python would print the message of the error, which can hold a sentence of a case.

    `python -X dev -m ret_tui` shows everything, to who repairs the program.
    """
    from ret_tui.app.errors import fault_number

    sys.stderr.write(f"ret-tui: er ging iets mis in het programma (fout {fault_number(error)}).\n")


if __name__ == "__main__":
    main()

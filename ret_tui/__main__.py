"""Start of the program: `ret-tui`, or `python -m ret_tui`."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import threading


def main() -> None:
    """Read the command line and do what it says; ends the process with its exit code."""
    if not sys.flags.dev_mode:
        keep_faults_silent()
    from ret_tui.cli import run

    sys.exit(run(sys.argv[1:]))


def keep_faults_silent() -> None:
    """Wherever Python or a library would print the message of an error, print a number or nothing at all.

    Errors of threads, of objects that are cleaned up, of tasks nobody waits for; warnings; and the image of the memory that
    a system may write when a program crashes.
    """
    import contextlib
    import logging
    import threading
    import warnings

    sys.excepthook = _tell_fault
    threading.excepthook = _tell_fault_of_thread
    sys.unraisablehook = _ignore
    logging.getLogger().addHandler(logging.NullHandler())
    warnings.simplefilter("ignore")
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows, which writes no such image unless asked

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _ignore(_fault: object) -> None:
    """An object could not be cleaned up; nothing is lost by it."""


def _tell_fault_of_thread(fault: threading.ExceptHookArgs) -> None:
    if fault.exc_value is not None and fault.exc_type is not SystemExit:
        _tell_fault(fault.exc_type, fault.exc_value, fault.exc_traceback)


def _tell_fault(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """A fault outside the screen. Python would print the message of the error, which can hold a sentence of a case.

    `python -X dev -m ret_tui` shows everything, to who repairs the program.
    """
    from ret_tui.app.errors import fault_number

    sys.stderr.write(f"ret-tui: er ging iets mis in het programma (fout {fault_number(error)}).\n")


if __name__ == "__main__":
    main()

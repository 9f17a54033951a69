"""Start of the program: `ret-tui`, or `python -m ret_tui`."""

from __future__ import annotations

import sys


def main() -> None:
    """Read the command line and do what it says; ends the process with its exit code."""
    from ret_tui.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

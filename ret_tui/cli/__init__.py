"""The command line. What needs a screen is handed to `ret_tui.app`; nothing heavy is loaded before it is needed.

Exit codes: 0 done · 1 fault in the program · 2 wrong command line · 3 refused or impossible, said in one Dutch line on
stderr · 128 + n ended by signal n.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from ret_tui.domain.errors import RetError

DONE, FAULT, USAGE, REFUSED = 0, 1, 2, 3


def run(arguments: Sequence[str]) -> int:
    """Do what the command line says and return the exit code."""
    from ret_tui.cli.parser import parser

    chosen = parser().parse_args(arguments)
    try:
        done = int(chosen.command(chosen))
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_output()
        return DONE
    except RetError as error:
        from ret_tui.cli.telling import tell

        tell(f"ret-tui: {' '.join(error.message.split())}", to=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return 130
    return done


def _let_go_of_output() -> None:
    """Who reads along has enough, as after `ret-tui rights | head`; Python would fail once more when it ends."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

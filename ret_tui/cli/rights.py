"""`ret-tui rights`: who may do what. Shows no data, so it asks for no passphrase."""

from __future__ import annotations

import argparse

from ret_tui.cli import DONE


def rights(_chosen: argparse.Namespace) -> int:
    """Print every action by the right that it needs, with a tick for each role that has it."""
    from ret_tui.actions.rights_table import as_text, rights_table

    print(as_text(rights_table()))
    return DONE

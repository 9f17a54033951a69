"""`ret-tui inspect NUMMER`: a case for who it is about, third parties left out."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from ret_tui.cli import DONE
from ret_tui.cli.entry import at_work


def inspect(chosen: argparse.Namespace) -> int:
    """Print the copy as plain text, or write it as a Word file and print where it stands."""
    from ret_tui.actions.family_rights import inspect_case
    from ret_tui.documents.inspection import as_text, write_inspection
    from ret_tui.documents.outgoing import folder_for_files
    from ret_tui.documents.templates import templates_in_use
    from ret_tui.queries.inspection import inspection
    from ret_tui.queries.log import case_of_number
    from ret_tui.queries.region import region

    with at_work(chosen) as desk:
        case_id = desk.ask_now(case_of_number, chosen.number)
        desk.do_now(inspect_case, case_id)
        copy = desk.ask_now(inspection, case_id, datetime.now(UTC))
        if chosen.word:
            templates = desk.ask_now(templates_in_use)
            folder = folder_for_files(desk.ask_now(region), desk.store.places)
            print(write_inspection(copy, folder, templates))
        else:
            print(as_text(copy), end="")
    return DONE

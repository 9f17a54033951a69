"""`ret-tui log`: check the log, and print the lines of one case."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from ret_tui.cli import DONE, REFUSED
from ret_tui.cli.entry import at_work
from ret_tui.cli.telling import counted, tell

if TYPE_CHECKING:
    from ret_tui.queries.log import LogView


def verify(chosen: argparse.Namespace) -> int:
    """`ret-tui log verify`: recompute the chain and compare it with the backups. Exit code 3 when a line is not as written."""
    from ret_tui.actions.looking import view_log
    from ret_tui.queries.log import verify_log
    from ret_tui.store.backup import log_anchors

    with at_work(chosen) as desk:
        desk.do_now(view_log)
        anchors = log_anchors(desk.store.places)
        verdict = desk.ask_now(verify_log, anchors)
    if verdict.fault is not None:
        tell(f"Het logboek klopt NIET. {verdict.fault}")
        tell("Maak een kopie van de map met gegevens en vraag wie de beveiliging beheert.")
        return REFUSED
    compared = f", ook met {counted(len(anchors), 'reservekopie', 'reservekopieën')}" if anchors else ""
    tell(f"Het logboek klopt: {counted(verdict.lines, 'regel', 'regels')} nagerekend{compared}.")
    tell(f"Laatste regel {verdict.lines}, vingerafdruk {verdict.head}")
    return DONE


def of_case(chosen: argparse.Namespace) -> int:
    """`ret-tui log case NUMMER`: every line of one case, oldest first."""
    from ret_tui.actions.looking import note_print, view_log
    from ret_tui.queries.family_rights import case_ever
    from ret_tui.queries.log import log_of_case

    with at_work(chosen) as desk:
        case_id = desk.ask_now(case_ever, chosen.number)
        desk.do_now(view_log, case_id)
        desk.do_now(note_print, "log_entry", case_id)
        lines = desk.ask_now(log_of_case, case_id)
    print(f"Logboek van casus {chosen.number}: {len(lines)} regels")
    for each in lines:
        tell(as_text(each), rest=" " * 9)
    return DONE


def newest(chosen: argparse.Namespace) -> int:
    """`ret-tui log`: the newest lines, newest first."""
    from ret_tui.actions.looking import note_print, view_log
    from ret_tui.queries.log import log_page

    with at_work(chosen) as desk:
        desk.do_now(view_log)
        desk.do_now(note_print, "log_entry")
        page = desk.ask_now(log_page, 0, 50)
    for each in page.lines:
        tell(as_text(each), rest=" " * 9)
    tell(
        f"{len(page.lines)} van {page.total} regels; met ‘ret-tui log case NUMMER’ alle regels van een casus."
    )
    return DONE


def as_text(each: LogView) -> str:
    """One line of the log as printed: number, time, who, what, which case, result, where."""
    from ret_tui.domain.dates import local

    parts = [f"{each.sequence:>7}", f"{local(each.at):%d-%m-%Y %H:%M:%S}", each.who, each.what]
    parts += [f"casus {each.case}"] if each.case else []
    parts += [each.result] if each.result != "gedaan" else []
    return "  ".join((*parts, each.place))

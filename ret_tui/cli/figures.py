"""`ret-tui figures`: the figures of a year as text; plain when piped."""

from __future__ import annotations

import argparse

from ret_tui.cli import DONE
from ret_tui.cli.entry import at_work

FIRST_YEAR, LAST_YEAR = 1900, 2199


def figures(chosen: argparse.Namespace) -> int:
    """Print every table with its base (n); small counts are hidden from who may see figures only.

    Raises:
        InvalidInput: the year is no year.
    """
    from rich.console import Console
    from rich.table import Table as Printed
    from rich.text import Text

    from ret_tui.actions.looking import note_print
    from ret_tui.actions.rights import Right, may
    from ret_tui.domain.dates import local
    from ret_tui.domain.errors import InvalidInput
    from ret_tui.figures.year import year_figures
    from ret_tui.store.clock import utc_now

    this_year = local(utc_now()).year
    year = this_year if chosen.year is None else chosen.year
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InvalidInput(f"{year} is geen jaartal. Typ bijvoorbeeld --jaar {this_year}.")
    with at_work(chosen) as desk:
        desk.do_now(note_print, "figures")
        found = desk.ask_now(year_figures, year, this_year)
        if not may(desk.actor.role, Right.VIEW_CASES):
            found = found.without_small()
    console = Console()
    console.print(Text(f"{found.region}, {found.year}", style="bold"))
    for table in found.tables:
        printed = Printed(
            title=Text(table.heading, style="bold"), title_justify="left", show_header=False, box=None
        )
        printed.add_column(min_width=44)
        printed.add_column(justify="right", min_width=6)
        printed.add_column(justify="right", min_width=6)
        for each in table.lines:
            share = table.percentage(each)
            count = "< 5" if each.count is None else str(each.count)
            printed.add_row(Text(each.text), count, "" if share is None else f"{share}%")
        console.print()
        console.print(printed)
    return DONE

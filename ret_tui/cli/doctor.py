"""`ret-tui doctor`: what is wrong with this installation and how to mend it, in Dutch."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ret_tui.cli import DONE, REFUSED
from ret_tui.cli.checks import Finding, Mark, computer, files, program, terminal
from ret_tui.cli.entry import at_work
from ret_tui.cli.telling import counted, tell
from ret_tui.domain.errors import RetError
from ret_tui.locations import locations

if TYPE_CHECKING:
    from ret_tui.store.desk import Desk

YEAR = timedelta(days=366)


def doctor(chosen: argparse.Namespace) -> int:
    """Look at everything and print it. Exit code 3 when something is wrong, 0 when all is well or merely noted."""
    places, now = locations(chosen.at), datetime.now(UTC)
    wrong = _print("Programma", program())
    wrong += _print("Terminal", terminal())
    wrong += _print("Computer", computer(places))
    wrong += _print("Bestanden", files(places, now))
    if chosen.open:
        wrong += _print("Inhoud", _contents(chosen, now))
    elif places.exists:
        print()
        tell("Met --open wordt ook de inhoud nagelezen; dat vraagt uw wachtwoordzin.")
    print(
        f"\n{wrong} zaken om te herstellen."
        if wrong > 1
        else "\nEén zaak om te herstellen."
        if wrong
        else "\nAlles in orde."
    )
    return REFUSED if wrong else DONE


def _print(title: str, findings: Iterable[Finding]) -> int:
    print(f"\n{title}")
    wrong = 0
    for each in findings:
        tell(each.what, first=f"  {each.mark.value} ", rest="    ")
        if each.mend:
            tell(each.mend, first="      ", rest="      ")
        wrong += each.mark is Mark.WRONG
    return wrong


def _contents(chosen: argparse.Namespace, now: datetime) -> Iterator[Finding]:
    try:
        with at_work(chosen) as desk:
            yield from _inside(desk, now)
    except RetError as error:
        yield Finding(
            Mark.WRONG, "Het gegevensbestand is niet te openen of niet helemaal te lezen.", error.message
        )


def _inside(desk: Desk, now: datetime) -> Iterator[Finding]:
    from sqlalchemy import text

    from ret_tui.queries.access import accounts, restore_tested_on
    from ret_tui.queries.log import verify_log
    from ret_tui.queries.log_position import clock_is_behind
    from ret_tui.store.backup import log_anchors
    from ret_tui.store.faults import store_errors
    from ret_tui.store.keyfile import logins

    with store_errors(), desk.store.reading() as session:
        pages = session.execute(text("PRAGMA cipher_integrity_check")).all()
        structure = session.execute(text("PRAGMA integrity_check")).scalars().all()
        references = session.execute(text("PRAGMA foreign_key_check")).all()
        if pages or structure != ["ok"] or references:
            yield Finding(
                Mark.WRONG,
                "Het gegevensbestand is beschadigd.",
                "Sluit het programma en zet een reservekopie terug: ret-tui restore",
            )
        else:
            yield Finding(Mark.GOOD, "gegevensbestand helemaal nagelezen en in orde")
        verdict = verify_log(session, log_anchors(desk.store.places))
        if verdict.fault:
            yield Finding(
                Mark.WRONG, f"Het logboek klopt niet. {verdict.fault}", "Vraag wie de beveiliging beheert."
            )
        else:
            yield Finding(Mark.GOOD, f"logboek nagerekend: {counted(verdict.lines, 'regel', 'regels')}")
        if clock_is_behind(session, now) is not None:
            yield Finding(
                Mark.WRONG,
                "De klok staat achter: het logboek bevat latere regels.",
                "Zet de datum en tijd van deze computer goed.",
            )
        slots = set(logins(desk.store.places.keys))
        known = {each.login: each.withdrawn_at is None for each in accounts(session)}
        lacking = sum(1 for login, stands in known.items() if stands and login not in slots)
        loose = sum(1 for login in slots if not known.get(login))
        if lacking:
            yield Finding(
                Mark.NOTE,
                f"{counted(lacking, 'toegang', 'toegangen')} zonder wachtwoordzin.",
                "Kies bij Toegang ‘nieuwe zin’ (n) of trek in wat niet meer nodig is (Delete).",
            )
        if loose:
            yield Finding(
                Mark.WRONG,
                f"{counted(loose, 'wachtwoordzin', 'wachtwoordzinnen')} zonder toegang: wie die heeft komt er niet in, "
                "maar heeft wel een sleutel.",
                "Kies bij Toegang ‘nieuwe sleutel’ (F9) nadat u deze inlognaam hebt ingetrokken.",
            )
        tested = restore_tested_on(session)
    if tested is None or now.date() - tested > YEAR:
        yield Finding(
            Mark.NOTE, "Dit jaar is terugzetten nog niet geprobeerd.", "Doe dat met: ret-tui restore-test"
        )
    else:
        yield Finding(Mark.GOOD, f"herstelproef gedaan op {tested:%d-%m-%Y}")

"""The part of the command line about log, backups, a lost passphrase and the state of the installation."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

Make = Callable[[Any, str, str, str], argparse.ArgumentParser]
Later = Callable[[str, str], Callable[[argparse.Namespace], int]]


def add_commands(commands: Any, make: Make, later: Later) -> None:
    """Add these commands to the parser; `make` and `later` are the parser's own."""
    _log(commands, make, later)

    backup = make(
        commands,
        "backup",
        "maak nu een reservekopie",
        "Maakt een versleutelde reservekopie en leest haar na. Mag ook terwijl het programma open is.",
    )
    add_login(backup)
    backup.set_defaults(command=later("backup", "backup"))

    restore = make(
        commands,
        "restore",
        "zet een reservekopie terug",
        "Toont de reservekopieën, of zet er een terug. De kopie wordt eerst nagelezen, en wat er nu staat wordt bewaard.",
    )
    restore.add_argument(
        "backup", nargs="?", metavar="KOPIE", help="nummer uit de lijst, of de map van een kopie"
    )
    restore.add_argument("--ja", dest="yes", action="store_true", help="vraag niet om bevestiging")
    add_login(restore)
    _code(restore)
    restore.set_defaults(command=later("backup", "restore"))

    trial = make(
        commands,
        "restore-test",
        "controleer of terugzetten lukt (elk jaar)",
        "Maakt een reservekopie, zet haar terug in een proefmap en vergelijkt elke regel. Doe dit elk jaar.",
    )
    add_login(trial)
    trial.set_defaults(command=later("backup", "restore_test"))

    recover = make(
        commands,
        "recover",
        "kies een nieuwe wachtwoordzin met de herstelcode",
        "Vraagt de herstelcode van papier en een nieuwe wachtwoordzin.",
    )
    add_login(recover)
    recover.set_defaults(command=later("recover", "recover"))

    inspect = make(
        commands,
        "inspect",
        "afschrift van een casus voor het gezin",
        "Toont een casus zonder gegevens van anderen, als gewone tekst of als Word-bestand.",
    )
    inspect.add_argument("number", metavar="NUMMER", help="casusnummer, bijvoorbeeld 2026-014")
    inspect.add_argument("--word", action="store_true", help="schrijf een Word-bestand in de map met brieven")
    add_login(inspect)
    inspect.set_defaults(command=later("inspect", "inspect"))

    make(
        commands,
        "rights",
        "wie mag wat",
        "Toont voor elke handeling in het programma welk recht ervoor nodig is en welke rol dat recht heeft.",
    ).set_defaults(command=later("rights", "rights"))

    doctor = make(
        commands,
        "doctor",
        "wat is er mis met deze installatie",
        "Kijkt na wat er mis is met het programma, de bestanden en deze computer, en zegt hoe het te herstellen is.",
    )
    doctor.add_argument("--open", action="store_true", help="vraag de wachtwoordzin en lees ook de inhoud na")
    add_login(doctor)
    doctor.set_defaults(command=later("doctor", "doctor"))


def _log(commands: Any, make: Make, later: Later) -> None:
    log = make(
        commands, "log", "bekijk en controleer het logboek", "Toont de nieuwste regels van het logboek."
    )
    add_login(log)
    log.set_defaults(command=later("log", "newest"))
    kinds = log.add_subparsers(title="Opdrachten", metavar="", required=False)
    verify = make(
        kinds,
        "verify",
        "controleer of er niets gewijzigd of weg is",
        "Rekent het hele logboek na en vergelijkt het met de reservekopieën.",
    )
    add_login(verify)
    verify.set_defaults(command=later("log", "verify"))
    case = make(
        kinds, "case", "toon alle regels van één casus", "Toont wie wanneer iets met deze casus deed."
    )
    case.add_argument("number", metavar="NUMMER", help="casusnummer, bijvoorbeeld 2026-014")
    add_login(case)
    case.set_defaults(command=later("log", "of_case"))


def add_login(made: argparse.ArgumentParser) -> None:
    """Add the option that says who comes in."""
    made.add_argument(
        "--naam",
        dest="login",
        metavar="NAAM",
        default=argparse.SUPPRESS,
        help="inlognaam; anders wordt ernaar gevraagd",
    )


def _code(made: argparse.ArgumentParser) -> None:
    made.add_argument("--herstelcode", dest="code", action="store_true", help="open met de herstelcode")

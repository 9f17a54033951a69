"""What can be said on the command line, in Dutch. Knows the commands by name; they load what they need themselves."""

from __future__ import annotations

import argparse
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from ret_tui import __version__
from ret_tui.cli import USAGE
from ret_tui.cli.safety import add_commands as add_safety
from ret_tui.cli.safety import add_login


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help with Dutch headings."""

    def __init__(self, prog: str) -> None:
        super().__init__(
            prog, max_help_position=28, width=min(100, shutil.get_terminal_size((100, 24)).columns - 1)
        )

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """Every line broken between words; lines that stand apart stay apart."""
        wrapped = (
            textwrap.fill(each, width, initial_indent=indent, subsequent_indent=indent)
            for each in text.splitlines()
        )
        return "\n".join(wrapped)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)

    def _format_action(self, action: argparse.Action) -> str:
        text = super()._format_action(action)
        # the commands stand under a heading of their own; argparse puts a line for their lack of a name above them
        return text.partition("\n")[2] if isinstance(action, argparse._SubParsersAction) else text


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one Dutch line."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - English; the usage line says the same
        usage = " ".join(self.format_usage().split())
        print(f"ret-tui: deze opdracht klopt niet. {usage}", file=sys.stderr)
        sys.exit(USAGE)


def _dutch(made: argparse.ArgumentParser) -> argparse.ArgumentParser:
    made.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    made._optionals.title = "Mogelijkheden"
    made._positionals.title = "Wat u opgeeft"
    return made


def parser() -> argparse.ArgumentParser:
    """The whole command line. `command` of the result is the function to call with the result."""
    top = _dutch(
        _Parser(
            prog="ret-tui",
            usage="ret-tui [--at MAP] [opdracht]",
            description="RET TUI: het overleg van een Regionaal Expertteam, van agenda tot adviesbrieven.\n"
            "Zonder opdracht opent het programma de regio op deze computer.",
            add_help=False,
            formatter_class=_Help,
        )
    )
    top.add_argument("--version", action="version", version=f"ret-tui {__version__}", help="toon de versie")
    _place(top, None)
    top.set_defaults(command=_later("screen", "open_region"))
    commands = top.add_subparsers(title="Opdrachten", metavar="", required=False)

    demo = _command(
        commands,
        "demo",
        "open de demo: een regio met verzonnen mensen",
        "Opent de demo in een eigen map, met verzonnen mensen en een overleg van vandaag.",
    )
    choice = demo.add_mutually_exclusive_group()
    choice.add_argument("--reset", action="store_true", help="maak de demo opnieuw; wat erin stond gaat weg")
    choice.add_argument("--delete", action="store_true", help="verwijder de demo van deze computer")
    demo.set_defaults(command=_later("screen", "demo"))

    locate = _command(
        commands,
        "locate",
        "toon waar de gegevens staan",
        "Toont de mappen en bestanden van de regio op deze computer.",
    )
    locate.set_defaults(command=_later("places", "locate"))

    forms = _command(
        commands,
        "import",
        "lees ingevulde formulieren in als aanmelding",
        "Leest ingevulde Word-formulieren (.docx), toont per veld wat begrepen is en meldt na uw ja de casus aan.\n"
        "Formulieren over dezelfde jeugdige gaan samen. Wat niet begrepen is, komt in een notitie bij de casus.",
    )
    forms.add_argument("files", metavar="BESTAND", type=Path, nargs="+", help="het ingevulde formulier")
    forms.add_argument("--casus", dest="case", metavar="NUMMER", help="voeg toe aan deze casus")
    add_login(forms)
    forms.add_argument("--ja", dest="yes", action="store_true", help="niet vragen, meteen overnemen")
    forms.set_defaults(command=_later("import_forms", "import_forms"))
    figures = _command(
        commands,
        "figures",
        "toon de cijfers van een jaar",
        "Drukt af wat er in een jaar is geteld: aanmeldingen, adviezen, uitkomsten, signalen. Zonder namen.",
    )
    figures.add_argument("--jaar", dest="year", metavar="JAAR", type=int, help="welk jaar; anders dit jaar")
    add_login(figures)
    figures.set_defaults(command=_later("figures", "figures"))
    add_safety(commands, _command, _later)
    return top


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, short: str, long: str
) -> argparse.ArgumentParser:
    made = commands.add_parser(
        name, prog=f"ret-tui {name}", help=short, description=long, add_help=False, formatter_class=_Help
    )
    _dutch(made)
    _place(made, argparse.SUPPRESS)
    return made


def _place(made: argparse.ArgumentParser, default: object) -> None:
    made.add_argument(
        "--at", metavar="MAP", type=Path, default=default, help="gebruik deze map in plaats van de gewone"
    )


def _later(module: str, function: str) -> Callable[[argparse.Namespace], int]:
    """A command that is imported when it is called."""

    def call(chosen: argparse.Namespace) -> int:
        from importlib import import_module

        done: int = getattr(import_module(f"ret_tui.cli.{module}"), function)(chosen)
        return done

    return call

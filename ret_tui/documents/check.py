"""Checks a template before it is used: what it says, and whether made-up letters come out of it whole.

    python -m ret_tui.documents.check mijn-brief.docx --soort brief-ouders

A template from outside is tried out in a process of its own with limits on time and memory, so that a file made to
harm stops that process and nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from ret_tui.documents.limits import limit_process
from ret_tui.documents.spec import DocumentSpec
from ret_tui.domain.errors import DocumentError, TemplateFault, TemplatePlace

SECONDS = 20
"""Time a template gets to be tried out."""

MEGABYTES = 700
"""Address space the trying process may use, libraries included."""

_MOMENT = datetime(2026, 11, 24, 12, tzinfo=UTC)


def faults_of(spec: DocumentSpec, data: bytes, name: str) -> list[TemplateFault]:
    """Everything wrong with a template, in this process: for templates that are trusted, and inside the trying process."""
    from ret_tui.documents.catalogue import catalogue
    from ret_tui.documents.word.render import fill
    from ret_tui.documents.word.template import examine

    template, faults = examine(spec, data, name)
    if template is None:
        return faults
    document = catalogue()[spec.template]
    for values in (document.full(), document.spare()):
        try:
            fill(template, values, _MOMENT)
        except DocumentError as error:
            return [TemplateFault(error.message, TemplatePlace(name, "", 0, ""))]
    return []


def read_template(path: Path) -> bytes:
    """The bytes of a template somebody chose.

    Raises:
        DocumentError: there is no such file, it cannot be read, or it is far too large for a template.
    """
    from ret_tui.domain.template import MAX_TEMPLATE_BYTES

    try:
        if not path.is_file():
            raise DocumentError(f"{path} is geen bestand. Controleer het pad, of sleep het bestand hierheen.")
        if path.stat().st_size > MAX_TEMPLATE_BYTES:
            raise DocumentError(
                f"{path.name} is te groot: een sjabloon is hoogstens {MAX_TEMPLATE_BYTES // 1_000_000} MB. "
                "Maak het logo kleiner."
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        raise DocumentError(
            f"{path.name} kan niet gelezen worden. Sluit het in Word en probeer opnieuw."
        ) from error


def try_out(spec: DocumentSpec, data: bytes, name: str) -> list[TemplateFault]:
    """Everything wrong with a template from outside. It is opened only in a process of its own.

    `name` is the file's name, for messages.
    """
    root = str(Path(__file__).resolve().parents[2])
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH")))),
    }
    command = [
        sys.executable,
        "-m",
        "ret_tui.documents.check",
        "-",
        f"--soort={spec.template.removesuffix('.docx')}",
        f"--naam={name}",
        "--json",
    ]
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module, no shell
            command,
            input=data,
            capture_output=True,
            timeout=SECONDS,
            env=environment,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        found = json.loads(done.stdout) if done.returncode in (0, 1) else None
    except (subprocess.TimeoutExpired, ValueError):
        found = None
    if found is None:
        return [
            TemplateFault(
                f"{name} kost te veel tijd of geheugen, of is beschadigd. Maak het sjabloon eenvoudiger "
                "of begin opnieuw met het standaardsjabloon.",
                TemplatePlace(name, "", 0, ""),
            )
        ]
    return [TemplateFault(each["message"], TemplatePlace(**each["place"])) for each in found]


def main(arguments: Sequence[str] | None = None) -> int:
    """The check as a command; prints what is wrong and returns 1, or 0 when the template can be used."""
    from ret_tui.documents.catalogue import catalogue

    documents = {each.key: each for each in catalogue().values()}
    parser = argparse.ArgumentParser(
        prog="python -m ret_tui.documents.check", description="Controleert een sjabloon."
    )
    parser.add_argument("bestand", help="het sjabloon (.docx), of - voor de invoer")
    parser.add_argument(
        "--soort", required=True, choices=[*documents], help="welk standaardsjabloon het vervangt"
    )
    parser.add_argument("--naam", default="", help="naam in meldingen")
    parser.add_argument("--json", action="store_true", help="meldingen als JSON")
    options = parser.parse_args(arguments)
    limit_process(SECONDS, MEGABYTES)
    try:
        data = sys.stdin.buffer.read() if options.bestand == "-" else read_template(Path(options.bestand))
    except DocumentError as error:
        sys.stdout.write(f"{error.message}\n")
        return 1
    name = options.naam or Path(options.bestand).name
    faults = faults_of(documents[options.soort].spec, data, name)
    if options.json:
        report = [
            {"message": each.message, "place": asdict(each.place or TemplatePlace(name, "", 0, ""))}
            for each in faults
        ]
        sys.stdout.write(json.dumps(report))
    else:
        lines = [each.message for each in faults] or [f"{name}: in orde."]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

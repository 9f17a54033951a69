"""Writes `shipped.py`: the hash of every standard template, so that a changed one is tried out before it is used."""

from __future__ import annotations

from pathlib import Path

from ret_tui.assets import assets
from ret_tui.documents.catalogue import catalogue
from ret_tui.documents.word.template import fingerprint


def write_hashes() -> None:
    """Write the hashes of the templates as they stand in `templates/`."""
    folder = assets("templates")
    marks = {name: fingerprint((folder / name).read_bytes()) for name in sorted(catalogue())}
    lines = [
        '"""Hashes of the standard templates; written by `ret_tui.documents.word.hashes`."""',
        "",
        "from __future__ import annotations",
        "",
        "SHIPPED = {",
        *(f'    "{name}": "{mark}",' for name, mark in marks.items()),
        "}",
        '"""SHA-256 of each template, by file name. A template with another hash is tried out before it is used."""',
        "",
    ]
    target = Path(__file__).parents[1] / "shipped.py"
    target.write_text("\n".join(lines), encoding="utf-8", newline="\n")

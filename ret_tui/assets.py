"""Finds the files that are shipped beside the code: styles and templates."""

from __future__ import annotations

from pathlib import Path


def assets(kind: str) -> Path:
    """Folder of shipped files of one kind (`styles` or `templates`).

    In an installed wheel they lie in `_assets/` beside this file, in a checkout at the top level.
    """
    here = Path(__file__).resolve().parent
    packed = here / "_assets" / kind
    return packed if packed.is_dir() else here.parent / kind

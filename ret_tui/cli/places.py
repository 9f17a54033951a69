"""`ret-tui locate`: where things are on this computer."""

from __future__ import annotations

import argparse

from ret_tui.locations import locations


def locate(chosen: argparse.Namespace) -> int:
    """Print every place, one per line, name and path with a tab between."""
    places = locations(chosen.at)
    found = {
        "gegevens": places.root,
        "bestand": places.store,
        "sleutels": places.keys,
        "reservekopieën": places.backups,
        "brieven": places.letters,
        "instellingen": places.root / "instellingen.json",
        "fouten": places.root / "fouten.log",
        "demo": places.demo,
    }
    for name, path in found.items():
        print(f"{name}\t{path}")
    return 0

"""Where the program keeps its things on this computer. Knows names and places only; makes and reads nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

APP = "ret-tui"
"""Name of our folder inside the place where the system keeps data of programs."""


@dataclass(frozen=True)
class Locations:
    """Everything one region has on disk.

    `root` is the data folder, `letters` the folder for Word files, `base` the folder that holds the demo,
    `is_demo` tells whether these are the demo's own places.
    """

    root: Path
    letters: Path
    base: Path
    is_demo: bool = False

    @property
    def store(self) -> Path:
        """The encrypted file with the region's data."""
        return self.root / "regio.db"

    @property
    def keys(self) -> Path:
        """The key file: the store's key, wrapped once per person."""
        return self.root / "sleutels.json"

    @property
    def lock(self) -> Path:
        """Says which process has the store open for writing."""
        return self.root / "regio.lock"

    @property
    def backups(self) -> Path:
        """One folder per backup below this one."""
        return self.root / "reservekopieen"

    @property
    def demo(self) -> Path:
        """Folder of the demo region, also when these places are not the demo's."""
        return self.base / "demo"

    @property
    def exists(self) -> bool:
        """Whether a region was made here: its key file is there."""
        return self.keys.exists()


def locations(at: Path | None = None, demo: bool = False) -> Locations:
    """Places of the region on this computer, or of the demo region.

    `at` puts everything below that folder, letters too. Without it data go where the system keeps a program's
    data (never in a folder that roams over the network) and letters to the user's Documents.
    """
    if at is not None:
        base = at.expanduser().absolute()
        letters = base / "brieven"
    else:
        from platformdirs import user_data_path, user_documents_path  # only needed here, and slow to load

        base = user_data_path(APP, appauthor=False, roaming=False)
        letters = user_documents_path() / "RET brieven"
    if demo:
        root = base / "demo"
        return Locations(root=root, letters=root / "brieven", base=base, is_demo=True)
    return Locations(root=base, letters=letters, base=base)

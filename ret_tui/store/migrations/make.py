"""For who changes tables: write the next step of the history from what the classes say now.

python -m ret_tui.store.migrations.make "add the evaluation moments"
python -m ret_tui.store.migrations.make --baseline       before the first release: one step with all tables
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

import ret_tui.domain.tables  # noqa: F401  # fills the metadata
from ret_tui.store.engine import new_file, open_engine
from ret_tui.store.migrate import SCRIPTS, configuration, upgrade
from ret_tui.store.secret import StoreKey

BASELINE = "0001_baseline"


@contextmanager
def scratch(scripts: Path = SCRIPTS) -> Iterator[Config]:
    """Alembic's settings on an empty store at the newest step, thrown away afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder) / "regio.db", StoreKey.new()
        new_file(path)
        if list((scripts / "versions").glob("*.py")):
            upgrade(path, key, scripts)
        engine = open_engine(path, key)
        try:
            with engine.begin() as connection:
                config = configuration(connection, scripts)
                config.attributes["render_item"] = _render
                yield config
        finally:
            engine.dispose()


def make(message: str, scripts: Path = SCRIPTS) -> Path:
    """Write the step from the newest one to what the classes say now, and name it the newest. Returns its file."""
    with scratch(scripts) as config:
        count = len(list(ScriptDirectory.from_config(config).walk_revisions()))
        revision = f"{count + 1:04d}_{_slug(message)}"
        script = command.revision(config, message, autogenerate=True, rev_id=revision)
    written = Path(script.path)
    target = written.with_name(f"step_{revision}.py")
    lines = written.read_text(encoding="utf-8").splitlines(keepends=True)
    target.write_text("".join(line for line in lines if "# ### " not in line), encoding="utf-8")
    written.unlink()
    head = scripts / "head.py"
    head.write_text(
        re.sub(r'HEAD = ".*"', f'HEAD = "{revision}"', head.read_text(encoding="utf-8")), encoding="utf-8"
    )
    for arguments in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *arguments, str(target)], check=True)  # noqa: S603  # our own file
    return target


def make_baseline(scripts: Path = SCRIPTS) -> Path:
    """Throw the history away and start it anew with one step that makes every table. Never after a release."""
    for old in (scripts / "versions").glob("*.py"):
        old.unlink()
    return make("baseline", scripts)


def _render(kind: str, item: object, _: object) -> str | Literal[False]:
    """One short line per column, in the words of `columns`."""
    if kind != "type":
        return False
    if isinstance(item, sa.Enum) and not item.native_enum:
        return f'words("{item.name}", "{" ".join(item.enums)}")'
    if isinstance(item, UTCDateTime):
        return "moment()"
    if isinstance(item, AutoString):
        return "text()"
    return False


def _slug(message: str) -> str:
    plain = unicodedata.normalize("NFKD", message).encode("ascii", "ignore").decode().lower()
    return "_".join(re.findall(r"[a-z0-9]+", plain))[:40]


def main() -> None:
    """Entrance from the command line."""
    parser = argparse.ArgumentParser(description="Write the next step of the tables' history.")
    parser.add_argument("message", nargs="?", help="what changes, in a few words")
    parser.add_argument(
        "--baseline", action="store_true", help="start the history anew; only before the first release"
    )
    arguments = parser.parse_args()
    if arguments.baseline == bool(arguments.message):
        parser.error("give a message, or --baseline")
    path = make_baseline() if arguments.baseline else make(arguments.message)
    sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()

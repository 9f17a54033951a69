"""Changing the tables: whole or not at all, and never losing rows that hang on others."""

import importlib.util
import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

import ret_tui.domain.tables  # noqa: F401  # fills the metadata
from ret_tui.domain.errors import StoreError, StoreTooNew
from ret_tui.store.backup import BackupKind, backups, check_backup
from ret_tui.store.engine import new_file, open_engine
from ret_tui.store.migrate import SCRIPTS, bring_up_to_date, revision_of, upgrade
from ret_tui.store.migrations.head import HEAD
from ret_tui.store.migrations.make import make
from ret_tui.store.secret import StoreKey

FIRST = """
    op.create_table("parent", sa.Column("id", sa.Integer, primary_key=True), sa.Column("text", sa.String))
    op.create_table("child", sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("parent_id", sa.Integer, sa.ForeignKey("parent.id", ondelete="CASCADE"), nullable=False))
    op.create_table("log_entry", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("INSERT INTO parent VALUES (1, 'eerst'), (2, 'tweede')")
    op.execute("INSERT INTO child VALUES (1, 1), (2, 1), (3, 2)")
    op.execute("INSERT INTO log_entry VALUES (1)")
"""
RECREATE = """
    with op.batch_alter_table("parent", recreate="always") as batch:
        batch.add_column(sa.Column("extra", sa.String))
    with op.batch_alter_table("log_entry", recreate="always") as batch:
        batch.add_column(sa.Column("extra", sa.String))
"""
FAILING = """
    op.add_column("parent", sa.Column("half", sa.String))
    op.execute("UPDATE parent SET text = 'half'")
    op.execute("SELECT * FROM bestaat_niet")
"""
ORPHANING = """
    op.execute("DELETE FROM parent WHERE id = 2")
"""


@pytest.fixture
def scripts(tmp_path: Path):
    """A throw-away history; call with the bodies of its steps."""
    folder = tmp_path / "geschiedenis 100%"
    (folder / "versions").mkdir(parents=True)
    for name in ("env.py", "script.py.mako", "head.py"):
        shutil.copy(SCRIPTS / name, folder / name)

    def write(*bodies: str) -> Path:
        for number, body in enumerate(bodies, 1):
            before = f"'{number - 1:04d}'" if number > 1 else "None"
            text = f"import sqlalchemy as sa\nfrom alembic import op\nrevision = '{number:04d}'\ndown_revision = {before}\n"
            (folder / "versions" / f"step_{number:04d}.py").write_text(f"{text}\n\ndef upgrade():\n{body}\n")
        return folder

    return write


def with_own_history(folder: Path) -> Path:
    """The same folder, with every step of this program in it."""
    for step in (SCRIPTS / "versions").glob("*.py"):
        shutil.copy(step, folder / "versions")
    return folder


@pytest.fixture
def key() -> StoreKey:
    return StoreKey.new()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    new_file(tmp_path / "proef.db")
    return tmp_path / "proef.db"


def rows(path: Path, key: StoreKey, query: str) -> list[tuple]:
    engine = open_engine(path, key)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(query)]
    finally:
        engine.dispose()


def test_an_empty_file_gets_every_step(scripts, path, key) -> None:
    upgrade(path, key, scripts(FIRST, RECREATE))
    assert revision_of(path, key) == "0002"
    assert rows(path, key, "SELECT count(*) FROM child") == [(3,)]


def test_recreating_a_table_keeps_the_rows_that_hang_on_it(scripts, path, key) -> None:
    upgrade(path, key, scripts(FIRST))
    upgrade(path, key, scripts(FIRST, RECREATE))
    assert rows(path, key, "SELECT id, text, extra FROM parent") == [(1, "eerst", None), (2, "tweede", None)]
    assert rows(path, key, "SELECT count(*) FROM child") == [(3,)]


def test_recreating_a_table_keeps_its_triggers(scripts, path, key) -> None:
    upgrade(path, key, scripts(FIRST))
    before = rows(path, key, "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    upgrade(path, key, scripts(FIRST, RECREATE))
    assert rows(path, key, "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name") == before
    assert len(before) == 2


@pytest.mark.parametrize("last", [FAILING, ORPHANING])
def test_a_step_that_fails_changes_nothing_of_any_step(scripts, path, key, last) -> None:
    upgrade(path, key, scripts(FIRST))
    before = rows(path, key, "SELECT sql FROM sqlite_master ORDER BY name")
    with pytest.raises(StoreError, match="niets gewijzigd"):
        upgrade(path, key, scripts(FIRST, RECREATE, last))
    assert rows(path, key, "SELECT sql FROM sqlite_master ORDER BY name") == before
    assert rows(path, key, "SELECT text FROM parent ORDER BY id") == [("eerst",), ("tweede",)]
    assert revision_of(path, key) == "0001"


def test_before_an_upgrade_there_is_a_backup(store, places, scripts, clock) -> None:
    key = store.key.copy()
    store.close()
    folder = with_own_history(scripts())
    (folder / "versions" / "step_next.py").write_text(
        f"from alembic import op\nrevision = 'next'\ndown_revision = '{HEAD}'\n\ndef upgrade():\n    op.execute('CREATE TABLE nieuw (id INTEGER)')\n"
    )
    bring_up_to_date(places, key, HEAD, clock, scripts=folder)
    assert revision_of(places.store, key) == "next"
    (made,) = backups(places)
    assert made.kind is BackupKind.BEFORE_UPGRADE
    assert check_backup(made.folder, key).revision == HEAD


def test_without_a_backup_there_is_no_upgrade(store, places, scripts, clock) -> None:
    key = store.key.copy()
    store.close()
    places.backups.write_text("geen map")
    before = places.store.read_bytes()
    with pytest.raises(StoreError):
        bring_up_to_date(places, key, HEAD, clock)
    assert places.store.read_bytes() == before


def test_a_step_nobody_knows_is_newer(store, places, clock) -> None:
    with pytest.raises(StoreTooNew):
        bring_up_to_date(places, store.key, "9999", clock)
    assert backups(places) == ()


# --- the history of this program ------------------------------------------------------------------------


def test_the_named_head_is_the_newest_step() -> None:
    assert ScriptDirectory(str(SCRIPTS)).get_current_head() == HEAD


def _is_index(difference: object) -> bool:
    """The search index and its shadow tables are made beside the classes, by `store.search`."""
    return "search_index" in str(difference)


def test_classes_and_history_agree(path, key) -> None:
    """When this fails: `python -m ret_tui.store.migrations.make "what changes"` (or --baseline before a release)."""
    upgrade(path, key)
    engine = open_engine(path, key)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = [each for each in compare_metadata(context, SQLModel.metadata) if not _is_index(each)]
        assert differences == []
        made = {name: sql for name, sql in connection.exec_driver_sql("SELECT name, sql FROM sqlite_master")}  # noqa: C416
    engine.dispose()
    checks = {
        table.name: sum("CHECK" in line for line in made[table.name].splitlines())
        for table in SQLModel.metadata.sorted_tables
    }
    wanted = {
        table.name: sum(getattr(column.type, "create_constraint", False) is True for column in table.columns)
        for table in SQLModel.metadata.sorted_tables
    }
    assert checks == wanted


def test_a_new_step_can_be_written(scripts, path, key) -> None:
    folder = with_own_history(scripts())
    name = f"{len(list((folder / 'versions').iterdir())) + 1:04d}_voegt_niets_toe_een_stap"
    written = make("Voegt niets toe, één stap", folder)
    assert written.name == f"step_{name}.py"
    assert f'HEAD = "{name}"' in (folder / "head.py").read_text()
    spec = importlib.util.spec_from_file_location("step", written)
    step = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(step)
    assert (step.revision, step.down_revision) == (name, HEAD)
    upgrade(path, key, folder)
    assert revision_of(path, key) == step.revision


def test_every_table_of_a_region_at_work_can_be_recreated(scripts, path, key) -> None:
    """Triggers of search read several tables; while they stand, the database refuses to put a new one in their place."""
    upgrade(path, key)
    folder = with_own_history(scripts())
    names = [table.name for table in SQLModel.metadata.sorted_tables]
    body = "\n".join(
        f"    with op.batch_alter_table({name!r}, recreate='always') as batch:\n"
        "        batch.add_column(sa.Column('extra', sa.String))"
        for name in names
    )
    (folder / "versions" / "step_next.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9000_next'\ndown_revision = {HEAD!r}\n\n\ndef upgrade():\n{body}\n"
    )
    before = rows(path, key, "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    upgrade(path, key, folder)
    assert revision_of(path, key) == "9000_next"
    assert rows(path, key, "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name") == before
    assert len(before) > 5

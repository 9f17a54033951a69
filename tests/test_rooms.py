"""Which room may know what, seen from a fresh interpreter: the import contracts look at the text, this at what happens."""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.machine import ROOT, environment

HEAVY = {
    "sqlmodel",
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "cryptography",
    "docx",
    "docxtpl",
    "jinja2",
    "lxml",
}
PACKAGE = ROOT / "ret_tui"


def _imported_by(home: Path, statement: str) -> set[str]:
    """Top-level names in `sys.modules` after a statement in a new interpreter."""
    report = "import sys, json; print(); print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
    done = subprocess.run(
        [sys.executable, "-c", f"{statement}\n{report}"],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def _every_module_of(room: str) -> str:
    spec = find_spec(f"ret_tui.{room}")
    assert spec is not None
    folders = list(spec.submodule_search_locations or [])
    names = [spec.name] + [found.name for found in pkgutil.walk_packages(folders, f"{spec.name}.")]
    # migration scripts run inside Alembic only
    return "\n".join(
        f"import {name}" for name in names if ".migrations.versions" not in name and not name.endswith(".env")
    )


@pytest.mark.parametrize("room", ["domain", "store", "queries", "actions", "documents", "figures", "cli"])
def test_rooms_below_the_screen_never_load_textual(home: Path, room: str) -> None:
    assert "textual" not in _imported_by(home, _every_module_of(room))


@pytest.mark.parametrize("room", ["documents", "domain", "actions", "queries", "store"])
def test_word_is_loaded_only_by_the_function_that_writes(home: Path, room: str) -> None:
    # these are what those functions load: writing letters, and reading filled forms
    behind = (".documents.word", ".documents.forms_in")
    doors = "\n".join(
        each for each in _every_module_of(room).splitlines() if not any(name in each for name in behind)
    )
    assert not {"docx", "docxtpl", "lxml"} & _imported_by(home, doors)


def test_the_screen_is_painted_before_anything_heavy_is_loaded(home: Path) -> None:
    loaded = _imported_by(home, "import ret_tui.__main__\nimport ret_tui.app.app")
    assert "textual" in loaded
    assert not HEAVY & loaded


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_version_and_help_load_nothing_heavy(home: Path, argument: str) -> None:
    ask = f"""
import sys
from ret_tui.__main__ import main
sys.argv = ["ret-tui", {argument!r}]
try:
    main()
except SystemExit as end:
    assert not end.code, end.code
"""
    assert not (HEAVY | {"textual", "rich", "pydantic"}) & _imported_by(home, ask)


def _texts() -> list[Path]:
    skipped = {
        ".git",
        ".venv",
        "__pycache__",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        "build",
        "dist",
        ".hypothesis",
    }
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
        and not skipped & set(path.relative_to(ROOT).parts)
        and path.suffix not in {".docx", ".png"}
    ]


def test_no_file_names_a_package_index_or_somebodys_machine() -> None:
    # written in pieces, or this file would name them too
    index = [
        "pypi" + ".org",
        "python" + "hosted",
        "--index" + "-url",
        "--extra-index" + "-url",
        "--find" + "-links",
    ]
    machine = ["/wo" + "rk/", "/ro" + "ot/", "/opt" + "/w", "/ho" + "me/"]
    pattern = re.compile("|".join(map(re.escape, index + machine)))
    found = {
        str(path.relative_to(ROOT)): sorted(
            set(pattern.findall(path.read_text(encoding="utf-8", errors="replace")))
        )
        for path in _texts()
        if pattern.search(path.read_text(encoding="utf-8", errors="replace"))
    }
    assert not found


def _modules() -> list[Path]:
    """Every module; migrations are records of what was done and grow with the tables."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "versions" not in path.parts]


def _explains_itself(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Fixed choices and tables, whose fields carry the Dutch titles, and the variants of an overload."""
    if isinstance(node, ast.ClassDef):
        return any(ast.unparse(base).endswith(("Word", "Fields", "Row")) for base in node.bases)
    return any(ast.unparse(decorator).endswith("overload") for decorator in node.decorator_list)


def test_everything_public_says_what_it_is() -> None:
    missing = []
    for path in _modules():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        place = path.relative_to(ROOT)
        if tree.body and not ast.get_docstring(tree):
            missing.append(f"{place}: the module")
        missing += [
            f"{place}:{node.lineno} {node.name}"
            for node in tree.body
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and not (node.name.startswith("_") or ast.get_docstring(node) or _explains_itself(node))
        ]
    assert not missing, "\n".join(missing)


def test_files_stay_small() -> None:
    lengths = {
        path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in _modules()
    }
    assert not {str(path): length for path, length in lengths.items() if length > 600}


def test_the_top_level_holds_only_the_house() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {line.partition("/")[0] for line in listed.stdout.splitlines()}
    house = {"ret_tui", "styles", "templates", "tests", "pyproject.toml", "README.md", ".ci", ".gitignore"}
    assert top <= house | {"LICENSE", ".gitattributes", ".editorconfig", "requirements.txt"}

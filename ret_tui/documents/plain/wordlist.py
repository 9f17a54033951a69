"""Words families often do not know, with a plain one instead. Shipped as `templates/gewone-taal.toml`.

A region adds or changes words in a `gewone-taal.toml` of its own beside its data.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from ret_tui.assets import assets
from ret_tui.domain.errors import DocumentError
from ret_tui.domain.text import fold

FILE = "gewone-taal.toml"


class WordKind(StrEnum):
    """Why a word is on the list; the value is the heading in the file."""

    ABBREVIATION = "afkortingen"
    JARGON = "vaktaal"
    WORDY = "omslachtig"


@dataclass(frozen=True, slots=True)
class Listed:
    """A word of the list: what kind, and what may stand instead (empty: nothing fixed)."""

    kind: WordKind
    instead: str


@dataclass(frozen=True)
class PlainWords:
    """The list of one region. `pattern` finds every word of it; `allowed` are never remarked on, `names` are no names."""

    entries: Mapping[str, Listed]
    allowed: frozenset[str]
    names: frozenset[str]
    pattern: re.Pattern[str]

    def of(self, found: str) -> Listed | None:
        """What the list says of a piece of text: abbreviations as they are written, other words in any case."""
        return self.entries.get(found) or self.entries.get(found.lower())


def load(extra: Path | None = None) -> PlainWords:
    """The shipped list, with that of the region's own file `extra` over it when it is there.

    Raises:
        DocumentError: the region's file cannot be read or is put together otherwise.
    """
    base = tomllib.loads((assets("templates") / FILE).read_text(encoding="utf-8"))
    tables = [_checked(base, FILE)]
    if extra is not None and extra.is_file():
        try:
            own = tomllib.loads(extra.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise DocumentError(
                f"Het bestand {extra.name} met gewone woorden is niet te lezen. Verbeter het of zet het even weg. ({error})"
            ) from error
        tables.append(_checked(own, extra.name))
    return _build(tables)


def _checked(table: dict[str, Any], name: str) -> dict[str, Any]:
    fault = DocumentError(
        f"Het bestand {name} met gewone woorden klopt niet. Neem de opbouw over van het meegeleverde {FILE}."
    )
    known = {*WordKind, "mag"}
    if set(table) - known or not all(isinstance(each, dict) for each in table.values()):
        raise fault
    for kind in WordKind:
        if not all(isinstance(word, str) for word in table.get(kind.value, {}).values()):
            raise fault
    for words in table.get("mag", {}).values():
        if not isinstance(words, list) or not all(isinstance(each, str) for each in words):
            raise fault
    return table


def _build(tables: list[dict[str, Any]]) -> PlainWords:
    entries: dict[str, Listed] = {}
    allowed: set[str] = set()
    names: set[str] = set()
    for table in tables:
        for kind in WordKind:
            for word, instead in table.get(kind.value, {}).items():
                key = word.strip() if kind is WordKind.ABBREVIATION else word.strip().lower()
                if key:
                    entries[key] = Listed(kind, instead.strip())
        allowed.update(table.get("mag", {}).get("woorden", ()))
        names.update(fold(each) for each in table.get("mag", {}).get("namen", ()))
    for word in allowed:
        entries.pop(word, None)
        entries.pop(word.lower(), None)
    longest = sorted(entries, key=len, reverse=True)
    pattern = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in longest) or r"(?!)"
    return PlainWords(
        entries,
        frozenset(allowed),
        frozenset(names),
        re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE),
    )

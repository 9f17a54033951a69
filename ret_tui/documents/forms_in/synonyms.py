"""Which label means which field, and which word means which choice. Shipped as `templates/synoniemen.toml`.

A region adds words in a `synoniemen.toml` of its own beside its data. Only whole labels match: a guess is never silent.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ret_tui.assets import assets
from ret_tui.documents.forms_in.synonyms_key import label_key, label_keys
from ret_tui.documents.forms_in.targets import own_labels, own_words
from ret_tui.documents.forms_out.controls import CHOICE_PLACEHOLDER, DATE_PLACEHOLDER, TEXT_PLACEHOLDER
from ret_tui.documents.forms_out.texts import printed
from ret_tui.domain.errors import DocumentError

FILE = "synoniemen.toml"
_PAGE = re.compile(
    r"\s*\b(?:pagina|blad|bladzijde|p\.)\s*\d{1,3}(?:\s*(?:van|/)\s*\d{1,3})?\s*$", re.IGNORECASE
)
_ANYWHERE = "overal"
_LONG_INVITATION = 12
"""Letters of an invitation that cannot be part of an answer by chance."""

_SLIP = 3
"""Letters by which a misspelt label may be longer or shorter."""


@dataclass(frozen=True)
class Synonyms:
    """The words of one region, folded. `labels` goes from part of the form to label to field."""

    labels: Mapping[str, Mapping[str, str]]
    parts: Mapping[str, str]
    columns: Mapping[str, Mapping[str, str]]
    words: Mapping[str, Mapping[str, str]]
    empty: frozenset[str]
    fixed: frozenset[str]
    _all: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _invitation: re.Pattern[str] | None = field(default=None, repr=False)

    def target(self, label: str, part: str) -> str | None:
        """The field a label stands for in a part of the form."""
        for key in label_keys(label):
            for scope in (part, _ANYWHERE):
                found = self.labels.get(scope, {}).get(key)
                if found is not None:
                    return found
        return None

    def part(self, heading: str) -> str | None:
        """The part of the form that a heading opens."""
        return next((self.parts[key] for key in label_keys(heading) if key in self.parts), None)

    def resembling(self, label: str) -> str | None:
        """A known label that a misspelt one is very near to; only ever for asking a person."""
        key = label_key(label)
        if not 5 <= len(key) <= 40:
            return None
        alike = [each for each in self._all.get(key[0], ()) if abs(len(each) - len(key)) <= _SLIP]
        near = get_close_matches(key, alike, n=1, cutoff=0.88)
        return near[0] if near else None

    def column(self, kind: str, heading: str) -> str | None:
        """The column a heading of a table stands for."""
        known = self.columns.get(kind, {})
        return next((known[key] for key in label_keys(heading) if key in known), None)

    def is_empty(self, text: str) -> bool:
        """Whether a text is only an invitation to fill something in, or a row of dots."""
        key = label_key(text.rstrip(".… _"))
        return not key or key in self.empty

    def without_invitation(self, text: str) -> str:
        """The text without ‘Klik of tik om tekst in te voeren.’ that was left before or behind what was typed."""
        if self._invitation is None:
            return text
        for _ in range(2):
            text = self._invitation.sub("", text)
        return text

    def is_fixed(self, text: str) -> bool:
        """Whether a text is part of the form itself, which nobody needs to read again."""
        key = label_key(_PAGE.sub("", text))
        return not key or key in self.fixed


def load(extra: Path | None = None) -> Synonyms:
    """The shipped words, with those of the region's own file `extra` when it is there.

    Raises:
        DocumentError: the region's file cannot be read, or gives one label to two fields.
    """
    base = tomllib.loads((assets("templates") / FILE).read_text(encoding="utf-8"))
    tables = [_checked(base, FILE)]
    if extra is not None and extra.is_file():
        try:
            own = tomllib.loads(extra.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise DocumentError(
                f"Het bestand {extra.name} met synoniemen is niet te lezen. Verbeter het of zet het even weg. ({error})"
            ) from error
        tables.append(_checked(own, extra.name))
    return _build(tables)


def _checked(table: dict[str, Any], name: str) -> dict[str, Any]:
    """Refuse what is not a table of lists of words."""
    fault = DocumentError(
        f"Het bestand {name} met synoniemen klopt niet. Neem de opbouw over van het meegeleverde {FILE}."
    )
    for group in ("gedeelten", "leeg", "weglaten"):
        if not _is_lists(table.get(group, {})):
            raise fault
    for group in ("labels", "kolommen", "woorden"):
        inner = table.get(group, {})
        if not isinstance(inner, dict) or not all(_is_lists(each) for each in inner.values()):
            raise fault
    return table


def _is_lists(value: object) -> bool:
    return isinstance(value, dict) and all(
        isinstance(each, list) and all(isinstance(word, str) for word in each) for each in value.values()
    )


def _build(tables: Iterable[dict[str, Any]]) -> Synonyms:
    labels: dict[str, dict[str, str]] = {_ANYWHERE: dict(own_labels())}
    parts: dict[str, str] = {}
    columns: dict[str, dict[str, str]] = {}
    words: dict[str, dict[str, str]] = own_words()
    empty: set[str] = set()
    fixed = {label_key(each) for each in printed()}
    for table in tables:
        for part, headings in table.get("gedeelten", {}).items():
            _put(parts, part, headings)
        for part, fields in table.get("labels", {}).items():
            for target, names in fields.items():
                _put(labels.setdefault(part, {}), target, names)
        for kind, fields in table.get("kolommen", {}).items():
            for target, names in fields.items():
                _put(columns.setdefault(kind, {}), target, names)
        for choice, values in table.get("woorden", {}).items():
            for value, names in values.items():
                _put(words.setdefault(choice, {}), value, names)
        empty.update(label_key(each) for each in table.get("leeg", {}).get("teksten", ()))
        fixed.update(label_key(each) for each in table.get("weglaten", {}).get("teksten", ()))
    everything: dict[str, tuple[str, ...]] = {}
    for key in sorted({key for each in labels.values() for key in each}):
        everything[key[0]] = (*everything.get(key[0], ()), key)
    return Synonyms(
        labels, parts, columns, words, frozenset(empty), frozenset(fixed), everything, _invitations(empty)
    )


def _invitations(empty: Iterable[str]) -> re.Pattern[str] | None:
    """Finds an invitation to fill something in that stands against a text: before it, or behind it at the end.

    Only with its full stop or dots: without them the same words may begin an answer.
    """
    known = {each for each in empty if len(each) >= _LONG_INVITATION} | {
        label_key(each) for each in (TEXT_PLACEHOLDER, DATE_PLACEHOLDER, CHOICE_PLACEHOLDER)
    }
    words = sorted((r"[\W_]+".join(re.escape(word) for word in each.split()) for each in known), reverse=True)
    whole = "|".join(words)
    return re.compile(rf"\A(?:{whole})[.…]+[ \n]*|[ \n]*(?:{whole})[.…]+\Z|\A(?:{whole})\Z", re.IGNORECASE)


def _put(known: dict[str, str], target: str, names: Iterable[str]) -> None:
    for name in names:
        key = label_key(name)
        if not key:
            continue
        if known.setdefault(key, target) != target:
            raise DocumentError(
                f"In {FILE} staat “{name}” bij twee velden: {known[key]} en {target}. Laat het bij één staan."
            )

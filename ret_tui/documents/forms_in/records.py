"""Tables with one record per row, holders of authority by name, and a name as one text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ret_tui.documents.forms_in.pieces import Text
from ret_tui.documents.forms_in.synonyms import Synonyms
from ret_tui.documents.forms_in.synonyms_key import label_key
from ret_tui.documents.forms_in.values import Read
from ret_tui.domain.words import AuthorityRelation

LISTS = frozenset({"factors", "hypotheses", "goals"})
"""Tables of which a form gives one record per line."""

GIVER_NUMBER = "holder"
"""Number of the holder of authority whom a row of permission means; not a column of its own."""

SPECIAL = {
    "giver": "Wie",
    "named": "Bespreken met naam",
    "share": "Stukken delen",
}
"""Columns that are settled once the whole form was read, and what the screen calls them."""

_TABLES = {
    "hulp": "care",
    "afwijzing": "refusal",
    "gezag": "holder",
    "toestemming": "permission",
    "factor": "factor",
    "hypothese": "hypothesis",
    "doel": "goal",
}
"""Kinds of tables in the file with words → table of the store."""

_NEEDED = {
    "hulp": ("provider", "from_on", "to_on", "why_ended"),
    "afwijzing": ("reason",),
    "gezag": ("name",),
    "toestemming": ("giver",),
    "factor": ("text",),
    "hypothese": ("text",),
    "doel": ("text",),
}
"""Columns of which at least one must be there."""

RELATIONS = {
    "moeder": AuthorityRelation.MOTHER,
    "vader": AuthorityRelation.FATHER,
    "voogd": AuthorityRelation.GUARDIAN,
}
_WHO = r"(?P<who>ouder of voogd [1-4]|ouder [1-4]|ouder s? ?[1-4]|gezaghebbende [1-4]|gezagdrager [1-4]|verzorger [1-4]|moeder|vader|voogd)"
_BEFORE = re.compile(rf"^(?P<rest>.+?) (?:van )?(?:de )?{_WHO}$")
_AFTER = re.compile(rf"^(?:gegevens (?:van )?(?:de )?)?{_WHO}(?: (?P<rest>.+))?$")


@dataclass(frozen=True)
class Grid:
    """A table with one record per row: the table of the store, and the column each cell stands for."""

    table: str
    columns: tuple[str | None, ...]
    headings: tuple[str, ...]

    @property
    def known(self) -> int:
        """Number of headings that are known."""
        return sum(each is not None for each in self.columns)

    def heading_of(self, column: str) -> str:
        """The heading above a column."""
        return self.headings[self.columns.index(column)]


def grid_of(row: tuple[Text, ...], words: Synonyms, part: str) -> Grid | None:
    """What kind of table begins with this row; None when it is not a row of headings.

    The part of the form decides between kinds that share headings. A heading that is not known may stand among at least
    as many that are.
    """
    headings = [cell.text for cell in row]
    filled = [text for text in headings if text.strip()]
    best: tuple[int, Grid] | None = None
    for kind in words.columns:
        columns = [words.column(kind, text) if text.strip() else None for text in headings]
        known = [each for each in columns if each is not None]
        if len(known) != len(set(known)) or not set(known) & set(_NEEDED.get(kind, ())):
            continue
        if kind == "gezag" != part and not _about_authority(headings):
            continue  # anybody may stand in a table of names, functions and telephone numbers
        enough = len(known) >= 2 or (len(headings) == 1 == len(known) and kind == part)
        if not enough or len(known) * 2 <= len(filled):
            continue
        if len(headings) == 2 and kind != part and words.target(headings[0], part) is not None:
            continue  # a label with a value that happens to be the name of a column
        score = len(known) * 2 + (kind == part)
        if best is None or score > best[0]:
            best = (score, Grid(_TABLES[kind], tuple(columns), tuple(headings)))
    return best[1] if best else None


def _about_authority(headings: list[str]) -> bool:
    keys = [label_key(each) for each in headings]
    return any("ouder" in key or "gezag" in key or key.startswith("relatie") for key in keys)


def holder_in(label: str) -> tuple[str, str] | None:
    """`naam moeder` → (`moeder`, `naam`); `Ouder 1` → (`ouder 1`, ``). None when nobody is named."""
    key = label_key(label)
    match = _AFTER.match(key) or _BEFORE.match(key)
    return (match["who"], match["rest"] or "") if match else None


_PREFIX = r"(?:van|de|der|den|ten|ter|te|het|'t|in|op|la|le|el|al|von|du|d'|da|di|dos|bin|ben)"
_WITH_PREFIX = re.compile(rf"^(?P<first>[^\s,]+(?:\s(?!{_PREFIX}\s)[^\s,]+)?)\s(?P<last>{_PREFIX}\s.+)$")


_NO_NAMES = frozenset(
    {"onbekend", "nee", "ja", "anoniem", "volgt", "niet bekend", "zie boven", "zie bijlage", "nnb"}
)
"""What people write where a name should stand."""


def full_name(text: str) -> Read:
    """A first and last name from one text, when there is one way to divide it."""
    name = " ".join(text.split())
    last_first = re.fullmatch(r"([^,]+), ([^,\s]+)", name)
    if last_first:
        return Read({"case.first_name": last_first[2], "case.last_name": last_first[1]})
    parts = name.split(" ")
    if label_key(name) in _NO_NAMES:
        return Read(rest=name, why="Dit is geen naam.")
    if any(each.isdecimal() for each in name) or len(name) > 120 or "(" in name:
        return Read(rest=name, why="Dit is meer dan een naam.")
    if len(parts) == 1:
        return Read({"case.first_name": name})
    match = _WITH_PREFIX.match(name)
    if match:
        return Read({"case.first_name": match["first"], "case.last_name": match["last"]})
    if len(parts) == 2:
        return Read({"case.first_name": parts[0], "case.last_name": parts[1]})
    return Read(rest=name, why="Het is niet zeker wat voornaam en wat achternaam is.")

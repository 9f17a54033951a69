"""Which field a label means at this place of the form: by the part it stands in, and by which parent it names."""

from __future__ import annotations

from ret_tui.documents.forms_in import records
from ret_tui.documents.forms_in.synonyms import Synonyms
from ret_tui.documents.forms_in.synonyms_key import MAX_LABEL


class Labels:
    """Labels of one form. `part` is the part that was opened last, `holder` the holder of authority it is about."""

    def __init__(self, words: Synonyms) -> None:
        self.words = words
        self.part = ""
        self.holder = 1
        self.holders: dict[str, int] = {}
        """Number of each holder of authority by the word that names one: `moeder`, `ouder 2`."""

    def knows(self, label: str) -> bool:
        """Whether a text is a label, or so near to one that a person must be asked."""
        return len(label) <= MAX_LABEL and (
            self.target(label) is not None or self.words.resembling(label) is not None
        )

    def target(self, label: str) -> str | None:
        """The field a label stands for here; a holder of authority with a number, or with the word that names one."""
        if len(label) > MAX_LABEL:
            return None
        found = self.words.target(label, self.part)
        if found is not None:
            return self.numbered(found)
        who = records.holder_in(label)
        if who is not None:
            key, rest = who
            inner = self.words.labels.get("gezag", {}).get(rest) if rest else "holder.name"
            if inner is not None:
                return self.numbered(inner, key)
        return None

    def numbered(self, target: str, key: str = "") -> str:
        """`holder.name` becomes `holder.2.name` for the second holder, `holder.@vader.name` for one that is named."""
        table, _, name = target.partition(".")
        if table != "holder" or name[:1].isdecimal() or name.startswith("@"):
            return target
        return f"holder.@{key}.{name}" if key else f"holder.{self.holder}.{name}"

    def part_of(self, heading: str) -> tuple[str, str] | None:
        """The part of the form a heading opens, and which holder of authority it names."""
        if len(heading) > MAX_LABEL:
            return None
        found = self.words.part(heading)
        if found is not None:
            return found, ""
        who = records.holder_in(heading)
        if who is not None and not who[1]:
            return "gezag", who[0]
        return None

    def number_of(self, key: str) -> int:
        """The number of the holder of authority that a word names; the next one when it is new."""
        return self.holders.setdefault(key, max(self.holders.values(), default=0) + 1)

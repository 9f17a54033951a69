"""Names taken out of what is read without them: an anonymous consultation, or a case that stays for its lesson."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ret_tui.domain.text import within

if TYPE_CHECKING:
    from ret_tui.queries.cases import CaseFile

_LEAST = 2
"""Letters a name needs to be looked for; a single letter would take words apart."""


class Anonymous:
    """Replaces the names of a family by what they are to each other. Who reads it afterwards still has to look."""

    def __init__(self, file: CaseFile) -> None:
        fields = file.fields
        first = (fields["first_name"] or "").strip()
        last = (fields["last_name"] or "").strip()
        pairs: list[tuple[str, str]] = []
        if first and last:
            pairs.append((f"{first} {last}", "de jeugdige"))
        pairs += [(first, "de jeugdige"), (last, "de familie")]
        for holder in file.holders:
            relation = holder["relation"]
            pairs.append(((holder["name"] or "").strip(), within(relation.label) if relation else "de ouder"))
        pairs.append(((fields["support_person"] or "").strip(), "de steunpersoon"))
        wanted = [(name, word) for name, word in pairs if len(name) >= _LEAST]
        wanted.sort(key=lambda each: -len(each[0]))
        self._words = {name.casefold(): word for name, word in wanted}
        names = "|".join(re.escape(name) for name, _ in wanted)
        self._find = re.compile(rf"(?<!\w)({names})(['’]?s)?(?!\w)", re.IGNORECASE) if names else None

    def text(self, text: str) -> str:
        """A text without the names."""
        if self._find is None:
            return text
        return self._find.sub(self._instead, text)

    def _instead(self, found: re.Match[str]) -> str:
        """`Sam` becomes `de jeugdige`, `Sams broer` becomes `de jeugdige’s broer`."""
        word = self._words.get(found[1].casefold(), "de jeugdige")
        return f"{word}’s" if found[2] else word

    def values(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Values of a document, lists and rows too, without the names."""
        return {name: self._one(value) for name, value in values.items()}

    def _one(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return self.values(value)
        if isinstance(value, Sequence):
            return [self._one(each) for each in value]
        return value

"""Which field a label means at this place of the form: by the part it stands in, and by which parent it names."""

from __future__ import annotations

from ret_tui.documents.forms_in import records
from ret_tui.documents.forms_in.synonyms import Synonyms
from ret_tui.documents.forms_in.synonyms_key import MAX_LABEL, label_key

SOMEBODY = "anders"
"""A part about somebody who is neither the young person, nor a parent, nor the applicant: a school, a sister."""

_YOUNG = frozenset(
    ["jeugdige", "jeugdigen", "kind", "client", "jongere", "minderjarige", "pupil", "clientgegevens"]
)
_APPLICANT = frozenset(
    ["aanmelder", "verwijzer", "melder", "indiener", "aanvrager", "verwijzende", "aanmeldende"]
)
_PARENTS = frozenset(
    [
        "ouder",
        "ouders",
        "gezag",
        "gezaghebbende",
        "gezaghebbenden",
        "gezagdrager",
        "gezagsdrager",
        "opvoeders",
    ]
)
_SOMEBODY = frozenset(
    [
        "contactpersoon",
        "school",
        "huisarts",
        "voogd",
        "gezinsvoogd",
        "jeugdbeschermer",
        "hulpverlener",
        "hulpverleners",
        "behandelaar",
        "behandelaren",
        "begeleider",
        "mentor",
        "leerkracht",
        "broer",
        "broers",
        "zus",
        "zussen",
        "broertjes",
        "zusjes",
        "gezinsleden",
        "gezinssamenstelling",
        "stiefouder",
        "stiefvader",
        "stiefmoeder",
        "pleegouder",
        "pleegouders",
        "partner",
        "betrokkenen",
        "netwerk",
        "steunpersoon",
        "oma",
        "opa",
        "tante",
        "oom",
        "arts",
        "casusregisseur",
        "professionals",
        "ondertekening",
        "handtekening",
        "grootouders",
    ]
)
_OF_THE_YOUNG_PERSON = frozenset(
    {
        "case.first_name", "case.last_name", "case.@name", "case.birth_date", "case.gender", "case.municipality",
        "case.young_person_address", "case.residence", "case.education", "case.language",
    }
)  # fmt: skip
"""Fields with a label that anybody has: under a parent or a sister they say nothing about the young person."""

_MOST_WORDS = 6
"""Words of a line that may be the heading of a part."""


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
        return len(label) <= MAX_LABEL and (self.target(label) is not None or self.near(label) is not None)

    def near(self, label: str) -> str | None:
        """A known label that a misspelt one is near to; None for one that is known but says nothing here."""
        return None if self.words.target(label, "") is not None else self.words.resembling(label)

    def target(self, label: str) -> str | None:
        """The field a label stands for here; a holder of authority with a number, or with the word that names one."""
        if len(label) > MAX_LABEL:
            return None
        found = self.words.target(label, self.part)
        if found is not None and not self._of_another(found, label):
            return self.numbered(found)
        who = records.holder_in(label)
        if who is not None:
            key, rest = who
            inner = self.words.labels.get("gezag", {}).get(rest) if rest else "holder.name"
            if inner is not None:
                return self.numbered(inner, key)
        return None

    def _of_another(self, target: str, label: str) -> bool:
        """Whether a label that anybody has stands in a part about somebody else than the young person."""
        words = set(label_key(label).split())
        if "contactpersoon" in words and self.part not in ("", "aanmelder"):
            return not words & _APPLICANT
        if self.part == "aanmelder":
            return target in ("case.first_name", "case.last_name", "case.birth_date", "case.gender")
        return (
            (self.part == SOMEBODY or (self.part == "gezag" and target != "case.education"))
            and target in _OF_THE_YOUNG_PERSON
            and not _YOUNG & words
        )

    def names_somebody(self, heading: str) -> bool:
        """Whether a heading says whom something is about."""
        return self.part_of(heading) is not None or self.part_by_words(heading) is not None

    def part_by_words(self, heading: str) -> str | None:
        """Whom a heading that is not known is about, by the words in it; None when it names nobody."""
        words = label_key(heading).split()
        if not 0 < len(words) <= _MOST_WORDS or heading.rstrip().endswith((".", ",", ";")):
            return None
        for known, part in (
            (_APPLICANT, "aanmelder"),
            (_SOMEBODY, SOMEBODY),
            (_PARENTS, "gezag"),
            (_YOUNG, "jeugdige"),
        ):
            if known & set(words):
                return part
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

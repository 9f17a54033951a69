"""How easy a Dutch text reads: words, sentences, syllables, and the score of Flesch–Douma.

Syllables are counted by groups of vowels. Of 223 words counted by hand (`tests/documents/plain/counted.py`, 80 of them
not looked at while this was made) all come out right. The hyphenation of pyphen (nl_NL) misses 18, nearly always one
syllable too few, since a lone vowel (a-vond, o-ver) is never hyphenated; that makes a text look easier than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_VOWELS = re.compile(
    r"eau|éé|(?<=t)ea(?=m)|(?<=c)oa(?=ch)|(?<=[st]t|at)io(?=n)"  # of loan words: bureau, team, coach, station
    r"|aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|eu|ie|oe|au|ou|ui|ei|ij|[aeiouyàáâäèéêëìíîïòóôöùúûü]"
)
_TITLES = re.compile(
    r"(?:^|\s)(?:mevr|mw|dhr|dr|drs|ir|ing|mr|prof|nr|tel|blz|art|bijv|bv|o\.a|m\.n|st)\.\s*$", re.IGNORECASE
)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it starts in its text."""

    text: str
    start: int

    @property
    def words(self) -> int:
        """Its words; a number is a word."""
        return sum(1 for _ in WORD.finditer(self.text))

    @property
    def end(self) -> int:
        """Where it ends in its text."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Measure:
    """Counts of a text. `lettered` are words with a letter: only those have syllables to count."""

    words: int
    lettered: int
    sentences: int
    syllables: int

    @property
    def mean_sentence(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def score(self) -> float | None:
        """Leesgemak of Flesch–Douma: 206,84 - 0,77 wl - 0,93 zl (W.H. Douma, De leesbaarheid van landbouwbladen, 1960).

        wl = syllables in a hundred words, zl = mean words of a sentence. Higher is easier; None without words.
        """
        if not self.lettered:
            return None
        return 206.84 - 0.77 * (100 * self.syllables / self.lettered) - 0.93 * self.mean_sentence


def syllables(word: str) -> int:
    """Syllables of a Dutch word, at least one."""
    return max(1, len(_VOWELS.findall(word.lower())))


def sentences(text: str) -> Iterator[Sentence]:
    """Sentences of a text with their place; a line break ends one, a piece without words is none."""
    at = 0
    for row in text.splitlines(keepends=True):
        for piece, start in _pieces(row):
            stripped = piece.strip()
            if WORD.search(stripped):
                yield Sentence(stripped, at + start + piece.index(stripped))
        at += len(row)


def _pieces(row: str) -> Iterator[tuple[str, int]]:
    """Sentences of one line, titles and abbreviations with what follows them."""
    import sentencex

    kept, start, at = "", 0, 0
    row = _SURROGATE.sub("\ufffd", row)
    for piece in sentencex.segment("nl", row):
        found = row.find(piece, at)
        at = max(found, at)
        kept, start = (row[start : at + len(piece)], start) if kept else (piece, at)
        at += len(piece)
        if not _TITLES.search(kept):
            yield kept, start
            kept = ""
    if kept:
        yield kept, start


def measure(texts: Iterable[str]) -> Measure:
    """Counts of all these texts together."""
    words = lettered = count = found = 0
    for text in texts:
        for each in sentences(text):
            count += 1
            for word in WORD.findall(each.text):
                words += 1
                if any(character.isalpha() for character in word):
                    lettered += 1
                    found += sum(syllables(part) for part in re.split(r"[-’']", word) if part)
    return Measure(words, lettered, count, found)

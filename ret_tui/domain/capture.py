r"""The capture line: what one typed line says, by whom, and as which kind (design §6).

`@Koraal = De mentor gaat mee` is advice said by Koraal. Speaker and kind stand at the start, in either order, each at
most once; anywhere else `@` and the signs of kinds are text. What is taken off is kept in `head` and `tail`, so
`head + text + tail` is always exactly what was typed: nothing typed is ever lost.

Text, and no sign, is:
- what follows a backslash before a sign (`\- geen zorg`); only that backslash is taken off;
- a doubled sign (`--`, `==`, `!!`, `@@`): the line is kept as typed;
- `+`, `-` or `~` right before a digit (`-5 graden`, `+31 6 …`, `~3 uur`), and an arrow (`->`, `=>`, `~>`);
- the first sign of a list: several lines of which more than one starts with the same `-` or `+`;
- `@` before white space, another sign or nothing.

Own words may be closed: of `"Hij slaapt niet"` both quotation marks are taken off. Where more of them stand within
(`"Nee", zei hij`), all stay in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from ret_tui.domain.text import fold
from ret_tui.domain.words import ContributionKind

T = TypeVar("T")

PREFIXES = {kind.prefix: kind for kind in ContributionKind if kind.prefix}
"""Sign at the start of a line → kind."""

_SIGNS = re.escape("".join(PREFIXES))
_ESCAPE = re.compile(rf"\\(?=[@{_SIGNS}])")
_SIGN = re.compile(rf"(?P<sign>[{_SIGNS}])(?!(?P=sign))(?!(?<=[-+~])[0-9])(?!(?<=[-=~])>)\s*")
# possessive, so that a long line costs no time; a full stop may stand in a tag, other punctuation only after it
_SPEAKER = re.compile(rf"@(?P<query>[^\s@{_SIGNS},;:.][^\s=!?~\"+,;:]*+)[,;:]*+(?:\s++|(?=[=!?~\"+])|\Z)")


@dataclass(frozen=True)
class Captured:
    """One typed line, understood. `text` may hold several lines; `speaker_query` is what stood after `@`.

    `called` is the part of `head` that names the speaker, as typed.
    """

    speaker_query: str | None
    kind: ContributionKind
    text: str
    head: str = ""
    tail: str = ""
    called: str = ""

    @property
    def typed(self) -> str:
        """Exactly what was typed, when this came from `parse_capture`."""
        return self.head + self.text + self.tail

    @property
    def is_empty(self) -> bool:
        """Nothing to save yet, only signs or white space: leave the line where it is."""
        return not self.text.strip()

    def without_speaker(self) -> Captured:
        """The same line with the `@` and its word as text, for when nobody at the table is meant (`@9 uur bellen`)."""
        if self.speaker_query is None:
            return self
        between = "" if not self.text or self.called[-1:].isspace() else " "
        return replace(
            self,
            speaker_query=None,
            text=self.called + between + self.text,
            head=self.head.replace(self.called, "", 1),
            called="",
        )


def parse_capture(line: str) -> Captured:
    """Understand a typed line. Never fails: what is no sign is text."""
    at = len(line) - len(line.lstrip())
    query, called, kind, sign_at = None, "", None, None
    while True:
        if escape := _ESCAPE.match(line, at):
            at = escape.end()
            break
        sign = _SIGN.match(line, at) if kind is None else None
        if sign and not _begins_list(line, at, sign["sign"]):
            kind, sign_at, at = PREFIXES[sign["sign"]], (sign.start(), sign.end()), sign.end()
            continue
        speaker = _SPEAKER.match(line, at) if query is None else None
        if speaker is None:
            break
        query, called, at = speaker["query"].rstrip("."), speaker[0], speaker.end()
    if kind is None and query is None and not line[:at].strip():
        return Captured(None, ContributionKind.OBSERVATION, line)
    end = len(line)
    if kind is ContributionKind.OWN_WORDS and sign_at is not None:
        at, end = _own_words(line, at, sign_at)
    return Captured(query, kind or ContributionKind.OBSERVATION, line[at:end], line[:at], line[end:], called)


def _begins_list(line: str, at: int, sign: str) -> bool:
    """Whether the sign is the first bullet of several."""
    return sign in "-+" and any(each.lstrip().startswith(sign) for each in line[at:].split("\n")[1:])


def _own_words(line: str, at: int, sign_at: tuple[int, int]) -> tuple[int, int]:
    """Where the text of own words starts and ends: without the closing mark, or with all marks if there are more."""
    text = line[at:]
    closing = len(text.rstrip()) - 1
    if '"' not in text:
        return at, len(line)
    if text.count('"') == 1 and text[closing] == '"':
        return at, at + closing
    return (sign_at[0] if sign_at[1] == at else at), len(line)


# --- speakers -------------------------------------------------------------------------------------------


def match_speakers(query: str, speakers: Iterable[T], key: Callable[[T], str] = str) -> tuple[T, ...]:
    """Who may be meant by what stands after `@`, best first; everybody for an empty query.

    `key` gives the tag or name. Best is the whole tag, then its start, then the start of a word in it, then words that
    each start one (`gem ven` for Gemeente Venlo). Case, accents and punctuation do not matter; equals keep their order.
    """
    ranked = [(rank, each) for each in speakers if (rank := _rank(query, key(each))) is not None]
    return tuple(each for _, each in sorted(ranked, key=lambda pair: pair[0]))


def one_speaker(query: str, speakers: Iterable[T], key: Callable[[T], str] = str) -> T | None:
    """The one who is meant: the only one who matches best; None when nobody or more than one does."""
    ranked = [(rank, each) for each in speakers if (rank := _rank(query, key(each))) is not None]
    best = min((rank for rank, _ in ranked), default=None)
    found = [each for rank, each in ranked if rank == best]
    return found[0] if len(found) == 1 and query.strip() else None


def _rank(query: str, tag: str) -> int | None:
    asked, words = _words(query), _words(tag)
    whole, joined = "".join(asked), "".join(words)
    if not whole:
        return 0 if not query.strip() else None
    if joined == whole:
        return 0
    if joined.startswith(whole):
        return 1
    if any("".join(words[i:]).startswith(whole) for i in range(len(words))):
        return 2
    return 3 if all(any(word.startswith(part) for word in words) for part in asked) else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))

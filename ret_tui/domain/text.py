"""Text as typed: made tidy at entry, checked before it is kept, folded for finding and sorting.

What XML 1.0 cannot hold would silently cut off a Word letter, so such characters never get past this door.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from ret_tui.domain.errors import InvalidInput

REPLACEMENT = "\ufffd"
"""Stands where a character stood that cannot be kept."""

MAX_TEXT = 200_000
"""Characters in a text of several lines."""

MAX_LINE = 500
"""Characters in a value of one line."""

MAX_MARKS = 30
"""Combining marks on one letter, the stream-safe limit of UAX #15. More would also make normalising take seconds."""

_NEWLINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SURROGATE_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_UNUSABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
# a run of marks over the limit is at least this many characters long, however they decompose
_MARK_SUSPECT = re.compile("[\u0300-\U0010ffff]{8,}")


@dataclass(frozen=True)
class Tidied:
    """Tidy text, and how many characters had to be replaced by U+FFFD to make it so."""

    text: str
    replaced: int


def tidy(text: str) -> Tidied:
    """Make typed or pasted text fit to keep; nothing disappears without a trace.

    - every kind of line end (CR LF, CR, VT, FF, NEL, U+2028, U+2029) becomes a newline;
    - characters that XML 1.0 cannot hold or discourages (C0 except tab and newline, DEL, C1, noncharacters, lone
      surrogates) and combining marks beyond `MAX_MARKS` on one letter become U+FFFD and are counted;
    - two halves of a surrogate pair become the one character they mean;
    - the result is in Unicode NFC.

    Doing it twice changes nothing more.
    """
    text = _NEWLINES.sub("\n", text)
    if text.isascii():
        text, replaced = _UNUSABLE.subn(REPLACEMENT, text)
        return Tidied(text, replaced)
    text = _SURROGATE_PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), text)
    text, replaced = _UNUSABLE.subn(REPLACEMENT, text)
    text, marks = _limit_marks(text)
    return Tidied(unicodedata.normalize("NFC", text), replaced + marks)


def is_tidy(text: str) -> bool:
    """Whether `tidy` would leave the text as it is."""
    if text.isascii():
        return not (_NEWLINES.search(text) or _UNUSABLE.search(text))
    return tidy(text).text == text


def check_text(text: str, field: str | None = None, max_length: int = MAX_TEXT) -> str:
    """Return the text unchanged when it may be kept.

    Raises:
        InvalidInput: it holds characters that cannot be kept, is longer than `max_length` characters, or holds a
            citizen service number (domain §8); carries `field`.
    """
    if len(text) > max_length:
        raise InvalidInput(
            f"De tekst is te lang: {_count(len(text))} tekens, er passen er {_count(max_length)}. Maak de tekst korter.",
            field,
        )
    if not is_tidy(text):
        raise InvalidInput(
            "De tekst bevat onzichtbare tekens die niet bewaard kunnen worden. Typ de tekst opnieuw of plak hem als gewone tekst.",
            field,
        )
    found = find_bsn(text)
    if found is not None:
        raise InvalidInput(_bsn_message(text, found), field)
    return text


def check_line(text: str, field: str | None = None, max_length: int = MAX_LINE) -> str:
    """Return a value of one line unchanged when it may be kept; as `check_text`, and without a newline.

    Raises:
        InvalidInput: see `check_text`; or it has more than one line.
    """
    if "\n" in text and len(text) <= max_length:
        raise InvalidInput("Hier past één regel. Haal de regelovergang weg.", field)
    return check_text(text, field, max_length)


# --- citizen service number -----------------------------------------------------------------------------


@dataclass(frozen=True)
class BsnFound:
    """Where a citizen service number stands: characters `start` to `end`, on line `line` (from 1)."""

    start: int
    end: int
    line: int


_SEPARATOR = "[ .\\-\u00a0\u2009\u202f\u2010-\u2015\u2212]"
_BSN = re.compile(
    rf"""(?<!\d)(?=(?P<digits>
        \d{{9}}(?!\d|,\d\d?(?!\d))
      | \d{{3}}(?P<a>{_SEPARATOR})\d{{3}}(?P=a)\d{{3}}(?!\d|,\d\d?(?!\d)|(?P=a)\d{{3}}(?!\d))
      | \d{{4}}(?P<b>{_SEPARATOR})\d{{2}}(?P=b)\d{{3}}(?!\d)
    ))""",
    re.VERBOSE,
)
# a country code before it makes it a telephone number; the text before is cut at this many characters
_PHONE_BEFORE = re.compile(r"(?:\+|(?<!\d)00)\d{1,3}[ .\-]?(?:\(0\)[ ]?)?\Z")
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{1,3}\Z")
_YEAR_MONTH = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-")
_LOOK_BACK = 14
# identifiers that a computer made: no word of a language is that long and has only these letters
_MADE_CODE = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=[0-9]*[a-f][0-9]*[a-f])[0-9a-f]{24,128}", re.IGNORECASE
)
_SIGNS_OF_CODE = re.compile(r"[0-9a-z-]*", re.IGNORECASE)
_LONGEST_CODE = 128


def find_bsn(text: str) -> BsnFound | None:
    """Find the first citizen service number (BSN), or None.

    A BSN is exactly nine digits, together or in groups 3-3-3 or 4-2-3 with one kind of dot, space or hyphen between,
    not part of a longer number, that pass the eleven-test. Not taken for one: telephone numbers with a country code,
    amounts with cents, longer grouped numbers, case numbers of the form year-month-number (2026-11-213), and digits
    within an identifier that a computer made (a UUID, a fingerprint). Letters against it hide no number.
    """
    for match in _BSN.finditer(text):
        start, end = match.span("digits")
        if not _passes_eleven_test([int(each) for each in match["digits"] if each.isdecimal()]):
            continue
        before = text[max(0, start - _LOOK_BACK) : start]
        if _PHONE_BEFORE.search(before):
            continue
        separator = match["a"] or match["b"]
        if separator and before.endswith(separator) and _GROUP_BEFORE.search(before[:-1]):
            continue
        if match["b"] == "-" and _YEAR_MONTH.match(match["digits"]):
            continue
        if separator is None and _in_made_code(text, start, end):
            continue
        return BsnFound(start, end, text.count("\n", 0, start) + 1)
    return None


def _in_made_code(text: str, start: int, end: int) -> bool:
    """Whether the digits are part of a UUID or a long row of hexadecimal signs."""
    before = _SIGNS_OF_CODE.match(text[max(0, start - _LONGEST_CODE) : start][::-1])
    after = _SIGNS_OF_CODE.match(text[end : end + _LONGEST_CODE])
    whole = (before[0][::-1] if before else "") + text[start:end] + (after[0] if after else "")
    return _MADE_CODE.fullmatch(whole) is not None


def _passes_eleven_test(digits: list[int]) -> bool:
    """9·d1 + 8·d2 + … + 2·d8 - d9 is divisible by 11, and not all are zero."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return (
        any(digits) and sum(weight * digit for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
    )


def _bsn_message(text: str, found: BsnFound) -> str:
    """What to do about it. Never repeats the number: messages are logged."""
    where = f" (regel {found.line})" if "\n" in text else ""
    return (
        f"Hier staat een burgerservicenummer (BSN){where}. Dat bewaren wij niet: haal het weg en gebruik het casusnummer. "
        "Is het een ander nummer, zet er dan een letter of schuine streep tussen."
    )


# --- folding --------------------------------------------------------------------------------------------

_NEVER_FOLD = str.maketrans(
    {
        "ł": "l", "ø": "o", "ı": "i", "ð": "d", "đ": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŧ": "t",
        "ŋ": "n", "ĸ": "k", "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "‐": "-", "‑": "-",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Key for finding and sorting: case, accents and special letters no longer matter (`Łukasz` → `lukasz`).

    Also folds letters that Unicode does not decompose (ł ø ı ð đ þ æ œ), ligatures (ĳ, ﬁ), ß, and curly apostrophes.
    Folding twice changes nothing more.
    """
    if text.isascii():
        return text.lower()
    # special letters with an accent (ǿ) show only after decomposing, capital ones (Ł) only after casefold
    once = unicodedata.normalize("NFKD", _limit_marks(text)[0]).casefold()
    plain = "".join(each for each in unicodedata.normalize("NFKD", once) if not unicodedata.combining(each))
    return unicodedata.normalize("NFC", plain.translate(_NEVER_FOLD))


# --- combining marks ------------------------------------------------------------------------------------


def _limit_marks(text: str) -> tuple[str, int]:
    """Replace marks beyond the limit on one letter; return the text and how many were replaced."""
    pieces: list[str] = []
    replaced = 0
    at = 0
    for match in _MARK_SUSPECT.finditer(text):
        start = max(at, match.start() - 1)  # the letter before may carry a mark of its own
        limited, excess = _limit_run(text[start : match.end()])
        pieces += (text[at:start], limited)
        replaced += excess
        at = match.end()
    return "".join((*pieces, text[at:])), replaced


def _limit_run(text: str) -> tuple[str, int]:
    kept: list[str] = []
    replaced = run = 0
    for each in text:
        leading, trailing, only_marks = _marks(each)
        if run + leading > MAX_MARKS:
            kept.append(REPLACEMENT)
            replaced += 1
            run = 0
        else:
            kept.append(each)
            run = run + leading if only_marks else trailing
    return "".join(kept), replaced


def within(label: str) -> str:
    """A label inside a sentence: `past niet in de groep`; an abbreviation stays, `GGZ-opname`."""
    return label[:1].lower() + label[1:] if len(label) < 2 or not label[1].isupper() else label


@lru_cache(maxsize=4096)
def _marks(character: str) -> tuple[int, int, bool]:
    """How many marks a character starts and ends with once decomposed, and whether it is nothing else."""
    marks = [unicodedata.combining(each) != 0 for each in unicodedata.normalize("NFD", character)]
    if all(marks):
        return len(marks), len(marks), True
    return marks.index(False), marks[::-1].index(False), False


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")

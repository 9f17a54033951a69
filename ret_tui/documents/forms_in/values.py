"""From the text behind a label to one value: sure, in doubt (a person chooses), or not understood. Never a silent guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from ret_tui.documents.forms_in.pieces import TICKED, UNTICKED, Text
from ret_tui.documents.forms_in.synonyms import Synonyms
from ret_tui.documents.forms_in.synonyms_key import label_key, label_keys
from ret_tui.documents.forms_in.targets import CHOICES, Kind, kind_of
from ret_tui.domain.dates import age_on, parse_date
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.text import MAX_LINE, find_bsn, fold
from ret_tui.domain.words import Answer, Word

BSN_MASK = "[burgerservicenummer weggelaten]"


@dataclass(frozen=True)
class Read:
    """What a text came to. Sure when `value` is not None; `rest` is text that says more than the value holds.

    In doubt: `candidates` are what it may mean, `why` says why a person must choose.
    """

    value: object = None
    rest: str = ""
    candidates: tuple[object, ...] = ()
    why: str = ""

    @property
    def nothing(self) -> bool:
        """Whether nothing was filled in."""
        return self.value is None and not self.why and not self.rest


NOTHING = Read()

_TICKS = str.maketrans(dict.fromkeys("☑☒✓✔✗✘☓⊠🗹🗷🗵⦿◉", TICKED) | dict.fromkeys("☐□▢⬜◻❏❑🗆○◯", UNTICKED))
_TYPED_TICK = re.compile(r"[\[(]\s?[xXvV✓]\s?[\])]")
_TYPED_BOX = re.compile(r"\[\s{0,3}\]|\(\s{1,3}\)")
_BOX = re.compile(f"[{TICKED}{UNTICKED}]")
_HEDGES = re.compile(
    r"\b(niet|geen|was|waren|beeindigd|afgelopen|verlopen|voorheen|vroeger|eerder|eerst|aangevraagd|verzoek|mogelijk|"
    r"misschien|wordt|soms|deels|maar|of|nog|wellicht|waarschijnlijk|binnenkort|tot)\b|\?"
)
_HEAD = re.compile(
    r"^(?P<head>[^,;:(\n/–—]{1,60}?)\s*(?:[,;:(\n–—]|\s-\s|\ssinds\s|\svan\s|\sbij\s|\sin\s|\svoor\s)(?P<rest>.*)$",
    re.DOTALL,
)
_DATE = re.compile(
    r"(?<![0-9])(?:[0-9]{1,2}\s?[-./ ]\s?[0-9]{1,2}\s?[-./ ]\s?(?:[0-9]{4}|'?[0-9]{2})"
    r"|[0-9]{1,2}e?\s(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}\.?\s(?:[0-9]{4}|'?[0-9]{2})"
    r"|[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2}|[0-9]{8})(?![0-9])",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(ca|circa|ongeveer|rond|omstreeks|begin|eind|medio|na|tot|of)\b|\?")
_BULLET = re.compile(r"^\s*(?:[-–—•·*▪●o]|\d{1,2}[.)])\s+")
_PIECES = re.compile(r"[,;\n•·]|\s/\s")


def has_ticks(text: str) -> bool:
    """Whether boxes stand in a text."""
    return bool(_BOX.search(_as_ticks(text)))


def ticked(text: str) -> tuple[str, ...] | None:
    """What stands behind (or before) the ticked boxes of a text; None when that cannot be told."""
    marked = _as_ticks(text).strip()
    marks = _BOX.findall(marked)
    parts = [part.strip(" \t\n;,") for part in _BOX.split(marked)]
    if not marks:
        return None
    if not parts[0] or parts[0].endswith(":"):
        options = parts[1:]
    elif not parts[-1]:
        options = parts[:-1]
    else:
        return None
    if any(not option for option, mark in zip(options, marks, strict=True) if mark == TICKED):
        return None
    return tuple(option for option, mark in zip(options, marks, strict=True) if mark == TICKED)


def _as_ticks(text: str) -> str:
    return _TYPED_BOX.sub(UNTICKED, _TYPED_TICK.sub(TICKED, text.translate(_TICKS)))


def without_bsn(text: str) -> str:
    """The text with every citizen service number taken out (domain §8)."""
    for _ in range(200):
        found = find_bsn(text)
        if found is None:
            return text
        text = text[: found.start] + BSN_MASK + text[found.end :]
    return BSN_MASK


def read_value(target: str, seen: Text, words: Synonyms, today: date) -> Read:
    """Read the text behind a label as the value of `target`."""
    text = seen.text.strip()
    if not text and seen.dates and kind_of(target)[0] is Kind.DATE:
        return Read(seen.dates[0])
    if words.is_empty(text) and not has_ticks(text):
        return NOTHING
    if find_bsn(text) is not None:
        return Read(rest=without_bsn(text), why="Hier staat een burgerservicenummer. Dat bewaren wij niet.")
    kind, choices = kind_of(target)
    if has_ticks(text):
        return _read_ticks(target, text, words, today)
    if kind is Kind.DATE:
        return _date(target, text, seen.dates, today)
    if kind is Kind.YES_NO:
        return _yes_no(text, words)
    if kind is Kind.WORD and choices is not None:
        return _word(text, words.words.get(CHOICES[choices.__name__], {}), choices)
    if kind is Kind.WORDS and choices is not None:
        return _several(_split(text), words.words.get(CHOICES[choices.__name__], {}), choices)
    if kind is Kind.LINE:
        return _line(target, text)
    return Read(text)


def lines_of(text: str) -> tuple[str, ...]:
    """Entries of a list that somebody typed: one per line, without bullets."""
    found = (_BULLET.sub("", line).strip() for line in text.split("\n"))
    return tuple(line for line in found if line)


# --- ticks and choices --------------------------------------------------------------------------------


def _read_ticks(target: str, text: str, words: Synonyms, today: date) -> Read:
    chosen = ticked(text)
    kind, choices = kind_of(target)
    if chosen is None:
        return Read(rest=text, why="Het is niet duidelijk welk hokje bij welk antwoord hoort.")
    if not chosen:
        return NOTHING
    if kind is Kind.WORDS and choices is not None:
        return _several(chosen, words.words.get(CHOICES[choices.__name__], {}), choices)
    if len(chosen) == 1 and kind in (Kind.WORD, Kind.YES_NO):
        return read_value(target, Text(chosen[0]), words, today)
    if kind is Kind.WORD and choices is not None:
        known = words.words.get(CHOICES[choices.__name__], {})
        found = tuple(
            dict.fromkeys(each.value for each in (_word(one, known, choices) for one in chosen) if each.value)
        )
        return Read(
            rest=", ".join(chosen), candidates=found, why="Er zijn meer hokjes aangekruist dan er past."
        )
    joined = ", ".join(chosen)
    if kind in (Kind.LINE, Kind.PROSE) and len(joined) <= MAX_LINE:
        return Read(
            rest=joined, candidates=(joined,), why="Hier zijn hokjes aangekruist waar tekst wordt verwacht."
        )
    return Read(rest=joined, why="Deze hokjes passen niet bij dit veld.")


def _word(text: str, known: Mapping[str, str], choices: type[Word]) -> Read:
    for key in label_keys(text):
        if key in known:
            inside = _in_brackets(text) if key != label_key(text) else ""
            if inside and (_HEDGES.search(label_key(inside)) or _others(inside, known, known[key])):
                return Read(
                    rest=text, candidates=(choices(known[key]),), why="De toelichting spreekt dit tegen."
                )
            return Read(choices(known[key]), rest=inside)
    match = _HEAD.match(text)
    if match and label_key(match["head"]) in known:
        value = known[label_key(match["head"])]
        rest = match["rest"].strip(" )\n")
        others = _others(rest, known, value)
        if not others and not _HEDGES.search(label_key(rest) + ("?" if "?" in rest else "")):
            return Read(choices(value), rest=rest)
        values = (value, *others)
        return Read(
            rest=text,
            candidates=tuple(choices(each) for each in values),
            why="De toelichting maakt dit onzeker.",
        )
    found = _others(text, known, None)
    if found:
        return Read(
            rest=text,
            candidates=tuple(choices(each) for each in found),
            why="Er staat meer dan alleen een keuze.",
        )
    return Read(rest=text, why="Dit is geen van de keuzes.")


def _in_brackets(text: str) -> str:
    return " ".join(each.strip("()[] ") for each in re.findall(r"[(\[][^()\[\]]*[)\]]", text))


def _others(text: str, known: Mapping[str, str], but: str | None) -> tuple[str, ...]:
    """Choices other than `but` whose word stands somewhere in a text."""
    key = f" {label_key(text)} "
    found = (value for word, value in known.items() if len(word) > 1 and f" {word} " in key)
    return tuple(dict.fromkeys(value for value in found if value != but))


def _several(pieces: Iterable[str], known: Mapping[str, str], choices: type[Word]) -> Read:
    values: list[Word] = []
    rest: list[str] = []
    doubts: list[object] = []
    for piece in pieces:
        read = _word(piece, known, choices)
        if isinstance(read.value, Word):
            values.append(read.value)
            rest += [f"{piece}"] if read.rest else []
        else:
            rest.append(piece)
            doubts += read.candidates
    chosen = list(dict.fromkeys(values))
    if chosen:
        return Read(chosen, rest="; ".join(rest))
    candidates = tuple([each] for each in dict.fromkeys(doubts))
    return Read(rest="; ".join(rest), candidates=candidates, why="Dit zijn niet de keuzes van dit veld.")


def _split(text: str) -> tuple[str, ...]:
    return tuple(line for line in (_BULLET.sub("", each).strip() for each in _PIECES.split(text)) if line)


def _yes_no(text: str, words: Synonyms) -> Read:
    read = _word(text, words.words.get("answer", {}), Answer)
    if read.value is Answer.UNKNOWN:
        return Read(rest=text)
    if isinstance(read.value, Answer):
        return Read(read.value is Answer.YES, rest=read.rest)
    candidates = tuple(each is Answer.YES for each in read.candidates if each is not Answer.UNKNOWN)
    return Read(rest=text, candidates=candidates, why="Er staat niet gewoon ja of nee.")


# --- dates and lines ----------------------------------------------------------------------------------


def _date(target: str, text: str, picked: tuple[date, ...], today: date) -> Read:
    found = list(_DATE.finditer(text))
    if len(found) != 1:
        if not found and len(picked) == 1 and not any(each.isdecimal() for each in text):
            return Read(picked[0], rest=text)
        candidates = tuple(dict.fromkeys(each for each in (_parsed(one[0], today) for one in found) if each))
        return Read(
            rest=text, candidates=candidates, why="Hier staat niet één volledige datum (dag, maand, jaar)."
        )
    day = _parsed(found[0][0], today)
    if day is None:
        return Read(rest=text, why="Deze datum bestaat niet of is niet te lezen.")
    rest = (text[: found[0].start()] + " " + text[found[0].end() :]).strip(" .,;\n()")
    if picked and day not in picked:
        return Read(
            rest=text, candidates=(day, *picked), why="De datum in het veld en de getypte datum verschillen."
        )
    if len(rest) > 40 or _ABOUT.search(rest.lower()) or _DATE.search(rest):
        return Read(rest=text, candidates=(day,), why="Er staat meer dan alleen een datum.")
    why = _unlikely(target, day, rest, today)
    if why:
        return Read(rest=text, candidates=(day,), why=why)
    weekday = re.fullmatch(r"(ma|di|wo|do|vr|za|zo)[a-z]*", rest.lower())
    return Read(day, rest="" if weekday else rest)


def _parsed(text: str, today: date) -> date | None:
    try:
        return parse_date(re.sub(r"\s?([-./])\s?", r"\1", text), today, "past")
    except InvalidInput:
        return None


def _unlikely(target: str, day: date, rest: str, today: date) -> str:
    """Why a person should look at a date that can be read."""
    if day > today and target.endswith(
        ("birth_date", "received_on", "refused_on", "given_on", "from_on", "informed_on")
    ):
        return "Deze datum ligt in de toekomst."
    if target.endswith("birth_date"):
        age = age_on(day, today)
        told = re.search(r"([0-9]{1,2})\s*(?:jaar|jr)", rest)
        if told and abs(int(told[1]) - age) > 1:
            return f"De leeftijd die erbij staat past niet: dit is iemand van {age} jaar."
        if age > 26:
            return f"Dit zou iemand van {age} jaar zijn."
    return ""


_SENTENCE = re.compile(r"\b(is|zijn|was|heeft|hebben|wil|willen|zegt|vindt|woont|gaat|kan|geen|niet)\b")
_YES_OR_NO = re.compile(r"(ja|nee|neen|onbekend|nvt|n\.v\.t)\b")
_OF_PERSON = ("applicant_name", ".name", "first_name", "last_name")
_MOST_NAMES = 7
"""Words of a person's name."""

_NAME_LIKE = ("_name", ".name", "first_name", "last_name", "provider", "municipality", "organisation")


def _line(target: str, text: str) -> Read:
    line = " ".join(text.split())
    if len(line) > MAX_LINE:
        return Read(rest=text, why=f"Dit is langer dan de {MAX_LINE} tekens die hier passen.")
    digits = sum(each.isdecimal() for each in line)
    if target.endswith("email") and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", line):
        return Read(rest=text, candidates=(line,), why="Dit lijkt geen e-mailadres.")
    if target.endswith("phone") and digits < 8:
        return Read(rest=text, candidates=(line,), why="Dit lijkt geen telefoonnummer.")
    if target.endswith(_NAME_LIKE) and ("@" in line or digits > 6 or len(line) > 120):
        return Read(rest=text, candidates=(line,), why="Dit lijkt geen naam.")
    words = line.split()
    if target.endswith(_OF_PERSON) and (len(words) > _MOST_NAMES or _SENTENCE.search(fold(line))):
        return Read(rest=text, candidates=(line,), why="Dit lijkt geen naam.")
    if _YES_OR_NO.match(fold(line)):
        return Read(rest=text, candidates=(line,), why="Er staat ja of nee waar tekst wordt verwacht.")
    return Read(line)

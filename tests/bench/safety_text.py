"""100,000 hostile strings through fields of forms, imported Word forms and letters: kept as typed, or refused in words."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

from ret_tui.documents.forms_in.proposal import propose
from ret_tui.documents.forms_in.reading import read_form
from ret_tui.documents.forms_in.synonyms import load
from ret_tui.documents.letters import SPECS
from ret_tui.documents.sample import full
from ret_tui.domain import tables
from ret_tui.domain.base import Fields, validated
from ret_tui.domain.errors import DocumentError, InvalidInput
from ret_tui.domain.text import find_bsn, tidy
from tests.bench.report import Result
from tests.documents.every_text import lost_from_document, lost_from_letter
from tests.documents.forms.writers import bare, tbl
from tests.documents.test_every_text import OTHERS
from tests.hostile.samples import SAMPLES

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
assert tables
LETTERS = tuple(SPECS)
LABELS = (
    "Voornaam",
    "Achternaam",
    "Gemeente",
    "De vraag",
    "Wat is er geprobeerd",
    "School",
    "Telefoon",
    "Veiligheid",
)
_QUOTED = re.compile("‘[^’]*’")
"""What a message quotes, to say which piece of a line cannot be read."""

_SHORT = [text for text in SAMPLES.values() if len(text) < 2_000]


def strings(count: int, rng: random.Random) -> Iterator[str]:
    """Samples, pieces of samples glued together, and characters from anywhere in Unicode, lone surrogates too."""
    for _ in range(count):
        kind = rng.random()
        if kind < 0.2:
            yield rng.choice(_SHORT)
        elif kind < 0.6:
            parts = [rng.choice(_SHORT) for _ in range(rng.randint(2, 4))]
            yield "".join(
                part[rng.randint(0, len(part) // 2) : rng.randint(len(part) // 2, len(part))]
                for part in parts
            )
        else:
            top = rng.choice((0x7F, 0x250, 0x3000, 0xFFFF, 0x10FFFF))
            yield "".join(chr(rng.randint(0, top)) for _ in range(rng.randint(1, 40)))


def _fields() -> list[tuple[type[Fields], str]]:
    found, todo = [], [Fields]
    while todo:
        kind = todo.pop()
        todo += kind.__subclasses__()
        if kind is not Fields and not kind.model_config.get("table"):
            found += [
                (kind, name) for name, each in kind.model_fields.items() if "str" in str(each.annotation)
            ]
    return found


def _repeats(message: str, typed: str) -> bool:
    """Whether a message says what was typed, but for what it quotes; a letter or two stand in every sentence."""
    said = _QUOTED.sub("", message.split(": ", 1)[-1])
    return len(typed.strip()) > 2 and typed[:30] in said


def _field(text: str, where: tuple[type[Fields], str]) -> str:
    """What came of a text in a field: `kept` as typed, `refused` in Dutch, or what is wrong."""
    kind, name = where
    typed = tidy(text).text
    if tidy(typed).text != typed:
        return "tidy twice differs"
    try:
        kept = validated(kind, {name: typed})[name]
    except InvalidInput as error:
        return (
            "refused" if error.message.endswith(".") and not _repeats(error.message, typed) else "told badly"
        )
    if find_bsn(typed) is not None:
        return "number kept"
    return "kept" if kept == typed else "changed"


def _form(texts: list[str], words: object) -> str:
    """A form with these texts as its answers."""
    rows = [(label, escape(tidy(text).text)) for label, text in zip(LABELS, texts, strict=False)]
    try:
        reading = read_form(bare(tbl(rows)), "formulier.docx", words, date(2026, 11, 24))  # type: ignore[arg-type]
    except DocumentError:
        return "refused"
    propose([reading])
    return "read"


def _letter(text: str, rng: random.Random) -> str:
    """A letter, or another document, with this text in every field, each with a number of its own behind it."""
    kind = rng.choice(LETTERS)
    if rng.random() < 0.2:
        return "lost" if lost_from_document(rng.choice(OTHERS), text) else "as typed"
    return "lost" if lost_from_letter(full(kind), text) else "as typed"


def run(quick: bool = False, count: int | None = None) -> list[Result]:
    """100,000 strings, or `count`; 2,000 with `quick`. Of a hundred 90 go into fields, 8 into a form, 2 into letters."""
    rng = random.Random(6)
    wanted = count or (2_000 if quick else 100_000)
    places, words, came = _fields(), load(), Counter[str]()
    batch: list[str] = []
    for number, text in enumerate(strings(wanted, rng)):
        turn = number % 100
        try:
            if turn < 90:
                came[f"field {_field(text, rng.choice(places))}"] += 1
            elif turn < 98:
                batch.append(text)
                if len(batch) == len(LABELS):
                    came[f"form {_form(batch, words)}"] += len(batch)
                    batch.clear()
            else:
                came[f"letter {_letter(text, rng)}"] += 1
        except Exception as error:
            came[f"fault {type(error).__name__}"] += 1
    bad = sum(
        each for name, each in came.items() if name.startswith("fault") or name.split(" ", 1)[1] in BROKEN
    )
    return [
        Result("hostile strings: broken promises", bad, "strings", 0, note=f"{wanted} strings: {dict(came)}")
    ]


BROKEN = {"tidy twice differs", "number kept", "changed", "lost", "told badly"}

"""One letter, checks included, against a plain docxtpl render of the same template and values. Bar: at most 1.0.

The set of one case (two parents, young person, referrer, record) against opening and saving the same five templates with
python-docx. Bar: at most 1.7. A hundred sets against one: the time of one grows no more than 1.2 times, the memory by
no more than a few letters.
"""

from __future__ import annotations

import io
import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime

from docx import Document
from docxtpl import DocxTemplate

from ret_tui.assets import assets
from ret_tui.documents.letters import SPECS, render, spec_of
from ret_tui.documents.sample import full
from ret_tui.documents.word.render import clean
from ret_tui.domain.letter_words import LetterKind
from tests.bench.report import Result, interleaved, medians

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def run(quick: bool = False) -> list[Result]:
    """A result per letter; the note compares with opening and saving the template without filling it."""
    rounds = 10 if quick else 50
    return [*(_measure(kind, rounds) for kind in SPECS), _whole_set(rounds), *_batch()]


SET = (LetterKind.PARENTS, LetterKind.PARENTS, LetterKind.YOUNG_TEEN, LetterKind.REFERRER, LetterKind.RECORD)
"""The letters of one case: two parents apart, a young person of 15, the referrer, the record."""


def _make_set() -> int:
    return sum(len(render(full(kind), NOW)) for kind in SET)


def _whole_set(rounds: int) -> Result:
    paths = [str(assets("templates") / SPECS[kind].template) for kind in SET]

    def open_and_save() -> None:
        for path in paths:
            Document(path).save(io.BytesIO())

    figures = medians(
        interleaved(
            rounds,
            {"ours": lambda: _milliseconds(_make_set), "open and save": lambda: _milliseconds(open_and_save)},
        )
    )
    return Result("letters of one case", figures["ours"], "ms", 1.7, figures["open and save"], "five letters")


def _batch() -> list[Result]:
    """A hundred cases: the last ten against the first ten, and what memory was added at its height."""
    _make_set()
    tracemalloc.start()
    held = tracemalloc.get_traced_memory()[0]
    tens = [_milliseconds(lambda: [_make_set() for _ in range(10)]) for _ in range(10)]
    one, height = _make_set(), tracemalloc.get_traced_memory()[1] - held
    tracemalloc.stop()
    return [
        Result(
            "letters of the last ten of a hundred cases", tens[-1], "ms", 1.2, min(tens), "to the fastest ten"
        ),
        Result(
            "memory of a hundred cases", height / 1024, "kB", 20.0, one / 1024, "to the files of one case"
        ),
    ]


def _measure(kind: LetterKind, rounds: int) -> Result:
    facts = full(kind)
    path = assets("templates") / SPECS[kind].template

    def plain() -> None:
        template = DocxTemplate(path)
        template.render(clean(spec_of(facts).values(facts)), autoescape=True)
        template.save(io.BytesIO())

    figures = medians(
        interleaved(
            rounds,
            {
                "ours": lambda: _milliseconds(lambda: render(facts, NOW)),
                "docxtpl": lambda: _milliseconds(plain),
                "open and save": lambda: _milliseconds(lambda: Document(str(path)).save(io.BytesIO())),
            },
        )
    )
    opening = figures["ours"] / figures["open and save"]
    note = f"x {opening:.2f} to opening and saving with python-docx"
    return Result(f"letter ({kind.value})", figures["ours"], "ms", 1.0, figures["docxtpl"], note)


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000

"""One letter, checks included, against a plain docxtpl render of the same template and values. Bar: at most 1.0."""

from __future__ import annotations

import io
import time
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
    return [_measure(kind, 10 if quick else 50) for kind in LetterKind]


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

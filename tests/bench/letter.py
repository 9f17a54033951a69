"""One letter, checks included, against a plain docxtpl render of the same template.

    python -m tests.bench.letter [rounds]

Both are measured in turns in one run; the figures are medians and their ratio. Bar: at most 1.0.
"""

from __future__ import annotations

import io
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from docx import Document
from docxtpl import DocxTemplate

from ret_tui.assets import assets
from ret_tui.documents.letters import SPECS, render, spec_of
from ret_tui.documents.render import clean
from ret_tui.documents.sample import full
from ret_tui.domain.words import LetterKind

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def ours(kind: LetterKind) -> None:
    """The letter as the program makes it: completeness, filling, reading back, zip."""
    render(full(kind), NOW)


def plain_docxtpl(kind: LetterKind) -> None:
    """The same template and values through docxtpl as it comes."""
    facts = full(kind)
    template = DocxTemplate(assets("templates") / SPECS[kind].template)
    template.render(clean(spec_of(facts).values(facts)), autoescape=True)
    template.save(io.BytesIO())


def open_and_save(kind: LetterKind) -> None:
    """What python-docx needs to open and save the template, filling nothing."""
    Document(assets("templates") / SPECS[kind].template).save(io.BytesIO())


def milliseconds(work: Callable[[LetterKind], None], kind: LetterKind) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    work(kind)
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Print a line per letter; return 1 when a ratio is over the bar."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    contestants = (ours, plain_docxtpl, open_and_save)
    first = {kind: milliseconds(ours, kind) for kind in LetterKind}
    over = False
    print(f"{'brief':<10}{'eerste':>9}{'onze':>9}{'docxtpl':>9}{'open':>9}{'onze/docxtpl':>14}{'onze/open':>11}   (ms)")
    for kind in LetterKind:
        times: dict[Callable[[LetterKind], None], list[float]] = {each: [] for each in contestants}
        for _ in range(rounds):
            for each in contestants:
                times[each].append(milliseconds(each, kind))
        mine, theirs, opened = (statistics.median(times[each]) for each in contestants)
        over |= mine > theirs
        print(
            f"{kind.value:<10}{first[kind]:>9.1f}{mine:>9.2f}{theirs:>9.2f}{opened:>9.2f}"
            f"{mine / theirs:>14.2f}{mine / opened:>11.2f}"
        )
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())

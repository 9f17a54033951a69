"""Vandaag with 100,000 cases and 20,000 things that wait, against 1,000 cases with the same number of lines shown.

python -m tests.bench today
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from uuid import UUID, uuid4

from sqlalchemy import event, insert

from ret_tui.domain.case import Case
from ret_tui.domain.followup import DueItem
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.words import CaseStatus
from ret_tui.queries.today import Today, today
from ret_tui.store.work import Work
from tests.bench.report import Result, interleaved, medians
from tests.conftest import Clock
from tests.world import World, close, found

BAR = 1.3
ROUNDS = 25
DAY = date(2026, 11, 21)
MANY, FEW = (100_000, 20_000), (1_000, 1_200)
"""Cases and things that wait."""

_KINDS = (
    DueKind.ACTION,
    DueKind.EVALUATION,
    DueKind.MANDATE,
    DueKind.LETTER,
    DueKind.ADULTHOOD,
    DueKind.LONG_LIST,
)
_BATCH = 5_000


def fill(work: Work, cases: int, waiting: int, organisation: UUID) -> None:
    """Write cases and due lines straight into their tables: a third late, a third this week or watched."""
    connection = work.session.connection()
    ids = [uuid4() for _ in range(cases)]
    for start in range(0, cases, _BATCH):
        rows = [
            {
                "id": each,
                "version": 1,
                "created_at": work.now,
                "number": f"{1900 + at // 999}-{at % 999 + 100}",
                "status": CaseStatus.IN_EXECUTION if at < waiting else CaseStatus.CLOSED,
                "status_since": work.now,
                "question": "Hoe komt er een plek waar iemand kan blijven? " * 4,
                "question_types": [],
                "complex": False,
                "judged_incapable": False,
                "search_key": f"zaak {at}",
                "name_key": "",
            }
            for at, each in enumerate(ids[start : start + _BATCH], start)
        ]
        connection.execute(insert(Case), rows)
    for start in range(0, waiting, _BATCH):
        connection.execute(
            insert(DueItem),
            [
                _due(work, at, ids[at % cases], organisation)
                for at in range(start, min(start + _BATCH, waiting))
            ],
        )


def _due(work: Work, at: int, case_id: UUID, organisation: UUID) -> dict[str, object]:
    kind = _KINDS[at % len(_KINDS)]
    late = at // len(_KINDS) % 2 == 0
    on = DAY - timedelta(days=1 + at % 60) if late else DAY + timedelta(days=at % 7)
    return {
        "id": uuid4(),
        "version": 1,
        "created_at": work.now,
        "kind": kind,
        "dated": kind.is_dated,
        "object_id": uuid4(),
        "case_id": case_id,
        "due_on": on,
        "text": "Zoek een plek en bel de aanbieder",
        "owner": f"Persoon {at % 40}",
        "organisation_id": organisation if at % 3 else None,
        "municipality": "Venlo",
    }


@contextmanager
def region(folder: Path, size: tuple[int, int]) -> Iterator[World]:
    """An opened region of this size."""
    from datetime import UTC, datetime

    world = found(folder, Clock(datetime(2026, 11, 21, 12, 30, tzinfo=UTC)))
    try:
        world.do(fill, *size, world.koraal)
        yield world
    finally:
        close(world)


def queries(world: World) -> int:
    """Statements that Vandaag sends."""
    count = 0

    def one(*_: object) -> None:
        nonlocal count
        count += 1

    engine = world.desk.store.engine
    event.listen(engine, "before_cursor_execute", one)
    world.ask(today, DAY)
    event.remove(engine, "before_cursor_execute", one)
    return count


def _lines(seen: Today) -> int:
    return sum(len(part.lines) for part in (seen.overdue, seen.week, seen.watch))


def run(quick: bool = False) -> list[Result]:
    """Time and number of statements of Vandaag at both sizes."""
    with (
        tempfile.TemporaryDirectory() as folder,
        region(Path(folder) / "veel", MANY) as many,
        region(Path(folder) / "weinig", FEW) as few,
    ):

        def take(world: World) -> float:
            start = perf_counter()
            world.ask(today, DAY)
            return (perf_counter() - start) * 1000

        shown = _lines(many.ask(today, DAY))
        if shown != _lines(few.ask(today, DAY)):
            raise RuntimeError("both sizes must show the same number of lines")
        taken = medians(
            interleaved(8 if quick else ROUNDS, {"many": lambda: take(many), "few": lambda: take(few)})
        )
        return [
            Result("Vandaag, 100,000 cases", taken["many"], "ms", BAR, taken["few"], f"{shown} lines shown"),
            Result("Vandaag, statements", queries(many), "statements", 1.0, queries(few)),
        ]

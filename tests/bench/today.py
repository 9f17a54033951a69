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

from sqlalchemy import event, text

from ret_tui.domain.followup import DueItem
from ret_tui.domain.followup_words import DueKind
from ret_tui.domain.tables import METADATA
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
_NUMBERS = "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :many)"


def fill(work: Work, cases: int, waiting: int, case_id: UUID, organisation: UUID) -> None:
    """Copy one case and one due line many times inside the database: half is late, half is due this week or watched."""
    seed = DueItem(
        created_at=work.now,
        kind=DueKind.ACTION,
        dated=True,
        object_id=uuid4(),
        case_id=case_id,
        due_on=DAY - timedelta(days=1),
        text="Zoek een plek en bel de aanbieder",
        organisation_id=organisation,
        municipality="Venlo",
    )
    work.session.add(seed)
    work.session.flush()
    _copy(work, "case", case_id, cases, {
        "id": "printf('%032x', n)",
        "number": "printf('1%06d', n)",
        "status": f"CASE WHEN n <= {waiting} THEN '{CaseStatus.IN_EXECUTION}' ELSE '{CaseStatus.CLOSED}' END",
    })  # fmt: skip
    kinds = "".join(f" WHEN {at} THEN '{kind}'" for at, kind in enumerate(_KINDS))
    dated = "".join(f" WHEN {at} THEN {int(kind.is_dated)}" for at, kind in enumerate(_KINDS))
    _copy(work, "due_item", seed.id, waiting, {
        "id": "printf('%032x', n + 10000000)",
        "object_id": "printf('%032x', n + 20000000)",
        "case_id": f"printf('%032x', 1 + n % {cases})",
        "kind": f"CASE n % {len(_KINDS)}{kinds} END",
        "dated": f"CASE n % {len(_KINDS)}{dated} END",
        "due_on": f"date('{DAY}', CASE WHEN (n / {len(_KINDS)}) % 2 THEN -1 - n % 60 ELSE n % 7 END || ' days')",
        "number": "printf('1%06d', n)",
        "owner": "'Persoon ' || n % 40",
    })  # fmt: skip


def _copy(work: Work, table: str, row_id: UUID, many: int, other: dict[str, str]) -> None:
    """Copy a row `many` times, with these columns computed from `n`."""
    names = [column.name for column in METADATA.tables[table].columns]
    quoted = ", ".join(f'"{name}"' for name in names)
    values = ", ".join(other.get(name, f'"{name}"') for name in names)
    work.session.connection().execute(
        text(
            f'INSERT INTO "{table}" ({quoted}) {_NUMBERS} SELECT {values} FROM "{table}", numbers WHERE id = :row'
        ),
        {"many": many, "row": row_id.hex},
    )


@contextmanager
def region(folder: Path, size: tuple[int, int]) -> Iterator[World]:
    """An opened region of this size."""
    from datetime import UTC, datetime

    world = found(folder, Clock(datetime(2026, 11, 21, 12, 30, tzinfo=UTC)))
    try:
        world.do(fill, *size, world.case, world.koraal)
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

"""Enter to on disk: a captured line through the desk, against a bare SQLModel commit of one row.

Both write the same text to an encrypted file opened by the same recipe, in turns and in one process. Through the desk
that is the writer thread and back, right and state checked, the row, and its chained line in the log.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID, uuid4

from sqlmodel import Field, Session, SQLModel

from ret_tui.actions.cases import register_case
from ret_tui.actions.contributions import capture
from ret_tui.actions.live import go_to_item, open_meeting
from ret_tui.actions.meetings import plan_meeting, put_on_agenda
from ret_tui.actions.setup import found_region
from ret_tui.domain.words import Role
from ret_tui.locations import locations
from ret_tui.store.desk import Desk
from ret_tui.store.engine import new_file, open_engine
from ret_tui.store.keys import DEMO
from ret_tui.store.store import create_store
from ret_tui.store.work import Actor
from tests.bench.report import Result, quantile

_LOGIN, _PASSPHRASE = "proef", "paard batterij nietje juist lantaarn"


class Bare(SQLModel, table=True):
    """One row with a text, and nothing around it."""

    id: UUID = Field(primary_key=True)
    text: str
    at: datetime


def _running_meeting(desk: Desk) -> UUID:
    """A region with one case on the table of a running meeting. Returns the agenda item."""
    meeting, case, item = uuid4(), uuid4(), uuid4()
    desk.do_now(found_region, {"name": "Meetregio"}, {"name": "Testvoorzitter"}, _LOGIN, region_id=uuid4())
    desk.do_now(plan_meeting, meeting, {"held_on": date(2026, 11, 21)})
    desk.do_now(register_case, case, {"first_name": "Sam", "question": "Waar kan Sam blijven?"})
    desk.do_now(put_on_agenda, item, meeting, case)
    desk.do_now(open_meeting, meeting)
    desk.do_now(go_to_item, item)
    return item


async def _measure(desk: Desk, folder: Path, rounds: int) -> tuple[list[float], list[float]]:
    item = _running_meeting(desk)
    path = folder / "bare.db"
    new_file(path)
    engine = open_engine(path, desk.store.key)
    SQLModel.metadata.tables["bare"].create(engine)
    ours, floor = [], []
    for number in range(rounds + 20):
        text = f"regel {number}: de leiding wisselt en dat houdt de spanning in stand"
        start = time.perf_counter()
        await desk.do(capture, uuid4(), item, {"text": text})
        between = time.perf_counter()
        with Session(engine) as session:
            session.add(Bare(id=uuid4(), text=text, at=datetime.now(UTC)))
            session.commit()
        end = time.perf_counter()
        if number >= 20:
            ours.append((between - start) * 1000)
            floor.append((end - between) * 1000)
    engine.dispose()
    return ours, floor


def run(quick: bool = False) -> list[Result]:
    """Median and slowest percent, one line after the other in a meeting that grows."""
    folder = Path.home() / "save"
    store, _ = create_store(locations(folder), _LOGIN, _PASSPHRASE, DEMO)
    desk = Desk(store, Actor(uuid4(), "Testvoorzitter", Role.CHAIR))
    try:
        ours, floor = asyncio.run(_measure(desk, folder, 100 if quick else 500))
    finally:
        desk.close()
        store.close()
    p99 = f"p99 {quantile(ours, 0.99):.2f} against {quantile(floor, 0.99):.2f} ms"
    return [
        Result(
            "a saved line, Enter to on disk",
            statistics.median(ours),
            "ms",
            2.0,
            statistics.median(floor),
            p99,
        )
    ]

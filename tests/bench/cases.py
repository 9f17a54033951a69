"""Searching in 100,000 cases against the bare full-text query on the same file; the list and one case against 1,000 cases.

python -m tests.bench cases
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, StaticPool, Table, create_engine, insert, select
from sqlalchemy import text as sql
from sqlmodel import Session

from ret_tui.domain.tables import METADATA
from ret_tui.domain.text import fold
from ret_tui.domain.words import CaseStatus
from ret_tui.queries.cases import PAGE as LIST_PAGE
from ret_tui.queries.cases import case_list
from ret_tui.queries.planning import known_names, preparation
from ret_tui.queries.search import PAGE, search
from ret_tui.store.search import INDEX, question
from tests.bench.report import Result, interleaved, medians
from tests.conftest import Clock
from tests.world import World, close, found

MANY, FEW = 100_000, 1_000
SEARCH_BAR, OPEN_BAR = 1.5, 1.3
ROUNDS, SEARCH_ROUNDS = 25, 5
SLOW = 100
"""Milliseconds from which a few rounds tell enough."""
DAY = date(2026, 11, 21)
CHUNK = 5_000

QUESTIONS = ("venlo", "slaapt mentor", "zoë", "kruidnagel", "2026", "schoo", "een plek waar")
"""What people type: one word, two, an accent, a rare word, a number, a beginning, words that stand everywhere."""

_FIRST = ("Sam", "Noor", "Mees", "Zoë", "Łukasz", "Robin", "Fenna", "Daan", "Yara", "Timo")
_TOWNS = ("Venlo", "Venray", "Horst aan de Maas", "Peel en Maas", "Beesel", "Gennep", "Bergen")
_WORDS = [
    "plek",
    "rust",
    "school",
    "mentor",
    "moeder",
    "vader",
    "groep",
    "pleeggezin",
    "behandeling",
    "wachtlijst",
    "slaapt",
    "veilig",
    "thuis",
    "gezin",
    "hulp",
    "vraag",
    "lang",
    "nieuw",
    "klein",
    "vast",
    "begeleiding",
    "perspectief",
    "toekomst",
    "wonen",
    "leren",
    "werken",
    "sport",
    "muziek",
    "broer",
    "zus",
    "oma",
    "buurt",
    "vriend",
    "leerkracht",
    "onderzoek",
    "diagnose",
    "afspraak",
    "gemeente",
    "voogd",
    "advies",
    "samen",
    "luisteren",
    "stap",
    "traject",
    "indicatie",
    "aanbod",
    "regio",
    "woning",
    "kamer",
]
_ALL = tuple(CaseStatus)
OPEN = tuple(status for status in CaseStatus if not status.is_closed)


def _sentence(chance: random.Random, length: int) -> str:
    words = [chance.choice(_WORDS) for _ in range(length)]
    if chance.random() < 0.0005:
        words.append("kruidnagel")
    return " ".join(words).capitalize()


def _insert(connection: Connection, table: Table, seed: UUID, rows: list[dict[str, Any]]) -> None:
    """Rows like the one with id `seed`, with other values in some columns, in bulk."""
    base = dict(connection.execute(select(table).where(table.c.id == seed)).mappings().one())
    for start in range(0, len(rows), CHUNK):
        connection.execute(insert(table), [{**base, **row} for row in rows[start : start + CHUNK]])


def build(path: Path, key: str, cases: int, seed: UUID, mother: UUID, moment: datetime) -> None:
    """Fill a store from a process of its own, in which memory is not wiped with each allocation: that takes an hour."""
    import sqlcipher3

    def connect() -> Any:
        connection = sqlcipher3.connect(str(path), isolation_level=None)
        for pragma in (f"key=\"x'{key}'\"", "foreign_keys=OFF", "synchronous=OFF", "cache_size=-500000"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", module=sqlcipher3, creator=connect, poolclass=StaticPool)
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN")
        fill(connection, cases, seed, mother, moment)
        connection.exec_driver_sql("COMMIT")
    engine.dispose()


def fill(connection: Connection, cases: int, seed: UUID, mother: UUID, moment: datetime) -> None:
    """So many cases, each with a holder of authority and an analysis, one in five with a document."""
    chance = random.Random(7)
    ids = [UUID(int=number + 1) for number in range(cases)]
    rows = []
    for number, case_id in enumerate(ids):
        first, town = chance.choice(_FIRST), chance.choice(_TOWNS)
        year = 2026 - (cases - number) // 3_000
        number_text = f"{year}-{number:06d}"
        asked = _sentence(chance, 10) + "?"
        rows.append(
            {
                "id": case_id,
                "number": number_text,
                "first_name": first,
                "name_key": fold(first),
                "municipality": town,
                "birth_date": DAY - timedelta(days=4_000 + chance.randrange(2_500)),
                "status": chance.choice(_ALL)
                if number >= cases - max(400, cases // 10)
                else CaseStatus.CLOSED,
                "question": asked,
                "tried": _sentence(chance, 40),
                "search_key": fold(f"{number_text} {first} {town} {asked}"),
            }
        )
    _insert(connection, METADATA.tables["case"], seed, rows)
    holder = METADATA.tables["authority_holder"]
    _insert(connection, holder, mother, [{"id": UUID(int=each.int + 10**9), "case_id": each} for each in ids])
    analysis = METADATA.tables["analysis"]
    document = METADATA.tables["case_document"]
    for start in range(0, cases, CHUNK):
        part = ids[start : start + CHUNK]
        connection.execute(
            insert(analysis),
            [
                {
                    "id": UUID(int=each.int + 2 * 10**9),
                    "version": 1,
                    "created_at": moment,
                    "case_id": each,
                    "family_words": _sentence(chance, 20),
                }
                for each in part
            ],
        )
        connection.execute(
            insert(document),
            [
                {
                    "id": UUID(int=each.int + 3 * 10**9),
                    "version": 1,
                    "created_at": moment,
                    "case_id": each,
                    "title": "Verslag",
                    "file_name": "verslag.txt",
                    "text": _sentence(chance, 200),
                    "fingerprint": "0" * 64,
                    "size": 1,
                    "added_at": moment,
                }
                for each in part[::5]
            ],
        )


@contextmanager
def region(folder: Path, cases: int) -> Iterator[World]:
    """An opened region with so many cases."""
    world = found(folder, Clock(datetime(2026, 11, 21, 12, 30, tzinfo=UTC)))
    try:
        key = world.desk.store.key.reveal().hex()
        arguments = (world.desk.store.places.store, key, cases, world.case, world.mother, world.clock())
        builder = get_context("spawn").Process(target=build, args=arguments)
        builder.start()
        builder.join()
        if builder.exitcode:
            raise RuntimeError("the region could not be filled")
        yield world
    finally:
        close(world)


def bare(session: Session, text: str, order: str = "rank") -> int:
    """The full-text query and nothing else, as a search is usually written: row numbers of the best page."""
    statement = sql(f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH :match ORDER BY {order} LIMIT :limit")
    return len(session.connection().execute(statement, {"match": question(text), "limit": PAGE}).all())


def open_list(session: Session) -> int:
    """What the list of cases asks when it comes into sight."""
    return len(case_list(session, "", OPEN, 0, LIST_PAGE).lines)


def open_case(session: Session, case_id: UUID) -> object:
    """What the screen of one case asks when it is opened."""
    known_names(session)
    return preparation(session, case_id, DAY)


def _timed(world: World, query: Callable[..., Any], *arguments: Any) -> Callable[[], float]:
    def take() -> float:
        start = perf_counter()
        world.ask(query, *arguments)
        return (perf_counter() - start) * 1000

    return take


def _search(world: World, text: str, rounds: int) -> Result:
    """One question against the bare query by rank; beside it against the bare query in our own order, newest first."""
    hits = len(world.ask(search, text))
    takes = {
        "ours": _timed(world, search, text),
        "bare": _timed(world, bare, text),
        "newest": _timed(world, bare, text, "rowid DESC"),
    }
    # a question of a few milliseconds is measured more often: there one hiccup of the machine is the whole ratio
    taken = medians(interleaved(rounds if takes["bare"]() > SLOW else 5 * rounds, takes))
    note = f"{hits} hits; x {taken['ours'] / taken['newest']:.2f} to the bare query newest first"
    return Result(f"search ‘{text}’", taken["ours"], "ms", SEARCH_BAR, taken["bare"], note)


def run(quick: bool = False) -> list[Result]:
    """Each question and each opening, as ratios in one run."""
    rounds = 6 if quick else ROUNDS
    with (
        tempfile.TemporaryDirectory() as folder,
        region(Path(folder) / "veel", MANY) as many,
        region(Path(folder) / "weinig", FEW) as few,
    ):
        results = [_search(many, text, 2 if quick else SEARCH_ROUNDS) for text in QUESTIONS]
        case_id = UUID(int=FEW // 2)
        for name, query, arguments in (
            ("list of cases", open_list, ()),
            ("one case", open_case, (case_id,)),
        ):
            taken = medians(
                interleaved(
                    rounds,
                    {"many": _timed(many, query, *arguments), "few": _timed(few, query, *arguments)},
                )
            )
            results.append(Result(f"{name}, 100,000 cases", taken["many"], "ms", OPEN_BAR, taken["few"]))
        return results

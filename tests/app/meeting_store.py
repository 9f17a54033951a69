"""A made-up region with a meeting today and three cases, founded through the actions people use."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from textual.pilot import Pilot

from ret_tui.actions.cases import add_care_spell, add_holder, add_refusal, register_case
from ret_tui.actions.meetings import plan_meeting, put_on_agenda
from ret_tui.actions.permissions import record_permission
from ret_tui.actions.setup import found_region
from ret_tui.actions.team import add_member, add_organisation
from ret_tui.app.app import RetApp
from ret_tui.app.door import Door
from ret_tui.domain.errors import RetError
from ret_tui.domain.words import (
    ApplicantKind,
    AuthorityRelation,
    CareKind,
    OrganisationKind,
    PermissionAnswer,
    PermissionGiver,
    PermissionHow,
    PermissionPurpose,
    RefusalReason,
    Role,
    SecrecyBasis,
    TeamFunction,
)
from ret_tui.locations import Locations, locations
from ret_tui.store.desk import Desk
from ret_tui.store.keys import DEMO
from ret_tui.store.store import create_store
from ret_tui.store.work import Actor
from tests.app.harness import settle

LOGIN = "Testvoorzitter"
PASSPHRASE = "vier losse woorden voor de proef"
TODAY = date(2026, 11, 21)

Now = Callable[[], datetime]


@dataclass(frozen=True)
class Region:
    """Where the region lies and the ids of what is in it."""

    places: Locations
    meeting: UUID
    items: tuple[UUID, ...]
    """Agenda items of the three cases, in order."""
    cases: tuple[UUID, ...]
    members: dict[str, UUID]
    organisations: dict[str, UUID]


EXPERTS = (
    ("Gerda Gedrag", "Koraal", "gedragswetenschapper", SecrecyBasis.PROFESSION),
    ("Otto Ortho", "Mutsaersstichting", "orthopedagoog", SecrecyBasis.PROFESSION),
    ("Guus Gezond", "VvGI", "GZ-psycholoog", SecrecyBasis.PROFESSION),
    ("Tess Therapie", "PSW", "therapeut", None),
)


_TEMPLATES: dict[tuple[datetime, int], Region] = {}
_SHELF = tempfile.TemporaryDirectory(prefix="ret-tui-regions-")


def found(folder: Path, now: Now, *, cases: int = 3) -> Region:
    """Found the region in `folder`. Those founded at the same moment are copies of one: founding takes a second."""
    kind = (now(), cases)
    if kind not in _TEMPLATES:
        _TEMPLATES[kind] = _found(Path(_SHELF.name) / str(len(_TEMPLATES)), now, cases)
    places = locations(folder / "regio")
    shutil.copytree(_TEMPLATES[kind].places.root, places.root)
    return replace(_TEMPLATES[kind], places=places)


def _found(folder: Path, now: Now, cases: int) -> Region:
    places = locations(folder / "regio")
    actor = Actor(uuid4(), LOGIN, Role.CHAIR)
    store, _ = create_store(places, LOGIN, PASSPHRASE, DEMO, now)
    desk = Desk(store, actor, now)
    try:
        return _fill(desk, places, cases)
    finally:
        desk.close()
        store.close()


def _fill(desk: Desk, places: Locations, cases: int) -> Region:
    chair = {"name": "Vera Voorzitter", "tag": "Voorzitter", "secrecy_basis": SecrecyBasis.AGREEMENT}
    desk.do_now(found_region, {"name": "RET Proefland"}, chair, LOGIN, region_id=uuid4())
    organisations: dict[str, UUID] = {}
    members: dict[str, UUID] = {}
    for name, organisation, profession, secrecy in EXPERTS:
        organisations[organisation] = uuid4()
        desk.do_now(
            add_organisation, organisations[organisation], {"name": organisation, "tag": organisation}
        )
        members[name] = uuid4()
        desk.do_now(
            add_member,
            members[name],
            {
                "name": name,
                "function": TeamFunction.EXPERT,
                "organisation_id": organisations[organisation],
                "profession": profession,
                "secrecy_basis": secrecy,
            },
        )
    members["Vera Vervanger"] = uuid4()
    desk.do_now(
        add_member,
        members["Vera Vervanger"],
        {
            "name": "Vera Vervanger",
            "organisation_id": organisations["Koraal"],
            "profession": "orthopedagoog",
            "core_team": False,
            "secrecy_basis": SecrecyBasis.PROFESSION,
        },
    )
    organisations["Gemeente Proefstad"] = uuid4()
    desk.do_now(
        add_organisation,
        organisations["Gemeente Proefstad"],
        {"name": "Gemeente Proefstad", "kind": OrganisationKind.MUNICIPALITY, "tag": "Gemeente"},
    )
    meeting = uuid4()
    desk.do_now(
        plan_meeting,
        meeting,
        {"held_on": TODAY, "starts_at": "13:30", "ends_at": "17:00", "place": "Proefzaal"},
    )
    born = (date(2011, 3, 21), date(2009, 2, 20), date(2013, 6, 1))
    made, items = [], []
    for number in range(cases):
        case = uuid4()
        _case(desk, case, born[number % 3], number)
        item = uuid4()
        desk.do_now(put_on_agenda, item, meeting, case, 60 if number < 2 else 30)
        made.append(case)
        items.append(item)
    return Region(places, meeting, tuple(items), tuple(made), members, organisations)


def _case(desk: Desk, case: UUID, born: date, number: int) -> None:
    desk.do_now(
        register_case,
        case,
        {
            "applicant_kind": ApplicantKind.MUNICIPALITY,
            "applicant_name": "Aad Aanmelder",
            "applicant_role": "consulent",
            "applicant_organisation": "Gemeente Proefstad",
            "first_name": ("Sam", "Robin", "Noa")[number % 3],
            "last_name": "de Proef",
            "birth_date": born,
            "municipality": "Proefstad",
            "question": "Hoe komt er een plek waar ik kan blijven?",
            "tried": "Drie groepen, telkens na een half jaar gestopt.",
        },
    )
    holder = uuid4()
    desk.do_now(
        add_holder,
        holder,
        case,
        {"name": "Testmoeder", "relation": AuthorityRelation.MOTHER, "address": "Proefweg 1"},
    )
    if number == 2:
        desk.do_now(add_holder, uuid4(), case, {"name": "Testvader", "relation": AuthorityRelation.FATHER})
    for year in (2023, 2024):
        desk.do_now(
            add_care_spell,
            uuid4(),
            case,
            {
                "from_on": date(year, 2, 1),
                "to_on": date(year, 8, 1),
                "kind": CareKind.PLACEMENT,
                "provider": f"Groep {year}",
                "why_ended": "Spanning in de groep",
            },
        )
    desk.do_now(
        add_refusal,
        uuid4(),
        case,
        {"provider": "De Proefhoeve", "reason": RefusalReason.GROUP, "refused_on": TODAY},
    )
    if number != 1:
        common = {
            "purpose": PermissionPurpose.DISCUSS_NAMED,
            "answer": PermissionAnswer.GIVEN,
            "how": PermissionHow.WRITTEN,
            "given_on": TODAY - timedelta(days=10),
        }
        desk.do_now(
            record_permission,
            uuid4(),
            case,
            {**common, "giver": PermissionGiver.AUTHORITY_HOLDER, "holder_id": holder},
        )
        desk.do_now(record_permission, uuid4(), case, {**common, "giver": PermissionGiver.YOUNG_PERSON})


class StoreApp(RetApp):
    """The program on a real store; it opens by itself at the part `mode`."""

    def __init__(self, places: Locations, now: Now, mode: str) -> None:
        super().__init__(Door(places, passphrase=PASSPHRASE, clock=now))
        self._start = mode
        self.faults: list[BaseException] = []
        """Errors of the program itself; a test that ends with any has failed."""

    async def enter(self, desk: Any, entrance: Any) -> None:
        self._returns_to = self._start
        await super().enter(desk, entrance)

    def show_error(self, error: BaseException) -> None:
        if not isinstance(error, RetError):
            self.faults.append(error)
        super().show_error(error)


@asynccontextmanager
async def at_work(
    region: Region, now: Now, *, size: tuple[int, int] = (140, 40), mode: str = "meeting"
) -> AsyncIterator[tuple[StoreApp, Pilot[Any]]]:
    """The program open at one of its main parts, on the store of `region`; closed afterwards, as quitting does."""
    app = StoreApp(region.places, now, mode)
    try:
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            # the pilot cannot wait while one part of the program makes room for another
            for _ in range(1_000):
                if app.faults or (app.is_open and app._screen_stack):
                    break
                await asyncio.sleep(0.01)
            _no_faults(app)
            assert app.is_open
            await settle(pilot)
            yield app, pilot
            _no_faults(app)
    finally:
        app.close_store()


def _no_faults(app: StoreApp) -> None:
    if app.faults:
        raise app.faults[0]

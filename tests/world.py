"""A small made-up region on a real encrypted store, for tests that go through actions and queries."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from ret_tui.actions.cases import add_holder, decide_triage, register_case
from ret_tui.actions.live import close_meeting, finish_item, go_to_item, open_meeting
from ret_tui.actions.meetings import plan_meeting, put_on_agenda
from ret_tui.actions.registry import log_refusal
from ret_tui.actions.setup import found_region
from ret_tui.actions.team import add_member, add_organisation
from ret_tui.domain.words import (
    ApplicantKind,
    AuthorityRelation,
    OrganisationKind,
    Role,
    TeamFunction,
    TriageOutcome,
)
from ret_tui.locations import locations
from ret_tui.queries.meetings import meeting
from ret_tui.store.desk import Desk
from ret_tui.store.keyring import Keyring
from ret_tui.store.keys import DEMO
from ret_tui.store.secret import StoreKey
from ret_tui.store.store import create_store, open_store
from ret_tui.store.work import Actor

LOGIN = "proefvoorzitter"
PASSPHRASE = "vier gele fietsen zingen zacht"


@dataclass
class World:
    """The desk and the ids of what stands in the region."""

    desk: Desk
    clock: Callable[[], datetime]
    chair: UUID = field(default_factory=uuid4)
    koraal: UUID = field(default_factory=uuid4)
    venlo: UUID = field(default_factory=uuid4)
    expert: UUID = field(default_factory=uuid4)
    case: UUID = field(default_factory=uuid4)
    mother: UUID = field(default_factory=uuid4)
    meeting: UUID = field(default_factory=uuid4)
    item: UUID = field(default_factory=uuid4)

    def do(self, action: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Do an action as the person at work."""
        return self.desk.do_now(action, *args, **kwargs)

    def ask(self, query: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """Answer a query."""
        return self.desk.ask_now(query, *args, **kwargs)

    @property
    def keyring(self) -> Keyring:
        """The key file beside the store."""
        return self.desk.store.keyring

    @contextmanager
    def as_role(self, role: Role) -> Iterator[None]:
        """Be somebody with another role for a moment."""
        before = self.desk.actor
        self.desk.actor = Actor(before.person_id, before.name, role)
        try:
            yield
        finally:
            self.desk.actor = before

    def seat(self, tag: str) -> UUID:
        """Id of the seat with this tag at the table of the case."""
        view = self.ask(meeting, self.meeting)
        return next(seat.id for seat in view.table_of(self.item) if seat.tag == tag)

    def begin(self) -> None:
        """Open the meeting and put the case on the table."""
        self.do(open_meeting, self.meeting)
        self.do(go_to_item, self.item)

    def end(self) -> None:
        """Finish the case with a reason and close the meeting."""
        self.do(finish_item, self.item, "Proef: het overleg moest stoppen.")
        self.do(close_meeting, self.meeting)


@dataclass
class _Template:
    """A region that was founded once at some moment, closed, to be copied."""

    folder: Path
    key: bytes
    world: World


_TEMPLATES: dict[datetime, _Template] = {}
_SHELF = tempfile.TemporaryDirectory(prefix="ret-tui-world-")


def found(folder: Path, clock: Callable[[], datetime]) -> World:
    """Found the region with one case on the agenda of a meeting today.

    Regions founded at the same moment are copies of one, with the same ids and the same key: founding takes half a second.
    """
    moment = clock()
    if moment not in _TEMPLATES:
        made = found_anew(Path(_SHELF.name) / str(len(_TEMPLATES)), lambda: moment)
        _TEMPLATES[moment] = _Template(made.desk.store.places.root, made.keyring.key.reveal(), made)
        close(made)
    template = _TEMPLATES[moment]
    shutil.copytree(template.folder, folder)
    key = StoreKey(template.key)
    store = open_store(locations(folder), key, LOGIN, clock)
    key.forget()
    return replace(
        template.world, desk=Desk(store, template.world.desk.actor, clock, refused=log_refusal), clock=clock
    )


def found_anew(folder: Path, clock: Callable[[], datetime]) -> World:
    """The same, by every step of the way."""
    places = locations(folder)
    store, _ = create_store(places, LOGIN, PASSPHRASE, DEMO, clock)
    world = World(
        desk=Desk(store, Actor(uuid4(), "Voorzitter Proef", Role.CHAIR), clock, refused=log_refusal),
        clock=clock,
    )
    world.chair = world.desk.actor.person_id
    world.do(
        found_region,
        {"name": "RET Proefregio"},
        {"name": "Voorzitter Proef", "phone": "0612345670"},
        LOGIN,
        region_id=uuid4(),
    )
    world.do(add_organisation, world.koraal, {"name": "Koraal", "tag": "Koraal"})
    world.do(
        add_organisation,
        world.venlo,
        {"name": "Gemeente Venlo", "tag": "Venlo", "kind": OrganisationKind.MUNICIPALITY},
    )
    world.do(
        add_member,
        world.expert,
        {
            "name": "Expert Proef",
            "function": TeamFunction.EXPERT,
            "organisation_id": world.koraal,
            "profession": "orthopedagoog",
        },
    )
    world.do(
        register_case,
        world.case,
        {
            "first_name": "Sam",
            "birth_date": date(2011, 5, 4),
            "municipality": "Venlo",
            "question": "Hoe komt er een plek waar Sam kan blijven?",
            "applicant_kind": ApplicantKind.MUNICIPALITY,
            "applicant_name": "Aanmelder Proef",
            "applicant_organisation": "Gemeente Venlo",
        },
    )
    world.do(
        add_holder,
        world.mother,
        world.case,
        {
            "name": "Moeder Proef",
            "relation": AuthorityRelation.MOTHER,
            "address": "Proefstraat 1\n5900 AA Venlo",
        },
    )
    world.do(decide_triage, world.case, uuid4(), {"outcome": TriageOutcome.DISCUSS})
    world.do(
        plan_meeting,
        world.meeting,
        {
            "held_on": date(2026, 11, 21),
            "starts_at": "13:30",
            "ends_at": "16:30",
            "place": "Horst",
            "chair_id": world.chair,
        },
    )
    world.do(put_on_agenda, world.item, world.meeting, world.case)
    return world


def close(world: World) -> None:
    """Finish all work and close the file."""
    world.desk.close()
    world.desk.store.close()

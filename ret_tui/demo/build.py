"""Builds the demo region through the same actions that people use."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from ret_tui.actions.analyses import add_factor, add_goal, add_hypothesis, edit_analysis, link_factors
from ret_tui.actions.cases import (
    add_care_spell,
    add_holder,
    add_refusal,
    decide_triage,
    register_case,
    withdraw_case,
)
from ret_tui.actions.meetings import add_agenda_item, move_agenda_item, plan_meeting, put_on_agenda
from ret_tui.actions.permissions import record_permission
from ret_tui.actions.registry import log_refusal
from ret_tui.actions.setup import found_region
from ret_tui.actions.team import add_member, add_organisation
from ret_tui.assets import assets
from ret_tui.demo import LOGIN, PASSPHRASE
from ret_tui.documents.standard_texts import standard_texts
from ret_tui.domain.dates import add_months, local
from ret_tui.domain.words import AgendaKind, LinkEffect, PermissionGiver, Role
from ret_tui.locations import Locations
from ret_tui.store.desk import Desk
from ret_tui.store.keys import DEMO
from ret_tui.store.store import create_store
from ret_tui.store.work import Actor

_AGE = re.compile(r"^(\d+)j(\d+)m$")
_SPAN = re.compile(r"^([+-]?\d+)([jmwd])$")
_DATES = ("received_on", "waiting_since", "informed_on", "from_on", "to_on", "refused_on")


def when(text: str, today: date) -> date:
    """A moment of the content file: an age such as `15j4m`, or a distance such as `-38m`.

    Raises:
        ValueError: the content file holds something else.
    """
    if found := _AGE.match(text):
        return add_months(today, -12 * int(found[1]) - int(found[2]))
    if found := _SPAN.match(text):
        number, unit = int(found[1]), found[2]
        if unit in "wd":
            return today + timedelta(days=number * (7 if unit == "w" else 1))
        return add_months(today, number * (12 if unit == "j" else 1))
    raise ValueError(f"not a moment: {text!r}")


def _dated(values: dict[str, Any], today: date) -> dict[str, Any]:
    return {
        name: when(value, today) if name in _DATES or name == "birth_date" else value
        for name, value in values.items()
    }


def build(places: Locations, now: datetime | None = None) -> None:
    """Make the store at `places` and fill it. See `ret_tui.demo.make_demo`."""
    moment = now or datetime.now(UTC)
    content = tomllib.loads((assets("templates") / "demo" / "noord-limburg.toml").read_text(encoding="utf-8"))
    store, _ = create_store(places, LOGIN, PASSPHRASE, DEMO, lambda: moment)
    chair = Actor(uuid4(), content["chair"]["name"], Role.CHAIR)
    desk = Desk(store, chair, lambda: moment, where="opdrachtregel", refused=log_refusal)
    try:
        _Builder(desk, content, local(moment)).run()
    finally:
        desk.close()
        store.close()


def _times(moment: datetime) -> dict[str, str]:
    """The meeting begins about now, so that the clocks make sense; outside working hours the usual times hold."""
    start = moment.replace(minute=moment.minute // 15 * 15)
    if not 8 <= start.hour < 20:
        return {}
    return {"starts_at": f"{start:%H:%M}", "ends_at": f"{start + timedelta(hours=3, minutes=30):%H:%M}"}


class _Builder:
    """Walks the content file and does the actions."""

    def __init__(self, desk: Desk, content: dict[str, Any], moment: datetime) -> None:
        self.do: Callable[..., Any] = desk.do_now
        self.chair = desk.actor.person_id
        self.content = content
        self.today = moment.date()
        self.times = _times(moment)
        self.organisations: dict[str, UUID] = {}
        self.members: dict[str, UUID] = {}

    def run(self) -> None:
        """Region, team, cases, and the meeting of today."""
        region = {**standard_texts(), **self.content["region"]}
        self.do(found_region, region, self.content["chair"], LOGIN, region_id=uuid4(), demo=True)
        for values in self.content["organisation"]:
            self.organisations[values["name"]] = new = uuid4()
            self.do(add_organisation, new, values)
        for values in self.content["member"]:
            self._member(dict(values))
        cases = [(each, self._case(each)) for each in self.content["case"]]
        self._meeting([(each["minutes"], case_id) for each, case_id in cases if "minutes" in each])

    def _member(self, values: dict[str, Any]) -> None:
        self.members[values["name"]] = new = uuid4()
        if "organisation" in values:
            values["organisation_id"] = self.organisations[values.pop("organisation")]
        if "stands_in_for" in values:
            values["stands_in_for_id"] = self.members[values.pop("stands_in_for")]
        self.do(add_member, new, values)

    def _case(self, each: dict[str, Any]) -> UUID:
        case_id = uuid4()
        self.do(register_case, case_id, _dated(each["fields"], self.today))
        holders: dict[str, UUID] = {}
        for values in each.get("holder", ()):
            holders[values["name"]] = new = uuid4()
            self.do(add_holder, new, case_id, _dated(values, self.today))
        for values in each.get("spell", ()):
            self.do(add_care_spell, uuid4(), case_id, _dated(values, self.today))
        for values in each.get("refusal", ()):
            self.do(add_refusal, uuid4(), case_id, _dated(values, self.today))
        for values in each.get("permission", ()):
            self._permission(case_id, values, holders)
        self._analysis(case_id, each)
        if "triage" in each:
            triage = {
                "outcome": each["triage"],
                "reason": each["triage_reason"],
                "regular_routes_tried": "ja",
            }
            self.do(decide_triage, case_id, uuid4(), {**triage, "question_clear": "ja", "urgent": "nee"})
        if "withdrawn" in each:
            self.do(withdraw_case, case_id, each["withdrawn"])
        return case_id

    def _permission(self, case_id: UUID, values: dict[str, Any], holders: dict[str, UUID]) -> None:
        young = values["giver"] == PermissionGiver.YOUNG_PERSON
        self.do(
            record_permission,
            uuid4(),
            case_id,
            {
                "giver": PermissionGiver.YOUNG_PERSON if young else PermissionGiver.AUTHORITY_HOLDER,
                "holder_id": None if young else holders[values["giver"]],
                "purpose": values["purpose"],
                "to_whom": values.get("to_whom"),
                "answer": "gegeven",
                "given_on": self.today - timedelta(days=8),
                "how": "schriftelijk",
            },
        )

    def _analysis(self, case_id: UUID, each: dict[str, Any]) -> None:
        if "analysis" in each:
            self.do(edit_analysis, case_id, each["analysis"])
        factors: dict[str, UUID] = {}
        for values in each.get("factor", ()):
            factors[values["text"]] = new = uuid4()
            self.do(add_factor, new, case_id, values)
        for link in each.get("link", ()):
            self.do(link_factors, factors[link["from"]], factors[link["to"]], LinkEffect(link["effect"]))
        for values in each.get("hypothesis", ()):
            self.do(add_hypothesis, uuid4(), case_id, values)
        for values in each.get("goal", ()):
            self.do(add_goal, uuid4(), case_id, values)

    def _meeting(self, cases: list[tuple[int, UUID]]) -> None:
        meeting_id = uuid4()
        values = {**self.content["meeting"], **self.times, "held_on": self.today, "chair_id": self.chair}
        self.do(plan_meeting, meeting_id, values)
        for minutes, case_id in cases:
            self.do(put_on_agenda, uuid4(), meeting_id, case_id, minutes)
        pause = uuid4()
        self.do(add_agenda_item, pause, meeting_id, AgendaKind.BREAK, {"minutes": 10})
        self.do(move_agenda_item, pause, -1)

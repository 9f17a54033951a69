"""What a letter lacks leads to the place where it is filled in: the field of a form, or the line of a step."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from ret_tui.actions.advices import add_advice_item, edit_advice
from ret_tui.actions.agreements import add_agreed_action
from ret_tui.actions.analyses import add_hypothesis
from ret_tui.actions.closing import close_case
from ret_tui.actions.evaluations import record_outcome
from ret_tui.actions.live import go_to_item, open_meeting
from ret_tui.actions.mandates import add_commitment, answer_mandate
from ret_tui.actions.options import add_option
from ret_tui.app.jumps import jump
from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.screens.evaluation import EvaluationScreen
from ret_tui.app.screens.followed import FollowedScreen
from ret_tui.app.screens.meeting.screen import MeetingScreen
from ret_tui.app.screens.planning import PlanningScreen
from ret_tui.app.screens.settings import SettingsScreen
from ret_tui.app.steps.spots import Spot
from ret_tui.domain.followup_words import ClosingKind, OutcomeResult
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import DirectionRole, MandateResult, OptionStatus
from ret_tui.queries.letters_after import closed_case
from tests import followup_world as after
from tests.app.harness import settle
from tests.app.meeting_store import Region, at_work, found
from tests.app.screens.test_followup import Start, start  # noqa: F401  # a fixture
from tests.documents.test_gaps import NEEDED
from tests.world import World

AFTER = {kind for kind in LetterKind if kind.value.startswith(("evaluatie", "afsluiting"))}
NEVER = {"letter.written_on", "closing.closed_on"}
"""What the program itself always knows."""


def targets(kinds: Iterable[LetterKind]) -> set[str]:
    """Every place that the gaps of these letters name."""
    return {each for kind in kinds for each in NEEDED[kind].values()} - NEVER


async def goes(app: Any, pilot: Any, holds: Callable[[], bool], what: str) -> None:
    for _ in range(200):
        if holds():
            return
        await settle(pilot)
        await asyncio.sleep(0.01)
    raise AssertionError(f"{what}: {app.screen!r} {app.focused!r} {getattr(app.focused, 'cursor', None)}")


def at_field(app: Any, screen: type, field: str) -> bool:
    parent = getattr(app.focused, "parent", None)
    return isinstance(app.screen, screen) and parent is not None and parent.id == f"field-{field}"


async def test_what_a_letter_with_the_advice_lacks(tmp_path, clock):
    region = found(tmp_path, clock)
    item, case = region.items[0], region.cases[0]
    rows = {each: uuid4() for each in ("advice", "advice2", "action", "promise", "promise2", "hypothesis")}
    async with at_work(region, clock, mode="cases") as (app, pilot):
        await _filled(app.desk, region, rows)
        koraal = region.organisations["Koraal"]
        spots: dict[str, tuple[str, Spot]] = {
            "advice.summary": ("voorlezen", Spot("text", "summary")),
            "advice.items": ("voorlezen", Spot("item", rows["advice"])),
            "advice.items.1.what": ("voorlezen", Spot("item", rows["advice"])),
            "advice.items.2.why": ("voorlezen", Spot("item", rows["advice2"])),
            "advice.may_pass_on": ("afspraken", Spot("pass_on")),
            "actions": ("afspraken", Spot("action", rows["action"])),
            **{
                f"actions.1.{field}": ("afspraken", Spot("action", rows["action"]))
                for field in ("what", "owner", "due_on")
            },
            **{
                f"direction.process_director.{field}": (
                    "afspraken",
                    Spot("director", DirectionRole.PROCESS_DIRECTOR),
                )
                for field in ("name", "phone")
            },
            "analysis.in_plain_words": ("analyse", Spot("text", "in_plain_words")),
            **{
                f"analysis.hypotheses.1.{field}": ("analyse", Spot("hypothesis", rows["hypothesis"]))
                for field in ("text", "status")
            },
            **{
                f"commitments.1.{field}": ("mandaat", Spot("commitment", rows["promise"]))
                for field in ("organisation", "what")
            },
            "commitments.2.result": ("mandaat", Spot("cell", rows["promise2"], koraal)),
            **{
                f"commitments.2.{field}": ("mandaat", Spot("cell", rows["promise2"], koraal))
                for field in ("decided_by", "decide_before")
            },
        }
        kinds: dict[str, tuple[str, str]] = {
            **dict.fromkeys(
                ("evaluation.due_on", "evaluation.1.due_on", "evaluation.1.moment"),
                ("afspraken", "evaluation"),
            ),
            "options.1.text": ("richtingen", ""),
        }
        fields: dict[str, tuple[type, str]] = {
            **{f"region.{each}": (SettingsScreen, each) for each in _SETTINGS},
            **{f"case.{each}": (CaseScreen, each) for each in ("first_name", "question", "applicant_name")},
            "discussion.family_words": (MeetingScreen, "family_words"),
            "discussion.young_person_words": (MeetingScreen, "young_person_words"),
        }
        others: dict[str, Callable[[], bool]] = {
            "case.number": lambda: isinstance(app.screen, CaseScreen),
            "authority_holder.name": lambda: getattr(app.focused, "id", "") == "holders-list",
            "seat.presence": lambda: getattr(app.focused, "id", "") == "presence",
            **dict.fromkeys(
                ("meeting.chair_id", "meeting.held_on"),
                lambda: isinstance(app.screen, PlanningScreen) and app.screen.meeting_id == region.meeting,
            ),
        }
        asked = targets(set(LetterKind) - AFTER)
        asked |= {"commitments.2.decided_by", "commitments.2.decide_before", "commitments.2.result"}
        asked |= {"advice.items.2.why"}
        asked -= {"commitments.1.decided_by", "commitments.1.decide_before"}
        assert asked <= spots.keys() | kinds.keys() | fields.keys() | others.keys()
        seen: set[object] = set()
        for target in sorted(asked):
            form = fields[target][0] if target in fields else None
            place = spots.get(target) or kinds.get(target) or form or others[target]
            if place in seen:  # another field of the same line or form
                continue
            seen.add(place)
            await settle(pilot)
            app.go("cases")
            await goes(app, pilot, lambda: not isinstance(app.screen, MeetingScreen), target)
            await jump(app, target, case_id=case, item_id=item)
            if target in fields:
                there = partial(at_field, app, *fields[target])
            elif target in others:
                there = others[target]
            else:
                there = partial(_at, app, *(spots.get(target) or kinds[target]))
            await goes(app, pilot, there, target)


_SETTINGS = ("name", "binding_text", "complaint_text", "confidant_text", "data_text")


def _at(app: Any, step: str, spot: Spot | str) -> bool:
    if not isinstance(app.screen, MeetingScreen) or app.screen.item is None:
        return False
    cursor = getattr(app.focused, "cursor", None)
    right = cursor == spot if isinstance(spot, Spot) else not spot or getattr(cursor, "kind", "") == spot
    return app.screen.item.step.value == step and right


async def _filled(desk: Any, region: Region, rows: dict[str, UUID]) -> None:
    item = region.items[0]
    await desk.do(open_meeting, region.meeting)
    await desk.do(go_to_item, item)
    await desk.do(edit_advice, item, {"school": "Techniek"})
    for name in ("advice", "advice2"):
        await desk.do(add_advice_item, rows[name], item, {"what": "Zoek een plek"})
    await desk.do(
        add_agreed_action, rows["action"], item, {"what": "Bel de school", "due_on": date(2026, 12, 1)}
    )
    await desk.do(add_hypothesis, rows["hypothesis"], region.cases[0], {"text": "Spanning houdt aan"})
    await desk.do(add_option, uuid4(), item, {"text": "Groter huis", "status": OptionStatus.DROPPED})
    for name in ("promise", "promise2"):
        await desk.do(add_commitment, rows[name], item, {"what": "Plek met begeleiding"})
    for organisation, result in (("VvGI", MandateResult.YES), ("Koraal", MandateResult.ASK)):
        await desk.do(
            answer_mandate, rows["promise2"], region.organisations[organisation], {"result": result}
        )


async def test_what_a_letter_after_an_evaluation_or_at_closing_lacks(start: Start) -> None:  # noqa: F811
    made: dict[str, Any] = {}

    def prepared(world: World, followed: after.Followed) -> None:
        made.update(case=world.case, evaluation=followed.evaluation, item=followed.advice_item)

    async with start(prepare=prepared) as (app, pilot):
        lines = {
            "direction.process_director.name": "direction",
            "direction.process_director.phone": "direction",
            "actions.1.what": "action",
            "actions.1.owner": "action",
            "actions.1.due_on": "action",
            "advice.items.1.what": "item",
            "follow.evaluation": "evaluation",
        }
        reports = {"report.held_on", "report.next_step", "report.situation"}
        same = {each for each in targets(AFTER) if each.startswith(("region.", "case.", "authority_holder."))}
        assert targets(AFTER) == lines.keys() | reports | same | {
            "closing.reason",
            "closing.stays_responsible",
        }
        for kind, target in {kind: target for target, kind in lines.items()}.items():
            await jump(app, target, case_id=made["case"])
            there = partial(_on_line, app, kind)
            await goes(app, pilot, there, target)
        await jump(app, min(reports), case_id=made["case"], evaluation_id=made["evaluation"])
        await goes(app, pilot, lambda: isinstance(app.screen, EvaluationScreen), "report")
        closing = uuid4()
        await app.desk.do(record_outcome, uuid4(), made["item"], {"result": OutcomeResult.CARRIED_OUT})
        values = {"kind": ClosingKind.STEPPED_DOWN, "stays_responsible": "De GI Proef"}
        await app.desk.do(close_case, closing, made["case"], values)
        app.start(partial(jump, app, "closing.stays_responsible", case_id=made["case"], closing_id=closing))
        await goes(app, pilot, lambda: bool(app.screen.query("#field-stays_responsible")), "closing")
        app.screen.query_one("FormPane").focus_field("stays_responsible")
        await pilot.press(*" en school")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert (await app.desk.ask(closed_case, closing)).stays_responsible == "De GI Proef en school"


def _on_line(app: Any, kind: str) -> bool:
    key = getattr(app.focused, "cursor_key", None)
    return isinstance(app.screen, FollowedScreen) and isinstance(key, tuple) and key[0] == kind

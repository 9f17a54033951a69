"""A region in which every text is hostile, and how to come at each of its screens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any
from uuid import UUID

from sqlalchemy import text

import ret_tui.app
from ret_tui.actions.live import go_to_item, go_to_step, open_meeting
from ret_tui.app.base import RetScreen
from ret_tui.app.modes import MODES
from ret_tui.app.screens.access import AccessScreen
from ret_tui.app.screens.actions_list import ActionsScreen
from ret_tui.app.screens.backup import BackupScreen
from ret_tui.app.screens.case import LABELS, CaseScreen
from ret_tui.app.screens.case_compare import CompareScreen
from ret_tui.app.screens.case_documents import DocumentsScreen, TextScreen
from ret_tui.app.screens.evaluation import EvaluationScreen
from ret_tui.app.screens.followed import FollowedScreen
from ret_tui.app.screens.import_form import ImportScreen
from ret_tui.app.screens.letter_preview import LetterPreview
from ret_tui.app.screens.letter_register import LetterRegisterScreen
from ret_tui.app.screens.letters import LettersScreen
from ret_tui.app.screens.log import LogScreen
from ret_tui.app.screens.outgoing import OutgoingScreen
from ret_tui.app.screens.plain_language import PlainLanguageScreen
from ret_tui.app.screens.planning import PlanningScreen
from ret_tui.app.screens.search import SearchScreen
from ret_tui.app.screens.series import SeriesScreen
from ret_tui.app.screens.timeline import TimelineScreen
from ret_tui.documents.about import About
from ret_tui.documents.blocks import Block, BlockKind
from ret_tui.domain.meeting_series import SeriesDay
from ret_tui.domain.words import Step
from ret_tui.queries.cases import analysis
from tests.app.meeting_store import Region, at_work, found
from tests.hostile.rows import fill_every_text
from tests.hostile.samples import ISSUE_LINE
from tests.hostile.walker import Walker

BY_RULE = frozenset({
    # no free text: a word after @, a number, a time, a folder, a fingerprint, keys to search by, texts in a form of our own
    "member.tag", "organisation.tag", "seat.tag", "account.login", "case.number", "case.name_key", "case.search_key",
    "meeting.starts_at", "meeting.ends_at", "meeting.frozen_hash", "region.evaluation_moments", "region.letters_folder", "region.theme",
    "monitoring_row.outcome_three_months", "monitoring_row.outcome_six_months", "revision.object_kind",
    "revision.content", "analysis_version.content", "draft.text",
})  # fmt: skip

Opening = Callable[[], Awaitable[None]]

BY_KEYS = frozenset({"ReadinessScreen"})
"""Screens that need what another screen has in hand: keys lead there."""


def all_screens() -> set[str]:
    """Every screen of the opened program, by the name of its class."""
    for module in walk_packages(ret_tui.app.__path__, "ret_tui.app."):
        import_module(module.name)
    ours = [each for each in _below(RetScreen) if each.__module__.startswith("ret_tui.")]
    return {each.__name__ for each in ours if not each.__subclasses__()}


def _below(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


@asynccontextmanager
async def hostile_region(
    folder: Path, clock: Any, size: tuple[int, int], typed: str = ISSUE_LINE
) -> AsyncIterator[tuple[Walker, Region]]:
    """The program open on a region with a running meeting, a row in every table, and hostile text in every text.

    The walker pastes `typed` wherever something can be typed.
    """
    region = found(folder, clock)
    async with at_work(region, clock, size=size, mode="today") as (app, pilot):
        app.desk.do_now(open_meeting, region.meeting)
        app.desk.do_now(go_to_item, region.items[0])
        app.desk.do_now(fill_every_text, lambda column, row: ISSUE_LINE, BY_RULE)
        yield Walker(app, pilot, typed), region


def places(walker: Walker, region: Region) -> Iterator[tuple[str, Opening]]:
    """Every place of the program, and what opens it: the steps of the meeting, the screens on top, the main parts."""
    desk = walker.app.desk

    def step(which: Step) -> Opening:
        async def open_it() -> None:
            await walker.leave(1)
            desk.do_now(go_to_step, region.items[0], which)
            await walker.app.switch_mode("meeting")
            await walker.rest()
            walker.app.screen.renew()
            await walker.rest()
            await walker.press("f4", "f5")

        return open_it

    def pushed(make: Callable[[], RetScreen]) -> Opening:
        async def open_it() -> None:
            await walker.leave(1)
            await walker.app.switch_mode("today")
            walker.app.push_screen(make())

        return open_it

    def part(which: str) -> Opening:
        async def open_it() -> None:
            await walker.leave(1)
            await walker.app.switch_mode(which)

        return open_it

    for each in Step:
        yield f"step {each.value}", step(each)
    evaluation = UUID(
        str(desk.ask_now(lambda session: session.execute(text("SELECT id FROM evaluation")).scalar()))
    )
    case, item, meeting = region.cases[0], region.items[0], region.meeting
    analysed = desk.ask_now(analysis, case)
    for name in LABELS:
        yield f"case {name}", pushed(lambda name=name: CaseScreen(case, name))  # type: ignore[misc]
    above: dict[str, Callable[[], RetScreen]] = {
        "comparison": lambda: CompareScreen(analysed.versions[0], analysed),
        "documents": lambda: DocumentsScreen(case, "2026-001"),
        "planning": lambda: PlanningScreen(meeting),
        "table": lambda: PlanningScreen(meeting, "table"),
        "timeline": lambda: TimelineScreen(case),
        "followed": lambda: FollowedScreen(case),
        "evaluation": lambda: EvaluationScreen(evaluation),
        "actions": ActionsScreen,
        "letters": lambda: LettersScreen(item),
        "outgoing": lambda: OutgoingScreen(meeting),
        "register": lambda: LetterRegisterScreen(case, "2026-001", Path(ISSUE_LINE)),
        "plain language": lambda: PlainLanguageScreen(About(item_id=item)),
        "import": lambda: ImportScreen(case),
        "series": lambda: SeriesScreen((SeriesDay(date(2026, 12, 1)),), {}, set()),
        "preview": lambda: LetterPreview(ISSUE_LINE, [Block(BlockKind.PARAGRAPH, ISSUE_LINE)]),
        "text": lambda: TextScreen(ISSUE_LINE, ISSUE_LINE),
        "search": SearchScreen,
        "log": LogScreen,
        "access": AccessScreen,
        "backups": BackupScreen,
    }
    for name, make in above.items():
        yield name, pushed(make)
    for mode in MODES:
        if mode.id != "meeting":
            yield mode.id, part(mode.id)

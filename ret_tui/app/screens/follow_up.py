"""Procesregie: every case that is followed after its discussion, and the long list that is put forward."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import PickModal
from ret_tui.app.screens.followed import FollowedScreen
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, MUTED, STRONG, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.followup import FollowLine


class FollowList(LineList):
    """The cases."""

    BINDINGS = offers("follow.open")

    def action_open(self) -> None:
        """Open the case under the cursor."""
        self.action_choose()


class FollowUpScreen(RetScreen):
    """The list of cases that are followed."""

    HELP = "procesregie"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers("follow.which", "follow.actions")

    def __init__(self) -> None:
        super().__init__()
        self._long_list = False

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        yield FollowList(
            (
                Column("Casus", 9),
                Column("Gemeente", 16, hide_below=100),
                Column("Procesregisseur", 0),
                Column("Maanden", 7, right=True),
                Column("Open", 4, right=True),
                Column("Eerst", 24),
                Column("Waarom", 16, hide_below=110),
            ),
            id="followed",
            empty="Er zijn geen casussen om te volgen.",
        )

    async def load(self) -> None:
        from ret_tui.queries.followup import PAGE, followed_cases

        day, long_list = self.ret.today, self._long_list
        found = await self.desk.ask(followed_cases, day, long_list=long_list, offset=0, limit=PAGE)

        async def fetch(offset: int, limit: int) -> Sequence[Row]:
            page = found
            if offset:
                page = await self.desk.ask(
                    followed_cases, day, long_list=long_list, offset=offset, limit=limit
                )
            return [_row(each, day) for each in page.lines]

        if long_list:
            what = "op de longlist: (bijna) drie maanden zonder oplossing, voorgesteld voor de agenda"
        else:
            what = "besproken en nog niet afgesloten"
        self.query_one("#head", Static).update(
            line((str(found.total), STRONG), f" {what}", ("   F4 welke", MUTED))
        )
        self.status.set(place="Procesregie")
        listing = self.query_one(FollowList)
        listing.set_source(found.total, fetch)
        if self.focused is None:
            listing.focus()

    @on(LineList.Chosen)
    @task
    async def open_line(self, event: LineList.Chosen) -> None:
        """Show what runs in a case."""
        if isinstance(event.key, UUID):
            await self.ret.show(FollowedScreen(event.key))

    @task
    async def action_which(self) -> None:
        """All that are followed, or the long list."""
        chosen = await self.ret.ask(
            PickModal(
                "Welke casussen?",
                [Choice("alle", "Alle die lopen", key="a"), Choice("lang", "De longlist", key="l")],
                chosen="lang" if self._long_list else "alle",
            )
        )
        if chosen is not None:
            self._long_list = chosen == "lang"
            await self.load()

    @task
    async def action_actions(self) -> None:
        """Go to the actions of all cases."""
        from ret_tui.app.screens.actions_list import ActionsScreen

        await self.ret.show(ActionsScreen())

    def go_to(self, target: object) -> None:
        """A case by its id."""
        if isinstance(target, UUID):
            self.show_case(target)

    @task
    async def show_case(self, case_id: UUID) -> None:
        """Show what runs in a case."""
        await self.ret.show(FollowedScreen(case_id))


def _row(each: FollowLine, day: date) -> Row:
    from ret_tui.domain.dates import day_date

    when: Part = ""
    if each.next_due is not None and each.next_kind is not None:
        late = each.next_due < day
        text = f"{each.next_kind.label} {day_date(each.next_due)}"
        when = (f"! {text}", BAD) if late else text
    director: Part = each.director or ("! geen procesregisseur", BAD)
    return Row(
        each.case_id,
        (
            each.number,
            each.municipality,
            director,
            (str(each.months), WARN) if each.months >= 3 else str(each.months),
            str(each.open_items),
            when,
            each.why,
        ),
    )

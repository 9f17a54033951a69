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
from ret_tui.app.text import BAD, STRONG, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.queries.followed_cases import FollowFilter, FollowLine


class FollowList(LineList):
    """The cases."""

    BINDINGS = offers("follow.open", "follow.agenda")

    def action_open(self) -> None:
        """Open the case under the cursor."""
        self.action_choose()

    def action_agenda(self) -> None:
        """Put the case under the cursor on the agenda."""
        screen = self.screen
        if isinstance(screen, FollowUpScreen):
            screen.to_agenda(self.cursor_key)


class FollowUpScreen(RetScreen):
    """The list of cases that are followed."""

    HELP = "procesregie"
    CSS_PATH = assets("styles") / "followup.tcss"
    BINDINGS = offers("follow.which", "follow.actions")

    def __init__(self) -> None:
        super().__init__()
        self._only: FollowFilter | None = None
        self._only_label = ""
        self._lines: dict[object, FollowLine] = {}

    def body(self) -> ComposeResult:
        yield Static("", id="head")
        yield FollowList(
            (
                Column("Casus", 9),
                Column("Mnd", 3, right=True),
                Column("Open", 4, right=True),
                Column("Waarom nog niet", 0),
                Column("Procesregisseur", 20, below=100),
                Column("Gemeente", 17, hide_below=120),
                Column("Eerst", 22, below=100),
            ),
            id="followed",
        )

    async def load(self) -> None:
        from ret_tui.queries.followed_cases import PAGE, FollowFilter, followed_cases

        day, only = self.ret.today, self._only or FollowFilter()
        found = await self.desk.ask(followed_cases, day, only, offset=0, limit=PAGE)
        self._lines.clear()

        async def fetch(offset: int, limit: int) -> Sequence[Row]:
            page = found
            if offset:
                page = await self.desk.ask(followed_cases, day, only, offset=offset, limit=limit)
            self._lines |= {each.case_id: each for each in page.lines}
            return [_row(each, day, only.long_list) for each in page.lines]

        if only.long_list:
            what = (
                "op de longlist: (bijna) drie maanden zonder oplossing, of zo besloten bij de evaluatie. "
                "a zet een casus op de agenda"
            )
        else:
            what = "besproken en nog niet afgesloten; eerst wie terug moet op de agenda"
        narrowed: Part = (f"   alleen: {self._only_label} (F4 wijzigt)", WARN) if self._only_label else ""
        self.query_one("#head", Static).update(line((str(found.total), STRONG), f" {what}", narrowed))
        self.status.set(place="Longlist" if only.long_list else "Procesregie")
        listing = self.query_one(FollowList)
        nothing = "De longlist is leeg." if only.long_list else "Er zijn geen casussen om te volgen."
        listing.empty = f"{nothing} F4 toont andere." if self._only else nothing
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
        """All that are followed, the long list, or those of one procesregisseur or municipality."""
        from ret_tui.queries.followed_cases import FollowFilter, follow_choices

        found = await self.desk.ask(follow_choices)
        choices = [
            Choice(("alle", ""), "Alle die lopen"),
            Choice(("lang", ""), "De longlist", "voorgesteld voor de agenda"),
        ]
        if found.undirected:
            choices.append(Choice(("director", ""), "Zonder procesregisseur", str(found.undirected)))
        choices += [
            Choice(("director", name), name, f"procesregie, {count}") for name, count in found.directors
        ]
        choices += [
            Choice(("municipality", name), name, f"gemeente, {count}") for name, count in found.municipalities
        ]
        chosen = await self.ret.ask(PickModal("Welke casussen?", choices))
        if not isinstance(chosen, tuple):
            return
        field, value = chosen
        ways = {
            "alle": FollowFilter(),
            "lang": FollowFilter(long_list=True),
            "director": FollowFilter(director=value),
            "municipality": FollowFilter(municipality=value),
        }
        self._only = ways[field]
        named = field in ("director", "municipality")
        self._only_label = next(each.label for each in choices if each.value == chosen) if named else ""
        await self.load()

    @task
    async def to_agenda(self, key: object) -> None:
        """Put a case on the first meeting to come."""
        from ret_tui.app.screens.dealing import put_on_agenda

        found = self._lines.get(key)
        if found is not None and await put_on_agenda(self.ret, found.case_id, found.number):
            await self.load()

    @task
    async def action_actions(self) -> None:
        """Go to the actions of all cases."""
        from ret_tui.app.screens.actions_list import ActionsScreen

        await self.ret.show(ActionsScreen())

    def go_to(self, target: object) -> None:
        """A case by its id, or the cases of one procesregisseur by name."""
        from ret_tui.queries.followed_cases import FollowFilter

        if isinstance(target, UUID):
            self.show_case(target)
        elif isinstance(target, str):
            self._only, self._only_label = FollowFilter(director=target), target
            self.reload()

    @task
    async def show_case(self, case_id: UUID) -> None:
        """Show what runs in a case."""
        await self.ret.show(FollowedScreen(case_id))


def _row(each: FollowLine, day: date, long_list: bool) -> Row:
    from ret_tui.app.times import near_day

    when: Part = ""
    if long_list and each.proposed_on is not None:
        late = each.proposed_on < day
        when = (
            f"agenda {'sinds' if late else 'vanaf'} {near_day(each.proposed_on, day)}",
            WARN if late else "",
        )
    elif each.next_due is not None and each.next_kind is not None:
        late = each.next_due < day
        text = f"{each.next_kind.label} {near_day(each.next_due, day)}"
        when = (f"! {text}", BAD) if late else text
    director: Part = each.director or ("! geen procesregisseur", BAD)
    return Row(
        each.case_id,
        (
            each.number,
            (str(each.months), WARN) if each.months >= 3 else str(each.months),
            str(each.open_items),
            each.why,
            director,
            each.municipality,
            when,
        ),
    )

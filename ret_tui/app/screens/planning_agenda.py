"""The agenda of a meeting that is being prepared: order, minutes, cases, breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from ret_tui.app.base import the_app
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import ConfirmModal, PickModal
from ret_tui.app.screens.case import CaseScreen
from ret_tui.app.screens.case_search import CaseSearchModal
from ret_tui.app.screens.cases import OPEN
from ret_tui.app.screens.planning_jump import jump_to_need
from ret_tui.app.screens.records import edit_record
from ret_tui.app.screens.told import told_sentence
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, WARN, Part, line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.agenda_plan import BREAK_MINUTES, LESSON_MINUTES
from ret_tui.domain.agenda_times import Slot, clock_minutes, clock_text, timetable
from ret_tui.domain.dates import age_on, day_date
from ret_tui.domain.due import LONG_LIST_MONTHS
from ret_tui.domain.readiness import lacking
from ret_tui.domain.words import AgendaKind, AgendaStatus, CaseStatus, MeetingStatus

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.app.screens.planning import PlanningScreen
    from ret_tui.queries.meetings import AgendaLine

MINUTES = 60
"""Minutes of a case when nobody says otherwise (domain §5)."""

SHORT = {
    "permission": "toestemming",
    "question": "vraag",
    "analysis": "analyse",
    "voice": "eigen woorden",
    "family": "gezin aan tafel",
}
"""What a case needs, in a word."""

_WAITING = (CaseStatus.TRIAGE, CaseStatus.PLANNED)
"""Cases that wait for a meeting; they stand on top when a case is looked for."""

_OVER = (MeetingStatus.CLOSED, MeetingStatus.CANCELLED)


MEETING_KEYS = "Ctrl+T dag en plaats   Ctrl+R laten vervallen"


class AgendaPart(Vertical):
    """The items of the agenda in order, with the time each begins."""

    BINDINGS = offers(
        "planning.add_proposed",
        "planning.add_case",
        "planning.add_break",
        "planning.earlier",
        "planning.later",
        "planning.thirty",
        "planning.sixty",
        "planning.ninety",
        "planning.minutes",
        "planning.lacks",
        "planning.remove",
        "planning.add_learning",
        "planning.arrange",
    )

    def __init__(self, planning: PlanningScreen) -> None:
        super().__init__(id="planning-agenda")
        self.planning = planning

    def compose(self) -> ComposeResult:
        yield AgendaList(
            (
                Column("Om", 5),
                Column("Onderdeel", 0),
                Column("Min", 4, right=True),
                Column("Nog nodig", 24, hide_below=60),
            ),
            id="agenda",
        )

        yield Static(
            line(("h/l hoger/lager  3/6/9 = 30/60/90  p pauze  e leeritem  w wat mist  Del eraf", MUTED)),
            id="agenda-hint",
        )
        # the bar has no room for these beside the keys of the list
        yield Static(line((MEETING_KEYS, MUTED)), id="agenda-meeting-keys")

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    @property
    def listing(self) -> LineList:
        """The rows."""
        return self.query_one(LineList)

    def first(self) -> None:
        """Put the focus on the agenda."""
        self.listing.focus()

    # --- showing ------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the agenda of the meeting."""
        view = self.planning.view
        items = [item for item in view.items if item.status is not AgendaStatus.MOVED]
        moved = [item for item in view.items if item.status is AgendaStatus.MOVED]
        slots = [Slot(item.minutes, item.kind.is_case, item.kind is AgendaKind.BREAK) for item in items]
        begins = timetable(slots, self.planning.settings["changeover_minutes"]).begins
        start = clock_minutes(view.fields["starts_at"])
        rows = [
            self._row(item, clock_text(start + at) if start is not None else f"+{at}")
            for item, at in zip(items, begins, strict=True)
        ]
        if moved:
            rows += [Row.heading("DOORGESCHOVEN"), *(self._row(item, "") for item in moved)]
        self.listing.set_rows([*rows, *self._proposed()])
        self.query_one("#agenda-meeting-keys").set_class(view.status is not MeetingStatus.PLANNED, "-over")

    def _proposed(self) -> Iterator[Row]:
        """Cases that have waited so long for a solution that they are put forward for this agenda, and why."""
        found = self.planning.proposed
        if found is None or not found.total:
            return
        shown = len(found.lines)
        count = f"{found.total}" if shown == found.total else f"{shown} van {found.total}"
        yield Row.heading(f"VOORGESTELD VAN DE LONGLIST ({count}): a zet een casus op deze agenda")
        for each in found.lines:
            about = line(f"{each.number} · {each.municipality}  ", (each.why, MUTED))
            long = each.months >= LONG_LIST_MONTHS
            since = f"wacht {each.months} maanden" if long else "zo besloten bij evaluatie"
            yield Row(("longlist", each.case_id), ("", about, "", (since, WARN)))

    @property
    def proposed_case(self) -> UUID | None:
        """The case under the cursor, when it is one that is put forward."""
        key = self.listing.cursor_key
        return (
            key[1] if isinstance(key, tuple) and key[0] == "longlist" and isinstance(key[1], UUID) else None
        )

    def _row(self, item: AgendaLine, at: str) -> Row:
        case = self.planning.cases.get(item.id)
        about: Part
        if case is None:
            about = line((item.label, MUTED if item.kind is not AgendaKind.BREAK else ""), self._due(item))
        else:
            born = case.birth_date
            age = f"{age_on(born, self.planning.view.fields['held_on'])} jaar" if born else ""
            known = " · ".join(
                each for each in (case.number, case.first_name, age, case.municipality) if each
            )
            lesson = "Leeritem: " if item.kind is AgendaKind.LEARNING else ""
            about = line(
                f"{lesson}{known}",
                (" complex" if case.complex else "", MUTED),
                (f" doorgeschoven van {day_date(case.carried_from)}" if case.carried_from else "", WARN),
                "  ",
                (case.question or "nog geen vraag", MUTED),
            )
        return Row(item.id, (at, about, str(item.minutes), self._lacks(item)))

    def _due(self, item: AgendaLine) -> Part:
        """Behind the round of follow-ups: how many there are on the day of the meeting."""
        found = self.planning.follow_ups
        if item.kind is not AgendaKind.FOLLOW_UP or not found:
            return ""
        cases = len({each.case_id for each in found})
        if self.planning.owed > len(found):
            return f"  {self.planning.owed} punten (w toont de eerste {len(found)})"
        points = f"{len(found)} {'punt' if len(found) == 1 else 'punten'}"
        return f"  {points} uit {cases} {'casus' if cases == 1 else 'casussen'} (w toont ze)"

    def _lacks(self, item: AgendaLine) -> Part:
        """In a few words what this case still needs; the first thing needed first."""
        if item.status is AgendaStatus.DONE and item.kind.is_case:
            return ("✓ besproken", GOOD)
        ready = self.planning.readiness.get(item.id)
        if ready is None:
            return ""
        needed = [each for each in lacking(ready.lines) if each.required]
        if not needed:
            return ("✓ klaar", GOOD)
        return (f"○ {', '.join(SHORT.get(each.id, each.text) for each in needed)}", WARN)

    @property
    def item(self) -> AgendaLine | None:
        """The item under the cursor."""
        key = self.listing.cursor_key
        return next((item for item in self.planning.view.items if item.id == key), None)

    # --- opening ------------------------------------------------------------------------------------------

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        self.action_open()

    @task
    async def action_open(self) -> None:
        """Open the case, or change a part that is no case."""
        item = self.item
        if self.proposed_case is not None:
            from ret_tui.app.screens.followed import FollowedScreen

            await self.ret.show(FollowedScreen(self.proposed_case))
        if item is None:
            return
        if item.case_id is not None:
            await self.ret.show(CaseScreen(item.case_id))
        else:
            await self._edit(item, ("title", "minutes"), "Onderdeel van de agenda")

    async def _edit(self, item: AgendaLine, fields: tuple[str, ...], title: str) -> None:
        from ret_tui.actions.meetings import edit_agenda_item
        from ret_tui.domain.meeting import AgendaItemFields
        from ret_tui.queries.values import Record

        record = Record(item.id, {"title": item.label, "minutes": item.minutes})

        async def save(item_id: UUID, changes: Mapping[str, Any], was: Mapping[str, Any]) -> None:
            await self.planning.desk.do(
                edit_agenda_item, item_id, changes, {k: v for k, v in was.items() if k != "title"}
            )

        if await edit_record(self.ret, title, AgendaItemFields, fields, record, save):
            await self.planning.look_again()

    @task
    async def action_lacks(self) -> None:
        """Show what this case still lacks, and go to where it is filled in."""
        item = self.item
        if item is not None and item.kind is AgendaKind.FOLLOW_UP:
            await self._show_follow_ups()
            return
        ready = self.planning.readiness.get(item.id) if item is not None else None
        if item is None or ready is None:
            self.ret.tell("Zet de cursor op een casus, of op de terugkoppeling.")
            return
        needed = lacking(ready.lines)
        if not needed:
            self.ret.tell(f"Casus {ready.number} is klaar voor het overleg.")
            return
        choices = [Choice(each.id, each.text, "" if each.required else "mag later") for each in needed]
        chosen = await self.ret.ask(PickModal(f"Wat casus {ready.number} nog nodig heeft", choices))
        need = next((each for each in needed if each.id == chosen), None)
        if need is None:
            return
        await jump_to_need(self.planning, ready.case_id, need.jump)

    async def _show_follow_ups(self) -> None:
        """What earlier cases owe the team on the day of the meeting; the one chosen is opened."""
        from ret_tui.app.screens.followed import FollowedScreen

        found = self.planning.follow_ups
        if not found:
            self.ret.tell("Op deze dag is er niets terug te koppelen.")
            return
        choices = [
            Choice(
                number,
                f"{each.number} {each.kind.label}: {each.text}",
                ", ".join(part for part in (each.owner, each.organisation, day_date(each.due_on)) if part),
            )
            for number, each in enumerate(found)
        ]
        chosen = await self.ret.ask(PickModal("Terug te koppelen op dit overleg", choices))
        if isinstance(chosen, int):
            await self.ret.show(FollowedScreen(found[chosen].case_id))

    # --- adding -------------------------------------------------------------------------------------------

    @task
    async def action_add_case(self) -> None:
        """Find a case and put it on the agenda."""
        await self._add("Welke casus op de agenda?", OPEN, AgendaKind.CASE)

    @task
    async def action_add_learning(self) -> None:
        """Find a case to learn from, closed ones too."""
        await self._add("Van welke casus leren wij?", tuple(CaseStatus), AgendaKind.LEARNING)

    @task
    async def action_add_proposed(self) -> None:
        """Put the case under the cursor, that is put forward, on this agenda."""
        if self.proposed_case is not None:
            await self._put(self.proposed_case, AgendaKind.CASE)

    async def _add(self, title: str, statuses: tuple[CaseStatus, ...], kind: AgendaKind) -> None:
        there = {item.case_id for item in self.planning.view.items if item.status is not AgendaStatus.MOVED}
        ended = tuple(status for status in CaseStatus if status.is_closed)
        first = _WAITING if kind is AgendaKind.CASE else ended
        case_id = await self.ret.ask(CaseSearchModal(title, statuses, leave_out=there, first=first))
        if case_id is not None:
            await self._put(case_id, kind)

    async def _put(self, case_id: UUID, kind: AgendaKind) -> None:
        from ret_tui.actions.meetings import put_on_agenda

        item_id = uuid4()
        minutes = LESSON_MINUTES if kind is AgendaKind.LEARNING else MINUTES
        await self.planning.desk.do(put_on_agenda, item_id, self.planning.meeting_id, case_id, minutes, kind)
        await self.planning.look_again()
        self.listing.move_to(item_id)

    @task
    async def action_add_break(self) -> None:
        """Put a break behind the item under the cursor."""
        from ret_tui.actions.meetings import add_agenda_item, move_agenda_item

        at = self.item
        item_id = uuid4()
        desk = self.planning.desk
        changes = {"minutes": BREAK_MINUTES}
        await desk.do(add_agenda_item, item_id, self.planning.meeting_id, AgendaKind.BREAK, changes)
        await self.planning.look_again()
        places = {item.id: place for place, item in enumerate(self.planning.view.items)}
        if at is not None and at.id in places and places[item_id] > places[at.id] + 1:
            await desk.do(move_agenda_item, item_id, places[at.id] + 1 - places[item_id])
            await self.planning.look_again()
        self.listing.move_to(item_id)

    # --- changing -----------------------------------------------------------------------------------------

    def action_earlier(self) -> None:
        """One place up."""
        self._move(-1)

    def action_later(self) -> None:
        """One place down."""
        self._move(1)

    @task(queued=True)
    async def _move(self, by: int) -> None:
        from ret_tui.actions.meetings import move_agenda_item

        item = self.item
        if item is not None:
            await self.planning.desk.do(move_agenda_item, item.id, by)
            await self.planning.look_again()

    @task(queued=True)
    async def action_arrange(self) -> None:
        """Put the cases in the suggested order, with breaks where people would sit too long (domain §5)."""
        from ret_tui.actions.arranging import arrange_agenda

        ids = [uuid4() for _ in self.planning.view.items]
        done = await self.planning.desk.do(arrange_agenda, self.planning.meeting_id, ids)
        if not done.moved and not done.breaks:
            self.ret.tell("De agenda staat al in de voorgestelde volgorde.")
            return
        parts = ["De volgorde is nu: doorgeschoven, complex, spoed, langst vast."] if done.moved else []
        if done.breaks:
            parts.append(f"{done.breaks} {'pauze' if done.breaks == 1 else 'pauzes'} toegevoegd.")
        self.ret.tell(" ".join(parts))
        await self.planning.look_again()

    def action_thirty(self) -> None:
        """30 minutes."""
        self._give(30)

    def action_sixty(self) -> None:
        """60 minutes."""
        self._give(60)

    def action_ninety(self) -> None:
        """90 minutes."""
        self._give(90)

    @task(queued=True)
    async def _give(self, minutes: int) -> None:
        from ret_tui.actions.meetings import edit_agenda_item

        item = self.item
        if item is not None:
            await self.planning.desk.do(edit_agenda_item, item.id, {"minutes": minutes})
            await self.planning.look_again()

    @task
    async def action_minutes(self) -> None:
        """Type how many minutes."""
        item = self.item
        if item is not None:
            await self._edit(item, ("minutes",), f"Hoeveel minuten voor {item.label}?")

    @task
    async def action_remove(self) -> None:
        """Take the item off the agenda, after asking."""
        from ret_tui.actions.meetings import remove_agenda_item

        item = self.item
        if item is None:
            return
        text = "De casus zelf blijft en wacht op een ander overleg." if item.case_id is not None else ""
        told = await told_sentence(self.planning.desk, self.planning.meeting_id, item.id)
        text = f"{text}\n\n{told}" if told else text
        if await self.ret.ask(
            ConfirmModal(f"{item.label} van de agenda halen?", text, yes="Weghalen", no="Laten staan")
        ):
            await self.planning.desk.do(remove_agenda_item, item.id)
            await self.planning.look_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if not self.planning.is_loaded:
            return False
        if self.planning.view.status in _OVER:
            return action == "open"
        return self.proposed_case is not None if action == "add_proposed" else True

    @on(LineList.Highlighted)
    def _moved(self) -> None:
        self.refresh_bindings()


class AgendaList(LineList):
    """The items of the agenda."""

    BINDINGS = offers("planning.open")

    def action_open(self) -> None:
        """Open the item under the cursor."""
        self.action_choose()

"""One case, from registration to ready for the agenda: its parts, and beside them what is still needed."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING
from uuid import UUID

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, Static, TextArea

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.modals import PickModal
from ret_tui.app.screens.case_base import CasePart
from ret_tui.app.screens.case_needs import Need, before_agenda, before_triage
from ret_tui.app.screens.case_places import LABELS, REGISTRATION, place_of
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, Part, line
from ret_tui.app.times import tiny_day
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.app.widgets.tabline import Tab, TabLine
from ret_tui.assets import assets
from ret_tui.domain.dates import age_on

if TYPE_CHECKING:
    from ret_tui.queries.planning import Preparation

PAUSE = 0.8
"""Seconds after a saved field until what is still needed is looked up again."""

_PARTS = {
    "registration": "case_forms:RegistrationPart",
    "holders": "case_holders:HoldersPart",
    "history": "case_history:HistoryPart",
    "permission": "case_permission:PermissionPart",
    "analysis": "case_forms:AnalysisPart",
    "factors": "case_factors:FactorsPart",
    "triage": "case_triage:TriagePart",
}
_HELP = {"permission": "toestemming"}
"""Parts with a page of the handbook of their own."""


class CaseScreen(RetScreen):
    """A case. `at` is the place to begin: `table.field`, or the id of a part."""

    HELP = "aanmelding"
    CSS_PATH = assets("styles") / "case.tcss"
    BINDINGS = offers(
        "app.back",
        "case.parts",
        "case.needs",
        "case.previous_part",
        "case.next_part",
        "case.documents",
        "case.letters",
        "case.followed",
    )

    def __init__(self, case_id: UUID, at: str = "") -> None:
        super().__init__()
        self.case_id = case_id
        self._at = at
        self._seen: Preparation | None = None
        self._parts: dict[str, CasePart] = {}
        self._later: Timer | None = None
        self.organisation_names: list[Choice] = []
        self.municipality_names: list[Choice] = []
        self.people_names: list[Choice] = []

    def body(self) -> ComposeResult:
        with Horizontal(id="case-top"):
            yield Static("", id="case-head")
            yield Static("", id="case-count")
        yield TabLine([Tab(part, label) for part, label in LABELS.items()], id="case-tabs")
        with Container(id="case-work"):
            yield Container(id="case-parts")
            with Vertical(id="case-needs"):
                yield LineList((Column("", 0, wrap=True),), empty="Niets meer nodig ✓", id="needs")

    @property
    def seen(self) -> Preparation:
        """What the desk found.

        Raises:
            RuntimeError: nothing was found yet.
        """
        if self._seen is None:
            raise RuntimeError("this case is not loaded yet")
        return self._seen

    # --- loading and saving -------------------------------------------------------------------------------

    async def load(self) -> None:
        from ret_tui.queries.planning import known_names

        await self.note_view(self.case_id)
        known = await self.desk.ask(known_names)
        self.organisation_names = [Choice(name, name) for name in known.organisations]
        self.municipality_names = [Choice(name, name) for name in known.municipalities]
        self.people_names = [Choice(name, name) for name in known.people]
        await self.look_again()
        if not self._parts:
            self.go_place(self._at or REGISTRATION)

    async def look_again(self) -> None:
        """Ask the desk how the case stands, and show it everywhere."""
        from ret_tui.queries.planning import preparation

        seen = self._seen = await self.desk.ask(preparation, self.case_id, self.ret.today)
        self._show_head(seen)
        self._show_needs(seen)
        for part in self._parts.values():
            if part.is_mounted:
                part.show(seen)
        self.refresh_bindings()

    def _look_soon(self) -> None:
        """Look again once typing rests, so that a word costs no query per letter."""
        if self._later is not None:
            self._later.stop()
        self._later = self.set_timer(PAUSE, lambda: self.ret.start(self.look_again))

    async def save_field(self, field: str, value: object, was: object) -> None:
        """Save a field of the registration."""
        from ret_tui.actions.cases import edit_case

        await self.desk.do(edit_case, self.case_id, {field: value}, {field: was})
        self._look_soon()

    async def save_analysis(self, field: str, value: object, was: object) -> None:
        """Save a text of the analysis."""
        from ret_tui.actions.analyses import edit_analysis

        await self.desk.do(edit_analysis, self.case_id, {field: value}, {field: was})
        self._look_soon()

    # --- head and what is needed --------------------------------------------------------------------------

    def _show_head(self, seen: Preparation) -> None:
        fields, head = seen.file.fields, seen.file.head
        born = fields["birth_date"]
        about = [
            fields["first_name"] or "nog geen naam",
            f"{age_on(born, seen.on)} jaar" if born else "leeftijd onbekend",
            fields["municipality"] or "",
        ]
        status = head.status.label
        if seen.planned:
            status += f", {tiny_day(seen.planned.held_on)}"
        parts: list[Part] = [(head.number, STRONG), "  ", " · ".join(each for each in about if each), "   "]
        parts.append((status, BAD if head.status.is_closed else GOOD))
        self.query_one("#case-head", Static).update(line(*parts))
        self.status.set(place=f"Casus {head.number}")

    def _show_needs(self, seen: Preparation) -> None:
        rows: list[Row] = []
        triage, agenda = before_triage(seen), before_agenda(seen)
        for heading, needs in (("NOG NODIG VÓÓR TRIAGE", triage), ("NOG NODIG VÓÓR HET OVERLEG", agenda)):
            if needs:
                rows.append(Row.heading(f"{heading} ({len(needs)})"))
                rows += [_need_row(need) for need in needs]
        watch = [
            Row(("notice", each.id), (line(("! ", WARN), each.text),)) for each in seen.permission.notices
        ]
        watch += [
            Row(
                ("same", each.id),
                (
                    line(
                        ("! ", WARN),
                        f"Mogelijk dezelfde jeugdige: casus {each.number} ({each.status.label.lower()}).",
                    ),
                ),
            )
            for each in seen.same
        ]
        if watch:
            rows += [Row.heading(f"LET OP ({len(watch)})"), *watch]
        self.query_one("#needs", LineList).set_rows(rows)
        count = sum(1 for need in (*triage, *agenda) if need.required)
        words = f"○ nog {count} nodig (F4)" if count else "✓ alles is er" if not watch else "✓ let op (F4)"
        self.query_one("#case-count", Static).update(line((words, MUTED if count else GOOD)))

    @on(LineList.Chosen, "#needs")
    def _need_chosen(self, event: LineList.Chosen) -> None:
        kind, what = event.key if isinstance(event.key, tuple) else ("", None)
        if kind == "need":
            self._go_need(str(what))
        elif kind == "same" and isinstance(what, UUID):
            self._open_other(what)
        elif kind == "notice":
            self.go_place(_NOTICE_PLACES.get(str(what), "permission"))

    def _go_need(self, jump: str) -> None:
        planned = self.seen.planned
        if jump == "seats" and planned is not None:
            self._open_planning(planned.meeting_id)
        elif jump in ("invitations", "roles") and planned is not None:
            self._open_outgoing(planned.meeting_id)
        elif jump == "documents":
            self.action_documents()
        else:
            self.go_place(jump)

    @task
    async def _open_planning(self, meeting_id: UUID) -> None:
        from ret_tui.app.screens.planning import PlanningScreen

        await self.ret.show(PlanningScreen(meeting_id, "seats"))

    @task
    async def _open_outgoing(self, meeting_id: UUID) -> None:
        from ret_tui.app.screens.outgoing import OutgoingScreen

        await self.ret.show(OutgoingScreen(meeting_id))

    @task
    async def action_documents(self) -> None:
        """Show the documents of this case."""
        from ret_tui.app.screens.case_documents import DocumentsScreen

        await self.ret.show(DocumentsScreen(self.case_id))

    @task
    async def _open_other(self, case_id: UUID) -> None:
        await self.ret.show(CaseScreen(case_id))

    # --- parts --------------------------------------------------------------------------------------------

    @property
    def part(self) -> CasePart | None:
        """The part that is shown."""
        return self._parts.get(self.query_one(TabLine).current)

    def go_place(self, jump: str) -> None:
        """Show the place where something is filled in, by `table.field` or the id of a part."""
        part, where = place_of(jump)
        self.ret.start(lambda: self._show_part(part, where))

    async def _show_part(self, part_id: str, where: str = "") -> None:
        before = self.part
        if before is not None and part_id != before.PART:
            await before.settle()
        if part_id not in self._parts:
            module, _, name = _PARTS[part_id].partition(":")
            made: CasePart = getattr(import_module(f"ret_tui.app.screens.{module}"), name)(self)
            self._parts[part_id] = made
            await self.query_one("#case-parts").mount(made)
            made.show(self.seen)
        self.query_one(TabLine).current = part_id
        for each in self._parts.values():
            each.display = part_id == each.PART
        self._close_needs()
        self._parts[part_id].jump(where)
        self.refresh_bindings()

    @on(TabLine.Chosen)
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self.go_place(event.tab_id)

    def on_key(self, event: events.Key) -> None:
        if isinstance(self.focused, (Input, TextArea)):
            return
        chosen = self.query_one(TabLine).at_key(event.character)
        if chosen is not None:
            event.stop()
            self.go_place(chosen)

    def action_next_part(self) -> None:
        """To the next part."""
        self._beside(1)

    def action_previous_part(self) -> None:
        """To the part before."""
        self._beside(-1)

    def _beside(self, by: int) -> None:
        there = self.query_one(TabLine).beside(by)
        if there is not None:
            self.go_place(there)

    @task
    async def action_parts(self) -> None:
        """Choose a part from a list."""
        here = self.query_one(TabLine).current
        choices = [
            Choice(part, label, key=str(number))
            for number, (part, label) in enumerate(LABELS.items(), start=1)
        ]
        chosen = await self.ret.ask(PickModal("Naar welk deel?", choices, chosen=here))
        if chosen is not None:
            self.go_place(str(chosen))

    def help_page(self) -> str:
        """Permission has a page of its own."""
        return _HELP.get(self.query_one(TabLine).current, self.HELP)

    # --- what comes after the discussion -------------------------------------------------------------------

    @task
    async def action_letters(self) -> None:
        """Show the letters of the newest discussion."""
        from ret_tui.app.screens.letters import LettersScreen

        if self._seen is not None and self._seen.discussed is not None:
            await self.ret.show(LettersScreen(item_id=self._seen.discussed))

    @task
    async def action_followed(self) -> None:
        """Show what was agreed and what became of it."""
        from ret_tui.app.screens.followed import FollowedScreen

        await self.ret.show(FollowedScreen(self.case_id))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "letters":
            return self._seen is not None and self._seen.discussed is not None
        return True

    # --- going to what is needed, and back ----------------------------------------------------------------

    def action_needs(self) -> None:
        """Go to the list of what is still needed, or back from it."""
        needs = self.query_one("#needs", LineList)
        if needs.has_focus:
            self._close_needs()
            if self.part is not None:
                self.part.first()
        else:
            self.query_one("#case-needs").add_class("-open")
            needs.focus()

    def _close_needs(self) -> None:
        self.query_one("#case-needs").remove_class("-open")

    async def _leave(self) -> None:
        part = self.part
        if part is not None and not await part.settle():
            self.ret.tell(
                "Nog niet alles kon worden opgeslagen. Wat u typte, staat klaar als u terugkomt.",
                severity="warning",
            )
        if self.app.screen is self:
            self.app.pop_screen()

    def action_back(self) -> None:
        """Back to where this case was opened from; from the list of what is needed back into the part first."""
        if self.query_one("#needs", LineList).has_focus and self.query_one("#case-needs").has_class("-open"):
            self.action_needs()
        else:
            self.ret.start(self._leave, key=(id(self), "leave"))


def _need_row(need: Need) -> Row:
    sign: Part = ("○ ", WARN) if need.required else ("· ", MUTED)
    text: Part = need.text if need.required else (f"{need.text} (mag)", MUTED)
    return Row(("need", need.jump), (line(sign, text),))


_NOTICE_PLACES = {
    "birth_date": "case.birth_date",
    "legal_frame": "case.legal_frame",
    "holders": "holders",
    "authority": "holders",
    "incapacity": "case.judged_by",
    "measure_ended": "case.legal_frame",
}
"""Where a notice about permission is put right."""

"""Instellingen: everything that differs by region, and where things are on this computer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static, TextArea

from ret_tui.app.base import RetScreen
from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.forms import FormPane, Section
from ret_tui.app.modals import ConfirmModal, PickModal
from ret_tui.app.screens.template_list import TemplateLines, TemplatePane
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, STRONG, line, lines, plain
from ret_tui.app.themes import LABELS
from ret_tui.app.widgets.tabline import Tab, TabLine
from ret_tui.assets import assets

if TYPE_CHECKING:
    from textual.content import Content

REGION, TEMPLATES, HERE = "region", "templates", "here"
PANES = (REGION, TEMPLATES, HERE)

SECTIONS = (
    Section("Regio", "name", "lead_municipality", "address", "phone", "email", "legal_basis"),
    Section(
        "Teksten in brieven",
        "binding_text",
        "complaint_text",
        "confidant_text",
        "data_text",
        "escalation_text",
        "pass_on_text",
        "roles_text",
    ),
    Section(
        "Termijnen",
        "triage_days",
        "draft_days",
        "facts_check_days",
        "send_days",
        "evaluation_moments",
        "changeover_minutes",
        "break_after_minutes",
        "adult_warning_months",
        "purge_after_days",
    ),
    Section(
        "Opschaling",
        "uses_accelerator",
        "accelerator_contact",
        "uses_ben",
        "ben_name",
        "ben_contact",
        "uses_administrative",
        "administrative_contact",
        "escalation_days",
    ),
    Section("Vrije dagen", "good_friday_off", "liberation_day_off", "days_off"),
    Section("Vergrendelen", "idle_lock_minutes", "meeting_lock_minutes"),
    Section("Brieven", "letters_folder"),
)
NEEDED = (
    "name",
    "phone",
    "legal_basis",
    "binding_text",
    "complaint_text",
    "confidant_text",
    "data_text",
    "escalation_text",
    "draft_days",
    "send_days",
    "evaluation_moments",
    "idle_lock_minutes",
)
"""What makes a section complete: without these a letter cannot be made, or the region works without its own rule."""


class SettingsScreen(RetScreen):
    """The region's settings, saved as typed, and this computer's."""

    HELP = "instellingen"
    CSS_PATH = assets("styles") / "settings.tcss"
    BINDINGS = offers("settings.theme", "settings.pane", "settings.standard_text")

    def __init__(self) -> None:
        super().__init__()
        self._pane: FormPane | None = None
        self._wanted = ""
        self._change = False

    def body(self) -> ComposeResult:
        yield TabLine(
            [Tab(REGION, "Regio"), Tab(TEMPLATES, "Sjablonen"), Tab(HERE, "Deze computer")],
            id="settings-tabs",
        )
        yield Vertical(id=REGION)
        yield TemplatePane(id=TEMPLATES)
        with VerticalScroll(id=HERE):
            yield Static("", id="here-text")

    async def load(self) -> None:
        from ret_tui.actions.rights import Right, may
        from ret_tui.domain.people import RegionFields
        from ret_tui.queries.region import region

        self.status.set(place="Instellingen")
        record = await self.desk.ask(region)
        change = self._change = may(self.desk.actor.role, Right.MANAGE_REGION)
        if self._pane is None:
            self._pane = FormPane(
                RegionFields,
                sections=SECTIONS,
                values=record.values,
                save=self._save,
                draft_key="region",
                required=NEEDED,
                read_only=not change,
            )
            await self.query_one(f"#{REGION}").mount(self._pane)
            self.go_pane(REGION)
        else:
            self._pane.load(record.values)
        self._show_here(str(record["letters_folder"] or ""))
        await self.query_one(TemplatePane).load(change=change)
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self._focus(wanted)

    async def _save(self, field: str, value: object, was: object) -> None:
        from ret_tui.actions.setup import edit_region

        await self.desk.do(edit_region, {field: value}, {field: was})
        if field == "letters_folder":
            self._show_here(str(value or ""))
        if field in ("name", "idle_lock_minutes", "meeting_lock_minutes"):
            await self.ret.renew_entrance()
            self.show_region()

    # --- this computer ------------------------------------------------------------------------------------

    def _show_here(self, folder: str) -> None:
        places = self.ret.door.places
        rows: list[Content] = []
        for title, text in (
            ("Gegevens", str(places.root)),
            ("Reservekopieën", str(places.backups)),
            ("Brieven", folder or str(places.letters)),
            ("Kleuren", f"{LABELS[self.ret.theme]}   (Ctrl+T verandert ze, alleen op deze computer)"),
        ):
            rows += [line((title, STRONG)), plain(text), plain("")]
        rows.append(
            line(
                (
                    "Alles staat versleuteld op deze computer. Alleen de brieven zijn gewone Word-bestanden.",
                    MUTED,
                )
            )
        )
        self.query_one("#here-text", Static).update(lines(*rows))

    @task
    async def action_theme(self) -> None:
        """Choose the colours of this computer."""
        keys = {"ret-donker": "d", "ret-licht": "l", "ret-contrast": "h"}
        choices = [Choice(name, label, key=keys.get(name, "")) for name, label in LABELS.items()]
        chosen = await self.ret.ask(PickModal("Welke kleuren?", choices, chosen=self.ret.theme))
        if chosen is not None:
            self.ret.use_theme(str(chosen))
            await self.load()

    # --- sentences ----------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The standard sentence belongs to the texts in letters."""
        if action == "standard_text":
            return self.is_mounted and self._change and self._field.endswith("_text")
        return True

    @property
    def _field(self) -> str:
        """Name of the setting the cursor is in, or empty."""
        if self.focused is None:
            return ""
        boxes = (each.id or "" for each in self.focused.ancestors_with_self)
        return next((each.removeprefix("field-") for each in boxes if each.startswith("field-")), "")

    @task
    async def action_standard_text(self) -> None:
        """Put the sentence a new region starts with in this field, after asking when something else stands there."""
        from ret_tui.documents.standard_texts import standard_texts

        field, pane = self._field, self._pane
        if pane is None:
            return
        await pane.settle()
        standard = (await asyncio.to_thread(standard_texts))[field]
        there = str(pane.values[field] or "")
        if there == standard:
            self.ret.tell("Hier staat de standaardzin al.")
            return
        text = f"Nu staat er:\n{there}\n\nDan staat er:\n{standard}"
        if there and not await self.ret.ask(
            ConfirmModal("Standaardzin terugzetten?", text, yes="Terugzetten")
        ):
            return
        await self._save(field, standard, pane.values[field])
        pane.load({field: standard})

    # --- panes --------------------------------------------------------------------------------------------

    def go_pane(self, pane: str) -> None:
        """Show the settings of the region, its templates, or those of this computer."""
        self.query_one(TabLine).current = pane
        for each in PANES:
            self.query_one(f"#{each}").display = pane == each
        if pane == REGION and self._pane is not None:
            self.call_after_refresh(self._pane.focus_first)
        elif pane == TEMPLATES:
            self.query_one(TemplateLines).focus()
        else:
            self.query_one(f"#{HERE}").focus()

    def action_pane(self) -> None:
        """To the next settings."""
        at = PANES.index(self.query_one(TabLine).current)
        self.go_pane(PANES[(at + 1) % len(PANES)])

    @on(TabLine.Chosen)
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self.go_pane(event.tab_id)

    def on_key(self, event: events.Key) -> None:
        if isinstance(self.focused, (Input, TextArea)):
            return
        chosen = self.query_one(TabLine).at_key(event.character)
        if chosen is not None:
            event.stop()
            self.go_pane(chosen)

    def go_to(self, target: object) -> None:
        """A setting, by the name of its field, or `templates`."""
        if target == TEMPLATES:
            self.go_pane(TEMPLATES)
        elif self._pane is None:
            self._wanted = str(target)
        else:
            self._focus(str(target))

    def _focus(self, field: str) -> None:
        self.go_pane(REGION)
        if self._pane is not None:
            self.call_after_refresh(self._pane.focus_field, field)

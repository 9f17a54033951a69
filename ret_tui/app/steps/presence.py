"""Who is here: one key per state, substitutes, guests, late arrivals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from ret_tui.app.base import the_app
from ret_tui.app.commands import offers
from ret_tui.app.steps.tall import TallList
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN
from ret_tui.app.widgets.linelist import Column, Row

if TYPE_CHECKING:
    from ret_tui.app.steps.base import ItemContext, Panel
    from ret_tui.domain.words import Presence
    from ret_tui.queries.meetings import SeatView

_SIGNS = {"aanwezig": ("●", GOOD), "verwacht": ("?", WARN), "later": ("◔", WARN)}


class PresenceList(TallList):
    """Everybody at the table of an item, with role and state."""

    BINDINGS = offers(
        "presence.present",
        "presence.everyone",
        "presence.late",
        "presence.absent",
        "presence.left",
        "presence.substitute",
        "presence.guest",
        "presence.edit",
        "presence.remove",
    )

    QUIET = True

    def __init__(self, panel: Panel[Any]) -> None:
        super().__init__(
            (
                Column(width=2),
                Column("Wie"),
                Column("Naam", width=18),
                Column("Rol", width=14, hide_below=86),
                Column("Geheim", width=6),
                Column("Stand", width=11),
            ),
            empty="Er staat nog niemand op de lijst. Met g zet u iemand aan tafel.",
            id="presence",
        )
        self._panel = panel

    @property
    def shown_with(self) -> ItemContext:
        """What the panel around this list shows."""
        context: ItemContext = self._panel.context
        return context

    @property
    def seat(self) -> SeatView | None:
        """Who is under the cursor."""
        return next((each for each in self.shown_with.seats if each.id == self.cursor_key), None)

    def show(self) -> None:
        """Show the table of the item."""
        self.set_rows([_row(each) for each in self.shown_with.seats])
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing changes in a meeting that does not run; a substitute is for members of the team."""
        if action not in _OWN:
            return True
        if not self._panel.is_shown or not self.shown_with.live:
            return False
        if action in ("everyone", "guest"):
            return True
        seat = self.seat
        return seat is not None and (action != "substitute" or seat.member_id is not None)

    def on_line_list_highlighted(self) -> None:
        self.refresh_bindings()

    def action_choose(self) -> None:
        """A double click corrects."""
        if self.check_action("edit", ()):
            self.action_edit()

    def action_present(self) -> None:
        self._mark("aanwezig")

    def action_late(self) -> None:
        self._mark("later")

    def action_absent(self) -> None:
        self._mark("afwezig")

    def action_left(self) -> None:
        self._mark("vertrokken")

    def _mark(self, value: str) -> None:
        from ret_tui.domain.words import Presence

        seat = self.seat
        if seat is not None:
            self._set(seat.id, Presence(value))
            self.action_step(1)

    @task(queued=True)
    async def _set(self, seat_id: UUID, presence: Presence) -> None:
        from ret_tui.actions.seats import set_presence

        await self.shown_with.desk.do(set_presence, seat_id, presence)
        self._panel.changed()

    @task
    async def action_everyone(self) -> None:
        """Everybody who is still only expected is here."""
        from ret_tui.actions.seats import set_presence
        from ret_tui.domain.words import Presence

        for seat in self.shown_with.seats:
            if seat.presence is Presence.EXPECTED:
                await self.shown_with.desk.do(set_presence, seat.id, Presence.PRESENT)
        self._panel.changed()

    @task
    async def action_substitute(self) -> None:
        """Choose who stands in for the person under the cursor."""
        from ret_tui.app.steps.seating import substitute

        seat, context = self.seat, self.shown_with
        if seat is not None and await substitute(
            the_app(self), context.meeting.id, seat, context.meeting.seats
        ):
            self._panel.changed()

    @task
    async def action_guest(self) -> None:
        """Put somebody at the table who is not on the list."""
        from ret_tui.app.steps.seating import add_guest

        if await add_guest(the_app(self), self.shown_with.meeting.id, self.shown_with.item):
            self._panel.changed()

    @task
    async def action_edit(self) -> None:
        """Correct name, role, secrecy."""
        from ret_tui.app.steps.seating import edit_person

        seat = self.seat
        if seat is not None and await edit_person(the_app(self), seat.id):
            self._panel.changed()

    @task
    async def action_remove(self) -> None:
        """Take away somebody who was added by mistake."""
        from ret_tui.actions.seats import remove_seat
        from ret_tui.app.modals import ConfirmModal

        seat = self.seat
        if seat is not None and await the_app(self).ask(
            ConfirmModal(
                f"{seat.label} van de lijst halen?",
                "Alleen als deze persoon er per ongeluk op staat.",
                yes="Weghalen",
            )
        ):
            await self.shown_with.desk.do(remove_seat, seat.id)
            self._panel.changed()


_OWN = frozenset(
    ("present", "everyone", "late", "absent", "left", "substitute", "guest", "edit", "remove"),
)


def _row(seat: SeatView) -> Row:
    sign = _SIGNS.get(seat.presence.value, ("○", MUTED))
    away = seat.presence.value in ("afwezig", "vertrokken")
    who = f"voor {seat.stands_in_for}: {seat.label}" if seat.stands_in_for else seat.label
    secrecy = ("", "") if seat.role.is_family else ("✓", GOOD) if seat.secrecy else ("! nee", WARN)
    name = (seat.name or "", MUTED if away else "")
    return Row(
        seat.id,
        (
            sign,
            (who, MUTED if away else STRONG),
            name,
            (seat.role.label, MUTED),
            secrecy,
            (seat.presence.label, sign[1]),
        ),
    )

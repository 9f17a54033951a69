"""What the meeting screen does with captured lines: write down, correct, turn round, take back, carry over."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual import on

from ret_tui.app.choices import Choice
from ret_tui.app.screens.meeting.base import MeetingBase
from ret_tui.app.screens.meeting.said import SaidList
from ret_tui.app.steps.speaking import speakers
from ret_tui.app.tasks import task
from ret_tui.app.widgets.capture import CaptureLine
from ret_tui.domain.errors import InvalidInput, WrongState

if TYPE_CHECKING:
    from ret_tui.app.steps.base import ItemContext
    from ret_tui.app.widgets.capture import Speaker
    from ret_tui.queries.discussion import SaidLine

HINT = 'Enter bewaren   @ spreker   ! actie   ? vraag   + kracht   - zorg   " eigen woorden   = advies   ~ signaal'
SHORT_HINT = '@ wie  ! actie  ? vraag  + kracht  - zorg  " woorden  = advies  ~ signaal'


class LineWork(MeetingBase):
    """The part of the meeting screen that is about captured lines."""

    def __init__(self) -> None:
        super().__init__()
        self._tried: tuple[UUID, str, UUID] | None = None
        """Item, text and id of the line that is being saved: a second try gets the same id."""

    def item_context(self) -> ItemContext | None:
        """What a panel would be shown with now."""
        raise NotImplementedError

    @property
    def capture_line(self) -> CaptureLine:
        """The line at the bottom."""
        return self.query_one(CaptureLine)

    @property
    def said_list(self) -> SaidList:
        """The captured lines."""
        return self.query_one(SaidList)

    # --- writing down -------------------------------------------------------------------------------------

    def at_table(self) -> tuple[Speaker, ...]:
        """Who can be chosen with `@`."""
        return speakers(self.view.seats) if self.view else ()

    async def write_down(self, text: str) -> None:
        """Save what was typed on the capture line.

        Raises:
            RetError: it cannot be kept; the text goes back to the line.
        """
        from ret_tui.actions.contributions import capture
        from ret_tui.domain.capture import parse_capture

        item = self.item
        if item is None or not self.running:
            raise WrongState("Er ligt niets op tafel. Ga eerst naar een agendapunt.")
        understood = parse_capture(text)
        if understood.is_empty:
            raise InvalidInput("Typ achter het teken wat er gezegd is.")
        seat_id = None if understood.speaker_query is None else self._speaker(understood.speaker_query)
        if self._tried is None or self._tried[:2] != (item.id, text):
            self._tried = (item.id, text, uuid4())
        await self.desk.do(
            capture,
            self._tried[2],
            item.id,
            {"text": understood.text, "kind": understood.kind, "seat_id": seat_id},
        )
        self._tried = None
        self.renew(panel=False)

    def _speaker(self, query: str) -> UUID:
        from ret_tui.domain.capture import match_speakers, one_speaker

        here = self.at_table()
        found = one_speaker(query, here, lambda one: one.tag) or one_speaker(
            query, here, lambda one: f"{one.tag} {one.name} {one.detail}"
        )
        if found is not None and isinstance(found.key, UUID):
            return found.key
        several = match_speakers(query, here, lambda one: one.tag)
        if several:
            names = ", ".join(f"@{one.tag}" for one in several[:4])
            raise InvalidInput(f"“@{query}” kan {names} zijn. Typ er een letter bij.")
        raise InvalidInput(
            f"“@{query}” zit niet aan tafel. Kies met @ uit de lijst, of typ \\@ voor gewone tekst."
        )

    @on(CaptureLine.Saved)
    def _line_saved(self) -> None:
        self.said_list.action_jump(-1)

    def give_turn(self, seat_id: object) -> None:
        """Put somebody on the capture line."""
        seat = self.seat(seat_id)
        if seat is not None and self.running:
            self.capture_line.say(f"@{seat.tag} ")

    # --- with the list ------------------------------------------------------------------------------------

    @on(SaidList.Asked)
    def _asked(self, event: SaidList.Asked) -> None:
        event.stop()
        said = event.said
        if event.what == "filter":
            self.show_said_heading()
        elif event.what == "undo":
            self.take_back_last()
        elif event.what == "redo":
            self.bring_back_last()
        elif said is not None and event.what == "to":
            self._convert(said, event.kind)
        elif said is not None and event.what == "edit":
            self._edit(said)
        elif said is not None and event.what == "speaker":
            self._choose_speaker(said)
        elif said is not None and event.what == "withdraw":
            self._withdraw(said)
        elif said is not None and event.what == "take_over":
            self._take_over(said)

    def show_said_heading(self) -> None:
        """Write what stands above the captured lines."""
        raise NotImplementedError

    @task(queued=True)
    async def _convert(self, said: SaidLine, kind: str) -> None:
        from ret_tui.actions.contributions import convert_contribution
        from ret_tui.domain.words import ContributionKind

        await self.desk.do(convert_contribution, said.id, ContributionKind(kind))
        self.renew(panel=False)

    @task
    async def _edit(self, said: SaidLine) -> None:
        from ret_tui.actions.contributions import edit_contribution
        from ret_tui.app.modals import MessageModal, TextModal

        if not self.running:
            await self.ret.ask(MessageModal("Inbreng", said.text))
            return
        modal = TextModal("Inbreng wijzigen", said.kind.label, value=said.text, draft_key=f"said:{said.id}")
        text = await self.ret.ask(modal)
        if text is not None and text != said.text:
            await self.desk.do(edit_contribution, said.id, {"text": text}, {"text": said.text})
            self.renew(panel=False)

    @task
    async def _choose_speaker(self, said: SaidLine) -> None:
        from ret_tui.actions.contributions import edit_contribution
        from ret_tui.app.modals import PickModal

        nobody = "niemand"
        choices = [Choice(one.key, one.name, one.detail) for one in self.at_table()]
        choices.append(Choice(nobody, "Geen spreker"))
        chosen = await self.ret.ask(PickModal("Wie zei dit?", choices, chosen=said.seat_id))
        if chosen is not None:
            seat_id = chosen if isinstance(chosen, UUID) else None
            await self.desk.do(edit_contribution, said.id, {"seat_id": seat_id})
            self.renew(panel=False)

    @task(queued=True)
    async def _withdraw(self, said: SaidLine) -> None:
        from ret_tui.actions.contributions import withdraw_contribution

        await self.desk.do(withdraw_contribution, said.id)
        self.renew(panel=False)

    @task(queued=True)
    async def take_back_last(self) -> None:
        """Take back the line that was captured last."""
        from ret_tui.actions.contributions import undo_capture

        if self.item is not None:
            gone = await self.desk.do(undo_capture, self.item.id)
            if gone is None:
                self.ret.tell("Er is geen regel om terug te nemen.")
            self.renew(panel=False)

    @task(queued=True)
    async def bring_back_last(self) -> None:
        """Bring back the line that was taken back last."""
        from ret_tui.actions.contributions import redo_capture

        if self.item is not None:
            back = await self.desk.do(redo_capture, self.item.id)
            if back is None:
                self.ret.tell("Er is geen teruggenomen regel.")
            self.renew(panel=False)

    @task
    async def _take_over(self, said: SaidLine) -> None:
        from ret_tui.app.screens.meeting.carry import carry_over

        context = self.item_context()
        if context is not None and await carry_over(self.ret, context, said, self.seat(said.seat_id)):
            self.renew()

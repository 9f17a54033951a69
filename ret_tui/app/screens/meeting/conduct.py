"""Conducting the meeting: begin, pause, go round, finish, close, reopen."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from ret_tui.app.choices import Choice
from ret_tui.app.screens.meeting.base import MeetingBase
from ret_tui.app.tasks import task

if TYPE_CHECKING:
    from datetime import datetime

    from ret_tui.domain.words import Step
    from ret_tui.queries.meetings import AgendaLine


class Conduct(MeetingBase):
    """The part of the meeting screen that opens, moves on and closes."""

    def __init__(self) -> None:
        super().__init__()
        self._gap_asked = False
        self._last_sign: datetime | None = None
        self._point = ""
        """What to put the focus on once the step is shown."""

    # --- for the rest of the screen -----------------------------------------------------------------------

    async def settle_panel(self) -> None:
        """Save what waits in the forms of the step."""
        raise NotImplementedError

    def take_back_last(self) -> None:
        """Take back the line that was captured last."""
        raise NotImplementedError

    def bring_back_last(self) -> None:
        """Bring back the line that was taken back last."""
        raise NotImplementedError

    # --- begin and go round -------------------------------------------------------------------------------

    @task
    async def action_begin(self) -> None:
        """Begin the meeting that is in sight."""
        from ret_tui.actions.live import open_meeting

        if self.view is None:
            return
        await self.desk.do(open_meeting, self.view.meeting.id)
        self._gap_asked = True
        self._point = "presence"
        self.renew()

    @task(queued=True)
    async def action_next_step(self) -> None:
        """To the next step; after the last one the close-gate."""
        from ret_tui.domain.words import Step

        item = self.item
        if item is None:
            return
        steps = list(Step)
        here = steps.index(item.step)
        if here + 1 < len(steps):
            await self._to_step(item.id, steps[here + 1])
        else:
            await self._finish(item)

    @task(queued=True)
    async def action_previous_step(self) -> None:
        """Back to the step before."""
        from ret_tui.domain.words import Step

        item = self.item
        if item is not None and item.step is not Step.OPENING:
            steps = list(Step)
            await self._to_step(item.id, steps[steps.index(item.step) - 1])

    async def _to_step(self, item_id: UUID, step: Step, what: str = "") -> None:
        from ret_tui.actions.live import go_to_step

        await self.settle_panel()
        self._point = what
        await self.desk.do(go_to_step, item_id, step)
        await self.load_now()

    async def load_now(self) -> None:
        """Load at once, as part of the task that changed something."""
        self._stale = self._panel_stale = False
        await self.load_view(True)

    @task(queued=True)
    async def go_to_place(self, item_id: UUID, step: Step | None, what: str = "") -> None:
        """Put an item on the table, and go to a step of it."""
        from ret_tui.actions.live import go_to_item

        if not self.running:
            return
        await self.settle_panel()
        if self.item is None or self.item.id != item_id:
            await self.desk.do(go_to_item, item_id)
        if step is not None:
            await self._to_step(item_id, step, what)
        else:
            await self.load_now()

    @task
    async def action_jump(self) -> None:
        """Choose a step or an item from a list."""
        from ret_tui.app.modals import PickModal
        from ret_tui.domain.words import AgendaStatus, Step

        if self.view is None:
            return
        choices: list[Choice] = []
        item = self.item
        if item is not None and item.case_id is not None:
            for step in Step:
                mark = "hier" if step is item.step else "geweest" if step in item.steps_done else ""
                choices.append(Choice((item.id, step), f"{step.number} {step.label}", mark))
        choices += [
            Choice((each.id, None), each.label, each.kind.label)
            for each in self.view.meeting.items
            if each.status is not AgendaStatus.MOVED and (item is None or each.id != item.id)
        ]
        chosen = await self.ret.ask(
            PickModal("Naar welke stap?", choices, prompt="Typ een nummer of een deel van de naam")
        )
        if isinstance(chosen, tuple):
            self.go_to_place(*chosen)

    # --- clocks -------------------------------------------------------------------------------------------

    @task
    async def action_pause(self) -> None:
        """Stop the clocks, or let them run again."""
        from ret_tui.actions.live import pause_meeting, resume_meeting
        from ret_tui.domain.words import MeetingStatus

        if self.view is None:
            return
        paused = self.view.meeting.status is MeetingStatus.PAUSED
        await self.desk.do(resume_meeting if paused else pause_meeting, self.view.meeting.id)
        self.renew(panel=False)

    @task
    async def note_life(self) -> None:
        """Every minute: the program is still there. A silence before it is shown to the chair first."""
        from ret_tui.actions.live import note_sign_of_life
        from ret_tui.actions.rights import Right, may

        view = self.view
        if view is None or not view.running or not may(self.desk.actor.role, Right.RUN_MEETING):
            return
        await self._ask_gap()
        await self.desk.do(note_sign_of_life, view.meeting.id)
        self._last_sign = self.now

    async def _ask_gap(self) -> None:
        """After a silence while the clocks ran (power cut, closed laptop, lock): did that time belong to the meeting?"""
        from ret_tui.actions.live import GAP, count_gap_as_pause
        from ret_tui.app.modals import PickModal
        from ret_tui.domain.dates import clock_time
        from ret_tui.domain.words import MeetingStatus

        view = self.view
        since = self._last_sign or (view.last_sign if view is not None else None)
        self._gap_asked = True
        if view is None or since is None or view.meeting.status is not MeetingStatus.RUNNING:
            return
        since = max([since, *(each.started_at for each in view.meeting.segments)])
        until = self.now
        if until - since <= GAP:
            return
        minutes = int((until - since).total_seconds() // 60)
        chosen = await self.ret.ask(
            PickModal(
                f"Van {clock_time(since)} tot {clock_time(until)} ({minutes} minuten) stond het programma stil of op slot.",
                [
                    Choice(
                        "pause", "Die tijd telt als pauze", "de klokken staan op waar zij stonden", key="p"
                    ),
                    Choice("count", "Het overleg ging door", "de tijd telt mee", key="d"),
                ],
            )
        )
        if chosen == "pause":
            await self.desk.do(count_gap_as_pause, view.meeting.id, since)
        self._last_sign = self.now
        self.renew(panel=False)

    # --- finish -------------------------------------------------------------------------------------------

    @task(queued=True)
    async def action_finish_item(self) -> None:
        """Finish what is on the table; with nothing left to do, close the meeting."""
        from ret_tui.domain.words import AgendaStatus

        view = self.view
        if view is None:
            return
        if view.item is not None and view.item.status is not AgendaStatus.DONE:
            await self._finish(view.item)
        elif view.waiting:
            self.go_to_place(view.waiting[0].id, None)
        else:
            await self._close()

    async def _finish(self, item: AgendaLine) -> None:
        from ret_tui.actions.live import finish_item
        from ret_tui.app.screens.meeting.gate import GateModal, Passed

        await self.settle_panel()
        reason: str | None = None
        if item.case_id is not None:
            from ret_tui.queries.closing import gate

            draft = f"close:{item.id}"
            answer = await self.ret.ask(
                GateModal(item.label, await self.desk.ask(gate, item.id), draft_key=draft)
            )
            if answer is None:
                return
            if not isinstance(answer, Passed):
                await self._to_step(item.id, answer.step, answer.id)
                return
            reason = answer.reason
            self.drafts.hand_over(draft)
        following = await self.desk.do(finish_item, item.id, reason)
        await self.load_now()
        now = self.item
        if item.case_id is not None:
            then = f" Nu: {now.label}." if following is not None and now is not None else ""
            self.ret.tell(f"Casus {item.label} is afgerond.{then}")

    async def _postpone(self, item: AgendaLine) -> None:
        from ret_tui.actions.live import go_to_item, postpone_item
        from ret_tui.app.modals import ConfirmModal

        text = "Het gaat naar een volgend overleg. Wat er al gezegd is, blijft in dit verslag."
        if not await self.ret.ask(ConfirmModal(f"{item.label} doorschuiven?", text, yes="Doorschuiven")):
            return
        await self.desk.do(postpone_item, item.id)
        if self.item is not None and self.item.id == item.id and self.view is not None and self.view.waiting:
            following = next(
                (each for each in self.view.waiting if each.position > item.position), self.view.waiting[0]
            )
            await self.desk.do(go_to_item, following.id)
        await self.load_now()

    async def _close(self) -> None:
        from ret_tui.actions.live import close_meeting
        from ret_tui.app.modals import ConfirmModal

        if self.view is None:
            return
        waiting = [each.label for each in self.view.waiting]
        text = "Daarna ligt het verslag vast. Alleen het nieuwste overleg kan worden heropend."
        if waiting:
            text = f"Nog niet aan de orde geweest: {', '.join(waiting)}. Dat gaat naar een volgend overleg. {text}"
        if await self.ret.ask(ConfirmModal("Overleg sluiten?", text, yes="Sluiten")):
            await self.settle_panel()
            await self.desk.do(close_meeting, self.view.meeting.id)
            self.chosen = self.view.meeting.id
            await self.load_now()

    @task
    async def action_reopen(self) -> None:
        """Reopen the meeting that was closed last."""
        from ret_tui.actions.live import reopen_meeting
        from ret_tui.app.modals import ConfirmModal

        if self.view is None:
            return
        text = "Het verslag kan dan weer veranderen. Dat het heropend is, blijft in het logboek staan. De klokken staan stil."
        if await self.ret.ask(ConfirmModal("Overleg heropenen?", text, yes="Heropenen", danger=True)):
            await self.desk.do(reopen_meeting, self.view.meeting.id)
            self._gap_asked = True
            self.renew()

    # --- the menu -----------------------------------------------------------------------------------------

    @task
    async def action_menu(self) -> None:
        """Everything that is not needed every minute."""
        from ret_tui.app.modals import PickModal

        item = self.item
        choices = []
        if item is not None:
            choices += [
                Choice("finish", f"{item.label} afronden", key="a"),
                Choice("postpone", f"{item.label} doorschuiven", "naar een volgend overleg", key="d"),
                Choice("minutes", f"Minuten voor {item.label}", f"nu {item.minutes}", key="m"),
                Choice("undo", "Laatste regel terugnemen", key="t"),
                Choice("redo", "Teruggenomen regel terughalen", key="w"),
            ]
        choices += [
            Choice("guest", "Gast aan tafel", key="g"),
            Choice("break", "Pauze op de agenda zetten", key="p"),
            Choice("close", "Overleg sluiten", key="s"),
        ]
        chosen = await self.ret.ask(PickModal("Overleg", choices))
        if chosen == "finish" and item is not None:
            await self._finish(item)
        elif chosen == "postpone" and item is not None:
            await self._postpone(item)
        elif chosen == "minutes" and item is not None:
            await self._minutes(item)
        elif chosen == "undo":
            self.take_back_last()
        elif chosen == "redo":
            self.bring_back_last()
        elif chosen == "guest":
            await self._guest()
        elif chosen == "break":
            await self._break()
        elif chosen == "close":
            await self._close()

    async def _minutes(self, item: AgendaLine) -> None:
        from ret_tui.actions.meetings import edit_agenda_item
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.meeting import AgendaItemFields

        async def save(values: dict[str, object]) -> None:
            await self.desk.do(edit_agenda_item, item.id, values, {"minutes": item.minutes})

        modal = RecordModal(
            f"Minuten voor {item.label}",
            AgendaItemFields,
            fields=("minutes",),
            values={"minutes": item.minutes},
            check=save,
        )
        if await self.ret.ask(modal) is not None:
            self.renew(panel=False)

    async def _guest(self) -> None:
        from ret_tui.app.steps.seating import add_guest

        view = self.view
        if view is not None and await add_guest(self.ret, view.meeting.id, view.item):
            self.renew()

    async def _break(self) -> None:
        from ret_tui.actions.meetings import add_agenda_item, move_agenda_item
        from ret_tui.domain.words import AgendaKind

        view = self.view
        if view is None:
            return
        new = uuid4()
        await self.desk.do(add_agenda_item, new, view.meeting.id, AgendaKind.BREAK, {"minutes": 10})
        if view.item is not None:
            # it comes right after what is on the table now
            places = [each.id for each in view.meeting.items]
            tail = [
                each
                for each in view.meeting.items
                if each.kind in (AgendaKind.SIGNALS, AgendaKind.REFLECTION)
            ]
            there = places.index(tail[0].id) if tail else len(places)
            by = places.index(view.item.id) + 1 - there
            if by < 0:
                await self.desk.do(move_agenda_item, new, by)
        self.renew(panel=False)
        self.ret.tell("De pauze staat op de agenda, na het onderdeel dat nu op tafel ligt.")

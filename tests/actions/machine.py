"""A state machine that does any action at any moment, in any role, and looks whether what must hold still holds."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import func
from sqlmodel import Session, col, select

from ret_tui.actions import advices, agreements, cases, contributions, live, meetings, retention, signals
from ret_tui.actions.accounts import add_account, change_role, withdraw_account
from ret_tui.actions.registry import ACTIONS
from ret_tui.domain.advice import AdviceItem, Direction
from ret_tui.domain.case import Case
from ret_tui.domain.errors import RetError
from ret_tui.domain.meeting import AgendaItem, Contribution, Discussion, Meeting
from ret_tui.domain.people import Account
from ret_tui.domain.record import LogEntry
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.domain.words import CaseStatus, DirectionRole, MeetingStatus, Role, Step
from ret_tui.queries.followup import followed_case
from ret_tui.queries.log import verify_log
from ret_tui.store.keys import DEMO, seal_person
from ret_tui.store.work import Work
from tests.actions.test_every_action import TABLE
from tests.world import World, close, found

TEXTS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=30)


EVERY = sorted(set(TABLE) - {"found_region"})
STEPS = Counter[str]()
"""How often an action was tried in this process, and how often it was done (`name done`)."""

VERIFIED_EACH = 10
"""The whole log is recomputed once in so many steps, and at the end."""


def within_reason(step: Callable[[], Any]) -> Any:
    """Do a step that may be impossible now. Faults of the program are not: they break the walk.

    Preparing an action looks for things that another walk destroyed: then the test's own code fails, not the program.
    """
    try:
        return step()
    except RetError:
        return None
    except Exception as error:
        ours = ""
        trace = error.__traceback__
        while trace is not None:
            module = str(trace.tb_frame.f_globals.get("__name__", ""))
            ours = module if module.startswith(("ret_tui.", "tests.")) else ours
            trace = trace.tb_next
        if ours.startswith("ret_tui."):
            raise
        return None


class Preparing(World):
    """Brings things about for an action as far as they will go; what is refused now is left out."""

    def do(self, action: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        STEPS[action.__name__] += 1
        with contextlib.suppress(RetError), self.as_role(Role.CHAIR):
            result = super().do(action, *args, **kwargs)
            STEPS[f"{action.__name__} done"] += 1
            return result


class Region(RuleBasedStateMachine):
    """One region in use. Refusals are fine; broken promises are not."""

    @initialize(name=st.sampled_from(EVERY))
    def begin(self, name: str) -> None:
        """A fresh region, and one action in the state that it asks for: some hardly ever meet it by chance."""
        self._folder = Path(tempfile.mkdtemp(prefix="ret-machine-"))
        self._moment = datetime(2026, 11, 21, 12, 30, tzinfo=UTC)
        self.world: World = found(self._folder / "regio", lambda: self._moment)
        self.looked = 0
        self.history: list[str] = []
        self.logged = self._log_lines()
        self._try(name, {}, spoiled=False)
        self.world.ask(self._check)

    def teardown(self) -> None:
        if hasattr(self, "world"):
            assert self.world.ask(verify_log).fault is None
            close(self.world)
            shutil.rmtree(self._folder, ignore_errors=True)

    def attempt(self, action: Any, *arguments: Any, **keywords: Any) -> None:
        """Do an action; it may refuse, and then it leaves nothing but its line in the log."""
        self._moment += timedelta(seconds=7)
        self.history.append(action.__name__)
        STEPS[action.__name__] += 1
        with contextlib.suppress(RetError):
            self.world.do(action, *arguments, **keywords)
            STEPS[f"{action.__name__} done"] += 1
        now = self._log_lines()
        assert now > self.logged, f"{action.__name__} left no line"
        self.logged = now

    def _log_lines(self) -> int:
        return int(
            self.world.ask(lambda session: session.exec(select(func.count()).select_from(LogEntry)).one())
        )

    def some(self, table: Any, data: st.DataObject) -> UUID:
        at = data.draw(st.integers(0, 999))  # always one number: ids differ from run to run
        ids = self.world.ask(
            lambda session: [row.id for row in session.exec(select(table).order_by(table.created_at)).all()]
        )
        return ids[at % len(ids)] if ids else uuid4()

    @rule(
        data=st.data(),
        names=st.lists(st.sampled_from(EVERY), min_size=4, max_size=12, unique=True),
        spoiled=st.booleans(),
    )
    def any_actions(self, data: st.DataObject, names: list[str], spoiled: bool) -> None:
        """Every action that exists, on any case, item and meeting there is."""
        for name in names:
            self._any(data, name, spoiled)
            self.world.ask(self._check)

    def _any(self, data: st.DataObject, name: str, spoiled: bool) -> None:
        about = {
            "case": self.some(Case, data),
            "item": self.some(AgendaItem, data),
            "meeting": self.some(Meeting, data),
        }
        self._try(name, about, spoiled)

    def _try(self, name: str, about: dict[str, UUID], spoiled: bool) -> None:
        """Bring about what the action needs around this case, item and meeting, and do it."""
        each = TABLE[name]
        there = {part.name: getattr(self.world, part.name) for part in fields(World)}
        world = Preparing(**(there | about))
        arguments = within_reason(lambda: each.ready(world))
        if arguments is None:
            return
        keywords = each.keywords(world)
        if spoiled and each.wrong is not None:
            within_reason(lambda: each.wrong and each.wrong(world))
        self.logged = self._log_lines()
        self.attempt(ACTIONS[name].function, *arguments, **keywords)

    @rule(role=st.sampled_from(list(Role)))
    def be(self, role: Role) -> None:
        """Work in another role for a while; mostly the chair's, or little would happen."""
        actor = self.world.desk.actor
        self.world.desk.actor = type(actor)(actor.person_id, actor.name, role)

    @rule()
    def be_chair(self) -> None:
        actor = self.world.desk.actor
        self.world.desk.actor = type(actor)(actor.person_id, actor.name, Role.CHAIR)

    @rule(text=TEXTS)
    def register(self, text: str) -> None:
        self.attempt(cases.register_case, uuid4(), {"first_name": text or None})

    @rule(data=st.data(), text=TEXTS)
    def edit(self, data: st.DataObject, text: str) -> None:
        self.attempt(cases.edit_case, self.some(Case, data), {"tried": text})

    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        self.attempt(cases.withdraw_case, self.some(Case, data), "Proef: niet meer nodig")

    @rule(data=st.data())
    def plan(self, data: st.DataObject) -> None:
        self.attempt(meetings.put_on_agenda, uuid4(), self.some(Meeting, data), self.some(Case, data))

    @rule(
        data=st.data(),
        action=st.sampled_from(
            [
                live.open_meeting,
                live.pause_meeting,
                live.resume_meeting,
                live.close_meeting,
                live.reopen_meeting,
            ]
        ),
    )
    def run(self, data: st.DataObject, action: Any) -> None:
        self.attempt(action, self.some(Meeting, data))

    @rule(data=st.data(), step=st.sampled_from(list(Step)))
    def step(self, data: st.DataObject, step: Step) -> None:
        item = self.some(AgendaItem, data)
        self.attempt(live.go_to_item, item)
        self.attempt(live.go_to_step, item, step)

    @rule(data=st.data())
    def finish(self, data: st.DataObject) -> None:
        self.attempt(live.finish_item, self.some(AgendaItem, data), "Proef: tijd is om")

    @rule(data=st.data(), text=TEXTS.filter(bool))
    def say(self, data: st.DataObject, text: str) -> None:
        self.attempt(contributions.capture, uuid4(), self.some(AgendaItem, data), {"text": text})

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        self.attempt(contributions.withdraw_contribution, self.some(Contribution, data))

    @rule(data=st.data(), text=TEXTS.filter(bool))
    def advise(self, data: st.DataObject, text: str) -> None:
        item = self.some(AgendaItem, data)
        self.attempt(advices.edit_advice, item, {"summary": text})
        self.attempt(advices.add_advice_item, uuid4(), item, {"what": "Zoek een plek"})

    @rule(
        data=st.data(),
        action=st.sampled_from([advices.establish_advice, advices.revise_advice, advices.mark_read_aloud]),
    )
    def settle_advice(self, data: st.DataObject, action: Any) -> None:
        self.attempt(action, self.some(AgendaItem, data))

    @rule(data=st.data())
    def drop_advice(self, data: st.DataObject) -> None:
        self.attempt(advices.remove_advice_item, self.some(AdviceItem, data))

    @rule(data=st.data(), role=st.sampled_from(list(DirectionRole)), text=TEXTS.filter(bool))
    def direct(self, data: st.DataObject, role: DirectionRole, text: str) -> None:
        self.attempt(agreements.name_director, self.some(AgendaItem, data), role, {"name": text})

    @rule(data=st.data())
    def signal(self, data: st.DataObject) -> None:
        self.attempt(signals.add_signal, uuid4(), self.some(AgendaItem, data), {"text": "Geen plek"})

    @rule(data=st.data(), reason=st.sampled_from(list(DestructionReason)))
    def destroy(self, data: st.DataObject, reason: DestructionReason) -> None:
        self.attempt(retention.destroy_case, self.some(Case, data), reason)

    @rule(data=st.data(), role=st.sampled_from(list(Role)))
    def access(self, data: st.DataObject, role: Role) -> None:
        keyring = self.world.keyring
        login = f"persoon {self.logged}"
        slot = seal_person(keyring.path, keyring.key, login, "een zin voor de proef", DEMO)
        self.attempt(add_account, uuid4(), self.world.expert, role, slot, keyring)
        self.attempt(change_role, self.some(Account, data), role)

    @rule(data=st.data())
    def no_access(self, data: st.DataObject) -> None:
        self.attempt(withdraw_account, self.some(Account, data), self.world.keyring)

    @invariant()
    def holds(self) -> None:
        if hasattr(self, "world"):
            self.world.ask(self._check)

    def _after(self, what: str) -> str:
        """The broken promise, with what was done before it."""
        return f"{what}, after {' '.join(self.history[-8:])}"

    def _looking(self, session: Session) -> Work:
        return Work(session, self.world.desk.actor, self._moment)

    def _check(self, session: Session) -> None:
        self.looked += 1
        if self.looked % VERIFIED_EACH == 0:
            assert verify_log(session).fault is None
        assert set(session.exec(select(LogEntry.action).distinct())) <= set(ACTIONS) | {"ask"}
        managers = session.exec(
            select(Account).where(col(Account.withdrawn_at).is_(None), col(Account.role) == Role.CHAIR)
        ).all()
        assert managers, self._after("nobody can manage access")
        self._check_directors(session)
        for case in session.exec(select(Case).where(col(Case.status) == CaseStatus.CLOSED)).all():
            still_open = [each for each in followed_case(session, case.id).items if each.open]
            assert not still_open, self._after("closed with an open advice item")
        live_now = session.exec(
            select(Meeting).where(col(Meeting.status).in_([MeetingStatus.RUNNING, MeetingStatus.PAUSED]))
        ).all()
        assert len(live_now) <= 1
        for meeting in session.exec(select(Meeting).where(col(Meeting.status) == MeetingStatus.CLOSED)).all():
            assert meeting.frozen_hash == live.record_hash(self._looking(session), meeting.id), self._after(
                "a frozen record changed"
            )

    def _check_directors(self, session: Session) -> None:
        """One person directs a case, and one its help; somebody newly named counts once the discussion is over."""
        over = session.exec(select(Discussion.item_id).where(col(Discussion.closed_at).is_not(None))).all()
        seen: set[tuple[UUID, DirectionRole]] = set()
        for each in session.exec(
            select(Direction).where(col(Direction.ended_at).is_(None), col(Direction.accepted).is_(True))
        ).all():
            if each.item_id is None or each.item_id in over:
                key = (each.case_id, each.role)
                assert key not in seen, self._after("two directors for one role")
                seen.add(key)

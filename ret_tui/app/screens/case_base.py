"""What every part of the case screen is, and the parts that are lists of records with a window to change one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from ret_tui.app.base import the_app
from ret_tui.app.commands import offers
from ret_tui.app.modals import ConfirmModal
from ret_tui.app.screens.records import Options, add_record, edit_record
from ret_tui.app.tasks import task
from ret_tui.app.text import MUTED, Part
from ret_tui.app.widgets.linelist import Column, LineList, Row

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp
    from ret_tui.app.screens.case import CaseScreen
    from ret_tui.domain.base import Fields
    from ret_tui.queries.planning import Preparation
    from ret_tui.queries.values import Record

ADD = "add"
"""Second half of the key of a row that adds a record."""


class CasePart(Vertical):
    """One part of the case screen. Built when it is first shown; `show` fills it and may be called any time."""

    PART: ClassVar[str] = ""

    def __init__(self, case: CaseScreen) -> None:
        super().__init__(id=f"part-{self.PART}", classes="part")
        self.case = case

    @property
    def ret(self) -> RetApp:
        """The app, typed."""
        return the_app(self)

    @property
    def case_id(self) -> UUID:
        """Which case."""
        return self.case.case_id

    def show(self, seen: Preparation) -> None:
        """Put what was found into the widgets, in place."""

    def first(self) -> None:
        """Put the focus where work in this part begins."""
        for widget in self.query("*"):
            if widget.focusable:
                widget.focus()
                return

    def jump(self, where: str) -> None:
        """Put the focus on a field or kind of record; an unknown name goes to `first()`."""
        del where
        self.first()

    async def settle(self) -> bool:
        """Save what waits. False when something typed cannot be saved yet."""
        return True


@dataclass(frozen=True)
class Kind:
    """One kind of record in a list: how it is called and shown, and what adds, changes and removes it.

    `add(id, values)`, `edit(id, changes, was)` and `remove(id)` run an action at the desk. `start` gives the values a
    new record begins with, `options` what its references can be.
    """

    id: str
    heading: str
    one: str
    model: type[Fields]
    fields: tuple[str, ...]
    records: Callable[[Preparation], Sequence[Record]]
    cells: Callable[[Record], Sequence[Part]]
    add: Callable[[UUID, dict[str, Any]], Awaitable[object]]
    edit: Callable[[UUID, dict[str, Any], dict[str, Any]], Awaitable[object]]
    remove: Callable[[UUID], Awaitable[object]]
    warning: str = ""
    """What removing takes along, for the question that is asked first."""
    start: Mapping[str, Any] = field(default_factory=dict)
    options: Callable[[], Options] = dict


class RecordList(LineList):
    """Records of a case."""

    BINDINGS = offers("record.open")

    def action_open(self) -> None:
        """Open what is under the cursor."""
        self.action_choose()


class RecordsPart(CasePart):
    """A list of one or more kinds of records. Enter changes one, or adds where it says so."""

    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    BINDINGS = offers("record.add", "record.remove")

    def __init__(self, case: CaseScreen) -> None:
        super().__init__(case)
        self._kinds: dict[str, Kind] = {}
        self._records: dict[tuple[str, UUID], Record] = {}

    def kinds(self) -> Sequence[Kind]:
        """The kinds of this list; made once, when tables are loaded."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield RecordList(columns=self.COLUMNS, id=f"{self.PART}-list")

    @property
    def listing(self) -> LineList:
        """The rows."""
        return self.query_one(LineList)

    def show(self, seen: Preparation) -> None:
        if not self._kinds:
            self._kinds = {kind.id: kind for kind in self.kinds()}
        self._records.clear()
        rows: list[Row] = []
        for kind in self._kinds.values():
            rows += self.rows_of(kind, seen)
        self.listing.set_rows(rows)

    def rows_of(self, kind: Kind, seen: Preparation) -> list[Row]:
        """Heading, records and the row that adds one."""
        records = kind.records(seen)
        rows = [Row.heading(f"{kind.heading.upper()} ({len(records)})" if records else kind.heading.upper())]
        for each in records:
            self._records[kind.id, each.id] = each
            rows.append(Row((kind.id, each.id), tuple(kind.cells(each))))
        rows.append(Row((kind.id, ADD), (("＋ toevoegen", MUTED),)))
        return rows

    def first(self) -> None:
        self.listing.focus()

    def jump(self, where: str) -> None:
        self.first()
        if where in self._kinds:
            ids = [key for key in self._records if key[0] == where]
            self.listing.move_to(ids[0] if ids else (where, ADD))

    @property
    def at(self) -> tuple[str, UUID | str] | None:
        """Kind and id under the cursor; the id is `ADD` on a row that adds."""
        key = self.listing.cursor_key
        return key if isinstance(key, tuple) and len(key) == 2 else None

    @on(LineList.Chosen)
    def _chosen(self, event: LineList.Chosen) -> None:
        event.stop()
        key = event.key
        if not isinstance(key, tuple) or len(key) != 2:
            return
        if key[1] == ADD:
            self.add_to(str(key[0]))
        elif key in self._records:
            self.change(str(key[0]), self._records[key])
        else:
            self.chose_other(key)

    def chose_other(self, key: tuple[Any, Any]) -> None:
        """Enter on a row that is no record of a kind."""

    def action_add(self) -> None:
        """Add a record of the kind the cursor is in."""
        at = self.at
        if at is not None and at[0] in self._kinds:
            self.add_to(at[0])
        elif self._kinds:
            self.add_to(next(iter(self._kinds)))

    @task
    async def add_to(self, kind_id: str, values: Mapping[str, Any] | None = None) -> None:
        """Ask for a new record of this kind."""
        kind = self._kinds[kind_id]
        added = await add_record(
            self.ret,
            kind.one[:1].upper() + kind.one[1:] + " toevoegen",
            kind.model,
            kind.fields,
            kind.add,
            values={**kind.start, **(values or {})},
            options=kind.options(),
            draft_key=f"{kind.id}:new:{self.case_id}",
        )
        if added is not None:
            await self.case.look_again()
            self.listing.move_to((kind.id, added))

    @task
    async def change(self, kind_id: str, record: Record) -> None:
        """Ask for changes to a record."""
        kind = self._kinds[kind_id]
        if await edit_record(
            self.ret,
            kind.one[:1].upper() + kind.one[1:],
            kind.model,
            kind.fields,
            record,
            kind.edit,
            options=kind.options(),
        ):
            await self.case.look_again()

    @task
    async def action_remove(self) -> None:
        """Take away the record under the cursor, after asking."""
        at = self.at
        if at is None or at not in self._records:
            self.ret.tell("Zet de cursor op de regel die weg moet.")
            return
        kind = self._kinds[at[0]]
        text = f"Alleen bedoeld voor wat bij vergissing is ingevoerd. {kind.warning}".strip()
        if await self.ret.ask(
            ConfirmModal(f"Deze {kind.one} weghalen?", text, yes="Weghalen", no="Laten staan", danger=True)
        ):
            await kind.remove(self._records[at].id)
            await self.case.look_again()


def doing(
    case: CaseScreen, action: Callable[..., object], *, owned: bool = False
) -> Callable[..., Awaitable[Any]]:
    """Run an action of a record at the desk; `owned` puts the id of the case behind that of the record."""

    async def run(record_id: UUID, *rest: Any) -> object:
        return await case.desk.do(action, record_id, *((case.case_id,) if owned else ()), *rest)

    return run

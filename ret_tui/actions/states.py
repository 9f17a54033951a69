"""In which state a case, meeting or advice must be for an action. Each raises WrongState with what to do."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import bindparam, exists, func, or_
from sqlalchemy import select as select_columns
from sqlmodel import col, select

from ret_tui.actions.rows import fetch
from ret_tui.domain.advice import (
    Advice,
    AdviceItem,
    AgreedAction,
    Commitment,
    Direction,
    Evaluation,
    Mandate,
    Option,
)
from ret_tui.domain.analysis import Factor, FactorLink, Goal, Hypothesis
from ret_tui.domain.case import AuthorityHolder, CareSpell, Case, Refusal
from ret_tui.domain.errors import NotFound, WrongState
from ret_tui.domain.meeting import AgendaItem, Contribution, Meeting, Seat
from ret_tui.domain.permission import Permission
from ret_tui.domain.signal import Signal
from ret_tui.domain.tables import METADATA
from ret_tui.domain.words import AdviceStatus, MeetingStatus, Step
from ret_tui.store.work import Work

_LIVE = (MeetingStatus.RUNNING, MeetingStatus.PAUSED)


def case_open(work: Work, case_id: UUID, *_: object, **__: object) -> None:
    """The case is not closed and not withdrawn."""
    case = fetch(work, Case, case_id)
    if case.status.is_closed:
        raise WrongState(
            f"Casus {case.number} is {case.status.label.lower()}. Heropen de casus eerst als er een nieuwe vraag is."
        )


def new_in_open_case(work: Work, _row_id: UUID, case_id: UUID, *_: object, **__: object) -> None:
    """For actions whose first argument is the new id and whose second is the case."""
    case_open(work, case_id)


def case_of_row_open(
    table: type[AuthorityHolder | CareSpell | Refusal | Permission | Factor | Hypothesis | Goal],
) -> _RowGuard:
    """Guard for a row that belongs to a case."""
    return _RowGuard(table)


class _RowGuard:
    """Looks up the case of a row and asks that it is open."""

    def __init__(
        self, table: type[AuthorityHolder | CareSpell | Refusal | Permission | Factor | Hypothesis | Goal]
    ) -> None:
        self.table = table

    def __call__(self, work: Work, row_id: UUID, *_: object, **__: object) -> None:
        case_open(work, fetch(work, self.table, row_id).case_id)


def link_case_open(work: Work, link_id: UUID, *_: object, **__: object) -> None:
    """The case of a link between factors is open."""
    case_open(work, fetch(work, Factor, fetch(work, FactorLink, link_id).from_id).case_id)


# --- meeting ------------------------------------------------------------------------------------------


def meeting_not_closed(work: Work, meeting_id: UUID, *_: object, **__: object) -> None:
    """The meeting may still be prepared or run."""
    meeting = fetch(work, Meeting, meeting_id)
    if meeting.status is MeetingStatus.CLOSED:
        raise WrongState(
            "Dit overleg is gesloten en ligt vast. Alleen het nieuwste overleg kan worden heropend."
        )
    if meeting.status is MeetingStatus.CANCELLED:
        raise WrongState("Dit overleg is vervallen. Plan een nieuw overleg.")


def meeting_not_held(work: Work, meeting_id: UUID, *_: object, **__: object) -> None:
    """The meeting may still be prepared or run, or does not take place: then people are told so."""
    if fetch(work, Meeting, meeting_id).status is not MeetingStatus.CANCELLED:
        meeting_not_closed(work, meeting_id)


def meeting_live(work: Work, meeting_id: UUID, *_: object, **__: object) -> None:
    """The meeting runs or is paused."""
    meeting_not_closed(work, meeting_id)
    if fetch(work, Meeting, meeting_id).status not in _LIVE:
        raise WrongState("Het overleg is nog niet begonnen. Open eerst het overleg.")


def meeting_planned(work: Work, meeting_id: UUID, *_: object, **__: object) -> None:
    """The meeting has not begun."""
    meeting_not_closed(work, meeting_id)
    if fetch(work, Meeting, meeting_id).status in _LIVE:
        raise WrongState("Het overleg loopt al.")


def new_in_meeting(work: Work, _row_id: UUID, meeting_id: UUID, *_: object, **__: object) -> None:
    """For actions whose second argument is a meeting that is not closed."""
    meeting_not_closed(work, meeting_id)


def item_not_closed(work: Work, item_id: UUID, *_: object, **__: object) -> None:
    """The agenda item belongs to a meeting that is not closed."""
    meeting_not_closed(work, fetch(work, AgendaItem, item_id).meeting_id)


def item_live(work: Work, item_id: UUID, *_: object, **__: object) -> None:
    """The agenda item belongs to a meeting that runs or is paused."""
    meeting_live(work, fetch(work, AgendaItem, item_id).meeting_id)


def new_in_live_item(work: Work, _row_id: UUID, item_id: UUID, *_: object, **__: object) -> None:
    """For actions whose second argument is an agenda item of a running meeting."""
    item_live(work, item_id)


@dataclass(frozen=True, slots=True)
class LiveItem:
    """What a captured line takes over from the agenda item it is said in."""

    meeting_id: UUID
    case_id: UUID | None
    step: Step | None
    sequence: int
    """Number of the next line of the meeting."""
    is_there: bool
    """Whether this very line was saved before."""


_ITEM, _MEETING, _LINE = (METADATA.tables[name] for name in ("agenda_item", "meeting", "contribution"))
_LIVE_ITEM = (
    select_columns(
        _ITEM.c.meeting_id,
        _ITEM.c.case_id,
        _ITEM.c.kind,
        _ITEM.c.current_step,
        select_columns(func.coalesce(func.max(_LINE.c.sequence), 0) + 1)
        .where(_LINE.c.meeting_id == _ITEM.c.meeting_id)
        .scalar_subquery()
        .label("sequence"),
        exists().where(_LINE.c.id == bindparam("line", type_=_LINE.c.id.type)).label("is_there"),
    )
    .join(_MEETING, _MEETING.c.id == _ITEM.c.meeting_id)
    .where(_ITEM.c.id == bindparam("item"), or_(*(_MEETING.c.status == each for each in _LIVE)))
    .with_for_update()
)


def new_line(work: Work, line_id: UUID, item_id: UUID, *_: object, **__: object) -> LiveItem:
    """The same as `new_in_live_item` in a single read, because every captured line waits for it."""
    row = work.session.connection().execute(_LIVE_ITEM, {"item": item_id, "line": line_id}).first()
    if row is None:
        item_live(work, item_id)
        raise NotFound("Dit onderdeel bestaat niet meer. Ververs het scherm en probeer het opnieuw.")
    step = row.current_step if row.kind.is_case else None
    return LiveItem(row.meeting_id, row.case_id, step, row.sequence, bool(row.is_there))


def seat_not_closed(work: Work, seat_id: UUID, *_: object, **__: object) -> None:
    """The seat belongs to a meeting that is not closed."""
    meeting_not_closed(work, fetch(work, Seat, seat_id).meeting_id)


def contribution_live(work: Work, contribution_id: UUID, *_: object, **__: object) -> None:
    """The captured line belongs to a meeting that runs."""
    meeting_live(work, fetch(work, Contribution, contribution_id).meeting_id)


def option_live(work: Work, option_id: UUID, *_: object, **__: object) -> None:
    """The option belongs to a meeting that runs."""
    item_live(work, fetch(work, Option, option_id).item_id)


def signal_live(work: Work, signal_id: UUID, *_: object, **__: object) -> None:
    """The signal was given in a meeting that is not closed."""
    signal = fetch(work, Signal, signal_id)
    if signal.meeting_id is not None:
        meeting_not_closed(work, signal.meeting_id)


# --- advice -------------------------------------------------------------------------------------------


def advice_draft(work: Work, item_id: UUID, *_: object, **__: object) -> None:
    """The meeting has begun and the advice of this discussion is not established."""
    item = fetch(work, AgendaItem, item_id)
    meeting = fetch(work, Meeting, item.meeting_id)
    if meeting.status in (MeetingStatus.PLANNED, MeetingStatus.CANCELLED):
        raise WrongState("Het overleg is nog niet begonnen. Open eerst het overleg.")
    advice = work.session.exec(select(Advice).where(col(Advice.item_id) == item_id)).first()
    if advice is not None and advice.status is AdviceStatus.ESTABLISHED:
        raise WrongState("Het advies is vastgesteld. Kies ‘herzien’ om een nieuwe versie te maken.")


def new_in_advice_draft(work: Work, _row_id: UUID, item_id: UUID, *_: object, **__: object) -> None:
    """For actions whose second argument is the discussion whose advice is being drafted."""
    advice_draft(work, item_id)


def row_in_advice_draft(
    table: type[AdviceItem | Commitment | AgreedAction | Direction | Evaluation],
) -> _AdviceGuard:
    """Guard for a row that belongs to the advice of a discussion."""
    return _AdviceGuard(table)


class _AdviceGuard:
    """Looks up the discussion of a row and asks that its advice is a draft."""

    def __init__(self, table: type[AdviceItem | Commitment | AgreedAction | Direction | Evaluation]) -> None:
        self.table = table

    def __call__(self, work: Work, row_id: UUID, *_: object, **__: object) -> None:
        row = fetch(work, self.table, row_id)
        if row.item_id is not None:
            advice_draft(work, row.item_id)


def mandate_draft(work: Work, commitment_id: UUID, *_: object, **__: object) -> None:
    """The commitment belongs to an advice that is a draft."""
    advice_draft(work, fetch(work, Commitment, commitment_id).item_id)


def mandate_row_draft(work: Work, mandate_id: UUID, *_: object, **__: object) -> None:
    """The mandate answer belongs to an advice that is a draft."""
    mandate_draft(work, fetch(work, Mandate, mandate_id).commitment_id)

"""Handing over the procesregie or casusregie: proposed with a reason, done when the new one says yes."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.actions.states import case_open
from ret_tui.domain.advice import Direction, DirectionFields, HandOverFields
from ret_tui.domain.base import validated
from ret_tui.domain.direction_rules import DirectionFact, current, may_direct, pending
from ret_tui.domain.errors import InvalidInput, NotAllowed, WrongState
from ret_tui.domain.meeting import Discussion
from ret_tui.domain.words import DirectionRole
from ret_tui.store.work import Work

NEWLY_NAMED = "Opnieuw benoemd in het overleg"


def facts_of(work: Work, case_id: UUID) -> list[DirectionFact]:
    """Every direction a case ever had, oldest first."""
    rows = work.session.exec(
        select(Direction).where(col(Direction.case_id) == case_id).order_by(col(Direction.created_at))
    ).all()
    return [
        DirectionFact(row.id, row.role, row.member_id, row.accepted, row.handed_from_id, row.ended_at)
        for row in rows
    ]


def directs(work: Work, case_id: UUID) -> None:
    """The person at work is the procesregisseur of this case, or a chair.

    Raises:
        NotAllowed: it is somebody else, for example since a hand-over.
    """
    director = current(facts_of(work, case_id), DirectionRole.PROCESS_DIRECTOR)
    if not may_direct(work.actor.role, work.actor.person_id, director):
        raise NotAllowed("Dit kan alleen de procesregisseur van deze casus, of de voorzitter.")


def directed_case_open(work: Work, case_id: UUID, *_: object, **__: object) -> None:
    """The case is open and the person at work directs it."""
    case_open(work, case_id)
    directs(work, case_id)


def new_in_directed_case(work: Work, _row_id: UUID, case_id: UUID, *_: object, **__: object) -> None:
    """The same, for actions whose second argument is the case."""
    directed_case_open(work, case_id)


def end_others(work: Work, row: Direction, reason: str) -> None:
    """From the acceptance of `row` on nobody else has its role in the case."""
    others = work.session.exec(
        select(Direction).where(
            col(Direction.case_id) == row.case_id,
            col(Direction.role) == row.role,
            col(Direction.id) != row.id,
            col(Direction.accepted).is_(True),
            col(Direction.ended_at).is_(None),
        )
    ).all()
    for each in others:
        _end(work, each, reason)
    end_unanswered(work, row)


def end_unanswered(work: Work, row: Direction) -> None:
    """Somebody was named at a table and never said yes; now `row` has the role, and nobody waits for that answer."""
    named = work.session.exec(
        select(Direction).where(
            col(Direction.case_id) == row.case_id,
            col(Direction.role) == row.role,
            col(Direction.id) != row.id,
            col(Direction.accepted).is_(False),
            col(Direction.ended_at).is_(None),
            col(Direction.handed_from_id).is_(None),
        )
    ).all()
    for each in named:
        _end(work, each, f"{row.name} is het geworden")


def _end(work: Work, row: Direction, reason: str) -> None:
    row.ended_at = work.now
    row.end_reason = reason
    row.version += 1
    work.touch("direction", row.id, row.case_id)


def settle_directors(work: Work, item_id: UUID) -> None:
    """A discussion ends: who accepted at this table directs from now on, who did so before no longer does."""
    rows = work.session.exec(
        select(Direction).where(
            col(Direction.item_id) == item_id,
            col(Direction.accepted).is_(True),
            col(Direction.ended_at).is_(None),
        )
    ).all()
    for row in rows:
        end_others(work, row, NEWLY_NAMED)


@action(Right.DIRECT_PROCESS, needs=new_in_directed_case)
def propose_hand_over(
    work: Work,
    direction_id: UUID,
    case_id: UUID,
    role: DirectionRole,
    reason: str,
    changes: Changes,
    member_id: UUID | None = None,
) -> None:
    """Ask somebody to take over. The old one stays in charge until `accept_hand_over`.

    Raises:
        InvalidInput: no name or no reason.
        WrongState: nobody has the role yet, or somebody else was asked already.
    """
    if work.session.get(Direction, direction_id) is not None:
        return
    role = DirectionRole(role)
    facts = facts_of(work, case_id)
    old = current(facts, role)
    if old is None:
        raise WrongState(f"Er is nog geen {role.label.lower()} die kan overdragen. Benoem er eerst een.")
    if pending(facts, role) is not None:
        raise WrongState("Er is al iemand gevraagd. Wacht op het antwoord, of trek die vraag in.")
    text = _reason(reason, "Schrijf waarom de regie overgaat.")
    checked = validated(DirectionFields, changes)
    if not (checked.get("name") or "").strip():
        raise InvalidInput("Vul in wie het overneemt.", "name")
    checked["accepted"] = False
    add_row(
        work,
        Direction,
        DirectionFields,
        direction_id,
        checked,
        case_id=case_id,
        role=role,
        member_id=member_id,
        handed_from_id=old.id,
        handed_reason=text,
    )
    work.touch("direction", direction_id, case_id)


def _reason(reason: str, message: str) -> str:
    text = str(validated(HandOverFields, {"reason": reason})["reason"] or "").strip()
    if not text:
        raise InvalidInput(message, "reason")
    return text


def hand_over_waits(work: Work, direction_id: UUID, *_: object, **__: object) -> None:
    """The case is open and somebody was asked: to take over, or at a table that has ended."""
    row = fetch(work, Direction, direction_id)
    case_open(work, row.case_id)
    if row.accepted or row.ended_at is not None:
        raise WrongState("Deze vraag wacht niet (meer) op een antwoord.")
    if row.handed_from_id is None and not _was_discussed(work, row.item_id):
        raise WrongState("Dit gesprek loopt nog. Leg het ja vast bij stap 10.")


def _was_discussed(work: Work, item_id: UUID | None) -> bool:
    """Whether the discussion at which somebody was named has ended."""
    closed = select(Discussion.closed_at).where(col(Discussion.item_id) == item_id)
    return item_id is not None and work.session.exec(closed).first() is not None


@action(Right.EDIT_CASES, needs=hand_over_waits)
def accept_hand_over(work: Work, direction_id: UUID) -> None:
    """The new one says yes: from this moment the old one no longer directs. The whole history stays.

    Somebody who was named at the table can say yes afterwards too.
    """
    row = fetch(work, Direction, direction_id)
    row.accepted = True
    row.accepted_at = work.now
    row.version += 1
    if row.handed_from_id is None:
        end_others(work, row, f"{row.name} is het geworden")
    else:
        old = work.session.get(Direction, row.handed_from_id)
        row.item_id = old.item_id if old is not None else None
        end_others(work, row, f"Overgedragen aan {row.name}: {row.handed_reason}")
    work.touch("direction", direction_id, row.case_id)


@action(Right.EDIT_CASES, needs=hand_over_waits)
def decline_hand_over(work: Work, direction_id: UUID, reason: str) -> None:
    """The new one says no, or the question is taken back; the old one stays.

    Raises:
        InvalidInput: no reason.
    """
    row = fetch(work, Direction, direction_id)
    _end(work, row, _reason(reason, "Schrijf waarom de overdracht niet doorgaat."))


def direction_stands(work: Work, direction_id: UUID, *_: object, **__: object) -> None:
    """The case is open and this direction has not ended."""
    row = fetch(work, Direction, direction_id)
    case_open(work, row.case_id)
    if row.ended_at is not None:
        raise WrongState("Deze regie is al geëindigd en blijft staan zoals zij was.")


@action(Right.EDIT_CASES, needs=direction_stands)
def edit_direction(work: Work, direction_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change phone, deputy or the contact for the family. Who it is changes by handing over.

    Raises:
        InvalidInput: the name or the acceptance would change.
    """
    row = fetch(work, Direction, direction_id)
    for name in ("name", "accepted"):
        if name in changes and changes[name] != getattr(row, name):
            raise InvalidInput("Een ander wordt het door overdragen, met een reden en een ja.", name)
    change_row(work, row, DirectionFields, changes, was)
    work.touch("direction", direction_id, row.case_id)


@action(Right.DIRECT_PROCESS, needs=new_in_directed_case)
def appoint_director(
    work: Work,
    direction_id: UUID,
    case_id: UUID,
    role: DirectionRole,
    changes: Changes,
    member_id: UUID | None = None,
) -> None:
    """Name somebody who said yes after the meeting, in a case where nobody has the role.

    Raises:
        InvalidInput: no name.
        WrongState: somebody has the role; then it is handed over.
    """
    if work.session.get(Direction, direction_id) is not None:
        return
    role = DirectionRole(role)
    if current(facts_of(work, case_id), role) is not None:
        raise WrongState(f"Er is al een {role.label.lower()}. Draag de regie over.")
    checked = validated(DirectionFields, changes)
    if not (checked.get("name") or "").strip():
        raise InvalidInput("Vul in wie het wordt.", "name")
    checked["accepted"] = True
    row = add_row(
        work,
        Direction,
        DirectionFields,
        direction_id,
        checked,
        case_id=case_id,
        item_id=_newest_item(work, case_id),
        role=role,
        member_id=member_id,
        accepted_at=work.now,
    )
    end_unanswered(work, row)
    work.touch("direction", direction_id, case_id)


def _newest_item(work: Work, case_id: UUID) -> UUID | None:
    """The newest discussion, whose letters name who directs."""
    return work.session.exec(
        select(Discussion.item_id)
        .where(col(Discussion.case_id) == case_id, col(Discussion.closed_at).is_not(None))
        .order_by(col(Discussion.closed_at).desc())
    ).first()

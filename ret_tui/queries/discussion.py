"""What one discussion holds: captured lines, options, advice, mandates, agreements, signals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.advice import (
    Advice,
    AdviceFields,
    AdviceItem,
    AdviceItemFields,
    AgreedAction,
    AgreedActionFields,
    Commitment,
    Direction,
    DirectionFields,
    Evaluation,
    FamilyReaction,
    FamilyReactionFields,
    Mandate,
    MandateFields,
    Option,
    OptionFields,
    OptionJudgement,
)
from ret_tui.domain.errors import NotFound
from ret_tui.domain.evaluation_terms import MomentKey
from ret_tui.domain.meeting import Contribution, Discussion, DiscussionFields
from ret_tui.domain.people import Organisation
from ret_tui.domain.signal import Signal, SignalFields
from ret_tui.domain.words import (
    AdviceStatus,
    ContributionKind,
    DirectionRole,
    Principle,
    PrincipleVerdict,
    Step,
)
from ret_tui.queries.values import Record, blank, record


@dataclass(frozen=True, slots=True)
class SaidLine:
    """One captured line."""

    id: UUID
    sequence: int
    said_at: datetime
    step: Step | None
    seat_id: UUID | None
    kind: ContributionKind
    text: str
    used: bool


@dataclass(frozen=True, slots=True)
class OptionView:
    """An option and how it was held against the principles."""

    record: Record
    verdicts: Mapping[Principle, PrincipleVerdict]


@dataclass(frozen=True, slots=True)
class MandateCell:
    """One answer in the matrix."""

    record: Record
    commitment_id: UUID
    organisation_id: UUID


@dataclass(frozen=True, slots=True)
class CommitmentRow:
    """One row of the matrix: what is promised, and the answer per organisation."""

    id: UUID
    what: str
    cells: Mapping[UUID, MandateCell]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Commitments × organisations. `organisations` are (id, short name): those at the table and those who answered."""

    organisations: tuple[tuple[UUID, str], ...]
    rows: tuple[CommitmentRow, ...]
    full_names: Mapping[UUID, str]
    """Names as they stand in a letter."""


@dataclass(frozen=True, slots=True)
class AdviceView:
    """The advice of a discussion."""

    fields: Record
    status: AdviceStatus
    number: int
    established_at: datetime | None
    items: tuple[Record, ...]
    reactions: Mapping[UUID, Record]


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """A planned evaluation."""

    id: UUID
    key: MomentKey
    due_on: date | None
    done_on: date | None


@dataclass(frozen=True, slots=True)
class Agreements:
    """Who directs (with `accepted_at`), what was agreed, when we look again."""

    directors: Mapping[DirectionRole, Record]
    actions: tuple[Record, ...]
    evaluations: tuple[EvaluationLine, ...]


def discussion(session: Session, item_id: UUID) -> Record:
    """What the discussion settles, for its forms; the record's id is the case's.

    Raises:
        NotFound: the agenda item is not a case.
    """
    row = session.exec(select(Discussion).where(col(Discussion.item_id) == item_id)).first()
    if row is None:
        raise NotFound("Dit onderdeel is geen casus.")
    values = record(row, DiscussionFields).values
    extra = {"read_aloud_at": row.read_aloud_at, "closed_at": row.closed_at, "close_reason": row.close_reason}
    return Record(row.case_id, MappingProxyType({**values, **extra}))


def said(session: Session, item_id: UUID) -> tuple[SaidLine, ...]:
    """Every line captured in an agenda item, in order; lines taken back are left out."""
    rows = session.exec(
        select(Contribution)
        .where(col(Contribution.item_id) == item_id, col(Contribution.withdrawn_at).is_(None))
        .order_by(col(Contribution.sequence))
    ).all()
    return tuple(
        SaidLine(row.id, row.sequence, row.said_at, row.step, row.seat_id, row.kind, row.text, row.used)
        for row in rows
    )


def options(session: Session, item_id: UUID) -> tuple[OptionView, ...]:
    """The options of a discussion, in order."""
    verdicts: dict[UUID, dict[Principle, PrincipleVerdict]] = {}
    for judgement in session.exec(
        select(OptionJudgement)
        .join(Option, col(Option.id) == col(OptionJudgement.option_id))
        .where(col(Option.item_id) == item_id)
    ):
        verdicts.setdefault(judgement.option_id, {})[judgement.principle] = judgement.verdict
    rows = session.exec(
        select(Option)
        .where(col(Option.item_id) == item_id)
        .order_by(col(Option.position), col(Option.created_at))
    ).all()
    return tuple(
        OptionView(record(row, OptionFields), MappingProxyType(verdicts.get(row.id, {}))) for row in rows
    )


def matrix(session: Session, item_id: UUID, at_table: tuple[UUID, ...] = ()) -> Matrix:
    """The mandate matrix. `at_table` are the organisations that sit there; they come first, in that order."""
    rows = session.exec(
        select(Commitment)
        .where(col(Commitment.item_id) == item_id, col(Commitment.removed_at).is_(None))
        .order_by(col(Commitment.position), col(Commitment.created_at))
    ).all()
    cells: dict[UUID, dict[UUID, MandateCell]] = {row.id: {} for row in rows}
    for answer in (
        session.exec(select(Mandate).where(col(Mandate.commitment_id).in_(list(cells)))) if cells else ()
    ):
        cells[answer.commitment_id][answer.organisation_id] = MandateCell(
            record(answer, MandateFields), answer.commitment_id, answer.organisation_id
        )
    wanted = list(dict.fromkeys([*at_table, *(o for row in cells.values() for o in row)]))
    columns = select(Organisation.id, Organisation.name, Organisation.tag)
    found = session.exec(columns.where(col(Organisation.id).in_(wanted))).all() if wanted else []
    short = {organisation_id: tag or name for organisation_id, name, tag in found}
    return Matrix(
        organisations=tuple((each, short[each]) for each in wanted if each in short),
        rows=tuple(CommitmentRow(row.id, row.what or "", MappingProxyType(cells[row.id])) for row in rows),
        full_names=MappingProxyType({organisation_id: name for organisation_id, name, _ in found}),
    )


def advice(session: Session, item_id: UUID) -> AdviceView:
    """The advice of a discussion; an empty draft when nothing was written yet."""
    row = session.exec(select(Advice).where(col(Advice.item_id) == item_id)).first()
    items = session.exec(
        select(AdviceItem)
        .where(col(AdviceItem.item_id) == item_id, col(AdviceItem.removed_at).is_(None))
        .order_by(col(AdviceItem.position), col(AdviceItem.created_at))
    ).all()
    reactions = session.exec(select(FamilyReaction).where(col(FamilyReaction.item_id) == item_id)).all()
    return AdviceView(
        fields=record(row, AdviceFields) if row else blank(AdviceFields, item_id),
        status=row.status if row else AdviceStatus.DRAFT,
        number=row.number if row else 0,
        established_at=row.established_at if row else None,
        items=tuple(record(each, AdviceItemFields) for each in items),
        reactions=MappingProxyType({each.seat_id: record(each, FamilyReactionFields) for each in reactions}),
    )


def agreements(session: Session, item_id: UUID) -> Agreements:
    """Directors, actions and evaluation dates of a discussion."""
    directors = session.exec(
        select(Direction).where(col(Direction.item_id) == item_id, col(Direction.ended_at).is_(None))
    ).all()
    actions = session.exec(
        select(AgreedAction)
        .where(col(AgreedAction.item_id) == item_id, col(AgreedAction.removed_at).is_(None))
        .order_by(col(AgreedAction.position), col(AgreedAction.created_at))
    ).all()
    evaluations = session.exec(
        select(Evaluation).where(col(Evaluation.item_id) == item_id).order_by(col(Evaluation.due_on))
    ).all()
    return Agreements(
        directors=MappingProxyType({each.role: _director(each) for each in directors}),
        actions=tuple(record(each, AgreedActionFields) for each in actions),
        evaluations=tuple(
            EvaluationLine(each.id, each.key, each.due_on, each.done_on) for each in evaluations
        ),
    )


def _director(row: Direction) -> Record:
    values = record(row, DirectionFields).values
    return Record(row.id, MappingProxyType({**values, "accepted_at": row.accepted_at}))


def signals(
    session: Session, *, item_id: UUID | None = None, meeting_id: UUID | None = None
) -> tuple[Record, ...]:
    """Signals given in an agenda item or in a whole meeting."""
    query = select(Signal).where(col(Signal.removed).is_(False)).order_by(col(Signal.created_at))
    if item_id is not None:
        query = query.where(col(Signal.item_id) == item_id)
    if meeting_id is not None:
        query = query.where(col(Signal.meeting_id) == meeting_id)
    return tuple(record(row, SignalFields) for row in session.exec(query).all())

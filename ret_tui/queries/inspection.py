"""One case as its young person or one of the parents may see it: everything about them, third parties left out.

Left out (AVG 15(4), Jeugdwet 7.3.10): names, addresses and numbers of other people, what other family members said,
notes that only the chair keeps, doubts about a mandate. Professionals stand there as what they are, not by name. Names
that are known in the case are replaced in free text too; a person still has to read it before it is handed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, SQLModel, col, select

from ret_tui.domain.advice import (
    Advice,
    AdviceFields,
    AdviceItem,
    AdviceItemFields,
    AgreedAction,
    AgreedActionFields,
    Commitment,
    Direction,
    Evaluation,
    EvaluationFields,
    FamilyReaction,
    FamilyReactionFields,
    Mandate,
)
from ret_tui.domain.analysis import AnalysisFields, FactorFields, GoalFields, HypothesisFields
from ret_tui.domain.base import label_of
from ret_tui.domain.case import CareSpellFields, CaseFields, RefusalFields, TriageFields
from ret_tui.domain.dates import local
from ret_tui.domain.errors import NotFound
from ret_tui.domain.letter import Letter
from ret_tui.domain.meeting import Contribution, Discussion, DiscussionFields, Meeting, Seat
from ret_tui.domain.people import Organisation
from ret_tui.domain.permission import PermissionFields
from ret_tui.domain.retention import OwnStatementFields
from ret_tui.domain.text import within
from ret_tui.domain.words import ContributionKind, TableRole, Word
from ret_tui.queries.cases import CaseFile, case_file
from ret_tui.queries.family_rights import corrections, own_statements
from ret_tui.queries.inspection_after import followed_parts
from ret_tui.queries.inspection_parts import InspectionPart, fields_of, plain_text
from ret_tui.queries.region import region
from ret_tui.queries.values import Record

_NOT_THEIRS = frozenset(
    {
        *("applicant_name", "applicant_role", "applicant_phone", "applicant_email", "applicant_address"),
        *("support_person", "judged_by", "director_candidate", "chair_note", "safety_watch"),
    }
)
_NOT_IN_ROWS = frozenset({"note", "holder_id", "to_whom", "source", "status_by", "organisation_id"})
_SHORTEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Inspection:
    """A case for who it is about. `region` is its settings; `made_at` is aware; `left_out` says what is not in it."""

    number: str
    region: Record
    for_whom: str
    made_at: datetime
    parts: tuple[InspectionPart, ...]
    left_out: str


LEFT_OUT = (
    "Namen en gegevens van anderen, wat andere gezinsleden zeiden, klachten van anderen en werkaantekeningen staan hier niet in. "
    "Bekende namen in vrije tekst zijn vervangen door wie het is, tussen vierkante haken."
)


def inspection(session: Session, case_id: UUID, now: datetime, holder_id: UUID | None = None) -> Inspection:
    """The case for the young person, or with `holder_id` for that parent or guardian. `now` is aware.

    Raises:
        NotFound: no such case, or no such holder in it.
    """
    file = case_file(session, case_id)
    holder = next((each for each in file.holders if each.id == holder_id), None)
    if holder_id is not None and holder is None:
        raise NotFound("Deze ouder of voogd hoort niet bij deze casus.")
    seats = session.exec(
        select(Seat)
        .join(Discussion, col(Discussion.item_id) == col(Seat.item_id), isouter=True)
        .where(
            (col(Discussion.case_id) == case_id)
            | col(Seat.meeting_id).in_(
                select(Discussion.meeting_id).where(col(Discussion.case_id) == case_id)
            )
        )
    ).all()
    hide = _Hide(file, seats, holder_id)
    others = _words_of_others(file, holder_id)
    parts = [
        *_registration(file, hide, others),
        *_analysis(file, hide, others),
        *_discussions(session, case_id, seats, hide, holder_id, others),
        *_advice(session, case_id, hide),
        _own_views(session, case_id, seats, hide, holder_id),
        *followed_parts(session, case_id, hide, others),
        _rows("Eigen verklaringen", own_statements(session, case_id), OwnStatementFields, hide),
        _corrected(session, case_id, hide, others),
        _letters(session, case_id),
    ]
    whom = "de jeugdige" if holder is None else f"{_word(holder['relation'])} {holder['name'] or ''}".strip()
    return Inspection(
        file.head.number, region(session), whom, now, tuple(part for part in parts if part.lines), LEFT_OUT
    )


class _Hide:
    """Replaces names of others in free text by what those people are."""

    def __init__(self, file: CaseFile, seats: Sequence[Seat], holder_id: UUID | None) -> None:
        known: dict[str, str] = {}
        for each in file.holders:
            if each.id != holder_id:
                known[each["name"] or ""] = _word(each["relation"]) or "ouder"
        fields = file.fields
        known[fields["applicant_name"] or ""] = "aanmelder"
        known[fields["support_person"] or ""] = "steunpersoon"
        known[fields["judged_by"] or ""] = "beoordelaar"
        for seat in seats:
            own = seat.role is TableRole.YOUNG_PERSON if holder_id is None else seat.holder_id == holder_id
            if not own and seat.role is not TableRole.YOUNG_PERSON:
                known.setdefault(seat.name or "", within(seat.role.label))
        mine = {fields["first_name"], fields["last_name"]}
        self._known = {
            name: who for name, who in known.items() if len(name) >= _SHORTEST_NAME and name not in mine
        }
        names = sorted(self._known, key=len, reverse=True)
        self._pattern = re.compile(
            "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)", re.IGNORECASE
        )
        self._folded = {name.casefold(): who for name, who in self._known.items()}

    def __call__(self, text: str) -> str:
        return self._pattern.sub(lambda found: f"[{self._folded.get(found[0].casefold(), 'naam')}]", text)


_OF_THE_CHILD = frozenset(
    {
        "young_person_address",
        *("young_person_words", "young_person_view"),
        *("perspective_living", "perspective_learning", "perspective_relations", "perspective_year"),
    }
)
_PARENTS_SAID = frozenset({"family_words", "family_view", "recognised_note"})


def _words_of_others(file: CaseFile, holder_id: UUID | None) -> frozenset[str]:
    """Fields with what others of the family said, and for parents where the young person stays.

    Of parents who do not live together it is not known who of them said it, nor whether one may know the address.
    """
    if holder_id is None:
        return _PARENTS_SAID
    alone = len(file.holders) == 1 or file.fields["parents_apart"] is False
    return _OF_THE_CHILD if alone else _OF_THE_CHILD | _PARENTS_SAID


def _registration(file: CaseFile, hide: _Hide, others: frozenset[str]) -> Iterable[InspectionPart]:
    yield InspectionPart("Aanmelding", fields_of(file.fields.values, CaseFields, hide, _NOT_THEIRS | others))
    holders = tuple(
        (_word(each["relation"]) or "Ouder", "heeft gezag" if each["has_authority"] else "")
        for each in file.holders
    )
    yield InspectionPart("Wie heeft gezag", holders)
    yield _rows("Tijdlijn van zorg", file.spells, CareSpellFields, hide)
    yield _rows("Afwijzingen", file.refusals, RefusalFields, hide)
    yield _rows("Triage", file.triages, TriageFields, hide)
    yield _rows("Toestemming", file.permissions, PermissionFields, hide)


def _analysis(file: CaseFile, hide: _Hide, others: frozenset[str]) -> Iterable[InspectionPart]:
    view = file.analysis
    yield InspectionPart("Verklarende analyse", fields_of(view.texts.values, AnalysisFields, hide, others))
    yield _rows("Factoren", view.factors, FactorFields, hide)
    yield _rows("Hypothesen", view.hypotheses, HypothesisFields, hide)
    yield _rows("Doelen", view.goals, GoalFields, hide)


def _discussions(
    session: Session,
    case_id: UUID,
    seats: Sequence[Seat],
    hide: _Hide,
    holder_id: UUID | None,
    others: frozenset[str],
) -> Iterable[InspectionPart]:
    by_id = {seat.id: seat for seat in seats}
    rows = session.exec(
        select(Discussion, Meeting)
        .join(Meeting, col(Meeting.id) == col(Discussion.meeting_id))
        .where(col(Discussion.case_id) == case_id)
        .order_by(col(Meeting.held_on))
    ).all()
    for talk, meeting in rows:
        values = {name: getattr(talk, name) for name in DiscussionFields.model_fields}
        said = session.exec(
            select(Contribution)
            .where(col(Contribution.item_id) == talk.item_id, col(Contribution.withdrawn_at).is_(None))
            .order_by(col(Contribution.sequence))
        ).all()
        lines = []
        for each in said:
            seat = by_id.get(each.seat_id) if each.seat_id else None
            own = seat is not None and _own(seat, holder_id)
            if each.kind is ContributionKind.SIGNAL or (_is_of_family(each, seat) and not own):
                continue
            lines.append((seat.role.label if seat else "", hide(each.text)))
        title = f"Bespreking {plain_text(meeting.held_on)}".strip()
        yield InspectionPart(title, (*fields_of(values, DiscussionFields, hide, others), *lines))


def _is_of_family(line: Contribution, seat: Seat | None) -> bool:
    """Whether somebody of the family said this; own words are, also when it was not noted whose."""
    if seat is None:
        return line.kind is ContributionKind.OWN_WORDS
    return seat.role.is_family


def _own(seat: Seat, holder_id: UUID | None) -> bool:
    return seat.role is TableRole.YOUNG_PERSON if holder_id is None else seat.holder_id == holder_id


def _advice(session: Session, case_id: UUID, hide: _Hide) -> Iterable[InspectionPart]:
    for advice in session.exec(select(Advice).where(col(Advice.case_id) == case_id)).all():
        values = {name: getattr(advice, name) for name in AdviceFields.model_fields}
        yield InspectionPart("Advies", fields_of(values, AdviceFields, hide))
    items = session.exec(
        select(AdviceItem)
        .where(col(AdviceItem.case_id) == case_id, col(AdviceItem.removed_at).is_(None))
        .order_by(col(AdviceItem.position))
    ).all()
    yield _models("Adviezen", items, AdviceItemFields, hide)
    promises = session.exec(
        select(Commitment, Organisation, Mandate)
        .join(Mandate, col(Mandate.commitment_id) == col(Commitment.id))
        .join(Organisation, col(Organisation.id) == col(Mandate.organisation_id))
        .where(col(Commitment.case_id) == case_id, col(Commitment.removed_at).is_(None))
    ).all()
    yield InspectionPart(
        "Toezeggingen",
        tuple(
            (organisation.name, hide(f"{promise.what or ''}: {_word(answer.result)}"))
            for promise, organisation, answer in promises
        ),
    )
    actions = session.exec(
        select(AgreedAction).where(
            col(AgreedAction.case_id) == case_id, col(AgreedAction.removed_at).is_(None)
        )
    ).all()
    yield _models("Afspraken", actions, AgreedActionFields, hide)
    directors = session.exec(select(Direction).where(col(Direction.case_id) == case_id)).all()
    yield InspectionPart(
        "Wie de regie heeft",
        tuple(
            (each.role.label, " · ".join(part for part in (each.name, each.organisation, each.phone) if part))
            for each in directors
        ),
    )
    evaluations = session.exec(select(Evaluation).where(col(Evaluation.case_id) == case_id)).all()
    yield _models("Evaluaties", evaluations, EvaluationFields, hide)


def _own_views(
    session: Session, case_id: UUID, seats: Sequence[Seat], hide: _Hide, holder_id: UUID | None
) -> InspectionPart:
    """What the reader thought of each advice."""
    own = {seat.id for seat in seats if _own(seat, holder_id)}
    rows = session.exec(
        select(FamilyReaction)
        .join(Advice, col(Advice.item_id) == col(FamilyReaction.item_id))
        .where(col(Advice.case_id) == case_id)
        .order_by(col(FamilyReaction.created_at))
    ).all()
    return _models(
        "Wat u van het advies vond" if holder_id else "Wat je van het advies vond",
        [each for each in rows if each.seat_id in own],
        FamilyReactionFields,
        hide,
    )


def _corrected(session: Session, case_id: UUID, hide: _Hide, others: frozenset[str]) -> InspectionPart:
    lines = []
    for each in corrections(session, [case_id]):
        for field, old in each.old.items():
            if field in CaseFields.model_fields and field not in _NOT_THEIRS | others:
                moment = f"{local(each.at):%d-%m-%Y}"
                lines.append((f"{label_of(CaseFields, field)}, tot {moment}", hide(plain_text(old))))
    return InspectionPart("Wat er eerder stond", tuple(lines))


def _letters(session: Session, case_id: UUID) -> InspectionPart:
    rows = session.exec(
        select(Letter).where(col(Letter.case_id) == case_id).order_by(col(Letter.number))
    ).all()
    return InspectionPart(
        "Brieven", tuple((each.kind.label, f"gemaakt op {local(each.made_at):%d-%m-%Y}") for each in rows)
    )


def _rows(title: str, rows: Iterable[Any], model: type[SQLModel], hide: _Hide) -> InspectionPart:
    found = [_one(row.values, model, hide) for row in rows]
    return InspectionPart(title, tuple(("", text) for text in found if text))


def _models(title: str, rows: Iterable[Any], model: type[SQLModel], hide: _Hide) -> InspectionPart:
    found = [_one({name: getattr(row, name) for name in model.model_fields}, model, hide) for row in rows]
    return InspectionPart(title, tuple(("", text) for text in found if text))


def _one(values: Mapping[str, Any], model: type[SQLModel], hide: _Hide) -> str:
    parts = fields_of(values, model, hide, _NOT_IN_ROWS)
    return "; ".join(f"{label}: {text}" for label, text in parts)


def _word(value: Word | None) -> str:
    return within(value.label) if value is not None else ""

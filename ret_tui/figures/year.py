"""The figures of a year, as the year report of a region gives them (S3 §2, domain §3): counts only, no persons.

A case counts in the year in which it was registered. Of a case that was destroyed the row without a person counts on.
Percentages are of the cases that were discussed, unless the table says otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median
from typing import Any

from sqlalchemy import func
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from ret_tui.domain.advice import Advice, AdviceItem, Commitment, Evaluation, Mandate
from ret_tui.domain.case import CareSpell, Case, Refusal, Triage
from ret_tui.domain.dates import age_on, local
from ret_tui.domain.followup import AdviceOutcome, Consultation
from ret_tui.domain.followup_words import OutcomeReason, OutcomeResult
from ret_tui.domain.meeting import AgendaItem, ClockSegment, Discussion, Meeting
from ret_tui.domain.meeting_clock import item_times
from ret_tui.domain.people import Region
from ret_tui.domain.retention import Destruction
from ret_tui.domain.retention_words import AgeBand, PlacementsBand
from ret_tui.domain.signal import Signal
from ret_tui.domain.words import (
    AdviceType,
    AgendaKind,
    Answer,
    ApplicantKind,
    CareKind,
    CaseStatus,
    Education,
    EvaluationMoment,
    Gender,
    LegalFrame,
    MandateResult,
    MeetingStatus,
    QuestionType,
    RefusalReason,
    Residence,
    SignalCode,
    SignalLevel,
    TriageOutcome,
    Word,
)
from ret_tui.figures.counts import Count, Table, hide_small, merge, occurrences, tally
from ret_tui.figures.scope import Scope, scope_of, years_of
from ret_tui.queries.monitoring import age_band, placements_band

DISCUSSED = "besproken"


@dataclass(frozen=True, slots=True)
class YearFigures:
    """The figures of one year. `years` are all years of which there is something to count, newest first."""

    region: str
    year: int
    years: tuple[int, ...]
    tables: tuple[Table, ...]

    def without_small(self) -> YearFigures:
        """The same with every count below five hidden."""
        return YearFigures(
            self.region, self.year, self.years, tuple(hide_small(each) for each in self.tables)
        )


def year_figures(session: Session, year: int, this_year: int) -> YearFigures:
    """Everything that is counted about one year, in a fixed number of queries; `this_year` ends the list of years."""
    scope = scope_of(session, year)
    tables = (
        _course(scope),
        _triage(scope),
        *_who(scope),
        *_before(scope),
        _waiting(scope),
        _meetings(scope),
        *_advice(scope),
        *_signals(scope),
        _consultations(scope),
    )
    region = session.exec(select(Region.name)).first() or ""
    return YearFigures(
        region, year, years_of(session, this_year), tuple(each for each in tables if each.lines)
    )


def _course(scope: Scope) -> Table:
    """Registered, discussed, withdrawn: the one table that a year report begins with (S3: 17, 12, 5)."""
    year = scope.first.year
    status = scope.counted(Case.status, col(Case.id).in_(scope.cases))
    destroyed = scope.number(Destruction, col(Destruction.case_number).startswith(f"{year}-"))
    registered = sum(status.values()) + max(destroyed, len(scope.gone))
    lines = [Count("aangemeld", registered), Count("besproken", scope.n)]
    status[CaseStatus.WITHDRAWN] = status.get(CaseStatus.WITHDRAWN, 0) + sum(scope.ended.values())
    ended = (CaseStatus.WITHDRAWN, CaseStatus.CLOSED)
    lines += [Count(each.label.lower(), status[each]) for each in ended if status.get(each)]
    if destroyed:
        lines.append(Count("vernietigd of overgedragen", destroyed))
    return Table("Aanmeldingen", tuple(lines), registered, "aangemeld", several=True)


def _triage(scope: Scope) -> Table:
    later = aliased(Triage)
    is_newest = ~(
        select(later.id)
        .where(col(later.case_id) == col(Triage.case_id), col(later.created_at) > col(Triage.created_at))
        .exists()
    )
    rows = scope.session.exec(
        select(Triage.outcome, func.count())
        .where(col(Triage.case_id).in_(scope.cases), is_newest)
        .group_by(col(Triage.outcome))
    ).all()
    decided = {str(outcome) if outcome else "": count for outcome, count in rows}
    ended = {end: count for end, count in scope.ended.items() if end in set(TriageOutcome)}
    found = merge(decided, ended)
    return Table("Triage", tally(TriageOutcome, found), sum(found.values()), "triage gedaan")


def _who(scope: Scope) -> Iterable[Table]:
    """Who registers, and about whom."""
    n = scope.n
    plain: tuple[tuple[str, type[Word], Any, str], ...] = (
        ("Aanmelder", ApplicantKind, Case.applicant_kind, "applicant_kind"),
        ("Gender", Gender, Case.gender, "gender"),
        ("Juridisch kader", LegalFrame, Case.legal_frame, "legal_frame"),
        ("Verblijf", Residence, Case.residence, "residence"),
        ("Onderwijs of werk", Education, Case.education, "education"),
    )
    for title, words, column, name in plain:
        gone = Counter(str(getattr(row, name) or "") for row in scope.gone)
        found = merge(scope.counted(column, scope.is_discussed), gone)
        yield Table(title, tally(words, found), n, DISCUSSED)
    born = scope.session.exec(
        select(Case.birth_date, Case.received_on, Case.created_at).where(scope.is_discussed)  # type: ignore[type-var]  # the stubs know no empty dates
    ).all()
    ages = Counter(
        str(age_band(age_on(birth, received or local(made).date()))) if birth else ""
        for birth, received, made in born
    )
    gone = Counter(str(row.age_band or "") for row in scope.gone)
    yield Table("Leeftijd bij aanmelding", _in_order(AgeBand, merge(ages, gone)), n, DISCUSSED)


def _before(scope: Scope) -> Iterable[Table]:
    """What is asked, and what went before."""
    n = scope.n
    asked = scope.session.exec(select(Case.question_types).where(scope.is_discussed)).all()
    lists = [*asked, *(row.question_types for row in scope.gone)]
    found = occurrences(each or [""] for each in lists)
    yield Table("Soort vraag", tally(QuestionType, found), n, DISCUSSED, several=True)
    school = scope.counted(Case.school_problems, scope.is_discussed)
    yield Table("Problemen op school", tally(Answer, school), sum(school.values()), DISCUSSED)
    moves = scope.session.exec(
        select(func.count(col(CareSpell.id)))
        .select_from(Case)
        .join(
            CareSpell,
            (col(CareSpell.case_id) == col(Case.id)) & (col(CareSpell.kind) == CareKind.PLACEMENT),
            isouter=True,
        )
        .where(scope.is_discussed)
        .group_by(col(Case.id))
    ).all()
    bands = merge(
        Counter(str(placements_band(count)) for count in moves),
        Counter(str(row.placements) for row in scope.gone),
    )
    yield Table("Eerdere plaatsingen", _in_order(PlacementsBand, bands), n, DISCUSSED)
    refused = scope.counted(Refusal.reason, col(Refusal.case_id).in_(scope.discussed), table=Refusal)
    yield Table(
        "Afwijzingen door aanbieders", tally(RefusalReason, refused), sum(refused.values()), "afwijzingen"
    )


def _waiting(scope: Scope) -> Table:
    """How long it took, in days from registration; the middle one, because one long wait says nothing of the rest."""
    talked = scope.session.exec(
        select(Case.received_on, Case.created_at, func.min(Meeting.held_on))  # type: ignore[type-var]  # the stubs know no empty dates
        .join(Discussion, col(Discussion.case_id) == col(Case.id))
        .join(Meeting, col(Meeting.id) == col(Discussion.meeting_id))
        .where(col(Case.id).in_(scope.discussed), col(Discussion.closed_at).is_not(None))
        .group_by(col(Case.id))
    ).all()
    advised = scope.session.exec(
        select(Case.received_on, Case.created_at, func.min(Advice.established_at))  # type: ignore[type-var]  # nor empty moments
        .join(Advice, col(Advice.case_id) == col(Case.id))
        .where(col(Case.id).in_(scope.cases), col(Advice.established_at).is_not(None))
        .group_by(col(Case.id))
    ).all()
    talks = [(held - (got or local(made).date())).days for got, made, held in talked if held]
    advices = [(local(at).date() - (got or local(made).date())).days for got, made, at in advised if at]
    talks += [row.days_to_discussion for row in scope.gone if row.days_to_discussion is not None]
    advices += [row.days_to_advice for row in scope.gone if row.days_to_advice is not None]
    lines = []
    for what, days in (("tot de bespreking", talks), ("tot het vastgestelde advies", advices)):
        if days:
            lines.append(Count(what, max(0, round(median(days))), len(days)))
    return Table("Dagen sinds de aanmelding, de middelste", tuple(lines))


def _meetings(scope: Scope) -> Table:
    """Meetings held in the year, and how much of the planned time for cases was used (S3: half of it)."""
    held = (
        col(Meeting.status) == MeetingStatus.CLOSED,
        col(Meeting.held_on).between(scope.first, scope.last),
    )
    meetings = scope.number(Meeting, *held)
    if not meetings:
        return Table("Overleggen", ())
    planned = scope.session.exec(
        select(func.coalesce(func.sum(AgendaItem.minutes), 0))
        .join(Meeting, col(Meeting.id) == col(AgendaItem.meeting_id))
        .where(*held, col(AgendaItem.kind) == AgendaKind.CASE)
    ).one()
    segments = scope.session.exec(
        select(ClockSegment)
        .join(AgendaItem, col(AgendaItem.id) == col(ClockSegment.item_id))
        .join(Meeting, col(Meeting.id) == col(ClockSegment.meeting_id))
        .where(*held, col(AgendaItem.kind) == AgendaKind.CASE, col(ClockSegment.ended_at).is_not(None))
    ).all()
    used = 0
    if segments:
        last = max(each.ended_at for each in segments if each.ended_at)
        used = round(sum(span.total_seconds() for span in item_times(segments, last).values()) / 60)
    lines = (
        Count("gehouden", meetings),
        Count("minuten gepland voor casussen", int(planned)),
        Count("minuten gebruikt voor casussen", used),
    )
    return Table("Overleggen", lines)


def _advice(scope: Scope) -> Iterable[Table]:
    """What was advised, whether it was promised, and whether it happened."""
    n = scope.n
    rows = scope.session.exec(
        select(AdviceItem.case_id, AdviceItem.kind)
        .where(col(AdviceItem.case_id).in_(scope.discussed), col(AdviceItem.removed_at).is_(None))
        .distinct()
    ).all()
    found = merge(
        Counter(str(kind or "") for _, kind in rows), occurrences(row.advice_types for row in scope.gone)
    )
    yield Table("Soort advies", tally(AdviceType, found), n, DISCUSSED, several=True)
    answers = scope.session.exec(
        select(Mandate.result, func.count())
        .join(Commitment, col(Commitment.id) == col(Mandate.commitment_id))
        .where(
            col(Commitment.case_id).in_(scope.discussed),
            col(Commitment.removed_at).is_(None),
            col(Mandate.result).is_not(None),
        )
        .group_by(col(Mandate.result))
    ).all()
    mandates = {str(result): count for result, count in answers}
    yield Table(
        "Mandaat per toezegging", tally(MandateResult, mandates), sum(mandates.values()), "antwoorden"
    )
    for moment, name in (
        (EvaluationMoment.THREE_MONTHS, "outcome_three_months"),
        (EvaluationMoment.SIX_MONTHS, "outcome_six_months"),
    ):
        outcomes = scope.session.exec(
            select(AdviceOutcome.result, func.count())
            .join(Evaluation, col(Evaluation.id) == col(AdviceOutcome.evaluation_id))
            .where(col(AdviceOutcome.case_id).in_(scope.discussed), col(Evaluation.moment) == moment)
            .group_by(col(AdviceOutcome.result))
        ).all()
        results = merge(
            {str(result): count for result, count in outcomes},
            Counter(str(value) for row in scope.gone if (value := getattr(row, name))),
        )
        title = f"Uitkomst van het advies na {moment.label}"
        yield Table(title, tally(OutcomeResult, results), sum(results.values()), "adviespunten")
    reasons = scope.counted(
        AdviceOutcome.reason,
        col(AdviceOutcome.case_id).in_(scope.discussed),
        col(AdviceOutcome.reason).is_not(None),
        table=AdviceOutcome,
    )
    yield Table(
        "Waarom niet of deels uitgevoerd", tally(OutcomeReason, reasons), sum(reasons.values()), "keer"
    )


def _signals(scope: Scope) -> Iterable[Table]:
    """What the region lacks: signals of the meetings of the year."""
    within = (
        col(Signal.removed).is_(False),
        col(Meeting.held_on).between(scope.first, scope.last),
    )
    for title, words, column in (
        ("Signalen", SignalCode, col(Signal.code)),
        ("Signalen naar niveau", SignalLevel, col(Signal.level)),
    ):
        rows = scope.session.exec(
            select(column, func.count())
            .select_from(Signal)
            .join(Meeting, col(Meeting.id) == col(Signal.meeting_id))
            .where(*within)
            .group_by(column)
        ).all()
        found = {str(value): count for value, count in rows}
        yield Table(title, tally(words, found), sum(found.values()), "signalen")


def _consultations(scope: Scope) -> Table:
    """Function 1: short advice that need not become a case."""
    within = (
        col(Consultation.removed_at).is_(None),
        col(Consultation.asked_on).between(scope.first, scope.last),
    )
    total, minutes, became, from_triage = scope.session.exec(
        select(
            func.count(),
            func.coalesce(func.sum(Consultation.minutes), 0),
            func.count(col(Consultation.case_id)),
            func.count(col(Consultation.from_case_id)),
        ).where(*within)
    ).one()
    if not total:
        return Table("Consultaties", ())
    lines = (
        Count("gegeven", total),
        Count("werd een aanmelding", became),
        Count("na triage van een aanmelding", from_triage),
        Count("minuten besteed", int(minutes or 0)),
    )
    return Table("Consultaties", lines)


def _in_order(words: type[Word], found: dict[str, int]) -> tuple[Count, ...]:
    """Bands keep their own order."""
    known = tuple(Count(word.label, found[word]) for word in words if found.get(word))
    return (*known, Count("niet ingevuld", found[""])) if found.get("") else known

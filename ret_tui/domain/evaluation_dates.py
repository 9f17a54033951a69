"""When a case is looked at again: fixed moments after the discussion (domain §7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from ret_tui.domain.dates import add_months
from ret_tui.domain.evaluation_terms import DEFAULT_TEXT, EvaluationTerm, MomentKey, read_terms
from ret_tui.domain.words import EvaluationMoment
from ret_tui.domain.working_days import DEFAULT_RULES, HolidayRules, next_working_day


@dataclass(frozen=True)
class PlannedEvaluation:
    """A moment with its date, always a working day."""

    moment: EvaluationMoment
    due_on: date
    term: str = ""

    @property
    def key(self) -> MomentKey:
        """Which moment this is."""
        return MomentKey(self.moment, self.term)


DEFAULT_TERMS = read_terms(DEFAULT_TEXT)


def evaluation_dates(
    discussed_on: date,
    terms: tuple[EvaluationTerm, ...] = DEFAULT_TERMS,
    rules: HolidayRules = DEFAULT_RULES,
) -> tuple[PlannedEvaluation, ...]:
    """The dates of the evaluation moments; one in a weekend or on a holiday moves to the next working day.

    Months end on the last day of a shorter month (31 August + 6 months is 28 February).
    """
    return tuple(
        PlannedEvaluation(
            each.moment,
            next_working_day(add_months(discussed_on, each.months) + timedelta(each.days), rules),
            each.name,
        )
        for each in terms
    )

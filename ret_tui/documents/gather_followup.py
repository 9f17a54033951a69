"""From what happened after the meeting to the facts of the letters after an evaluation and at closing.

Left out here: what was noted with an outcome, the lesson, moves, entries of the log, escalation questions and answers,
and the words and view of anybody but the reader. Parents who live apart are told none of each other's words, since what
was written down at an evaluation does not say which parent said it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from ret_tui.documents.facts import (
    ClosingLetterFacts,
    ClosingParentsFacts,
    ClosingYoungPersonFacts,
    EvaluationLetterFacts,
    EvaluationParentsFacts,
    EvaluationYoungPersonFacts,
    OutcomeLine,
    Person,
    Signature,
    WhoDoesWhat,
)
from ret_tui.documents.gather_case import CaseSource, person, text
from ret_tui.domain.followup_words import EvaluationHow, OutcomeResult
from ret_tui.domain.letter_rules import LetterRight
from ret_tui.domain.letter_words import LetterOccasion, LetterReader
from ret_tui.domain.words import DirectionRole
from ret_tui.queries import letters_after as after
from ret_tui.queries.followup_values import ItemLine

_HOW = {
    EvaluationHow.TALK: "in een gesprek",
    EvaluationHow.PHONE: "aan de telefoon",
    EvaluationHow.LETTER: "met een brief",
    EvaluationHow.MEETING: "in het overleg",
}


class EvaluationSource(CaseSource):
    """Everything the letters after one evaluation are made of, read once."""

    def __init__(self, session: Session, evaluation_id: UUID, today: date) -> None:
        self.held = after.held_evaluation(session, evaluation_id)
        day = max(today, self.held.on or today)
        super().__init__(session, self.held.case_id, today, day, LetterOccasion.EVALUATION, evaluation_id)
        self.directors = after.directors_now(session, self.held.case_id)
        self.alone = _reads_alone(self)

    def facts(self, right: LetterRight) -> EvaluationLetterFacts:
        """The facts of one letter."""
        young = right.kind.reader is LetterReader.YOUNG_PERSON
        report, director = self.held.report, person(self.directors.get(DirectionRole.PROCESS_DIRECTOR))
        signature = Signature(director.name if director else "", "procesregisseur")
        heard = "young_person" if young else "family" if self.alone else ""
        kind = EvaluationYoungPersonFacts if young else EvaluationParentsFacts
        return kind(
            head=self.head(
                self.young_person() if young else self.parents(right), signature, draft=not self.held.done
            ),
            sentences=replace(self.sentences(), binding=""),
            first_name=self.first_name,
            held_on=self.held.on,
            meeting_date=self.held.meeting_on,
            outcomes=_outcomes(self.held.items, young=young),
            situation=text(report["situation"]),
            next_step=report["next_step"],
            process_director=director or Person("", ""),
            how=_HOW[report["how"]] if report["how"] else "",
            own_words=text(report[f"{heard}_words"]) if heard else "",
            view=report[f"{heard}_view"] if heard else None,
            actions=tuple(WhoDoesWhat(what, who, on) for what, who, on in self.held.open_actions),
            next_talk=self.held.next_on,
        )


class ClosingSource(CaseSource):
    """Everything the letters at closing are made of, read once."""

    def __init__(self, session: Session, closing_id: UUID, today: date) -> None:
        self.closed = after.closed_case(session, closing_id)
        day = max(today, self.closed.on)
        super().__init__(session, self.closed.case_id, today, day, LetterOccasion.CLOSING, closing_id)
        self.directors = after.directors_now(session, self.closed.case_id)

    def facts(self, right: LetterRight) -> ClosingLetterFacts:
        """The facts of one letter."""
        young = right.kind.reader is LetterReader.YOUNG_PERSON
        director = person(self.directors.get(DirectionRole.PROCESS_DIRECTOR))
        manager = person(self.directors.get(DirectionRole.CASE_MANAGER))
        signature = (
            Signature(director.name, "procesregisseur") if director else Signature(*self.closed.closed_by)
        )
        kind = ClosingYoungPersonFacts if young else ClosingParentsFacts
        return kind(
            head=self.head(self.young_person() if young else self.parents(right), signature, draft=False),
            sentences=replace(self.sentences(), binding=""),
            first_name=self.first_name,
            closed_on=self.closed.on,
            kind=self.closed.kind,
            outcomes=_outcomes(self.closed.items, young=young),
            responsible=self.closed.stays_responsible or _reachable(manager),
            situation=self.closed.situation,
            reason=self.closed.reason,
            escalation=self.closed.escalation,
            process_director=director,
        )


def _reads_alone(source: CaseSource) -> bool:
    """Whether all parents share one letter, or there is one parent or guardian only."""
    return len([each for each in source.rights if each.kind.reader is LetterReader.PARENTS]) <= 1


def _outcomes(items: tuple[ItemLine, ...], *, young: bool) -> tuple[OutcomeLine, ...]:
    return tuple(
        OutcomeLine(
            (young and each.for_young_person) or each.what, each.result or OutcomeResult.RUNNING, each.reason
        )
        for each in items
    )


def _reachable(manager: Person | None) -> str:
    """`H. Hulpverlener van Zorgaanbieder Proef, telefoon 06 …`."""
    if manager is None:
        return ""
    name = f"{manager.name} van {manager.organisation}" if manager.organisation else manager.name
    return f"{name}, telefoon {manager.phone}" if manager.phone else name

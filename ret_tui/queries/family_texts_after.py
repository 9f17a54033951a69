"""What professionals wrote at an evaluation or a closing and the family will read in the letter of it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.advice import AdviceItemFields, AgreedActionFields, Evaluation
from ret_tui.domain.followup import CaseClosing, ClosingFields, ReportFields
from ret_tui.domain.followup_words import ClosingKind
from ret_tui.domain.meeting import Discussion
from ret_tui.queries.family_texts import FamilyText, FamilyTexts, names_around, text_of
from ret_tui.queries.followup_values import ItemLine
from ret_tui.queries.letters_after import closed_case, held_evaluation

DONE = "De evaluatie is afgerond. Wat er staat, ligt vast."
TOLD = "De afsluitbrief is verstuurd. Wat erin staat, ligt vast."


def evaluation_texts(session: Session, evaluation_id: UUID) -> FamilyTexts:
    """The texts of the letter after an evaluation; only those of its report may be changed here.

    Raises:
        NotFound: no such evaluation.
    """
    held = held_evaluation(session, evaluation_id)
    row = session.get_one(Evaluation, evaluation_id)
    meeting = session.exec(
        select(Discussion.meeting_id).where(col(Discussion.item_id) == row.item_id)
    ).first()
    texts = [
        *_advice(held.items),
        text_of("evaluation_report", evaluation_id, ReportFields, "situation", held.report["situation"]),
        *(
            text_of(
                "agreed_action", evaluation_id, AgreedActionFields, "what", what, f"Afspraak {number}: ",
                changeable=False,
            )
            for number, (what, _, _) in enumerate(held.open_actions, 1)
        ),
    ]  # fmt: skip
    return FamilyTexts(
        _filled(texts),
        held.on,
        DONE if held.done else "",
        *names_around(session, held.case_id, row.item_id, meeting),
    )


def closing_texts(session: Session, closing_id: UUID) -> FamilyTexts:
    """The texts of the letter at closing; what the closing itself says may be changed until the family was told.

    Raises:
        NotFound: no such closing.
    """
    closed = closed_case(session, closing_id)
    row = session.get_one(CaseClosing, closing_id)
    told = (row.reason or "") if closed.kind is ClosingKind.WITHOUT_SOLUTION else ""
    texts = [
        text_of("case_closing", closing_id, ClosingFields, "reason", told),
        text_of("case_closing", closing_id, ClosingFields, "stays_responsible", row.stays_responsible),
        text_of(
            "evaluation_report", closing_id, ReportFields, "situation", closed.situation, changeable=False
        ),
        *_advice(closed.items),
    ]
    return FamilyTexts(
        _filled(texts), closed.on, TOLD if row.letter_on else "", *names_around(session, closed.case_id)
    )


def _advice(items: Sequence[ItemLine]) -> list[FamilyText]:
    return [
        text_of(
            "advice_item",
            each.id,
            AdviceItemFields,
            field,
            getattr(each, field),
            f"Advies {number}: ",
            changeable=False,
        )
        for number, each in enumerate(items, 1)
        for field in ("what", "for_young_person")
    ]


def _filled(texts: Sequence[FamilyText]) -> tuple[FamilyText, ...]:
    return tuple(each for each in texts if each.text.strip())

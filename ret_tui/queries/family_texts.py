"""What the professionals wrote in one discussion and the family will read, with what is known about names around it.

The family's own words are not here: nobody is to correct those.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.advice import AdviceFields, AdviceItemFields, AgreedActionFields
from ret_tui.domain.analysis import Analysis, AnalysisFields
from ret_tui.domain.base import Fields, label_of
from ret_tui.domain.case import AuthorityHolder, Case
from ret_tui.domain.meeting import Discussion, Meeting, Seat
from ret_tui.domain.people import Member, Organisation, Region
from ret_tui.domain.text import fold
from ret_tui.domain.words import AdviceStatus
from ret_tui.queries.discussion import advice, agreements

_ADVICE = ("summary", "why", "bridging", "safety", "school", "perspective", "at_eighteen", "for_young_person")
_ITEM = ("what", "why", "goal", "for_young_person")


ESTABLISHED = "Het advies is vastgesteld. Herzie het om nog iets te wijzigen."


@dataclass(frozen=True, slots=True)
class FamilyText:
    """One text. `table` and `row_id` tell whose it is: of the advice it is the agenda item, of the analysis the case, of a
    report the evaluation. One that is not `changeable` stands in a letter but was settled before.
    """

    table: str
    row_id: UUID
    field: str
    label: str
    text: str
    changeable: bool = True


@dataclass(frozen=True, slots=True)
class FamilyTexts:
    """All texts of a discussion, an evaluation or a closing, in the order of the letter.

    `fixed` says why none of them may be changed any more; empty while they may. `known` are folded words that surprise nobody as a name; `persons` folded words of a parent's name that should not
    simply stand in the letter to the other parent.
    """

    texts: tuple[FamilyText, ...]
    day: date | None
    fixed: str
    known: frozenset[str]
    persons: dict[str, str]


def family_texts(session: Session, item_id: UUID) -> FamilyTexts:
    """What the family will read of this discussion.

    Raises:
        NotFound: the agenda item is no case that was begun.
    """
    view = advice(session, item_id)
    talk, meeting = session.exec(
        select(Discussion, Meeting)
        .join(Meeting, col(Meeting.id) == col(Discussion.meeting_id))
        .where(col(Discussion.item_id) == item_id)
    ).one()
    return FamilyTexts(
        tuple(_texts(session, item_id, talk.case_id)),
        meeting.held_on,
        ESTABLISHED if view.status is AdviceStatus.ESTABLISHED else "",
        *names_around(session, talk.case_id, item_id, talk.meeting_id),
    )


def _texts(session: Session, item_id: UUID, case_id: UUID) -> Iterable[FamilyText]:
    view = advice(session, item_id)
    found = [text_of("advice", item_id, AdviceFields, "summary", view.fields["summary"])]
    plain = session.exec(select(Analysis.in_plain_words).where(col(Analysis.case_id) == case_id)).first()
    found.append(text_of("analysis", case_id, AnalysisFields, "in_plain_words", plain))
    found += [text_of("advice", item_id, AdviceFields, name, view.fields[name]) for name in _ADVICE[1:]]
    for number, item in enumerate(view.items, 1):
        found += [
            text_of("advice_item", item.id, AdviceItemFields, name, item[name], f"Advies {number}: ")
            for name in _ITEM
        ]
    for number, agreed in enumerate(agreements(session, item_id).actions, 1):
        found.append(
            text_of(
                "agreed_action", agreed.id, AgreedActionFields, "what", agreed["what"], f"Afspraak {number}: "
            )
        )
    return [each for each in found if each.text.strip()]


def text_of(
    table: str,
    row_id: UUID,
    model: type[Fields],
    field: str,
    text: object,
    head: str = "",
    *,
    changeable: bool = True,
) -> FamilyText:
    """A text under the label of its field; `head` comes before it (`Advies 2: `)."""
    label = label_of(model, field)
    return FamilyText(
        table, row_id, field, f"{head}{label.lower()}" if head else label, str(text or ""), changeable
    )


def names_around(
    session: Session, case_id: UUID, item_id: UUID | None = None, meeting_id: UUID | None = None
) -> tuple[frozenset[str], dict[str, str]]:
    """Folded words that surprise nobody as a name, and words of a parent's name with who that is, for parents apart."""
    case = session.exec(select(Case).where(col(Case.id) == case_id)).one()
    region = session.exec(select(Region)).first()
    known: set[str] = set()
    for text in (
        case.first_name,
        case.last_name,
        case.municipality,
        case.applicant_name,
        case.applicant_organisation,
    ):
        known |= _words(text)
    for text in (
        case.support_person,
        case.residence_note,
        *(getattr(region, name, None) for name in ("name", "lead_municipality")),
    ):
        known |= _words(text)
    for organisation in session.exec(select(Organisation.name, Organisation.tag, Organisation.place)):
        known = known.union(*(_words(each) for each in organisation))
    for name in session.exec(select(Member.name).where(col(Member.ended_on).is_(None))):
        known |= _words(name)
    if meeting_id is not None:
        seats = select(Seat.name, Seat.tag, Seat.profession).where(
            col(Seat.meeting_id) == meeting_id, col(Seat.item_id).is_(None) | (col(Seat.item_id) == item_id)
        )
        for seat in session.exec(seats):
            known = known.union(*(_words(each) for each in seat))
    persons: dict[str, str] = {}
    own = _words(case.last_name) | _words(case.first_name)
    for holder in session.exec(select(AuthorityHolder).where(col(AuthorityHolder.case_id) == case_id)):
        words = _words(holder.name)
        if case.parents_apart:
            who = holder.relation.label.lower() if holder.relation else "een ouder"
            persons |= dict.fromkeys(words - own, f"{who}; de ouders wonen apart")
        else:
            known |= words
    return frozenset(known - set(persons)), persons


def _words(text: str | None) -> set[str]:
    """Folded words of a name, without particles as “van” and “de”."""
    return {fold(each) for each in re.findall(r"[^\W\d_]+", text or "") if len(each) > 2 or each.isupper()} - {
        "van", "den", "der", "het", "een", "ten", "ter", "aan", "voor", "met",
    }  # fmt: skip

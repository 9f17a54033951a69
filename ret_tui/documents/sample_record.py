"""A made-up record of a discussion and a made-up copy for inspection. All persons are invented."""

from __future__ import annotations

from dataclasses import fields, replace

from ret_tui.documents.facts import (
    Addressee,
    CopyLine,
    InspectionFacts,
    LetterFacts,
    RecordFacts,
    SaidLine,
    Signature,
)
from ret_tui.documents.sample_advice import FULL as ADVICE
from ret_tui.documents.sample_advice import PARENTS, REFERRER, bare_head
from ret_tui.documents.sample_advice import SPARE as SPARE_ADVICE
from ret_tui.domain.letter_words import LetterKind


def _record(kind: dict[LetterKind, LetterFacts], **more: object) -> RecordFacts:
    base = kind[LetterKind.REFERRER]
    return RecordFacts(**{each.name: getattr(base, each.name) for each in fields(base)} | more)


RECORD = _record(
    ADVICE,
    passing_on="",
    head=replace(REFERRER.head, addressee=Addressee("")),
    family_words=PARENTS.family_words,
    young_person_words=PARENTS.young_person_words,
    said=(
        SaidLine("GZ-psycholoog", "Het contact met de mentor houdt stand"),
        SaidLine("Moeder", "Hij belt mij elke avond"),
        SaidLine("Orthopedagoog", "Wisselende groepsleiding houdt de spanning in stand"),
    ),
    particulars=("Gesloten met iets open: de zorgaanbieder belt morgen terug over de plek.",),
)

INSPECTION = InspectionFacts(
    head=replace(REFERRER.head, addressee=Addressee(""), signature=Signature("", "")),
    for_whom="de jeugdige",
    left_out="Namen van anderen en wat anderen over zichzelf zeiden, staan hier niet in.",
    lines=(
        CopyLine("Hoe komt er een plek waar Sam kan blijven wonen?", "Aanmelding", "De vraag"),
        CopyLine("Voorbeeldstad", "", "Gemeente"),
        CopyLine("Pleeggezin, van 2021 tot 2023", "Tijdlijn van zorg"),
    ),
)

FULL: dict[LetterKind, LetterFacts] = {LetterKind.RECORD: RECORD, LetterKind.INSPECTION: INSPECTION}
"""Every value filled."""

SPARE: dict[LetterKind, LetterFacts] = {
    LetterKind.RECORD: _record(SPARE_ADVICE, passing_on=""),
    LetterKind.INSPECTION: InspectionFacts(
        head=bare_head(REFERRER.head),
        for_whom="de jeugdige",
        left_out=INSPECTION.left_out,
        lines=(CopyLine("Voorbeeldstad", "Aanmelding"),),
    ),
}
"""Only what they cannot do without."""

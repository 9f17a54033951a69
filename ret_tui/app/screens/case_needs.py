"""What a case still needs: before triage can decide, and before it can come to the table. Pure, from what is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ret_tui.domain.readiness import lacking
from ret_tui.domain.words import CaseStatus, TriageOutcome

if TYPE_CHECKING:
    from ret_tui.queries.planning import Preparation


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that lacks, in Dutch, and the place where it is filled in. What is not `required` helps."""

    text: str
    jump: str
    required: bool = True


_BEFORE_TRIAGE = (
    ("applicant_kind", "Wie meldt aan: soort"),
    ("applicant_name", "Wie meldt aan: naam"),
    ("first_name", "Voornaam van de jeugdige"),
    ("birth_date", "Geboortedatum"),
    ("municipality", "Gemeente"),
    ("legal_frame", "Juridisch kader"),
    ("question", "De vraag in één zin"),
    ("question_types", "Soort vraag"),
    ("tried", "Wat al geprobeerd is"),
    ("safety_acute", "Of het acuut onveilig is"),
    ("urgency", "Urgentie"),
)
"""Fields that the three questions of triage rest on: routes tried, question clear, urgent (domain §4)."""

JUMPS = {
    "analysis": "factor",
    "analysis.young_person_perspective": "analysis.perspective_living",
}
"""Places of the readiness check that have another name on the case screen."""
_GO = (TriageOutcome.DISCUSS, TriageOutcome.URGENT)
_EARLY = (CaseStatus.REGISTERED, CaseStatus.TRIAGE, CaseStatus.PLANNED)


def before_triage(seen: Preparation) -> tuple[Need, ...]:
    """What lacks for triage; the decision itself comes last. Empty once the case goes to the table or beyond."""
    if seen.file.head.status not in _EARLY or is_decided(seen):
        return ()
    fields = seen.file.fields
    found = [Need(text, f"case.{name}") for name, text in _BEFORE_TRIAGE if fields[name] in (None, "", [])]
    if not (fields["applicant_phone"] or fields["applicant_email"]):
        found.insert(0, Need("Telefoon of e-mail van de aanmelder", "case.applicant_phone", required=False))
    return (*found, Need("Het triagebesluit", "triage"))


def before_agenda(seen: Preparation) -> tuple[Need, ...]:
    """What lacks for the table, what the discussion itself needs first."""
    if seen.file.head.status not in _EARLY:
        return ()
    already = {need.jump for need in before_triage(seen)}
    needs = (Need(each.text, JUMPS.get(each.jump, each.jump), each.required) for each in lacking(seen.lines))
    return tuple(need for need in needs if need.jump not in already)


def is_decided(seen: Preparation) -> bool:
    """Whether the last triage decision sends the case to the table."""
    return bool(seen.file.triages) and seen.file.triages[-1]["outcome"] in _GO

"""What experts read before a case: its values for the reading bundle. Plain text in, plain text out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from ret_tui.domain.dates import age_on, birthday, month_year
from ret_tui.domain.text import within
from ret_tui.domain.words import Answer, LegalFrame

if TYPE_CHECKING:
    from ret_tui.queries.cases import CaseFile

MOST_TEXT = 40_000
"""Characters of one document in a bundle; who wants more reads the document itself."""

_VIEWS = {
    "perspective_living": "Wonen",
    "perspective_learning": "Leren of werken",
    "perspective_relations": "Wie belangrijk is",
    "perspective_year": "Over een jaar",
}


def about(file: CaseFile, on: date, *, named: bool) -> str:
    """`Sam, 15 jaar, Venlo`; without permission `Jeugdige, 15 jaar, Venlo`."""
    born = file.fields["birth_date"]
    parts = [
        (file.fields["first_name"] or "") if named else "Jeugdige",
        f"{age_on(born, on)} jaar" if born else "leeftijd onbekend",
        file.fields["municipality"] or "",
    ]
    return ", ".join(each for each in parts if each)


def bundle_values(
    file: CaseFile, on: date, documents: Sequence[tuple[str, str]], *, named: bool
) -> dict[str, Any]:
    """Everything in the bundle as it stands on the day of the meeting. `documents` are (title, text)."""
    fields, texts = file.fields, file.analysis.texts
    return {
        "wie": about(file, on, named=named),
        "zonder_naam": not named,
        "kern": _core(file, on),
        "vraag": fields["question"] or "",
        "geprobeerd": fields["tried"] or "",
        "veiligheid": _safety(file),
        "overbrugging": fields["bridging_now"] or "",
        "hulp": [
            {
                "tijd": _span(each["from_on"], each["to_on"]),
                "wat": _joined(each["kind"].label if each["kind"] else "", each["provider"]),
                "einde": each["why_ended"] or "",
            }
            for each in file.spells
        ],
        "afwijzingen": [
            _joined(each["provider"], within(each["reason"].label if each["reason"] else ""))
            + (f" ({each['note']})" if each["note"] else "")
            for each in file.refusals
            if each["provider"] or each["reason"]
        ],
        "gezin": texts["family_words"] or "",
        "jeugdige": [
            f"{title}: {texts[name]}" for name, title in _VIEWS.items() if (texts[name] or "").strip()
        ],
        "factoren": [
            {
                "wat": each["text"] + (" (betwist)" if each["contested"] else ""),
                "soort": _joined(each["kind"].label, within(each["role"].label if each["role"] else "")),
                "bron": each["source"] or "",
            }
            for each in file.analysis.factors
            if each["text"]
        ],
        "verbanden": _links(file),
        "hypothesen": [
            f"{each['text'].rstrip(' .')} ({each['status'].label.lower()})"
            for each in file.analysis.hypotheses
            if each["text"]
        ],
        "doelen": [
            each["text"] + (f" ({each['whose']})" if each["whose"] else "")
            for each in file.analysis.goals
            if each["text"]
        ],
        "tegenstrijdig": texts["contradictions"] or "",
        "diagnostiek": texts["missing_diagnostics"] or "",
        "stukken": [{"titel": title, "tekst": _readable(text)} for title, text in documents],
    }


def _core(file: CaseFile, on: date) -> list[dict[str, str]]:
    """The situation at a glance; what is not known is left out."""
    fields = file.fields
    born, frame = fields["birth_date"], fields["legal_frame"]
    eighteen = birthday(born, 18) if born else None
    applicant = _joined(
        fields["applicant_organisation"],
        within(
            fields["applicant_kind"].label
            if fields["applicant_kind"] and not fields["applicant_organisation"]
            else ""
        ),
    )
    waiting = _joined(
        fields["waiting_for"],
        f"sinds {month_year(fields['waiting_since'])}"
        if fields["waiting_since"] and fields["waiting_for"]
        else "",
    )
    found = (
        ("Aangemeld door", applicant),
        ("Juridisch kader", frame.label if frame and frame is not LegalFrame.UNKNOWN else ""),
        (
            "Woont nu",
            _joined(fields["residence"].label if fields["residence"] else "", fields["residence_note"]),
        ),
        ("Onderwijs of werk", fields["education"].label if fields["education"] else ""),
        ("Wacht op", waiting),
        ("Wordt 18", month_year(eighteen) if eighteen and eighteen > on else ""),
        ("Taal thuis", _joined(fields["language"], "tolk nodig" if fields["interpreter"] else "")),
    )
    return [{"wat": name, "tekst": text} for name, text in found if text]


def _safety(file: CaseFile) -> str:
    fields = file.fields
    acute = "Het is nu acuut onveilig." if fields["safety_acute"] is Answer.YES else ""
    watch = f"Wie erop let: {fields['safety_watch']}." if fields["safety_watch"] else ""
    return " ".join(part for part in (acute, fields["safety_agreements"], watch) if part)


def _links(file: CaseFile) -> list[str]:
    names = {each.id: each["text"] for each in file.analysis.factors if each["text"]}
    return [
        f"“{names[each.from_id]}” {each.effect.label.lower()} “{names[each.to_id]}”"
        for each in file.analysis.links
        if each.from_id in names and each.to_id in names
    ]


def _readable(text: str) -> str:
    if not text.strip():
        return "De tekst van dit stuk is niet te lezen; vraag het stuk zelf op."
    if len(text) > MOST_TEXT:
        return (
            f"{text[:MOST_TEXT]}\n… Het stuk gaat verder: dit is het begin. Vraag het hele stuk op bij ons."
        )
    return text


def _span(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return ""
    return f"{month_year(start) if start else '?'} – {month_year(end) if end else 'nu'}"


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)

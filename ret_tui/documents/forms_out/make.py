"""Writes the two forms that referrers fill in.

    python -m ret_tui.documents.forms_out.make          # writes templates/aanmeldformulier.docx, verklarende-analyse.docx

What stands on them, in which order; how it looks is in `word.house_form`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ret_tui.assets import assets
from ret_tui.documents.forms_out import texts
from ret_tui.domain.words import (
    CareKind,
    FactorDomain,
    FactorKind,
    FactOrOpinion,
    FactorRole,
    PermissionHow,
    RefusalReason,
    Word,
)

REGISTRATION = "aanmeldformulier.docx"
ANALYSIS = "verklarende-analyse.docx"

_APPLICANT = ("applicant_kind", "applicant_name", "applicant_role", "applicant_organisation", "applicant_phone", "applicant_email", "applicant_address")  # fmt: skip
_YOUNG_PERSON = ("first_name", "last_name", "birth_date", "gender", "young_person_address", "municipality", "legal_frame", "parents_apart")  # fmt: skip
_QUESTION = ("question", "question_types", "tried", "waiting_for", "waiting_since", "urgency")
_LIVING = ("residence", "residence_note", "education", "school_problems")
_SAFETY = ("safety_acute", "safety_agreements", "safety_watch", "bridging_now")
_PRACTICAL = ("language", "interpreter", "support_person", "director_candidate")
_HOLDER = ("name", "relation", "has_authority", "address", "address_secret", "phone", "email", "informed_on")
_OWN_WORDS = (
    "family_words",
    "perspective_living",
    "perspective_learning",
    "perspective_relations",
    "perspective_year",
)
_CONTENT = ("contradictions", "missing_diagnostics", "in_plain_words", "recognised", "recognised_note")


def registration() -> bytes:
    """The registration form."""
    from ret_tui.documents.word.house_form import Column, Form

    form = Form(texts.REGISTRATION_TITLE, texts.REGISTRATION_OPENING)
    form.heading("Aanmelder")
    form.fields("case", _APPLICANT, hints=texts.FIELD_HINTS)
    form.heading("Jeugdige")
    form.fields("case", _YOUNG_PERSON, hints=texts.FIELD_HINTS)
    form.heading("Ouder of voogd 1", texts.PART_HINTS["parent"])
    form.fields("holder", _HOLDER, "1.", hints=texts.FIELD_HINTS)
    form.heading("Ouder of voogd 2")
    form.fields("holder", _HOLDER, "2.", hints=texts.FIELD_HINTS)
    form.heading("Vraag")
    form.fields("case", _QUESTION, hints=texts.FIELD_HINTS)
    form.heading("Hulp", texts.PART_HINTS["care"])
    form.records(
        (
            Column("Van (datum)", 2.0),
            Column("Tot (datum)", 2.0),
            Column("Soort", 2.4, _labels(CareKind)),
            Column("Aanbieder of plek", 4.0),
            Column("Waarom gestopt", 4.0),
        ),
        (),
        6,
    )
    form.heading("Afwijzingen", texts.PART_HINTS["refusals"])
    form.records(
        (
            Column("Aanbieder", 4.0),
            Column("Reden", 3.0, _labels(RefusalReason)),
            Column("Toelichting", 4.5),
            Column("Datum", 2.0),
        ),
        (),
        4,
    )
    form.heading("Wonen en school")
    form.fields("case", _LIVING, hints=texts.FIELD_HINTS)
    form.heading("Veiligheid")
    form.fields("case", _SAFETY, hints=texts.FIELD_HINTS)
    form.heading("Praktisch")
    form.fields("case", _PRACTICAL, hints=texts.FIELD_HINTS)
    form.heading("Toestemming", texts.PART_HINTS["permission"])
    yes_no = ("Ja", "Nee")
    form.records(
        (
            Column("Wie geeft toestemming", 3.6),
            Column("Bespreken met naam", 2.6, yes_no),
            Column("Stukken delen", 2.6, yes_no),
            Column("Datum", 2.4),
            Column("Hoe", 2.8, _labels(PermissionHow)),
        ),
        ("Jeugdige", "Ouder of voogd 1", "Ouder of voogd 2"),
        4,
    )
    return form.bytes()


def analysis() -> bytes:
    """The form for the explanatory analysis."""
    from ret_tui.documents.word.house_form import Column, Form

    form = Form(texts.ANALYSIS_TITLE, texts.ANALYSIS_OPENING)
    form.heading("Voor wie")
    form.fields("case", ("first_name", "last_name", "birth_date"))
    form.heading("In eigen woorden")
    form.fields("analysis", _OWN_WORDS, hints=texts.FIELD_HINTS)
    form.heading("Factoren", texts.PART_HINTS["factors"])
    form.records(
        (
            Column("Factor", 4.2),
            Column("Domein", 2.4, _labels(FactorDomain)),
            Column("Soort", 2.2, _labels(FactorKind)),
            Column("Rol", 2.2, _labels(FactorRole)),
            Column("Wie zegt dit", 2.3),
            Column("Feit of mening", 2.0, _labels(FactOrOpinion)),
        ),
        (),
        8,
    )
    form.heading("Hypothesen", texts.PART_HINTS["hypotheses"])
    form.records((Column("Hypothese", 4.0), Column("Ervoor", 3.0), Column("Ertegen", 3.0)), (), 3)
    form.heading("Doelen", texts.PART_HINTS["goals"])
    form.records((Column("Doel", 5.0), Column("Van wie", 2.0)), (), 4)
    form.heading("Vakinhoud en herkenning")
    form.fields("analysis", _CONTENT, hints=texts.FIELD_HINTS)
    return form.bytes()


def _labels(words: type[Word]) -> tuple[str, ...]:
    return tuple(each.label for each in words)


def main(folder: Path | None = None) -> None:
    """Write both forms."""
    where = folder or assets("templates")
    for name, data in ((REGISTRATION, registration()), (ANALYSIS, analysis())):
        (where / name).write_bytes(data)
        sys.stdout.write(f"{where / name}\n")


if __name__ == "__main__":
    main()

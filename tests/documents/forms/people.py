"""Made-up young people as referrers write about them: the text in the form, and what should come of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ret_tui.domain.words import (
    Answer,
    ApplicantKind,
    AuthorityRelation,
    CareKind,
    Education,
    Gender,
    LegalFrame,
    QuestionType,
    RefusalReason,
    Residence,
    Urgency,
)

TODAY = date(2026, 11, 21)


@dataclass(frozen=True)
class Said:
    """What stands in the form, and the value it means; None when a person has to look at it."""

    text: str
    value: Any


def said(text: str, value: Any = ...) -> Said:
    """Text that means itself unless told otherwise."""
    return Said(text, text if value is ... else value)


SAM = {
    "case.applicant_kind": said("gemeente", ApplicantKind.MUNICIPALITY),
    "case.applicant_name": said("Aad Aanmelder"),
    "case.applicant_role": said("consulent jeugd"),
    "case.applicant_organisation": said("Gemeente Proefstad"),
    "case.applicant_phone": said("06-12345678"),
    "case.applicant_email": said("aad@proefstad.test"),
    "case.first_name": said("Sam"),
    "case.last_name": said("de Proef"),
    "case.birth_date": said("21-3-2011", date(2011, 3, 21)),
    "case.gender": said("jongen", Gender.MALE),
    "case.municipality": said("Proefstad"),
    "case.legal_frame": said("OTS sinds 2024", LegalFrame.SUPERVISION_ORDER),
    "case.parents_apart": said("ja", True),
    "case.residence": said("behandelgroep", Residence.GROUP),
    "case.education": said("Thuiszitter", Education.AT_HOME),
    "case.school_problems": said("ja", Answer.YES),
    "case.question": said("Hoe komt er een plek waar Sam kan blijven?"),
    "case.question_types": said("woonplek, regie", [QuestionType.LIVING_PLACE, QuestionType.DIRECTION]),
    "case.tried": said("Drie groepen, telkens gestopt na een half jaar.\nMST in 2024."),
    "case.waiting_for": said("Kleinschalig wonen bij Aanbieder Proef"),
    "case.waiting_since": said("1 september 2025", date(2025, 9, 1)),
    "case.safety_acute": said("nee", Answer.NO),
    "case.safety_agreements": said("Bij spanning belt moeder de crisisdienst."),
    "case.urgency": said("spoedig", Urgency.SOON),
    "case.language": said("Nederlands"),
    "case.interpreter": said("nee", False),
    "case.support_person": said("Oma Proef"),
}
ROBIN = {
    "case.applicant_kind": said("Gecertificeerde instelling (GI)", ApplicantKind.CERTIFIED_INSTITUTION),
    "case.applicant_name": said("Gea van der Test"),
    "case.applicant_role": said("jeugdbeschermer"),
    "case.applicant_organisation": said("GI Proef & Co <Zuid>"),
    "case.applicant_phone": said("+31 77 123 45 60"),
    "case.applicant_email": said("g.vandertest@gi-proef.test"),
    "case.first_name": said("Robin"),
    "case.last_name": said("Łukasiewicz-Proef"),
    "case.birth_date": said("29 februari 2012", date(2012, 2, 29)),
    "case.gender": said("Meisje", Gender.FEMALE),
    "case.municipality": said("Horst aan de Maas"),
    "case.legal_frame": said("Voogdij", LegalFrame.GUARDIANSHIP),
    "case.parents_apart": said("Nee", False),
    "case.residence": said("Pleeggezin", Residence.FOSTER),
    "case.education": said("VSO", Education.SPECIAL),
    "case.school_problems": said("onbekend", Answer.UNKNOWN),
    "case.question": said("Welke behandeling past bij Robin, en wie kan die bieden?"),
    "case.question_types": said("diagnostiek", [QuestionType.DIAGNOSTICS]),
    "case.tried": said("Ambulante hulp thuis; speltherapie; daarna pleegzorg."),
    "case.waiting_for": said("Traumabehandeling"),
    "case.waiting_since": said("03/02/2026", date(2026, 2, 3)),
    "case.safety_acute": said("onbekend", Answer.UNKNOWN),
    "case.safety_agreements": said("Pleegouders bellen altijd eerst de voogd."),
    "case.urgency": said("gewoon", Urgency.NORMAL),
    "case.language": said("Pools en Nederlands"),
    "case.interpreter": said("ja", True),
    "case.support_person": said("Tante Proef"),
}
PEOPLE = {"sam": SAM, "robin": ROBIN}

MOTHER = {
    "name": said("Testmoeder de Proef"),
    "relation": said("moeder", AuthorityRelation.MOTHER),
    "phone": said("0612345670"),
}
FATHER = {
    "name": said("Testvader Proef"),
    "relation": said("vader", AuthorityRelation.FATHER),
    "phone": said("0612345671"),
}

CARE = (
    ("1-2-2023", "1-8-2023", "plaatsing", "Groep Proef", "spanning in de groep"),
    ("1-9-2023", "15-1-2024", "ambulant", "MST-team Proef", "afgerond"),
)
CARE_VALUES = (
    (date(2023, 2, 1), date(2023, 8, 1), CareKind.PLACEMENT, "Groep Proef", "spanning in de groep"),
    (date(2023, 9, 1), date(2024, 1, 15), CareKind.OUTPATIENT, "MST-team Proef", "afgerond"),
)
CARE_FIELDS = ("from_on", "to_on", "kind", "provider", "why_ended")

REFUSALS = (
    ("De Proefhoeve", "wachtlijst", "1-10-2025"),
    ("Huis Proef", "past niet in de groep", "12-11-2025"),
)
REFUSAL_VALUES = (
    ("De Proefhoeve", RefusalReason.WAITING_LIST, date(2025, 10, 1)),
    ("Huis Proef", RefusalReason.GROUP, date(2025, 11, 12)),
)
REFUSAL_FIELDS = ("provider", "reason", "refused_on")

ANALYSIS = {
    "analysis.family_words": said("Het is thuis te druk, zegt moeder.\nSam zegt: niemand blijft."),
    "analysis.perspective_living": said("Op een plek waar ik mag blijven."),
    "analysis.perspective_learning": said("Fietsenmaker worden."),
    "analysis.perspective_relations": said("Mijn oma en mijn mentor."),
    "analysis.perspective_year": said("Dan woon ik ergens vast."),
    "analysis.contradictions": said("School ziet autisme, de GGZ ziet trauma."),
    "analysis.missing_diagnostics": said("Onderzoek naar trauma ontbreekt."),
}
FACTORS = (
    ("Wisselende begeleiding", "hulpverlening", "risico", "in stand houdend", "moeder"),
    ("Band met de mentor", "netwerk", "beschermend", "helpend", "Sam"),
)

"""The two long forms of a case: the registration, and the texts of the analysis. Both are saved as typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult

from ret_tui.app.forms import FormPane, Section
from ret_tui.app.screens.case_base import CasePart

if TYPE_CHECKING:
    from ret_tui.app.screens.case import CaseScreen
    from ret_tui.queries.planning import Preparation

REGISTRATION_SECTIONS = (
    Section(
        "Aanmelder",
        "received_on",
        "applicant_kind",
        "applicant_name",
        "applicant_role",
        "applicant_organisation",
        "applicant_phone",
        "applicant_email",
        "applicant_address",
    ),
    Section(
        "Jeugdige",
        "first_name",
        "last_name",
        "birth_date",
        "gender",
        "young_person_address",
        "municipality",
        "legal_frame",
        "parents_apart",
    ),
    Section(
        "Vraag", "question", "question_types", "tried", "waiting_for", "waiting_since", "urgency", "complex"
    ),
    Section("Wonen en school", "residence", "residence_note", "education", "school_problems"),
    Section("Veiligheid", "safety_acute", "safety_agreements", "safety_watch", "bridging_now"),
    Section("Praktisch", "language", "interpreter", "support_person"),
    Section("Voorzitter", "director_candidate", "form_note", "chair_note"),
)
"""Every field of a registration but those about permission, as a referrer tells it (domain §11)."""

REGISTRATION_NEEDED = (
    "applicant_kind",
    "applicant_name",
    "first_name",
    "birth_date",
    "municipality",
    "legal_frame",
    "question",
    "question_types",
    "residence",
    "education",
    "safety_acute",
    "director_candidate",
)
"""What makes a section of the registration complete. Nothing ever blocks; the rail shows it."""

ANALYSIS_SECTIONS = (
    Section(
        "In eigen woorden",
        "family_words",
        "perspective_living",
        "perspective_learning",
        "perspective_relations",
        "perspective_year",
    ),
    Section("Vakinhoud", "contradictions", "missing_diagnostics"),
    Section("Voor de brief", "in_plain_words"),
    Section("Herkenning", "recognised", "recognised_note"),
)

ANALYSIS_NEEDED = (
    "family_words",
    "perspective_living",
    "perspective_learning",
    "perspective_relations",
    "perspective_year",
    "in_plain_words",
    "recognised",
)


class CaseForm(FormPane):
    """A form whose section keys lead on to the part behind it, or back to the part before."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "next_section":
            return self._current + 1 < len(self._sections)
        if action == "previous_section":
            return self._current > 0
        return super().check_action(action, parameters)


class FormPart(CasePart):
    """A part that is one form. The form is made when the values are there."""

    def __init__(self, case: CaseScreen) -> None:
        super().__init__(case)
        self._pane: FormPane | None = None
        self._wanted = ""

    def make(self, seen: Preparation) -> FormPane:
        """The form, filled with what the store holds."""
        raise NotImplementedError

    def values(self, seen: Preparation) -> dict[str, Any]:
        """What the store holds."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        self._pane = self.make(self.case.seen)
        yield self._pane

    def show(self, seen: Preparation) -> None:
        if self._pane is not None and self._pane.is_mounted:
            self._pane.load(self.values(seen))

    def jump(self, where: str) -> None:
        if self._pane is not None and where:
            self._pane.focus_field(where)
        else:
            self.first()

    async def settle(self) -> bool:
        return self._pane is None or await self._pane.settle()


class RegistrationPart(FormPart):
    """The registration."""

    PART = "registration"

    def values(self, seen: Preparation) -> dict[str, Any]:
        return {name: seen.file.fields[name] for section in REGISTRATION_SECTIONS for name in section.fields}

    def make(self, seen: Preparation) -> FormPane:
        from ret_tui.domain.case import CaseFields

        return CaseForm(
            CaseFields,
            sections=REGISTRATION_SECTIONS,
            values=self.values(seen),
            save=self.case.save_field,
            options={
                "applicant_organisation": lambda: self.case.organisation_names,
                "municipality": lambda: self.case.municipality_names,
                "applicant_name": lambda: self.case.people_names,
                "director_candidate": lambda: self.case.people_names,
            },
            prefer={"waiting_since": "past", "received_on": "past"},
            draft_key=f"case:{self.case_id}",
            required=REGISTRATION_NEEDED,
        )


class AnalysisPart(FormPart):
    """The texts of the explanatory analysis."""

    PART = "analysis"

    def values(self, seen: Preparation) -> dict[str, Any]:
        return dict(seen.file.analysis.texts.values)

    def make(self, seen: Preparation) -> FormPane:
        from ret_tui.domain.analysis import AnalysisFields

        return CaseForm(
            AnalysisFields,
            sections=ANALYSIS_SECTIONS,
            values=self.values(seen),
            save=self.case.save_analysis,
            draft_key=f"analysis:{self.case_id}",
            required=ANALYSIS_NEEDED,
        )

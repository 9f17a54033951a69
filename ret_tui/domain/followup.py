"""After the meeting: what became of the advice, what happened since, who was asked for help, how a case ended.

Nothing here touches the record of a meeting: that lies frozen; these rows stand beside it (domain §4, §7).
"""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, Index, UniqueConstraint

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.followup_words import (
    ClosingKind,
    ComplaintOutcome,
    DueKind,
    EntryKind,
    EscalationChoice,
    EscalationLevel,
    EvaluationHow,
    NextStep,
    OutcomeReason,
    OutcomeResult,
)
from ret_tui.domain.words import ActionStatus, ApplicantKind, FamilyView, MandateResult


class DueItem(Row, table=True):
    """Something open that waits for somebody on a day. Derived from the other tables by `actions.due`, never typed.

    `dated` repeats `kind.is_dated` and `number` that of the case (it never changes), so that no list has to look into
    the cases; `owner` is who must do it; the name of an organisation is looked up when shown.
    """

    __tablename__ = "due_item"
    __table_args__ = (
        UniqueConstraint("kind", "object_id"),
        Index("ix_due_item_dated", "dated", "due_on"),
        Index("ix_due_item_kind", "kind", "due_on"),
    )

    kind: DueKind = Field(sa_type=one_of(DueKind))
    dated: bool
    object_id: UUID
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    item_id: UUID | None = Field(default=None)
    number: str = Field(default="")
    due_on: date
    text: str = Field(default="")
    owner: str = Field(default="")
    organisation_id: UUID | None = Field(default=None)
    municipality: str = Field(default="")


# --- actions and mandates ----------------------------------------------------------------------------


class ActionChange(Row, table=True):
    """How an action stood after a change: state, owner, date, and why. The history of an action."""

    __tablename__ = "action_change"

    action_id: UUID = Field(foreign_key="agreed_action.id", ondelete="CASCADE", index=True)
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    status: ActionStatus = Field(sa_type=one_of(ActionStatus))
    owner: str = Field(default="")
    due_on: date | None = Field(default=None)
    reason: str = Field(default="")
    by_id: UUID | None = Field(default=None, foreign_key="member.id")


class ActionMoveFields(Fields):
    """What is asked when actions go to somebody else."""

    owner: Line = Field(title="Nieuwe eigenaar")
    organisation_id: UUID | None = Field(default=None, title="Organisatie")
    reason: Line = Field(title="Waarom", description="Bijvoorbeeld: verlaat het team op 1 december.")


class MandateAnswerFields(Fields):
    """What an organisation answers after the meeting."""

    result: MandateResult = Field(sa_type=one_of(MandateResult), title="Mandaat")
    condition: Prose | None = Field(
        default=None, title="Voorwaarde", description="Bij ‘ja, mits’: wat er eerst nodig is."
    )
    decided_by: Line | None = Field(default=None, title="Wie besliste")
    decide_before: date | None = Field(
        default=None, title="Uiterlijk", description="Nodig zolang het nog geen ja of nee is."
    )
    instead: Prose | None = Field(
        default=None, title="Wat dan wel", description="Bij ‘nee’: wat er in plaats daarvan gebeurt."
    )
    reason: Line | None = Field(default=None, title="Toelichting")


class MandateAnswer(MandateAnswerFields, Row, table=True):
    """A later answer to a commitment. The newest counts; the answer at the table stays as it was."""

    __tablename__ = "mandate_answer"

    mandate_id: UUID = Field(foreign_key="mandate.id", ondelete="CASCADE", index=True)
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    by_id: UUID | None = Field(default=None, foreign_key="member.id")


# --- evaluations -------------------------------------------------------------------------------------


class OutcomeFields(Fields):
    """What became of one advice item."""

    result: OutcomeResult = Field(sa_type=one_of(OutcomeResult), title="Uitkomst")
    reason: OutcomeReason | None = Field(
        default=None, sa_type=one_of(OutcomeReason), title="Reden", description="Nodig bij ‘deels’ en ‘niet’."
    )
    note: Prose | None = Field(default=None, title="Toelichting")


class AdviceOutcome(OutcomeFields, Row, table=True):
    """The outcome of an advice item at one moment; the newest counts, the earlier ones stay."""

    __tablename__ = "advice_outcome"

    advice_item_id: UUID = Field(foreign_key="advice_item.id", ondelete="CASCADE", index=True)
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    evaluation_id: UUID | None = Field(default=None, foreign_key="evaluation.id", ondelete="SET NULL")
    by_id: UUID | None = Field(default=None, foreign_key="member.id")


class ReportFields(Fields):
    """What an evaluation finds, besides the outcome of each advice item."""

    situation: Prose | None = Field(
        default=None, title="Hoe staat het ervoor", description="De situatie naast de doelen van het advies."
    )
    moves: int | None = Field(
        default=None,
        ge=0,
        le=50,
        title="Verhuizingen sindsdien",
        description="Overplaatsingen sinds het advies.",
    )
    family_words: Prose | None = Field(
        default=None, title="Wat het gezin zegt", description="In hun eigen woorden."
    )
    family_view: FamilyView | None = Field(
        default=None,
        sa_type=one_of(FamilyView),
        title="Mening van het gezin",
        description="Is het gezin het eens met hoe het nu gaat?",
    )
    young_person_words: Prose | None = Field(
        default=None, title="Wat de jeugdige zegt", description="In eigen woorden."
    )
    young_person_view: FamilyView | None = Field(
        default=None, sa_type=one_of(FamilyView, "young_person_view"), title="Mening van de jeugdige"
    )
    lesson: Prose | None = Field(default=None, title="Wat wij leren", description="Zonder namen.")
    how: EvaluationHow | None = Field(default=None, sa_type=one_of(EvaluationHow), title="Hoe gehouden")
    next_step: NextStep | None = Field(default=None, sa_type=one_of(NextStep), title="Hoe verder")


class EvaluationReport(ReportFields, Row, table=True):
    """The report of one evaluation moment; a draft until the evaluation is done."""

    __tablename__ = "evaluation_report"

    evaluation_id: UUID = Field(foreign_key="evaluation.id", ondelete="CASCADE", unique=True)
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)


class PostponementFields(Fields):
    """Another date for an evaluation, and why."""

    to_on: date = Field(title="Nieuwe datum")
    reason: Line = Field(title="Waarom uitgesteld")


class Postponement(PostponementFields, Row, table=True):
    __tablename__ = "postponement"

    evaluation_id: UUID = Field(foreign_key="evaluation.id", ondelete="CASCADE", index=True)
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    from_on: date | None = Field(default=None)
    by_id: UUID | None = Field(default=None, foreign_key="member.id")


# --- between meetings --------------------------------------------------------------------------------


class CaseEntryFields(Fields):
    """A result, call or fact between meetings."""

    kind: EntryKind = Field(default=EntryKind.NOTE, sa_type=one_of(EntryKind), title="Soort")
    happened_on: date | None = Field(default=None, title="Op")
    text: Prose = Field(title="Wat er gebeurde")
    with_whom: Line | None = Field(
        default=None, title="Met wie", description="Als wie, bijvoorbeeld moeder. Een naam is niet nodig."
    )


class CaseEntry(CaseEntryFields, Row, table=True):
    """One entry in the log of a case, of an evaluation if it was written there. A mistake is withdrawn, never removed."""

    __tablename__ = "case_entry"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    evaluation_id: UUID | None = Field(
        default=None, foreign_key="evaluation.id", ondelete="SET NULL", index=True
    )
    by_id: UUID | None = Field(default=None, foreign_key="member.id")
    withdrawn_at: datetime | None = Field(default=None)


# --- escalation --------------------------------------------------------------------------------------


class EscalationFields(Fields):
    """A step on the ladder: asked on, by, to whom, why, and by when an answer is needed."""

    level: EscalationLevel = Field(sa_type=one_of(EscalationLevel), title="Waarheen")
    to_whom: Line = Field(title="Aan wie", description="Naam en functie van wie de vraag krijgt.")
    question: Prose = Field(title="Wat wordt gevraagd")
    asked_on: date | None = Field(default=None, title="Gevraagd op")
    answer_by: date | None = Field(default=None, title="Antwoord uiterlijk")


class EscalationAnswerFields(Fields):
    """What the answer was."""

    answered_by: Line = Field(title="Wie antwoordde")
    answer: Prose = Field(title="Antwoord")
    answered_on: date | None = Field(default=None, title="Op")


class Escalation(EscalationFields, Row, table=True):
    """`asked_by_id` asked; `back_on` is the day on which the region took the case back, with its result."""

    __tablename__ = "escalation"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    asked_by_id: UUID | None = Field(default=None, foreign_key="member.id")
    answered_by: str | None = Field(default=None)
    answer: str | None = Field(default=None)
    answered_on: date | None = Field(default=None)
    result: str | None = Field(default=None)
    back_on: date | None = Field(default=None)


# --- closing -----------------------------------------------------------------------------------------


class ClosingFields(Fields):
    """How a case ends (domain §4)."""

    kind: ClosingKind = Field(sa_type=one_of(ClosingKind), title="Hoe eindigt het")
    reason: Prose | None = Field(
        default=None, title="Reden", description="Nodig als het stopt zonder oplossing."
    )
    escalation: EscalationChoice | None = Field(
        default=None,
        sa_type=one_of(EscalationChoice),
        title="Opschalen",
        description="Nodig als het stopt zonder oplossing.",
    )
    stays_responsible: Line | None = Field(
        default=None,
        title="Wie blijft verantwoordelijk",
        description="Naam en organisatie. Nodig bij afschalen, en als er geen casusregisseur is.",
    )


class ClosingLetterFields(Fields):
    """When and how the family was told that the team stops."""

    letter_on: date = Field(title="Afsluitbrief verstuurd op")
    letter_how: Line | None = Field(default=None, title="Hoe")


class CaseClosing(ClosingFields, Row, table=True):
    """One row each time a case was closed; `reopened_at` when it came back, with the new question."""

    __tablename__ = "case_closing"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    closed_on: date
    by_id: UUID | None = Field(default=None, foreign_key="member.id")
    letter_on: date | None = Field(default=None)
    letter_how: str | None = Field(default=None)
    reopened_at: datetime | None = Field(default=None)
    new_question: str | None = Field(default=None)


# --- complaints and consultations --------------------------------------------------------------------


class ComplaintFields(Fields):
    """A complaint as it came in. The term is six weeks (Awb 9:11), ten with a committee."""

    received_on: date | None = Field(default=None, title="Ontvangen op")
    from_whom: Line = Field(
        title="Van wie", description="Als wie: bijvoorbeeld moeder. Een naam is niet nodig."
    )
    about: Prose = Field(title="Waarover")
    handled_by: Line | None = Field(default=None, title="Wie behandelt")
    answer_by: date | None = Field(
        default=None,
        title="Antwoord uiterlijk",
        description="Leeg: zes weken na ontvangst. Met een commissie tien.",
    )


class ComplaintAnswerFields(Fields):
    outcome: ComplaintOutcome = Field(sa_type=one_of(ComplaintOutcome), title="Uitkomst")
    answer: Prose | None = Field(default=None, title="Antwoord")
    answered_on: date | None = Field(default=None, title="Beantwoord op")


class Complaint(ComplaintFields, Row, table=True):
    __tablename__ = "complaint"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    outcome: ComplaintOutcome | None = Field(default=None, sa_type=one_of(ComplaintOutcome))
    answer: str | None = Field(default=None)
    answered_on: date | None = Field(default=None)


class ConsultationFields(Fields):
    """A short consultation (function 1). Without names: who asks is a role."""

    about: Prose = Field(title="Waarover", description="Zonder namen.")
    asker: ApplicantKind | None = Field(default=None, sa_type=one_of(ApplicantKind), title="Wie vraagt")
    advice: Prose | None = Field(default=None, title="Advies")
    minutes: int | None = Field(default=None, ge=0, le=600, title="Minuten")
    asked_on: date | None = Field(default=None, title="Op")
    organisation: Line | None = Field(default=None, title="Organisatie van wie vraagt")


class Consultation(ConsultationFields, Row, table=True):
    """`case_id` is the registration it became, if any; `from_case_id` the one that triage settled with a consultation.

    The last says nothing about a person and outlives the case, so that it keeps counting.
    """

    __tablename__ = "consultation"

    case_id: UUID | None = Field(default=None, foreign_key="case.id", ondelete="SET NULL", index=True)
    from_case_id: UUID | None = Field(default=None, foreign_key="case.id", ondelete="SET NULL", index=True)
    by_id: UUID | None = Field(default=None, foreign_key="member.id")
    removed_at: datetime | None = Field(default=None)

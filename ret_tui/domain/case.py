"""A case: the registration (domain §11), those with authority, the history of care."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import JSON, Field

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.words import (
    Answer,
    ApplicantKind,
    AuthorityRelation,
    CareKind,
    CaseStatus,
    Education,
    Gender,
    LegalFrame,
    QuestionType,
    RefusalReason,
    Residence,
    TriageOutcome,
    Urgency,
)


class CaseFields(Fields):
    """The registration form. No citizen service number, no criminal-law data (domain §8)."""

    received_on: date | None = Field(default=None, title="Ontvangen op")
    # who registers
    applicant_kind: ApplicantKind | None = Field(
        default=None, sa_type=one_of(ApplicantKind), title="Soort aanmelder"
    )
    applicant_name: Line | None = Field(default=None, title="Naam aanmelder")
    applicant_role: Line | None = Field(default=None, title="Functie aanmelder")
    applicant_organisation: Line | None = Field(default=None, title="Organisatie aanmelder")
    applicant_phone: Line | None = Field(default=None, title="Telefoon aanmelder")
    applicant_email: Line | None = Field(default=None, title="E-mail aanmelder")
    applicant_address: Prose | None = Field(
        default=None, title="Postadres aanmelder", description="Voor de brief aan de verwijzer."
    )
    # young person
    first_name: Line | None = Field(default=None, title="Voornaam jeugdige")
    last_name: Line | None = Field(
        default=None,
        title="Achternaam jeugdige",
        description="Alleen nodig als de jeugdige zelf een brief krijgt.",
    )
    birth_date: date | None = Field(
        default=None, index=True, title="Geboortedatum", description="Bijvoorbeeld 28-2-2011."
    )
    gender: Gender | None = Field(default=None, sa_type=one_of(Gender), title="Gender")
    young_person_address: Prose | None = Field(
        default=None, title="Adres jeugdige", description="Waar de jeugdige post krijgt."
    )
    municipality: Line | None = Field(
        default=None, title="Gemeente", description="Volgens het woonplaatsbeginsel: de gemeente die betaalt."
    )
    legal_frame: LegalFrame | None = Field(default=None, sa_type=one_of(LegalFrame), title="Juridisch kader")
    residence: Residence | None = Field(default=None, sa_type=one_of(Residence), title="Verblijft")
    residence_note: Line | None = Field(default=None, title="Verblijf, toelichting")
    education: Education | None = Field(default=None, sa_type=one_of(Education), title="Onderwijs of werk")
    school_problems: Answer | None = Field(default=None, sa_type=one_of(Answer), title="Problemen op school")
    parents_apart: bool | None = Field(
        default=None,
        title="Ouders wonen apart",
        description="Dan krijgt ieder een eigen brief, zonder elkaars adres.",
    )
    # the question
    question: Line | None = Field(
        default=None, title="De vraag in één zin", description="Eén zin die het overleg moet beantwoorden."
    )
    question_types: list[QuestionType] = Field(default_factory=list, sa_type=JSON, title="Soort vraag")
    tried: Prose | None = Field(default=None, title="Wat is al geprobeerd")
    waiting_for: Line | None = Field(default=None, title="Wacht op")
    waiting_since: date | None = Field(default=None, title="Wacht sinds")
    # safety and practical matters
    safety_acute: Answer | None = Field(
        default=None, sa_type=one_of(Answer, "safety_acute"), title="Acuut onveilig"
    )
    safety_agreements: Prose | None = Field(default=None, title="Veiligheidsafspraken")
    safety_watch: Line | None = Field(default=None, title="Wie let op de veiligheid")
    bridging_now: Prose | None = Field(default=None, title="Overbrugging nu")
    language: Line | None = Field(default=None, title="Taal thuis")
    interpreter: bool | None = Field(default=None, title="Tolk nodig")
    support_person: Line | None = Field(default=None, title="Steunpersoon")
    urgency: Urgency | None = Field(default=None, sa_type=one_of(Urgency), title="Urgentie")
    complex: bool = Field(
        default=False, title="Complex", description="Complexe casussen komen eerst op de agenda."
    )
    # judged incapable, or another exception to asking (domain §8)
    judged_incapable: bool = Field(default=False, title="Wilsonbekwaam verklaard")
    judged_by: Line | None = Field(default=None, title="Beoordeeld door")
    judged_on: date | None = Field(default=None, title="Beoordeeld op")
    judged_reason: Prose | None = Field(default=None, title="Grond van de beoordeling")
    permission_exception: Prose | None = Field(
        default=None,
        title="Uitzondering op toestemming",
        description="Schriftelijke grond als toestemming ontbreekt (Jeugdwet 7.3.11).",
    )
    # people of the case who may become process director
    director_candidate: Line | None = Field(default=None, title="Mogelijke procesregisseur")
    form_note: Prose | None = Field(
        default=None,
        title="Nog te plaatsen uit het formulier",
        description="Wat het programma in een ingelezen formulier niet kon plaatsen. Maak leeg wat verwerkt is.",
    )
    chair_note: Prose | None = Field(
        default=None, title="Notitie van de voorzitter", description="Staat nooit in een brief."
    )


class TriageFields(Fields):
    """The three questions of triage and its outcome (domain §4)."""

    regular_routes_tried: Answer | None = Field(
        default=None, sa_type=one_of(Answer), title="Reguliere routes geprobeerd"
    )
    question_clear: Answer | None = Field(
        default=None, sa_type=one_of(Answer, "question_clear"), title="Vraag duidelijk"
    )
    urgent: Answer | None = Field(default=None, title="Spoed", sa_type=one_of(Answer, "urgent"))
    outcome: TriageOutcome | None = Field(default=None, sa_type=one_of(TriageOutcome), title="Uitkomst")
    reason: Prose | None = Field(default=None, title="Reden")
    decided_on: date | None = Field(default=None, title="Besloten op")


class Case(CaseFields, Row, table=True):
    __tablename__ = "case"

    number: str = Field(unique=True)
    status: CaseStatus = Field(default=CaseStatus.REGISTERED, sa_type=one_of(CaseStatus), index=True)
    status_since: datetime
    status_reason: str | None = Field(default=None)
    handed_over_on: date | None = Field(
        default=None, description="Handed over to the official file; purged the region's days later."
    )
    search_key: str = Field(
        default="", description="Folded number, municipality, name and question, for finding."
    )
    name_key: str = Field(default="", index=True, description="Folded first name, for likeness.")


class Triage(TriageFields, Row, table=True):
    __tablename__ = "triage"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    decided_by_id: UUID | None = Field(default=None, foreign_key="member.id")


class AuthorityHolderFields(Fields):
    """Somebody with parental authority (gezag), or the guardian."""

    name: Line | None = Field(default=None, title="Naam")
    relation: AuthorityRelation | None = Field(default=None, sa_type=one_of(AuthorityRelation), title="Wie")
    address: Prose | None = Field(
        default=None, title="Adres", description="Straat en nummer, daaronder postcode en plaats."
    )
    address_secret: bool = Field(
        default=False,
        title="Geheim adres",
        description="Staat alleen op de brief aan deze persoon zelf, nergens anders.",
    )
    phone: Line | None = Field(default=None, title="Telefoon")
    email: Line | None = Field(default=None, title="E-mail")
    informed_on: date | None = Field(default=None, title="Geïnformeerd op")
    has_authority: bool = Field(default=True, title="Heeft gezag")


class AuthorityHolder(AuthorityHolderFields, Row, table=True):
    __tablename__ = "authority_holder"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    position: int = Field(default=0)


class CareSpellFields(Fields):
    """One line in the timeline of care. Dates may be partly known: leave the end open."""

    from_on: date | None = Field(default=None, title="Van")
    to_on: date | None = Field(default=None, title="Tot")
    kind: CareKind | None = Field(default=None, sa_type=one_of(CareKind), title="Soort")
    provider: Line | None = Field(default=None, title="Aanbieder of plek")
    why_ended: Line | None = Field(default=None, title="Waarom gestopt")


class CareSpell(CareSpellFields, Row, table=True):
    __tablename__ = "care_spell"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)


class RefusalFields(Fields):
    provider: Line | None = Field(default=None, title="Aanbieder")
    reason: RefusalReason | None = Field(default=None, sa_type=one_of(RefusalReason), title="Reden")
    note: Line | None = Field(default=None, title="Toelichting")
    refused_on: date | None = Field(default=None, title="Op")


class Refusal(RefusalFields, Row, table=True):
    __tablename__ = "refusal"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)

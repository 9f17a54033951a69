"""Options, advice, commitments with their mandate, who directs, actions, evaluation dates (domain §7)."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.evaluation_terms import MomentKey
from ret_tui.domain.words import (
    ActionStatus,
    AdviceStatus,
    AdviceType,
    DirectionRole,
    EvaluationMoment,
    FamilyView,
    Funding,
    MandateResult,
    OptionStatus,
    Principle,
    PrincipleVerdict,
)


class OptionFields(Fields):
    """A direction for a solution (oplossingsrichting)."""

    text: Line | None = Field(default=None, title="Oplossingsrichting")
    status: OptionStatus = Field(default=OptionStatus.OPEN, sa_type=one_of(OptionStatus), title="Stand")
    why: Prose | None = Field(default=None, title="Waarom wel of niet")


class Option(OptionFields, Row, table=True):
    __tablename__ = "option"

    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    position: int = Field(default=0)


class OptionJudgement(Row, table=True):
    """One option held against one principle."""

    __tablename__ = "option_judgement"
    __table_args__ = (UniqueConstraint("option_id", "principle"),)

    option_id: UUID = Field(foreign_key="option.id", ondelete="CASCADE", index=True)
    principle: Principle = Field(sa_type=one_of(Principle))
    verdict: PrincipleVerdict = Field(sa_type=one_of(PrincipleVerdict))


class AdviceFields(Fields):
    summary: Prose | None = Field(
        default=None, title="Advies in het kort", description="Hoogstens drie zinnen, in gewone taal."
    )
    for_young_person: Prose | None = Field(
        default=None,
        title="In het kort, aan de jeugdige",
        description="Voor de eigen brief, met ‘je’. Leeg: daar staat het advies in het kort.",
    )
    why: Prose | None = Field(default=None, title="Waarom dit advies")
    bridging: Prose | None = Field(
        default=None,
        title="Overbrugging",
        description="Wat er gebeurt tot de hulp start, en wie het gezin belt.",
    )
    bridging_contact: Line | None = Field(
        default=None, title="Wie kan het gezin bellen", description="Naam en telefoonnummer."
    )
    safety: Prose | None = Field(default=None, title="Veiligheid")
    school: Prose | None = Field(default=None, title="School of werk")
    perspective: Prose | None = Field(
        default=None, title="Perspectief op lange termijn", description="Met de stappen ertussen."
    )
    at_eighteen: Prose | None = Field(default=None, title="Bij 18 jaar")
    dissent: Prose | None = Field(
        default=None, title="Afwijkende mening", description="Van wie, en wat. Ook van het gezin."
    )
    escalation: Prose | None = Field(
        default=None, title="Opschaling", description="Wat er gebeurt als het niet start."
    )
    escalate_on: date | None = Field(default=None, title="Opschalen als niet gestart op")
    letter_by: date | None = Field(default=None, title="Brief uiterlijk op")
    may_pass_on: Prose | None = Field(
        default=None, title="Wat mag worden doorgegeven", description="Voor de verwijzer: wat mag aan wie."
    )


class Advice(AdviceFields, Row, table=True):
    """One advice per discussion. Once established (vastgesteld) a change makes a new version."""

    __tablename__ = "advice"

    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", unique=True)
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    status: AdviceStatus = Field(default=AdviceStatus.DRAFT, sa_type=one_of(AdviceStatus))
    number: int = Field(default=0, description="Version established last; 0 while only a draft.")
    established_at: datetime | None = Field(default=None)
    established_by_id: UUID | None = Field(default=None, foreign_key="member.id")


class AdviceItemFields(Fields):
    what: Line | None = Field(
        default=None, title="Wat", description="Begin met een werkwoord, in gewone taal."
    )
    why: Prose | None = Field(default=None, title="Waarom")
    goal: Line | None = Field(default=None, title="Doel")
    by_whom: Line | None = Field(default=None, title="Door wie")
    starts_on: date | None = Field(default=None, title="Start op")
    kind: AdviceType | None = Field(default=None, sa_type=one_of(AdviceType), title="Soort advies")
    for_young_person: Line | None = Field(
        default=None,
        title="Aan de jeugdige",
        description="Wat en waarom, met ‘je’ en zonder vakwoorden. Leeg: de eigen brief neemt Wat, Waarom en Doel over.",
    )


class AdviceItem(AdviceItemFields, Row, table=True):
    __tablename__ = "advice_item"

    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    position: int = Field(default=0)
    removed_at: datetime | None = Field(default=None)


class AdviceVersion(Row, table=True):
    """The advice as established; never changed afterwards. `content` is JSON text."""

    __tablename__ = "advice_version"

    advice_id: UUID = Field(foreign_key="advice.id", ondelete="CASCADE", index=True)
    number: int
    established_at: datetime
    established_by_id: UUID | None = Field(default=None, foreign_key="member.id")
    content: str
    fingerprint: str


class FamilyReactionFields(Fields):
    """What one family member says of the advice when it is read aloud."""

    view: FamilyView | None = Field(default=None, sa_type=one_of(FamilyView), title="Mening")
    words: Prose | None = Field(default=None, title="In eigen woorden")


class FamilyReaction(FamilyReactionFields, Row, table=True):
    __tablename__ = "family_reaction"
    __table_args__ = (UniqueConstraint("item_id", "seat_id"),)

    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    seat_id: UUID = Field(foreign_key="seat.id", ondelete="CASCADE")


class CommitmentFields(Fields):
    """What is promised (toezegging)."""

    what: Line | None = Field(default=None, title="Toezegging")


class Commitment(CommitmentFields, Row, table=True):
    __tablename__ = "commitment"

    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    position: int = Field(default=0)
    removed_at: datetime | None = Field(default=None)


class MandateFields(Fields):
    """Whether one organisation can make one commitment true (domain §7)."""

    person: Line | None = Field(default=None, title="Wie zegt dit toe")
    result: MandateResult | None = Field(default=None, sa_type=one_of(MandateResult), title="Mandaat")
    condition: Prose | None = Field(
        default=None, title="Voorwaarde", description="Bij ‘ja, mits’: wat er eerst nodig is."
    )
    limit: Line | None = Field(default=None, title="Grens", description="Geld, plaats of duur.")
    decided_by: Line | None = Field(
        default=None, title="Wie beslist", description="Binnen de organisatie. Nodig bij alles behalve ‘ja’."
    )
    decide_before: date | None = Field(
        default=None, title="Uiterlijk", description="Nodig bij alles behalve ‘ja’."
    )
    contracted: bool | None = Field(default=None, title="Gecontracteerd")
    funding: Funding | None = Field(default=None, sa_type=one_of(Funding), title="Financiering")
    instead: Prose | None = Field(
        default=None, title="Wat dan wel", description="Bij ‘nee’: wat er in plaats daarvan gebeurt."
    )
    doubt: Prose | None = Field(
        default=None, title="Twijfel", description="Alleen voor de voorzitter; staat in geen brief."
    )


class Mandate(MandateFields, Row, table=True):
    __tablename__ = "mandate"
    __table_args__ = (UniqueConstraint("commitment_id", "organisation_id"),)

    commitment_id: UUID = Field(foreign_key="commitment.id", ondelete="CASCADE", index=True)
    organisation_id: UUID = Field(foreign_key="organisation.id", index=True)


class DirectionFields(Fields):
    """Who directs: the process (procesregisseur) or the help itself (casusregisseur)."""

    name: Line | None = Field(default=None, title="Naam")
    organisation: Line | None = Field(default=None, title="Organisatie")
    phone: Line | None = Field(default=None, title="Telefoon", description="Staat in de brief aan het gezin.")
    email: Line | None = Field(default=None, title="E-mail")
    deputy: Line | None = Field(default=None, title="Vervanger")
    family_contact: Line | None = Field(
        default=None,
        title="Vast contact voor het gezin",
        description="Alleen als dat iemand anders is dan de procesregisseur.",
    )
    accepted: bool = Field(default=False, title="Heeft ja gezegd", description="Aan tafel aanvaard.")


class HandOverFields(DirectionFields):
    """What is asked when somebody else takes over; the reason stays with the one who takes over."""

    reason: Line | None = Field(
        default=None, title="Waarom gaat de regie over", description="Bijvoorbeeld: wisselt van baan."
    )


class Direction(DirectionFields, Row, table=True):
    __tablename__ = "direction"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="SET NULL", index=True)
    role: DirectionRole = Field(sa_type=one_of(DirectionRole))
    member_id: UUID | None = Field(
        default=None, foreign_key="member.id", description="The team member, when it is one."
    )
    handed_from_id: UUID | None = Field(
        default=None, description="The direction it takes over from; no foreign key, to avoid a circle."
    )
    handed_reason: str | None = Field(default=None)
    accepted_at: datetime | None = Field(default=None)
    ended_at: datetime | None = Field(default=None)
    end_reason: str | None = Field(default=None)


class AgreedActionFields(Fields):
    """An action with an owner and a date (afspraak)."""

    what: Line | None = Field(default=None, title="Afspraak", description="Begin met een werkwoord.")
    owner: Line | None = Field(default=None, title="Wie")
    organisation_id: UUID | None = Field(default=None, foreign_key="organisation.id", title="Organisatie")
    due_on: date | None = Field(default=None, title="Uiterlijk")
    status: ActionStatus = Field(default=ActionStatus.OPEN, sa_type=one_of(ActionStatus), title="Stand")
    status_reason: Line | None = Field(default=None, title="Reden")


class AgreedAction(AgreedActionFields, Row, table=True):
    __tablename__ = "agreed_action"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="SET NULL", index=True)
    owner_seat_id: UUID | None = Field(default=None, foreign_key="seat.id", ondelete="SET NULL")
    position: int = Field(default=0)
    removed_at: datetime | None = Field(default=None)


class EvaluationFields(Fields):
    moment: EvaluationMoment = Field(sa_type=one_of(EvaluationMoment), title="Moment")
    due_on: date | None = Field(default=None, title="Datum")
    note: Prose | None = Field(default=None, title="Toelichting")


class Evaluation(EvaluationFields, Row, table=True):
    __tablename__ = "evaluation"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="SET NULL", index=True)
    term: str = Field(default="", description="Name of a moment that only this region has.")
    done_on: date | None = Field(default=None)
    lapsed_at: datetime | None = Field(default=None, description="Not held: the case was closed before.")

    @property
    def key(self) -> MomentKey:
        """Which moment this is; its label is what people read."""
        return MomentKey(self.moment, self.term)

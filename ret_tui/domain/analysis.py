"""Explanatory analysis (verklarende analyse, domain §6): why it started, what keeps it going, what helps."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, UniqueConstraint

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.words import (
    FactorDomain,
    FactorKind,
    FactOrOpinion,
    FactorRole,
    HypothesisStatus,
    LinkEffect,
    Recognised,
)


class AnalysisFields(Fields):
    family_words: Prose | None = Field(
        default=None, title="In woorden van het gezin", description="Hoe jeugdige en ouders het zelf zeggen."
    )
    perspective_living: Prose | None = Field(default=None, title="Jeugdige: waar wil ik wonen")
    perspective_learning: Prose | None = Field(default=None, title="Jeugdige: leren of werken")
    perspective_relations: Prose | None = Field(default=None, title="Jeugdige: wie is belangrijk")
    perspective_year: Prose | None = Field(default=None, title="Jeugdige: waar sta ik over een jaar")
    contradictions: Prose | None = Field(default=None, title="Tegenstrijdigheden tussen professionals")
    missing_diagnostics: Prose | None = Field(default=None, title="Ontbrekende diagnostiek")
    in_plain_words: Prose | None = Field(
        default=None,
        title="Samengevat in gewone taal",
        description="Sterke kanten eerst. Zo staat het in de brief aan het gezin.",
    )
    recognised: Recognised | None = Field(
        default=None, sa_type=one_of(Recognised), title="Herkent het gezin dit"
    )
    recognised_note: Prose | None = Field(default=None, title="Wat herkent het gezin niet")


class Analysis(AnalysisFields, Row, table=True):
    __tablename__ = "analysis"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", unique=True)


class FactorFields(Fields):
    text: Line | None = Field(default=None, title="Factor")
    domain: FactorDomain = Field(
        default=FactorDomain.YOUNG_PERSON, sa_type=one_of(FactorDomain), title="Domein"
    )
    kind: FactorKind = Field(default=FactorKind.RISK, sa_type=one_of(FactorKind), title="Soort")
    role: FactorRole | None = Field(default=None, sa_type=one_of(FactorRole), title="Rol")
    source: Line | None = Field(default=None, title="Wie zegt dit")
    certainty: FactOrOpinion | None = Field(
        default=None, sa_type=one_of(FactOrOpinion), title="Feit of mening"
    )
    contested: bool = Field(default=False, title="Betwist")


class Factor(FactorFields, Row, table=True):
    __tablename__ = "factor"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    position: int = Field(default=0)


class FactorLink(Row, table=True):
    """One factor strengthens or inhibits another."""

    __tablename__ = "factor_link"
    __table_args__ = (UniqueConstraint("from_id", "to_id"),)

    from_id: UUID = Field(foreign_key="factor.id", ondelete="CASCADE", index=True)
    to_id: UUID = Field(foreign_key="factor.id", ondelete="CASCADE", index=True)
    effect: LinkEffect = Field(sa_type=one_of(LinkEffect))


class HypothesisFields(Fields):
    text: Prose | None = Field(default=None, title="Hypothese")
    arguments_for: Prose | None = Field(default=None, title="Ervoor")
    arguments_against: Prose | None = Field(default=None, title="Ertegen")
    status: HypothesisStatus = Field(
        default=HypothesisStatus.PROPOSED, sa_type=one_of(HypothesisStatus), title="Status"
    )
    status_by: Line | None = Field(default=None, title="Volgens wie")


class Hypothesis(HypothesisFields, Row, table=True):
    __tablename__ = "hypothesis"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    position: int = Field(default=0)


class GoalFields(Fields):
    text: Line | None = Field(default=None, title="Doel")
    whose: Line | None = Field(default=None, title="Van wie")


class Goal(GoalFields, Row, table=True):
    __tablename__ = "goal"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    position: int = Field(default=0)


class AnalysisVersion(Row, table=True):
    """The whole analysis as it stood at a moment; never changed afterwards. `content` is JSON text."""

    __tablename__ = "analysis_version"

    case_id: UUID = Field(foreign_key="case.id", ondelete="CASCADE", index=True)
    label: str
    taken_at: datetime
    taken_by_id: UUID | None = Field(default=None, foreign_key="member.id")
    content: str

"""The meeting: agenda, who sits at the table, clocks, steps, and what is said (domain §5)."""

from datetime import date, datetime
from uuid import UUID

from sqlmodel import Field, Index, UniqueConstraint

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.words import (
    AgendaKind,
    AgendaStatus,
    ContributionKind,
    MeetingStatus,
    Presence,
    SecrecyBasis,
    Step,
    TableRole,
)


class MeetingFields(Fields):
    held_on: date | None = Field(
        default=None, title="Datum", description="Bijvoorbeeld 28-11, morgen of +2w."
    )
    starts_at: Line | None = Field(default=None, title="Begint om", description="Bijvoorbeeld 13:30.")
    ends_at: Line | None = Field(default=None, title="Eindigt om", description="Bijvoorbeeld 17:00.")
    place: Line | None = Field(default=None, title="Plaats")
    chair_id: UUID | None = Field(default=None, foreign_key="member.id", title="Voorzitter")
    reflection: Prose | None = Field(
        default=None, title="Reflectie", description="Wat leerden wij van dit overleg?"
    )


class SeriesFields(Fields):
    """What a series of meetings is planned with; never stored as such."""

    first: date | None = Field(default=None, title="Eerste dag", description="Bijvoorbeeld 3-12 of +2w.")
    until: date | None = Field(default=None, title="Tot en met", description="Bijvoorbeeld 1-7-2027 of +6m.")
    every_weeks: int = Field(
        default=2, ge=1, le=13, title="Om de hoeveel weken", description="2 is om de week."
    )
    starts_at: Line | None = Field(default=None, title="Begint om", description="Bijvoorbeeld 13:30.")
    ends_at: Line | None = Field(default=None, title="Eindigt om", description="Bijvoorbeeld 17:00.")
    place: Line | None = Field(default=None, title="Plaats")
    chair_id: UUID | None = Field(default=None, title="Voorzitter")


class Meeting(MeetingFields, Row, table=True):
    """`starts_at` and `ends_at` are wall-clock times (HH:MM) in Europe/Amsterdam on `held_on`."""

    __tablename__ = "meeting"

    status: MeetingStatus = Field(default=MeetingStatus.PLANNED, sa_type=one_of(MeetingStatus), index=True)
    opened_at: datetime | None = Field(default=None)
    closed_at: datetime | None = Field(default=None)
    current_item_id: UUID | None = Field(
        default=None, description="The agenda item on the table; no foreign key, to avoid a circle."
    )
    frozen_hash: str | None = Field(default=None, description="SHA-256 of the record at closing.")
    last_seen_at: datetime | None = Field(
        default=None, description="Last sign of life while running; shows a gap after a power cut."
    )
    series_id: UUID | None = Field(
        default=None, index=True, description="Meetings planned in one go share it."
    )


class AgendaItemFields(Fields):
    title: Line | None = Field(default=None, title="Onderwerp")
    minutes: int = Field(default=60, ge=0, le=600, title="Minuten")


class AgendaItem(AgendaItemFields, Row, table=True):
    __tablename__ = "agenda_item"

    meeting_id: UUID = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    case_id: UUID | None = Field(default=None, foreign_key="case.id", index=True)
    kind: AgendaKind = Field(sa_type=one_of(AgendaKind))
    position: int
    status: AgendaStatus = Field(default=AgendaStatus.WAITING, sa_type=one_of(AgendaStatus))
    current_step: Step = Field(default=Step.OPENING, sa_type=one_of(Step))
    carried_from_id: UUID | None = Field(
        default=None,
        foreign_key="agenda_item.id",
        ondelete="SET NULL",
        description="The item of an earlier meeting that did not come up or was not finished.",
    )


class DiscussionFields(Fields):
    """What the discussion of one case settles besides its lists."""

    question: Line | None = Field(
        default=None, title="De vraag aan tafel", description="Eén zin, samen bevestigd."
    )
    question_confirmed: bool = Field(default=False, title="Vraag bevestigd door het gezin")
    question_answer: Prose | None = Field(default=None, title="Antwoord op de vraag")
    permission_ground: Prose | None = Field(
        default=None,
        title="Grond bij ontbrekende toestemming",
        description="Waarom het gesprek toch door mag gaan. Zonder toestemming en zonder grond: anoniem.",
    )
    family_words: Prose | None = Field(
        default=None,
        title="Verhaal en wens van het gezin",
        description="In hun eigen woorden. Komt zo in de brief.",
    )
    young_person_words: Prose | None = Field(
        default=None,
        title="Verhaal en wens van de jeugdige",
        description="In eigen woorden. Komt zo in de brief.",
    )
    voice_missing_reason: Prose | None = Field(
        default=None,
        title="Waarom eigen woorden ontbreken",
        description="Alleen als niemand van het gezin sprak.",
    )
    no_signals: bool = Field(default=False, title="Geen signalen")


class Discussion(DiscussionFields, Row, table=True):
    """One case in one meeting."""

    __tablename__ = "discussion"

    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", unique=True)
    case_id: UUID = Field(foreign_key="case.id", index=True)
    meeting_id: UUID = Field(foreign_key="meeting.id", index=True)
    read_aloud_at: datetime | None = Field(default=None)
    closed_at: datetime | None = Field(default=None)
    close_reason: str | None = Field(
        default=None, description="Written by the chair who closed with something lacking."
    )


class SeatFields(Fields):
    """Somebody at the table. Team members sit for the whole meeting, the family and referrer for one case."""

    name: Line | None = Field(default=None, title="Naam")
    role: TableRole = Field(default=TableRole.OTHER, sa_type=one_of(TableRole), title="Als")
    tag: Line | None = Field(default=None, title="Kort", description="Eén woord voor @ op de invoerregel.")
    organisation_id: UUID | None = Field(default=None, foreign_key="organisation.id", title="Organisatie")
    profession: Line | None = Field(default=None, title="Beroep of functie")
    presence: Presence = Field(default=Presence.EXPECTED, sa_type=one_of(Presence), title="Aanwezigheid")
    stands_in_for: Line | None = Field(default=None, title="Vervangt")
    secrecy_basis: SecrecyBasis | None = Field(
        default=None, sa_type=one_of(SecrecyBasis), title="Geheimhouding door"
    )


class Seat(SeatFields, Row, table=True):
    __tablename__ = "seat"

    meeting_id: UUID = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    member_id: UUID | None = Field(default=None, foreign_key="member.id")
    holder_id: UUID | None = Field(default=None, foreign_key="authority_holder.id", ondelete="SET NULL")
    arrived_at: datetime | None = Field(default=None)
    left_at: datetime | None = Field(default=None)
    position: int = Field(default=0)


class ClockSegment(Row, table=True):
    """A stretch of time. Clocks are sums of segments, so they are right after any crash.

    `item_id` None is time of the meeting outside any item; `paused` segments count for no clock but the wall.
    """

    __tablename__ = "clock_segment"

    meeting_id: UUID = Field(foreign_key="meeting.id", ondelete="CASCADE", index=True)
    item_id: UUID | None = Field(default=None, foreign_key="agenda_item.id", ondelete="CASCADE")
    step: Step | None = Field(default=None, sa_type=one_of(Step))
    paused: bool = Field(default=False)
    started_at: datetime
    ended_at: datetime | None = Field(default=None)


class StepMark(Row, table=True):
    """A step of a discussion that was left behind as done."""

    __tablename__ = "step_mark"
    __table_args__ = (UniqueConstraint("item_id", "step"),)

    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    step: Step = Field(sa_type=one_of(Step))
    done_at: datetime


class ContributionFields(Fields):
    """One captured line (inbreng)."""

    text: Prose = Field(title="Inbreng")
    kind: ContributionKind = Field(
        default=ContributionKind.OBSERVATION, sa_type=one_of(ContributionKind), title="Soort"
    )
    seat_id: UUID | None = Field(default=None, foreign_key="seat.id", ondelete="SET NULL", title="Spreker")


class Contribution(ContributionFields, Row, table=True):
    __tablename__ = "contribution"
    __table_args__ = (Index("ix_contribution_meeting_id", "meeting_id", "sequence"),)

    meeting_id: UUID = Field(foreign_key="meeting.id", ondelete="CASCADE")
    item_id: UUID = Field(foreign_key="agenda_item.id", ondelete="CASCADE", index=True)
    step: Step | None = Field(default=None, sa_type=one_of(Step))
    said_at: datetime
    sequence: int = Field(description="Order within the meeting.")
    withdrawn_at: datetime | None = Field(default=None, description="Undone; kept, never shown as said.")
    used: bool = Field(
        default=False, description="Already carried over into an advice item, action, signal or factor."
    )

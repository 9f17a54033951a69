"""The region, its organisations, and the people of the team."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator
from sqlmodel import Field

from ret_tui.domain.base import Fields, Line, Prose, Row, one_of
from ret_tui.domain.days_off import check_days_off
from ret_tui.domain.evaluation_terms import DEFAULT_TEXT, check_terms
from ret_tui.domain.words import OrganisationKind, Role, SecrecyBasis, TeamFunction


class RegionFields(Fields):
    """Everything that differs by region. One row."""

    name: Line = Field(
        title="Naam van de regio",
        description="Zoals het in de brieven staat, bijvoorbeeld RET Noord-Limburg.",
    )
    lead_municipality: Line | None = Field(default=None, title="Beheergemeente")
    address: Prose | None = Field(default=None, title="Adres", description="Staat boven de brieven.")
    phone: Line | None = Field(
        default=None, title="Telefoon", description="Voor vragen van ouders en verwijzers."
    )
    email: Line | None = Field(default=None, title="E-mail")
    legal_basis: Prose | None = Field(
        default=None,
        title="Grondslag",
        description="De publieke taak en het convenant waarop het team werkt. Toestemming vervangt dit niet.",
    )
    binding_text: Prose | None = Field(
        default=None,
        title="Wat het advies bindt",
        description="Eén of twee zinnen voor in de brieven; per regio anders.",
    )
    complaint_text: Prose | None = Field(
        default=None, title="Klacht", description="Wat iemand doet die het niet eens is."
    )
    confidant_text: Prose | None = Field(
        default=None,
        title="Vertrouwenspersoon",
        description="Hoe ouders en jeugdige de onafhankelijke vertrouwenspersoon bereiken.",
    )
    data_text: Prose | None = Field(
        default=None,
        title="Gegevens",
        description="Recht op inzage, verbetering en een eigen verklaring, in gewone taal.",
    )
    triage_days: int = Field(
        default=5, ge=0, le=60, title="Triage binnen", description="Werkdagen na ontvangst van de aanmelding."
    )
    draft_days: int = Field(
        default=1, ge=0, le=60, title="Concept na", description="Werkdagen na het overleg."
    )
    facts_check_days: int = Field(
        default=2, ge=0, le=60, title="Feitencheck door ouders", description="Werkdagen."
    )
    send_days: int = Field(
        default=5, ge=0, le=60, title="Brief verstuurd binnen", description="Werkdagen na het overleg."
    )
    evaluation_moments: Annotated[Line, AfterValidator(check_terms)] = Field(
        default=DEFAULT_TEXT,
        title="Evaluaties na",
        description="Vaste momenten na de bespreking. De monitor vraagt de uitkomst na 3 en na 6 maanden.",
    )
    changeover_minutes: int = Field(
        default=10, ge=0, le=60, title="Wissel tussen casussen", description="Minuten."
    )
    break_after_minutes: int = Field(
        default=90, ge=15, le=300, title="Pauze voorstellen na", description="Minuten."
    )
    good_friday_off: bool = Field(
        default=False,
        title="Goede Vrijdag vrij",
        description="Ja: geen werkdag voor het team. Bij de meeste gemeenten is het een gewone werkdag.",
    )
    liberation_day_off: bool = Field(
        default=False,
        title="5 mei ieder jaar vrij",
        description="Nee: alleen in een lustrumjaar (2030, 2035), zoals in de meeste cao’s.",
    )
    days_off: Annotated[Prose, AfterValidator(check_days_off)] | None = Field(
        default=None,
        title="Eigen vrije dagen",
        description="Eén per regel, met het jaar: 16-2-2027 carnaval, of 27-12-2027 t/m 31-12-2027 gesloten. "
        "Deze dagen tellen niet als werkdag en een reeks overleggen slaat ze over.",
    )
    idle_lock_minutes: int = Field(
        default=10, ge=1, le=240, title="Vergrendelen na", description="Minuten zonder toets."
    )
    meeting_lock_minutes: int = Field(
        default=30, ge=1, le=240, title="Vergrendelen tijdens overleg na", description="Minuten zonder toets."
    )
    purge_after_days: int = Field(
        default=90,
        ge=1,
        le=3650,
        title="Wissen na overdracht",
        description="Dagen nadat een casus aan het officiële dossier is overgedragen.",
    )
    adult_warning_months: int = Field(
        default=12, ge=1, le=36, title="Waarschuwen voor 18 jaar", description="Maanden vooraf."
    )
    escalation_text: Prose | None = Field(
        default=None,
        title="Opschaling",
        description="Wat er gebeurt als het advies niet start; voor de brief aan de verwijzer.",
    )
    pass_on_text: Prose | None = Field(
        default=None,
        title="Doorgeven door de verwijzer",
        description="Wat de verwijzer met de brief mag doen, als het advies daar niets over zegt.",
    )
    uses_accelerator: bool = Field(
        default=True,
        title="Procesversneller",
        description="Hulp als een proces vastloopt. Heeft de regio die?",
    )
    accelerator_contact: Line | None = Field(
        default=None, title="Wie is de procesversneller", description="Naam en functie."
    )
    uses_ben: bool = Field(
        default=True, title="Bovenregionaal", description="Kan de regio naar een bovenregionaal netwerk?"
    )
    ben_name: Line | None = Field(
        default=None, title="Naam van het netwerk", description="Bijvoorbeeld BEN Zuid, BEL of BOEG."
    )
    ben_contact: Line | None = Field(
        default=None, title="Aan wie daar", description="Naam en functie van wie de vraag krijgt."
    )
    uses_administrative: bool = Field(
        default=True, title="Bestuurlijk", description="Kan de regio naar het bestuur?"
    )
    administrative_contact: Line | None = Field(
        default=None, title="Aan welke bestuurder", description="Naam en functie."
    )
    escalation_days: int = Field(
        default=10, ge=1, le=60, title="Antwoord op een opschaling binnen", description="Werkdagen."
    )
    roles_text: Prose | None = Field(
        default=None, title="Rollen en verwachtingen", description="Tekst die met de uitnodiging meegaat."
    )
    letters_folder: Line | None = Field(
        default=None, title="Map voor brieven", description="Leeg: de map Brieven bij de gegevens."
    )
    theme: Line | None = Field(default=None, title="Kleuren")


class Region(RegionFields, Row, table=True):
    __tablename__ = "region"

    is_demo: bool = Field(default=False)
    restore_tested_on: date | None = Field(default=None, description="Day of the last restore test.")


class OrganisationFields(Fields):
    name: Line = Field(title="Naam", index=True)
    kind: OrganisationKind = Field(
        default=OrganisationKind.PROVIDER, sa_type=one_of(OrganisationKind), title="Soort"
    )
    place: Line | None = Field(default=None, title="Plaats")
    tag: Line | None = Field(
        default=None, title="Kort", description="Eén woord voor @ en smalle kolommen, bijvoorbeeld Koraal."
    )
    contracted: bool | None = Field(default=None, title="Gecontracteerd")
    mandate_note: Prose | None = Field(
        default=None, title="Mandaat", description="Wat de organisatie haar mensen liet beslissen."
    )


class Organisation(OrganisationFields, Row, table=True):
    __tablename__ = "organisation"

    ended: bool = Field(default=False)


class MemberFields(Fields):
    """Somebody who works in or with the team."""

    name: Line = Field(title="Naam", index=True)
    function: TeamFunction = Field(
        default=TeamFunction.EXPERT, sa_type=one_of(TeamFunction), title="Functie in het team"
    )
    organisation_id: UUID | None = Field(
        default=None, foreign_key="organisation.id", title="Organisatie", index=True
    )
    profession: Line | None = Field(
        default=None, title="Beroep", description="Bijvoorbeeld GZ-psycholoog of orthopedagoog."
    )
    tag: Line | None = Field(default=None, title="Kort", description="Eén woord voor @ in het overleg.")
    core_team: bool = Field(
        default=True, title="Kernteam", description="Nee: flexibele schil, uitgenodigd per casus."
    )
    phone: Line | None = Field(default=None, title="Telefoon")
    email: Line | None = Field(default=None, title="E-mail")
    secrecy_basis: SecrecyBasis | None = Field(
        default=None,
        sa_type=one_of(SecrecyBasis),
        title="Geheimhouding door",
        description="Alleen wie aan geheimhouding gebonden is, mag gezondheidsgegevens zien (UAVG 30(4)).",
    )
    stands_in_for_id: UUID | None = Field(default=None, foreign_key="member.id", title="Vervangt")
    mandate_note: Prose | None = Field(
        default=None,
        title="Mandaat",
        description="Wat de eigen organisatie diegene laat toezeggen, zoals zij het gaf.",
    )
    registration_number: Line | None = Field(default=None, title="Registratie (SKJ of BIG)")
    registration_valid_until: date | None = Field(default=None, title="Registratie geldig tot")
    training_hours: int | None = Field(
        default=None, ge=0, le=2000, title="Scholing (uren)", description="In de lopende registratieperiode."
    )
    training_due_on: date | None = Field(default=None, title="Scholing rond vóór")
    week_hours: int | None = Field(default=None, ge=0, le=60, title="Uren per week voor het team")
    availability: Line | None = Field(
        default=None, title="Beschikbaar", description="Bijvoorbeeld: di en do, niet in juli."
    )
    away_from: date | None = Field(default=None, title="Afwezig vanaf")
    away_until: date | None = Field(default=None, title="Afwezig tot en met")


class Member(MemberFields, Row, table=True):
    __tablename__ = "member"

    ended_on: date | None = Field(default=None)


class LeavingFields(Fields):
    """What is asked when somebody leaves the team."""

    ended_on: date | None = Field(
        default=None,
        title="Laatste dag in het team",
        description="Vanaf dan wordt diegene niet meer uitgenodigd.",
    )


class Account(Row, table=True):
    """Who may open the store, as what. The key slot with the same login holds the passphrase."""

    __tablename__ = "account"

    member_id: UUID = Field(foreign_key="member.id", index=True)
    login: str = Field(unique=True)
    role: Role = Field(sa_type=one_of(Role))
    withdrawn_at: datetime | None = Field(default=None)

"""The field's own words: every fixed choice, with the Dutch label people see.

Values are what is stored; labels are what is shown. Regions differ in rules, not in these words.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A fixed choice. `Word("opslag", "Wat mensen zien")`: the first is stored, the second shown."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Word:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        return member


# --- people -------------------------------------------------------------------------------------------


class Role(Word):
    """What somebody may do in the program (rights, not profession)."""

    CHAIR = "voorzitter", "Voorzitter"
    SUBSTITUTE_CHAIR = "vervangend_voorzitter", "Vervangend voorzitter"
    PROCESS_SUPPORTER = "procesondersteuner", "Procesondersteuner"
    READER = "lezer", "Lezer (alleen cijfers)"


class TeamFunction(Word):
    """What somebody is in the team (S3 §1.3)."""

    CHAIR = "voorzitter", "Voorzitter"
    SUBSTITUTE_CHAIR = "vervangend_voorzitter", "Vervangend voorzitter"
    PROCESS_SUPPORTER = "procesondersteuner", "Procesondersteuner"
    EXPERT = "expert", "Expert"
    POLICY = "beleid", "Beleidsmedewerker"
    MANAGER = "manager", "Manager"
    STEERING_GROUP = "stuurgroep", "Stuurgroep"
    PROCESS_ACCELERATOR = "procesversneller", "Procesversneller"


class OrganisationKind(Word):
    PROVIDER = "aanbieder", "Aanbieder"
    MUNICIPALITY = "gemeente", "Gemeente of lokaal team"
    CERTIFIED_INSTITUTION = "gi", "Gecertificeerde instelling (GI)"
    EDUCATION = "onderwijs", "Onderwijs"
    HEALTH = "zorg", "Huisarts, jeugdarts of specialist"
    OTHER = "anders", "Anders"


class SecrecyBasis(Word):
    """Why somebody may handle health data (UAVG 30(4))."""

    PROFESSION = "beroep", "Beroepsgeheim"
    LAW = "wet", "Geheimhouding door de wet"
    AGREEMENT = "overeenkomst", "Geheimhoudingsovereenkomst"


class ApplicantKind(Word):
    MUNICIPALITY = "gemeente", "Gemeente of lokaal team"
    CERTIFIED_INSTITUTION = "gi", "Gecertificeerde instelling (GI)"
    PROVIDER = "aanbieder", "Aanbieder"
    DOCTOR = "arts", "Huisarts, jeugdarts of specialist"
    EDUCATION = "onderwijs", "Onderwijs"
    PARENT = "ouder", "Ouder"
    YOUNG_PERSON = "jeugdige", "Jeugdige"
    OTHER = "anders", "Anders"


class TableRole(Word):
    """As what somebody sits at the table of one case."""

    YOUNG_PERSON = "jeugdige", "Jeugdige"
    MOTHER = "moeder", "Moeder"
    FATHER = "vader", "Vader"
    PARENT = "ouder", "Ouder"
    GUARDIAN = "voogd", "Voogd"
    SUPPORT_PERSON = "steunpersoon", "Steunpersoon"
    APPLICANT = "aanmelder", "Aanmelder"
    PRACTITIONER = "behandelaar", "Betrokken hulpverlener"
    EXPERT = "expert", "Expert"
    CHAIR = "voorzitter", "Voorzitter"
    PROCESS_SUPPORTER = "procesondersteuner", "Procesondersteuner"
    INTERPRETER = "tolk", "Tolk"
    OTHER = "anders", "Anders"

    @property
    def is_family(self) -> bool:
        """Young person, parent, guardian in the family or who stands beside them."""
        return self in _FAMILY

    @property
    def takes_turn(self) -> bool:
        """Whether this person gets a turn in the round of experts."""
        return self in (TableRole.EXPERT, TableRole.PRACTITIONER)


_FAMILY = frozenset(
    {TableRole.YOUNG_PERSON, TableRole.MOTHER, TableRole.FATHER, TableRole.PARENT, TableRole.SUPPORT_PERSON}
)


class Presence(Word):
    EXPECTED = "verwacht", "Verwacht"
    PRESENT = "aanwezig", "Aanwezig"
    LATE = "later", "Komt later"
    ABSENT = "afwezig", "Afwezig"
    LEFT = "vertrokken", "Vertrokken"


# --- case ---------------------------------------------------------------------------------------------


class CaseStatus(Word):
    """Lifecycle of a case (domain §4)."""

    REGISTERED = "aangemeld", "Aangemeld"
    TRIAGE = "triage", "Triage"
    PLANNED = "gepland", "Gepland"
    DISCUSSED = "besproken", "Besproken"
    IN_EXECUTION = "in_uitvoering", "In uitvoering"
    CLOSED = "afgesloten", "Afgesloten"
    WITHDRAWN = "ingetrokken", "Ingetrokken"

    @property
    def is_closed(self) -> bool:
        return self in (CaseStatus.CLOSED, CaseStatus.WITHDRAWN)


class Gender(Word):
    FEMALE = "v", "Meisje of vrouw"
    MALE = "m", "Jongen of man"
    OTHER = "x", "Anders"
    UNKNOWN = "onbekend", "Onbekend"


class AuthorityRelation(Word):
    MOTHER = "moeder", "Moeder"
    FATHER = "vader", "Vader"
    PARENT = "ouder", "Ouder"
    GUARDIAN = "voogd", "Voogd"
    INSTITUTION = "gi", "Voogdij-instelling (GI)"


class LegalFrame(Word):
    VOLUNTARY = "vrijwillig", "Vrijwillig"
    SUPERVISION_ORDER = "ots", "Ondertoezichtstelling (OTS)"
    GUARDIANSHIP = "voogdij", "Voogdij bij een GI"
    PROBATION = "jeugdreclassering", "Jeugdreclassering"
    CLOSED_CARE = "machtiging_gesloten", "Machtiging gesloten jeugdhulp"
    UNKNOWN = "onbekend", "Onbekend"


class Residence(Word):
    HOME = "thuis", "Thuis"
    NETWORK = "netwerk", "In het netwerk"
    FOSTER = "pleeggezin", "Pleeggezin"
    FAMILY_HOUSE = "gezinshuis", "Gezinshuis"
    GROUP = "groep", "Behandel- of leefgroep"
    SECURE = "jeugdzorgplus", "JeugdzorgPlus"
    PSYCHIATRIC = "ggz_opname", "GGZ-opname"
    INDEPENDENT = "zelfstandig", "Zelfstandig"
    OTHER = "anders", "Anders"


class Education(Word):
    REGULAR = "regulier", "Regulier onderwijs"
    SPECIAL = "speciaal", "SBO, SO of VSO"
    AT_HOME = "thuiszitter", "Thuiszitter"
    EXEMPT = "vrijstelling", "Vrijstelling"
    VOCATIONAL = "mbo", "MBO"
    WORK = "werk", "Werk of dagbesteding"
    NONE = "geen", "Geen"


class QuestionType(Word):
    FITTING_HELP = "passende_hulp", "Passende hulp (wachtlijst)"
    LIVING_PLACE = "woonplek", "Passende woonplek"
    DIAGNOSTICS = "diagnostiek", "Diagnostiek of onderzoek"
    DIRECTION = "regie", "Regie en samenwerking"
    EDUCATION = "onderwijs", "Onderwijs en zorg"
    ADULTHOOD = "18plus", "Overgang naar 18+"
    FUNDING = "financiering", "Financiering of contract"
    SAFETY = "veiligheid", "Veiligheid"
    OTHER = "anders", "Anders"


class Urgency(Word):
    NORMAL = "gewoon", "Gewoon"
    SOON = "spoedig", "Spoedig (eerstvolgend overleg)"
    URGENT = "spoed", "Spoed (niet wachten op overleg)"


class CareKind(Word):
    """Kinds of moments in the timeline of care."""

    PLACEMENT = "plaatsing", "Plaatsing"
    OUTPATIENT = "ambulant", "Ambulante hulp"
    DIAGNOSTICS = "diagnostiek", "Diagnostiek"
    SCHOOL = "school", "Onderwijs"
    MEASURE = "maatregel", "Kinderbeschermingsmaatregel"
    CRISIS = "crisis", "Crisis"
    OTHER = "anders", "Anders"


class RefusalReason(Word):
    """Why providers refuse (S3 §3.2)."""

    RESIDENCE_PRINCIPLE = "woonplaatsbeginsel", "Woonplaatsbeginsel"
    GROUP = "groep", "Past niet in de groep"
    INDICATION = "indicatie", "Ontbrekende indicatie"
    PROBLEM = "problematiek", "Past niet bij het aanbod"
    WAITING_LIST = "wachtlijst", "Wachtlijst"
    CONTRACT = "contract", "Niet gecontracteerd"
    SAFETY = "veiligheid", "Onveiligheid"
    OTHER = "anders", "Anders"


class TriageOutcome(Word):
    DISCUSS = "bespreken", "Bespreken in het overleg"
    CONSULTATION = "consultatie", "Alleen consultatie"
    LOCAL_TEAM = "lokaal_team", "Terug naar het lokale team"
    INCOMPLETE = "aanvullen", "Eerst aanvullen"
    REFER = "doorverwijzen", "Doorverwijzen"
    URGENT = "spoed", "Spoed"


class Answer(Word):
    YES = "ja", "Ja"
    NO = "nee", "Nee"
    UNKNOWN = "onbekend", "Onbekend"


# --- permission ---------------------------------------------------------------------------------------


class PermissionPurpose(Word):
    """What permission is asked for (Jeugdwet 7.3.11, domain §8)."""

    DISCUSS_NAMED = "bespreken_met_naam", "Bespreken met naam"
    DISCUSS_UNNAMED = "bespreken_zonder_naam", "Bespreken zonder naam"
    SHARE_DOCUMENTS = "stukken_delen", "Stukken delen"
    SEND_ADVICE = "advies_sturen", "Advies sturen aan een ander"
    LEARNING = "leren", "Gebruiken om van te leren (zonder namen)"


class PermissionAnswer(Word):
    ASKED = "gevraagd", "Gevraagd, nog geen antwoord"
    GIVEN = "gegeven", "Gegeven"
    REFUSED = "geweigerd", "Geweigerd"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


class PermissionHow(Word):
    WRITTEN = "schriftelijk", "Schriftelijk"
    SPOKEN = "mondeling", "Mondeling"
    SPOKEN_AT_TABLE = "aan_tafel", "Mondeling aan tafel"


class PermissionGiver(Word):
    """In which quality somebody gives permission."""

    YOUNG_PERSON = "jeugdige", "Jeugdige"
    AUTHORITY_HOLDER = "gezag", "Ouder met gezag of voogd"


# --- analysis -----------------------------------------------------------------------------------------


class FactorDomain(Word):
    YOUNG_PERSON = "jeugdige", "Jeugdige"
    FAMILY = "gezin", "Gezin"
    NETWORK = "netwerk", "Netwerk en omgeving"
    EDUCATION = "onderwijs", "Onderwijs en werk"
    CARE_SYSTEM = "hulpverlening", "Hulpverlening"


class FactorKind(Word):
    COMPLAINT = "klacht", "Klacht"
    RISK = "risico", "Risico"
    PROTECTIVE = "beschermend", "Beschermend"
    STRENGTH = "kracht", "Kracht"

    @property
    def helps(self) -> bool:
        return self in (FactorKind.PROTECTIVE, FactorKind.STRENGTH)


class FactorRole(Word):
    ORIGIN = "ontstaan", "Ontstaan"
    TRIGGER = "uitlokkend", "Uitlokkend"
    MAINTAINING = "in_stand_houdend", "In stand houdend"
    WORSENING = "verergerend", "Verergerend"
    HELPING = "helpend", "Helpend"


class FactOrOpinion(Word):
    FACT = "feit", "Feit"
    OPINION = "mening", "Mening"


class LinkEffect(Word):
    STRENGTHENS = "versterkt", "versterkt"
    INHIBITS = "remt", "remt"


class HypothesisStatus(Word):
    PROPOSED = "voorgesteld", "Voorgesteld"
    SHARED = "gedeeld", "Gedeeld"
    CONTESTED = "betwist", "Betwist"
    REJECTED = "verworpen", "Verworpen"


class Recognised(Word):
    YES = "ja", "Ja, herkend"
    PARTLY = "deels", "Deels herkend"
    NO = "nee", "Niet herkend"


# --- meeting ------------------------------------------------------------------------------------------


class MeetingStatus(Word):
    PLANNED = "gepland", "Gepland"
    RUNNING = "loopt", "Loopt"
    PAUSED = "gepauzeerd", "Gepauzeerd"
    CLOSED = "gesloten", "Gesloten"
    CANCELLED = "vervallen", "Vervallen"


class AgendaKind(Word):
    OPENING = "opening", "Opening"
    FOLLOW_UP = "terugkoppeling", "Terugkoppeling"
    CASE = "casus", "Casus"
    LEARNING = "leren", "Leeritem"
    BREAK = "pauze", "Pauze"
    SIGNALS = "signaalronde", "Signaalronde"
    REFLECTION = "reflectie", "Reflectie"

    @property
    def is_case(self) -> bool:
        return self in (AgendaKind.CASE, AgendaKind.LEARNING)


class AgendaStatus(Word):
    WAITING = "wacht", "Nog niet"
    CURRENT = "bezig", "Nu"
    DONE = "klaar", "Klaar"
    MOVED = "doorgeschoven", "Doorgeschoven"


class Step(Word):
    """The twelve steps of a case discussion, in order (domain §5)."""

    OPENING = "opening", "Opening en toestemming"
    VOICE = "stem", "Jeugdige en ouders"
    QUESTION = "vraag", "Vraag en voorgeschiedenis"
    ANALYSIS = "analyse", "Verklarende analyse"
    CLARIFYING = "verheldering", "Verhelderende vragen"
    ROUND = "ronde", "Ronde experts"
    OPTIONS = "richtingen", "Oplossingsrichtingen"
    MANDATE = "mandaat", "Mandaatcheck"
    READING = "voorlezen", "Advies voorlezen"
    AGREEMENTS = "afspraken", "Procesregisseur en afspraken"
    SIGNALS = "signalen", "Signalen"
    CLOSING = "afsluiting", "Afsluiting"

    @property
    def number(self) -> int:
        """1 to 12."""
        return list(Step).index(self) + 1

    @property
    def short(self) -> str:
        """One word for narrow columns."""
        return _STEP_SHORT[self]


_STEP_SHORT = {
    Step.OPENING: "Toestemming",
    Step.VOICE: "Jeugdige, ouders",
    Step.QUESTION: "Vraag",
    Step.ANALYSIS: "Analyse",
    Step.CLARIFYING: "Vragen",
    Step.ROUND: "Ronde",
    Step.OPTIONS: "Richtingen",
    Step.MANDATE: "Mandaat",
    Step.READING: "Voorlezen",
    Step.AGREEMENTS: "Afspraken",
    Step.SIGNALS: "Signalen",
    Step.CLOSING: "Afsluiting",
}


class ContributionKind(Word):
    """Kinds of captured lines; the prefix on the capture line chooses (design §6)."""

    OBSERVATION = "observatie", "Observatie"
    ACTION = "actie", "Actie"
    QUESTION = "vraag", "Vraag"
    STRENGTH = "kracht", "Kracht"
    CONCERN = "zorg", "Zorg"
    OWN_WORDS = "eigen_woorden", "Eigen woorden"
    ADVICE = "advies", "Advies"
    SIGNAL = "signaal", "Signaal"

    @property
    def prefix(self) -> str:
        """The character that chooses this kind on the capture line; empty for an observation."""
        return _PREFIX[self]


_PREFIX = {
    ContributionKind.OBSERVATION: "",
    ContributionKind.ACTION: "!",
    ContributionKind.QUESTION: "?",
    ContributionKind.STRENGTH: "+",
    ContributionKind.CONCERN: "-",
    ContributionKind.OWN_WORDS: '"',
    ContributionKind.ADVICE: "=",
    ContributionKind.SIGNAL: "~",
}


class Principle(Word):
    """What an advice is held against (S0, S2, S3)."""

    NEAR_HOME = "zo_thuis", "Zo thuis mogelijk"
    LIGHT = "zo_licht", "Zo licht mogelijk"
    SHORT = "zo_kort", "Zo kort mogelijk"
    PREVENT_PLACEMENT = "voorkomt_uithuisplaatsing", "Voorkomt uithuisplaatsing"
    NORMALISE = "normaliseert", "Normaliseert (een 5,6 is voldoende)"
    PERSPECTIVE = "perspectief", "Perspectief op lange termijn"
    ADULTHOOD = "achttien", "Doordacht bij 18 jaar"
    UNCONDITIONAL = "onvoorwaardelijk", "Onvoorwaardelijk wonen"


class PrincipleVerdict(Word):
    FITS = "past", "Past"
    PARTLY = "deels", "Deels"
    AGAINST = "niet", "Past niet"


class OptionStatus(Word):
    OPEN = "open", "Open"
    CHOSEN = "gekozen", "Gekozen"
    DROPPED = "afgevallen", "Afgevallen"


# --- advice, mandate ----------------------------------------------------------------------------------


class AdviceType(Word):
    PREVENT_PLACEMENT = "voorkomen_uhp", "Uithuisplaatsing voorkomen"
    DIAGNOSTICS = "diagnostiek", "Diagnostiek of onderzoek"
    NETWORK = "netwerk", "Netwerk versterken (JIM)"
    OUTPATIENT = "ambulant", "Ambulante hulp"
    LIVING = "wonen", "Wonen of verblijf"
    EDUCATION_CARE = "onderwijs_zorg", "Onderwijs en zorg"
    ADULTHOOD = "18plus", "Overgang naar 18+"
    DIRECTION = "procesregie", "Procesregie"
    NORMALISE = "normaliseren", "Normaliseren of afschalen"
    BESPOKE = "maatwerk", "Maatwerk"
    OTHER = "anders", "Anders"


class MandateResult(Word):
    YES = "ja", "ja"
    YES_IF = "ja_mits", "ja, mits"
    NO = "nee", "nee"
    ASK = "navragen", "navragen"


class Funding(Word):
    REGULAR = "regulier", "Regulier"
    PGB = "pgb", "PGB"
    NON_CONTRACTED = "niet_gecontracteerd", "Niet-gecontracteerde zorg"
    BESPOKE_BUDGET = "maatwerkbudget", "Maatwerkbudget"
    BEN = "ben", "Middelen van het BEN"
    OTHER = "anders", "Anders"


class AdviceStatus(Word):
    DRAFT = "concept", "Concept"
    ESTABLISHED = "vastgesteld", "Vastgesteld"


class FamilyView(Word):
    AGREE = "eens", "Eens"
    PARTLY = "deels", "Deels eens"
    DISAGREE = "niet", "Niet eens"


class DirectionRole(Word):
    """Two roles that are often confused (S3); both are named."""

    PROCESS_DIRECTOR = "procesregisseur", "Procesregisseur"
    CASE_MANAGER = "casusregisseur", "Casusregisseur"


class ActionStatus(Word):
    OPEN = "open", "Open"
    BUSY = "bezig", "Bezig"
    DONE = "klaar", "Klaar"
    STUCK = "vastgelopen", "Vastgelopen"
    EXPIRED = "vervallen", "Vervallen"


class EvaluationMoment(Word):
    TWO_WEEKS = "2_weken", "2 weken"
    SIX_WEEKS = "6_weken", "6 weken"
    THREE_MONTHS = "3_maanden", "3 maanden"
    SIX_MONTHS = "6_maanden", "6 maanden"
    OF_REGION = "van_de_regio", "Moment van de regio"
    EXTRA = "extra", "Extra"
    CLOSING = "afsluiting", "Afsluiting"


# --- signals ------------------------------------------------------------------------------------------


class SignalCode(Word):
    WAITING_LIST = "wachtlijst", "Wachtlijst"
    MISSING_OFFER = "ontbrekend_aanbod", "Ontbrekend aanbod"
    SMALL_SCALE_LIVING = "kleinschalig_wonen", "Kleinschalig of besloten wonen"
    UNCONDITIONAL_LIVING = "onvoorwaardelijk_wonen", "Onvoorwaardelijk wonen (doorplaatsing)"
    ADULTHOOD = "overgang_18", "Overgang 18-/18+"
    DIRECTION = "regie_onduidelijk", "Regie onduidelijk"
    REFUSAL = "afwijzing", "Afwijzing door aanbieders"
    CONTRACTING = "contractering", "Contractering"
    NORMALISE = "normaliseren", "Onvoldoende normaliseren"
    NO_PERSPECTIVE = "geen_perspectief", "Geen perspectief"
    EDUCATION = "onderwijs_zorg", "Onderwijs en zorg"
    MANDATE = "mandaat", "Mandaat"
    NO_ANALYSIS = "analyse_ontbreekt", "Verklarende analyse ontbreekt"
    DIVORCE = "complexe_scheiding", "Complexe scheiding"
    EATING_DISORDER = "eetstoornis", "Eetstoornis"
    ACCESS = "toegankelijkheid", "Toegankelijkheid van het RET"
    OTHER = "overig", "Overig"


class SignalLevel(Word):
    LOCAL = "lokaal", "Lokaal"
    REGIONAL = "regionaal", "Regionaal"
    SUPRA_REGIONAL = "bovenregionaal", "Bovenregionaal"
    NATIONAL = "landelijk", "Landelijk"


# --- documents and what goes out ------------------------------------------------------------------------


class DocumentKind(Word):
    """What a submitted document is."""

    REGISTRATION = "aanmelding", "Aanmeldformulier"
    ANALYSIS = "analyse", "Verklarende analyse"
    REPORT = "verslag", "Verslag of plan"
    DIAGNOSTICS = "onderzoek", "Onderzoek of diagnostiek"
    DECISION = "besluit", "Beschikking of besluit"
    PERMISSION = "toestemming", "Toestemming"
    OTHER = "anders", "Anders"


class OutgoingKind(Word):
    """What goes out before a meeting."""

    INVITATION_FAMILY = "uitnodiging_gezin", "Uitnodiging gezin"
    INVITATION_PROFESSIONAL = "uitnodiging_professional", "Uitnodiging professional"
    AGENDA = "agenda", "Agenda"
    SCRIPT = "regieboek", "Regieboek"
    BUNDLE = "leesbundel", "Leesbundel"
    CALENDAR = "kalender", "Kalenderbestand"

    @property
    def is_invitation(self) -> bool:
        """Whether it invites somebody."""
        return self in (OutgoingKind.INVITATION_FAMILY, OutgoingKind.INVITATION_PROFESSIONAL)

"""Words of what happens after the meeting: outcomes, next steps, escalation, closing, complaints."""

from __future__ import annotations

from ret_tui.domain.words import Word


class OutcomeResult(Word):
    """How one advice item stands at an evaluation (domain §7). ‘Loopt nog’ leaves it open."""

    RUNNING = "loopt", "Loopt nog"
    CARRIED_OUT = "uitgevoerd", "Uitgevoerd"
    PARTLY = "deels", "Deels uitgevoerd"
    NOT = "niet", "Niet uitgevoerd"

    @property
    def settles(self) -> bool:
        """Whether the item is no longer open with this outcome."""
        return self is not OutcomeResult.RUNNING

    @property
    def needs_reason(self) -> bool:
        """Whether a reason code belongs to it."""
        return self in (OutcomeResult.PARTLY, OutcomeResult.NOT)


class OutcomeReason(Word):
    """Why an advice item was not or only partly carried out (domain §7)."""

    PLACE = "plek", "Geen plek"
    MONEY = "geld", "Geld"
    MANDATE = "mandaat", "Mandaat"
    WAITING_LIST = "wachtlijst", "Wachtlijst"
    FAMILY = "gezin", "Gezin koos anders"
    NEW_FACTS = "nieuwe_feiten", "Nieuwe feiten"
    NOT_DOCUMENTED = "niet_vastgelegd", "Niet vastgelegd"
    OTHER = "anders", "Anders"


class NextStep(Word):
    """What follows from an evaluation."""

    FOLLOW = "volgen", "Verder volgen"
    AGENDA = "agenda", "Opnieuw op de agenda"
    ESCALATE = "opschalen", "Opschalen"
    STEP_DOWN = "afschalen", "Afschalen"
    CLOSE = "afsluiten", "Afsluiten"


class EvaluationHow(Word):
    """How the evaluation was held with the family."""

    TALK = "gesprek", "In een gesprek"
    PHONE = "telefoon", "Telefonisch"
    LETTER = "brief", "Met een brief"
    MEETING = "overleg", "In het overleg"


class EntryKind(Word):
    """What kind of thing is written in the log of a case between meetings."""

    RESULT = "resultaat", "Resultaat"
    CALL = "telefoon", "Telefoongesprek"
    FACT = "feit", "Nieuw feit"
    MOVE = "verhuizing", "Verhuizing of overplaatsing"
    ADULT_PLAN = "plan_18", "Plan voor 18 jaar"
    CONSULTATION = "consultatie", "Consultatie vooraf"
    LETTER = "brief", "Brief"
    NOTE = "notitie", "Notitie"


class EscalationLevel(Word):
    """The ladder (domain §4). The procesversneller is help when a process stalls; the BEN is a level above the region."""

    ACCELERATOR = "procesversneller", "Procesversneller"
    BEN = "ben", "Bovenregionaal expertisenetwerk (BEN)"
    ADMINISTRATIVE = "bestuurlijk", "Bestuurlijk"


class EscalationChoice(Word):
    """Whether and where a case goes that stops without a solution."""

    NONE = "geen", "Niet opschalen"
    ACCELERATOR = "procesversneller", "Procesversneller"
    BEN = "ben", "Bovenregionaal expertisenetwerk (BEN)"
    ADMINISTRATIVE = "bestuurlijk", "Bestuurlijk"


class ClosingKind(Word):
    """How a case ends."""

    SOLVED = "opgelost", "Opgelost"
    STEPPED_DOWN = "afgeschaald", "Afgeschaald: anderen gaan verder"
    WITHOUT_SOLUTION = "zonder_oplossing", "Gestopt zonder oplossing"


class ComplaintOutcome(Word):
    """What came of a complaint."""

    FOUNDED = "gegrond", "Gegrond"
    PARTLY = "deels", "Deels gegrond"
    UNFOUNDED = "ongegrond", "Ongegrond"
    SETTLED = "bemiddeld", "Opgelost in gesprek"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


class DueKind(Word):
    """Kinds of things that wait for somebody. The label is the first column on Vandaag."""

    ACTION = "actie", "afspraak"
    EVALUATION = "evaluatie", "evaluatie"
    MANDATE = "mandaat", "mandaat"
    LETTER = "brief", "brief"
    DIRECTOR = "procesregie", "procesregie"
    NOT_STARTED = "niet_gestart", "niet gestart"
    ESCALATION = "opschaling", "opschaling"
    COMPLAINT = "klacht", "klacht"
    CLOSING = "afsluiten", "afsluiten"
    CLOSING_LETTER = "afsluitbrief", "afsluitbrief"
    PERMISSION = "toestemming", "toestemming"
    BIRTHDAY = "verjaardag", "verjaardag"
    ADULTHOOD = "achttien", "18 jaar"
    LONG_LIST = "longlist", "longlist"

    @property
    def is_dated(self) -> bool:
        """Due on its day: overdue after it, in this week's list before it. The others are watched ahead of time."""
        return self not in _WATCHED


_WATCHED = frozenset({DueKind.PERMISSION, DueKind.BIRTHDAY, DueKind.ADULTHOOD, DueKind.LONG_LIST})

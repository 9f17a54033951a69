"""Words of keeping and destroying."""

from __future__ import annotations

from ret_tui.domain.words import Word


class DestructionReason(Word):
    """Why a case was destroyed."""

    REQUEST = "op_verzoek", "Op verzoek van de betrokkene"
    HANDED_OVER = "na_overdracht", "Termijn na overdracht aan het dossier verstreken"
    MISTAKE = "vergissing", "Per vergissing aangemeld"


class IntakeEnd(Word):
    """How a registration ended that never came to the table (domain §4); each counts in the figures."""

    CONSULTATION = "consultatie", "Alleen consultatie"
    LOCAL_TEAM = "lokaal_team", "Terug naar het lokale team"
    REFER = "doorverwijzen", "Doorverwezen"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


class PlacementsBand(Word):
    """Number of earlier placements, as the national monitor asks it (domain §8)."""

    NONE = "0", "0"
    FEW = "1-2", "1–2"
    SEVERAL = "3-5", "3–5"
    MANY = "6+", "6 of meer"


class AgeBand(Word):
    """Age in bands, so that nobody can be known by it."""

    UNDER_6 = "0-5", "0–5"
    TO_11 = "6-11", "6–11"
    TO_15 = "12-15", "12–15"
    TO_17 = "16-17", "16–17"
    ADULT = "18+", "18 of ouder"

"""The log in Dutch: what an action of the log means, for who reads it."""

from __future__ import annotations

from ret_tui.domain.action_words import ACTION_WORDS

REFUSED = "geweigerd: "
"""Begin of the result of an attempt that was refused; the kind of error comes after it, or words."""

_REASONS = {
    "NotAllowed": "geen recht",
    "WrongState": "kan nu niet",
    "InvalidInput": "niet goed ingevuld",
    "StaleWrite": "intussen door een ander gewijzigd",
    "NotFound": "niet gevonden",
    "MissingValue": "niet volledig",
    "DocumentError": "document deugt niet",
    "TemplateFault": "sjabloon deugt niet",
}

_WHOLE = {
    "view_case": "casus ingezien",
    "view_log": "logboek ingezien",
    "view_document": "stuk gelezen",
    "export_document": "stuk buiten het programma gezet",
    "import_registration": "casus aangemeld uit een formulier",
    "import_into_case": "formulier toegevoegd aan casus",
    "note_entry": "binnengekomen",
    "note_search": "in casussen gezocht",
    "note_backup": "reservekopie gemaakt",
    "note_restore": "reservekopie teruggezet",
    "note_restore_test": "herstelproef gedaan",
    "found_region": "regio ingericht",
    "link_factors": "factoren verbonden",
    "unlink_factors": "verbinding tussen factoren weggehaald",
    "capture": "inbreng vastgelegd",
    "ask": "gegevens opgevraagd",
    "decide_triage": "triage besloten",
    "destroy_case": "casus vernietigd",
    "hand_over_case": "casus overgedragen aan het dossier",
    "replace_recovery": "herstelcode vervangen",
    "recover_access": "wachtwoordzin hersteld met herstelcode",
    "change_own_passphrase": "eigen wachtwoordzin gewijzigd",
    "reset_passphrase": "wachtwoordzin opnieuw gegeven",
    "change_role": "rol gewijzigd",
    "begin_fresh_key": "opnieuw versleutelen begonnen",
    "finish_fresh_key": "opnieuw versleuteld",
    "inspect_case": "afschrift voor inzage gemaakt",
    "register_case": "casus aangemeld",
    "establish_advice": "advies vastgesteld",
    "revise_advice": "advies herzien",
    "override_letter": "afgeweken van wie een brief krijgt",
    "withdraw_override": "afwijking van wie een brief krijgt ingetrokken",
    "mark_read_aloud": "advies voorgelezen",
    "go_to_step": "stap gekozen",
    "go_to_item": "agendapunt gekozen",
    "note_sign_of_life": "overleg loopt",
    "count_gap_as_pause": "onderbreking als pauze geteld",
    "arrange_agenda": "agenda geordend",
    "invite_member": "teamlid uitgenodigd",
    "end_member": "vertrek uit het team vastgelegd",
    "mark_used": "inbreng als overgenomen gemerkt",
    "appoint_director": "regisseur benoemd",
    "propose_hand_over": "overdracht van de regie voorgesteld",
    "accept_hand_over": "overdracht van de regie aangenomen",
    "decline_hand_over": "overdracht van de regie niet aangenomen",
    "move_action_date": "afspraak verzet",
    "move_actions": "afspraak aan een ander gegeven",
    "ask_escalation": "opgeschaald",
    "log_consultation": "consultatie vastgelegd",
    "register_consultation": "van een consultatie een aanmelding gemaakt",
    "note_closing_letter": "bericht van de afsluiting vastgelegd",
    "edit_sent": "verzending vastgelegd",
    "mark_all_sent": "verzending vastgelegd",
}

_AFTER = {"note_print": "afgedrukt", "note_export": "naar een bestand gezet"}

_VERBS = {
    "add": "toegevoegd",
    "edit": "gewijzigd",
    "remove": "weggehaald",
    "withdraw": "ingetrokken",
    "register": "geregistreerd",
    "record": "vastgelegd",
    "open": "geopend",
    "close": "gesloten",
    "reopen": "heropend",
    "finish": "afgerond",
    "plan": "gepland",
    "cancel": "vervallen",
    "choose": "gekozen",
    "link": "gekoppeld",
    "unlink": "ontkoppeld",
    "name": "benoemd",
    "end": "beëindigd",
    "set": "gewijzigd",
    "move": "verplaatst",
    "clear": "gewist",
    "answer": "beantwoord",
    "restore": "hersteld",
    "undo": "teruggenomen",
    "redo": "teruggehaald",
    "judge": "beoordeeld",
    "pause": "gepauzeerd",
    "resume": "hervat",
    "invite": "uitgenodigd",
    "keep": "bewaard",
    "convert": "omgezet",
    "mark": "gemarkeerd",
    "postpone": "doorgeschoven",
    "put": "geplaatst",
}

_KINDS = {
    "": "",
    "account": "toegang",
    "action": "afspraak",
    "advice": "advies",
    "advice_item": "adviespunt",
    "advice_outcome": "uitkomst van een adviespunt",
    "agenda_item": "agendapunt",
    "agreed_action": "afspraak",
    "analysis": "analyse",
    "analysis_version": "versie van de analyse",
    "authority_holder": "gezagsdrager",
    "backup": "reservekopie",
    "care_spell": "regel in de tijdlijn",
    "case": "casus",
    "case_closing": "casus",
    "case_document": "stuk",
    "case_entry": "regel in het regieboek",
    "commitment": "toezegging",
    "complaint": "klacht",
    "consultation": "consultatie",
    "contribution": "inbreng",
    "direction": "regisseur",
    "discussion": "bespreking",
    "escalation": "opschaling",
    "evaluation": "evaluatie",
    "factor": "factor",
    "factor_link": "koppeling",
    "family_reaction": "reactie van het gezin",
    "figures": "cijfers",
    "goal": "doel",
    "hypothesis": "hypothese",
    "letter": "brief",
    "letter_override": "grond voor een brief",
    "log_entry": "logboek",
    "mandate": "mandaat",
    "meeting": "overleg",
    "member": "teamlid",
    "option": "oplossingsrichting",
    "organisation": "organisatie",
    "own_statement": "eigen verklaring",
    "permission": "toestemming",
    "recovery_code": "herstelcode",
    "refusal": "afwijzing",
    "region": "instellingen",
    "seat": "plaats aan tafel",
    "sent": "uitgaand bestand",
    "signal": "signaal",
    "store_key": "sleutel",
    "template": "sjabloon",
    "triage": "triage",
}


def action_words(action: str, kind: str) -> str:
    """An action of the log in Dutch, with its object: `afspraak gewijzigd`. An unknown one is told by its own name."""
    if action in _WHOLE:
        return _WHOLE[action]
    return f"{kind_words(kind)} {_verb(action)}" if has_words(action, kind) else action.replace("_", " ")


def line_words(action: str, kind: str, result: str) -> str:
    """A line of the log in Dutch: what was done, or what was tried and refused."""
    if not result.startswith(REFUSED):
        return action_words(action, kind)
    return "gegevens opvragen" if action == "ask" else ACTION_WORDS.get(action, action_words(action, kind))


def result_words(result: str) -> str:
    """The result of a line in Dutch: `gedaan`, or `geweigerd: geen recht`."""
    if not result.startswith(REFUSED):
        return result
    reason = result.removeprefix(REFUSED)
    return REFUSED + _REASONS.get(reason, reason)


def has_words(action: str, kind: str) -> bool:
    """Whether this action on this kind of object can be told in Dutch. A log of another version may hold others."""
    return action in _WHOLE or bool(kind and kind in _KINDS and _verb(action))


def _verb(action: str) -> str:
    return _AFTER.get(action) or _VERBS.get(action.partition("_")[0], "")


def kind_words(kind: str) -> str:
    """A kind of object in Dutch."""
    return _KINDS.get(kind, kind.replace("_", " "))


def place_words(place: str) -> str:
    """Where somebody worked: on the screen of the program, or as the line says."""
    return "in het programma" if place == "app" else place

"""The log in Dutch: what an action of the log means, for who reads it."""

from __future__ import annotations

_WHOLE = {
    "view_case": "casus ingezien",
    "view_log": "logboek ingezien",
    "note_entry": "binnengekomen",
    "note_search": "in casussen gezocht",
    "note_print": "afgedrukt",
    "note_export": "uitgevoerd naar een bestand",
    "note_backup": "reservekopie gemaakt",
    "note_restore": "reservekopie teruggezet",
    "note_restore_test": "herstelproef gedaan",
    "found_region": "regio ingericht",
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
}

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
    "agenda_item": "agendapunt",
    "agreed_action": "afspraak",
    "analysis": "analyse",
    "analysis_version": "versie van de analyse",
    "authority_holder": "gezagsdrager",
    "backup": "reservekopie",
    "care_spell": "tijdlijn",
    "case": "casus",
    "commitment": "toezegging",
    "contribution": "inbreng",
    "direction": "regisseur",
    "discussion": "bespreking",
    "evaluation": "evaluatie",
    "factor": "factor",
    "factor_link": "koppeling",
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
    "signal": "signaal",
    "store_key": "sleutel",
    "template": "sjabloon",
    "triage": "triage",
}


def action_words(action: str, kind: str) -> str:
    """An action of the log in Dutch, with its object: `afspraak gewijzigd`. An unknown one is told by its own name."""
    if action in _WHOLE:
        return _WHOLE[action]
    verb = _VERBS.get(action.partition("_")[0])
    thing = kind_words(kind)
    return f"{thing} {verb}" if verb and thing else action.replace("_", " ")


def kind_words(kind: str) -> str:
    """A kind of object in Dutch."""
    return _KINDS.get(kind, kind.replace("_", " "))

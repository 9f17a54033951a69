"""What every table of the store is called in Dutch, for the report of a restore test."""

from __future__ import annotations

TABLE_WORDS: dict[str, str] = {
    "account": "toegangen",
    "action_change": "wijzigingen van afspraken",
    "advice": "adviezen",
    "advice_item": "adviespunten",
    "advice_outcome": "uitkomsten van adviespunten",
    "advice_version": "versies van adviezen",
    "agenda_item": "agendapunten",
    "agreed_action": "afspraken",
    "alembic_version": "versie van de indeling",
    "analysis": "analyses",
    "analysis_version": "versies van analyses",
    "authority_holder": "gezagsdragers",
    "care_spell": "tijdlijn van hulp",
    "case": "casussen",
    "case_closing": "afsluitingen",
    "case_document": "stukken",
    "case_document_content": "inhoud van stukken",
    "case_entry": "regels in het regieboek",
    "clock_segment": "tijden van overleggen",
    "commitment": "toezeggingen",
    "complaint": "klachten",
    "consultation": "consultaties",
    "contribution": "inbreng",
    "destruction": "vernietigingen",
    "direction": "regisseurs",
    "discussion": "besprekingen",
    "draft": "half getypte teksten",
    "due_item": "wat nog moet gebeuren",
    "escalation": "opschalingen",
    "evaluation": "evaluaties",
    "evaluation_report": "evaluatieverslagen",
    "factor": "factoren",
    "factor_link": "verbanden tussen factoren",
    "family_reaction": "reacties van het gezin",
    "goal": "doelen",
    "hypothesis": "hypothesen",
    "intake_row": "regels van niet besproken aanmeldingen",
    "letter": "brieven",
    "letter_override": "gronden voor brieven",
    "log_entry": "logboek",
    "log_head": "einde van het logboek",
    "mandate": "mandaten",
    "mandate_answer": "antwoorden op mandaten",
    "meeting": "overleggen",
    "member": "teamleden",
    "monitoring_row": "regels voor de monitor",
    "option": "oplossingsrichtingen",
    "option_judgement": "toetsen van richtingen",
    "organisation": "organisaties",
    "own_statement": "eigen verklaringen",
    "permission": "toestemmingen",
    "postponement": "verzette evaluaties",
    "refusal": "afwijzingen",
    "region": "instellingen",
    "revision": "wat er eerder stond",
    "search_entry": "zoekregels",
    "seat": "plaatsen aan tafel",
    "sent": "uitgaande bestanden",
    "signal": "signalen",
    "step_mark": "stappen van overleggen",
    "template": "sjablonen",
    "template_content": "inhoud van sjablonen",
    "triage": "triages",
}
"""By the name of the table; a test sees to it that none is missing."""


def table_words(table: str) -> str:
    """A table in Dutch: `casussen`. The inner tables of the search index are told by its name with theirs behind it."""
    if table.startswith("search_index"):
        inner = table.removeprefix("search_index").strip("_")
        return f"zoekindex ({inner})" if inner else "zoekindex"
    return TABLE_WORDS.get(table, table)

"""Commands of the running meeting: the screen, captured lines, agenda and table."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

MEETING = "Vergadering"
SAID = "Inbreng"
TABLE = "Aan tafel"
FOLLOW_UP = "Terugkoppeling"

COMMANDS: tuple[Command, ...] = (
    # the meeting: the screen
    Command("meeting.begin", "f9", "beginnen", "Begin het overleg: de klok gaat lopen.", "Overleg beginnen"),
    Command(
        "meeting.next_step",
        "f9",
        "volgende stap",
        "Naar de volgende stap; na de laatste stap de casus afronden.",
        MEETING,
        stays=True,
    ),
    Command(
        "meeting.finish_item",
        "f9",
        "afronden",
        "Rond dit agendapunt af en ga naar het volgende.",
        "Agendapunt",
        stays=True,
    ),
    Command("meeting.previous_step", "f8", "vorige stap", "Terug naar de vorige stap.", MEETING),
    Command("meeting.note", "f4", "invoer", "Naar de invoerregel onderaan, waar je ook bent.", MEETING),
    Command(
        "meeting.pane", "f5", "ander vak", "Naar het volgende vak: agenda, stap, inbreng, tafel.", MEETING
    ),
    Command("meeting.jump", "ctrl+t", "naar stap", "Kies een stap of agendapunt uit een lijst.", MEETING),
    Command("meeting.pause", "ctrl+r", "pauze", "Zet de klokken stil, of laat ze weer lopen.", MEETING),
    Command(
        "meeting.menu", "ctrl+o", "meer", "Afronden, doorschuiven, gast erbij, overleg sluiten.", MEETING
    ),
    Command("meeting.other", "ctrl+o", "ander overleg", "Kies een ander overleg.", "Overleg kiezen"),
    Command(
        "meeting.reopen",
        "ctrl+r",
        "heropenen",
        "Heropen dit overleg; alleen het nieuwste kan.",
        "Overleg kiezen",
    ),
    Command(
        "meeting.prepare",
        "ctrl+n",
        "voorbereiden",
        "Agenda, tijden en deelnemers van dit overleg.",
        "Overleg beginnen",
    ),
    Command(
        "closed.letters",
        "enter",
        "brieven",
        "De brieven van deze casus maken en openen.",
        "Gesloten overleg",
        Where.LIST,
    ),
    Command(
        "closed.all_letters",
        "ctrl+n",
        "alle brieven",
        "De brieven van alle casussen van dit overleg, in één keer te maken.",
        "Gesloten overleg",
    ),
    Command("letters.open", "ctrl+n", "brieven", "De brieven van deze casus maken en openen.", "Brieven"),
    # the meeting: follow-ups of earlier cases
    Command(
        "follow_up.open",
        "enter",
        "openen",
        "Open waar deze regel over gaat; F3 gaat terug naar het overleg.",
        FOLLOW_UP,
        Where.LIST,
    ),
    Command(
        "follow_up.deal",
        "k",
        "klaar",
        "Leg vast wat er van deze regel is geworden: klaar, beantwoord, gehouden.",
        FOLLOW_UP,
        Where.LIST,
    ),
    Command(
        "follow_up.state",
        "s",
        "stand",
        "Kies de stand: bezig, vastgelopen, vervallen; vraagt zo nodig waarom.",
        FOLLOW_UP,
        Where.LIST,
    ),
    Command(
        "follow_up.date", "d", "andere datum", "Zet een andere datum; vraagt waarom.", FOLLOW_UP, Where.LIST
    ),
    Command(
        "follow_up.note",
        "b",
        "opschrijven",
        "Schrijf in het logboek van deze casus wat er is verteld.",
        FOLLOW_UP,
        Where.LIST,
    ),
    Command(
        "follow_up.agree",
        "t",
        "nieuwe afspraak",
        "Spreek iets nieuws af voor deze casus.",
        FOLLOW_UP,
        Where.LIST,
    ),
    Command(
        "follow_up.agenda",
        "a",
        "op de agenda",
        "Zet deze casus op een volgend overleg; alles wat openstaat gaat mee.",
        FOLLOW_UP,
        Where.LIST,
    ),
    # the meeting: captured lines
    Command(
        "said.edit",
        "enter",
        "wijzigen",
        "Verbeter de tekst van deze regel; tijd en spreker blijven.",
        SAID,
        Where.LIST,
    ),
    Command(
        "said.take_over",
        "n",
        "overnemen",
        "Maak er advies, een afspraak, een signaal, een factor of eigen woorden van.",
        SAID,
        Where.LIST,
    ),
    Command("said.speaker", "at", "spreker", "Kies wie dit zei.", SAID, Where.LIST),
    Command(
        "said.withdraw",
        "delete",
        "terugnemen",
        "Neem deze regel terug; met r komt hij weer.",
        SAID,
        Where.LIST,
    ),
    Command("said.undo", "u", "laatste terug", "Neem de laatste regel terug.", SAID, Where.LIST, bar=False),
    Command(
        "said.redo", "r", "weer terughalen", "Haal de laatst teruggenomen regel weer terug.", SAID, Where.LIST
    ),
    Command(
        "said.filter",
        "f",
        "alles/alleen soort",
        "Toon alle regels, of alleen die bij deze stap horen.",
        SAID,
        Where.LIST,
    ),
    Command(
        "said.to_action",
        "exclamation_mark",
        "actie",
        "Maak van deze regel een actie.",
        SAID,
        Where.LIST,
        bar=False,
    ),
    Command(
        "said.to_question",
        "question_mark",
        "vraag",
        "Maak van deze regel een vraag.",
        SAID,
        Where.LIST,
        bar=False,
    ),
    Command(
        "said.to_strength", "plus", "kracht", "Maak van deze regel een kracht.", SAID, Where.LIST, bar=False
    ),
    Command("said.to_concern", "minus", "zorg", "Maak van deze regel een zorg.", SAID, Where.LIST, bar=False),
    Command(
        "said.to_own_words",
        "quotation_mark",
        "eigen woorden",
        "Maak van deze regel eigen woorden.",
        SAID,
        Where.LIST,
        bar=False,
    ),
    Command(
        "said.to_advice", "equals_sign", "advies", "Maak van deze regel advies.", SAID, Where.LIST, bar=False
    ),
    Command(
        "said.to_signal", "tilde", "signaal", "Maak van deze regel een signaal.", SAID, Where.LIST, bar=False
    ),
    Command(
        "said.to_observation",
        "o,space",
        "observatie",
        "Maak van deze regel een gewone observatie.",
        SAID,
        Where.LIST,
        bar=False,
    ),
    # the meeting: agenda and table
    Command("agenda.go", "enter", "hierheen", "Ga naar deze stap of dit agendapunt.", "Agenda", Where.LIST),
    Command(
        "table.turn", "enter", "geef het woord", "Zet deze spreker op de invoerregel.", TABLE, Where.LIST
    ),
    Command(
        "table.fill_in",
        "enter",
        "invullen",
        "Ga naar de stap waar dit wordt ingevuld.",
        "Nog te doen",
        Where.LIST,
    ),
)

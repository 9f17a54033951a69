"""Commands of preparing: cases, one case, meetings and their agenda, team, settings."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

CASES = "Casussen"
CASE = "Casus"
RECORDS = "Lijst van een casus"
MEETINGS = "Overleggen"
PLANNING = "Agenda voorbereiden"
SERIES = "Reeks overleggen"
READINESS = "Wat nog ontbreekt"
SEATS = "Deelnemers"
MEETING = "Overleg voorbereiden"
TEAM = "Team"
SETTINGS = "Instellingen"
TEMPLATES = "Sjablonen"

COMMANDS: tuple[Command, ...] = (
    # cases
    Command("cases.open", "enter", "openen", "Open deze casus.", CASES, Where.LIST),
    Command(
        "cases.new",
        "ctrl+n",
        "nieuwe aanmelding",
        "Begin een aanmelding; zij krijgt meteen een nummer.",
        CASES,
    ),
    Command(
        "cases.find", "ctrl+f", "zoeken", "Zoek op nummer, naam, gemeente of woorden uit de vraag.", CASES
    ),
    Command(
        "cases.filter", "f4", "welke", "Kies welke casussen de lijst toont: open, alle, of één status.", CASES
    ),
    # one case
    Command(
        "case.needs",
        "f4",
        "wat is nog nodig",
        "Naar de lijst van wat nog nodig is; Enter springt naar de plek.",
        CASE,
    ),
    Command(
        "case.parts",
        "ctrl+t",
        "ander deel",
        "Kies een deel van de casus: aanmelding, gezag, toestemming …",
        CASE,
    ),
    Command("case.next_part", "f9", "volgend deel", "Naar het volgende deel van de casus.", CASE),
    Command("case.previous_part", "f8", "vorig deel", "Naar het vorige deel van de casus.", CASE),
    Command("case.letters", "ctrl+r", "brieven", "De brieven na de bespreking van deze casus.", CASE),
    Command(
        "case.followed",
        "f5",
        "procesregie",
        "Logboek, afspraken en klachten van deze casus, en wat er van het advies kwam.",
        CASE,
    ),
    # lists of a case
    Command(
        "record.open",
        "enter",
        "openen",
        "Open deze regel, of voeg iets toe waar dat staat.",
        RECORDS,
        Where.LIST,
    ),
    Command(
        "record.add",
        "n,ctrl+n",
        "toevoegen",
        "Voeg iets toe aan de lijst waar de cursor in staat.",
        RECORDS,
        Where.LIST,
    ),
    Command(
        "record.remove",
        "delete",
        "weghalen",
        "Haal weg wat bij vergissing is ingevoerd, na een vraag.",
        RECORDS,
        Where.LIST,
    ),
    Command(
        "answers.all",
        "a",
        "alle doelen",
        "Leg één antwoord van één persoon vast voor alle doelen tegelijk.",
        RECORDS,
        Where.LIST,
    ),
    Command(
        "answers.withdraw",
        "i",
        "intrekken",
        "Deze toestemming wordt ingetrokken, vanaf een dag.",
        RECORDS,
        Where.LIST,
    ),
    Command(
        "factors.link",
        "k",
        "koppelen",
        "Zeg welke andere factor deze versterkt of remt.",
        RECORDS,
        Where.LIST,
    ),
    Command(
        "factors.keep_version",
        "v",
        "versie bewaren",
        "Bewaar de analyse zoals zij nu is, onder een naam.",
        RECORDS,
        Where.LIST,
    ),
    # meetings
    Command("meetings.open", "enter", "openen", "Open dit overleg en zijn agenda.", MEETINGS, Where.LIST),
    Command(
        "meetings.new",
        "ctrl+n",
        "nieuw overleg",
        "Plan een overleg; het kernteam wordt meteen uitgenodigd.",
        MEETINGS,
    ),
    Command(
        "meetings.series",
        "ctrl+r",
        "reeks",
        "Plan een reeks overleggen, bijvoorbeeld om de week; feestdagen worden overgeslagen.",
        MEETINGS,
    ),
    # the days of a series
    Command(
        "series.choose", "enter,space", "wel/niet", "Plan deze dag wel, of juist niet.", SERIES, Where.LIST
    ),
    Command("series.move", "w", "andere dag", "Kies een andere dag in plaats van deze.", SERIES, Where.LIST),
    Command("series.plan", "f9", "plannen", "Plan een overleg op iedere gekozen dag.", SERIES),
    # what a meeting still lacks
    Command(
        "readiness.open", "enter", "ga erheen", "Naar de plek waar dit wordt ingevuld.", READINESS, Where.LIST
    ),
    Command(
        "readiness.everything",
        "f4",
        "alles/ontbrekend",
        "Toon ook wat er al is, of alleen wat ontbreekt.",
        READINESS,
    ),
    # the agenda of a meeting
    Command(
        "planning.open", "enter", "openen", "Open de casus, of wijzig dit onderdeel.", PLANNING, Where.LIST
    ),
    Command(
        "planning.add_case",
        "c,ctrl+n",
        "casus erbij",
        "Zoek een casus en zet hem op de agenda.",
        PLANNING,
        Where.LIST,
    ),
    Command(
        "planning.add_proposed",
        "a",
        "op deze agenda",
        "Zet deze casus van de longlist op deze agenda; alles wat openstaat gaat mee.",
        PLANNING,
        Where.LIST,
    ),
    Command(
        "planning.add_break", "p", "pauze", "Zet een pauze op de agenda.", PLANNING, Where.LIST, bar=False
    ),
    Command(
        "planning.earlier",
        "h,shift+up",
        "hoger",
        "Zet dit onderdeel een plaats hoger.",
        PLANNING,
        Where.LIST,
        bar=False,
    ),
    Command(
        "planning.later",
        "l,shift+down",
        "lager",
        "Zet dit onderdeel een plaats lager.",
        PLANNING,
        Where.LIST,
        bar=False,
    ),
    Command(
        "planning.arrange",
        "o",
        "ordenen",
        "Zet de casussen in de voorgestelde volgorde: doorgeschoven eerst, dan complex, spoed en langst vast; met pauzes.",
        PLANNING,
        Where.LIST,
    ),
    Command(
        "planning.thirty", "3", "30 min", "Geef dit onderdeel 30 minuten.", PLANNING, Where.LIST, bar=False
    ),
    Command(
        "planning.sixty", "6", "60 min", "Geef dit onderdeel 60 minuten.", PLANNING, Where.LIST, bar=False
    ),
    Command(
        "planning.ninety", "9", "90 min", "Geef dit onderdeel 90 minuten.", PLANNING, Where.LIST, bar=False
    ),
    Command(
        "planning.minutes", "m", "minuten", "Typ hoeveel minuten dit onderdeel krijgt.", PLANNING, Where.LIST
    ),
    Command(
        "planning.lacks",
        "w",
        "wat mist dit",
        "Wat deze casus nog mist, of wat er terug te koppelen is; Enter springt naar de plek.",
        PLANNING,
        Where.LIST,
        bar=False,
    ),
    Command(
        "planning.remove",
        "delete",
        "van agenda",
        "Haal dit onderdeel van de agenda, na een vraag.",
        PLANNING,
        Where.LIST,
        bar=False,
    ),
    Command(
        "planning.add_learning",
        "e",
        "leeritem",
        "Zet een casus op de agenda om van te leren, ook een afgesloten.",
        PLANNING,
        Where.LIST,
        bar=False,
    ),
    # who comes to a meeting
    Command("seats.edit", "enter", "wijzigen", "Wijzig naam, rol of geheimhouding.", SEATS, Where.LIST),
    Command(
        "seats.invite",
        "u,ctrl+n",
        "uitnodigen",
        "Nodig iemand uit het team of een gast uit.",
        SEATS,
        Where.LIST,
    ),
    Command(
        "seats.absent", "a", "afmelden", "Deze persoon komt niet; vraagt wie vervangt.", SEATS, Where.LIST
    ),
    Command("seats.expected", "v", "komt wel", "Deze persoon wordt toch verwacht.", SEATS, Where.LIST),
    Command(
        "seats.remove",
        "delete",
        "weghalen",
        "Haal iemand weg die per ongeluk op de lijst staat.",
        SEATS,
        Where.LIST,
    ),
    # the meeting itself
    Command("prepare.to_meeting", "f9", "naar overleg", "Naar de vergadering zelf, om te beginnen.", MEETING),
    Command("prepare.pane", "f5", "mensen", "Wissel tussen de agenda en de deelnemers.", MEETING),
    Command(
        "prepare.board",
        "f4",
        "wat ontbreekt",
        "Alles wat dit overleg en iedere casus nog missen, met de weg erheen.",
        MEETING,
    ),
    Command(
        "prepare.outgoing",
        "ctrl+o",
        "versturen",
        "Uitnodigingen, agenda, regieboek en leesbundels.",
        MEETING,
    ),
    Command(
        "prepare.details", "ctrl+t", "dag en plaats", "Wijzig datum, tijd, plaats of voorzitter.", MEETING
    ),
    Command(
        "prepare.cancel",
        "ctrl+r",
        "laten vervallen",
        "Dit overleg gaat niet door; de casussen wachten op een ander.",
        MEETING,
    ),
    # team and settings
    Command("team.open", "enter", "openen", "Open deze regel.", TEAM, Where.LIST),
    Command("team.new", "ctrl+n", "toevoegen", "Voeg een teamlid of organisatie toe.", TEAM),
    Command(
        "team.end",
        "delete",
        "gaat weg",
        "Dit teamlid verlaat het team; wat diegene zei en beloofde, blijft.",
        TEAM,
        Where.LIST,
    ),
    Command("team.everyone", "f4", "ook vertrokken", "Toon ook wie vertrokken is, of weer niet.", TEAM),
    Command("team.pane", "f5", "andere lijst", "Wissel tussen team, organisaties en toegang.", TEAM),
    Command(
        "settings.pane", "f5", "ander deel", "Wissel tussen regio, sjablonen en deze computer.", SETTINGS
    ),
    Command(
        "settings.standard_text",
        "ctrl+r",
        "standaardzin",
        "Zet in dit veld de neutrale zin waarmee een nieuwe regio begint.",
        SETTINGS,
    ),
    # templates
    Command(
        "templates.choose",
        "enter",
        "eigen sjabloon",
        "Kies uw eigen Word-bestand; het wordt eerst gecontroleerd.",
        TEMPLATES,
        Where.LIST,
    ),
    Command(
        "templates.preview",
        "p",
        "voorbeeld",
        "Lees het document met verzonnen gegevens.",
        TEMPLATES,
        Where.LIST,
    ),
    Command(
        "templates.copy",
        "k",
        "kopie maken",
        "Maak een kopie van het sjabloon die u in Word aanpast.",
        TEMPLATES,
        Where.LIST,
    ),
    Command(
        "templates.standard",
        "s",
        "standaard",
        "Gebruik weer het standaardsjabloon; uw versies blijven bewaard.",
        TEMPLATES,
        Where.LIST,
    ),
    Command("templates.versions", "v", "versies", "Kies een versie die bewaard is.", TEMPLATES, Where.LIST),
    Command("settings.theme", "ctrl+t", "kleuren", "Kies donker, licht of hoog contrast.", SETTINGS),
)

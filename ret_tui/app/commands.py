"""Every command of the program, once: what it is called, which key it has, what it does.

The key bar, the palette, the help screen and rebinding read this list and nothing else. A screen or widget says which
commands it offers with `BINDINGS = offers("meeting.next_step", …)`; the method `action_next_step` does the work.

Which keys may be used follows from what arrives everywhere: text fields swallow most control keys, plain terminals send
the same byte for several others, and terminal programs keep some for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding, BindingType


class Where(Enum):
    """Where a key of a command works."""

    APP = "app"
    """Everywhere, also in a modal."""
    SCREEN = "screen"
    """On the screen that offers it, also while typing."""
    LIST = "list"
    """Outside text fields only, so letters and digits may be used."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do. `keys` is in Textual's notation, the one to show first, the others after commas."""

    id: str
    keys: str
    label: str
    help: str
    group: str
    where: Where = Where.SCREEN
    bar: bool = True
    """Whether the key bar shows it; the palette and the help always do."""

    @property
    def action(self) -> str:
        """Name of the action method, without `action_`."""
        return self.id.rpartition(".")[2]

    @property
    def key(self) -> str:
        """The key to show."""
        return self.keys.partition(",")[0]


GENERAL = "Algemeen"
FORM = "Formulier"
ANALYSIS = "Analyse"
OPTIONS = "Richtingen"
MANDATE = "Mandaat"
READING = "Voorlezen"
AGREEMENTS = "Afspraken"
MEETING = "Vergadering"
SAID = "Inbreng"
TABLE = "Aan tafel"
PRESENCE = "Aanwezigheid"
QUESTION = "Vraag en voorgeschiedenis"
SIGNAL = "Signalen van een casus"
CLOSING = "Afsluiting van een casus"
LETTERS = "Brieven"
TODAY = "Vandaag"
CASES = "Casussen"
CASE = "Casus"
RECORDS = "Lijst van een casus"
MEETINGS = "Overleggen"
PLANNING = "Agenda voorbereiden"
SEATS = "Deelnemers"
TEAM = "Team"
SETTINGS = "Instellingen"

COMMANDS: tuple[Command, ...] = (
    # everywhere
    Command("app.help", "f1", "hulp", "Uitleg bij dit scherm en alle toetsen.", GENERAL, Where.APP),
    Command("app.palette", "f2,ctrl+p", "opdracht zoeken", "Zoek een opdracht op naam.", GENERAL, bar=False),
    Command("app.back", "f3,escape", "terug", "Terug naar het vorige scherm.", GENERAL),
    Command("app.go_menu", "ctrl+g", "ga naar", "Naar een ander onderdeel van het programma.", GENERAL),
    Command(
        "app.lock",
        "ctrl+l",
        "vergrendelen",
        "Verberg alles tot de wachtwoordzin is ingevuld.",
        GENERAL,
        Where.APP,
        bar=False,
    ),
    Command(
        "app.next_theme",
        "",
        "andere kleuren",
        "Wissel tussen donker, licht en hoog contrast.",
        GENERAL,
        bar=False,
    ),
    Command("app.messages", "", "meldingen", "De meldingen van vandaag nog eens lezen.", GENERAL, bar=False),
    Command(
        "app.quit",
        "ctrl+q",
        "afsluiten",
        "Sluit het programma; alles is bewaard.",
        GENERAL,
        Where.APP,
        bar=False,
    ),
    # modals and forms
    Command("modal.done", "ctrl+s", "klaar", "Bewaar en sluit dit venster.", FORM),
    Command("modal.close", "f3,escape", "sluiten", "Sluit dit venster.", FORM),
    Command(
        "modal.copy", "c", "kopiëren", "Zet deze tekst op het klembord van de terminal.", FORM, Where.LIST
    ),
    Command("modal.yes", "j,enter", "ja", "Doorgaan.", FORM, Where.LIST),
    Command("modal.no", "n", "nee", "Niet doen.", FORM, Where.LIST),
    Command("form.next_section", "f9", "volgend deel", "Naar het volgende deel van het formulier.", FORM),
    Command("form.previous_section", "f8", "vorig deel", "Naar het vorige deel van het formulier.", FORM),
    # the meeting: the screen
    Command("meeting.begin", "f9", "beginnen", "Begin het overleg: de klok gaat lopen.", "Overleg beginnen"),
    Command(
        "meeting.next_step",
        "f9",
        "volgende stap",
        "Naar de volgende stap; na de laatste stap de casus afronden.",
        MEETING,
    ),
    Command(
        "meeting.finish_item",
        "f9",
        "afronden",
        "Rond dit agendapunt af en ga naar het volgende.",
        "Agendapunt",
    ),
    Command("meeting.previous_step", "f8", "vorige stap", "Terug naar de vorige stap.", MEETING),
    Command("meeting.note", "f4", "invoerregel", "Naar de invoerregel onderaan, waar je ook bent.", MEETING),
    Command(
        "meeting.pane", "f5", "ander vak", "Naar het volgende vak: agenda, stap, inbreng, tafel.", MEETING
    ),
    Command("meeting.jump", "ctrl+t", "naar stap", "Kies een stap of agendapunt uit een lijst.", MEETING),
    Command(
        "meeting.pause", "ctrl+r", "pauze aan/uit", "Zet de klokken stil, of laat ze weer lopen.", MEETING
    ),
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
    Command("letters.open", "ctrl+n", "brieven", "De brieven van deze casus maken en openen.", "Brieven"),
    # letters
    Command("letters.make", "f9", "alle brieven maken", "Maak alle brieven die compleet zijn.", LETTERS),
    Command(
        "letters.make_one",
        "m",
        "deze maken",
        "Maak alleen deze brief, zo nodig opnieuw.",
        LETTERS,
        Where.LIST,
    ),
    Command(
        "letters.preview", "p", "lezen", "Lees de brief zoals die in het bestand komt.", LETTERS, Where.LIST
    ),
    Command("letters.open_file", "o", "openen in Word", "Open het Word-bestand.", LETTERS, Where.LIST),
    Command(
        "letters.open_folder", "k", "map openen", "Open de map met brieven.", LETTERS, Where.LIST, bar=False
    ),
    Command(
        "letters.sent",
        "v",
        "verstuurd",
        "Leg vast wanneer en hoe deze brief is verstuurd.",
        LETTERS,
        Where.LIST,
    ),
    Command(
        "letters.fill_in",
        "i",
        "invullen",
        "Ga naar het eerste dat in deze brief ontbreekt.",
        LETTERS,
        Where.LIST,
    ),
    # today
    Command("today.meeting", "f9", "naar het overleg", "Ga naar het overleg van vandaag.", TODAY),
    Command("today.open", "enter", "openen", "Open waar deze regel over gaat.", TODAY, Where.LIST),
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
    # the meeting: who is here, permission
    Command("presence.present", "a", "aanwezig", "Deze persoon is er.", PRESENCE, Where.LIST),
    Command(
        "presence.everyone",
        "e",
        "iedereen",
        "Zet iedereen die verwacht wordt op aanwezig.",
        PRESENCE,
        Where.LIST,
    ),
    Command("presence.late", "l", "komt later", "Deze persoon komt later.", PRESENCE, Where.LIST),
    Command("presence.absent", "f", "afwezig", "Deze persoon komt niet.", PRESENCE, Where.LIST),
    Command("presence.left", "v", "vertrokken", "Deze persoon is weggegaan.", PRESENCE, Where.LIST),
    Command("presence.substitute", "s", "vervanger", "Kies wie deze persoon vervangt.", PRESENCE, Where.LIST),
    Command(
        "presence.guest",
        "g",
        "gast erbij",
        "Zet iemand aan tafel die er nog niet bij staat.",
        PRESENCE,
        Where.LIST,
    ),
    Command(
        "presence.edit",
        "enter",
        "wijzigen",
        "Verbeter naam, rol of geheimhouding van deze persoon.",
        PRESENCE,
        Where.LIST,
    ),
    Command(
        "presence.remove",
        "delete",
        "weghalen",
        "Haal iemand weg die per ongeluk aan tafel staat.",
        PRESENCE,
        Where.LIST,
        bar=False,
    ),
    Command(
        "permission.record",
        "enter",
        "toestemming",
        "Leg vast wat deze persoon antwoordt.",
        "Toestemming",
        Where.LIST,
    ),
    Command(
        "permission.ground",
        "w",
        "grond schrijven",
        "Schrijf waarom het gesprek zonder toestemming door mag gaan.",
        "Toestemming",
        Where.LIST,
    ),
    # the meeting: question and history
    Command(
        "question.confirm",
        "j",
        "bevestigd",
        "Het gezin bevestigt de vraag, of toch niet.",
        QUESTION,
        Where.LIST,
    ),
    Command(
        "question.spell",
        "z",
        "zorg erbij",
        "Voeg een plaatsing, behandeling of ander moment toe.",
        QUESTION,
        Where.LIST,
    ),
    Command(
        "question.refusal",
        "w",
        "afwijzing erbij",
        "Voeg een afwijzing door een aanbieder toe.",
        QUESTION,
        Where.LIST,
    ),
    Command("question.edit", "enter", "wijzigen", "Verbeter deze regel.", QUESTION, Where.LIST),
    # the meeting: signals
    Command("signals.add", "ctrl+n", "nieuw signaal", "Leg vast wat er in de regio ontbreekt.", SIGNAL),
    Command("signals.edit", "enter", "wijzigen", "Verbeter dit signaal.", SIGNAL, Where.LIST),
    Command("signals.remove", "delete", "weghalen", "Haal dit signaal weg.", SIGNAL, Where.LIST),
    Command(
        "signals.none",
        "g",
        "geen signalen",
        "Er zijn geen signalen bij deze casus, of toch wel.",
        SIGNAL,
        Where.LIST,
    ),
    # the meeting: closing a case
    Command(
        "closing.establish",
        "v",
        "vaststellen",
        "Stel het advies vast; daarna ligt deze versie vast.",
        CLOSING,
        Where.LIST,
    ),
    Command(
        "closing.revise",
        "h",
        "herzien",
        "Open het vastgestelde advies voor een nieuwe versie.",
        CLOSING,
        Where.LIST,
    ),
    Command(
        "closing.go", "enter", "invullen", "Ga naar de stap waar dit wordt ingevuld.", CLOSING, Where.LIST
    ),
    Command(
        "closing.finish",
        "s",
        "casus afronden",
        "Rond deze casus af en ga naar het volgende agendapunt.",
        CLOSING,
        Where.LIST,
    ),
    # step 4, explanatory analysis
    Command(
        "analysis.add",
        "t",
        "factor erbij",
        "Voeg een factor toe in de kolom en het domein van de cursor.",
        ANALYSIS,
        Where.LIST,
    ),
    Command(
        "analysis.edit",
        "enter,b",
        "bewerken",
        "Open het formulier van wat de cursor aanwijst.",
        ANALYSIS,
        Where.LIST,
    ),
    Command(
        "analysis.link",
        "k",
        "koppelen",
        "Zeg welke andere factor deze versterkt of remt.",
        ANALYSIS,
        Where.LIST,
    ),
    Command(
        "analysis.status",
        "s",
        "stand",
        "Stand van een hypothese, of een factor betwist maken.",
        ANALYSIS,
        Where.LIST,
    ),
    Command("analysis.hypothesis", "y", "hypothese erbij", "Voeg een hypothese toe.", ANALYSIS, Where.LIST),
    Command(
        "analysis.recognised",
        "r",
        "herkend?",
        "Herkent het gezin dit: ja, deels of nee, en wat niet.",
        ANALYSIS,
        Where.LIST,
    ),
    Command(
        "analysis.take",
        "o",
        "overnemen",
        "Maak een factor van een regel met + of - uit de invoer.",
        ANALYSIS,
        Where.LIST,
    ),
    Command(
        "analysis.before",
        "v",
        "versie ervoor",
        "Zet de analyse van voor het overleg naast die van nu.",
        ANALYSIS,
        Where.LIST,
    ),
    Command(
        "analysis.remove",
        "x,delete",
        "weghalen",
        "Haal een factor, hypothese of doel weg, na een vraag.",
        ANALYSIS,
        Where.LIST,
    ),
    Command("analysis.goal", "d", "doel erbij", "Voeg een doel toe en van wie het is.", ANALYSIS, Where.LIST),
    Command(
        "analysis.texts",
        "w",
        "woorden",
        "De woorden van het gezin, het perspectief van de jeugdige en de andere teksten.",
        ANALYSIS,
        Where.LIST,
    ),
    Command(
        "analysis.plain",
        "g",
        "gewone taal",
        "De samenvatting in gewone taal, voor de brief.",
        ANALYSIS,
        Where.LIST,
    ),
    # step 7, options
    Command("options.fits", "p", "past", "De richting past bij dit uitgangspunt.", OPTIONS, Where.LIST),
    Command("options.partly", "d", "deels", "De richting past er deels bij.", OPTIONS, Where.LIST),
    Command(
        "options.against",
        "n",
        "past niet",
        "De richting past niet bij dit uitgangspunt.",
        OPTIONS,
        Where.LIST,
    ),
    Command(
        "options.unjudged",
        "minus",
        "open",
        "Haal het oordeel over dit uitgangspunt weg.",
        OPTIONS,
        Where.LIST,
    ),
    Command(
        "options.cycle",
        "space",
        "volgend oordeel",
        "Wissel tussen past, deels, past niet en open.",
        OPTIONS,
        Where.LIST,
        bar=False,
    ),
    Command(
        "options.choose", "k", "gekozen", "Kies deze richting, of maak haar weer open.", OPTIONS, Where.LIST
    ),
    Command(
        "options.drop",
        "a",
        "afgevallen",
        "Laat deze richting afvallen en schrijf op waarom.",
        OPTIONS,
        Where.LIST,
    ),
    Command(
        "options.advise",
        "m",
        "naar advies",
        "Maak van deze richting een advies en een toezegging.",
        OPTIONS,
        Where.LIST,
    ),
    Command("options.add", "t", "richting erbij", "Voeg een oplossingsrichting toe.", OPTIONS, Where.LIST),
    Command(
        "options.edit", "enter,b", "bewerken", "Wijzig de tekst, de stand of de reden.", OPTIONS, Where.LIST
    ),
    Command(
        "options.remove",
        "x,delete",
        "weghalen",
        "Haal een richting weg die per ongeluk is toegevoegd.",
        OPTIONS,
        Where.LIST,
    ),
    # step 8, mandate
    Command("mandate.yes", "j", "ja", "Deze organisatie kan de toezegging doen.", MANDATE, Where.LIST),
    Command(
        "mandate.yes_if",
        "m",
        "ja, mits",
        "Onder een voorwaarde; vraagt welke, wie beslist en wanneer.",
        MANDATE,
        Where.LIST,
    ),
    Command("mandate.no", "n", "nee", "Kan niet; vraagt wat er dan wel gebeurt.", MANDATE, Where.LIST),
    Command(
        "mandate.ask",
        "v",
        "navragen",
        "Nog niet bekend; vraagt wie beslist en uiterlijk wanneer.",
        MANDATE,
        Where.LIST,
    ),
    Command(
        "mandate.none",
        "minus",
        "niet nodig",
        "Deze organisatie is voor deze toezegging niet nodig.",
        MANDATE,
        Where.LIST,
    ),
    Command(
        "mandate.edit",
        "enter",
        "invullen",
        "Alles van dit antwoord: voorwaarde, grens, wie beslist, financiering.",
        MANDATE,
        Where.LIST,
    ),
    Command("mandate.add", "t", "toezegging erbij", "Voeg een toezegging toe.", MANDATE, Where.LIST),
    Command(
        "mandate.rename", "b", "tekst wijzigen", "Wijzig de tekst van de toezegging.", MANDATE, Where.LIST
    ),
    Command(
        "mandate.take",
        "o",
        "overnemen",
        "Maak toezeggingen van het advies of van regels met =.",
        MANDATE,
        Where.LIST,
    ),
    Command(
        "mandate.organisation",
        "g",
        "organisatie erbij",
        "Zet een organisatie in de tabel die niet aan tafel zit.",
        MANDATE,
        Where.LIST,
    ),
    Command(
        "mandate.remove", "x,delete", "weghalen", "Haal de toezegging weg, na een vraag.", MANDATE, Where.LIST
    ),
    Command(
        "mandate.revise",
        "h",
        "herzien",
        "Maak een nieuwe versie van het vastgestelde advies.",
        MANDATE,
        Where.LIST,
    ),
    # step 9, reading aloud
    Command("reading.agree", "e", "eens", "Deze persoon is het eens met het advies.", READING, Where.LIST),
    Command("reading.partly", "d", "deels eens", "Deze persoon is het deels eens.", READING, Where.LIST),
    Command("reading.disagree", "n", "niet eens", "Deze persoon is het niet eens.", READING, Where.LIST),
    Command("reading.words", "w", "eigen woorden", "Wat deze persoon er zelf van zegt.", READING, Where.LIST),
    Command(
        "reading.read", "l", "voorgelezen", "Het advies is voorgelezen aan het gezin.", READING, Where.LIST
    ),
    Command(
        "reading.draft",
        "c",
        "concept",
        "Wissel tussen voorlezen en het concept bewerken.",
        READING,
        Where.LIST,
    ),
    Command("reading.add", "t", "advies erbij", "Voeg een advies toe.", READING, Where.LIST),
    Command("reading.edit", "enter,b", "bewerken", "Wijzig wat de cursor aanwijst.", READING, Where.LIST),
    Command(
        "reading.summary", "s", "in het kort", "Het advies in hoogstens drie zinnen.", READING, Where.LIST
    ),
    Command(
        "reading.take", "o", "overnemen", "Maak adviezen van regels met = uit de invoer.", READING, Where.LIST
    ),
    Command(
        "reading.earlier", "shift+up,minus", "omhoog", "Zet dit advies een plaats hoger.", READING, Where.LIST
    ),
    Command(
        "reading.later", "shift+down,plus", "omlaag", "Zet dit advies een plaats lager.", READING, Where.LIST
    ),
    Command(
        "reading.remove", "x,delete", "weghalen", "Haal dit advies weg, na een vraag.", READING, Where.LIST
    ),
    Command(
        "reading.dissent", "a", "andere mening", "Wie er anders over denkt, en wat.", READING, Where.LIST
    ),
    Command(
        "reading.revise",
        "h",
        "herzien",
        "Maak een nieuwe versie van het vastgestelde advies.",
        READING,
        Where.LIST,
    ),
    # step 10, who directs and what was agreed
    Command(
        "agreements.director",
        "p",
        "procesregisseur",
        "Kies wie de procesregisseur is.",
        AGREEMENTS,
        Where.LIST,
    ),
    Command(
        "agreements.accept",
        "j",
        "heeft ja gezegd",
        "De regisseur zegt aan tafel ja; nog eens: toch niet.",
        AGREEMENTS,
        Where.LIST,
    ),
    Command(
        "agreements.manager", "c", "casusregisseur", "Kies wie de casusregisseur is.", AGREEMENTS, Where.LIST
    ),
    Command("agreements.add", "t", "afspraak erbij", "Voeg een afspraak toe.", AGREEMENTS, Where.LIST),
    Command(
        "agreements.edit", "enter,b", "bewerken", "Wijzig wat de cursor aanwijst.", AGREEMENTS, Where.LIST
    ),
    Command("agreements.owner", "w", "wie", "Kies wie deze afspraak uitvoert.", AGREEMENTS, Where.LIST),
    Command(
        "agreements.due", "u", "uiterlijk", "De datum van deze afspraak of evaluatie.", AGREEMENTS, Where.LIST
    ),
    Command(
        "agreements.take",
        "o",
        "overnemen",
        "Maak afspraken van regels met ! uit de invoer.",
        AGREEMENTS,
        Where.LIST,
    ),
    Command(
        "agreements.proposals",
        "v",
        "data overnemen",
        "Neem alle voorgestelde evaluatiedata over.",
        AGREEMENTS,
        Where.LIST,
    ),
    Command(
        "agreements.escalation",
        "s",
        "opschaling",
        "Wat er gebeurt als het niet start, en vanaf welke datum.",
        AGREEMENTS,
        Where.LIST,
    ),
    Command(
        "agreements.remove",
        "x,delete",
        "weghalen",
        "Haal een afspraak of evaluatie weg.",
        AGREEMENTS,
        Where.LIST,
    ),
    Command(
        "agreements.revise",
        "h",
        "herzien",
        "Maak een nieuwe versie van het vastgestelde advies.",
        AGREEMENTS,
        Where.LIST,
    ),
    # preparing: cases
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
    # preparing: one case
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
    Command("case.previous_part", "f8", "vorig deel", "Naar het vorige deel van de casus.", CASE),
    Command("case.next_part", "f9", "volgend deel", "Naar het volgende deel van de casus.", CASE),
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
    # preparing: meetings
    Command("meetings.open", "enter", "openen", "Open dit overleg en zijn agenda.", MEETINGS, Where.LIST),
    Command(
        "meetings.new",
        "ctrl+n",
        "nieuw overleg",
        "Plan een overleg; het kernteam wordt meteen uitgenodigd.",
        MEETINGS,
    ),
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
        "planning.add_learning",
        "e",
        "leeritem",
        "Zet een casus op de agenda om van te leren, ook een afgesloten.",
        PLANNING,
        Where.LIST,
    ),
    Command("planning.add_break", "p", "pauze", "Zet een pauze op de agenda.", PLANNING, Where.LIST),
    Command(
        "planning.earlier", "shift+up,h", "hoger", "Zet dit onderdeel een plaats hoger.", PLANNING, Where.LIST
    ),
    Command(
        "planning.later", "shift+down,l", "lager", "Zet dit onderdeel een plaats lager.", PLANNING, Where.LIST
    ),
    Command("planning.thirty", "3", "30 min", "Geef dit onderdeel 30 minuten.", PLANNING, Where.LIST),
    Command("planning.sixty", "6", "60 min", "Geef dit onderdeel 60 minuten.", PLANNING, Where.LIST),
    Command("planning.ninety", "9", "90 min", "Geef dit onderdeel 90 minuten.", PLANNING, Where.LIST),
    Command(
        "planning.minutes", "m", "minuten", "Typ hoeveel minuten dit onderdeel krijgt.", PLANNING, Where.LIST
    ),
    Command(
        "planning.lacks",
        "w",
        "wat ontbreekt",
        "Wat deze casus nog mist; Enter springt naar de plek.",
        PLANNING,
        Where.LIST,
    ),
    Command(
        "planning.remove",
        "delete",
        "van agenda",
        "Haal dit onderdeel van de agenda, na een vraag.",
        PLANNING,
        Where.LIST,
    ),
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
    Command(
        "prepare.to_meeting",
        "f9",
        "naar overleg",
        "Naar de vergadering zelf, om te beginnen.",
        "Overleg voorbereiden",
    ),
    Command(
        "prepare.pane", "f5", "ander vak", "Wissel tussen de agenda en de deelnemers.", "Overleg voorbereiden"
    ),
    Command(
        "prepare.details",
        "ctrl+t",
        "dag en plaats",
        "Wijzig datum, tijd, plaats of voorzitter.",
        "Overleg voorbereiden",
    ),
    Command(
        "prepare.cancel",
        "ctrl+r",
        "laten vervallen",
        "Dit overleg gaat niet door; de casussen wachten op een ander.",
        "Overleg voorbereiden",
        bar=False,
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
    Command("team.pane", "f5", "ander vak", "Wissel tussen team, organisaties en toegang.", TEAM),
    Command("settings.pane", "f5", "ander vak", "Wissel tussen de regio en deze computer.", SETTINGS),
    Command("settings.theme", "ctrl+t", "kleuren", "Kies donker, licht of hoog contrast.", SETTINGS),
)
"""The registry, in the order in which the key bar shows commands."""

BY_ID: Mapping[str, Command] = {command.id: command for command in COMMANDS}
_RANK: Mapping[str, int] = {command.id: rank for rank, command in enumerate(COMMANDS)}

SCREEN_KEYS = frozenset(
    (
        *("f1", "f2", "f3", "f4", "f5", "f8", "f9", "escape"),
        *("ctrl+s", "ctrl+n", "ctrl+o", "ctrl+g", "ctrl+t", "ctrl+r", "ctrl+f", "ctrl+l", "ctrl+p", "ctrl+q"),
    )
)
"""Keys that arrive on plain terminals and that no text field swallows."""

LIST_KEYS = SCREEN_KEYS | frozenset(
    (
        *"abcdefghijklmnopqrstuvwxyz0123456789",
        *(
            "enter",
            "space",
            "delete",
            "insert",
            "home",
            "end",
            "pageup",
            "pagedown",
            "up",
            "down",
            "left",
            "right",
        ),
        *(
            "plus",
            "minus",
            "slash",
            "full_stop",
            "comma",
            "question_mark",
            "equals_sign",
            "shift+up",
            "shift+down",
        ),
        *("exclamation_mark", "quotation_mark", "tilde", "at"),
    )
)
"""Keys that also work outside text fields."""

_KEY_WORDS = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "spatie",
    "delete": "Del",
    "insert": "Ins",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "question_mark": "?",
    "equals_sign": "=",
    "exclamation_mark": "!",
    "quotation_mark": '"',
    "tilde": "~",
    "at": "@",
    "tab": "Tab",
    "backspace": "Backspace",
}


def key_label(key: str) -> str:
    """How a key is written on the screen: `F9`, `Ctrl+S`, `Esc`."""
    *modifiers, last = key.split("+")
    words = [{"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}.get(word, word) for word in modifiers]
    if last in _KEY_WORDS:
        words.append(_KEY_WORDS[last])
    elif len(last) == 1 and not modifiers:
        words.append(last)
    else:
        words.append(last.upper())
    return "+".join(words)


def command(command_id: str) -> Command:
    """The command with this id.

    Raises:
        KeyError: nobody put it in the registry.
    """
    return BY_ID[command_id]


def rank(command_id: str) -> int:
    """Place of a command in the registry; unknown ids come last."""
    return _RANK.get(command_id, len(COMMANDS))


def offers(*command_ids: str) -> list[BindingType]:
    """Bindings for a screen or widget that offers these commands.

    Raises:
        KeyError: an id is not in the registry.
    """
    return [_binding(BY_ID[command_id]) for command_id in command_ids if BY_ID[command_id].keys]


def _binding(entry: Command) -> Binding:
    return Binding(
        entry.keys,
        entry.action,
        entry.label,
        show=entry.bar,
        priority=entry.where is Where.APP,
        tooltip=entry.help,
        id=entry.id,
    )


def allowed_keys(entry: Command) -> frozenset[str]:
    """Keys this command may have."""
    return LIST_KEYS if entry.where is Where.LIST else SCREEN_KEYS


def keymap_problems(keymap: Mapping[str, str]) -> list[str]:
    """What is wrong with keys chosen by a person, one Dutch sentence each; empty when all is well.

    `keymap` goes from command id to keys. A key may not be taken by a command that works everywhere, and two commands
    of one group may not share a key.
    """
    problems: list[str] = []
    for command_id, keys in keymap.items():
        entry = BY_ID.get(command_id)
        if entry is None:
            problems.append(f"De opdracht “{command_id}” bestaat niet.")
            continue
        problems += [
            f"{key_label(key)} kan niet voor “{entry.label}”: die toets komt niet overal aan."
            for key in _split(keys)
            if key not in allowed_keys(entry)
        ]
        problems += [
            f"{key_label(key)} is al van “{other.label}”; kies voor “{entry.label}” een andere toets."
            for other in COMMANDS
            if other.id != command_id and _meet(entry, other)
            for key in _split(keys)
            if key in _split(keymap.get(other.id, other.keys))
        ]
    return problems


def _split(keys: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def _meet(one: Command, other: Command) -> bool:
    """Whether two commands can be offered at the same moment."""
    return Where.APP in (one.where, other.where) or one.group == other.group


def grouped(entries: Iterable[Command]) -> dict[str, list[Command]]:
    """Commands by group, in the order of the registry."""
    groups: dict[str, list[Command]] = {}
    for entry in sorted(entries, key=lambda each: rank(each.id)):
        groups.setdefault(entry.group, []).append(entry)
    return groups

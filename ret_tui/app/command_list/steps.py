"""Commands of the twelve steps of a case discussion."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

ANALYSIS = "Analyse"
OPTIONS = "Richtingen"
MANDATE = "Mandaat"
READING = "Voorlezen"
AGREEMENTS = "Afspraken"
PRESENCE = "Aanwezigheid"
QUESTION = "Vraag en voorgeschiedenis"
SIGNAL = "Signalen van een casus"
CLOSING = "Afsluiting van een casus"

COMMANDS: tuple[Command, ...] = (
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
        "closing.plain",
        "g",
        "gewone taal",
        "Zie vóór het vaststellen wat in het advies lastig leest.",
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
    Command(
        "options.revise",
        "h",
        "herzien",
        "Maak een nieuwe versie van het vastgestelde advies.",
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
        "reading.plain",
        "g",
        "gewone taal",
        "Zie wat in het advies lastig leest, met een gewoner woord ernaast.",
        READING,
        Where.LIST,
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
)

"""Commands of what comes in and goes out: forms, documents of a case, search, deadlines, invitations."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

IMPORT = "Formulier inlezen"
DOCUMENTS = "Stukken"
SEARCH = "Zoeken"
DEADLINES = "Termijnen"
OUTGOING = "Uitnodigen en versturen"

COMMANDS: tuple[Command, ...] = (
    # forms
    Command(
        "cases.import",
        "f5",
        "formulier inlezen",
        "Lees een ingevuld Word-formulier in als aanmelding.",
        "Casussen",
    ),
    Command(
        "forms.register",
        "f9",
        "aanmelden",
        "Neem alles over wat begrepen is; de rest komt in een notitie bij de casus.",
        IMPORT,
    ),
    Command("forms.file", "ctrl+o", "bestand", "Naar de regel voor het pad van een formulier.", IMPORT),
    Command("forms.pick", "f2", "bladeren", "Kies een formulier uit een map.", IMPORT),
    Command(
        "forms.blank",
        "ctrl+n",
        "lege formulieren",
        "Zet het lege aanmeldformulier en de lege analyse klaar om te versturen.",
        IMPORT,
    ),
    Command(
        "forms.case", "f4", "bij casus", "Voeg toe aan een casus die er al is, of maak een nieuwe.", IMPORT
    ),
    Command(
        "forms.choose",
        "enter",
        "kiezen",
        "Kies wat er bedoeld is, of zet wat niet klopt in de notitie.",
        IMPORT,
        Where.LIST,
    ),
    Command("forms.again", "delete", "opnieuw", "Begin opnieuw, zonder bestanden.", IMPORT, Where.LIST),
    # search
    Command(
        "app.search", "ctrl+f", "zoeken", "Zoek in casussen, analyses, stukken en inbreng.", SEARCH, bar=False
    ),
    Command("search.open", "enter", "openen", "Open waar dit gevonden is.", SEARCH, Where.LIST),
    Command("search.type", "f4", "woorden", "Terug naar de woorden waarop gezocht wordt.", SEARCH),
    # documents of a case
    Command("case.documents", "ctrl+o", "stukken", "De stukken bij deze casus.", "Casus"),
    Command("documents.read", "enter", "lezen", "Lees dit stuk.", DOCUMENTS, Where.LIST),
    Command("documents.edit", "w", "wijzigen", "Zeg wat dit stuk is en van wie.", DOCUMENTS, Where.LIST),
    Command(
        "documents.export",
        "u",
        "uitschrijven",
        "Schrijf dit stuk buiten het versleutelde bestand.",
        DOCUMENTS,
        Where.LIST,
    ),
    Command("documents.remove", "delete", "weghalen", "Haal dit stuk weg.", DOCUMENTS, Where.LIST),
    Command(
        "documents.file", "ctrl+n", "toevoegen", "Naar de regel voor het pad van een bestand.", DOCUMENTS
    ),
    Command("documents.pick", "f2", "bladeren", "Kies een bestand uit een map.", DOCUMENTS),
    Command(
        "deadlines.open",
        "enter",
        "openen",
        "Ga naar de plek waar deze termijn over gaat.",
        DEADLINES,
        Where.LIST,
    ),
    Command(
        "outgoing.make", "f9", "alles maken", "Maak alles wat nog niet gemaakt is: alles of niets.", OUTGOING
    ),
    Command(
        "outgoing.make_one",
        "m",
        "deze maken",
        "Maak alleen dit bestand, zo nodig opnieuw.",
        OUTGOING,
        Where.LIST,
    ),
    Command(
        "outgoing.sent", "v", "verstuurd", "Leg vast wanneer en hoe dit is verstuurd.", OUTGOING, Where.LIST
    ),
    Command(
        "outgoing.all_sent", "f8", "alles verstuurd", "Leg vast dat alles vandaag is verstuurd.", OUTGOING
    ),
    Command(
        "outgoing.folder", "k", "map openen", "Open de map met bestanden.", OUTGOING, Where.LIST, bar=False
    ),
    Command("outgoing.open_file", "o", "openen in Word", "Open het bestand.", OUTGOING, Where.LIST),
)

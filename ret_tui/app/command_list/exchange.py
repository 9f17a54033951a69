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
    Command(
        "forms.case", "f4", "bij casus", "Voeg toe aan een casus die er al is, of maak een nieuwe.", IMPORT
    ),
    Command(
        "forms.choose",
        "enter",
        "kiezen",
        "Kies wat er bedoeld is, of laat het in de notitie.",
        IMPORT,
        Where.LIST,
    ),
    Command(
        "forms.again", "delete", "opnieuw", "Begin opnieuw, zonder bestanden.", IMPORT, Where.LIST, bar=False
    ),
)

"""Commands that work everywhere, and those of windows and forms."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

GENERAL = "Algemeen"
FORM = "Formulier"

COMMANDS: tuple[Command, ...] = (
    # everywhere
    Command(
        "app.help", "f1", "hulp", "Uitleg bij dit scherm en alle toetsen.", GENERAL, Where.APP, stays=True
    ),
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
    Command(
        "app.consult",
        "",
        "consultatie",
        "Opschrijven: Ctrl+G, n.",
        GENERAL,
        bar=False,
    ),
    Command("app.messages", "", "meldingen", "De meldingen van vandaag nog eens lezen.", GENERAL, bar=False),
    Command(
        "app.quit",
        "ctrl+q",
        "afsluiten",
        "Alles blijft bewaard.",
        GENERAL,
        Where.APP,
        bar=False,
    ),
    # modals and forms
    Command("modal.done", "ctrl+s", "klaar", "Bewaar en sluit dit venster.", FORM),
    Command("pick.take", "enter", "kiezen", "Kies de regel waar de cursor op staat.", FORM, Where.LIST),
    Command("modal.close", "f3,escape", "sluiten", "Sluit dit venster.", FORM),
    Command("help.contents", "i", "inhoud", "Kies een andere bladzijde van het handboek.", FORM, Where.LIST),
    Command(
        "modal.copy", "c", "kopiëren", "Zet deze tekst op het klembord van de terminal.", FORM, Where.LIST
    ),
    Command(
        "modal.read_on",
        "pagedown",
        "verder lezen",
        "Lees wat eronder staat; PgUp gaat terug.",
        FORM,
        Where.LIST,
    ),
    Command("modal.yes", "j", "ja", "Doorgaan.", FORM, Where.LIST, bar=False),
    Command("modal.no", "n", "nee", "Niet doen.", FORM, Where.LIST, bar=False),
    Command("form.next_section", "f9", "volgend deel", "Naar het volgende deel van het formulier.", FORM),
    Command("form.previous_section", "f8", "vorig deel", "Naar het vorige deel van het formulier.", FORM),
)

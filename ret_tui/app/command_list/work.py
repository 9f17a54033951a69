"""Commands around the meeting: today and letters."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

LETTERS = "Brieven"
TODAY = "Vandaag"
PLAIN = "Gewone taal"

COMMANDS: tuple[Command, ...] = (
    # letters
    Command(
        "letters.make",
        "f9",
        "alle maken",
        "Maak alle brieven; van een casus allemaal of geen enkele.",
        LETTERS,
    ),
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
    Command(
        "letters.register",
        "r",
        "register",
        "Alles wat van deze casus is gemaakt: versie, vingerafdruk, aan wie, hoe verstuurd.",
        LETTERS,
        Where.LIST,
    ),
    Command(
        "letters.plain",
        "g",
        "gewone taal",
        "Zie wat in deze brief lastig leest, en hoe lang hij is.",
        LETTERS,
        Where.LIST,
    ),
    Command(
        "plain.accept",
        "o",
        "overnemen",
        "Zet het gewonere woord in de tekst, op deze plek.",
        PLAIN,
        Where.LIST,
    ),
    Command("plain.write", "enter", "zelf wijzigen", "Wijzig de tekst zelf.", PLAIN, Where.LIST),
    Command("letters.open_file", "o", "openen", "Open het Word-bestand.", LETTERS, Where.LIST),
    Command("letters.open_folder", "k", "map openen", "Open de map met brieven.", LETTERS, Where.LIST),
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
    Command(
        "letters.override",
        "t",
        "toch maken",
        "Sta deze brief toe tegen de regel in, met een grond die bij de casus bewaard blijft.",
        LETTERS,
        Where.LIST,
    ),
    Command(
        "letters.take_back",
        "t",
        "grond intrekken",
        "Trek de grond in waarop deze brief toch mocht.",
        LETTERS,
        Where.LIST,
    ),
    Command(
        "letters.level",
        "l",
        "leesniveau",
        "Kies hoe makkelijk de brief aan de jeugdige leest.",
        LETTERS,
        Where.LIST,
    ),
    Command(
        "letters.password",
        "w",
        "wachtwoord",
        "Zet een wachtwoord op de bestanden die u hierna maakt, of haal het eraf.",
        LETTERS,
        Where.LIST,
    ),
    # today
    Command("today.meeting", "f9", "naar het overleg", "Ga naar het overleg van vandaag.", TODAY),
    Command("today.open", "enter", "openen", "Open waar deze regel over gaat.", TODAY, Where.LIST),
)

"""Commands of access, the log, backups and the rights of the family."""

from __future__ import annotations

from ret_tui.app.command import Command, Where

DOOR = "Openingsscherm"
ACCESS = "Toegang"
LOG = "Logboek"
BACKUP = "Reservekopieën"

COMMANDS: tuple[Command, ...] = (
    Command("door.recover", "f4", "zin kwijt", "Een nieuwe wachtwoordzin kiezen met de herstelcode.", DOOR),
    Command(
        "app.access", "", "toegang en sleutels", "Wie het bestand mag openen, en als wat.", ACCESS, bar=False
    ),
    Command(
        "app.own_passphrase",
        "",
        "eigen wachtwoordzin",
        "Kies een andere wachtwoordzin voor uzelf.",
        ACCESS,
        bar=False,
    ),
    Command("app.log", "", "logboek", "Wie deed wat en wanneer; controleer of het klopt.", LOG, bar=False),
    Command(
        "app.backups", "", "reservekopieën", "Kopieën maken, bekijken en controleren.", BACKUP, bar=False
    ),
    Command(
        "app.family_rights",
        "",
        "rechten gezin",
        "Afschrift voor inzage, eigen verklaring, overdracht of vernietiging van een casus.",
        "Rechten van het gezin",
        bar=False,
    ),
    # access
    Command("access.add", "ctrl+n", "toegang geven", "Geef iemand van het team toegang.", ACCESS),
    Command("access.own", "f4", "eigen zin", "Kies een andere wachtwoordzin voor uzelf.", ACCESS),
    Command("access.rights", "f5", "wie mag wat", "De tabel van rechten per rol.", ACCESS),
    Command(
        "access.role", "r", "andere rol", "Laat deze persoon als iets anders werken.", ACCESS, Where.LIST
    ),
    Command(
        "access.reset", "n", "nieuwe zin", "Geef deze persoon een nieuwe wachtwoordzin.", ACCESS, Where.LIST
    ),
    Command("access.withdraw", "delete,x", "intrekken", "Trek deze toegang in.", ACCESS, Where.LIST),
    Command("access.code", "f8", "herstelcode", "Maak een nieuwe herstelcode; de oude vervalt.", ACCESS),
    Command(
        "access.fresh_key",
        "f9",
        "nieuwe sleutel",
        "Versleutel alles opnieuw, zodat een oude kopie van de sleutel niets meer opent.",
        ACCESS,
    ),
    # log
    Command("log.open", "enter", "openen", "Toon deze regel helemaal.", LOG, Where.LIST),
    Command("log.verify", "f9", "controleren", "Reken na of er iets gewijzigd of weg is.", LOG),
    Command("log.case", "f4", "van één casus", "Toon alleen de regels van één casus.", LOG),
    Command("log.everything", "f8", "alles", "Toon weer alle regels.", LOG),
    # backups
    Command("backup.make", "ctrl+n", "nu kopiëren", "Maak nu een reservekopie.", BACKUP),
    Command("backup.test", "f9", "herstelproef", "Zet een kopie op proef terug en vergelijk alles.", BACKUP),
    Command(
        "backup.destroyed", "f4", "wat vernietigd is", "Welke casus, door wie, wanneer en waarom.", BACKUP
    ),
    Command("backup.check", "c", "nalezen", "Lees deze kopie helemaal na.", BACKUP, Where.LIST),
)

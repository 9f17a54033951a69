"""Rights of the family for one case: a copy, a statement of their own, hand-over to the file, destruction."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.app.modals import ConfirmModal, MessageModal, PickModal, TextModal
from ret_tui.domain.errors import InvalidInput

if TYPE_CHECKING:
    from ret_tui.app.app import RetApp

DESTROY_TEXT = (
    "Alles van deze casus wordt vernietigd: aanmelding, analyse, wat gezegd is, adviezen, brieven in het register. "
    "Dit kan niet ongedaan worden gemaakt. Wat blijft: dat het gebeurde, door wie en wanneer, het logboek zonder inhoud, "
    "en één regel met codes voor de monitor.\n\n"
    "Reservekopieën bevatten de casus nog tot zij vanzelf verdwijnen: na ongeveer vijf weken waarin u werkt. "
    "Kopieën op andere schijven verwijdert u zelf."
)


async def family_rights(app: RetApp, case_id: UUID | None) -> None:
    """Ask what is to be done about this case and do it. Without a case its number is asked first."""
    from ret_tui.app.screens.backup import destroyed_words
    from ret_tui.queries.cases import case_head
    from ret_tui.queries.family_rights import destructions
    from ret_tui.queries.log import case_of_number

    if case_id is None:
        number = await app.ask(
            TextModal("Rechten van het gezin", "Casusnummer", hint="Bijvoorbeeld 2026-014.", multiline=False)
        )
        if not number:
            return
        gone = next((each for each in await app.desk.ask(destructions) if each.number == number), None)
        if gone is not None:
            await app.ask(MessageModal("Deze casus is vernietigd", destroyed_words(gone)))
            return
        case_id = await app.desk.ask(case_of_number, number)
    head = await app.desk.ask(case_head, case_id)
    what = await app.ask(
        PickModal(
            f"Casus {head.number}: rechten van het gezin",
            [
                Choice("copy", "Afschrift voor inzage", "Word-bestand zonder gegevens van anderen", key="a"),
                Choice("statement", "Eigen verklaring toevoegen", "in hun eigen woorden", key="e"),
                Choice(
                    "handed", "Overgedragen aan het dossier", "daarna loopt de termijn tot wissen", key="o"
                ),
                Choice("destroy", "Vernietigen", "op verzoek van het gezin", key="v"),
            ],
        )
    )
    todo = {"copy": _copy, "statement": _statement, "handed": _hand_over, "destroy": _destroy}
    if isinstance(what, str):
        await todo[what](app, case_id, head.number)


async def _copy(app: RetApp, case_id: UUID, number: str) -> None:
    from ret_tui.actions.family_rights import inspect_case
    from ret_tui.documents.inspection import write_inspection
    from ret_tui.documents.outgoing import outgoing_folder
    from ret_tui.documents.templates import templates_in_use
    from ret_tui.queries.cases import case_file
    from ret_tui.queries.inspection import inspection

    file = await app.desk.ask(case_file, case_id)
    whom = [Choice("", "De jeugdige")]
    whom += [
        Choice(each.id, each["name"] or "Ouder", each["relation"].label if each["relation"] else "")
        for each in file.holders
    ]
    chosen = await app.ask(PickModal("Voor wie is het afschrift?", whom))
    if chosen is None:
        return
    holder_id = chosen if isinstance(chosen, UUID) else None
    if holder_id is not None and not await _may_read(app, case_id, holder_id):
        return
    copy = await app.desk.ask(inspection, case_id, app.door.now(), holder_id)
    templates = await app.desk.ask(templates_in_use)
    await app.desk.do(inspect_case, case_id)  # first the line in the log, then the file
    folder = await outgoing_folder(app.desk, app.door.places)
    path = await asyncio.to_thread(write_inspection, copy, folder, templates)
    text = f"Het afschrift staat in:\n{path}\n\n{copy.left_out} Lees het na voor u het meegeeft."
    await app.ask(MessageModal(f"Afschrift van casus {number}", text))


async def _may_read(app: RetApp, case_id: UUID, holder_id: UUID) -> bool:
    """Whether a parent or guardian may read the case: who may have the letters may, for another the chair decides."""
    from ret_tui.queries.permissions import letter_rights

    rights = await app.desk.ask(letter_rights, case_id, app.today)
    refused = next((each for each in rights if holder_id in each.to and not each.allowed), None)
    if refused is None:
        return True
    text = f"{refused.label} krijgt volgens de regel geen brief. {refused.reason} {refused.change}"
    return await app.ask(ConfirmModal("Toch een afschrift?", text, yes="Toch maken", danger=True)) is True


async def _statement(app: RetApp, case_id: UUID, number: str) -> None:
    from ret_tui.actions.family_rights import add_own_statement
    from ret_tui.app.screens.records import add_record
    from ret_tui.domain.retention import OwnStatementFields

    async def save(statement_id: UUID, values: dict[str, object]) -> None:
        await app.desk.do(add_own_statement, statement_id, case_id, values)

    made = await add_record(
        app,
        f"Eigen verklaring bij casus {number}",
        OwnStatementFields,
        ("by_whom", "given_on", "text"),
        save,
        draft_key=f"own_statement:{case_id}",
    )
    if made is not None:
        app.tell("De verklaring hoort nu bij de casus. Niemand kan haar wijzigen.")


async def _hand_over(app: RetApp, case_id: UUID, number: str) -> None:
    from ret_tui.actions.retention import hand_over_case
    from ret_tui.queries.region import region

    days = (await app.desk.ask(region))["purge_after_days"]
    text = (
        f"Is casus {number} vandaag overgedragen aan het officiële dossier? Over {days} dagen wordt de casus dan op deze "
        "computer gewist; een regel met codes voor de monitor blijft. Het aantal dagen staat bij Instellingen."
    )
    if await app.ask(ConfirmModal("Overgedragen?", text, yes="Overgedragen")):
        await app.desk.do(hand_over_case, case_id, app.today)
        app.tell(f"Overgedragen. De casus wordt over {days} dagen gewist.")


async def _destroy(app: RetApp, case_id: UUID, number: str) -> None:
    from ret_tui.actions.retention import destroy_case
    from ret_tui.domain.retention_words import DestructionReason

    def check(typed: str) -> None:
        if typed != number:
            raise InvalidInput("Dat is niet het nummer van deze casus. Er is niets vernietigd.")

    typed = await app.ask(
        TextModal(
            f"Casus {number} vernietigen",
            "Typ het casusnummer over om te vernietigen",
            hint=DESTROY_TEXT,
            multiline=False,
            check=check,
        )
    )
    if typed is None:
        return
    gone = await app.desk.do(destroy_case, case_id, DestructionReason.REQUEST)
    files = "\n".join(gone.files)
    more = f"\n\nVerwijder zelf deze Word-bestanden:\n{files}" if gone.files else ""
    rows = "1 regel is weg." if gone.rows == 1 else f"{gone.rows} regels zijn weg."
    kept = "Door wie en wanneer staat bij Reservekopieën: F2, ‘reservekopieën’, dan F4."
    await app.ask(MessageModal(f"Casus {gone.number} is vernietigd", f"{rows} {kept}{more}"))
    app.go("cases")

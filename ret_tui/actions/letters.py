"""The register of letters."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, change_row, fetch
from ret_tui.domain.advice import Advice
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.letter import Letter, LetterFields
from ret_tui.domain.letter_words import LetterKind, LetterStatus
from ret_tui.domain.meeting import AgendaItem
from ret_tui.domain.words import AdviceStatus
from ret_tui.store.work import Work


def discussion_begun(work: Work, _letter_id: UUID, item_id: UUID, *_: object, **__: object) -> None:
    """There is an advice to write a letter about."""
    if work.session.exec(select(Advice.id).where(col(Advice.item_id) == item_id)).first() is None:
        raise WrongState(
            "Er is nog geen advies. Schrijf eerst het advies; daarna kan de brief worden gemaakt."
        )


@action(Right.MAKE_LETTERS, needs=discussion_begun)
def register_letter(
    work: Work,
    letter_id: UUID,
    item_id: UUID,
    kind: LetterKind,
    addressee: str,
    file_name: str,
    fingerprint: str,
    holder_id: UUID | None = None,
    template_number: int = 0,
) -> None:
    """Note a letter that was written to a file: version, fingerprint (SHA-256, hex), date, to whom.

    `template_number` is the version of the region's own template, 0 for the standard one.

    Raises:
        InvalidInput: the fingerprint is no SHA-256.
    """
    if work.session.get(Letter, letter_id) is not None:
        return
    if len(fingerprint) != 64 or any(character not in "0123456789abcdef" for character in fingerprint):
        raise InvalidInput("De vingerafdruk van het bestand klopt niet. Maak de brief opnieuw.")
    item = fetch(work, AgendaItem, item_id)
    advice = work.session.exec(select(Advice).where(col(Advice.item_id) == item_id)).one()
    count = work.session.exec(select(func.count()).where(col(Letter.case_id) == advice.case_id)).one()
    established = advice.status is AdviceStatus.ESTABLISHED
    work.session.add(
        Letter(
            id=letter_id,
            created_at=work.now,
            case_id=advice.case_id,
            item_id=item_id,
            kind=LetterKind(kind),
            holder_id=holder_id,
            addressee=addressee,
            number=count + 1,
            advice_number=advice.number if established else 0,
            status=LetterStatus.FINAL if established else LetterStatus.DRAFT,
            template_number=template_number,
            file_name=file_name,
            fingerprint=fingerprint,
            made_at=work.now,
            made_by_id=work.actor.person_id,
        )
    )
    work.touch("letter", letter_id, item.case_id)


@action(Right.MAKE_LETTERS)
def edit_letter(work: Work, letter_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Note when and how a letter was sent."""
    row = fetch(work, Letter, letter_id)
    change_row(work, row, LetterFields, changes, was)
    work.touch("letter", letter_id, row.case_id)

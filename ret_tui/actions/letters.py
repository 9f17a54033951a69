"""The register of letters, and the ground on which somebody gets one whom the table gives none."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, change_row, fetch
from ret_tui.domain.advice import Advice, Evaluation
from ret_tui.domain.base import validated
from ret_tui.domain.case import AuthorityHolder, Case
from ret_tui.domain.errors import InvalidInput, WrongState
from ret_tui.domain.followup import CaseClosing
from ret_tui.domain.letter import Letter, LetterFields, LetterOverride, LetterOverrideFields
from ret_tui.domain.letter_words import LetterKind, LetterOccasion, LetterStatus
from ret_tui.domain.words import AdviceStatus
from ret_tui.store.work import Work


@dataclass(frozen=True)
class MadeLetter:
    """A letter that was written to a file. `about_id` is the agenda item, evaluation or closing it tells of.

    `fingerprint` is the SHA-256 of the file, hex. `override_id` is the ground on which it was made against the table.
    `template_number` is the version of the region's own template, 0 for the standard one.
    """

    id: UUID
    kind: LetterKind
    about_id: UUID
    addressee: str
    file_name: str
    fingerprint: str
    holder_id: UUID | None = None
    override_id: UUID | None = None
    template_number: int = 0


def something_to_tell(
    work: Work, _case_id: UUID, letters: tuple[MadeLetter, ...], *_: object, **__: object
) -> None:
    """There is an advice to write about, for the letters that tell one."""
    for each in letters:
        if each.kind.occasion is LetterOccasion.ADVICE and _advice(work, each.about_id) is None:
            raise WrongState(
                "Er is nog geen advies. Schrijf eerst het advies; daarna kan de brief worden gemaakt."
            )


@action(Right.MAKE_LETTERS, needs=something_to_tell)
def register_letters(work: Work, case_id: UUID, letters: tuple[MadeLetter, ...]) -> None:
    """Note letters of one case that were written to files, all or none. Tried again it does nothing twice.

    `template_number` is the version of the region's own template, 0 for the standard one.

    Raises:
        InvalidInput: a fingerprint is no SHA-256, or a letter tells of something of another case.
    """
    fetch(work, Case, case_id)
    number = work.session.exec(select(func.count()).where(col(Letter.case_id) == case_id)).one()
    for each in letters:
        if work.session.get(Letter, each.id) is not None:
            continue
        if len(each.fingerprint) != 64 or set(each.fingerprint) - set("0123456789abcdef"):
            raise InvalidInput("De vingerafdruk van het bestand klopt niet. Maak de brief opnieuw.")
        number += 1
        work.session.add(_row(work, case_id, each, number))
        work.touch("letter", each.id, case_id)


def _row(work: Work, case_id: UUID, made: MadeLetter, number: int) -> Letter:
    kind = LetterKind(made.kind)
    row = Letter(
        id=made.id,
        created_at=work.now,
        case_id=case_id,
        kind=kind,
        holder_id=made.holder_id,
        override_id=made.override_id,
        addressee=made.addressee,
        number=number,
        advice_number=0,
        status=LetterStatus.FINAL,
        template_number=made.template_number,
        file_name=made.file_name,
        fingerprint=made.fingerprint,
        made_at=work.now,
        made_by_id=work.actor.person_id,
    )
    final = True
    if kind.occasion is LetterOccasion.ADVICE:
        advice = _advice(work, made.about_id)
        if advice is None or advice.case_id != case_id:
            raise InvalidInput("Deze brief hoort bij een andere casus.")
        row.item_id = made.about_id
        final = advice.status is AdviceStatus.ESTABLISHED
        row.advice_number = advice.number if final else 0
    elif kind.occasion is LetterOccasion.EVALUATION:
        evaluation = fetch(work, Evaluation, made.about_id)
        _same_case(evaluation.case_id, case_id)
        row.evaluation_id = evaluation.id
        final = evaluation.done_on is not None
    elif kind.occasion is LetterOccasion.CLOSING:
        closing = fetch(work, CaseClosing, made.about_id)
        _same_case(closing.case_id, case_id)
        row.closing_id = closing.id
    else:
        _same_case(made.about_id, case_id)
    row.status = LetterStatus.FINAL if final else LetterStatus.DRAFT
    return row


def _advice(work: Work, item_id: UUID) -> Advice | None:
    return work.session.exec(select(Advice).where(col(Advice.item_id) == item_id)).first()


def _same_case(found: UUID, case_id: UUID) -> None:
    if found != case_id:
        raise InvalidInput("Deze brief hoort bij een andere casus.")


@action(Right.MAKE_LETTERS)
def edit_letter(work: Work, letter_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Note when and how a letter was sent. A letter at closing tells the closing too."""
    row = fetch(work, Letter, letter_id)
    change_row(work, row, LetterFields, changes, was)
    closing = work.session.get(CaseClosing, row.closing_id) if row.closing_id else None
    if closing is not None and row.sent_on is not None and closing.letter_on is None:
        closing.letter_on, closing.letter_how = row.sent_on, row.sent_how
        closing.version += 1
        work.touch("case_closing", closing.id, row.case_id)
    work.touch("letter", letter_id, row.case_id)


# --- against the table --------------------------------------------------------------------------------


@action(Right.OVERRIDE_LETTERS)
def override_letter(
    work: Work,
    override_id: UUID,
    case_id: UUID,
    about_id: UUID,
    kind: LetterKind,
    holder_id: UUID | None,
    changes: Changes,
) -> None:
    """Allow one letter that the table of addressees refuses, on a written ground (domain §8).

    The ground is kept with the case; the log holds only the id of its row. Tried again it does nothing twice.

    Raises:
        InvalidInput: no ground, or a parent or guardian of another case.
    """
    fetch(work, Case, case_id)
    if work.session.get(LetterOverride, override_id) is not None:
        return
    ground = str(validated(LetterOverrideFields, changes).get("ground") or "").strip()
    if not ground:
        raise InvalidInput("Schrijf waarom deze brief toch wordt gemaakt.", "ground")
    if holder_id is not None and fetch(work, AuthorityHolder, holder_id).case_id != case_id:
        raise InvalidInput("Deze ouder of voogd hoort niet bij deze casus.")
    work.session.add(
        LetterOverride(
            id=override_id,
            created_at=work.now,
            case_id=case_id,
            about_id=about_id,
            kind=LetterKind(kind),
            holder_id=holder_id,
            ground=ground,
            by_id=work.actor.person_id,
        )
    )
    work.touch("letter_override", override_id, case_id)


@action(Right.OVERRIDE_LETTERS)
def withdraw_override(work: Work, override_id: UUID) -> None:
    """Take back what was allowed against the table. The ground stays with the case; letters that were made stay made."""
    row = fetch(work, LetterOverride, override_id)
    if row.withdrawn_at is None:
        row.withdrawn_at = work.now
        row.version += 1
        work.touch("letter_override", override_id, row.case_id)

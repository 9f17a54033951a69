"""Documents of a case: added, described, read, exported on purpose. Every look and every export leaves a line in the log."""

from __future__ import annotations

from uuid import UUID, uuid5

from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.actions.states import case_open, new_in_open_case
from ret_tui.domain.case_document import (
    MAX_BYTES,
    CaseDocument,
    CaseDocumentContent,
    CaseDocumentFields,
    NewDocument,
)
from ret_tui.domain.errors import InvalidInput, NotFound, WrongState
from ret_tui.domain.text import check_line, check_text
from ret_tui.store.search import forget_removed
from ret_tui.store.work import Work


def document_case_open(work: Work, document_id: UUID, *_: object, **__: object) -> None:
    """The case of a document is open."""
    case_open(work, fetch(work, CaseDocument, document_id).case_id)


@action(Right.EDIT_CASES, needs=new_in_open_case)
def add_document(work: Work, document_id: UUID, case_id: UUID, document: NewDocument) -> None:
    """Keep a file with a case, inside the encrypted store, with its SHA-256.

    Raises:
        InvalidInput: it is empty, too large, or its name or text holds a citizen service number.
        WrongState: the same file is with this case already.
    """
    if work.session.get(CaseDocument, document_id) is not None:
        return
    if not document.content:
        raise InvalidInput(f"{document.file_name} is leeg. Kies een ander bestand.")
    if len(document.content) > MAX_BYTES:
        raise InvalidInput(
            f"{document.file_name} is te groot: een stuk is hoogstens {MAX_BYTES // 1_000_000} MB. "
            "Maak het kleiner (bijvoorbeeld zonder foto’s) en voeg het dan toe."
        )
    mark = document.fingerprint
    same = work.session.exec(
        select(CaseDocument).where(
            col(CaseDocument.case_id) == case_id, col(CaseDocument.fingerprint) == mark
        )
    ).first()
    if same is not None:
        raise WrongState(f"Dit stuk staat al bij de casus, als “{same.title or same.file_name}”.")
    add_row(
        work,
        CaseDocument,
        CaseDocumentFields,
        document_id,
        {"title": document.title or None, "kind": document.kind},
        case_id=case_id,
        file_name=check_line(document.file_name),
        size=len(document.content),
        fingerprint=mark,
        text=check_text(document.text),
        text_complete=document.text_complete,
        added_at=work.now,
        added_by_id=work.actor.person_id,
    )
    work.session.flush()
    work.session.add(
        CaseDocumentContent(
            id=uuid5(document_id, "content"),
            created_at=work.now,
            document_id=document_id,
            content=document.content,
        )
    )
    work.touch("case_document", document_id, case_id)


@action(Right.EDIT_CASES, needs=document_case_open)
def edit_document(work: Work, document_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Change what is said about a document; the file itself never changes."""
    row = fetch(work, CaseDocument, document_id)
    change_row(work, row, CaseDocumentFields, changes, was)
    work.touch("case_document", document_id, row.case_id)


@action(Right.EDIT_CASES, needs=document_case_open)
def remove_document(work: Work, document_id: UUID) -> None:
    """Take a document away that was added by mistake; the file goes with it."""
    row = fetch(work, CaseDocument, document_id)
    content = work.session.exec(
        select(CaseDocumentContent).where(col(CaseDocumentContent.document_id) == document_id)
    ).first()
    if content is not None:
        work.session.delete(content)
        work.session.flush()
    work.touch("case_document", document_id, row.case_id)
    work.session.delete(row)
    work.session.flush()
    forget_removed(work.session.connection())
    work.sweep = True


@action(Right.VIEW_CASES)
def view_document(work: Work, document_id: UUID) -> str:
    """The text of a document, for reading in the program. Logged (NEN 7513)."""
    row = fetch(work, CaseDocument, document_id)
    work.touch("case_document", document_id, row.case_id)
    return row.text


@action(Right.VIEW_CASES)
def export_document(work: Work, document_id: UUID) -> bytes:
    """The file itself, to be written outside the encrypted store on purpose. Logged.

    Raises:
        NotFound: the file is not there.
    """
    row = fetch(work, CaseDocument, document_id)
    content = work.session.exec(
        select(CaseDocumentContent).where(col(CaseDocumentContent.document_id) == document_id)
    ).first()
    if content is None:
        raise NotFound("Het bestand van dit stuk is er niet meer.")
    work.touch("case_document", document_id, row.case_id)
    return content.content

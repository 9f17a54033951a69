"""The region's own Word templates: kept with a version, chosen, or set aside for the standard one."""

from __future__ import annotations

from uuid import UUID, uuid5

from sqlalchemy import func
from sqlmodel import col, select

from ret_tui.actions.registry import action
from ret_tui.actions.rights import Right
from ret_tui.actions.rows import Changes, add_row, change_row, fetch
from ret_tui.domain.errors import InvalidInput, NotFound
from ret_tui.domain.template import (
    MAX_TEMPLATE_BYTES,
    NewTemplate,
    Template,
    TemplateContent,
    TemplateFields,
)
from ret_tui.domain.text import check_line
from ret_tui.store.work import Work


@action(Right.MANAGE_REGION)
def add_template(work: Work, template_id: UUID, new: NewTemplate) -> int:
    """Keep a template as the next version of its document and use it from now on. Returns the version number.

    The same file again makes no second version; it is only chosen. `new` must have been checked.

    Raises:
        InvalidInput: it is empty or too large.
    """
    if not new.content:
        raise InvalidInput(f"{new.file_name} is leeg. Kies een ander bestand.")
    if len(new.content) > MAX_TEMPLATE_BYTES:
        raise InvalidInput(
            f"{new.file_name} is te groot: een sjabloon is hoogstens {MAX_TEMPLATE_BYTES // 1_000_000} MB. "
            "Maak het logo kleiner."
        )
    mark = new.fingerprint
    row = (
        work.session.get(Template, template_id)
        or work.session.exec(
            select(Template).where(col(Template.document) == new.document, col(Template.fingerprint) == mark)
        ).first()
    )
    if row is None:
        last = work.session.exec(
            select(func.max(Template.number)).where(col(Template.document) == new.document)
        ).one()
        row = add_row(
            work,
            Template,
            TemplateFields,
            template_id,
            {},
            document=new.document,
            number=(last or 0) + 1,
            file_name=check_line(new.file_name),
            size=len(new.content),
            fingerprint=mark,
            added_at=work.now,
            added_by_id=work.actor.person_id,
        )
        work.session.flush()
        work.session.add(
            TemplateContent(
                id=uuid5(template_id, "content"),
                created_at=work.now,
                template_id=template_id,
                content=new.content,
            )
        )
    _choose(work, new.document, row)
    return row.number


@action(Right.MANAGE_REGION)
def choose_template(work: Work, document: str, template_id: UUID | None) -> None:
    """Use this version for a document from now on; None means the standard template. Nothing is thrown away.

    Raises:
        NotFound: this document has no such version.
    """
    row = fetch(work, Template, template_id) if template_id is not None else None
    if row is not None and row.document != document:
        raise NotFound("Dit sjabloon hoort bij een andere brief. Kies een versie van deze brief.")
    _choose(work, document, row)


def _choose(work: Work, document: str, chosen: Template | None) -> None:
    """Let one version of a document, or none, be the chosen one. The log tells which was meant, also when nothing moved."""
    rows = work.session.exec(
        select(Template).where(col(Template.document) == document).with_for_update()
    ).all()
    for row in rows:
        wanted = chosen is not None and row.id == chosen.id
        if row.chosen is not wanted:
            row.chosen = wanted
            row.version += 1
    work.touch("template", chosen.id if chosen is not None else None)


@action(Right.MANAGE_REGION)
def edit_template(work: Work, template_id: UUID, changes: Changes, was: Changes | None = None) -> None:
    """Name a version; the file itself never changes."""
    row = fetch(work, Template, template_id)
    change_row(work, row, TemplateFields, changes, was)
    work.touch("template", template_id)

"""The region's own Word templates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from ret_tui.domain.errors import NotFound
from ret_tui.domain.people import Member
from ret_tui.domain.template import Template, TemplateContent


@dataclass(frozen=True, slots=True)
class TemplateLine:
    """One version of an own template. `size` in bytes."""

    id: UUID
    document: str
    number: int
    name: str | None
    file_name: str
    size: int
    chosen: bool
    added_at: datetime
    added_by: str | None


@dataclass(frozen=True, slots=True)
class ChosenTemplate:
    """The file of an own template that is in use, with its version number."""

    document: str
    number: int
    file_name: str
    content: bytes


def template_lines(session: Session) -> tuple[TemplateLine, ...]:
    """Every version of every document, newest first; the files stay where they are."""
    rows = session.exec(
        select(Template, Member.name)
        .join(Member, col(Member.id) == col(Template.added_by_id), isouter=True)
        .order_by(col(Template.document), col(Template.number).desc())
    ).all()
    return tuple(
        TemplateLine(
            row.id,
            row.document,
            row.number,
            row.name,
            row.file_name,
            row.size,
            row.chosen,
            row.added_at,
            who,
        )
        for row, who in rows
    )


def chosen_templates(session: Session) -> tuple[ChosenTemplate, ...]:
    """The templates in use that are not the standard ones."""
    rows = session.exec(
        select(Template.document, Template.number, Template.file_name, TemplateContent.content)
        .join(TemplateContent, col(TemplateContent.template_id) == col(Template.id))
        .where(col(Template.chosen).is_(True))
    ).all()
    return tuple(ChosenTemplate(*row) for row in rows)


def template_content(session: Session, template_id: UUID) -> bytes:
    """The file of one version.

    Raises:
        NotFound: no such version.
    """
    content = session.exec(
        select(TemplateContent.content).where(col(TemplateContent.template_id) == template_id)
    ).first()
    if content is None:
        raise NotFound("Dit sjabloon is er niet meer. Ververs het scherm.")
    return content

"""Fills a template: values in, the bytes of a Word file out, or no letter at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import jinja2
from lxml import etree

from ret_tui.documents.blocks import Block, BlockKind
from ret_tui.documents.facts import Logo
from ret_tui.documents.spec import DocumentSpec, Value, Values
from ret_tui.documents.word import picture
from ret_tui.documents.word.package import CORE, core_properties, pack, parse, with_picture
from ret_tui.documents.word.reading import blocks, broken_structure, full_text
from ret_tui.documents.word.template import Template
from ret_tui.domain.errors import DocumentError
from ret_tui.domain.text import tidy

DRAFT_MARK = "CONCEPT"
"""The word that stands on a letter whose advice is not established."""


def fill(template: Template, values: Values, moment: datetime) -> bytes:
    """The letter as a Word file. The same values and moment give the same bytes.

    Raises:
        DocumentError: a value is missing or would not stand in the letter as it is.
    """
    values = clean(values)
    parts = dict(template.fixed)
    parts.update(_filled(template, values)[0])
    logo = values.get("logo")
    if isinstance(logo, Logo) and template.with_logo:
        extension = picture.measure(logo).extension
        with_picture(parts, template.with_logo, picture.RELATION, logo.data, extension)
    draft = f" ({DRAFT_MARK.lower()})" if values["concept"] else ""
    parts[CORE] = core_properties(f"{template.spec.title}, {values['kenmerk']}{draft}", moment)
    return pack(parts)


def read_blocks(template: Template, values: Values) -> tuple[Block, ...]:
    """The letter as it would be, in blocks for the screen.

    Raises:
        DocumentError: as `fill`.
    """
    values = clean(values)
    _, roots = _filled(template, values)
    main = roots.get(template.main)
    if main is None:
        main = parse(template.fixed[template.main])
    mark = [Block(BlockKind.MARK, DRAFT_MARK)] if values["concept"] else []
    return (*mark, *blocks(main, template.styles))


def clean(values: Values) -> dict[str, Value]:
    """Values as a Word file can hold them; text of nothing but spaces becomes no text."""
    return {name: _clean(value) for name, value in values.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return tidy(value).text if value.strip() else ""
    if isinstance(value, Mapping):
        return {name: _clean(each) for name, each in value.items()}
    if isinstance(value, bool | Logo):
        return value
    return [_clean(each) for each in value]


def _filled(
    template: Template, values: dict[str, Value]
) -> tuple[dict[str, bytes], dict[str, etree._Element]]:
    """The parts with their values, and the same parts parsed after they were checked."""
    parts: dict[str, bytes] = {}
    roots: dict[str, etree._Element] = {}
    for name, source in template.filled.items():
        try:
            parts[name] = source.render(values).encode()
            roots[name] = parse(parts[name])
        except (jinja2.TemplateError, etree.XMLSyntaxError, UnicodeEncodeError) as error:
            raise DocumentError(
                f"Met het sjabloon {template.name} kan deze brief niet gemaakt worden. "
                "Laat het sjabloon controleren of kies het standaardsjabloon."
            ) from error
        if broken_structure(roots[name]):
            raise DocumentError(
                f"Het sjabloon {template.name} laat een lege tabel of cel achter. "
                "Zet {%p if … %} en {%p endif %} om de hele tabel."
            )
    _check_text(template, values, roots)
    return parts, roots


def _check_text(template: Template, values: dict[str, Value], roots: Mapping[str, etree._Element]) -> None:
    """Every value stands in the text, character for character; a draft says that it is one."""
    text = "".join(full_text(root) for root in roots.values())
    for name, value in _must_stand(template.spec, values):
        if value not in text:
            raise DocumentError(
                f"“{name}” zou niet volledig in de brief staan. Er is geen brief gemaakt. "
                f"Laat het sjabloon {template.name} controleren of kies het standaardsjabloon."
            )
    if values["concept"] and DRAFT_MARK not in text:
        raise DocumentError(
            f"In het sjabloon {template.name} staat niet dat dit een concept is. "
            f"Zet {{%p if concept %}} {DRAFT_MARK} {{%p endif %}} terug in de koptekst."
        )


def _must_stand(spec: DocumentSpec, values: Mapping[str, Value]) -> Iterator[tuple[str, str]]:
    for place in spec.places:
        value = values[place.name]
        if place.may_drop or isinstance(value, bool | Logo):
            continue
        if isinstance(value, str):
            yield place.name, value
            continue
        for each in value:
            if isinstance(each, str):
                yield place.name, each
            else:
                for field, text in each.items():
                    yield f"{place.each}.{field}", text

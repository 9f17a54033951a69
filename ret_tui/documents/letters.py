"""Letters, for the rest of the program: what is missing, how it reads, the file.

    missing = gaps(facts)                       # what to fill in first, with the place where
    blocks = preview(facts)                     # the letter as text, before there is a file
    data = render(facts, now)                   # the Word file
    path = write_letter(data, folder, file_name(kind_of(facts), number, 1, day))

Nothing heavy is imported until a letter is made.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ret_tui.documents import (
    child,
    closing,
    copy,
    evaluation,
    parents,
    record,
    referrer,
    young_person,
    young_teen,
)
from ret_tui.documents.blocks import Block
from ret_tui.documents.facts import LetterFacts
from ret_tui.documents.files import file_name, write_letter
from ret_tui.documents.spec import LetterSpec
from ret_tui.domain.errors import DocumentError, Gap, MissingValue
from ret_tui.domain.letter_words import LetterKind

if TYPE_CHECKING:
    from ret_tui.documents.word.template import Template

__all__ = [
    "SPECS",
    "file_name",
    "gaps",
    "kind_of",
    "load_template",
    "preview",
    "render",
    "spec_of",
    "template_of",
    "write_letter",
]

SPECS: dict[LetterKind, LetterSpec] = {
    spec.kind: spec
    for spec in (
        parents.SPEC,
        young_person.SPEC,
        young_teen.SPEC,
        child.SPEC,
        referrer.SPEC,
        record.SPEC,
        evaluation.PARENTS,
        evaluation.YOUNG_PERSON,
        closing.PARENTS,
        closing.YOUNG_PERSON,
        copy.SPEC,
    )
}
"""Every kind of letter."""

_BY_FACTS: dict[type, LetterSpec] = {spec.facts: spec for spec in SPECS.values()}


def spec_of(facts: LetterFacts) -> LetterSpec:
    """What there is to know about this kind of letter."""
    return _BY_FACTS[type(facts)]


def kind_of(facts: LetterFacts) -> LetterKind:
    """Which letter these facts are for."""
    return spec_of(facts).kind


def gaps(facts: LetterFacts) -> tuple[Gap, ...]:
    """Everything the letter needs and does not have; empty when it can be made."""
    return spec_of(facts).gaps(facts)


def render(facts: LetterFacts, now: datetime, template: Template | None = None) -> bytes:
    """The letter as a Word file. `now` is an aware moment and becomes the file's date.

    Raises:
        MissingValue: the letter would have a gap; carries all of them.
        TemplateFault: the template cannot be used.
        DocumentError: a value would not stand in the letter as it is.
    """
    from ret_tui.documents.word.render import fill

    spec = _complete(facts)
    return fill(template or load_template(spec.kind), spec.values(facts), now)


def preview(facts: LetterFacts, template: Template | None = None) -> tuple[Block, ...]:
    """The letter in blocks for the screen, taken from the same filled template as the file.

    Raises:
        MissingValue, TemplateFault, DocumentError: as `render`.
    """
    from ret_tui.documents.word.render import read_blocks

    spec = _complete(facts)
    return read_blocks(template or load_template(spec.kind), spec.values(facts))


def load_template(kind: LetterKind, path: Path | None = None) -> Template:
    """The template for a kind of letter, ready to be filled: the region's own at `path`, or the standard one.

    Raises:
        TemplateFault: it cannot be used; the message names paragraph and placeholder.
        DocumentError: the file cannot be read.
    """
    if path is None:
        from ret_tui.documents.templates import STANDARD

        return STANDARD.of(SPECS[kind])
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"Het sjabloon {path.name} kan niet gelezen worden. Kies bij Instellingen een ander sjabloon."
        ) from error
    return template_of(kind, data, path.name)


def template_of(kind: LetterKind, data: bytes, name: str) -> Template:
    """A template from the bytes of its file, ready to be filled. `name` is shown in messages.

    Read and checked once per run for each content; a template from outside is first tried out in a process of its own.

    Raises:
        TemplateFault: it cannot be used; the message names paragraph and placeholder.
    """
    from ret_tui.documents.word.loading import load

    return load(SPECS[kind], data, name)


def _complete(facts: LetterFacts) -> LetterSpec:
    missing = gaps(facts)
    if missing:
        fields = "; ".join(gap.field for gap in missing)
        raise MissingValue(f"Deze brief is nog niet compleet. Vul eerst in: {fields}.", missing)
    return spec_of(facts)

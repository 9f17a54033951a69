"""A closer look at one letter of the list: whether its file was changed since, and how it reads as a whole."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from ret_tui.documents.gather import PlannedLetter
    from ret_tui.documents.plain.letter import LetterReview
    from ret_tui.documents.templates import Templates
    from ret_tui.queries.letters import LetterLine


@dataclass(frozen=True, slots=True)
class Look:
    """`changed`: the file differs from what was made. `gone`: it is not in the folder. `said`: remarks on the whole letter."""

    changed: bool = False
    gone: bool = False
    said: tuple[str, ...] = ()


async def look_closer(desk: Any, letter: PlannedLetter, made: LetterLine | None, folder: Path) -> Look:
    """Look at a letter and its file, off the screen's thread. Never fails: what cannot be looked at says nothing."""
    from ret_tui.documents.templates import templates_in_use

    templates = await desk.ask(templates_in_use)
    return await asyncio.to_thread(_look, letter, made, folder, templates)


def _look(letter: PlannedLetter, made: LetterLine | None, folder: Path, templates: Templates) -> Look:
    from ret_tui.domain.errors import RetError

    changed = made is not None and is_changed(made, folder) is True
    gone = made is not None and not (folder / made.file_name).exists()
    try:
        review = whole_letter(letter, templates)
    except RetError:
        review = None
    return Look(changed, gone, review.said if review else ())


def is_changed(made: LetterLine, folder: Path) -> bool | None:
    """Whether a file differs from what was made; None: it cannot be looked at. May run on any thread."""
    from ret_tui.documents.issue import changed_since
    from ret_tui.domain.errors import DocumentError

    try:
        return changed_since(folder / made.file_name, made.fingerprint)
    except DocumentError:
        return None


def whole_letter(letter: PlannedLetter, templates: Templates) -> LetterReview | None:
    """What there is to say of the letter as it would be; None while it cannot be made. May run on any thread.

    Raises:
        DocumentError: as when the letter is made.
    """
    from ret_tui.documents.letters import preview, spec_of
    from ret_tui.documents.plain.letter import of_letter

    facts = letter.facts
    if facts is None or not letter.ready:
        return None
    return of_letter(preview(facts, templates.of(spec_of(facts))), letter.kind, facts)

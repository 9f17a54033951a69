"""Plain language beside a text: how many remarks there are, for the quiet line, and the screen that shows them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlmodel import Session

    from ret_tui.documents.about import About
    from ret_tui.documents.plain.review import Review
    from ret_tui.locations import Locations
    from ret_tui.queries.family_texts import FamilyTexts


async def reviewed(desk: Any, places: Locations, about: About) -> Review:
    """The texts of a discussion, an evaluation or a closing held against plain language, off the screen's thread.

    Raises:
        DocumentError: the region's own list of words cannot be read.
    """
    from ret_tui.documents.plain.review import review
    from ret_tui.documents.plain.wordlist import FILE, load

    texts = await desk.ask(_texts, about)
    return await asyncio.to_thread(lambda: review(texts, load(places.root / FILE)))


def _texts(session: Session, about: About) -> FamilyTexts:
    from ret_tui.queries.family_texts import family_texts
    from ret_tui.queries.family_texts_after import closing_texts, evaluation_texts

    if about.evaluation_id is not None:
        return evaluation_texts(session, about.evaluation_id)
    if about.closing_id is not None:
        return closing_texts(session, about.closing_id)
    return family_texts(session, about.id)


async def remark_count(desk: Any, places: Locations, about: About) -> int | None:
    """How many remarks there are; None when it could not be looked at. A step must never fail on this."""
    from ret_tui.domain.errors import RetError

    try:
        return (await reviewed(desk, places, about)).count
    except RetError:
        return None


def quiet_line(count: int | None) -> str:
    """`leesbaarheid: 2 opmerkingen`; nothing to say is said too, so that one knows it was looked at."""
    if count is None:
        return "leesbaarheid: niet nagekeken"
    if not count:
        return "leesbaarheid: geen opmerkingen"
    return f"leesbaarheid: {count} {'opmerking' if count == 1 else 'opmerkingen'}"

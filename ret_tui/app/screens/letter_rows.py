"""How a letter stands in the list of letters, and what there is to tell of it beneath the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ret_tui.app.plain_language import quiet_line
from ret_tui.app.screens.letter_looks import Look
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, line
from ret_tui.domain.letter_words import LetterReader, LetterStatus

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from textual.content import Content

    from ret_tui.documents.gather import PlannedLetter
    from ret_tui.queries.letters import LetterLine, OverrideView


def for_family(letter: PlannedLetter) -> bool:
    """Whether there is a letter, and a family reads it."""
    return letter.facts is not None and letter.kind.reader in (
        LetterReader.PARENTS,
        LetterReader.YOUNG_PERSON,
    )


def stand(letter: PlannedLetter, made: LetterLine | None) -> Content:
    """How far a letter is, in a mark and a word."""
    if letter.facts is None:
        return line(("mag niet", MUTED))
    if made is not None and made.sent_on is not None:
        return line(("✓ verstuurd", GOOD))
    if made is not None and made.status is LetterStatus.FINAL:
        return line(("✓ gemaakt", GOOD))
    if letter.gaps:
        return line((f"○ ontbreekt: {len(letter.gaps)}", WARN))
    if made is not None:
        return line(("concept gemaakt" if letter.facts.head.draft else "○ definitief maken", WARN))
    return line("○ te maken" if letter.facts.head.draft is False else "○ te maken (concept)")


def about_letter(
    letter: PlannedLetter,
    made: LetterLine | None,
    ground: OverrideView | None,
    remarks: Mapping[UUID, int | None],
    look: Look,
) -> list[Content]:
    """Why it may be made or not, what it lacks, how it reads, and its file."""
    rows = [line((f"{letter.kind.label}: ", STRONG), letter.label), line(letter.right.reason)]
    if letter.facts is None:
        rows.append(line((letter.right.change, WARN)))
        if letter.right.where:
            rows.append(line(("Enter gaat naar de plek waar u dat vastlegt.", MUTED)))
    if ground is not None:
        rows.append(line(("Grond: ", MUTED), ground.ground, (f" ({ground.by})", MUTED)))
    if letter.gaps:
        rows.append(line(("○ ontbreekt: ", WARN), " · ".join(gap.field for gap in letter.gaps)))
        rows.append(line(("Enter gaat naar het eerste dat ontbreekt.", MUTED)))
    if for_family(letter) and letter.about.id in remarks:
        rows.append(line((f"{quiet_line(remarks[letter.about.id])}   g bekijken", MUTED)))
    rows += [line(("! ", WARN), each) for each in look.said]
    if made is not None:
        rows.append(line(("Bestand: ", MUTED), made.file_name))
        if look.changed:
            rows.append(line(("! Dit bestand is na het maken gewijzigd, bijvoorbeeld in Word.", WARN)))
        if look.gone:
            rows.append(line(("! Dit bestand staat niet in de map. m maakt de brief opnieuw.", WARN)))
        if made.sent_on is not None:
            from ret_tui.domain.dates import day_date

            rows.append(line(("Verstuurd: ", MUTED), day_date(made.sent_on), " ", made.sent_how or ""))
    return rows

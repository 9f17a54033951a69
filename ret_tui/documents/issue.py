"""Making the letters of a discussion: all of them or none, each under a name without names of people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from ret_tui.documents.gather import PlannedLetter
from ret_tui.documents.letters import file_name, render, spec_of, write_letter
from ret_tui.documents.templates import STANDARD, Templates
from ret_tui.documents.word.password import lock
from ret_tui.domain.dates import local
from ret_tui.domain.errors import DocumentError, MissingValue
from ret_tui.domain.letter_words import LetterKind


@dataclass(frozen=True, slots=True)
class Written:
    """A letter that stands in a file. `fingerprint` is the SHA-256 (hex) of that file.

    `template_number` is the version of the region's own template it was made with, 0 for the standard one.
    """

    letter: PlannedLetter
    path: Path
    fingerprint: str
    template_number: int = 0


def write_letters(
    letters: Sequence[PlannedLetter],
    folder: Path,
    made: Counter[LetterKind],
    now: datetime,
    templates: Templates = STANDARD,
    *,
    password: str = "",
    progress: Callable[[int], None] | None = None,
) -> tuple[Written, ...]:
    """Write letters of one case to `folder`: all, or none when one of them cannot be made.

    `made` counts the letters of each kind that this case has already; `now` is aware; `templates` are those in use.
    With a `password` the files open with that only. `progress` is told how many letters are ready. Reads no store, so it
    may run on any thread.

    Raises:
        MissingValue: a letter would have a gap.
        DocumentError: a template or the folder cannot be used; nothing is left behind.
    """
    ready = []
    for letter in letters:
        if letter.facts is None:
            raise DocumentError(
                f"Deze brief mag niet worden gemaakt. {letter.right.reason} {letter.right.change}"
            )
        if letter.gaps:
            fields = "; ".join(gap.field for gap in letter.gaps)
            raise MissingValue(f"Deze brief is nog niet compleet. Vul eerst in: {fields}.", letter.gaps)
        spec = spec_of(letter.facts)
        data = render(letter.facts, now, templates.of(spec))
        if password:
            data = lock(data, password)
        ready.append((letter, letter.facts.head.draft, data, templates.number(spec)))
        if progress is not None:
            progress(len(ready))
    written: list[Written] = []
    numbers = Counter(made)
    try:
        for letter, draft, data, number in ready:
            numbers[letter.kind] += 1
            name = file_name(
                letter.kind, letter.case_number, numbers[letter.kind], local(now).date(), draft=draft
            )
            path = write_letter(data, folder, name)
            written.append(Written(letter, path, sha256(data).hexdigest(), number))
    except DocumentError:
        take_back(written)
        raise
    return tuple(written)


def take_back(written: Sequence[Written]) -> None:
    """Remove files that were just written and could not be registered."""
    for each in written:
        each.path.unlink(missing_ok=True)


def changed_since(path: Path, fingerprint: str) -> bool | None:
    """Whether a file differs from what was written; None when it is no longer there.

    Raises:
        DocumentError: the file cannot be read.
    """
    try:
        return sha256(path.read_bytes()).hexdigest() != fingerprint
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DocumentError(
            f"Het bestand {path.name} kan niet gelezen worden. Sluit het in Word en probeer opnieuw."
        ) from error

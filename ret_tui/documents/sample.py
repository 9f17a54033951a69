"""Made-up letters: to try out a template, to show what a placeholder gives, and for tests.

`full` fills every value, `spare` only what a letter cannot do without. All persons are invented.
"""

from __future__ import annotations

from ret_tui.documents import sample_advice, sample_followup, sample_record
from ret_tui.documents.facts import LetterFacts
from ret_tui.documents.sample_advice import PARENTS, REFERRER, YOUNG_PERSON
from ret_tui.domain.letter_words import LetterKind

__all__ = ["PARENTS", "REFERRER", "YOUNG_PERSON", "full", "spare"]

_FULL = {**sample_advice.FULL, **sample_followup.FULL, **sample_record.FULL}
_SPARE = {**sample_advice.SPARE, **sample_followup.SPARE, **sample_record.SPARE}


def full(kind: LetterKind) -> LetterFacts:
    """A letter in which every value is filled."""
    return _FULL[kind]


def spare(kind: LetterKind) -> LetterFacts:
    """A letter with only what it cannot do without."""
    return _SPARE[kind]

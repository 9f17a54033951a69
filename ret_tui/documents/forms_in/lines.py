"""Lines and paragraphs of a form: a label with its value behind it or below it, headings, ticked boxes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from ret_tui.documents.forms_in.harvest import Harvest
from ret_tui.documents.forms_in.pieces import Paragraph, Piece, Text
from ret_tui.documents.forms_in.shapes import ASKED, HAS_VALUE, LABEL_VALUE, first_box, looks_labelled
from ret_tui.documents.forms_in.synonyms import Synonyms
from ret_tui.documents.forms_in.synonyms_key import MAX_LABEL
from ret_tui.documents.forms_in.targets import (
    Kind,
    is_target,
    kind_of_or_none,
    label_of,
    plain_target,
)
from ret_tui.documents.forms_in.values import (
    Read,
    has_ticks,
    ticked,
)

_HINT = re.compile(r"\([^()]*\)")
_PARTS_THAT_ASK = ("vraag", "hulp")
_SEVERAL = re.compile(r"\t+|\s{3,}")
_OUR_TAG = "ret:"
ENOUGH = 3_000
"""Labels and pieces of loose text of one form that are looked at; the rest goes to the note."""


_BY_CHOICE = (Kind.WORD, Kind.WORDS, Kind.YES_NO)


@dataclass
class _Open:
    """A label that waits for its value in the lines below it."""

    target: str
    label: str
    lines: list[str] = field(default_factory=list)
    dates: tuple[date, ...] = ()
    grows: bool = False
    """A value stood there already; only lines of running text may still be added."""
    doubt: int | None = None
    """From which line on it is not certain that the text still belongs to this label."""


class LineReader:
    """Walks through the paragraphs of one form; `reading` adds the tables."""

    def __init__(self, words: Synonyms, today: date) -> None:
        self.words = words
        self.today = today
        self.found = Harvest(words, today)
        self.labels = self.found.labels
        self._open: _Open | None = None
        self._looked = 0

    # --- paragraphs -----------------------------------------------------------------------------------

    def paragraph(self, piece: Paragraph) -> None:
        """Take in a paragraph outside tables."""
        text = piece.text
        self._looked += 1
        if self._looked > ENOUGH:
            self.found.loose(text.text)
            return
        if text.tags and self._tagged(text):
            return
        if self._is_label_alone(text.text) or piece.heading:
            self._heading(text.text, piece.heading)
            return
        if self._is_box_for_open(text.text):
            return
        for line in text.text.split("\n"):
            self._line(line, text)

    def _line(self, line: str, whole: Text) -> None:
        if not line.strip():
            return
        if self._is_label_alone(line):
            self._heading(line, heading=False)
            return
        found = self._pairs(line)
        if found:
            self._close()
            for number, (label, value) in enumerate(found):
                last = number == len(found) - 1
                self._pair(label, Text(value, whole.dates if len(found) == 1 else ()), may_grow=last)
        elif self._open is not None and not _HINT.fullmatch(line.strip()) and self._takes(line):
            self._open.lines.append(line)
            self._open.dates = whole.dates or self._open.dates
        elif _HINT.fullmatch(line.strip()):
            self.found.loose(line)
        else:
            self._close()
            self._enter_by_words(line)
            self.found.loose(line)

    def _enter_by_words(self, heading: str) -> None:
        """Go on in the part that a heading names that is not known as such (‘Gegevens van de huisarts’)."""
        part = self.labels.part_by_words(heading) if ":" not in heading.rstrip(" :") else None
        if part is not None:
            self.found.enter((part, ""), heading)

    def _pairs(self, line: str) -> list[tuple[str, str]]:
        """Label and value, once or more on a line; empty when the first label is not known."""
        box = first_box(line)
        if box and ":" not in line[:box] and self.labels.knows(line[:box].strip()):
            return [(line[:box].strip(), line[box:])]
        chunks = [each for each in _SEVERAL.split(line) if each.strip()]
        found: list[tuple[str, str]] = []
        for chunk in chunks:
            match = LABEL_VALUE.match(chunk)
            if match and len(chunks) > 1 and self.labels.knows(match["label"]):
                found.append((match["label"], match["value"]))
            elif found and not found[-1][1]:
                found[-1] = (found[-1][0], chunk)
            else:
                found = []
                break
        if found:
            return found
        for shape in (LABEL_VALUE, ASKED):
            match = shape.match(line)
            if match and self.labels.knows(match["label"]):
                return [(match["label"], match["value"])]
        return []

    def _is_label_alone(self, text: str) -> bool:
        """Whether a line is nothing but a known label or the name of a part of the form."""
        if len(text) > MAX_LABEL or "\n" in text or has_ticks(text) or HAS_VALUE.search(text):
            return False
        return self.labels.target(text) is not None or self.labels.part_of(text) is not None

    def _heading(self, text: str, heading: bool) -> None:
        """A line that is a label or heading: it opens a part, or waits for a value below it."""
        self._close()
        part = self.labels.part_of(text)
        target = self.labels.target(text)
        if part is not None:
            self.found.enter(part, text)
        if target is not None and (part is None or part[0] in _PARTS_THAT_ASK):
            self._open = _Open(target, text)
        elif part is None and not heading:
            self.found.loose(text)
        elif part is None:
            self.labels.part = ""
            self._enter_by_words(text)
            if not self.words.is_fixed(text):
                self.found.loose(text)

    def _is_box_for_open(self, text: str) -> bool:
        """Boxes below a label without a value belong to it; a single ticked statement may be a label itself."""
        if not has_ticks(text):
            return False
        box = first_box(text)
        if box and self.labels.knows(text[:box].partition(":")[0].strip()):
            return False
        if (
            self._open is not None
            and not self._open.grows
            and kind_of_or_none(self._open.target) in _BY_CHOICE
        ):
            self._open.lines.append(text)
            return True
        chosen = ticked(text)
        options = chosen or ()
        if len(options) == 1:
            target = self.labels.target(options[0])
            if target is not None and kind_of_or_none(target) is Kind.YES_NO:
                self.found.store(target, options[0], Read(True), text)
                return True
        return False

    def _takes(self, line: str) -> bool:
        """Whether a line without a label goes on with the value that is open."""
        opened = self._open
        if opened is None:
            return False
        kind = kind_of_or_none(opened.target)
        if opened.grows and kind not in (Kind.PROSE, None):
            return False
        if (
            opened.lines
            and opened.doubt is None
            and (kind is Kind.LINE or looks_labelled(line) or self.labels.part_by_words(line) is not None)
        ):
            opened.doubt = len(opened.lines)
        return True

    def _tagged(self, text: Text) -> bool:
        """A paragraph that is one of our own controls and stands alone."""
        names = [tag.removeprefix(_OUR_TAG) for tag in text.tags if tag.startswith(_OUR_TAG)]
        if len(names) != 1 or len(text.tags) != 1 or not is_target(names[0]) or ":" in text.text[:60]:
            return False
        if self._open is not None and self._open.target != names[0]:
            return False
        self._open = None
        self.found.store_text(names[0], label_of(names[0]), text)
        return True

    # --- values ---------------------------------------------------------------------------------------

    def _pair(self, label: str, value: Text, *, may_grow: bool) -> None:
        self._looked += 1
        target = self.labels.target(label)
        if target is None:
            near = self.labels.near(label)
            guess = self.words.target(near, self.labels.part) if near else None
            if guess is None or not value.filled:
                self.found.loose(f"{label}: {value.text}")
                return
            read = self.found.read(self.labels.numbered(guess), value)
            candidates = (read.value,) if read.value is not None else read.candidates
            self.found.ask(
                self.labels.numbered(guess),
                label,
                Read(
                    rest=value.text, candidates=candidates, why=f"Dit opschrift lijkt op ‘{label_of(guess)}’."
                ),
                value.text,
            )
            return
        tagged = [tag.removeprefix(_OUR_TAG) for tag in value.tags if tag.startswith(_OUR_TAG)]
        if (
            tagged
            and is_target(tagged[0])
            and plain_target(tagged[0]) != plain_target(target)
            and value.filled
        ):
            self.found.ask(
                target,
                label,
                Read(rest=value.text, why="Het opschrift en het invulveld spreken elkaar tegen."),
                value.text,
            )
            return
        if not value.filled and not value.dates:
            self._open = _Open(target, label) if may_grow else None
            return
        if may_grow:
            self._open = _Open(target, label, [value.text], value.dates, grows=True)
        else:
            self.found.store_text(target, label, value)

    def beside(self, piece: Piece) -> None:
        """A header, footer, note or comment is no answer, whatever stands in it."""
        if isinstance(piece, Paragraph):
            self.found.loose(piece.text.text)
            return
        for row in piece.rows:
            self.found.loose(" | ".join(cell.text for cell in row if cell.filled))

    def finish(self) -> None:
        """The form ends."""
        self._close()

    def _close(self) -> None:
        opened, self._open = self._open, None
        if opened is not None:
            self._finish_open(opened)

    def _finish_open(self, opened: _Open) -> None:
        text = "\n".join(opened.lines).strip()
        if opened.doubt is not None and kind_of_or_none(opened.target) in (Kind.LINE, Kind.PROSE):
            sure = "\n".join(opened.lines[: opened.doubt])
            reads = [self.found.read(opened.target, Text(each)) for each in (sure, text)]
            candidates = tuple(dict.fromkeys(str(each.value) for each in reads if each.value is not None))
            why = "Het is niet zeker waar het antwoord ophoudt."
            self.found.ask(opened.target, opened.label, Read(rest=text, candidates=candidates, why=why), text)
        elif text or opened.dates:
            self.found.store_text(opened.target, opened.label, Text(text, opened.dates))

"""How the advice stands on the sheet: as it is read aloud, and as a draft to work on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from ret_tui.app.plain_language import quiet_line
from ret_tui.app.steps.spots import Spot
from ret_tui.app.steps.values import filled, hint, sentences
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, line, one_line
from ret_tui.app.widgets.blocks import Block, Piece, empty, heading, row, stacked, wrapped
from ret_tui.domain.words import FamilyView

if TYPE_CHECKING:
    from datetime import date, datetime

    from ret_tui.queries.discussion import AdviceView
    from ret_tui.queries.meetings import SeatView
    from ret_tui.queries.values import Record

MEASURE = 68
"""Cells of a line that reads calmly from a distance."""

MOST_SENTENCES = 3
"""Sentences of the summary (domain §7)."""

DRAFT_ROWS = 5
"""Rows of a long text in the draft; Enter shows it whole. When read aloud everything stands there."""

VIEW_SIGN = {
    FamilyView.AGREE: ("✓ eens", GOOD),
    FamilyView.PARTLY: ("± deels eens", WARN),
    FamilyView.DISAGREE: ("✗ niet eens", BAD),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What both views show."""

    advice: AdviceView
    family: tuple[SeatView, ...]
    speak_again: date | None
    read_at: datetime | None
    waiting: int
    """Captured lines of advice that were not taken over."""
    open: bool
    """Whether the advice may be changed; keys are named only then."""
    remarks: int | None = 0
    """Remarks on plain language; None when they could not be counted."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read aloud yet."""
        return not self.advice.items and not filled(self.advice.fields["summary"])


# --- read aloud -----------------------------------------------------------------------------------------


def read_aloud_rows(shown: Reading, width: int) -> Block:
    """Calm paragraphs in the middle of the page; the cursor is a reading mark that goes from one to the next."""
    measure = min(MEASURE, width - 4)
    body = _paragraphs(shown, measure) + _reactions(shown, measure)
    margin = Piece(Content(" " * max(0, (width - measure) // 2)))
    return [row(""), *((margin, *pieces) for pieces in body)]


def _paragraphs(shown: Reading, width: int) -> Block:
    fields = shown.advice.fields
    if shown.is_empty:
        return wrapped("Er is nog geen advies. c: naar het concept", width, key=Spot("none"), style=MUTED)
    made = [*heading("Ons advies", width), *empty(width, 1)]
    if filled(fields["summary"]):
        made += wrapped(filled(fields["summary"]), width, key=Spot("text", "summary"), style=STRONG)
        made += empty(width, 1)
    for number, item in enumerate(shown.advice.items, 1):
        made += [*_read_item(number, item, width), *empty(width, 1)]
    bridging, contact = filled(fields["bridging"]), filled(fields["bridging_contact"])
    if bridging or contact:
        made += heading("Tot de hulp start", width)
        if bridging:
            made += wrapped(bridging, width, key=Spot("text", "bridging"))
        if contact:
            made += wrapped(f"U kunt bellen met {contact}.", width, key=Spot("text", "bridging_contact"))
        made += empty(width, 1)
    if shown.speak_again is not None:
        from ret_tui.domain.dates import long_date

        made += heading("Wanneer wij weer met u praten", width)
        made += wrapped(f"Op {long_date(shown.speak_again)}.", width, key=Spot("text", "speak_again"))
        made += empty(width, 1)
    return made


def _read_item(number: int, item: Record, width: int) -> Block:
    key = Spot("item", item.id)
    block = wrapped(filled(item["what"]), width, key=key, head=f"{number}  ", style=STRONG)
    for text in (filled(item["why"]), _who_when(item)):
        if text:
            block += wrapped(text, width, key=key, head="   ")
    return block


def _who_when(item: Record) -> str:
    """`Wie: GI. Start: za 28 nov 2026.`"""
    from ret_tui.domain.dates import day_date

    told = [f"Wie: {one_line(filled(item['by_whom']))}."] if filled(item["by_whom"]) else []
    if item["starts_on"] is not None:
        told.append(f"Start: {day_date(item['starts_on'])}.")
    return " ".join(told)


def _reactions(shown: Reading, width: int) -> Block:
    made = heading("Wat vindt u ervan?", width)
    if not shown.family:
        return made + wrapped("Van het gezin is niemand aan tafel.", width, style=MUTED)
    name_width = max(len(seat.label) for seat in shown.family) + 2
    for seat in shown.family:
        record = shown.advice.reactions.get(seat.id)
        head = Content(f"{seat.label:<{name_width}}")
        view = record["view"] if record else None
        words = filled(record["words"]) if record else ""
        said = VIEW_SIGN[FamilyView(view)] if view else ("○ eens, deels of niet?", WARN)
        text = line(said, (f"  “{one_line(words)}”" if words else "", ""))
        made += wrapped(text, width, key=Spot("seat", seat.id), head=head, limit=DRAFT_ROWS)
    return made


# --- the draft ------------------------------------------------------------------------------------------


def draft_rows(shown: Reading, width: int) -> Block:
    """Everything of the advice, to work on."""
    fields = shown.advice.fields
    return stacked(
        [
            _plain(shown, width),
            _summary(fields, shown.open, width),
            _text(fields, "why", "Waarom dit advies", width),
            _items(shown, width),
            _text(fields, "bridging", "Tot de hulp start", width),
            _text(fields, "dissent", "Afwijkende mening", width, none=hint("geen", "a", shown.open)),
            _reactions(shown, width),
            _read(shown.read_at, width),
        ]
    )


def _plain(shown: Reading, width: int) -> Block:
    """How it reads, in one quiet line; nothing while there is nothing to read."""
    if shown.is_empty:
        return []
    return [*wrapped(f"{quiet_line(shown.remarks)}   g bekijken", width, style=MUTED), *empty(width, 1)]


def _summary(fields: Record, on: bool, width: int) -> Block:
    text = filled(fields["summary"])
    count = sentences(text)
    if not text:
        note = line((hint("○ nog niet geschreven", "s", on), WARN))
    elif count <= MOST_SENTENCES:
        note = line((f"{count} van hoogstens {MOST_SENTENCES} zinnen ✓", GOOD))
    else:
        note = line((f"! {count} zinnen, hoogstens {MOST_SENTENCES}", WARN))
    made = [(Piece(line(("IN HET KORT", f"bold {MUTED}"), "  ", note)),)]
    return made + _body(text, Spot("text", "summary"), width, "hoogstens drie zinnen, in gewone taal")


def _text(fields: Record, field: str, label: str, width: int, *, none: str = "nog niet geschreven") -> Block:
    return heading(label, width) + _body(filled(fields[field]), Spot("text", field), width, none)


def _body(text: str, key: Spot, width: int, none: str) -> Block:
    shown = (
        wrapped(text, width, key=key, limit=DRAFT_ROWS)
        if text
        else wrapped(none, width, key=key, style=MUTED)
    )
    return [*shown, *empty(width, 1)]


def _items(shown: Reading, width: int) -> Block:
    waiting = shown.waiting
    note = hint(f"{waiting} met = nog niet overgenomen", "o", shown.open) if waiting else ""
    made = heading("Advies", width, note=note)
    if not shown.advice.items:
        made += wrapped(hint("○ nog geen advies", "t", shown.open), width, key=Spot("no-items"), style=WARN)
    for number, item in enumerate(shown.advice.items, 1):
        made += _draft_item(number, item, width)
    return [*made, *empty(width, 1)]


def _draft_item(number: int, item: Record, width: int) -> Block:
    key = Spot("item", item.id)
    block = wrapped(one_line(filled(item["what"])) or "(zonder tekst)", width, key=key, head=f"{number} ")
    if filled(item["why"]):
        block += wrapped(
            filled(item["why"]), width, key=key, head=Content.styled("  waarom: ", MUTED), limit=2
        )
    known = [
        _who_when(item).rstrip("."),
        f"doel: {one_line(filled(item['goal']))}" if filled(item["goal"]) else "",
    ]
    known.append(item["kind"].label.lower() if item["kind"] is not None else "")
    lacking = [
        label
        for field, label in (("by_whom", "door wie"), ("starts_on", "start"), ("kind", "soort"))
        if item[field] is None
    ]
    told = " · ".join(part for part in known if part)
    if told:
        block += wrapped(told, width, key=key, head="  ", style=MUTED, limit=3)
    if filled(item["for_young_person"]):
        block += wrapped(
            one_line(filled(item["for_young_person"])), width, key=key,
            head=Content.styled("  aan de jeugdige: ", MUTED), limit=2,
        )  # fmt: skip
    if lacking:
        block += wrapped(f"○ {' · '.join(lacking)}", width, key=key, head="  ", style=WARN)
    return block


def _read(read_at: datetime | None, width: int) -> Block:
    from ret_tui.domain.dates import clock_time

    if read_at is None:
        return [row(""), *wrapped("○ nog niet voorgelezen: l", width, style=WARN)]
    return [row(""), *wrapped(f"✓ voorgelezen om {clock_time(read_at)}", width, style=GOOD)]


def family_of(seats: Sequence[SeatView]) -> tuple[SeatView, ...]:
    """Young person, parents, guardian and who stands beside them, as far as they are in the room."""
    return tuple(
        seat
        for seat in seats
        if (seat.role.is_family or seat.role.value == "voogd")
        and seat.presence.value not in ("afwezig", "later")
    )

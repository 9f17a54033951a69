"""What goes out before a meeting: planned from the record, written all or none, under names without names of people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlmodel import Session

from ret_tui.documents.files import write_letter
from ret_tui.documents.outgoing_source import Outgoing, Source
from ret_tui.documents.outgoing_specs import SPECS
from ret_tui.documents.templates import STANDARD, Templates
from ret_tui.domain.errors import DocumentError, MissingValue
from ret_tui.domain.words import OutgoingKind
from ret_tui.queries.region import region

if TYPE_CHECKING:
    from ret_tui.locations import Locations
    from ret_tui.queries.values import Record

__all__ = [
    "Outgoing",
    "WrittenOut",
    "outgoing_folder",
    "plan_outgoing",
    "render",
    "take_back",
    "write_outgoing",
]


@dataclass(frozen=True)
class WrittenOut:
    """A file that stands on disk. `fingerprint` is its SHA-256, hex."""

    outgoing: Outgoing
    path: Path
    fingerprint: str


Progress = Callable[[int, int], None]


def plan_outgoing(session: Session, meeting_id: UUID, today: date) -> tuple[Outgoing, ...]:
    """Everything that goes out for a meeting, in the order in which it is sent.

    Raises:
        NotFound: no such meeting.
    """
    return Source(session, meeting_id, today).everything()


def write_outgoing(
    planned: Sequence[Outgoing],
    folder: Path,
    now: datetime,
    progress: Progress | None = None,
    templates: Templates = STANDARD,
) -> tuple[WrittenOut, ...]:
    """Write files: all, or none when one cannot be made. Reads no store; may run on any thread.

    Raises:
        MissingValue: something is not filled in.
        DocumentError: a template or the folder cannot be used; nothing is left behind.
    """
    made: list[tuple[Outgoing, bytes]] = []
    for number, each in enumerate(planned, 1):
        if each.lacks:
            raise MissingValue(f"{each.kind.label}: vul eerst in: {'; '.join(each.lacks)}.", ())
        made.append((each, render(each, now, templates)))
        if progress is not None:
            progress(number, len(planned))
    written: list[WrittenOut] = []
    try:
        for each, data in made:
            suffix = "ics" if each.kind is OutgoingKind.CALENDAR else "docx"
            path = write_letter(data, folder, f"{each.stem}.{suffix}")
            written.append(WrittenOut(each, path, sha256(data).hexdigest()))
    except DocumentError:
        take_back(written)
        raise
    return tuple(written)


def render(each: Outgoing, now: datetime, templates: Templates = STANDARD) -> bytes:
    """One file as bytes.

    Raises:
        DocumentError: the template cannot be used, or a value would not stand in the file as it is.
    """
    if each.kind is OutgoingKind.CALENDAR:
        from ret_tui.documents.calendar import calendar

        return calendar(each.values, now)
    from ret_tui.documents.word.render import fill

    return fill(templates.of(SPECS[each.kind]), each.values, now)


def take_back(written: Sequence[WrittenOut]) -> None:
    """Remove files that were just written and could not be registered."""
    for each in written:
        each.path.unlink(missing_ok=True)


async def outgoing_folder(desk: Any, places: Locations) -> Path:
    """The folder for files, as the region chose."""
    return folder_for_files(await desk.ask(region), places)


def folder_for_files(chosen_by: Record, places: Locations) -> Path:
    """The folder for files in the settings of a region, or else the one beside its data."""
    chosen = chosen_by["letters_folder"]
    return Path(chosen).expanduser() if chosen else places.letters

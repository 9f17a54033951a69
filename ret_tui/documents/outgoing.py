"""What goes out before a meeting: planned from the record, written all or none, under names without names of people.

Each reader gets only what that reader may see: professionals read case numbers, families only their own conversation;
parents who live apart get their own invitation without each other's address.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlmodel import Session

from ret_tui.documents.files import write_letter
from ret_tui.documents.outgoing_specs import SPECS
from ret_tui.documents.templates import STANDARD, Templates
from ret_tui.domain.agenda_times import Slot, clock_minutes, clock_text, timetable
from ret_tui.domain.dates import age_on, letter_date, long_date, short_date
from ret_tui.domain.errors import DocumentError, MissingValue
from ret_tui.domain.permission_facts import Verdict
from ret_tui.domain.readiness import lacking
from ret_tui.domain.steps import step_plan
from ret_tui.domain.words import AgendaStatus, OutgoingKind, Presence, TableRole
from ret_tui.queries import cases, meetings
from ret_tui.queries.case_documents import case_documents, document_texts
from ret_tui.queries.permissions import permission
from ret_tui.queries.readiness import readiness
from ret_tui.queries.region import region

if TYPE_CHECKING:
    from ret_tui.documents.spec import Value
    from ret_tui.domain.permission_rules import PermissionView
    from ret_tui.locations import Locations
    from ret_tui.queries.cases import CaseFile
    from ret_tui.queries.meetings import AgendaLine, MeetingView, SeatView

_OWN_LETTER_FROM = 12
"""Age from which a young person is invited in person (domain §8)."""

_HELD_BACK = 40_000
"""Characters of one document in a reading bundle; who wants more reads the document itself."""


@dataclass(frozen=True)
class Outgoing:
    """One file that could go out. `lacks` says in Dutch what stops it; empty when it can be made."""

    key: str
    kind: OutgoingKind
    to: str
    stem: str
    values: Mapping[str, Value]
    item_id: UUID | None = None
    case_id: UUID | None = None
    seat_id: UUID | None = None
    lacks: tuple[str, ...] = ()

    @property
    def ready(self) -> bool:
        """Whether it can be made."""
        return not self.lacks


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
    return _Source(session, meeting_id, today).everything()


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
    chosen = (await desk.ask(region))["letters_folder"]
    return Path(chosen).expanduser() if chosen else places.letters


class _Source:
    """Everything the files of one meeting are made of, read once."""

    def __init__(self, session: Session, meeting_id: UUID, today: date) -> None:
        self.session = session
        self.view: MeetingView = meetings.meeting(session, meeting_id)
        self.today = today
        self.region = region(session)
        self.items = [item for item in self.view.items if item.status is not AgendaStatus.MOVED]
        slots = [Slot(item.minutes, item.kind.is_case) for item in self.items]
        start = clock_minutes(self.view.fields["starts_at"]) or 0
        begins = timetable(slots, self.region["changeover_minutes"]).begins
        self.times = {item.id: clock_text(start + at) for item, at in zip(self.items, begins, strict=True)}
        self.on: date = self.view.fields["held_on"] or today
        self.files: dict[UUID, CaseFile] = {}
        self.permissions: dict[UUID, PermissionView] = {}
        for item in self.items:
            if item.case_id is not None:
                self.files[item.case_id] = cases.case_file(session, item.case_id)
                self.permissions[item.case_id] = permission(session, item.case_id, self.on)

    def everything(self) -> tuple[Outgoing, ...]:
        """Invitations by case, those of the whole meeting, then agenda, script, bundles and calendar."""
        found: list[Outgoing] = []
        for item in self.items:
            if item.case_id is not None:
                seats = [seat for seat in self.view.seats if seat.item_id == item.id]
                found += [self._invitation(seat, item, number) for number, seat in enumerate(seats, 1)]
        whole = [
            seat for seat in self.view.seats if seat.item_id is None and seat.role is not TableRole.CHAIR
        ]
        found += [self._invitation(seat, None, number) for number, seat in enumerate(whole, 1)]
        found.append(self._file(OutgoingKind.AGENDA, "Iedereen aan tafel", {"punten": self._agenda()}))
        found.append(self._script())
        found += [self._bundle(item) for item in self.items if item.case_id is not None]
        found.append(self._calendar())
        return tuple(each for each in found if each.to)

    # --- shared ---------------------------------------------------------------------------------------

    def _file(
        self,
        kind: OutgoingKind,
        to: str,
        values: Mapping[str, Any],
        *,
        item: AgendaLine | None = None,
        seat: SeatView | None = None,
        stem: str = "",
        lacks: Sequence[str] = (),
    ) -> Outgoing:
        number = self._number(item)
        day = short_date(self.on)
        fields = self.view.fields
        contact = " · ".join(str(self.region[each]) for each in ("phone", "email") if self.region[each])
        until = f" tot {fields['ends_at']} uur" if fields["ends_at"] else ""
        head: dict[str, Any] = {
            "logo": "",
            "concept": False,
            "regio_naam": self.region["name"],
            "regio_adres": ", ".join(line.strip() for line in str(self.region["address"] or "").splitlines()),
            "regio_contact": contact,
            "kenmerk": number or day,
            "datum": letter_date(self.today),
            "overleg_datum": long_date(self.on),
            "overleg_tijd": f"van {fields['starts_at'] or ''} uur{until}"
            if until
            else f"om {fields['starts_at'] or ''} uur",
            "overleg_plaats": fields["place"] or "",
            "voorzitter": self.view.chair or "",
        }
        missing = [*lacks]
        if not contact:
            missing.append("telefoon of e-mail van de regio (Instellingen)")
        if fields["held_on"] is None or not fields["starts_at"]:
            missing.append("dag en begintijd van het overleg")
        key = (
            f"{kind.value}:{seat.id if seat else item.id if item else ''}:{item.id if seat and item else ''}"
        )
        return Outgoing(
            key=key,
            kind=kind,
            to=to,
            stem=f"{number or 'overleg'} {stem or kind.label.lower()} - {day}",
            values={**head, **values},
            item_id=item.id if item else None,
            case_id=item.case_id if item else None,
            seat_id=seat.id if seat else None,
            lacks=tuple(missing),
        )

    def _number(self, item: AgendaLine | None) -> str:
        return self.files[item.case_id].head.number if item is not None and item.case_id is not None else ""

    def _agenda(self, only: AgendaLine | None = None) -> list[dict[str, str]]:
        """The agenda as rows; cases by number only."""
        return [
            {
                "tijd": self.times[item.id],
                "wat": f"{item.kind.label} {item.label}" if item.case_id else item.label,
                "minuten": str(item.minutes),
                "wie": ", ".join(
                    dict.fromkeys(seat.role.label for seat in self.view.seats if seat.item_id == item.id)
                ),
            }
            for item in self.items
            if only is None or item.id == only.id
        ]

    # --- invitations ----------------------------------------------------------------------------------

    def _invitation(self, seat: SeatView, item: AgendaLine | None, number: int) -> Outgoing:
        if seat.presence is Presence.ABSENT:
            return self._file(OutgoingKind.INVITATION_PROFESSIONAL, "", {}, seat=seat, item=item)
        if item is not None and (seat.role.is_family or seat.role is TableRole.GUARDIAN):
            return self._family(seat, item, number)
        values = {
            "aan_naam": seat.name or seat.role.label.lower(),
            "aan_adres": "",
            "punten": self._agenda(item),
            "rollen": _paragraphs(self.region["roles_text"]),
        }
        lacks = [] if values["rollen"] else ["Rollen en verwachtingen (Instellingen)"]
        to = seat.name or seat.label
        stem = f"uitnodiging professional {number}" if item else f"uitnodiging expert {number}"
        return self._file(
            OutgoingKind.INVITATION_PROFESSIONAL, to, values, item=item, seat=seat, stem=stem, lacks=lacks
        )

    def _family(self, seat: SeatView, item: AgendaLine, number: int) -> Outgoing:
        file = self.files[item.case_id] if item.case_id else None
        if file is None:
            raise DocumentError("Deze plaats aan tafel hoort niet bij een casus.")
        fields = file.fields
        you = seat.role is TableRole.YOUNG_PERSON
        born = fields["birth_date"]
        to = seat.name or seat.role.label
        if you and born is not None and age_on(born, self.on) < _OWN_LETTER_FROM:
            to = ""  # under twelve the invitation goes to the parents
        holder = next((each for each in file.holders if each.id == seat.holder_id), None)
        address = (fields["young_person_address"] if you else holder["address"] if holder else "") or ""
        table = [
            other.role.label
            if other.role.is_family or not other.organisation
            else f"{other.role.label}, {other.organisation}"
            for other in self.view.table_of(item.id)
            if other.id != seat.id and other.presence is not Presence.ABSENT
        ]
        values = {
            "aan_naam": seat.name or (fields["first_name"] if you else seat.role.label.lower()) or "",
            "aan_adres": address,
            "jij": you,
            "jeugdige": fields["first_name"] or "",
            "vraag": fields["question"] or "",
            "aan_tafel": list(dict.fromkeys(table)),
            "tolk": bool(fields["interpreter"]),
            "overleg_tijd": f"om {self.times[item.id]} uur",
        }
        lacks = [] if values["jeugdige"] else ["voornaam van de jeugdige"]
        return self._file(
            OutgoingKind.INVITATION_FAMILY,
            to,
            values,
            item=item,
            seat=seat,
            stem=f"uitnodiging gezin {number}",
            lacks=lacks,
        )

    # --- script, bundle, calendar ---------------------------------------------------------------------

    def _script(self) -> Outgoing:
        needs = {each.item_id: lacking(each.lines) for each in readiness(self.session, self.view.id)}
        rows = []
        for item in self.items:
            if item.case_id is None:
                continue
            file, view = self.files[item.case_id], self.permissions[item.case_id]
            named = view.verdict is Verdict.NAMED
            table = [
                f"{seat.label}{' (afwezig)' if seat.presence is Presence.ABSENT else ''}"
                for seat in self.view.table_of(item.id)
            ]
            watch = [each.text for each in needs.get(item.id, ())] + [each.text for each in view.notices]
            plan = step_plan(item.minutes)
            rows.append(
                {
                    "tijd": self.times[item.id],
                    "nummer": file.head.number,
                    "wie": self._about(file, named=True),
                    "vraag": file.fields["question"] or "",
                    "tafel": ", ".join(dict.fromkeys(table)),
                    "toestemming": "met naam bespreken mag." if named else view.why,
                    "let_op": "; ".join(watch),
                    "stappen": " · ".join(
                        f"{step.number} {step.short} {span.total_seconds() / 60:g}".replace(".", ",")
                        for step, span in plan.items()
                    ),
                }
            )
        return self._file(OutgoingKind.SCRIPT, "Voorzitter", {"punten": self._agenda(), "casussen": rows})

    def _about(self, file: CaseFile, *, named: bool) -> str:
        born = file.fields["birth_date"]
        parts = [
            (file.fields["first_name"] or "") if named else "Jeugdige",
            f"{age_on(born, self.on)} jaar" if born else "leeftijd onbekend",
            file.fields["municipality"] or "",
        ]
        return ", ".join(each for each in parts if each)

    def _bundle(self, item: AgendaLine) -> Outgoing:
        if item.case_id is None:
            raise DocumentError("Een leesbundel hoort bij een casus.")
        file = self.files[item.case_id]
        fields, analysis = file.fields, file.analysis
        texts = analysis.texts
        named = self.permissions[item.case_id].verdict is Verdict.NAMED
        stored = document_texts(self.session, item.case_id)
        documents = [each for each in case_documents(self.session, item.case_id) if each.id in stored]
        views = ("perspective_living", "perspective_learning", "perspective_relations", "perspective_year")
        values = {
            "wie": self._about(file, named=named),
            "vraag": fields["question"] or "",
            "geprobeerd": fields["tried"] or "",
            "veiligheid": fields["safety_agreements"] or "",
            "hulp": [
                {
                    "tijd": _span(each["from_on"], each["to_on"]),
                    "wat": ", ".join(part for part in (each["kind"].label if each["kind"] else "", each["provider"]) if part),
                    "einde": each["why_ended"] or "",
                }
                for each in file.spells
            ],
            "afwijzingen": [
                " – ".join(part for part in (each["provider"], each["reason"].label if each["reason"] else "", each["note"]) if part)
                for each in file.refusals
                if each["provider"] or each["reason"]
            ],
            "gezin": texts["family_words"] or "",
            "jeugdige": [str(texts[name]) for name in views if (texts[name] or "").strip()],
            "factoren": [
                {
                    "wat": each["text"] or "",
                    "soort": ", ".join(part for part in (each["kind"].label, each["role"].label if each["role"] else "") if part),
                    "bron": each["source"] or "",
                }
                for each in analysis.factors
                if each["text"]
            ],
            "hypothesen": [f"{each['text']} ({each['status'].label.lower()})" for each in analysis.hypotheses if each["text"]],
            "tegenstrijdig": texts["contradictions"] or "",
            "stukken": [
                {"titel": each.title, "tekst": _readable(stored[each.id])} for each in documents if named
            ],
        }  # fmt: skip
        return self._file(OutgoingKind.BUNDLE, "Deelnemers", values, item=item)

    def _calendar(self) -> Outgoing:
        fields = self.view.fields
        values = {
            "id": str(self.view.id),
            "dag": self.on.isoformat(),
            "van": fields["starts_at"] or "",
            "tot": fields["ends_at"] or "",
        }
        return self._file(OutgoingKind.CALENDAR, "Iedereen aan tafel", values, stem="overleg")


def _paragraphs(text: str | None) -> list[str]:
    return [each.strip() for each in (text or "").split("\n\n") if each.strip()]


def _readable(text: str) -> str:
    if not text.strip():
        return "De tekst van dit stuk is niet te lezen; vraag het stuk zelf op."
    if len(text) > _HELD_BACK:
        return f"{text[:_HELD_BACK]}\n… (het stuk is langer)"
    return text


def _span(start: date | None, end: date | None) -> str:
    if start is None and end is None:
        return ""
    return f"{short_date(start) if start else '?'} – {short_date(end) if end else 'heden'}"

"""Everything the files of one meeting are made of: who gets which, and what each reader may see.

Professionals read case numbers, families only their own conversation; parents who live apart get their own invitation
without each other's address. A learning item, and a case that may not be discussed with its name, goes out without names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlmodel import Session

from ret_tui.documents.anonymous import Anonymous
from ret_tui.documents.outgoing_before import Before, from_to
from ret_tui.documents.outgoing_bundle import bundle_values
from ret_tui.documents.outgoing_script import script_case
from ret_tui.domain.agenda_times import Slot, clock_minutes, clock_text, timetable
from ret_tui.domain.dates import age_on, day_date, letter_date, long_date, short_date
from ret_tui.domain.errors import DocumentError
from ret_tui.domain.permission_facts import Verdict
from ret_tui.domain.readiness import lacking
from ret_tui.domain.words import (
    AgendaKind,
    AgendaStatus,
    AuthorityRelation,
    MeetingStatus,
    OutgoingKind,
    Presence,
    TableRole,
)
from ret_tui.queries import cases, meetings
from ret_tui.queries.appointments import appointments_of
from ret_tui.queries.case_documents import case_documents, document_texts
from ret_tui.queries.permissions import letter_rights, permission
from ret_tui.queries.planning import follow_ups
from ret_tui.queries.readiness import readiness
from ret_tui.queries.region import region
from ret_tui.queries.sent import calendar_sequence, invited_elsewhere, sent_register

if TYPE_CHECKING:
    from ret_tui.documents.spec import Value
    from ret_tui.domain.permission_rules import PermissionView
    from ret_tui.queries.cases import CaseFile
    from ret_tui.queries.meetings import AgendaLine, MeetingView, SeatView

_OWN_LETTER_FROM = 12
"""Age from which a young person is invited in person (domain §8)."""

_DECIDES_FROM = 16
"""Age from which parents come only when the young person agrees (domain §8)."""

_PARENTS = (TableRole.MOTHER, TableRole.FATHER, TableRole.PARENT)


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
    appointment: str = ""
    """Day, time and place that the file names; with another one it is out of date."""
    warnings: tuple[str, ...] = ()
    """What to know before it is sent, in Dutch; it can be made all the same."""

    @property
    def ready(self) -> bool:
        """Whether it can be made."""
        return not self.lacks


class Source:
    """Everything the files of one meeting are made of, read once."""

    def __init__(self, session: Session, meeting_id: UUID, today: date) -> None:
        self.session = session
        self.view: MeetingView = meetings.meeting(session, meeting_id)
        self.today = today
        self.cancelled = self.view.status is MeetingStatus.CANCELLED
        self.region = region(session)
        self.items = [item for item in self.view.items if item.status is not AgendaStatus.MOVED]
        slots = [Slot(item.minutes, item.kind.is_case) for item in self.items]
        start = clock_minutes(self.view.fields["starts_at"]) or 0
        begins = timetable(slots, self.region["changeover_minutes"]).begins
        self.times = {item.id: clock_text(start + at) for item, at in zip(self.items, begins, strict=True)}
        self.said = appointments_of(self.view, self.region["changeover_minutes"])
        self.register = sent_register(session, meeting_id)
        self.on: date = self.view.fields["held_on"] or today
        self.files: dict[UUID, CaseFile] = {}
        self.permissions: dict[UUID, PermissionView] = {}
        for item in self.items:
            if item.case_id is not None:
                self.files[item.case_id] = cases.case_file(session, item.case_id)
                self.permissions[item.case_id] = permission(session, item.case_id, self.on)
        elsewhere = invited_elsewhere(session, meeting_id, self.files)
        self.before = Before(self.register, {seat.id for seat in self.view.seats}, elsewhere, self.said)

    def everything(self) -> tuple[Outgoing, ...]:
        """Invitations by case, those of the whole meeting, then agenda, script, bundles and calendar.

        Of a meeting that does not take place only the calendar file, which takes it out of people's calendars.
        """
        if self.cancelled:
            return (self._calendar(),)
        found: list[Outgoing] = []
        for item in self.items:
            if item.case_id is not None:
                seats = [seat for seat in self.view.seats if seat.item_id == item.id]
                found += [self._invitation(seat, item) for seat in seats]
        # whoever leads the meeting sends the invitations; another chair who comes is invited
        whole = [
            seat
            for seat in self.view.seats
            if seat.item_id is None and not (seat.role is TableRole.CHAIR and seat.name == self.view.chair)
        ]
        found += [self._invitation(seat, None) for seat in whole]
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
        warnings: Sequence[str] = (),
    ) -> Outgoing:
        number = self._number(item)
        day = short_date(self.on)
        fields = self.view.fields
        contact = " · ".join(str(self.region[each]) for each in ("phone", "email") if self.region[each])
        head: dict[str, Any] = {
            "logo": "",
            "concept": False,
            "regio_naam": self.region["name"],
            "regio_adres": ", ".join(line.strip() for line in str(self.region["address"] or "").splitlines()),
            "regio_contact": contact,
            "kenmerk": number or day,
            "datum": letter_date(self.today),
            "overleg_datum": long_date(self.on),
            "overleg_tijd": from_to(fields["starts_at"], fields["ends_at"]),
            "overleg_plaats": fields["place"] or "",
            "voorzitter": self.view.chair or "",
            "vervangt": self.before.said_to(seat.id, item.case_id if item else None, to)
            if seat is not None and kind.is_invitation
            else "",
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
            stem=f"{number or 'overleg'} {stem or kind.label.lower()} - {day}"
            if kind is not OutgoingKind.CALENDAR
            else f"overleg - {day}",
            values={**head, **values},
            item_id=item.id if item else None,
            case_id=item.case_id if item else None,
            seat_id=seat.id if seat else None,
            lacks=tuple(missing),
            appointment=self.said.of(kind, item.id if item else None),
            warnings=tuple(warnings),
        )

    def _number(self, item: AgendaLine | None) -> str:
        return self.files[item.case_id].head.number if item is not None and item.case_id is not None else ""

    def _agenda(self, only: AgendaLine | None = None) -> list[dict[str, str]]:
        """The agenda as rows; cases by number only. The whole agenda ends with the time people may leave."""
        rows = [
            {
                "tijd": self.times[item.id],
                "wat": f"{item.kind.label} {item.label}" if item.case_id else item.label,
                "minuten": str(item.minutes),
                "wie": self._who(item),
            }
            for item in self.items
            if only is None or item.id == only.id
        ]
        if only is None and self.items:
            rows.append({"tijd": self._ends(self.items[-1]), "wat": "Einde", "minuten": "", "wie": ""})
        return rows

    def _who(self, item: AgendaLine) -> str:
        if item.kind is AgendaKind.LEARNING:
            return "alleen het team"
        roles = [
            seat.role.label.lower()
            for seat in self.view.seats
            if seat.item_id == item.id and seat.presence is not Presence.ABSENT
        ]
        return ", ".join(dict.fromkeys(roles))

    def _ends(self, item: AgendaLine) -> str:
        """When an item is over by the plan."""
        return clock_text((clock_minutes(self.times[item.id]) or 0) + item.minutes)

    def _may_not(self, item: AgendaLine | None) -> list[str]:
        """What stops everything of a case: somebody refused even the talk without a name."""
        if item is None or item.case_id is None:
            return []
        view = self.permissions[item.case_id]
        return [f"toestemming: {view.why}"] if view.verdict is Verdict.NOT else []

    # --- invitations ----------------------------------------------------------------------------------

    def _invitation(self, seat: SeatView, item: AgendaLine | None) -> Outgoing:
        if seat.presence is Presence.ABSENT:
            return self._file(OutgoingKind.INVITATION_PROFESSIONAL, "", {}, seat=seat, item=item)
        by_profession = self._is_institution(seat, item)
        if (
            item is not None
            and not by_profession
            and (seat.role.is_family or seat.role is TableRole.GUARDIAN)
        ):
            return self._family(seat, item)
        values: dict[str, Any] = {
            "aan_naam": seat.name or seat.role.label.lower(),
            "aan_adres": "",
            "punten": self._agenda(item),
            "rollen": _paragraphs(self.region["roles_text"]),
            "vraagt": _asked_of(seat, item),
        }
        if item is not None:
            values["overleg_tijd"] = from_to(self.times[item.id], self._ends(item))
        lacks = [] if values["rollen"] else ["Rollen en verwachtingen (Instellingen)"]
        return self._file(
            OutgoingKind.INVITATION_PROFESSIONAL,
            seat.name or seat.label,
            values,
            item=item,
            seat=seat,
            stem=f"uitnodiging {seat.role.label.lower()}{_organisation(seat)}",
            lacks=[*lacks, *self._may_not(item)],
        )

    def _is_institution(self, seat: SeatView, item: AgendaLine | None) -> bool:
        """A guardian from a certified institution is there by profession."""
        if item is None or item.case_id is None or seat.role is not TableRole.GUARDIAN:
            return False
        return any(
            each.id == seat.holder_id and each["relation"] is AuthorityRelation.INSTITUTION
            for each in self.files[item.case_id].holders
        )

    def _family(self, seat: SeatView, item: AgendaLine) -> Outgoing:
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
        values = {
            "aan_naam": seat.name or (fields["first_name"] if you else seat.role.label.lower()) or "",
            "aan_adres": address,
            "jij": you,
            "jeugdige": fields["first_name"] or "",
            "vraag": fields["question"] or "",
            "aan_tafel": self._at_table(seat, item, fields["first_name"] or "de jeugdige"),
            "tolk": bool(fields["interpreter"]),
            "overleg_tijd": from_to(self.times[item.id], self._ends(item)),
        }
        lacks = [] if values["jeugdige"] else ["voornaam van de jeugdige"]
        return self._file(
            OutgoingKind.INVITATION_FAMILY,
            to,
            values,
            item=item,
            seat=seat,
            stem=f"uitnodiging {seat.role.label.lower()}",
            lacks=[*lacks, *self._may_not(item)],
            warnings=self._ask_first(seat, item, file),
        )

    def _ask_first(self, seat: SeatView, item: AgendaLine, file: CaseFile) -> list[str]:
        """From 16 on parents come only when the young person agrees; nothing in the record may say so yet."""
        born = file.fields["birth_date"]
        if born is None or item.case_id is None or age_on(born, self.on) < _DECIDES_FROM:
            return []
        asked = {each.giver for each in self.permissions[item.case_id].asked}
        if seat.role not in _PARENTS or seat.holder_id in asked:
            return []
        allowed = {
            holder
            for each in letter_rights(self.session, item.case_id, self.on)
            if each.allowed
            for holder in each.to
        }
        if seat.holder_id in allowed:
            return []
        name = file.fields["first_name"] or "De jeugdige"
        return [
            f"{name} is {age_on(born, self.on)} en beslist zelf: vraag eerst of {seat.role.label.lower()} mag komen."
        ]

    def _at_table(self, seat: SeatView, item: AgendaLine, young_person: str) -> list[str]:
        """Who else comes, in the words of domain §12: family first, the experts together."""
        others = [
            each
            for each in self.view.table_of(item.id)
            if each.id != seat.id and each.presence is not Presence.ABSENT
        ]
        you = seat.role is TableRole.YOUNG_PERSON
        told = [_told(each, young_person, you) for each in others if each.role is not TableRole.EXPERT]
        experts = [
            each.organisation or each.profession or "" for each in others if each.role is TableRole.EXPERT
        ]
        if experts:
            where = _listed([each for each in dict.fromkeys(experts) if each])
            told.append(
                f"{len(experts)} {'expert' if len(experts) == 1 else 'experts'}{f', van {where}' if where else ''}"
            )
        return list(dict.fromkeys(told))

    # --- script, bundle, calendar ---------------------------------------------------------------------

    def _script(self) -> Outgoing:
        needs = {each.item_id: lacking(each.lines) for each in readiness(self.session, self.view.id)}
        rows = [
            script_case(
                self.files[item.case_id],
                self.permissions[item.case_id],
                item,
                [seat for seat in self.view.seats if seat.item_id == item.id],
                needs.get(item.id, ()),
                self.times[item.id],
                self.on,
            )
            for item in self.items
            if item.case_id is not None
        ]
        team = [
            f"{seat.name or seat.label} ({seat.organisation or seat.role.label.lower()})"
            + (f", vervangt {seat.stands_in_for}" if seat.stands_in_for else "")
            for seat in self.view.seats
            if seat.item_id is None and seat.presence is not Presence.ABSENT
        ]
        away = [
            seat.name or seat.label
            for seat in self.view.seats
            if seat.item_id is None and seat.presence is Presence.ABSENT
        ]
        values = {
            "punten": self._agenda(),
            "team": "; ".join(team),
            "afwezig": "; ".join(away),
            "terugkoppeling": [
                f"Casus {each.number}, {each.kind.label}: {each.text}"
                + (f" ({each.owner or each.organisation})" if each.owner or each.organisation else "")
                + f", {day_date(each.due_on)}"
                for each in follow_ups(self.session, self.on)
            ],
            "casussen": rows,
        }
        return self._file(OutgoingKind.SCRIPT, "Voorzitter", values)

    def _bundle(self, item: AgendaLine) -> Outgoing:
        if item.case_id is None:
            raise DocumentError("Een leesbundel hoort bij een casus.")
        file = self.files[item.case_id]
        named = self.permissions[item.case_id].verdict is Verdict.NAMED and item.kind is AgendaKind.CASE
        stored = document_texts(self.session, item.case_id) if named else {}
        documents = [
            (each.title, stored[each.id])
            for each in case_documents(self.session, item.case_id)
            if each.id in stored
        ]
        hide = Anonymous(file) if not named else None
        values = bundle_values(file, self.on, documents, named=named)
        warnings = []
        if hide is not None:
            values = hide.values(values)
            warnings = ["Zonder naam: namen zijn vervangen. Lees na of niemand te herkennen is."]
        values["lering"] = item.kind is AgendaKind.LEARNING
        return self._file(
            OutgoingKind.BUNDLE, "Deelnemers", values, item=item, lacks=self._may_not(item), warnings=warnings
        )

    def _calendar(self) -> Outgoing:
        fields = self.view.fields
        values = {
            "id": str(self.view.id),
            "dag": self.on.isoformat(),
            "van": fields["starts_at"] or "",
            "tot": fields["ends_at"] or "",
            "vervallen": self.cancelled,
            "volgnummer": calendar_sequence(self.register, self.said.whole),
        }
        return self._file(OutgoingKind.CALENDAR, "Iedereen aan tafel", values, stem="overleg")


def _organisation(seat: SeatView) -> str:
    """The organisation in a file name: no person stands in it."""
    return f" {seat.organisation}" if seat.organisation else ""


_TOLD = {
    TableRole.APPLICANT: "wie de aanvraag deed",
    TableRole.PRACTITIONER: "een hulpverlener",
    TableRole.CHAIR: "de voorzitter",
    TableRole.PROCESS_SUPPORTER: "iemand die aantekeningen maakt",
    TableRole.INTERPRETER: "een tolk",
    TableRole.OTHER: "een gast",
}


def _told(seat: SeatView, young_person: str, you: bool) -> str:
    """One person at the table as the family reads it: by role, never with an address or a surname."""
    if seat.role is TableRole.YOUNG_PERSON:
        return young_person
    if seat.role in _PARENTS:
        label = seat.role.label.lower()
        return f"je {label}" if you else f"de {label} van {young_person}"
    if seat.role is TableRole.GUARDIAN:
        who = "je voogd" if you else "de voogd"
        return f"{who}, van {seat.organisation}" if seat.organisation else who
    if seat.role is TableRole.SUPPORT_PERSON:
        return "iemand die jou steunt" if you else "iemand die steunt"
    told = _TOLD.get(seat.role, seat.role.label.lower())
    by_name = seat.role in (TableRole.CHAIR, TableRole.PROCESS_SUPPORTER) and seat.name
    if by_name:
        return f"{told}: {seat.name}"
    where = seat.organisation if not seat.role.is_family else None
    return f"{told}, van {where}" if where else told


def _asked_of(seat: SeatView, item: AgendaLine | None) -> list[str]:
    """What this reader is asked to prepare."""
    mandate = (
        "Zoek vooraf uit wat uw organisatie mag toezeggen, en wie daarover beslist als u dat niet zelf bent."
    )
    if seat.role in (TableRole.APPLICANT, TableRole.GUARDIAN):
        return [
            "Licht de vraag in enkele minuten toe: wat er speelt, wat al is geprobeerd en waar het vastloopt.",
            "Stuur stukken die wij nog niet hebben uiterlijk een week voor het overleg.",
            "Bespreek met de jeugdige en de ouders wat zij van het gesprek kunnen verwachten.",
            mandate,
        ]
    if seat.role is TableRole.PRACTITIONER:
        return ["Vertel vanuit uw eigen werk wat u ziet: wat gaat goed, wat houdt het vast.", mandate]
    if seat.role is TableRole.EXPERT or item is None:
        wanted = ["Lees de leesbundels vooraf; u krijgt ze apart toegestuurd."]
        if seat.role is TableRole.EXPERT:
            wanted += [
                "Laat het vooraf weten als u of uw organisatie bij een van de casussen betrokken is.",
                mandate,
            ]
        return wanted
    return []


def _listed(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} en {names[-1]}" if len(names) > 1 else "".join(names)


def _paragraphs(text: str | None) -> list[str]:
    return [each.strip() for each in (text or "").split("\n\n") if each.strip()]

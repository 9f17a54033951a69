"""From the record of one discussion to the facts of every letter: who may have one, and what that reader may see.

What a reader may not see is left out here: signals, the chair's notes, doubts about a mandate, other cases, and for
parents who live apart the other parent's words, view and address (domain §8, §9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session

from ret_tui.documents.facts import (
    Addressee,
    AdviceLine,
    CommitmentLine,
    DroppedLine,
    EvaluationLine,
    Head,
    HypothesisLine,
    LetterFacts,
    ParentsLetterFacts,
    Participant,
    Person,
    Reaction,
    Recognition,
    ReferrerLetterFacts,
    Sender,
    Sentences,
    Signature,
    WhoDoesWhat,
    YoungPersonLetterFacts,
)
from ret_tui.documents.letters import gaps
from ret_tui.domain.dates import age_on
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_rules import LetterRight
from ret_tui.domain.letter_words import LetterKind
from ret_tui.domain.words import (
    AdviceStatus,
    ContributionKind,
    DirectionRole,
    OptionStatus,
    Presence,
    TableRole,
)
from ret_tui.domain.working_days import add_working_days
from ret_tui.queries import cases, discussion, meetings, permissions
from ret_tui.queries.region import member, region
from ret_tui.queries.values import Record


@dataclass(frozen=True, slots=True)
class PlannedLetter:
    """One letter that could be made. `facts` is None when the rules refuse it; `gaps` stop it until they are filled."""

    item_id: UUID
    case_id: UUID
    case_number: str
    right: LetterRight
    facts: LetterFacts | None
    gaps: tuple[Gap, ...]

    @property
    def kind(self) -> LetterKind:
        """Which letter."""
        return self.right.kind

    @property
    def label(self) -> str:
        """To whom, as shown in a list."""
        return self.right.label

    @property
    def ready(self) -> bool:
        """Whether it can be made now."""
        return self.facts is not None and not self.gaps


def plan_letters(session: Session, item_id: UUID, today: date) -> tuple[PlannedLetter, ...]:
    """Every letter of a discussion: refused with the reason, or with its facts and what they lack.

    Permission counts on the later of the meeting's day and `today`: a birthday in between changes who may have one.

    Raises:
        NotFound: the agenda item is not a case.
    """
    source = _Source(session, item_id, today)
    planned = []
    for right in source.rights:
        facts = source.facts(right) if right.allowed else None
        missing = gaps(facts) if facts is not None else ()
        if isinstance(facts, ReferrerLetterFacts):
            missing = (*missing, *source.open_commitments())
        planned.append(
            PlannedLetter(item_id, source.case.head.id, source.case.head.number, right, facts, missing)
        )
    return tuple(planned)


def _nobody(_seat: meetings.SeatView) -> bool:
    """The reader is not addressed as `u` in this list."""
    return False


def _text(value: object) -> str:
    return str(value).strip() if value else ""


class _Source:
    """Everything the letters of one discussion are made of, read once."""

    def __init__(self, session: Session, item_id: UUID, today: date) -> None:
        self.settled = discussion.discussion(session, item_id)
        self.case = cases.case_file(session, self.settled.id)
        self.meeting = meetings.meeting(session, meetings.meeting_of_item(session, item_id))
        self.item_id = item_id
        self.today = today
        self.held_on: date | None = self.meeting.fields["held_on"]
        self.day = max(today, self.held_on or today)
        self.region = region(session)
        self.advice = discussion.advice(session, item_id)
        self.agreed = discussion.agreements(session, item_id)
        self.matrix = discussion.matrix(session, item_id)
        self.options = discussion.options(session, item_id)
        self.said = discussion.said(session, item_id)
        self.seats = [
            seat
            for seat in self.meeting.table_of(item_id)
            if seat.presence in (Presence.PRESENT, Presence.LEFT)
        ]
        self.rights = permissions.letter_rights(session, self.case.head.id, self.day)
        chair = self.meeting.fields["chair_id"]
        self.chair: Record | None = member(session, chair) if chair else None

    def facts(self, right: LetterRight) -> LetterFacts:
        """The facts of one letter."""
        if right.kind is LetterKind.PARENTS:
            return self._parents(right)
        if right.kind is LetterKind.YOUNG_PERSON:
            return self._young_person(right)
        return self._referrer()

    def open_commitments(self) -> tuple[Gap, ...]:
        """Commitments without an answer on the mandate; the letter to the referrer tells every one of them."""
        found = []
        for number, row in enumerate(self.matrix.rows, 1):
            if not row.cells or any(cell.record["result"] is None for cell in row.cells.values()):
                found.append(Gap(f"Toezegging {number}: mandaat", f"commitments.{number}.result"))
        return tuple(found)

    # --- shared ---------------------------------------------------------------------------------------

    def _head(self, addressee: Addressee) -> Head:
        values = self.region.values
        return Head(
            sender=Sender(
                name=_text(values["name"]),
                address=_text(values["address"]),
                phone=_text(values["phone"]),
                email=_text(values["email"]),
            ),
            addressee=addressee,
            signature=Signature(_text(self.chair["name"]) if self.chair else ""),
            reference=self.case.head.number,
            written_on=self.today,
            draft=self.advice.status is not AdviceStatus.ESTABLISHED,
        )

    def _sentences(self) -> Sentences:
        values = self.region.values
        return Sentences(
            binding=_text(values["binding_text"]),
            complaint=_text(values["complaint_text"]),
            confidant=_text(values["confidant_text"]),
            data=_text(values["data_text"]),
        )

    def _question(self) -> str:
        return _text(self.settled["question"]) or _text(self.case.fields["question"])

    def _lines(self) -> tuple[AdviceLine, ...]:
        return tuple(
            AdviceLine(
                what=_text(each["what"]),
                why=_text(each["why"]),
                goal=_text(each["goal"]),
                by_whom=_text(each["by_whom"]),
                start=each["starts_on"],
            )
            for each in self.advice.items
        )

    def _actions(self) -> tuple[WhoDoesWhat, ...]:
        return tuple(
            WhoDoesWhat(_text(each["what"]), _text(each["owner"]), each["due_on"])
            for each in self.agreed.actions
        )

    def _director(self, role: DirectionRole) -> Person | None:
        found = self.agreed.directors.get(role)
        if found is None or not _text(found["name"]):
            return None
        return Person(
            name=_text(found["name"]),
            phone=_text(found["phone"]),
            organisation=_text(found["organisation"]),
            email=_text(found["email"]),
            deputy=_text(found["deputy"]),
        )

    def _talks(self) -> tuple[date, ...]:
        return tuple(each.due_on for each in self.agreed.evaluations if each.due_on is not None)

    def _advice(self, field: str) -> str:
        return _text(self.advice.fields[field])

    def _at_eighteen(self) -> str:
        return self._advice("at_eighteen")

    def _recognition(self) -> Recognition | None:
        texts = self.case.analysis.texts
        return (
            Recognition(texts["recognised"], _text(texts["recognised_note"])) if texts["recognised"] else None
        )

    def _own_lines(self, wanted: Callable[[meetings.SeatView], bool]) -> str:
        """Captured own words of some people at the table, one per line."""
        seats = {seat.id for seat in self.meeting.table_of(self.item_id) if wanted(seat)}
        return "\n".join(
            line.text
            for line in self.said
            if line.kind is ContributionKind.OWN_WORDS and line.seat_id in seats
        )

    def _present(self, you: Callable[[meetings.SeatView], bool], word: str) -> tuple[str, ...]:
        """Who was there, by role, in words for families; the reader is `word`."""
        found = []
        for seat in self.seats:
            if you(seat):
                found.append(word)
            elif seat.role is TableRole.YOUNG_PERSON:
                found.append(_text(self.case.fields["first_name"]) or "de jeugdige")
            elif seat.role in (TableRole.EXPERT, TableRole.PRACTITIONER):
                profession = seat.profession or "deskundige"
                found.append(f"{profession} van {seat.organisation}" if seat.organisation else profession)
            elif seat.role is TableRole.APPLICANT:
                found.append(_text(seat.profession) or "wie de aanvraag deed")
            elif seat.role is TableRole.OTHER:
                found.append(_text(seat.profession) or _text(seat.name) or "een gast")
            else:
                found.append(_FAMILY_WORDS.get(seat.role, seat.role.label.lower()))
        return tuple(dict.fromkeys(found))

    def _shared_with(self, right: LetterRight) -> tuple[str, ...]:
        """Who else gets a letter, by role."""
        others: list[str] = []
        holders = {holder.id: holder for holder in self.case.holders}
        for each in self.rights:
            if each is right or not each.allowed or each.optional:
                continue
            if each.kind is LetterKind.REFERRER:
                others.append(f"de verwijzer ({each.label})")
            elif each.kind is LetterKind.YOUNG_PERSON:
                others.append(_text(self.case.fields["first_name"]) or "de jeugdige")
            else:
                words = [holders[holder]["relation"] for holder in each.to if holder in holders]
                others.extend(f"de {word.label.lower()}" if word else "de andere ouder" for word in words)
        return tuple(dict.fromkeys(others))

    def _reactions(
        self, wanted: Iterable[UUID], you: Callable[[meetings.SeatView], bool], word: str
    ) -> tuple[Reaction, ...]:
        allowed = set(wanted)
        found = []
        for seat in self.meeting.table_of(self.item_id):
            reaction = self.advice.reactions.get(seat.id)
            if reaction is None or reaction["view"] is None or seat.id not in allowed:
                continue
            who = word if you(seat) else self._name_of(seat)
            found.append(Reaction(who, reaction["view"], _text(reaction["words"])))
        return tuple(found)

    def _name_of(self, seat: meetings.SeatView) -> str:
        if seat.role is TableRole.YOUNG_PERSON:
            return _text(self.case.fields["first_name"]) or "De jeugdige"
        return seat.role.label

    # --- parents --------------------------------------------------------------------------------------

    def _parents(self, right: LetterRight) -> ParentsLetterFacts:
        holders = [holder for holder in self.case.holders if holder.id in right.to]
        ids = set(right.to)
        together = len(ids) > 1

        def reader(seat: meetings.SeatView) -> bool:
            return seat.holder_id in ids

        def hidden(seat: meetings.SeatView) -> bool:
            return seat.holder_id is not None and seat.holder_id not in ids

        seats = self.meeting.table_of(self.item_id)
        family = _text(self.settled["family_words"]) or self._own_lines(reader)
        young = _text(self.settled["young_person_words"]) or self._own_lines(
            lambda seat: seat.role is TableRole.YOUNG_PERSON
        )
        return ParentsLetterFacts(
            head=self._head(
                Addressee(
                    name=" en ".join(_text(each["name"]) for each in holders if _text(each["name"])),
                    address=_text(holders[0]["address"]) if holders else "",
                )
            ),
            sentences=self._sentences(),
            first_name=_text(self.case.fields["first_name"]),
            meeting_date=self.held_on,
            present=self._present(reader, "u" if not together else "u beiden"),
            question=self._question(),
            summary=self._advice("summary"),
            family_words=family,
            # the words of the young person are words too; without any, the letter waits for them or for the reason
            family_spoke=bool(family) or not (young or _text(self.settled["voice_missing_reason"])),
            young_person_words=young,
            understanding=_text(self.case.analysis.texts["in_plain_words"]),
            recognition=self._recognition(),
            advice=self._lines(),
            why=self._advice("why"),
            actions=self._actions(),
            process_director=self._director(DirectionRole.PROCESS_DIRECTOR) or Person("", ""),
            case_manager=self._director(DirectionRole.CASE_MANAGER),
            next_talks=self._talks(),
            school=self._advice("school"),
            perspective=self._advice("perspective"),
            at_eighteen=self._at_eighteen(),
            reactions=self._reactions(
                (seat.id for seat in seats if seat.role.is_family and not hidden(seat)),
                _nobody if together else reader,
                "u",
            ),
            bridging=self._advice("bridging"),
            safety=self._advice("safety"),
            whom_to_call=self._advice("bridging_contact"),
            shared_with=self._shared_with(right),
            correct_before=self._correct_before(),
        )

    def _correct_before(self) -> date:
        return add_working_days(self.today, self.region["facts_check_days"])

    # --- young person ---------------------------------------------------------------------------------

    def _young_person(self, right: LetterRight) -> YoungPersonLetterFacts:
        fields = self.case.fields

        def reader(seat: meetings.SeatView) -> bool:
            return seat.role is TableRole.YOUNG_PERSON

        own = [seat.id for seat in self.meeting.table_of(self.item_id) if reader(seat)]
        reactions = self._reactions(own, reader, "je")
        name = " ".join(each for each in (_text(fields["first_name"]), _text(fields["last_name"])) if each)
        birth = fields["birth_date"]
        address = _text(fields["young_person_address"])
        return YoungPersonLetterFacts(
            head=self._head(
                Addressee(name=name, address=address, salutation=f"Beste {_text(fields['first_name'])}")
                if _text(fields["first_name"])
                else Addressee(name="")
            ),
            sentences=self._sentences(),
            meeting_date=self.held_on,
            present=self._present(reader, "jij"),
            question=self._question(),
            summary=self._advice("summary"),
            own_words=_text(self.settled["young_person_words"]) or self._own_lines(reader),
            spoke=bool(_text(self.settled["young_person_words"]) or self._own_lines(reader)),
            understanding=_text(self.case.analysis.texts["in_plain_words"]),
            advice=self._lines(),
            why=self._advice("why"),
            actions=self._actions(),
            process_director=self._director(DirectionRole.PROCESS_DIRECTOR) or Person("", ""),
            case_manager=self._director(DirectionRole.CASE_MANAGER),
            next_talks=self._talks(),
            school=self._advice("school"),
            perspective=self._advice("perspective"),
            at_eighteen=self._at_eighteen() if birth is None or age_on(birth, self.day) >= 15 else "",
            reaction=reactions[0] if reactions else None,
            bridging=self._advice("bridging"),
            safety=self._advice("safety"),
            whom_to_call=self._advice("bridging_contact"),
            shared_with=self._shared_with(right),
            correct_before=self._correct_before(),
        )

    # --- referrer -------------------------------------------------------------------------------------

    def _referrer(self) -> ReferrerLetterFacts:
        fields = self.case.fields
        names = dict(self.matrix.organisations)
        name = " ".join(each for each in (_text(fields["first_name"]), _text(fields["last_name"])) if each)
        organisation = _text(fields["applicant_organisation"])
        address = _text(fields["applicant_address"])
        return ReferrerLetterFacts(
            head=self._head(Addressee(name=_text(fields["applicant_name"]) or organisation, address=address)),
            young_person=name,
            meeting_date=self.held_on,
            participants=tuple(self._participant(seat) for seat in self.seats),
            question=self._question(),
            answer=_text(self.settled["question_answer"]),
            summary=self._advice("summary"),
            analysis=self._analysis(),
            hypotheses=tuple(
                HypothesisLine(_text(each["text"]), each["status"].label.lower(), _text(each["status_by"]))
                for each in self.case.analysis.hypotheses
            ),
            recognition=self._recognition(),
            why=self._advice("why"),
            advice=self._lines(),
            dropped=tuple(
                DroppedLine(_text(each.record["text"]), _text(each.record["why"]))
                for each in self.options
                if each.record["status"] is OptionStatus.DROPPED
            ),
            school=self._advice("school"),
            bridging=self._advice("bridging"),
            safety=self._advice("safety"),
            perspective=self._advice("perspective"),
            at_eighteen=self._at_eighteen(),
            commitments=tuple(
                self._commitment(row.what, names.get(organisation_id, ""), cell.record)
                for row in self.matrix.rows
                for organisation_id, cell in row.cells.items()
                if cell.record["result"] is not None
            ),
            process_director=self._director(DirectionRole.PROCESS_DIRECTOR) or Person("", ""),
            case_manager=self._director(DirectionRole.CASE_MANAGER),
            actions=self._actions(),
            evaluations=tuple(
                EvaluationLine(each.moment.label, each.due_on) for each in self.agreed.evaluations
            ),
            binding=_text(self.region["binding_text"]),
            passing_on=self._advice("may_pass_on") or _text(self.region["pass_on_text"]),
            escalation=self._advice("escalation") or _text(self.region["escalation_text"]),
            escalate_on=self.advice.fields["escalate_on"],
            reactions=self._reactions(
                (seat.id for seat in self.meeting.table_of(self.item_id) if seat.role.is_family),
                _nobody,
                "",
            ),
            dissent=self._advice("dissent"),
        )

    def _participant(self, seat: meetings.SeatView) -> Participant:
        if seat.role.is_family:
            return Participant(seat.role.label)
        role = _text(seat.profession) or seat.role.label
        return Participant(role[:1].upper() + role[1:], _text(seat.name), _text(seat.organisation))

    def _analysis(self) -> str:
        texts = self.case.analysis.texts
        parts = [_text(texts["in_plain_words"])]
        if _text(texts["contradictions"]):
            parts.append(f"Tegenstrijdig tussen professionals: {_text(texts['contradictions'])}")
        if _text(texts["missing_diagnostics"]):
            parts.append(f"Ontbrekende diagnostiek: {_text(texts['missing_diagnostics'])}")
        return "\n".join(part for part in parts if part)

    def _commitment(self, what: str, organisation: str, answer: Record) -> CommitmentLine:
        return CommitmentLine(
            organisation=organisation,
            promise=what,
            result=answer["result"],
            condition=_text(answer["condition"]),
            limit=_text(answer["limit"]),
            decided_by=_text(answer["decided_by"]),
            decide_before=answer["decide_before"],
            instead=_text(answer["instead"]),
            funding=answer["funding"].label if answer["funding"] else "",
            contracted=answer["contracted"],
        )


_FAMILY_WORDS = {
    TableRole.CHAIR: "de voorzitter",
    TableRole.PROCESS_SUPPORTER: "de procesondersteuner",
    TableRole.GUARDIAN: "de voogd",
    TableRole.SUPPORT_PERSON: "een steunpersoon",
    TableRole.INTERPRETER: "een tolk",
    TableRole.MOTHER: "moeder",
    TableRole.FATHER: "vader",
    TableRole.PARENT: "een ouder",
}

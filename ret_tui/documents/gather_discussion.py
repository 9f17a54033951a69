"""From the record of one discussion to the facts of its letters: what each reader may see.

What a reader may not see is left out here: signals, the chair's notes, doubts about a mandate, other cases, and for
parents who live apart the other parent's words, view and address (domain §8, §9).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from datetime import date
from uuid import UUID

from sqlmodel import Session

from ret_tui.documents.facts import (
    Addressee,
    AdviceLine,
    ChildLetterFacts,
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
    RecordFacts,
    ReferrerLetterFacts,
    SaidLine,
    Signature,
    WhoDoesWhat,
    YoungPersonLetterFacts,
    YoungTeenLetterFacts,
)  # fmt: skip
from ret_tui.documents.gather_case import CaseSource, person, text
from ret_tui.documents.reader import Reader
from ret_tui.domain.dates import age_on
from ret_tui.domain.days_off import rules_of
from ret_tui.domain.errors import Gap
from ret_tui.domain.letter_rules import LetterRight
from ret_tui.domain.letter_words import LetterKind, LetterOccasion, LetterReader, ReadingLevel
from ret_tui.domain.permission_facts import Verdict
from ret_tui.domain.words import (
    AdviceStatus,
    ContributionKind,
    DirectionRole,
    OptionStatus,
    Presence,
    TableRole,
)  # fmt: skip
from ret_tui.domain.working_days import add_working_days
from ret_tui.queries import discussion, meetings, permissions
from ret_tui.queries.region import member
from ret_tui.queries.values import Record

_THINKS_OF_EIGHTEEN = 15
"""Age from which the young person's own letter tells what happens at 18."""

_MOST_STRENGTHS = 5


_UNNAMED = "een jeugdige (zonder naam besproken)"
_SOMEBODY = "aan tafel"
_SAID = (
    ContributionKind.OBSERVATION,
    ContributionKind.STRENGTH,
    ContributionKind.CONCERN,
    ContributionKind.QUESTION,
    ContributionKind.OWN_WORDS,
)


class DiscussionSource(CaseSource):
    """Everything the letters of one discussion are made of, read once."""

    def __init__(
        self, session: Session, item_id: UUID, today: date, level: ReadingLevel | None = None
    ) -> None:
        self.settled = discussion.discussion(session, item_id)
        self.meeting = meetings.meeting(session, meetings.meeting_of_item(session, item_id))
        self.item_id = item_id
        self.held_on: date | None = self.meeting.fields["held_on"]
        day = max(today, self.held_on or today)
        super().__init__(session, self.settled.id, today, day, LetterOccasion.ADVICE, item_id, level)
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
        self.anonymous = permissions.permission(session, self.settled.id, day).verdict is Verdict.UNNAMED
        chair = self.meeting.fields["chair_id"]
        self.chair: Record | None = member(session, chair) if chair else None

    def facts(self, right: LetterRight) -> LetterFacts:
        """The facts of one letter."""
        makers: dict[LetterKind, Callable[[LetterRight], LetterFacts]] = {
            LetterKind.PARENTS: self._parents,
            LetterKind.YOUNG_PERSON: lambda right: self._young_person(right, YoungPersonLetterFacts),
            LetterKind.YOUNG_TEEN: lambda right: self._young_person(right, YoungTeenLetterFacts),
            LetterKind.CHILD: lambda _: self._child(),
            LetterKind.REFERRER: lambda _: self._referrer(),
            LetterKind.RECORD: lambda _: self._record(),
        }
        return makers[right.kind](right)

    def open_commitments(self) -> tuple[Gap, ...]:
        """Commitments without an answer on the mandate; the letter to the referrer tells every one of them."""
        found = []
        for number, row in enumerate(self.matrix.rows, 1):
            if not row.cells or any(cell.record["result"] is None for cell in row.cells.values()):
                found.append(Gap(f"Toezegging {number}: mandaat", f"commitments.{number}.result"))
        return tuple(found)

    # --- shared ---------------------------------------------------------------------------------------

    def _head(self, addressee: Addressee) -> Head:
        signature = Signature(text(self.chair["name"]) if self.chair else "")
        return self.head(addressee, signature, draft=self.advice.status is not AdviceStatus.ESTABLISHED)

    def _question(self) -> str:
        return text(self.settled["question"]) or text(self.case.fields["question"])

    def _lines(self) -> tuple[AdviceLine, ...]:
        return tuple(
            AdviceLine(
                what=text(each["what"]),
                why=text(each["why"]),
                goal=text(each["goal"]),
                by_whom=text(each["by_whom"]),
                start=each["starts_on"],
            )
            for each in self.advice.items
        )

    def _own_lines_of_advice(self) -> tuple[AdviceLine, ...]:
        """The points as the young person reads them: in words of their own where somebody wrote those."""
        return tuple(
            replace(line, what=own, why="", goal="", own=True) if own else line
            for line, own in (
                (line, text(each["for_young_person"]))
                for line, each in zip(self._lines(), self.advice.items, strict=True)
            )
        )

    def _actions(self) -> tuple[WhoDoesWhat, ...]:
        return tuple(
            WhoDoesWhat(text(each["what"]), text(each["owner"]), each["due_on"])
            for each in self.agreed.actions
        )

    def _director(self, role: DirectionRole) -> Person | None:
        return person(self.agreed.directors.get(role))

    def _talks(self) -> tuple[date, ...]:
        return tuple(each.due_on for each in self.agreed.evaluations if each.due_on is not None)

    def _advice(self, field: str) -> str:
        return text(self.advice.fields[field])

    def _at_eighteen(self) -> str:
        return self._advice("at_eighteen")

    def _recognition(self) -> Recognition | None:
        texts = self.case.analysis.texts
        return (
            Recognition(texts["recognised"], text(texts["recognised_note"])) if texts["recognised"] else None
        )

    def _own_lines(self, reader: Reader) -> str:
        """Captured own words of the reader, one per line."""
        seats = {seat.id for seat in self.meeting.table_of(self.item_id) if reader.sits(seat)}
        return "\n".join(
            line.text
            for line in self.said
            if line.kind is ContributionKind.OWN_WORDS and line.seat_id in seats
        )

    def _reader(self, ids: Iterable[UUID] = ()) -> Reader:
        together = self.case.fields["parents_apart"] is False
        return Reader(self.first_name, self.case.holders, frozenset(ids), together)

    def _shared_with(self, right: LetterRight, reader: Reader) -> tuple[str, ...]:
        """Who else gets a letter, by what they are."""
        others: list[str] = []
        holders = {holder.id: holder for holder in self.case.holders}
        for each in self.rights:
            if each is right or not each.allowed or each.optional:
                continue
            if each.kind.reader is LetterReader.TEAM:
                continue
            if each.kind.reader is LetterReader.REFERRER:
                others.append(f"degene die de aanvraag deed ({each.label})")
            elif each.kind.reader is LetterReader.YOUNG_PERSON:
                others.append(reader.young_person())
            else:
                others.extend(
                    reader.relation(holders[holder]["relation"]) for holder in each.to if holder in holders
                )
        return tuple(dict.fromkeys(others))

    def _reactions(
        self, may: Callable[[meetings.SeatView], bool], reader: Reader | None
    ) -> tuple[Reaction, ...]:
        """What those who may be heard think of the advice. One reader is `u` or `je`; a letter to two names them."""
        found = []
        for seat in self.meeting.table_of(self.item_id):
            reaction = self.advice.reactions.get(seat.id)
            if reaction is None or reaction["view"] is None or not may(seat):
                continue
            who = seat.role.label
            if reader is not None and reader.sits(seat) and len(reader.ids) < 2:
                who = "je" if reader.is_young_person else "u"
            elif seat.role is TableRole.YOUNG_PERSON:
                who = "De jeugdige" if self.anonymous else self.first_name or "De jeugdige"
            found.append(Reaction(who, reaction["view"], text(reaction["words"])))
        return tuple(found)

    # --- parents --------------------------------------------------------------------------------------

    def _parents(self, right: LetterRight) -> ParentsLetterFacts:
        reader = self._reader(right.to)
        own = text(self.settled["family_words"]) if reader.was_spoken_with(self.seats) else ""
        family = own or self._own_lines(reader)
        young = self._young_person_words()
        return ParentsLetterFacts(
            head=self._head(self.parents(right)),
            sentences=self.sentences(),
            first_name=text(self.case.fields["first_name"]),
            meeting_date=self.held_on,
            present=reader.present(self.seats),
            question=self._question(),
            summary=self._advice("summary"),
            family_words=family,
            # the words of the young person are words too; without any, the letter waits for them or for the reason
            family_spoke=bool(family) or (reader.was_spoken_with(self.seats) and not self._excused(young)),
            young_person_words=young,
            strengths=self._strengths(),
            understanding=text(self.case.analysis.texts["in_plain_words"]),
            recognition=self._recognition() if reader.was_spoken_with(self.seats) else None,
            advice=self._lines(),
            why=self._advice("why"),
            actions=self._actions(),
            process_director=self._director(DirectionRole.PROCESS_DIRECTOR) or Person("", ""),
            case_manager=self._director(DirectionRole.CASE_MANAGER),
            next_talks=self._talks(),
            school=self._advice("school"),
            perspective=self._advice("perspective"),
            at_eighteen=self._at_eighteen(),
            reactions=self._reactions(reader.may_hear, reader),
            bridging=self._advice("bridging"),
            safety=self._advice("safety"),
            whom_to_call=self._advice("bridging_contact"),
            shared_with=self._shared_with(right, reader),
            correct_before=self._correct_before(),
        )

    def _excused(self, young: str) -> bool:
        """Whether the letter may do without the family's words: the young person spoke, or it is written why nobody did."""
        return bool(young or text(self.settled["voice_missing_reason"]))

    def _correct_before(self) -> date:
        return add_working_days(self.today, self.region["facts_check_days"], rules_of(self.region.values))

    # --- young person ---------------------------------------------------------------------------------

    def _young_person(self, right: LetterRight, kind: type[YoungPersonLetterFacts]) -> YoungPersonLetterFacts:
        reader = self._reader()
        reactions = self._reactions(reader.may_hear, reader)
        birth = self.case.fields["birth_date"]
        own_words = self._young_person_words()
        return kind(
            head=self._head(self.young_person()),
            sentences=self.sentences(),
            meeting_date=self.held_on,
            present=reader.present(self.seats),
            question=self._question(),
            summary=self._advice("for_young_person") or self._advice("summary"),
            own_summary=bool(self._advice("for_young_person")),
            own_words=own_words,
            spoke=bool(own_words),
            strengths=self._strengths(),
            understanding=text(self.case.analysis.texts["in_plain_words"]),
            advice=self._own_lines_of_advice(),
            why=self._advice("why"),
            actions=self._actions(),
            process_director=self._director(DirectionRole.PROCESS_DIRECTOR) or Person("", ""),
            case_manager=self._director(DirectionRole.CASE_MANAGER),
            next_talks=self._talks(),
            school=self._advice("school"),
            perspective=self._advice("perspective"),
            at_eighteen=self._at_eighteen()
            if birth is None or age_on(birth, self.day) >= _THINKS_OF_EIGHTEEN
            else "",
            reaction=reactions[0] if reactions else None,
            bridging=self._advice("bridging"),
            safety=self._advice("safety"),
            whom_to_call=self._advice("bridging_contact"),
            shared_with=self._shared_with(right, reader),
            correct_before=self._correct_before(),
        )

    def _child(self) -> ChildLetterFacts:
        talks = sorted(self._talks())
        lines = self._own_lines_of_advice()
        return ChildLetterFacts(
            head=self._head(self.young_person()),
            confidant=self.sentences().confidant,
            meeting_date=self.held_on,
            summary=self._advice("for_young_person") or self._advice("summary"),
            own_summary=bool(self._advice("for_young_person")),
            own_words=self._young_person_words(),
            steps=tuple(each.what for each in lines),
            own_steps=tuple(each.own for each in lines),
            process_director=self._director(DirectionRole.PROCESS_DIRECTOR) or Person("", ""),
            next_talk=talks[0] if talks else None,
            whom_to_call=self._advice("bridging_contact"),
        )

    def _young_person_words(self) -> str:
        return text(self.settled["young_person_words"]) or self._own_lines(self._reader())

    def _strengths(self) -> tuple[str, ...]:
        """What the analysis found to go well or to help, and nobody disputes."""
        return tuple(
            text(each["text"])
            for each in self.case.analysis.factors
            if each["kind"] and each["kind"].helps and not each["contested"] and text(each["text"])
        )[:_MOST_STRENGTHS]

    # --- referrer -------------------------------------------------------------------------------------

    def _referrer(self) -> ReferrerLetterFacts:
        fields = self.case.fields
        names = self.matrix.full_names
        name = " ".join(each for each in (text(fields["first_name"]), text(fields["last_name"])) if each)
        return ReferrerLetterFacts(
            head=self._head(self.referrer()),
            young_person=name,
            meeting_date=self.held_on,
            participants=tuple(self._participant(seat) for seat in self.seats),
            question=self._question(),
            answer=text(self.settled["question_answer"]),
            summary=self._advice("summary"),
            analysis=self._analysis(),
            hypotheses=tuple(
                HypothesisLine(text(each["text"]), each["status"].label.lower(), text(each["status_by"]))
                for each in self.case.analysis.hypotheses
            ),
            recognition=self._recognition(),
            why=self._advice("why"),
            advice=self._lines(),
            dropped=tuple(
                DroppedLine(text(each.record["text"]), text(each.record["why"]))
                for each in self.options
                if each.record["status"] is OptionStatus.DROPPED
            ),
            school=self._advice("school"),
            bridging=self._advice("bridging"),
            safety=self._advice("safety"),
            perspective=self._advice("perspective"),
            at_eighteen=self._at_eighteen(),
            commitments=tuple(
                self._commitment(number, row.what, names.get(organisation_id, ""), cell.record)
                for number, row in enumerate(self.matrix.rows, 1)
                for organisation_id, cell in row.cells.items()
                if cell.record["result"] is not None
            ),
            process_director=self._director(DirectionRole.PROCESS_DIRECTOR) or Person("", ""),
            case_manager=self._director(DirectionRole.CASE_MANAGER),
            actions=self._actions(),
            evaluations=tuple(
                EvaluationLine(each.key.label, each.due_on) for each in self.agreed.evaluations
            ),
            binding=text(self.region["binding_text"]),
            passing_on=self._advice("may_pass_on") or text(self.region["pass_on_text"]),
            escalation=self._advice("escalation") or text(self.region["escalation_text"]),
            escalate_on=self.advice.fields["escalate_on"],
            reactions=self._reactions(
                lambda seat: seat.role.is_family or seat.role is TableRole.GUARDIAN, None
            ),
            dissent=self._advice("dissent"),
        )

    # --- record ---------------------------------------------------------------------------------------

    def _record(self) -> RecordFacts:
        told = self._referrer()
        values = {each.name: getattr(told, each.name) for each in fields(told)}
        values |= {"head": self._head(Addressee("")), "passing_on": ""}
        if self.anonymous:
            values["young_person"] = _UNNAMED
        return RecordFacts(
            **values,
            family_words=text(self.settled["family_words"]),
            young_person_words=self._young_person_words(),
            said=self._said(),
            particulars=self._particulars(),
        )

    def _said(self) -> tuple[SaidLine, ...]:
        """What was said at the table, by role. Signals are without persons and stand elsewhere; the rest stands in its own part."""
        seats = {seat.id: seat for seat in self.meeting.table_of(self.item_id)}
        found = []
        for line in self.said:
            if line.kind in _SAID:
                seat = seats.get(line.seat_id) if line.seat_id else None
                role = _SOMEBODY
                if seat is not None:
                    role = (
                        seat.role.label if seat.role.is_family else text(seat.profession) or seat.role.label
                    )
                found.append(SaidLine(role[:1].upper() + role[1:], text(line.text)))
        return tuple(found)

    def _particulars(self) -> tuple[str, ...]:
        """The grounds that were written where a rule was left."""
        grounds = (
            ("Besproken zonder volledige toestemming", self.settled["permission_ground"]),
            ("Eigen woorden ontbreken", self.settled["voice_missing_reason"]),
            ("Gesloten terwijl er iets ontbrak", self.settled["close_reason"]),
        )
        return tuple(f"{name}: {text(ground)}" for name, ground in grounds if text(ground))

    def _participant(self, seat: meetings.SeatView) -> Participant:
        if seat.role.is_family:
            return Participant(seat.role.label)
        role = text(seat.profession) or seat.role.label
        return Participant(role[:1].upper() + role[1:], text(seat.name), text(seat.organisation))

    def _analysis(self) -> str:
        texts = self.case.analysis.texts
        parts = [text(texts["in_plain_words"])]
        if text(texts["contradictions"]):
            parts.append(f"Tegenstrijdig tussen professionals: {text(texts['contradictions'])}")
        if text(texts["missing_diagnostics"]):
            parts.append(f"Ontbrekende diagnostiek: {text(texts['missing_diagnostics'])}")
        return "\n".join(part for part in parts if part)

    def _commitment(self, row: int, what: str, organisation: str, answer: Record) -> CommitmentLine:
        return CommitmentLine(
            organisation=organisation,
            promise=what,
            result=answer["result"],
            condition=text(answer["condition"]),
            limit=text(answer["limit"]),
            decided_by=text(answer["decided_by"]),
            decide_before=answer["decide_before"],
            instead=text(answer["instead"]),
            funding=answer["funding"].label if answer["funding"] else "",
            contracted=answer["contracted"],
            row=row,
        )

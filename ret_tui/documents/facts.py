"""What a letter may tell, as frozen plain values: one type per kind of reader.

A letter is built from one of these and from nothing else, so what is not in the type cannot leak into the file:
no signals, no notes of the chair, no doubt about a mandate, no other parent's address, no other case.
Who fills a value decides what this reader may see; these types only say what there is room for.

An empty string, empty tuple or None means "not known". `ret_tui.documents.letters.gaps` tells which of those stop
a letter; the rest is left out together with its heading. Dates are dates: the letter writes them in Dutch.
Sources: domain §9 for the parts of each letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ret_tui.domain.followup_words import (
    ClosingKind,
    EscalationChoice,
    NextStep,
    OutcomeReason,
    OutcomeResult,
)
from ret_tui.domain.words import FamilyView, MandateResult, Recognised


@dataclass(frozen=True, slots=True)
class Logo:
    """Picture at the top of the letter: the bytes of a PNG or JPEG file, and what a screen reader says."""

    data: bytes
    alt_text: str


@dataclass(frozen=True, slots=True)
class Sender:
    """The region, as it stands at the top and bottom of its letters."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    logo: Logo | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """To whom this one letter goes. `address` holds one line per row; empty when it is not sent by post.

    `salutation` is the whole opening ("Beste mevrouw Testmoeder"); empty makes one from the name.
    """

    name: str
    address: str = ""
    salutation: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs on behalf of the team."""

    name: str
    function: str = "voorzitter"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around every letter. `draft` is true as long as the advice is not established."""

    sender: Sender
    addressee: Addressee
    signature: Signature
    reference: str
    written_on: date | None
    draft: bool = True


@dataclass(frozen=True, slots=True)
class Sentences:
    """The region's own sentences (settings): binding force, complaint, independent adviser, data rights."""

    binding: str
    complaint: str
    confidant: str
    data: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the reader can call."""

    name: str
    phone: str
    organisation: str = ""
    email: str = ""
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class AdviceLine:
    """One point of the advice. `own`: written to the young person, what and why in one."""

    what: str
    why: str = ""
    goal: str = ""
    by_whom: str = ""
    start: date | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class WhoDoesWhat:
    """One agreed action (afspraak)."""

    what: str
    who: str
    by_when: date | None


@dataclass(frozen=True, slots=True)
class Reaction:
    """What somebody of the family thinks of the advice. `who` is a role or "u" or "je", never a surname."""

    who: str
    view: FamilyView
    words: str = ""


@dataclass(frozen=True, slots=True)
class Recognition:
    """Whether the family recognises how the team understands the situation."""

    answer: Recognised
    words: str = ""


@dataclass(frozen=True, slots=True)
class ParentsLetterFacts:
    """Letter to one parent, both parents at one address, or the guardian; in words for families."""

    head: Head
    sentences: Sentences
    first_name: str
    meeting_date: date | None
    present: tuple[str, ...]
    question: str
    summary: str
    family_words: str
    understanding: str
    advice: tuple[AdviceLine, ...]
    actions: tuple[WhoDoesWhat, ...]
    process_director: Person
    next_talks: tuple[date, ...]
    family_spoke: bool = True
    young_person_words: str = ""
    strengths: tuple[str, ...] = ()
    difficulties: tuple[str, ...] = ()
    recognition: Recognition | None = None
    why: str = ""
    school: str = ""
    perspective: str = ""
    at_eighteen: str = ""
    reactions: tuple[Reaction, ...] = ()
    case_manager: Person | None = None
    bridging: str = ""
    safety: str = ""
    whom_to_call: str = ""
    shared_with: tuple[str, ...] = ()
    correct_before: date | None = None


@dataclass(frozen=True, slots=True)
class YoungPersonLetterFacts:
    """Letter to the young person: shorter, and with `je`. `own_summary`: the summary was written to the young person."""

    head: Head
    sentences: Sentences
    meeting_date: date | None
    present: tuple[str, ...]
    question: str
    summary: str
    own_words: str
    understanding: str
    advice: tuple[AdviceLine, ...]
    actions: tuple[WhoDoesWhat, ...]
    process_director: Person
    next_talks: tuple[date, ...]
    spoke: bool = True
    own_summary: bool = False
    strengths: tuple[str, ...] = ()
    why: str = ""
    school: str = ""
    perspective: str = ""
    at_eighteen: str = ""
    reaction: Reaction | None = None
    case_manager: Person | None = None
    bridging: str = ""
    safety: str = ""
    whom_to_call: str = ""
    shared_with: tuple[str, ...] = ()
    correct_before: date | None = None


@dataclass(frozen=True, slots=True)
class YoungTeenLetterFacts(YoungPersonLetterFacts):
    """The same letter for 12 to 15 years: shorter sentences and fewer of them."""


@dataclass(frozen=True, slots=True)
class ChildLetterFacts:
    """Text for a child under 12, to be read together: what was said, what will be done, whom to talk to.

    `own_summary` and `own_steps` tell which of them were written to the child.
    """

    head: Head
    confidant: str
    meeting_date: date | None
    summary: str
    steps: tuple[str, ...]
    process_director: Person
    own_words: str = ""
    next_talk: date | None = None
    whom_to_call: str = ""
    own_summary: bool = False
    own_steps: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """Who sat at the table: a role, and for professionals a name and organisation."""

    role: str
    name: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True)
class HypothesisLine:
    """A hypothesis of the analysis with its status in words ("gedeeld") and according to whom."""

    text: str
    status: str
    according_to: str = ""


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """An alternative that was considered and dropped, with the reason."""

    what: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class CommitmentLine:
    """One promise of one organisation and its mandate. Anything but yes needs who decides and by when (domain §7).

    `row` is which promise it is, from 1: several organisations may answer to one. 0 counts the lines.
    """

    organisation: str
    promise: str
    result: MandateResult
    condition: str = ""
    limit: str = ""
    decided_by: str = ""
    decide_before: date | None = None
    instead: str = ""
    funding: str = ""
    contracted: bool | None = None
    row: int = 0


@dataclass(frozen=True, slots=True)
class EvaluationLine:
    """A moment of evaluation ("6 weken") and its date."""

    moment: str
    on: date | None


@dataclass(frozen=True, slots=True)
class ReferrerLetterFacts:
    """Letter to the professional who registered the case."""

    head: Head
    young_person: str
    meeting_date: date | None
    participants: tuple[Participant, ...]
    question: str
    summary: str
    analysis: str
    advice: tuple[AdviceLine, ...]
    process_director: Person
    actions: tuple[WhoDoesWhat, ...]
    evaluations: tuple[EvaluationLine, ...]
    binding: str
    passing_on: str
    answer: str = ""
    hypotheses: tuple[HypothesisLine, ...] = ()
    recognition: Recognition | None = None
    why: str = ""
    dropped: tuple[DroppedLine, ...] = ()
    school: str = ""
    bridging: str = ""
    safety: str = ""
    perspective: str = ""
    at_eighteen: str = ""
    commitments: tuple[CommitmentLine, ...] = ()
    case_manager: Person | None = None
    escalation: str = ""
    escalate_on: date | None = None
    reactions: tuple[Reaction, ...] = ()
    dissent: str = ""


@dataclass(frozen=True, slots=True)
class SaidLine:
    """Something that was said at the table: who as a role, what as it was captured."""

    who: str
    what: str


@dataclass(frozen=True, slots=True)
class RecordFacts(ReferrerLetterFacts):
    """Record of one discussion for the file of the team. `particulars` are the grounds written where a rule was left."""

    family_words: str = ""
    young_person_words: str = ""
    said: tuple[SaidLine, ...] = ()
    particulars: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One line of a copy for inspection; `heading` opens a part, `label` names what stands there."""

    text: str
    heading: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class InspectionFacts:
    """Copy of one case for who it is about, third parties left out; `left_out` says what is not in it."""

    head: Head
    for_whom: str
    left_out: str
    lines: tuple[CopyLine, ...]


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """What became of one point of the advice. The code of the reason only, not what was noted about it."""

    what: str
    result: OutcomeResult
    reason: OutcomeReason | None = None


@dataclass(frozen=True, slots=True)
class EvaluationLetterFacts:
    """What a letter after an evaluation tells. `own_words` and `view` are of its reader and of nobody else.

    `how` says in words how the team spoke with the family ("aan de telefoon").
    """

    head: Head
    sentences: Sentences
    first_name: str
    held_on: date | None
    meeting_date: date | None
    outcomes: tuple[OutcomeLine, ...]
    situation: str
    next_step: NextStep | None
    process_director: Person
    how: str = ""
    own_words: str = ""
    view: FamilyView | None = None
    actions: tuple[WhoDoesWhat, ...] = ()
    next_talk: date | None = None


@dataclass(frozen=True, slots=True)
class EvaluationParentsFacts(EvaluationLetterFacts):
    """Letter after an evaluation to a parent, both parents, or the guardian."""


@dataclass(frozen=True, slots=True)
class EvaluationYoungPersonFacts(EvaluationLetterFacts):
    """Letter after an evaluation to the young person."""


@dataclass(frozen=True, slots=True)
class ClosingLetterFacts:
    """What a letter at closing tells: what was reached, who stays responsible, where to turn.

    `reason` and `escalation` are told only when it stops without a solution.
    """

    head: Head
    sentences: Sentences
    first_name: str
    closed_on: date | None
    kind: ClosingKind
    outcomes: tuple[OutcomeLine, ...]
    responsible: str
    situation: str = ""
    reason: str = ""
    escalation: EscalationChoice | None = None
    process_director: Person | None = None


@dataclass(frozen=True, slots=True)
class ClosingParentsFacts(ClosingLetterFacts):
    """Letter at closing to a parent, both parents, or the guardian."""


@dataclass(frozen=True, slots=True)
class ClosingYoungPersonFacts(ClosingLetterFacts):
    """Letter at closing to the young person."""


LetterFacts = (
    ParentsLetterFacts
    | YoungPersonLetterFacts
    | ChildLetterFacts
    | ReferrerLetterFacts
    | InspectionFacts
    | EvaluationLetterFacts
    | ClosingLetterFacts
)

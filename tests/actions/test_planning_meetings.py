"""Series, the suggested agenda, what is carried over by rule, and the traces of what never came to the table."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from ret_tui.actions.arranging import arrange_agenda
from ret_tui.actions.cases import decide_triage, edit_case, register_case, withdraw_case
from ret_tui.actions.closing import reopen_case
from ret_tui.actions.live import close_meeting, go_to_item, postpone_item
from ret_tui.actions.meetings import (
    cancel_meeting,
    edit_meeting,
    plan_meeting,
    put_on_agenda,
    remove_agenda_item,
)
from ret_tui.actions.retention import destroy_case
from ret_tui.actions.seats import add_seat, invite_member
from ret_tui.actions.series import edit_following, plan_series
from ret_tui.actions.team import add_member, edit_member
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.retention_words import DestructionReason
from ret_tui.domain.words import (
    AgendaKind,
    AgendaStatus,
    ApplicantKind,
    CaseStatus,
    Presence,
    TableRole,
    TeamFunction,
    TriageOutcome,
)
from ret_tui.figures.year import year_figures
from ret_tui.queries.cases import case_file
from ret_tui.queries.consultations import consultations
from ret_tui.queries.meetings import MeetingView, meeting, meetings
from ret_tui.queries.readiness import board
from tests.world import World

NEXT, LATER = date(2026, 12, 3), date(2026, 12, 17)


def view(world: World, meeting_id: UUID) -> MeetingView:
    found: MeetingView = world.ask(meeting, meeting_id)
    return found


def cases_of(world: World, meeting_id: UUID) -> list[UUID | None]:
    return [
        item.case_id
        for item in view(world, meeting_id).items
        if item.kind.is_case and item.status is not AgendaStatus.MOVED
    ]


def planned(world: World, day: date = NEXT, **values: object) -> UUID:
    new = uuid4()
    world.do(plan_meeting, new, {"held_on": day, **values})
    return new


def registered(world: World, **values: object) -> UUID:
    new = uuid4()
    world.do(register_case, new, values)
    return new


# --- series -------------------------------------------------------------------------------------------


def test_a_series_is_planned_whole_or_not_at_all(world: World) -> None:
    days = [(uuid4(), NEXT + timedelta(weeks=2 * number)) for number in range(4)]
    count = world.do(plan_series, uuid4(), days, {"starts_at": "13.30", "place": "Zaal 2 [/0]"})
    assert count == 4
    for meeting_id, day in days:
        fields = view(world, meeting_id).fields
        assert (fields["held_on"], fields["starts_at"], fields["place"]) == (day, "13:30", "Zaal 2 [/0]")
        assert [item.kind for item in view(world, meeting_id).items][:2] == [
            AgendaKind.OPENING,
            AgendaKind.FOLLOW_UP,
        ]
    before = len(world.ask(meetings))
    with pytest.raises(InvalidInput, match="Op do 17 dec 2026 is al een overleg"):
        world.do(plan_series, uuid4(), [(uuid4(), NEXT + timedelta(1)), (uuid4(), LATER)], {})
    assert len(world.ask(meetings)) == before


@pytest.mark.parametrize(
    ("days", "changes", "match"),
    [
        ([], {}, "ten minste één dag"),
        ([NEXT, NEXT], {}, "al een overleg"),
        ([NEXT], {"starts_at": "15:00", "ends_at": "13:00"}, "eindtijd"),
        ([NEXT + timedelta(each) for each in range(61)], {}, "hoogstens 60"),
    ],
)
def test_an_impossible_series_changes_nothing(world: World, days, changes, match: str) -> None:
    with pytest.raises(InvalidInput, match=match):
        world.do(plan_series, uuid4(), [(uuid4(), day) for day in days], changes)
    assert len(world.ask(meetings)) == 1


def test_tried_again_a_series_is_not_planned_twice(world: World) -> None:
    series, days = uuid4(), [(uuid4(), NEXT), (uuid4(), LATER)]
    world.do(plan_series, series, days, {})
    assert world.do(plan_series, series, days, {}) == 2
    assert len(world.ask(meetings)) == 3


def test_what_changes_can_change_for_all_that_follow(world: World) -> None:
    days = [(uuid4(), NEXT + timedelta(weeks=2 * number)) for number in range(3)]
    world.do(plan_series, uuid4(), days, {"place": "Zaal 2", "starts_at": "13:30"})
    chair = uuid4()
    world.do(add_member, chair, {"name": "Vervanger Proef", "function": TeamFunction.SUBSTITUTE_CHAIR})
    changed = world.do(
        edit_following, days[1][0], {"place": "Zaal 9", "chair_id": chair, "held_on": date(2030, 1, 1)}
    )
    assert changed == 1
    places = [view(world, meeting_id).fields["place"] for meeting_id, _ in days]
    assert places == ["Zaal 2", "Zaal 2", "Zaal 9"]
    last = view(world, days[2][0])
    assert last.fields["held_on"] == days[2][1]
    assert [seat.name for seat in last.seats if seat.role is TableRole.CHAIR] == ["Vervanger Proef"]
    assert world.do(edit_following, world.meeting, {"place": "Elders"}) == 0


def test_another_chair_takes_the_seat_of_the_chair(world: World) -> None:
    first = planned(world, chair_id=world.chair)
    other = uuid4()
    world.do(add_member, other, {"name": "Vervanger Proef", "function": TeamFunction.SUBSTITUTE_CHAIR})
    world.do(edit_meeting, first, {"chair_id": other})
    chairs = [seat.name for seat in view(world, first).seats if seat.role is TableRole.CHAIR]
    assert chairs == ["Vervanger Proef"]


def test_who_replaces_an_expert_sits_there_as_one_and_stays_when_the_day_changes(world: World) -> None:
    """A substitute chair who replaces an expert does not become a second chair, whose seat goes with the next change."""
    second = uuid4()
    world.do(add_member, second, {"name": "Tweede Voorzitter", "function": TeamFunction.SUBSTITUTE_CHAIR})
    new = planned(world, chair_id=world.chair)
    world.do(invite_member, uuid4(), new, second, "Expert Proef")
    world.do(edit_meeting, new, {"held_on": LATER, "chair_id": world.chair})
    seats = {seat.name: seat for seat in view(world, new).seats}
    assert seats["Tweede Voorzitter"].role is TableRole.EXPERT


@pytest.mark.parametrize(
    ("first", "last", "away"),
    [
        (None, None, False), (NEXT, NEXT, True), (date(2026, 12, 1), None, True), (None, NEXT, True),
        (date(2026, 12, 4), None, False), (None, date(2026, 12, 2), False),
    ],
)  # fmt: skip
def test_who_is_away_on_the_day_is_replaced(world: World, first, last, away: bool) -> None:
    stand_in = uuid4()
    world.do(edit_member, world.expert, {"away_from": first, "away_until": last})
    world.do(
        add_member,
        stand_in,
        {"name": "Vervanger Proef", "function": TeamFunction.EXPERT, "stands_in_for_id": world.expert},
    )
    seats = {seat.name: seat for seat in view(world, planned(world)).seats}
    assert (seats["Expert Proef"].presence is Presence.ABSENT) == away
    assert ("Vervanger Proef" in seats) == away
    if away:
        assert seats["Vervanger Proef"].stands_in_for == "Expert Proef"
        assert seats["Vervanger Proef"].tag != seats["Expert Proef"].tag


def test_the_board_tells_who_is_expected_but_away(world: World) -> None:
    meeting_id = planned(world)
    world.do(edit_member, world.expert, {"away_from": NEXT})
    lines = {each.id: each for each in world.ask(board, meeting_id).meeting}
    assert not lines["away"].ok
    assert "Expert Proef" in lines["away"].text


# --- the suggested agenda -----------------------------------------------------------------------------


def test_complex_comes_first_and_breaks_come_where_people_sit_too_long(world: World) -> None:
    first = planned(world)
    ids = [registered(world, first_name=name) for name in ("Eerste", "Tweede", "Derde")]
    for case_id in ids:
        world.do(put_on_agenda, uuid4(), first, case_id)
    world.do(edit_case, ids[2], {"complex": True})
    done = world.do(arrange_agenda, first, [uuid4() for _ in range(6)])
    assert (done.moved, done.breaks) == (True, 2)
    assert cases_of(world, first) == [ids[2], ids[0], ids[1]]
    kinds = [item.kind for item in view(world, first).items]
    assert kinds[3::2] == [AgendaKind.BREAK, AgendaKind.BREAK, AgendaKind.SIGNALS]
    again = world.do(arrange_agenda, first, [uuid4() for _ in range(6)])
    assert (again.moved, again.breaks) == (False, 0)


# --- carried over by rule -----------------------------------------------------------------------------


def test_what_did_not_come_up_goes_first_on_the_next_agenda(world: World) -> None:
    following = planned(world)
    other = registered(world, first_name="Ander")
    world.do(put_on_agenda, uuid4(), following, other)
    world.do(
        add_seat,
        uuid4(),
        world.meeting,
        {"name": "Behandelaar Proef", "role": TableRole.PRACTITIONER},
        world.item,
    )
    world.begin()
    world.do(postpone_item, world.item)
    world.do(close_meeting, world.meeting)
    assert cases_of(world, following) == [world.case, other]
    seen = view(world, following)
    carried = next(item for item in seen.items if item.case_id == world.case)
    assert carried.minutes == 60
    names = {seat.name for seat in seen.table_of(carried.id)}
    assert {"Sam", "Moeder Proef", "Aanmelder Proef", "Behandelaar Proef"} <= names
    assert world.ask(case_file, world.case).head.status is CaseStatus.PLANNED


def test_it_waits_until_a_next_meeting_is_planned_and_is_carried_once(world: World) -> None:
    world.begin()
    world.do(postpone_item, world.item)
    world.do(close_meeting, world.meeting)
    first = planned(world, LATER)
    assert cases_of(world, first) == [world.case]
    second = planned(world, LATER + timedelta(14))
    assert cases_of(world, second) == []
    earlier = planned(world, NEXT)
    assert cases_of(world, earlier) == []


def test_a_cancelled_meeting_hands_its_cases_to_the_next(world: World) -> None:
    following = planned(world)
    world.do(cancel_meeting, world.meeting)
    assert cases_of(world, following) == [world.case]
    world.do(cancel_meeting, following)
    assert cases_of(world, planned(world, LATER)) == [world.case]


def test_what_was_withdrawn_or_discussed_is_not_carried(world: World) -> None:
    following = planned(world)
    world.begin()
    world.end()
    assert cases_of(world, following) == []
    gone = registered(world)
    world.do(put_on_agenda, uuid4(), following, gone)
    world.do(withdraw_case, gone, "Opgelost")
    world.do(cancel_meeting, following)
    assert cases_of(world, planned(world, LATER)) == []
    world.do(reopen_case, gone, "Nieuwe vraag?")
    assert cases_of(world, planned(world, LATER + timedelta(1))) == []


def test_taken_off_on_purpose_it_stays_off_until_another_meeting_is_planned(world: World) -> None:
    following = planned(world)
    world.do(cancel_meeting, world.meeting)
    (item,) = [each for each in view(world, following).items if each.case_id == world.case]
    world.do(remove_agenda_item, item.id)
    assert cases_of(world, planned(world, LATER)) == []
    world.do(put_on_agenda, uuid4(), following, world.case)
    assert cases_of(world, following) == [world.case]


# --- lessons and traces -------------------------------------------------------------------------------


def test_a_withdrawn_case_may_stay_on_the_agenda_for_its_lesson_without_the_family(world: World) -> None:
    world.do(withdraw_case, world.case, "Opgelost", True)
    (item,) = [each for each in view(world, world.meeting).items if each.case_id == world.case]
    assert (item.kind, item.status) == (AgendaKind.LEARNING, AgendaStatus.WAITING)
    assert not [seat for seat in view(world, world.meeting).seats if seat.item_id == item.id]
    world.begin()
    world.do(go_to_item, item.id)
    assert view(world, world.meeting).item(item.id).status is AgendaStatus.CURRENT


@pytest.mark.parametrize(
    "outcome", [TriageOutcome.CONSULTATION, TriageOutcome.LOCAL_TEAM, TriageOutcome.REFER], ids=str
)
def test_what_triage_ends_leaves_a_trace_that_counts_also_when_destroyed(
    world: World, outcome: TriageOutcome
) -> None:
    case_id = registered(world, first_name="Robin", applicant_kind=ApplicantKind.PARENT)
    world.do(decide_triage, case_id, uuid4(), {"outcome": outcome, "reason": "Robin is geholpen"})
    assert_counted(world, outcome)
    world.do(destroy_case, case_id, DestructionReason.REQUEST)
    assert_counted(world, outcome)


def counts(world: World, title: str) -> dict[str, int | None]:
    """The lines of one table of the year figures."""
    tables = world.ask(year_figures, 2026, 2026).tables
    return {line.label: line.count for each in tables if each.title == title for line in each.lines}


def assert_counted(world: World, outcome: TriageOutcome) -> None:
    """The decision counts, and a consultation as one too, without anything about the person."""
    assert counts(world, "Triage")[outcome.label] == 1
    assert counts(world, "Aanmeldingen")["ingetrokken"] == 1
    assert counts(world, "Aanmeldingen")["aangemeld"] == 2
    lines = world.ask(consultations).lines
    assert len(lines) == (outcome is TriageOutcome.CONSULTATION)
    assert counts(world, "Consultaties").get("gegeven", 0) == len(lines)
    for each in lines:
        assert each.record["asker"] is ApplicantKind.PARENT
        assert "Robin" not in str(each.record.values)


def test_withdrawn_by_the_applicant_counts_as_that_and_never_as_discussed(world: World) -> None:
    world.do(withdraw_case, world.case, "Opgelost")
    assert (counts(world, "Aanmeldingen")["ingetrokken"], counts(world, "Aanmeldingen")["besproken"]) == (
        1,
        0,
    )
    world.do(destroy_case, world.case, DestructionReason.REQUEST)
    seen = counts(world, "Aanmeldingen")
    assert (seen["aangemeld"], seen["ingetrokken"], seen["besproken"]) == (1, 1, 0)

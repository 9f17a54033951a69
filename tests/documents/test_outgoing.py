"""Invitations, agenda, script, bundle and calendar: for whom, what each may see, all or none."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from docx import Document

from ret_tui.actions.analyses import edit_analysis
from ret_tui.actions.case_documents import add_document
from ret_tui.actions.cases import add_holder, edit_case, withdraw_case
from ret_tui.actions.meetings import (
    cancel_meeting,
    edit_agenda_item,
    edit_meeting,
    plan_meeting,
    put_on_agenda,
    remove_agenda_item,
)
from ret_tui.actions.permissions import record_permission
from ret_tui.actions.seats import add_seat
from ret_tui.actions.sending import NewSent, mark_all_sent, register_sent
from ret_tui.actions.setup import edit_region
from ret_tui.assets import assets
from ret_tui.documents.outgoing import Outgoing, plan_outgoing, render, write_outgoing
from ret_tui.documents.outgoing_specs import SPECS
from ret_tui.documents.standard_texts import standard_texts
from ret_tui.documents.word.house_outgoing import make
from ret_tui.domain.case_document import NewDocument
from ret_tui.domain.errors import DocumentError, MissingValue
from ret_tui.domain.words import (
    AuthorityRelation,
    OutgoingKind,
    PermissionAnswer,
    PermissionGiver,
    PermissionPurpose,
    TableRole,
)
from ret_tui.queries.meetings import meeting
from ret_tui.queries.readiness import board, readiness
from ret_tui.queries.sent import sent_register, told_people
from tests.followup_world import discuss
from tests.hostile.samples import ISSUE_LINE
from tests.world import World

TODAY = date(2026, 11, 21)
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def ready(world: World) -> World:
    world.do(edit_region, {"phone": "077 1234560", "roles_text": standard_texts()["roles_text"]})
    return world


def plan(world: World) -> tuple[Outgoing, ...]:
    return world.ask(plan_outgoing, world.meeting, TODAY)


def text_of(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([each.text for each in document.paragraphs] + cells)


def of(world: World, kind: OutgoingKind) -> list[str]:
    return [text_of(render(each, NOW)) for each in plan(world) if each.kind is kind]


def test_the_shipped_templates_are_those_that_are_made() -> None:
    for kind, spec in SPECS.items():
        assert (assets("templates") / spec.template).read_bytes() == make(kind)


def test_everybody_with_a_seat_is_invited_once(ready: World) -> None:
    kinds = [each.kind for each in plan(ready)]
    assert kinds.count(OutgoingKind.INVITATION_FAMILY) == 2
    assert kinds.count(OutgoingKind.INVITATION_PROFESSIONAL) == 2
    assert kinds[-4:] == [
        OutgoingKind.AGENDA,
        OutgoingKind.SCRIPT,
        OutgoingKind.BUNDLE,
        OutgoingKind.CALENDAR,
    ]


def test_the_family_reads_plain_words_and_only_its_own_conversation(ready: World) -> None:
    young, mother = sorted(of(ready, OutgoingKind.INVITATION_FAMILY), key=lambda each: "met jou" not in each)
    assert "Wij praten binnenkort met jou" in young
    assert "Sam en u mogen als eersten vertellen" in mother
    assert "Proefstraat 1" in mother
    assert "Proefstraat 1" not in young
    assert "2026-001" in mother
    for each in (young, mother):
        assert "Expert Proef" not in each
        assert "zaterdag 21 november 2026" in each


def test_parents_never_read_each_others_address(ready: World) -> None:
    ready.do(
        add_holder,
        uuid4(),
        ready.case,
        {
            "name": "Vader Proef",
            "relation": AuthorityRelation.FATHER,
            "address": "Geheimweg 9",
            "address_secret": True,
        },
    )
    for each in plan(ready):
        if each.kind is not OutgoingKind.CALENDAR and "Vader" not in each.to:
            assert "Geheimweg" not in text_of(render(each, NOW))


def test_professionals_read_numbers_and_roles_and_no_names_of_the_family(ready: World) -> None:
    for each in (*of(ready, OutgoingKind.INVITATION_PROFESSIONAL), *of(ready, OutgoingKind.AGENDA)):
        assert "2026-001" in each
        assert "Sam" not in each
        assert "Moeder Proef" not in each
    assert all(
        "Iedereen aan tafel houdt geheim" in each for each in of(ready, OutgoingKind.INVITATION_PROFESSIONAL)
    )


def test_a_child_under_twelve_is_invited_through_the_parents(ready: World) -> None:
    ready.do(edit_case, ready.case, {"birth_date": date(2016, 1, 1)})
    assert all("met jou" not in each for each in of(ready, OutgoingKind.INVITATION_FAMILY))


def test_the_bundle_has_name_and_documents_only_with_permission(ready: World) -> None:
    ready.do(
        add_document,
        uuid4(),
        ready.case,
        NewDocument("school.txt", b"x", "Verslag van de school", title="School"),
    )
    (before,) = of(ready, OutgoingKind.BUNDLE)
    assert "Sam" not in before.replace("waar Sam kan blijven", "")
    assert "Verslag van de school" not in before
    given = {"purpose": PermissionPurpose.DISCUSS_NAMED, "answer": PermissionAnswer.GIVEN, "given_on": TODAY}
    ready.do(record_permission, uuid4(), ready.case, {**given, "giver": PermissionGiver.YOUNG_PERSON})
    ready.do(
        record_permission,
        uuid4(),
        ready.case,
        {**given, "giver": PermissionGiver.AUTHORITY_HOLDER, "holder_id": ready.mother},
    )
    (after,) = of(ready, OutgoingKind.BUNDLE)
    assert "Sam, 15 jaar, Venlo" in after
    assert "Verslag van de school" in after


def test_the_script_tells_what_lacks_and_the_steps(ready: World) -> None:
    (script,) = of(ready, OutgoingKind.SCRIPT)
    assert "Hoe komt er een plek waar Sam kan blijven?" in script
    assert "Verklarende analyse met factoren" in script
    assert "8. Mandaatcheck (3 min)" in script


@pytest.mark.parametrize(
    ("day", "utc"),
    [
        (date(2026, 7, 1), "20260701T113000Z"),
        (date(2026, 12, 31), "20261231T123000Z"),
        (date(2026, 10, 25), "20261025T123000Z"),
    ],
)
def test_the_calendar_is_never_an_hour_or_a_day_off(ready: World, day: date, utc: str) -> None:
    ready.do(edit_meeting, ready.meeting, {"held_on": day})
    (calendar,) = (render(each, NOW).decode() for each in plan(ready) if each.kind is OutgoingKind.CALENDAR)
    assert f"DTSTART:{utc}" in calendar
    assert "Sam" not in calendar


def test_a_batch_is_all_or_none(ready: World, tmp_path) -> None:
    everything = plan(ready)
    told: list[int] = []
    written = write_outgoing(everything, tmp_path / "uit", NOW, lambda done, _all: told.append(done))
    assert told == list(range(1, len(everything) + 1))
    assert len(written) == len({each.path for each in written}) == len(everything)
    assert not any("Sam" in each.path.name or "Proef" in each.path.name for each in written)
    ready.do(edit_region, {"roles_text": None})
    with pytest.raises(MissingValue, match="Rollen en verwachtingen"):
        write_outgoing(plan(ready), tmp_path / "leeg", NOW)
    assert not (tmp_path / "leeg").exists()
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(DocumentError):
        write_outgoing(everything, tmp_path / "bestand" / "map", NOW)


def test_hostile_text_stands_as_typed(ready: World) -> None:
    ready.do(edit_case, ready.case, {"question": ISSUE_LINE, "tried": ISSUE_LINE})
    for each in plan(ready):
        if each.kind in (OutgoingKind.BUNDLE, OutgoingKind.INVITATION_FAMILY, OutgoingKind.SCRIPT):
            assert ISSUE_LINE in text_of(render(each, NOW))


def test_sent_invitations_count_for_readiness(ready: World) -> None:
    def line(name: str) -> bool:
        return next(each.ok for each in ready.ask(readiness, ready.meeting)[0].lines if each.id == name)

    assert not line("invitations")
    assert not line("roles")
    count = register(ready)
    assert not line("invitations")
    assert ready.do(mark_all_sent, ready.meeting, TODAY) == count
    assert line("invitations")
    assert line("roles")


def register(world: World) -> int:
    """Note every file as made, and tell how many."""
    files = tuple(
        NewSent(
            uuid4(),
            each.kind,
            each.to,
            f"{each.stem}.docx",
            "a" * 64,
            each.item_id,
            each.case_id,
            each.seat_id,
            each.appointment,
        )
        for each in plan(world)
    )
    world.clock.forward(minutes=1)
    world.do(register_sent, world.meeting, files)
    return len(files)


def lacks(world: World) -> dict[str, str]:
    """What is not there of what was sent, for the meeting and for its case."""
    seen = world.ask(board, world.meeting)
    found = {each.id: each.text for each in seen.meeting if not each.ok}
    found |= {f"case {each.id}": each.text for each in seen.cases[0].lines if not each.ok}
    named = ("team", "agenda_sent", "case invitations", "case roles")
    return {name: found[name] for name in named if name in found}


AGAIN = "opnieuw versturen: dag, tijd of plaats veranderd"


@pytest.mark.parametrize(
    "changes",
    [{"held_on": date(2026, 12, 3)}, {"starts_at": "9:15"}, {"place": "Zorghuis Venlo"}],
    ids=["day", "time", "place"],
)
def test_invitations_of_another_day_time_or_place_no_longer_count(
    ready: World, changes: dict[str, object]
) -> None:
    register(ready)
    ready.do(mark_all_sent, ready.meeting, TODAY)
    assert lacks(ready) == {}
    before = ready.ask(meeting, ready.meeting).fields
    ready.do(edit_meeting, ready.meeting, changes)
    found = lacks(ready)
    assert found["case invitations"] == f"Uitnodigingen (3 {AGAIN})"
    assert found["team"] == f"Uitnodigingen (1 {AGAIN})"
    assert found["agenda_sent"] == "Agenda opnieuw versturen: hij is veranderd"
    assert "case roles" not in found, "what the roles are stays the same"
    register(ready)
    assert lacks(ready) == found, "made is not sent"
    ready.do(mark_all_sent, ready.meeting, TODAY)
    assert lacks(ready) == {}
    ready.do(edit_meeting, ready.meeting, {name: before[name] for name in changes})
    assert lacks(ready) == found, "the last message counts, not the first"


def test_a_case_that_comes_at_another_time_is_invited_again(ready: World) -> None:
    register(ready)
    ready.do(mark_all_sent, ready.meeting, TODAY)
    first = ready.ask(meeting, ready.meeting).items[0]
    assert first.case_id is None
    ready.do(edit_agenda_item, first.id, {"minutes": 25})
    assert set(lacks(ready)) == {"case invitations", "agenda_sent"}, "the team comes at the same hour"


def sequence(world: World) -> int:
    (made,) = (render(each, NOW).decode() for each in plan(world) if each.kind is OutgoingKind.CALENDAR)
    assert f"UID:{world.meeting}@ret-tui" in made
    (line,) = (each for each in made.splitlines() if each.startswith("SEQUENCE:"))
    return int(line.removeprefix("SEQUENCE:"))


def test_the_calendar_gets_a_higher_number_with_every_change(ready: World) -> None:
    assert sequence(ready) == 0
    register(ready)
    register(ready)
    assert sequence(ready) == 0, "the same again is no change"
    place = ready.ask(meeting, ready.meeting).fields["place"]
    ready.do(edit_meeting, ready.meeting, {"place": "Zorghuis Venlo"})
    assert sequence(ready) == 1
    register(ready)
    ready.do(edit_meeting, ready.meeting, {"place": place})
    assert sequence(ready) == 2, "back to the first place is a change too"


def test_a_meeting_that_does_not_take_place_is_taken_out_of_calendars(ready: World) -> None:
    register(ready)
    assert ready.ask(told_people, ready.meeting) == (), "made is not sent"
    ready.do(mark_all_sent, ready.meeting, TODAY)
    told = ready.ask(told_people, ready.meeting)
    assert "Moeder Proef" in told
    assert len(told) == 4, "each once, and nobody but who was invited"
    ready.do(cancel_meeting, ready.meeting)
    (only,) = plan(ready)
    made = render(only, NOW).decode()
    assert "METHOD:CANCEL" in made
    assert "STATUS:CANCELLED" in made
    assert sequence(ready) == 1
    assert register(ready) == 1


def test_who_comes_for_one_case_reads_only_its_own_time(ready: World) -> None:
    (applicant,) = [
        each for each in plan(ready) if each.kind is OutgoingKind.INVITATION_PROFESSIONAL and each.item_id
    ]
    text = text_of(render(applicant, NOW))
    assert f"{ready.ask(meeting, ready.meeting).fields['starts_at'][:2]}" in text
    assert "Licht de vraag in enkele minuten toe" in text
    assert text.count("Casus 2026-001") == 1
    assert "Signaalronde" not in text
    assert "Sam" not in applicant.stem


def test_from_sixteen_parents_come_only_when_the_young_person_agrees(ready: World) -> None:
    ready.do(edit_case, ready.case, {"birth_date": date(2009, 11, 21)})

    def warned() -> tuple[str, ...]:
        return next(each.warnings for each in plan(ready) if each.to == "Moeder Proef")

    assert "Sam is 17 en beslist zelf" in warned()[0]
    ready.do(
        record_permission,
        uuid4(),
        ready.case,
        {
            "giver": PermissionGiver.YOUNG_PERSON,
            "purpose": PermissionPurpose.SEND_ADVICE,
            "to_whom": "ouders",
            "answer": PermissionAnswer.GIVEN,
            "given_on": TODAY,
        },
    )
    assert warned() == ()
    ready.do(edit_meeting, ready.meeting, {"held_on": date(2025, 11, 20)})
    assert warned() == (), "on that day Sam is fifteen"


def test_a_bundle_without_permission_or_for_learning_holds_no_name(ready: World) -> None:
    ready.do(
        edit_case,
        ready.case,
        {"tried": "SAM woonde bij Moeder Proef; samen lukte het niet.", "last_name": "Proefkind"},
    )
    ready.do(edit_analysis, ready.case, {"family_words": "Sams broer zegt: Sam Proefkind slaapt niet."})
    (before,) = of(ready, OutgoingKind.BUNDLE)
    for name in ("Sam ", "Sams", "SAM", "Moeder Proef", "Proefkind"):
        assert name not in before
    assert "de jeugdige woonde bij moeder; samen lukte het niet." in before
    assert "Namen zijn daarom vervangen" in before
    ready.do(withdraw_case, ready.case, "Opgelost", True)
    (lesson,) = of(ready, OutgoingKind.BUNDLE)
    assert "Leeritem: het team leert van deze casus" in lesson
    assert "Sam " not in lesson
    kinds = [each.kind for each in plan(ready)]
    assert OutgoingKind.INVITATION_FAMILY not in kinds


def test_refusing_even_the_anonymous_talk_stops_everything_of_the_case(ready: World) -> None:
    refused = {
        "giver": PermissionGiver.YOUNG_PERSON,
        "purpose": PermissionPurpose.DISCUSS_UNNAMED,
        "answer": PermissionAnswer.REFUSED,
        "given_on": TODAY,
    }
    ready.do(record_permission, uuid4(), ready.case, refused)
    stopped = [each for each in plan(ready) if each.item_id]
    assert all(any("geweigerd door Sam" in lack for lack in each.lacks) for each in stopped)
    assert not any(each.lacks for each in plan(ready) if not each.item_id)


def test_the_script_tells_what_earlier_cases_owe(ready: World) -> None:
    discuss(ready)
    following = uuid4()
    ready.do(plan_meeting, following, {"held_on": date(2027, 3, 1), "starts_at": "13:30"})
    (script,) = [
        text_of(render(each, NOW))
        for each in ready.ask(plan_outgoing, following, TODAY)
        if each.kind is OutgoingKind.SCRIPT
    ]
    assert "Terugkoppeling" in script
    assert "Casus 2026-001, evaluatie" in script


# --- an invitation in place of an earlier one ------------------------------------------------------------

AGAINST = "Deze uitnodiging komt in de plaats van de vorige."


def invitations(world: World) -> list[str]:
    return [text_of(render(each, NOW)) for each in plan(world) if each.kind.is_invitation]


@pytest.mark.parametrize(
    ("changes", "now"),
    [
        ({"held_on": date(2026, 11, 28)}, "zaterdag 28 november 2026"),
        ({"starts_at": "14:00"}, "van 14:"),
        ({"place": "Zaal, met komma"}, "Zaal, met komma"),
    ],
)
def test_a_second_invitation_names_the_one_it_replaces(ready: World, changes: dict, now: str) -> None:
    said = {each.seat_id: each.appointment for each in plan(ready) if each.kind.is_invitation}
    assert not any(AGAINST in each for each in invitations(ready)), "there is no first one yet"
    register(ready)
    before = ready.ask(meeting, ready.meeting).fields
    ready.do(edit_meeting, ready.meeting, changes)
    assert not any(AGAINST in each for each in invitations(ready)), "made is not sent"
    ready.do(edit_meeting, ready.meeting, {name: before[name] for name in changes})
    ready.do(mark_all_sent, ready.meeting, TODAY)
    assert not any(AGAINST in each for each in invitations(ready)), "what was sent is still right"
    ready.do(edit_meeting, ready.meeting, changes)
    again = [each for each in plan(ready) if each.kind.is_invitation]
    assert {each.kind for each in again} == {
        OutgoingKind.INVITATION_FAMILY,
        OutgoingKind.INVITATION_PROFESSIONAL,
    }
    for each in again:
        text = text_of(render(each, NOW))
        time = said[each.seat_id].split(", ")[1].replace("–", " tot ")
        assert f"Let op. {AGAINST} Daarin stond: zaterdag 21 november 2026, van {time} uur, " in text
        assert "Dat geldt niet meer." in text
        assert now in text
    register(ready)
    ready.do(mark_all_sent, ready.meeting, TODAY)
    assert not any(AGAINST in each for each in invitations(ready)), "the second one is right now"


def test_an_earlier_invitation_of_which_the_day_was_not_noted_is_replaced_too(ready: World) -> None:
    (mother,) = (each for each in plan(ready) if each.to == "Moeder Proef")
    row = NewSent(
        uuid4(),
        mother.kind,
        mother.to,
        "uitnodiging - 14-11-2026.docx",
        "a" * 64,
        mother.item_id,
        ready.case,
        mother.seat_id,
    )
    ready.do(register_sent, ready.meeting, (row,))
    ready.do(mark_all_sent, ready.meeting, TODAY)
    (text,) = (each for each in invitations(ready) if AGAINST in each)
    assert "De dag, de tijd en de plaats daarin gelden niet meer." in text


def test_a_case_that_goes_to_another_meeting_is_invited_in_place_of_the_first(ready: World) -> None:
    register(ready)
    ready.do(mark_all_sent, ready.meeting, TODAY)
    later = uuid4()
    ready.do(plan_meeting, later, {"held_on": date(2026, 12, 5), "starts_at": "13:30", "ends_at": "17:00"})
    ready.do(cancel_meeting, ready.meeting)
    planned = [each for each in ready.ask(plan_outgoing, later, TODAY) if each.kind.is_invitation]
    assert any(each.case_id == ready.case for each in planned), "the case went along"
    for each in planned:
        assert (AGAINST in text_of(render(each, NOW))) is (each.case_id == ready.case), each.to


def test_what_was_sent_for_a_case_that_is_taken_off_stays_in_the_register(ready: World) -> None:
    register(ready)
    ready.do(mark_all_sent, ready.meeting, TODAY)
    sent = {each.id for each in ready.ask(sent_register, ready.meeting)}
    item = next(each for each in ready.ask(meeting, ready.meeting).items if each.case_id)
    for_case = ready.ask(told_people, ready.meeting, item.id)
    assert "Moeder Proef" in for_case
    ready.do(remove_agenda_item, item.id)
    assert {each.id for each in ready.ask(sent_register, ready.meeting)} == sent
    still = ready.ask(told_people, ready.meeting)
    assert still, "the team comes all the same"
    assert not set(still) & set(for_case), "they were called off when the case was taken off"
    later = uuid4()
    ready.do(plan_meeting, later, {"held_on": date(2026, 12, 5), "starts_at": "13:30", "ends_at": "17:00"})
    ready.do(put_on_agenda, uuid4(), later, ready.case)
    (mother,) = (each for each in ready.ask(plan_outgoing, later, TODAY) if each.to == "Moeder Proef")
    assert AGAINST in text_of(render(mother, NOW))


def test_another_chair_who_comes_is_invited_and_who_leads_is_not(ready: World) -> None:
    assert ready.ask(meeting, ready.meeting).chair not in {each.to for each in plan(ready)}
    ready.do(add_seat, uuid4(), ready.meeting, {"name": "Tweede Voorzitter", "role": TableRole.CHAIR})
    assert "Tweede Voorzitter" in {each.to for each in plan(ready)}


def test_who_comes_is_named_in_whole_words(ready: World) -> None:
    ready.do(add_holder, uuid4(), ready.case, {"name": "Vader Proef", "relation": AuthorityRelation.FATHER})
    item = next(each for each in ready.ask(meeting, ready.meeting).items if each.case_id)
    for role in (TableRole.FATHER, TableRole.GUARDIAN):
        ready.do(add_seat, uuid4(), ready.meeting, {"role": role}, item.id)
    young, mother = sorted(of(ready, OutgoingKind.INVITATION_FAMILY), key=lambda each: "met jou" not in each)[
        :2
    ]
    assert {"je vader", "je moeder", "je voogd"} <= set(young.splitlines())
    assert {"Sam", "de vader van Sam", "de voogd"} <= set(mother.splitlines())

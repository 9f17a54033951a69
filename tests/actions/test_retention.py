"""Destroyed is gone: no row, no old value, no draft; what stays says that it went and nothing of whom it was about."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, select

from ret_tui.actions import (
    advices,
    agreements,
    analyses,
    case_documents,
    cases,
    contributions,
    mandates,
    signals,
)
from ret_tui.actions.cases import view_case
from ret_tui.actions.family_rights import add_own_statement, inspect_case
from ret_tui.actions.live import record_hash
from ret_tui.actions.retention import belonging, destroy_case, hand_over_case
from ret_tui.domain.case_document import NewDocument
from ret_tui.domain.errors import InvalidInput, NotFound, WrongState
from ret_tui.domain.meeting import Meeting
from ret_tui.domain.people import RegionFields
from ret_tui.domain.retention import MonitoringRow
from ret_tui.domain.retention_words import AgeBand, DestructionReason, PlacementsBand
from ret_tui.domain.words import AdviceType, CareKind, Funding, MandateResult
from ret_tui.queries.cases import case_file
from ret_tui.queries.family_rights import case_ever, corrections, destructions, own_statements, purge_due
from ret_tui.queries.log import log_of_case, verify_log
from ret_tui.store.drafts import keep_drafts
from ret_tui.store.work import Work
from tests.faults.pages import count
from tests.world import World

CANARY = "kanarievogel"


def whole_store(world: World) -> str:
    """Every value of every row, as text."""
    with world.desk.store.reading() as session:
        names = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars().all()
        return "\n".join(
            str(tuple(row)) for name in names for row in session.execute(text(f'SELECT * FROM "{name}"'))
        )


def full_day(world: World) -> None:
    """A discussed case with the canary in every text."""
    say = lambda what: f"{what} {CANARY}"  # noqa: E731
    world.do(cases.edit_case, world.case, {"question": say("eerst")})
    world.do(cases.edit_case, world.case, {"question": say("daarna"), "first_name": CANARY})
    world.do(
        cases.add_care_spell, uuid4(), world.case, {"provider": say("groep"), "kind": CareKind.PLACEMENT}
    )
    first, second = uuid4(), uuid4()
    world.do(analyses.add_factor, first, world.case, {"text": say("factor")})
    world.do(analyses.add_factor, second, world.case, {"text": say("factor twee")})
    world.do(add_own_statement, uuid4(), world.case, {"by_whom": "Moeder", "text": say("ik zie het anders")})
    world.begin()
    line = uuid4()
    world.do(contributions.capture, line, world.item, {"text": say("gezegd")})
    world.do(contributions.edit_contribution, line, {"text": say("anders gezegd")})
    world.do(advices.edit_advice, world.item, {"summary": say("samen")})
    item = uuid4()
    world.do(advices.add_advice_item, item, world.item, {"what": say("zoek"), "kind": AdviceType.BESPOKE})
    promise = uuid4()
    world.do(mandates.add_commitment, promise, world.item, {"what": say("belofte")})
    world.do(
        mandates.answer_mandate,
        promise,
        world.koraal,
        {"result": MandateResult.YES, "funding": Funding.BESPOKE_BUDGET},
    )
    world.do(agreements.add_agreed_action, uuid4(), world.item, {"what": say("bel")})
    world.do(signals.add_signal, uuid4(), world.item, {"text": "Geen plek voor deze groep"})
    world.do(advices.establish_advice, world.item)
    world.do(keep_drafts, {f"capture:{world.item}": say("half getypt"), "region:name": "blijft"})
    world.end()


def test_destroyed_is_gone_everywhere_and_a_record_stays(world: World) -> None:
    full_day(world)
    assert CANARY in whole_store(world)
    gone = world.do(destroy_case, world.case, DestructionReason.REQUEST)
    assert CANARY not in whole_store(world)
    assert "Moeder Proef" not in whole_store(world)
    assert "Proefstraat" not in whole_store(world)
    assert gone.rows > 15
    (line,) = world.ask(destructions)
    assert (line.number, line.reason, line.by) == ("2026-001", DestructionReason.REQUEST, "Voorzitter Proef")
    with pytest.raises(NotFound):
        world.ask(case_file, world.case)
    with world.desk.store.reading() as session:
        assert not session.execute(text("PRAGMA foreign_key_check")).all()
        assert "blijft" in session.execute(text("SELECT text FROM draft")).scalars().all()


def test_no_page_of_the_file_holds_a_word_of_what_was_destroyed(world: World) -> None:
    """Not the rows, the index of words, the free pages, nor the log in which changes are written first."""
    path, key = world.desk.store.places.store, world.keyring.key.reveal()
    note = NewDocument("kanarievogel.txt", b"kanarievogel " * 900, "kanarievogel " * 900)
    world.do(case_documents.add_document, document := uuid4(), world.case, note)
    full_day(world)
    assert count(path, key, CANARY) > 100
    world.do(case_documents.remove_document, document)
    assert 0 < count(path, key, CANARY) < 200
    world.do(destroy_case, world.case, DestructionReason.REQUEST)
    for word in (CANARY, CANARY[:8], CANARY[1:], "Proefstraat", "Moeder Proef"):
        assert count(path, key, word) == 0, word
    assert count(path, key, "RET Proefregio") > 0


def test_the_log_outlives_the_case(world: World) -> None:
    full_day(world)
    before = len(world.ask(log_of_case, world.case))
    world.do(destroy_case, world.case, DestructionReason.REQUEST)
    lines = world.ask(log_of_case, world.ask(case_ever, "2026-001"))
    assert len(lines) == before + 1
    assert (lines[-1].what, lines[-1].case) == ("casus vernietigd", "2026-001")
    assert world.ask(verify_log).fault is None


def test_the_row_for_the_monitor_says_codes_and_bands_only(world: World) -> None:
    full_day(world)
    world.do(destroy_case, world.case, DestructionReason.REQUEST)
    (row,) = world.ask(lambda session: list(session.exec(select(MonitoringRow))))
    assert (row.region, row.quarter, row.age_band, row.placements) == (
        "RET Proefregio",
        "2026-K4",
        AgeBand.TO_15,
        PlacementsBand.FEW,
    )
    assert (row.advice_types, row.mandate_given, row.bespoke_budget) == (
        [str(AdviceType.BESPOKE)],
        True,
        True,
    )
    assert (row.days_to_discussion, row.days_to_advice) == (0, 0)
    assert row.signal_codes
    assert row.created_at.date() == date(2026, 10, 1)
    said = str(row.model_dump())
    for word in ("Sam", "Venlo", "2026-001", "2011", str(world.case), world.case.hex, "2026-11"):
        assert word not in said


def test_the_frozen_record_of_the_meeting_stays_frozen(world: World) -> None:
    def fits(work: Work) -> bool:
        meeting = work.session.get(Meeting, world.meeting)
        return meeting is not None and meeting.frozen_hash == record_hash(work, world.meeting)

    full_day(world)
    assert world.do(fits)
    world.do(destroy_case, world.case, DestructionReason.REQUEST)
    assert world.do(fits)


def test_a_case_that_was_never_discussed_leaves_no_row(world: World) -> None:
    other = uuid4()
    world.do(cases.register_case, other, {"first_name": CANARY})
    world.do(destroy_case, other, DestructionReason.MISTAKE)
    assert CANARY not in whole_store(world)
    assert world.ask(lambda session: list(session.exec(select(MonitoringRow)))) == []


def test_a_number_is_not_given_twice_after_a_case_went(world: World) -> None:
    world.do(destroy_case, world.case, DestructionReason.REQUEST)
    assert world.do(cases.register_case, uuid4(), {}) != "2026-001"


def test_the_term_counts_from_the_hand_over(world: World) -> None:
    with pytest.raises(WrongState, match="niet overgedragen"):
        world.do(destroy_case, world.case, DestructionReason.HANDED_OVER)
    world.do(hand_over_case, world.case, date(2026, 11, 21))
    days = RegionFields.model_fields["purge_after_days"].default
    with pytest.raises(WrongState, match="nog niet om"):
        world.do(destroy_case, world.case, DestructionReason.HANDED_OVER)
    assert world.ask(purge_due, date(2026, 11, 22)) == ()
    world.clock.forward(days=days)
    (due,) = world.ask(purge_due, world.clock().date())
    assert due.number == "2026-001"
    world.do(destroy_case, due.case_id, DestructionReason.HANDED_OVER)
    assert world.ask(purge_due, world.clock().date()) == ()


def test_every_table_that_names_a_case_is_known() -> None:
    """A new table must say whether its rows go with the case; a column without a reference would be forgotten."""
    apart = {
        ("log_entry", "case_id"),
        ("destruction", "case_id"),
        ("search_entry", "case_id"),
    }  # kept by triggers
    for table in SQLModel.metadata.sorted_tables:
        if "case_id" in table.c and not table.c.case_id.foreign_keys:
            assert (table.name, "case_id") in apart
        for key in table.foreign_keys:
            if key.column.table.name == "case" and key.ondelete == "SET NULL":
                assert table.name in {"signal", "consultation"}


def test_another_case_keeps_everything(world: World) -> None:
    other = uuid4()
    world.do(cases.register_case, other, {"first_name": "Robin"})
    world.do(add_own_statement, uuid4(), other, {"by_whom": "Vader", "text": "Van ons"})
    full_day(world)
    world.do(destroy_case, world.case, DestructionReason.REQUEST)
    assert world.ask(case_file, other).fields["first_name"] == "Robin"
    assert [each["text"] for each in world.ask(own_statements, other)] == ["Van ons"]
    assert world.do(lambda work: len(belonging(work, other))) == 2


def test_a_statement_stays_as_written_and_a_correction_keeps_the_old_value(world: World) -> None:
    with pytest.raises(InvalidInput):
        world.do(add_own_statement, uuid4(), world.case, {"by_whom": "Moeder"})
    world.do(add_own_statement, uuid4(), world.case, {"by_whom": "Moeder", "text": "Zo was het niet."})
    (said,) = world.ask(own_statements, world.case)
    assert (said["by_whom"], said["given_on"]) == ("Moeder", date(2026, 11, 21))
    world.do(cases.edit_case, world.case, {"municipality": "Horst"})
    (kept,) = world.ask(corrections, [world.case])
    assert (kept.old, kept.by) == ({"municipality": "Venlo"}, "Voorzitter Proef")
    world.do(inspect_case, world.case)
    assert world.ask(log_of_case, world.case)[-1].what == "afschrift voor inzage gemaakt"


def test_who_stands_in_a_closed_record_is_not_taken_away(world: World) -> None:
    world.begin()
    world.end()
    record = world.ask(lambda session: session.get(Meeting, world.meeting).frozen_hash)
    with pytest.raises(WrongState, match="Verbeter de gegevens"):
        world.do(cases.remove_holder, world.mother)
    assert world.do(lambda work: record_hash(work, world.meeting)) == record


@pytest.mark.filterwarnings("error")
def test_what_hangs_on_nothing_any_more_is_refused_in_words(world: World) -> None:
    """The database library only warns of a question without an id, and would answer it some day in another way."""
    with pytest.raises(NotFound, match="Ververs het scherm"):
        world.do(view_case, None)

"""What happens after the meeting, by keys on a real store."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from textual.widgets import Input

from ret_tui.actions import followup, meetings
from ret_tui.actions.closing import close_case
from ret_tui.actions.evaluations import edit_report, finish_evaluation, record_outcome
from ret_tui.actions.setup import edit_region
from ret_tui.actions.team import edit_member
from ret_tui.app.door import Door
from ret_tui.app.screens.actions_list import ActionsScreen
from ret_tui.app.screens.evaluation import EvaluationScreen
from ret_tui.app.screens.follow_up import FollowUpScreen
from ret_tui.app.screens.followed import FollowedScreen
from ret_tui.app.screens.letters import LettersScreen
from ret_tui.app.screens.meeting.screen import MeetingScreen
from ret_tui.app.screens.plain_language import PlainLanguageScreen
from ret_tui.app.screens.planning import PlanningScreen
from ret_tui.app.screens.timeline import TimelineScreen
from ret_tui.app.screens.today import TodayScreen
from ret_tui.app.steps.follow_ups import FollowUpList
from ret_tui.domain.errors import InvalidInput
from ret_tui.domain.followup_words import ClosingKind, DueKind, EntryKind, NextStep, OutcomeResult
from ret_tui.domain.text import tidy
from ret_tui.domain.words import ActionStatus, CaseStatus, FamilyView, Role
from ret_tui.locations import locations
from ret_tui.queries.consultations import consultations
from ret_tui.queries.evaluations import evaluation_view
from ret_tui.queries.followed_cases import followed_cases
from ret_tui.queries.followup import followed_case
from ret_tui.queries.letters_after import closed_case
from ret_tui.queries.meetings import planned_meetings
from ret_tui.queries.open_actions import ActionFilter, open_actions
from ret_tui.queries.region import members
from ret_tui.queries.today import today
from ret_tui.store.work import Actor
from tests import followup_world as after
from tests.app.harness import NARROW, SIZES, WIDE, screen_text, settle
from tests.conftest import Clock
from tests.hostile.samples import SAMPLES
from tests.world import PASSPHRASE, World, close, found

Start = Callable[..., AbstractAsyncContextManager[tuple[Any, Any]]]


@pytest.fixture
def start(tmp_path: Path, clock: Clock) -> Start:
    """The program on a region whose case was discussed; three weeks later."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = WIDE, prepare: Callable[[World, after.Followed], object] = lambda *_: None
    ) -> AsyncIterator[tuple[Any, Any]]:
        from ret_tui.app.app import RetApp

        world = found(tmp_path / "regio", clock)
        followed = after.discuss(world)
        clock.forward(days=21)
        prepare(world, followed)
        close(world)
        app = RetApp(Door(locations(tmp_path / "regio"), clock=clock), log=tmp_path / "fouten.log")
        try:
            async with app.run_test(size=size, notifications=True) as pilot:
                await settle(pilot)
                app.screen.query_one("#passphrase", Input).value = PASSPHRASE
                await press(pilot, "enter")
                yield app, pilot
        finally:
            app.close_store()

    return opened


async def press(pilot: Any, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


async def shown(app: Any, pilot: Any, text: str) -> None:
    for _ in range(400):
        if text in " ".join(screen_text(app).split()):
            return
        await pilot.pause(0.01)
    app.clear_notifications()  # a message covers a corner for a moment
    await settle(pilot)
    if text in " ".join(screen_text(app).split()):
        return
    raise AssertionError(f"{text!r} is not on:\n{screen_text(app)}")


async def on(app: Any, pilot: Any, screen: type) -> None:
    for _ in range(400):
        if isinstance(app.screen, screen):
            await settle(pilot)
            return
        await pilot.pause(0.01)
    raise AssertionError(f"{app.screen!r}\n{screen_text(app)}")


def to(app: Any, key: object) -> None:
    listing = app.screen.query_one("LineList")
    listing.focus()
    listing.move_to(key)


async def line_of(app: Any, kind: DueKind) -> tuple[str, Any]:
    found_today = await app.desk.ask(today, app.today)
    every = (*found_today.overdue.lines, *found_today.week.lines, *found_today.watch.lines)
    return (kind.value, next(each.object_id for each in every if each.kind is kind))


@pytest.mark.parametrize("size", SIZES)
async def test_vandaag_shows_what_is_late_and_deals_with_it(start: Start, size: tuple[int, int]) -> None:
    def lapsing(world: World, _: after.Followed) -> None:
        until = world.clock().date() + timedelta(days=30)
        world.do(edit_member, world.expert, {"registration_valid_until": until})
        lapses.append(("lid", world.expert, "registratie"))

    lapses: list[object] = []
    async with start(size, lapsing) as (app, pilot):
        await on(app, pilot, TodayScreen)
        await shown(app, pilot, "TE LAAT (4)")
        await shown(app, pilot, "k klaar")
        to(app, lapses[0])
        await settle(pilot)
        assert "Enter openen" in screen_text(app)
        assert "k klaar" not in screen_text(app), "what is of nobody's case can only be opened"
        to(app, await line_of(app, DueKind.ACTION))
        await press(pilot, "k")
        await shown(app, pilot, "TE LAAT (3)")
        to(app, await line_of(app, DueKind.MANDATE))
        await press(pilot, "k", "j")
        await shown(app, pilot, "TE LAAT (2)")
        to(app, await line_of(app, DueKind.EVALUATION))
        await press(pilot, "enter")
        await on(app, pilot, EvaluationScreen)
        await press(pilot, "u")
        await shown(app, pilot, "Uitgevoerd")


@pytest.mark.parametrize("size", SIZES)
async def test_a_case_is_followed_and_its_course_is_drawn(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as (app, pilot):
        await press(pilot, "ctrl+g", "p")
        await shown(app, pilot, "besproken en nog niet afgesloten")
        await shown(app, pilot, "Regie Proef")  # who directs is told in a narrow window too
        await press(pilot, "enter")
        await on(app, pilot, FollowedScreen)
        await shown(app, pilot, "Procesregie: Regie Proef Casusregie: nog niemand")
        await press(pilot, "f9")
        await shown(app, pilot, "Nog niet af te sluiten")
        await press(pilot, "f3")
        await press(pilot, "f5")
        await on(app, pilot, TimelineScreen)
        await shown(app, pilot, "Besproken in het overleg")
        assert "◆" in screen_text(app)
        await press(pilot, "ctrl+g", "p")
        await on(app, pilot, FollowUpScreen)
        # who neither directs nor leads sees no keys that would be refused
        app.desk.actor = Actor(app.desk.actor.person_id, "Onder Steuner", Role.PROCESS_SUPPORTER)
        await press(pilot, "enter")
        await on(app, pilot, FollowedScreen)
        keys = screen_text(app)
        assert "F5 tijdlijn" in keys
        assert not any(each in keys for each in ("F4 regie", "F8 opschalen", "F9 afsluiten"))


@pytest.mark.parametrize("size", SIZES)
async def test_closing_by_keys(start: Start, size: tuple[int, int]) -> None:
    async with start(size, lambda world, held: after.settle(world, held)) as (app, pilot):
        await press(pilot, "ctrl+g", "p", "enter")
        await on(app, pilot, FollowedScreen)
        case_id = app.screen.case_id
        await press(pilot, "f9")
        await shown(app, pilot, "Er loopt nog iets")
        await shown(app, pilot, "afspraak: Bel de school")
        await press(pilot, "f3")
        assert (await app.desk.ask(followed_case, case_id)).status is not CaseStatus.CLOSED
        await press(pilot, "f9", "j")
        await shown(app, pilot, "Casus afsluiten")
        app.screen.query_one("FormPane").focus_field("kind")
        await press(pilot, "o")
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "! Vul in wie verantwoordelijk blijft.")
        app.screen.query_one("FormPane").focus_field("stays_responsible")
        await pilot.press(*"Wijkteam")
        await press(pilot, "ctrl+s")
        for _ in range(400):
            case = await app.desk.ask(followed_case, case_id)
            if case.status is CaseStatus.CLOSED:
                break
            await pilot.pause(0.01)
        assert case.status is CaseStatus.CLOSED, screen_text(app)
        await shown(app, pilot, "F9 heropenen")
        await press(pilot, "f9")
        await shown(app, pilot, "Wat is de nieuwe vraag")
        await pilot.press(*"Hoe nu?")
        await press(pilot, "enter")
        await shown(app, pilot, "F9 afsluiten")
        assert (await app.desk.ask(followed_case, case_id)).question == "Hoe nu?"


@pytest.mark.parametrize("size", SIZES)
async def test_a_consultation_in_three_keys_becomes_a_registration(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size) as (app, pilot):
        await press(pilot, "ctrl+g", "k", "ctrl+n")
        await shown(app, pilot, "Nieuwe consultatie")
        await pilot.press(*"thuiszitten")
        await pilot.press("ctrl+s")
        await shown(app, pilot, "1 consultatie")
        await press(pilot, "f9")
        await shown(app, pilot, "2026-002")
        page = await app.desk.ask(consultations)
        assert (page.total, page.became_cases, page.lines[0].number) == (1, 1, "2026-002")


@pytest.mark.parametrize("size", SIZES)
async def test_many_actions_go_to_somebody_else(start: Start, size: tuple[int, int]) -> None:
    def more(world: World, _: after.Followed) -> None:
        for number in range(3):
            values = {"what": f"Taak {number}", "owner": "Expert Proef", "due_on": after.TWO_WEEKS}
            world.do(followup.add_case_action, uuid4(), world.case, values)

    async with start(size, more) as (app, pilot):
        await press(pilot, "ctrl+g", "p", "f5")
        await on(app, pilot, ActionsScreen)
        await press(pilot, "a")
        await shown(app, pilot, "4 gekozen")
        await press(pilot, "f9")
        await shown(app, pilot, "Wie neemt 4 afspraken over?")
        await pilot.press(*"Voorzitter", "enter")
        await shown(app, pilot, "4 afspraken overdragen")
        app.screen.query_one("FormPane").focus_field("reason")
        await pilot.press(*"weg")
        await pilot.press("ctrl+s")
        await shown(app, pilot, "4 open afspraken")
        for _ in range(400):
            page = await app.desk.ask(open_actions, app.today, ActionFilter("Voorzitter Proef"))
            if page.total:
                break
            await pilot.pause(0.01)
        assert page.total == 4


@pytest.mark.parametrize("size", SIZES)
async def test_an_evaluation_from_vandaag_to_the_next_moment_by_keys(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size) as (app, pilot):
        await on(app, pilot, TodayScreen)
        to(app, await line_of(app, DueKind.EVALUATION))
        await press(pilot, "enter")
        await on(app, pilot, EvaluationScreen)
        evaluation = app.screen.evaluation_id
        await press(pilot, "l", "b")
        await shown(app, pilot, "Notitie bij de evaluatie")
        await pilot.press(*"Moeder belde")
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "NOTITIES (1)")
        await press(pilot, "f9")
        await shown(app, pilot, "Verslag van de evaluatie")
        await pilot.press(*"Nog geen plek")
        form = app.screen.query_one("FormPane")
        form.focus_field("family_view")
        await press(pilot, "d")
        form.focus_field("next_step")
        await press(pilot, "v", "ctrl+s")
        await shown(app, pilot, "✓ gehouden")
        view = await app.desk.ask(evaluation_view, evaluation)
        assert (view.report["situation"], view.report["family_view"]) == ("Nog geen plek", FamilyView.PARTLY)
        assert [each.text.strip() for each in view.notes] == ["Moeder belde"]
        await press(pilot, "f5")
        await on(app, pilot, LettersScreen)


@pytest.mark.parametrize("size", SIZES)
async def test_plain_language_beside_the_letters_after_an_evaluation_and_at_closing(
    start: Start, size: tuple[int, int]
) -> None:
    made: dict[str, Any] = {}

    def prepared(world: World, followed: after.Followed) -> None:
        after.report(world, followed)
        world.do(edit_report, followed.evaluation, {"situation": "Indien Sam wil, start de school."})
        made["evaluation"] = followed.evaluation

    async with start(size, prepared) as (app, pilot):
        await app.show(LettersScreen(evaluation_id=made["evaluation"]))
        await shown(app, pilot, "leesbaarheid: 1 opmerking")
        await press(pilot, "g")
        await on(app, pilot, PlainLanguageScreen)
        await shown(app, pilot, "Indien")
        await press(pilot, "o")
        await shown(app, pilot, "Geen opmerkingen")
        view = await app.desk.ask(evaluation_view, made["evaluation"])
        assert view.report["situation"] == "Als Sam wil, start de school."
        await press(pilot, "f3")
        await on(app, pilot, LettersScreen)
        case_id = view.case_id
        await app.desk.do(record_outcome, uuid4(), view.items[0].id, {"result": OutcomeResult.CARRIED_OUT})
        closing = uuid4()
        values = {"kind": ClosingKind.STEPPED_DOWN, "stays_responsible": "De GI Proef"}
        await app.desk.do(close_case, closing, case_id, values)
        await app.show(LettersScreen(closing_id=closing))
        await shown(app, pilot, "leesbaarheid: 1 opmerking")
        await press(pilot, "g")
        await on(app, pilot, PlainLanguageScreen)
        await shown(app, pilot, "GI")
        await press(pilot, "enter")
        await shown(app, pilot, "Wie blijft verantwoordelijk")
        app.screen.query_one("Input").value = "De jeugdbescherming in Proefdorp"
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "Proefdorp")
        closed = await app.desk.ask(closed_case, closing)
        assert closed.stays_responsible == "De jeugdbescherming in Proefdorp"


@pytest.mark.parametrize("size", SIZES)
async def test_log_and_directors_of_a_case_by_keys(start: Start, size: tuple[int, int]) -> None:
    def entered(world: World, _: after.Followed) -> None:
        after.entered(world)

    async with start(size, entered) as (app, pilot):
        await press(pilot, "ctrl+g", "p", "enter")
        await on(app, pilot, FollowedScreen)
        seen = await app.desk.ask(followed_case, app.screen.case_id)
        to(app, ("direction", seen.directions[0].id))
        await press(pilot, "enter")
        await shown(app, pilot, "Procesregisseur: Regie Proef")
        app.screen.query_one("FormPane").focus_field("deputy")
        await pilot.press(*"Els")
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "vervanger Els")
        to(app, ("entry", seen.entries[0].id))
        await press(pilot, "enter", "v")
        await shown(app, pilot, "Verbeteren")
        await pilot.press("end", *" terug")
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "School gebeld terug")
        await shown(app, pilot, "verbeterd")
        await press(pilot, "enter", "t", "j")
        for _ in range(400):
            seen = await app.desk.ask(followed_case, app.screen.case_id)
            if not seen.entries:
                break
            await pilot.pause(0.01)
        assert not seen.entries
        to(app, ("action", seen.actions[0].id))
        await press(pilot, "d")
        await shown(app, pilot, "Andere datum · Bel de school")
        await pilot.press(*"+1w", "tab", *"vakantie", "ctrl+s")
        await shown(app, pilot, "Bel de school")
        moved = (await app.desk.ask(followed_case, app.screen.case_id)).actions[0]
        assert moved.due_on == app.today + timedelta(days=7)
        await press(pilot, "f4", "c", "enter")
        await shown(app, pilot, "Casusregisseur")
        await pilot.press(*"Casus Proef")
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "Casusregie: Casus Proef")
        await press(pilot, "b")
        await shown(app, pilot, "Enter nieuwe regel Tab volgende veld")
        await pilot.press(*"De voogd belde terug", "ctrl+s")
        await shown(app, pilot, "De voogd belde terug")  # in sight, however far down it stands
        seen = await app.desk.ask(followed_case, app.screen.case_id)
        assert app.screen.query_one("LineList").cursor_key == ("entry", seen.entries[0].id)


@pytest.mark.parametrize("size", SIZES)
async def test_a_consultation_from_anywhere_leaves_one_where_one_was(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size) as (app, pilot):
        await press(pilot, "ctrl+g", "p", "enter")
        await on(app, pilot, FollowedScreen)
        await press(pilot, "ctrl+g", "n")
        await shown(app, pilot, "Nieuwe consultatie")
        await pilot.press(*"thuiszitten")
        await press(pilot, "ctrl+s")
        await on(app, pilot, FollowedScreen)
        page = await app.desk.ask(consultations)
        assert [each.record["about"].strip() for each in page.lines] == ["thuiszitten"]


@pytest.mark.parametrize("size", SIZES)
async def test_vandaag_narrows_to_what_one_chooses(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as (app, pilot):
        await on(app, pilot, TodayScreen)
        await press(pilot, "f4")
        await pilot.press(*"zelf", "enter")
        await shown(app, pilot, "alleen: Het team zelf")
        await shown(app, pilot, "TE LAAT (2)")
        await press(pilot, "f4")
        await pilot.press(*"Expert", "enter")
        await shown(app, pilot, "TE LAAT (1)")
        await press(pilot, "f4", "enter")
        await shown(app, pilot, "TE LAAT (4)")


@pytest.mark.parametrize("size", SIZES)
async def test_who_leaves_the_team_hands_over_at_once(start: Start, size: tuple[int, int]) -> None:
    async with start(size) as (app, pilot):
        await press(pilot, "ctrl+g", "t")
        await shown(app, pilot, "Expert Proef")
        people = await app.desk.ask(members)
        app.screen.query_one("#people").move_to(
            next(each.id for each in people if each.name == "Expert Proef")
        )
        await press(pilot, "delete", "ctrl+s")
        await shown(app, pilot, "1 open afspraak")
        await press(pilot, "j")
        await on(app, pilot, ActionsScreen)
        await shown(app, pilot, "1 gekozen")


@pytest.mark.parametrize("size", SIZES)
async def test_procesregie_goes_over_and_a_complaint_is_answered_by_keys(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size) as (app, pilot):
        await press(pilot, "ctrl+g", "p", "enter")
        await on(app, pilot, FollowedScreen)
        case_id = app.screen.case_id
        await press(pilot, "f4", "p", "enter")
        await shown(app, pilot, "Procesregisseur overdragen, nu Regie Proef")
        app.screen.query_one("FormPane").focus_field("name")
        await pilot.press(*"Nieuwe Regie")
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "Schrijf waarom de regie overgaat")
        await pilot.press(*"weg")
        await press(pilot, "f3", "j", "f4", "p", "enter")
        await shown(app, pilot, "weg")  # what was typed waits, also after closing
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "wacht op ja")
        seen = await app.desk.ask(followed_case, case_id)
        to(app, ("pending", next(each.id for each in seen.directions if each.pending)))
        await press(pilot, "enter", "j")
        await shown(app, pilot, "Procesregie: Nieuwe Regie")
        await press(pilot, "f4", "p", "enter")
        await pilot.press(*"verlof", "tab", *"Derde Regie", "ctrl+s")
        await shown(app, pilot, "wacht op ja")
        seen = await app.desk.ask(followed_case, case_id)
        to(app, ("pending", next(each.id for each in seen.directions if each.pending)))
        await press(pilot, "enter", "n")
        await pilot.press(*"geen tijd", "enter")
        await shown(app, pilot, "niet aanvaard")
        await shown(app, pilot, "Procesregie: Nieuwe Regie")
        await press(pilot, "ctrl+n", "k")
        await shown(app, pilot, "Van wie")
        await pilot.press(*"moeder")
        app.screen.query_one("FormPane").focus_field("about")
        await pilot.press(*"Te laat")
        await press(pilot, "ctrl+s")
        await shown(app, pilot, "KLACHTEN (1)")
        seen = await app.desk.ask(followed_case, case_id)
        to(app, ("complaint", seen.complaints[0].id))
        await press(pilot, "enter", "b")
        await shown(app, pilot, "Klacht beantwoord")
        await press(pilot, "1", "ctrl+s")
        for _ in range(400):
            seen = await app.desk.ask(followed_case, case_id)
            if seen.complaints[0].outcome is not None:
                break
            await pilot.pause(0.01)
        assert seen.complaints[0].outcome is not None, screen_text(app)
        assert [(each.name, each.ended_at is None) for each in seen.directions] == [
            ("Regie Proef", False),
            ("Nieuwe Regie", True),
            ("Derde Regie", False),
        ]


def long_ago(world: World, _: after.Followed) -> None:
    """Two meetings are planned, and the case waits for three months."""
    world.clock.forward(days=80)  # type: ignore[attr-defined]
    for day in (0, 14):
        on = world.clock().date() + timedelta(days=day)
        world.do(meetings.plan_meeting, uuid4(), {"held_on": on, "starts_at": "13:30"})


@pytest.mark.parametrize("size", SIZES)
async def test_a_case_of_the_long_list_comes_on_the_agenda_where_it_is_proposed(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(size, long_ago) as (app, pilot):
        await on(app, pilot, TodayScreen)
        planned = await app.desk.ask(planned_meetings, app.today)
        to(app, await line_of(app, DueKind.LONG_LIST))
        await press(pilot, "k")
        await shown(app, pilot, "Casus 2026-001 op welke agenda?")
        await press(pilot, "down", "escape", "f9")
        await press(pilot, "ctrl+n")
        await on(app, pilot, PlanningScreen)
        await shown(app, pilot, "VOORGESTELD VAN DE LONGLIST (1)")
        await shown(app, pilot, "wacht 3 maanden")
        to(app, ("longlist", await case_of(app)))
        await shown(app, pilot, "a op deze agenda")
        await press(pilot, "enter")
        await on(app, pilot, FollowedScreen)
        await press(pilot, "f3")
        await on(app, pilot, PlanningScreen)
        await press(pilot, "a")
        await settle(pilot)
        assert "VOORGESTELD" not in screen_text(app)
        assert [each.cases for each in await app.desk.ask(planned_meetings, app.today)] == [1, 0]
        assert len(planned) == 2


async def case_of(app: Any) -> Any:
    page = await app.desk.ask(followed_cases, app.today)
    return page.lines[0].case_id


@pytest.mark.parametrize("size", SIZES)
async def test_earlier_cases_are_settled_in_the_round_of_follow_ups(
    start: Start, size: tuple[int, int]
) -> None:
    def meets(world: World, held: after.Followed) -> None:
        after.complained(world)
        second = {"what": "Mail de school", "owner": "Expert Proef", "due_on": world.clock().date()}
        world.do(followup.add_case_action, uuid4(), world.case, second)
        for day in (0, 14):
            on = world.clock().date() + timedelta(days=day)
            world.do(meetings.plan_meeting, uuid4(), {"held_on": on, "starts_at": "13:30"})

    async with start(size, meets) as (app, pilot):
        case_id = await case_of(app)
        await press(pilot, "f9", "f9", "f9")
        await shown(app, pilot, "Wat is er gedaan met eerdere adviezen?")
        await shown(app, pilot, "TE LAAT (3)")
        assert "klacht" not in screen_text(app), "a complaint is not for the whole table"
        listing = app.screen.query_one(FollowUpList)
        listing.focus()
        before = await app.desk.ask(followed_case, case_id)
        ids = {each.what: each.id for each in before.actions}
        listing.move_to((DueKind.ACTION, ids["Bel de school"]))
        await press(pilot, "s", "v")
        await pilot.press(*"geen plek")
        await press(pilot, "enter")
        await shown(app, pilot, "(vastgelopen: geen plek)")
        await press(pilot, "d")
        await pilot.press(*"+3d", "tab", *"belt terug", "ctrl+s")
        await shown(app, pilot, "TE LAAT (2)")
        listing.move_to((DueKind.ACTION, ids["Mail de school"]))
        await press(pilot, "k")
        listing.move_to((DueKind.MANDATE, before.mandates[0].id))
        await press(pilot, "k", "j")
        await shown(app, pilot, "TE LAAT (1)")
        listing.move_to((DueKind.EVALUATION, before.evaluations[0].id))
        await press(pilot, "b")
        await pilot.press(*"School helpt")
        await press(pilot, "ctrl+s")
        await press(pilot, "t")
        await pilot.press(*"Bel maandag", "tab", *"Moeder", "tab", "tab", *"+4d", "ctrl+s")
        await shown(app, pilot, "Bel maandag")
        listing.move_to((DueKind.EVALUATION, before.evaluations[0].id))
        await press(pilot, "k")
        await on(app, pilot, EvaluationScreen)
        await press(pilot, "f3")
        await on(app, pilot, MeetingScreen)
        await press(pilot, "a")
        await shown(app, pilot, "Opnieuw op de agenda?")
        await press(pilot, "j")
        seen = await app.desk.ask(followed_case, case_id)
        assert {each.what: (each.status, each.due_on) for each in seen.actions} == {
            "Bel de school": (ActionStatus.STUCK, app.today + timedelta(days=3)),
            "Mail de school": (ActionStatus.DONE, app.today),
            "Bel maandag": (ActionStatus.OPEN, app.today + timedelta(days=4)),
        }
        assert not seen.mandates[0].open
        assert [each.text.strip() for each in seen.entries] == ["School helpt"]
        assert [each.cases for each in await app.desk.ask(planned_meetings, app.today)] == [1]
        await press(pilot, "ctrl+r")
        assert app.is_running


async def test_hostile_text_is_ordinary_text(start: Start) -> None:
    def hostile(world: World, held: after.Followed) -> None:
        for text in SAMPLES.values():
            with suppress(InvalidInput):  # what no field keeps, such as a citizen service number
                words = tidy(f"x {text}").text
                world.do(
                    followup.add_case_entry, uuid4(), world.case, {"text": words, "kind": EntryKind.MOVE}
                )
                line = " ".join(words.split())
                action = {"what": line, "owner": line, "due_on": after.TWO_WEEKS}
                world.do(followup.add_case_action, uuid4(), world.case, action)
        after.settle(world, held, OutcomeResult.RUNNING)

    async with start(NARROW, hostile) as (app, pilot):
        await press(pilot, "ctrl+g", "p", "enter")
        await on(app, pilot, FollowedScreen)
        await shown(app, pilot, "AFSPRAKEN")
        await press(pilot, "end", "enter", "f3")
        await press(pilot, "f5")
        await on(app, pilot, TimelineScreen)
        await press(pilot, "end", "f3", "ctrl+g", "d")
        await on(app, pilot, TodayScreen)
        await press(pilot, "end", "pageup", "f4", "f3", "ctrl+g", "p", "f3", "f5")
        await on(app, pilot, ActionsScreen)
        await press(pilot, "end", "enter", "f3", "f4", "f3")
        assert app.is_running


async def test_a_letter_changed_in_word_is_told_and_left_alone_when_it_is_made_again(start: Start) -> None:
    made: dict[str, Any] = {}

    def prepared(world: World, followed: after.Followed) -> None:
        after.report(world, followed, NextStep.STEP_DOWN)
        texts = dict.fromkeys(("complaint_text", "confidant_text", "data_text"), "Bel ons gerust.")
        world.do(edit_region, {"phone": "000 123 45 67", **texts})
        made["evaluation"] = followed.evaluation

    async with start(SIZES[0], prepared) as (app, pilot):
        await app.show(LettersScreen(evaluation_id=made["evaluation"]))
        await shown(app, pilot, "m deze maken")
        await press(pilot, "m")
        await shown(app, pilot, "Bestand: ")
        (path,) = app.screen._folder.glob("*.docx")
        path.write_bytes(path.read_bytes() + b"in Word")
        await app.screen.load()
        await shown(app, pilot, "na het maken gewijzigd")
        edited = path.read_bytes()
        await press(pilot, "m")
        await shown(app, pilot, "staat alleen nog in het eerdere bestand")
        await press(pilot, "enter")
        assert path.read_bytes() == edited
        assert len(list(app.screen._folder.glob("*.docx"))) == 2
        path.with_name(path.name.replace(" 1 - ", " 2 - ")).unlink()
        await app.screen.load()
        await shown(app, pilot, "staat niet in de map. m maakt de brief opnieuw")
        await shown(app, pilot, "concept gemaakt")
        await app.desk.do(finish_evaluation, made["evaluation"])
        await app.screen.load()
        await shown(app, pilot, "definitief maken")
        await press(pilot, "m")
        await shown(app, pilot, "✓ gemaakt")

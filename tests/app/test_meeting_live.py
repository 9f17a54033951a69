"""The live meeting through its real screen, on a real store: begin, steps, captured lines, close, reopen."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import select
from textual.widgets import TextArea

from ret_tui.app.screens.meeting.gate import GateModal
from ret_tui.app.screens.meeting.screen import MeetingScreen
from ret_tui.domain.record import LogEntry
from ret_tui.domain.text import tidy
from ret_tui.domain.words import Role, Step
from ret_tui.queries.discussion import advice, agreements, discussion, signals
from ret_tui.queries.meetings import meeting as meeting_query
from tests.app.harness import NARROW, SIZES, WIDE
from tests.app.meeting_hands import Hands
from tests.app.meeting_store import Region, at_work, found
from tests.conftest import Clock
from tests.hostile.samples import BSN_LIKE, ISSUE_LINE, KEPT, PASTE_20K


@pytest.fixture
def region(tmp_path: Path, clock: Clock) -> Region:
    return found(tmp_path, clock)


@pytest.mark.parametrize("size", SIZES)
async def test_every_step_is_reached_in_both_directions(
    region: Region, clock: Clock, size: tuple[int, int]
) -> None:
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.sees("begint het overleg", "2026-001", "Proefzaal")
        await hands.to_first_case()
        for step in Step:
            await hands.to_step(step.value)
            await hands.sees(f"{step.number}  {step.label.upper()}"[:30], "Casus 2026-001")
        await hands.press("f8")
        await hands.until(lambda: hands.step == "signalen")
        assert hands.view.item is not None
        assert Step.OPENING in hands.view.item.steps_done


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_is_captured_with_speaker_and_kind(
    region: Region, clock: Clock, size: tuple[int, int]
) -> None:
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        clock.forward(minutes=2)
        await hands.press("f4", *"@koraal", "enter", "minus", "space", *"te druk", "enter")
        await hands.until(lambda: hands.said, "saved")
        assert (hands.said[0].text, hands.said[0].kind.value) == ("te druk", "zorg")
        assert hands.said[0].seat_id == hands.seat_id("Koraal")
        await hands.sees("13:32 Koraal", "te druk", "opgeslagen 13:32:00 ✓")


async def test_an_unknown_or_ambiguous_speaker_keeps_the_line(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.press("f4")
        await hands.paste("@niemand hallo")
        await hands.press("enter")
        await hands.sees("zit niet aan tafel")
        assert hands.meeting.capture_line.text == "@niemand hallo"
        await hands.write("Nummer 111222333 stond in het dossier")
        await hands.press("enter")
        await hands.sees("! ")
        assert not hands.said
        assert hands.meeting.capture_line.text == "Nummer 111222333 stond in het dossier"
        await hands.write("")
        await hands.say("\\@niemand hallo")
        assert hands.said[-1].text == "@niemand hallo"


async def test_lines_are_turned_corrected_taken_back_and_brought_back(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        for text in ("eerste", "tweede", "derde"):
            await hands.say(text)
        hands.meeting.said_list.focus()
        for key, kind in (
            ("exclamation_mark", "actie"),
            ("question_mark", "vraag"),
            ("plus", "kracht"),
            ("minus", "zorg"),
            ("quotation_mark", "eigen_woorden"),
            ("equals_sign", "advies"),
            ("tilde", "signaal"),
            ("o", "observatie"),
        ):
            await hands.press(key)
            await hands.until(lambda kind=kind: hands.said[-1].kind.value == kind, kind)
        await hands.press("up", "enter")
        await hands.sees("Inbreng wijzigen")
        await hands.write("tweede, verbeterd")
        await hands.press("ctrl+s")
        await hands.until(lambda: hands.said[1].text == "tweede, verbeterd")
        await hands.press("at")
        await hands.sees("Wie zei dit?")
        await hands.write("moeder")
        await hands.press("enter")
        await hands.until(lambda: hands.said[1].seat_id == hands.seat_id("Moeder"))
        await hands.press("delete")
        await hands.until(lambda: [each.text for each in hands.said] == ["eerste", "derde"])
        await hands.press("r")
        await hands.until(lambda: len(hands.said) == 3)
        await hands.press("u")
        await hands.until(lambda: [each.text for each in hands.said] == ["eerste", "tweede, verbeterd"])


async def test_a_paste_of_several_lines_submits_nothing_and_arrives_whole(
    region: Region, clock: Clock
) -> None:
    async with at_work(region, clock, size=NARROW) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.press("f4")
        await hands.paste(PASTE_20K)
        assert not hands.said
        assert hands.meeting.capture_line.text == PASTE_20K
        await hands.press("enter")
        await hands.until(lambda: hands.said)
        assert hands.said[0].text == PASTE_20K


async def test_hostile_text_is_ordinary_text(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.say(ISSUE_LINE)
        assert hands.said[0].text == ISSUE_LINE
        await hands.sees("[Annex A] arr[/0]", "{{ 7*7 }}")


async def test_half_a_line_belongs_to_its_item_and_survives(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.say("een regel")
        await hands.to_step("ronde")
        await hands.press("f4", *"half", "space", *"gezegd")
        first = hands.view.item
        hands.meeting.go_to_place(region.items[1], None)
        await hands.until(lambda: hands.view.item is not None and hands.view.item.id == region.items[1])
        assert hands.meeting.capture_line.text == ""
        hands.meeting.go_to_place(region.items[0], None)
        await hands.until(lambda: hands.meeting.capture_line.text == "half gezegd")
    clock.forward(minutes=1)
    async with at_work(region, clock, size=NARROW) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.until(lambda: hands.meeting.running)
        assert hands.view.item is not None
        assert first is not None
        assert (hands.view.item.id, hands.step) == (first.id, "ronde")
        assert [each.text for each in hands.said] == ["een regel"]
        assert hands.meeting.capture_line.text == "half gezegd"
        assert isinstance(app.focused, TextArea)
        await hands.press("enter")
        await hands.until(lambda: hands.said[-1].text == "half gezegd")


async def test_after_a_silence_the_time_may_count_as_pause(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        await Hands(app, pilot).to_first_case()
    clock.forward(minutes=30)
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.sees("30 minuten")
        await hands.press("p")
        await hands.until(lambda: any(each.paused for each in hands.view.meeting.segments))
        clock.forward(minutes=2)
        await hands.sees("0:02 / 3:30")


async def test_pause_stops_the_clocks_and_says_so(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        clock.forward(minutes=4)
        await hands.press("ctrl+r")
        await hands.sees("gepauzeerd")
        clock.forward(minutes=20)
        await hands.press("ctrl+r")
        await hands.sees("loopt ▶", "4:00 / 60")
        clock.forward(minutes=62)
        await hands.sees("6 min over")
        clock.forward(minutes=40)
        await hands.sees("min zonder pauze", "te laat klaar")


async def test_a_narrow_screen_says_how_late_it_gets_and_what_is_left_in_full(
    region: Region, clock: Clock
) -> None:
    async with at_work(region, clock, size=NARROW) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        clock.forward(minutes=50)
        await hands.press("f8", "f9")
        clock.forward(minutes=50)
        await hands.press("ctrl+r")
        await hands.sees(" min te laat, nog ")
        words = next(each for each in hands.text.splitlines() if "te laat" in each)
        assert words.rstrip().endswith(" min"), words


async def test_carry_over_makes_what_the_kind_asks_for(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        item = region.items[0]

        async def take_over(text: str) -> None:
            await hands.say(text)
            hands.meeting.said_list.focus()
            await hands.press("n")

        await take_over("= Een kleinschalige plek")
        await hands.until(lambda: hands.said[-1].used)
        assert (await app.desk.ask(advice, item)).items[0]["what"] == "Een kleinschalige plek"
        await take_over("@Koraal ! Belt de school")
        await hands.until(lambda: hands.said[-1].used)
        done = (await app.desk.ask(agreements, item)).actions[0]
        assert (done["what"], done["owner"]) == ("Belt de school", "Gerda Gedrag")
        await take_over("@Koraal + De mentor blijft")
        await hands.sees("Waar hoort dit bij?")
        await hands.press("n")
        await hands.until(lambda: hands.said[-1].used)
        await take_over('@Moeder " Hij slaapt hier wel')
        await hands.until(lambda: hands.said[-1].used)
        assert hands.view.discussion is not None
        assert hands.view.discussion["family_words"] == "Hij slaapt hier wel"
        await take_over("~ Er is geen plek")
        await hands.sees("Nieuw signaal")
        await hands.press("ctrl+s")
        await hands.until(lambda: hands.said[-1].used)
        assert [each["text"] for each in await app.desk.ask(signals, item_id=item)] == ["Er is geen plek"]
        await hands.sees("→ overgenomen")


@pytest.mark.parametrize("size", SIZES)
async def test_the_gate_asks_once_and_jumps(region: Region, clock: Clock, size: tuple[int, int]) -> None:
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("afsluiting")
        await hands.press("f9")
        await hands.sees("Casus 2026-001 afronden", "Toch sluiten, omdat")
        assert isinstance(app.screen, GateModal)
        await hands.press("2")
        await hands.until(lambda: hands.step == "vraag")
        await hands.to_step("afsluiting")
        await hands.press("f9")
        await hands.sees("Casus 2026-001 afronden")
        await hands.press("ctrl+s")
        await hands.sees("Schrijf waarom")
        await hands.paste(ISSUE_LINE)
        await hands.press("ctrl+s")
        await hands.until(lambda: hands.view.item is not None and hands.view.item.id == region.items[1])
        done = hands.view.meeting.item(region.items[0])
        assert done.status.value == "klaar"
        assert (await app.desk.ask(discussion, region.items[0]))["close_reason"] == ISSUE_LINE


@pytest.mark.parametrize("size", SIZES)
async def test_a_whole_meeting_is_closed_and_the_newest_reopened(
    region: Region, clock: Clock, size: tuple[int, int]
) -> None:
    async with at_work(region, clock, size=size) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.begin()
        await hands.sees("Welkom")
        await hands.press("f9")
        await hands.sees("eerdere adviezen")
        await hands.press("f9")
        for item in region.items[:2]:
            await hands.until(lambda item=item: hands.view.item is not None and hands.view.item.id == item)
            await hands.press("ctrl+o")
            await hands.sees("afronden")
            await hands.press("a")
            await hands.sees("Toch sluiten")
            await hands.press("tab")
            await hands.write(ISSUE_LINE)
            await hands.press("ctrl+s")
        await hands.until(lambda: hands.view.item is not None and hands.view.item.id == region.items[2])
        await hands.press("ctrl+o", "d")
        await hands.sees("doorschuiven?")
        await hands.press("j")
        await hands.sees("over de casussen heen")
        await hands.press("f9")
        await hands.sees("Wat ging goed")
        await hands.until(lambda: hands.meeting._shown[1] == "item:reflectie")
        await hands.write(f"Iedereen kreeg de beurt. {ISSUE_LINE}")
        await hands.press("f9")
        await hands.sees("Alles op de agenda is geweest")
        clock.forward(minutes=90)
        await hands.press("f9")
        await hands.sees("Overleg sluiten?")
        await hands.press("j")
        await hands.sees("gesloten om 15:00", "doorgeschoven", "Iedereen kreeg de beurt.")
        await hands.press("ctrl+n")
        await hands.sees("Map voor brieven", "2026-001")
        await hands.press("end")
        await hands.sees("2026-002")
        assert "2026-003 Brief" not in hands.text, (
            "a case that was carried over has no letters of this meeting"
        )
        await hands.press("f3")
        await hands.sees("gesloten om 15:00")
        closed = await app.desk.ask(meeting_query, region.meeting)
        assert closed.status.value == "gesloten"
        await hands.press("ctrl+r")
        await hands.sees("Overleg heropenen?")
        await hands.press("j")
        await hands.sees("gepauzeerd")


async def test_below_120_columns_every_pane_is_one_key_away(region: Region, clock: Clock) -> None:
    async with at_work(region, clock, size=NARROW) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.press("f4", "f5")
        await hands.sees("▶ stap")
        for _ in range(2):
            await hands.press("f5")
        await hands.sees("▶ tafel", "NOG TE DOEN VOOR SLUITEN")
        await hands.press("f5")
        await hands.sees("▶ agenda", "2026-003")
        await hands.press("f5")
        await hands.sees("▶ stap")
        await hands.press("ctrl+t")
        await hands.sees("Naar welke stap?")
        await hands.write("mandaat")
        await hands.press("enter")
        await hands.until(lambda: hands.step == "mandaat")


async def test_the_last_step_opens_the_letters_also_from_the_line_at_the_bottom(
    region: Region, clock: Clock
) -> None:
    async with at_work(region, clock, size=NARROW) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("signalen")
        await hands.press("f4")
        assert "Ctrl+N brieven" not in hands.text
        await hands.to_step("afsluiting")
        await hands.press("f4")
        await hands.sees("Ctrl+N brieven", "12  AFSLUITING", " te doen")
        await hands.write("half")
        await hands.press("ctrl+n")
        await hands.sees("Map voor brieven")
        await hands.press("f3")
        await hands.sees("half")


async def test_the_key_to_the_next_step_stays_in_sight_whatever_a_step_offers(
    region: Region, clock: Clock
) -> None:
    async with at_work(region, clock, size=NARROW) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        for step in Step:
            await hands.to_step(step.value)
            assert "F9 " in hands.text.splitlines()[-2] + hands.text.splitlines()[-1], step
            await hands.press("f5")
            await hands.sees("F1 hulp")
            assert "F9 " in hands.text.splitlines()[-2] + hands.text.splitlines()[-1], step


async def test_the_table_tells_own_words_apart_from_what_the_family_thinks_of_the_advice(
    region: Region, clock: Clock
) -> None:
    async with at_work(region, clock, size=WIDE) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("stem")
        await hands.sees("○ woorden van gezin")
        await hands.say('@Moeder "Wij willen rust.')
        await hands.sees("○ mening van gezin")


async def test_agenda_and_table_answer_to_enter_and_to_the_mouse(region: Region, clock: Clock) -> None:
    async with at_work(region, clock, size=WIDE) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.press("f4")
        table = hands.meeting.query_one("#table")
        assert await pilot.click(table, offset=(5, 5), times=2)
        await hands.until(lambda: hands.meeting.capture_line.text.startswith("@"))
        await hands.write("")
        agenda = hands.meeting.query_one("#agenda")
        row = (
            next(y for y, text in enumerate(hands.text.splitlines()) if " Ronde" in text[:29])
            - agenda.region.y
        )
        assert await pilot.click(agenda, offset=(8, row), times=2)
        await hands.until(lambda: hands.step == "ronde")


async def test_the_round_gives_the_turn_and_counts(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.to_step("ronde")
        await hands.sees("nog 4 niet gesproken")
        hands.meeting.query_one("#turns").focus()
        await hands.press("enter")
        await hands.until(lambda: hands.meeting.capture_line.text == "@Koraal ")
        await hands.paste("= kleinschalig")
        await hands.press("enter")
        await hands.sees("nog 3 niet gesproken", "1× gesproken")


async def test_who_may_not_run_the_meeting_is_told_and_nothing_breaks(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        app.desk.actor = type(app.desk.actor)(
            app.desk.actor.person_id, "Onder Steuner", Role.PROCESS_SUPPORTER
        )
        await hands.press("f9")
        await hands.sees("Vraag de voorzitter")
        assert not hands.meeting.running


async def test_unlocking_while_a_meeting_runs_goes_straight_to_it(region: Region, clock: Clock) -> None:
    async with at_work(region, clock, mode="") as (app, pilot):
        assert not isinstance(app.screen, MeetingScreen)
    async with at_work(region, clock) as (app, pilot):
        await Hands(app, pilot).to_first_case()
    async with at_work(region, clock, mode="") as (app, pilot):
        hands = Hands(app, pilot)
        await hands.sees("OPENING EN TOESTEMMING")
        assert isinstance(app.screen, MeetingScreen)
        await hands.to_step(Step.QUESTION.value)

        def looked_at(session):
            rows = session.exec(select(LogEntry).where(LogEntry.action == "view_case")).all()
            return [each.case_id for each in rows]

        assert await app.desk.ask(looked_at) == [region.cases[0]] * 2, "once for each time somebody came in"


async def test_a_screen_that_becomes_narrow_keeps_everything_in_reach(region: Region, clock: Clock) -> None:
    async with at_work(region, clock, size=WIDE) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        await hands.say("een regel")
        hands.meeting.query_one("#table").focus()
        await pilot.resize_terminal(*NARROW)
        await hands.until(lambda: isinstance(app.focused, TextArea), "focus on the capture line")
        await hands.sees("▶ stap", "een regel", "F9 volgende stap")
        await pilot.resize_terminal(*WIDE)
        await hands.sees("AAN TAFEL", "AGENDA", "Vergadering 0:00 / 3:30")


async def test_another_screen_leads_to_what_lacks(region: Region, clock: Clock) -> None:
    async with at_work(region, clock) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        app.go("cases")
        await hands.until(lambda: not isinstance(app.screen, MeetingScreen))
        app.go("meeting", (region.items[1], "stem", "discussion.family_words"))
        await hands.until(lambda: isinstance(app.screen, MeetingScreen) and hands.step == "stem")
        assert hands.view.item is not None
        assert hands.view.item.id == region.items[1]
        await hands.until(
            lambda: (
                app.focused is not None
                and any(each.id == "field-family_words" for each in app.focused.ancestors)
            )
        )


async def test_every_kind_of_text_is_kept_or_refused_with_a_message(region: Region, clock: Clock) -> None:
    async with at_work(region, clock, size=NARROW) as (app, pilot):
        hands = Hands(app, pilot)
        await hands.to_first_case()
        for name, sample in KEPT.items():
            line = await hands.say(f"x {sample}")
            assert line.text == tidy(f"x {sample}").text, name
        kept = len(hands.said)
        for name, sample in BSN_LIKE.items():
            await hands.press("f4")
            await hands.write(f"x {sample}")
            await hands.press("enter")
            await hands.until(lambda: "! " in hands.text, name)
            assert hands.meeting.capture_line.text == f"x {sample}"
            await hands.write("")
        assert len(hands.said) == kept


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_region_says_where_to_begin(tmp_path: Path, clock: Clock, size: tuple[int, int]) -> None:
    region = found(tmp_path, clock, cases=0)
    async with at_work(region, clock, size=size, mode="today") as (app, pilot):
        hands = Hands(app, pilot)
        await hands.sees("nog zonder casussen", "Ctrl+G brengt u naar casussen, overleggen en team.")

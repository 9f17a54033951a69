"""The list: what stands in it, how the cursor moves, that only what is in sight is asked for."""

import pytest

from ret_tui.app.widgets.columns import lay_out, row_lines
from ret_tui.app.widgets.linelist import PAGE, Column, LineList, Row
from tests.app.harness import SIZES, Holder, holding, running, screen_text, settle
from tests.hostile.samples import SAMPLES

COLUMNS = (Column("Casus", 10), Column("Vraag"), Column("Datum", 8, right=True, hide_below=60))


def rows(count):
    return [Row(number, (f"2026-{number:03d}", f"vraag {number}", "21 nov")) for number in range(count)]


class Spy(Holder):
    """Keeps what the list tells."""

    def __init__(self, widgets):
        super().__init__(widgets)
        self.told = []

    def on_line_list_highlighted(self, event):
        self.told.append(("op", event.key))

    def on_line_list_chosen(self, event):
        self.told.append(("kies", event.key))


@pytest.mark.parametrize("size", SIZES)
async def test_rows_stand_in_columns_under_their_titles(size):
    async with holding(lambda: LineList(COLUMNS), size=size) as (app, pilot):
        app.screen.query_one(LineList).set_rows(rows(5))
        await settle(pilot)
        shown = screen_text(app).splitlines()
        header = next(text for text in shown if text.startswith("Casus"))
        assert header.rstrip().endswith("Datum")
        assert any(
            text.startswith("2026-003   vraag 3") and text.rstrip().endswith("21 nov") for text in shown
        )


@pytest.mark.parametrize("size", SIZES)
async def test_a_sentence_alone_in_its_row_goes_on_over_the_whole_width(size):
    columns = (Column("Wat", 0, wrap=True), Column("Wie", 20), Column("Op", 20))
    sentence = " ".join(
        ["Tegenstrijdigheden tussen professionals: zijn die er niet, schrijf dan ‘geen’."] * 2
    )
    async with holding(lambda: LineList(columns), size=size) as (app, pilot):
        app.screen.query_one(LineList).set_rows([Row(1, (sentence,)), Row(2, ("Brief", "Els", "22 nov"))])
        await settle(pilot)
        shown = [each.rstrip() for each in screen_text(app).splitlines()]
        at = next(number for number, each in enumerate(shown) if each.startswith("Tegen"))
        end = next(number for number, each in enumerate(shown) if each.startswith("Brief"))
        assert " ".join(shown[at:end]) == sentence
        assert len(shown[at]) > size[0] - 25


BENEATH = (
    Column("Casus", 10),
    Column("Waarom", 0),
    Column("Wie", 18, below=80),
    Column("Waar", 12, below=80),
    Column("Op", 6, right=True),
)


async def test_columns_below_stand_on_a_second_line_under_the_wide_one():
    many = [
        Row(each, (f"2026-{each:03d}", f"vraag {each}.", "Els [van] Os", "", "21 nov")) for each in range(30)
    ]

    async def fetch(offset, limit):
        return many[offset : offset + limit]

    async with holding(lambda: LineList(BENEATH), size=(60, 12)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        found.set_source(len(many), fetch)
        await settle(pilot)
        shown = screen_text(app).splitlines()
        top = next(at for at, text in enumerate(shown) if text.startswith("Casus"))
        assert shown[top].split() == ["Casus", "Waarom", "Op"]
        assert shown[top + 1].startswith(" " * 11 + "Wie · Waar")
        assert shown[top + 2].split() == ["2026-000", "vraag", "0.", "21", "nov"]
        assert shown[top + 3].startswith(" " * 11 + "Els [van] Os")
        room = (found.size.height - 2) // 2
        steps = 0
        while found.cursor_key != 29 and steps < 30:
            before = found.cursor_key
            await pilot.press("pagedown")
            assert 0 < found.cursor_key - before <= room
            assert f"vraag {found.cursor_key}." in screen_text(app)
            steps += 1
        assert found.cursor_key == 29
        await pilot.click(LineList, offset=(2, 3))
        clicked = found.cursor_key
        assert clicked < 29
        await pilot.resize_terminal(100, 12)
        await settle(pilot)
        assert found.cursor_key == clicked
        wide = next(text for text in screen_text(app).splitlines() if f"vraag {clicked}." in text)
        assert "Els [van] Os" in wide


async def test_a_text_too_long_for_its_column_goes_on_before_what_stands_beneath():
    why = "vastgelopen: de plek die was beloofd is aan een ander gegeven en niemand zei het [ook niet]"
    async with holding(lambda: LineList(BENEATH), size=(60, 12)) as (app, pilot):
        app.screen.query_one(LineList).set_rows([Row(1, ("2026-001", why, "Els [van] Os", "Venlo", ""))])
        await settle(pilot)
        first = next(text for text in screen_text(app).splitlines() if "vastgelopen" in text)
        second = screen_text(app).splitlines()[screen_text(app).splitlines().index(first) + 1]
        assert first.split("2026-001", 1)[1].strip() + " " in why
        assert second.rstrip().endswith("… – Els [van] Os · Venlo")


async def test_the_cursor_stays_on_its_row_when_a_fetched_list_comes_back_in_another_order():
    first = rows(5)

    async def fetch(offset, limit):
        return first[offset : offset + limit]

    async with holding(lambda: LineList(COLUMNS)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        found.set_source(5, fetch)
        await settle(pilot)
        await pilot.press("down")
        first = [*first[2:], *first[:2]]
        found.set_source(5, fetch)
        await settle(pilot)
        assert (found.cursor_key, found.cursor_index) == (1, 4)
        del first[4]
        found.set_source(4, fetch)
        await settle(pilot)
        assert found.cursor_index == 3, "what is gone leaves the cursor at its place"


async def test_a_row_that_makes_the_list_too_long_is_in_sight_when_the_cursor_goes_to_it():
    columns = (Column("", 12), Column("", 0, wrap=True))
    async with holding(lambda: LineList(columns), size=(60, 14)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        for count in range(found.size.height - 4, found.size.height + 2):
            before = [Row(each, ("advies", f"vraag {each}")) for each in range(count)]
            found.set_rows(before)
            await settle(pilot)
            last = Row("nieuw", ("opschaling", "een lange vraag die over twee regels gaat, tot aan het eind"))
            found.set_rows([*before, last])
            found.move_to("nieuw")
            await settle(pilot)
            assert "het eind" in screen_text(app), count


async def test_what_stands_beneath_shares_the_line_with_the_end_of_a_text_that_goes_on():
    columns = (Column("Wat", 0, wrap=True), Column("Wie", 10, below=80), Column("Op", 6))
    made = [
        Row(1, ("School bellen over het rooster van maandag tot en met vrijdag", "Els", "21 nov")),
        Row(2, ("Brief", "", "22 nov")),
        Row(3, ("Kort", "Noor [/0]", "23 nov")),
    ]
    async with holding(lambda: LineList(columns), size=(60, 24)) as (app, pilot):
        app.screen.query_one(LineList).set_rows(made)
        await settle(pilot)
        shown = [each.rstrip() for each in screen_text(app).splitlines()]
        at = next(number for number, each in enumerate(shown) if each.startswith("School bellen"))
        assert shown[at].endswith("21 nov")
        assert shown[at + 1].endswith(" – Els")
        assert shown[at + 2].startswith("Brief")
        assert shown[at + 3].startswith("Kort"), "nothing beneath leaves no empty line"
        assert shown[at + 4] == "Noor [/0]"


async def test_a_scrollbar_that_goes_away_breaks_no_row_that_was_wrapped_beside_it():
    columns = (Column("Wat", 12), Column("", 0, wrap=True), Column("Op", 21))
    # with one cell more these need one line less
    texts = []
    for length in range(2, 400):
        text = " ".join("x" * (2 + (length * step) % 11) for step in range(1, 3 + length % 14))
        row = Row(0, ("evaluatie", text, "do 7 jan"))
        beside, whole = (row_lines(row, lay_out(columns, width), same_height=False) for width in (79, 80))
        if len(beside) > len(whole):
            texts.append(text)
    assert len(texts) > 3
    async with holding(lambda: LineList(columns), size=(80, 24)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        many = [Row(each, ("advies", texts[each % len(texts)], "do 7 jan")) for each in range(20)]
        for _ in range(3):
            found.set_rows(many)
            await settle(pilot)
            assert found.show_vertical_scrollbar
            found.set_rows(many[:2])
            await settle(pilot)
            assert not found.show_vertical_scrollbar
            assert screen_text(app).count("do 7 jan") == 2


async def test_page_down_in_a_list_with_long_cells_jumps_over_nothing():
    long = "een lange vraag die over meer regels gaat dan er in de kolom passen " * 2
    async with holding(lambda: LineList((Column("Wat", 0, wrap=True),)), size=(40, 12)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        found.set_rows([Row(each, (f"{each} {long}",)) for each in range(20)])
        await settle(pilot)
        await pilot.press("pagedown")
        assert 0 < found.cursor_key <= 3


async def test_the_cursor_walks_and_enter_chooses():
    spy = Spy(lambda: [LineList(COLUMNS)])
    async with running(lambda: spy) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        found.set_rows(
            [Row.heading("TE LAAT (2)"), *rows(2), Row.heading("DEZE WEEK"), *[Row("x", ("z", "y", ""))]]
        )
        await settle(pilot)
        assert found.cursor_key == 0
        await pilot.press("down", "down", "enter", "up", "home", "end", "pageup")
        assert spy.told == [
            ("op", 0),
            ("op", 1),
            ("op", "x"),
            ("kies", "x"),
            ("op", 1),
            ("op", 0),
            ("op", "x"),
            ("op", 0),
        ]


async def test_the_cursor_stays_on_its_key_over_a_reload():
    async with holding(lambda: LineList(COLUMNS)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.set_rows(rows(50))
        assert found.move_to(30)
        found.set_rows(list(reversed(rows(50))))
        assert found.cursor_key == 30
        found.set_rows([row for row in rows(50) if row.key != 30])
        await settle(pilot)
        assert found.cursor_key is not None
        found.set_rows([])
        assert found.cursor_key is None
        await pilot.press("down", "enter", "end")


async def test_a_hundred_thousand_rows_are_fetched_by_the_page():
    asked = []

    async def fetch(offset, limit):
        asked.append((offset, limit))
        return (
            rows(100_000)[offset : offset + limit]
            if offset < 300
            else [
                Row(number, (f"{number}", "vraag", ""))
                for number in range(offset, min(100_000, offset + limit))
            ]
        )

    async with holding(lambda: LineList(COLUMNS)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        found.set_source(100_000, fetch)
        await settle(pilot)
        assert asked == [(0, PAGE)]
        await pilot.press("end")
        await settle(pilot)
        assert (99_800, PAGE) in asked
        assert len(asked) <= 3
        assert "99999" in screen_text(app)
        assert found.cursor_key == 99_999


async def test_a_long_cell_wraps_over_lines_and_moves_as_one_row():
    columns = (Column(width=5), Column(wrap=True))
    async with holding(lambda: LineList(columns)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        found.set_rows(
            [Row(n, ("14:00", "Wisselende groepsleiding houdt de spanning in stand " * 3)) for n in range(20)]
        )
        await settle(pilot)
        assert found.virtual_size.height == 20 * 3
        await pilot.press("end")
        assert found.scroll_offset.y == found.virtual_size.height - found.size.height
        assert found.cursor_key == 19


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_text_is_shown_and_harms_nothing(size):
    columns = (Column("[/] [b]", 12), Column("x"), Column("y", wrap=True))
    async with holding(lambda: LineList(columns), size=size) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.focus()
        found.set_rows(
            [Row.heading(text) for text in SAMPLES.values()]
            + [Row(name, (text, (text, "bold"), text[:3000])) for name, text in SAMPLES.items()]
        )
        await settle(pilot)
        for _ in range(6):
            await pilot.press("pagedown")
        assert app.is_running
        found.set_rows([Row(1, ("[Annex A]", "arr[/0] [@click=app.quit]x[/]", "[x] done"))])
        await settle(pilot)
        text = screen_text(app)
        assert "[Annex A]" in text
        assert "arr[/0] [@click=app.quit]x[/]" in text


async def test_a_double_click_chooses():
    spy = Spy(lambda: [LineList(COLUMNS)])
    async with running(lambda: spy) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.set_rows(rows(5))
        await settle(pilot)
        await pilot.click(LineList, offset=(3, 3))
        assert found.cursor_key == 2
        await pilot.click(LineList, offset=(3, 3), times=2)
        assert ("kies", 2) in spy.told


async def test_a_scroll_bar_that_goes_between_measuring_and_painting_stops_nothing():
    """The list is painted before it hears of its new width; rows then take fewer lines than were measured."""
    async with holding(lambda: LineList((Column("Wat", 0, wrap=True),)), size=(20, 8)) as (app, pilot):
        found = app.screen.query_one(LineList)
        found.set_rows([Row(number, ("twaalf letters zeven",)) for number in range(9)])
        await settle(pilot)
        assert found.show_vertical_scrollbar
        assert found.virtual_size.height > 10, "with the scroll bar every row takes two lines"
        found.show_vertical_scrollbar = False
        found._strips.clear()
        painted = [found.render_line(y).text for y in range(8)]
        assert painted[1].startswith("twaalf letters")
        await settle(pilot)
        assert "zeven" in screen_text(app)


async def test_columns_take_their_wide_width_where_there_is_room():
    made = [Row(1, ("brief aan de jeugdige", "Sam"))]
    for width, cut in ((80, True), (140, False)):
        async with holding(lambda: LineList((Column("Wat", 12, wide=30), Column("Aan"))), size=(width, 10)) as (
            app, pilot,
        ):  # fmt: skip
            app.screen.query_one(LineList).set_rows(made)
            await settle(pilot)
            assert ("brief aan de jeugdige" not in screen_text(app)) is cut

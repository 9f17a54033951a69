"""A page with things to choose in it: the cursor finds its way in any shape and stays where it was."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content

from ret_tui.app.widgets.blocks import Block, beside, empty, heading, stacked, wrapped
from ret_tui.app.widgets.sheet import CURSOR_MARK, Sheet
from tests.app.harness import holding, screen_text, settle
from tests.hostile.samples import ISSUE_LINE, SAMPLES


def columns(width: int) -> Block:
    """Left two things, right three, under them one over the whole width."""
    half = (width - 3) // 2
    left = stacked([wrapped("links een", half, key="l1"), wrapped("links twee", half, key="l2")])
    right = stacked([wrapped(f"rechts {n}", half, key=f"r{n}") for n in (1, 2, 3)])
    return [
        *heading("Kop", width),
        *beside([(left, half), (right, half)], " │ ", fill=False),
        *wrapped("onder alles", width, key="under"),
    ]


async def test_arrows_stay_in_their_column_and_cross_on_the_same_line() -> None:
    async with holding(Sheet) as (app, pilot):
        sheet = app.screen.query_one(Sheet)
        sheet.lay_out(columns)
        sheet.focus()
        await settle(pilot)
        seen = []
        for key in ("down", "right", "down", "down", "up", "left"):
            await pilot.press(key)
            seen.append(sheet.cursor)
        assert seen == ["l2", "r2", "r3", "under", "r3", "l2"]
        await pilot.press("end")
        assert sheet.cursor == "under"
        await pilot.press("home")
        assert sheet.cursor == "l1"


async def test_the_cursor_shows_without_colour_and_only_once_per_line() -> None:
    async with holding(Sheet) as (app, pilot):
        sheet = app.screen.query_one(Sheet)
        cells = [(wrapped("een\ntwee", 20, key="cell"), 20), (wrapped("drie", 20, key="cell"), 20)]
        sheet.lay_out(lambda _width: beside(cells, ""))
        await settle(pilot)
        rows = screen_text(app).split("\n")
        assert [row.count(CURSOR_MARK) for row in rows if "een" in row or "twee" in row] == [1, 1]


async def test_the_cursor_stays_on_its_key_or_on_its_place() -> None:
    async with holding(Sheet) as (app, pilot):
        sheet = app.screen.query_one(Sheet)

        def listed(*names: str) -> None:
            sheet.lay_out(lambda width: stacked([wrapped(name, width, key=name) for name in names]))

        listed("a", "b", "c")
        await settle(pilot)
        sheet.move_to("b")
        listed("nieuw", "a", "b", "c")
        await settle(pilot)
        assert sheet.cursor == "b"
        listed("nieuw", "a", "c")
        await settle(pilot)
        assert sheet.cursor == "c"
        listed()
        await settle(pilot)
        assert sheet.cursor is None
        assert not sheet.move_to("later")
        listed("a", "later")
        await settle(pilot)
        assert sheet.cursor == "later"


async def test_the_cursor_stays_in_sight() -> None:
    def scroll() -> VerticalScroll:
        return VerticalScroll(Sheet(), can_focus=False)

    async with holding(scroll) as (app, pilot):
        sheet = app.screen.query_one(Sheet)
        names = [f"regel {n:03d}" for n in range(200)]
        sheet.lay_out(
            lambda width: [*heading("Kop", width), *stacked([wrapped(n, width, key=n) for n in names])]
        )
        sheet.focus()
        await settle(pilot)
        await pilot.press("end")
        await settle(pilot)
        assert "regel 199" in screen_text(app)
        assert "regel 000" not in screen_text(app)
        await pilot.press("home")
        await settle(pilot)
        assert "KOP" in screen_text(app)
        await pilot.press("pagedown")
        await settle(pilot)
        assert "KOP" not in screen_text(app)


async def test_a_click_puts_the_cursor_there_and_a_double_click_chooses() -> None:
    async with holding(Sheet) as (app, pilot):
        sheet = app.screen.query_one(Sheet)
        sheet.lay_out(columns)
        await settle(pilot)
        chosen: list[object] = []
        sheet.post_message = lambda message: chosen.append(message) or Sheet.post_message(sheet, message)  # type: ignore[method-assign]
        await pilot.click(sheet, offset=(60, 2))
        assert sheet.cursor == "r2"
        await pilot.click(sheet, offset=(60, 2), times=2)
        assert any(isinstance(message, Sheet.Chosen) and message.key == "r2" for message in chosen)


async def test_any_text_is_laid_out_at_any_width() -> None:
    for text in SAMPLES.values():
        for width in (12, 31, 78):
            rows = wrapped(text, width, key="x", head="+ ", limit=5)
            assert 1 <= len(rows) <= 5
            assert all(sum(piece.content.cell_length for piece in row) == width for row in rows)


async def test_a_longer_text_ends_in_an_ellipsis() -> None:
    rows = wrapped("woord " * 100, 20, limit=2)
    assert rows[-1][0].content.plain.rstrip().endswith("…")
    assert len(empty(5, 2)) == 2
    assert wrapped(Content(""), 10)[0][0].content.cell_length == 10


async def test_hostile_text_is_literal() -> None:
    async with holding(Sheet, size=(140, 40)) as (app, pilot):
        sheet = app.screen.query_one(Sheet)
        sheet.lay_out(lambda width: wrapped(ISSUE_LINE, width, key="x"))
        sheet.focus()
        await settle(pilot)
        assert "[Annex A] arr[/0] [@click=app.quit]x[/]" in screen_text(app)

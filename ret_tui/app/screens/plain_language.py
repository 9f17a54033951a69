"""Remarks on what the family will read: beside each a plain word, taken over with one key. Nothing changes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from ret_tui.app.base import RetScreen
from ret_tui.app.commands import offers
from ret_tui.app.modals import TextModal
from ret_tui.app.plain_language import quiet_line, reviewed
from ret_tui.app.tasks import task
from ret_tui.app.text import ACCENT, GOOD, MUTED, STRONG, WARN, Part, line, lines, one_line
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.assets import assets

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from textual.content import Content

    from ret_tui.documents.about import About
    from ret_tui.documents.plain.letter import LetterReview
    from ret_tui.documents.plain.review import Found, Review
    from ret_tui.queries.family_texts import FamilyText

AROUND = 60
"""Characters of the text that are shown on either side of what a remark is about."""


class RemarkList(LineList):
    """The remarks."""

    BINDINGS = offers("plain.accept", "plain.write")

    @property
    def _of(self) -> PlainLanguageScreen:
        screen = self.screen
        assert isinstance(screen, PlainLanguageScreen)
        return screen

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        found = self._of.current
        if action == "accept":
            return found is not None and bool(found.remark.instead) and self._of.may_write
        if action == "write":
            return found is not None and self._of.may_write
        return True

    def action_accept(self) -> None:
        """Take over the plain word."""
        self._of.accept()

    def action_write(self) -> None:
        """Change the text oneself."""
        self._of.write()


class PlainLanguageScreen(RetScreen):
    """Remarks on the texts of a discussion, an evaluation or a closing; `letter` adds what there is to say of a letter as a whole."""

    HELP = "gewone-taal"
    CSS_PATH = assets("styles") / "letters.tcss"
    BINDINGS = offers("app.back")

    def __init__(self, about: About, letter: LetterReview | None = None) -> None:
        super().__init__()
        self._about = about
        self._letter = letter
        self._review: Review | None = None

    def body(self) -> ComposeResult:
        yield Static("", id="plain-figures")
        yield RemarkList(
            (
                Column("Waar", 22, hide_below=100, wide=30),
                Column("Wat", 13),
                Column("Er staat", 0),
                Column("Gewoner", 30, wide=44),
            ),
            empty="Geen opmerkingen.",
            id="plain-list",
        )
        yield Static("", id="plain-about")

    async def load(self) -> None:
        from ret_tui.documents.plain.review import figures_line

        self._review = await reviewed(self.desk, self.ret.door.places, self._about)
        self.status.set(place="Gewone taal", clock="")
        said = [*(self._letter.said if self._letter else ()), *self._review.on_the_whole]
        rows: list[Content] = [
            line(
                (quiet_line(len(self._review.found) + len(said)).capitalize(), STRONG),
                ("   " + figures_line(self._review.figures), MUTED),
            )
        ]
        rows += [line(("! ", WARN), each) for each in said]
        if self._letter is not None and self._letter.about:
            rows.append(line((self._letter.about, MUTED)))
        if self._review.fixed:
            rows.append(line((self._review.fixed, MUTED)))
        self.query_one("#plain-figures", Static).update(lines(*rows))
        listing = self.query_one(RemarkList)
        listing.set_rows([Row(number, _cells(each)) for number, each in enumerate(self._review.found)])
        listing.focus()
        self._tell()

    @property
    def may_write(self) -> bool:
        """Whether the text under the cursor may still be changed here."""
        from ret_tui.actions.rights import Right, may

        found = self.current
        if found is None or self._review is None or self._review.fixed or not found.text.changeable:
            return False
        right = getattr(Right, _RIGHTS.get(found.text.table, "RUN_MEETING"))
        return may(self.desk.actor.role, right)

    @property
    def current(self) -> Found | None:
        """What the cursor is on."""
        key = self.query_one(RemarkList).cursor_key
        found = self._review.found if self._review else ()
        return found[key] if isinstance(key, int) and key < len(found) else None

    @on(LineList.Highlighted, "#plain-list")
    def _tell(self) -> None:
        found = self.current
        about = self.query_one("#plain-about", Static)
        rows: list[Content] = []
        if found is not None:
            rows = [line((f"{found.text.label}: ", STRONG), *_context(found)), line(found.remark.says)]
            if not found.text.changeable:
                rows.append(line(("Deze tekst is al eerder vastgelegd en wijzigt hier niet.", MUTED)))
        about.update(lines(*rows))
        self.refresh_bindings()

    @on(LineList.Chosen, "#plain-list")
    def _chosen(self) -> None:
        found = self.current
        if found is not None and self.may_write:
            self.write()

    # --- changing -----------------------------------------------------------------------------------------

    @task(queued=True)
    async def accept(self) -> None:
        """Put the plain word in the text and go to the next remark."""
        from ret_tui.documents.plain.remarks import accepted

        found = self.current
        if found is not None and found.remark.instead:
            await self._keep(found.text, accepted(found.text.text, found.remark))

    @task
    async def write(self) -> None:
        """Change the text oneself."""
        found = self.current
        if found is None:
            return
        text = found.text
        typed = await self.ret.ask(
            TextModal(
                text.label,
                "De tekst zoals het gezin die leest",
                hint=found.remark.says,
                value=text.text,
                multiline=not _is_line(text),
                draft_key=f"plain:{text.table}:{text.row_id}:{text.field}",
            )
        )
        if typed is not None and typed != text.text:
            await self._keep(text, typed)

    async def _keep(self, text: FamilyText, new: str) -> None:
        await self.desk.do(_ACTIONS[text.table](), text.row_id, {text.field: new}, {text.field: text.text})
        await self.load()


def _edit_advice() -> Callable[..., Any]:
    from ret_tui.actions.advices import edit_advice

    return edit_advice


def _edit_item() -> Callable[..., Any]:
    from ret_tui.actions.advices import edit_advice_item

    return edit_advice_item


def _edit_analysis() -> Callable[..., Any]:
    from ret_tui.actions.analyses import edit_analysis

    return edit_analysis


def _edit_report() -> Callable[..., Any]:
    from ret_tui.actions.evaluations import edit_report

    return edit_report


def _edit_closing() -> Callable[..., Any]:
    from ret_tui.actions.closing import edit_closing

    return edit_closing


def _edit_action() -> Callable[..., Any]:
    from ret_tui.actions.agreements import edit_agreed_action

    return edit_agreed_action


_ACTIONS = {
    "advice": _edit_advice,
    "advice_item": _edit_item,
    "analysis": _edit_analysis,
    "agreed_action": _edit_action,
    "evaluation_report": _edit_report,
    "case_closing": _edit_closing,
}
"""Which action changes a text of which table."""

_RIGHTS = {"evaluation_report": "EDIT_CASES", "case_closing": "DIRECT_PROCESS"}
"""The right that action asks, where it is not that of running a meeting."""

_LINES = {
    ("advice_item", "what"),
    ("advice_item", "goal"),
    ("advice_item", "for_young_person"),
    ("agreed_action", "what"),
    ("agreed_action", "goal"),
    ("case_closing", "stays_responsible"),
}


def _is_line(text: FamilyText) -> bool:
    return (text.table, text.field) in _LINES


def _cells(found: Found) -> tuple[Part, ...]:
    remark = found.remark
    offer: Part = (remark.instead, GOOD) if remark.instead else ("", MUTED)
    return (found.text.label, (remark.kind.value, MUTED), remark.piece, offer)


def _context(found: Found) -> tuple[Part, ...]:
    """The text around a remark, with what it is about standing out."""
    text, remark = found.text.text, found.remark
    before, after = text[: remark.start], text[remark.end :]
    return (
        one_line(("…" if len(before) > AROUND else "") + before[-AROUND:]),
        (remark.piece, f"{STRONG} {ACCENT}"),
        one_line(after[:AROUND] + ("…" if len(after) > AROUND else "")),
    )

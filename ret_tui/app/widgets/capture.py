"""The capture line: type, Enter, it is on disk. It never loses a character.

The text leaves the line only after it was saved. Whatever is typed while a save is under way belongs to the next line;
if the save fails, everything comes back with a message. A paste of several lines arrives whole and submits nothing.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from ret_tui.app.base import the_app
from ret_tui.app.text import BAD, GOOD, KEY, MUTED, STRONG, cut, line, lines
from ret_tui.app.widgets.editors import ProseArea
from ret_tui.domain.errors import RetError

SHOWN_SPEAKERS = 6
"""Names in the list under `@` at most."""

_HEAD = 240
"""Characters at the start of a line that can hold speaker and kind."""

_ASKING = re.compile(r"\A\s*(?:[!?+\-\"=~]\s*)?@(?P<query>\S*)\Z")
"""Text up to the cursor while somebody is typing who says it."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody at the table: `tag` is the word after `@`, `name` and `detail` are what people see."""

    key: Hashable
    tag: str
    name: str
    detail: str = ""


class CaptureArea(ProseArea):
    """The text of the line. Enter submits; Ctrl+J starts a new line in it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+j", "new_line", "Nieuwe regel", show=False)]

    class Entered(Message):
        """Enter was pressed outside the list of speakers."""

    def __init__(self) -> None:
        super().__init__(id="capture-text", compact=True)
        self.line: CaptureLine | None = None

    def on_key(self, event: events.Key) -> None:
        owner = self.line
        if owner is None:
            return
        if owner.steer(event.key):
            event.stop()
            event.prevent_default()
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Entered())
        elif event.is_printable:
            owner.let_go()

    def action_new_line(self) -> None:
        """Start a new line within the text."""
        if self.line:
            self.line.let_go()
        self._replace_via_keyboard("\n", *self.selection)

    def _paste(self, text: str) -> None:
        if self.line:
            self.line.let_go()
        super()._paste(text)

    def _delete_via_keyboard(self, start: tuple[int, int], end: tuple[int, int]):  # type: ignore[no-untyped-def]  # noqa: ANN202  # as Textual
        # what is being saved cannot be changed any more
        return None if self.line and self.line.is_saving else super()._delete_via_keyboard(start, end)

    def undo(self) -> None:
        if not (self.line and self.line.is_saving):
            super().undo()


class CaptureLine(Vertical):
    """One line for everything that is said.

    `submit(text)` saves the text as typed (signs of speaker and kind included) and raises RetError when it cannot.
    `speakers()` gives who is at the table now. The text is kept as a draft under `draft_key` with every change.
    """

    DEFAULT_CSS = """
    CaptureLine {
        dock: bottom;
        height: auto;
        background: $panel;
        padding: 0 1;
        #capture-speakers { height: auto; display: none; }
        #capture-head { height: 1; text-wrap: nowrap; }
        #capture-head.-fault { height: auto; max-height: 3; text-wrap: wrap; }
        #capture-text {
            height: auto;
            min-height: 1;
            max-height: 6;
            border: none;
            border-left: outer $border-blurred;
            padding: 0 1;
            background: $surface;
            scrollbar-size-vertical: 1;
        }
        #capture-text:focus { border-left: outer $accent; }
        #capture-text.-saving { text-style: italic; }
    }
    """

    @dataclass
    class Saved(Message):
        """A line was saved; `text` is as typed."""

        line: CaptureLine
        text: str

        @property
        def control(self) -> CaptureLine:
            return self.line

    def __init__(
        self,
        submit: Callable[[str], Awaitable[object]],
        *,
        speakers: Callable[[], Sequence[Speaker]] = tuple,
        draft_key: str = "",
        hint: str = "",
        id: str | None = None,  # noqa: A002  # as every widget calls it
    ) -> None:
        super().__init__(id=id)
        self._submit = submit
        self._speakers = speakers
        self._draft_key = draft_key
        self._hint = hint
        self._queue: list[str] = []
        self._showing_queued = False
        self._pumping = False
        self._visit = 0
        """Counts the changes of case: what is saved may belong to a case that was left meanwhile."""
        self._offered: list[Speaker] = []
        self._at = 0
        self._message = ""
        self._head: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield Static("", id="capture-speakers")
        yield Static("", id="capture-head")
        area = CaptureArea()
        area.line = self
        yield area

    def on_mount(self) -> None:
        self._area.put(the_app(self).drafts.get(self._draft_key) if self._draft_key else "")
        self._area.move_cursor(self._area.document.end)
        self._show_head()

    # --- for the screen -----------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """Everything that is not saved yet."""
        waiting = self._queue[:-1] if self._showing_queued else self._queue
        return "\n".join([*waiting, self._area.text]) if waiting else self._area.text

    @property
    def draft_key(self) -> str:
        """Where half-typed text is kept."""
        return self._draft_key

    @property
    def is_saving(self) -> bool:
        """Whether the text in sight is on its way to disk."""
        return self._showing_queued

    @property
    def hint(self) -> str:
        """What stands above an empty line."""
        return self._hint

    @hint.setter
    def hint(self, hint: str) -> None:
        if hint != self._hint:
            self._hint = hint
            self._head = []
            self._show_head()

    def focus(self, scroll_visible: bool = True) -> CaptureLine:
        """Put the cursor in the line."""
        self._area.focus(scroll_visible)
        return self

    def switch(self, draft_key: str) -> None:
        """Go over to another case: its half-typed text comes up, the present one stays kept under its own key."""
        if draft_key == self._draft_key:
            return
        drafts = the_app(self).drafts
        if self._draft_key:
            drafts.put(self._draft_key, self.text)
        self._visit += 1
        self._queue.clear()
        self._showing_queued = False
        self._area.remove_class("-saving")
        self._draft_key = draft_key
        self._area.put(drafts.get(draft_key) if draft_key else "")
        self._area.move_cursor(self._area.document.end)
        self._message = ""
        self._offer()
        self._show_head()

    def say(self, prefix: str) -> None:
        """Put a speaker or kind (`@Koraal `, `= `) in front of what is typed and go to the line."""
        self.let_go()
        self._area.insert(prefix, (0, 0))
        self._area.move_cursor(self._area.document.end)
        self.focus()

    # --- typing -------------------------------------------------------------------------------------------

    @property
    def _area(self) -> CaptureArea:
        return self.query_one(CaptureArea)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._message = ""
        self._keep()
        self._offer()
        self._show_head()

    @on(TextArea.SelectionChanged)
    def _moved(self, event: TextArea.SelectionChanged) -> None:
        event.stop()

    def _keep(self) -> None:
        if self._draft_key:
            the_app(self).drafts.put(self._draft_key, self.text)

    def let_go(self) -> None:
        """Something new is typed: the text that is being saved makes room for it."""
        if self._showing_queued:
            self._showing_queued = False
            self._area.remove_class("-saving")
            self._area.put("")

    # --- saving -------------------------------------------------------------------------------------------

    @on(CaptureArea.Entered)
    def _entered(self, event: CaptureArea.Entered) -> None:
        event.stop()
        text = self._area.text
        if self._showing_queued or not text.strip():
            return
        self._queue.append(text)
        self._showing_queued = True
        self._area.add_class("-saving")
        if not self._pumping:
            self._pumping = True
            the_app(self).start(self._pump, background=True)

    async def _pump(self) -> None:
        """Save what was entered, one after the other, also when the line goes over to another case meanwhile."""
        going = False
        try:
            while self._queue:
                going = await self._save_first(self._draft_key, self._queue[0])
                if not going:
                    break
        finally:
            self._pumping = False
            if not going:
                self._bring_back()

    async def _save_first(self, key: str, text: str) -> bool:
        """Save the oldest text, its draft with it. False when it must come back in the line."""
        drafts, visit = the_app(self).drafts, self._visit
        drafts.hand_over(key, text)
        saved = False
        try:
            await self._submit(text)
            saved = True
        except RetError as fault:
            if visit == self._visit:
                self._message = fault.message
            else:
                the_app(self).tell(f"{fault.message} De regel staat nog bij die casus.")
        finally:
            drafts.end(key, saved)
        if visit != self._visit:
            if saved and key == self._draft_key:
                self._drop_from_sight(text)
            return True
        if saved:
            self._queue.pop(0)
            self._left(text)
        return saved

    def _drop_from_sight(self, text: str) -> None:
        """A line was saved while its case was left and came back: it stands in front of what is half-typed."""
        from ret_tui.store.handover import without

        self._area.put(without(self._area.text, text))
        self._area.move_cursor(self._area.document.end)
        self._show_head()

    def _left(self, text: str) -> None:
        """The oldest text is on disk, so what was wrong with it is over."""
        self._message = ""
        if self._showing_queued and not self._queue:
            self._showing_queued = False
            self._area.remove_class("-saving")
            self._area.put("")
        self._keep()
        self._show_head()
        self.post_message(self.Saved(self, text))

    def _bring_back(self) -> None:
        """Saving failed: everything that was entered stands in the line again, before what was typed since."""
        whole = self.text
        self._queue.clear()
        self._showing_queued = False
        self._message = self._message or "Dit is niet bewaard. Druk nog eens op Enter."
        area = self._area
        area.remove_class("-saving")
        area.put(whole)
        area.move_cursor(area.document.end)
        self._keep()
        self._show_head()

    # --- who says it --------------------------------------------------------------------------------------

    def _offer(self) -> None:
        """Show who may be meant while `@…` is being typed."""
        row, column = self._area.cursor_location
        found = None
        if row == 0 and column <= _HEAD:
            found = _ASKING.match(self._area.document.get_line(0)[:column])
        if found is None:
            if self._offered:
                self._offered = []
                self.query_one("#capture-speakers").display = False
            return
        from ret_tui.domain.capture import match_speakers

        self._offered = list(
            match_speakers(found["query"], self._speakers(), lambda one: f"{one.tag} {one.name}")
        )[:SHOWN_SPEAKERS]
        self._at = 0
        self._show_speakers()

    def _show_speakers(self) -> None:
        box = self.query_one("#capture-speakers", Static)
        box.display = bool(self._offered)
        rows: list[Content] = []
        for index, one in enumerate(self._offered):
            mark = "▶ " if index == self._at else "  "
            style = STRONG if index == self._at else ""
            rows.append(
                line((mark, KEY), (f"@{one.tag}", style), f"  {one.name}", (f"  {one.detail}", MUTED))
            )
        box.update(lines(*rows))

    def steer(self, key: str) -> bool:
        """Keys of the list of speakers; False when the list is closed or the key is none of its."""
        if not self._offered:
            return False
        if key in ("up", "down"):
            self._at = (self._at + (1 if key == "down" else -1)) % len(self._offered)
            self._show_speakers()
        elif key in ("tab", "enter"):
            self._choose(self._offered[self._at])
        elif key == "escape":
            self._offered = []
            self._show_speakers()
        else:
            return False
        return True

    def _choose(self, speaker: Speaker) -> None:
        row, column = self._area.cursor_location
        before = self._area.document.get_line(0)[:column]
        start = before.rindex("@")
        after = self._area.document.get_line(0)[column : column + 1]
        self._area.replace(f"@{speaker.tag}" + ("" if after == " " else " "), (0, start), (row, column))
        self._offered = []
        self._show_speakers()

    # --- the line above the text --------------------------------------------------------------------------

    def _show_head(self) -> None:
        """Say in words who says it and what kind of line it is; painted only when that changes."""
        more = self._area.document.line_count
        waiting = len(self._queue) - self._showing_queued
        parts: list[tuple[str, str]] = []
        if self._message:
            parts.append((f"! {self._message}", BAD))
        else:
            if waiting > 0:
                parts.append((f"bewaren … {cut(self._queue[0], 40)}", MUTED))
            if more > 1:
                parts.append((f"⏎ {more} regels, Enter bewaart ze als één", GOOD))
            parts += self._meaning(self._area.document.get_line(0)[:_HEAD])
        parts = parts or [(self._hint, MUTED)]
        if parts != self._head:
            self._head = parts
            pieces = [each for part in parts for each in (part, "  ")]
            head = self.query_one("#capture-head", Static)
            head.set_class(bool(self._message), "-fault")  # what to do may not be cut off
            head.update(line(*pieces))

    def _meaning(self, text: str) -> list[tuple[str, str]]:
        if not text.lstrip()[:1] or text.lstrip()[0] not in '@!?+-"=~\\':
            return []
        from ret_tui.domain.capture import one_speaker, parse_capture

        understood = parse_capture(text)
        parts: list[tuple[str, str]] = []
        if understood.speaker_query is not None:
            who = one_speaker(understood.speaker_query, self._speakers(), lambda one: one.tag)
            parts.append((who.name, STRONG) if who else (f"@{understood.speaker_query} ?", MUTED))
        if understood.kind.prefix:
            parts.append((understood.kind.label.lower(), KEY))
        return parts

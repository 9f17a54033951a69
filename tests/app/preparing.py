"""Hands for tests of the preparing screens: go somewhere, fill in a field, see what the store holds."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea

from ret_tui.app.forms import FormPane
from ret_tui.app.forms.boxes import FieldBox
from ret_tui.app.widgets.editors import LineInput, ProseArea
from ret_tui.app.widgets.linelist import LineList
from tests.app.harness import settle


def forms(app: Any) -> list[FormPane]:
    """Forms that can be seen, of the screen in front."""
    return [
        each
        for each in app.screen.query(FormPane)
        if all(node.display for node in each.ancestors_with_self if isinstance(node, Widget))
    ]


def form(app: Any) -> FormPane:
    """The form that can be seen."""
    (found,) = forms(app)
    return found


async def press(pilot: Pilot[Any], *keys: str) -> None:
    """Press keys one after the other and wait until their work is done."""
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


async def type_text(pilot: Pilot[Any], text: str) -> None:
    """Type on the keyboard."""
    await pilot.press(*({" ": "space", "\n": "enter"}.get(each, each) for each in text))
    await settle(pilot)


async def paste(app: Any, pilot: Pilot[Any], text: str) -> None:
    """Paste into what has the focus, as the terminal does."""
    app.post_message(events.Paste(text))
    await pilot.pause()


async def fill(app: Any, pilot: Pilot[Any], **texts: str) -> None:
    """Go to each field of the form in front and paste a text over what stands there."""
    for name, text in texts.items():
        await paste_over(app, pilot, await go_field(app, pilot, name), text)


async def paste_over(app: Any, pilot: Pilot[Any], editor: Any, text: str) -> None:
    """Paste a text over what stands in the field with the focus."""
    if isinstance(editor, LineInput):
        editor.value = ""
    elif isinstance(editor, ProseArea):
        editor.select_all()
    await paste(app, pilot, text)


async def go_field(app: Any, pilot: Pilot[Any], name: str) -> Any:
    """Put the focus in a field of the form in front."""
    await form(app).show_field(name)
    await settle(pilot)
    return form(app).query_one(f"#field-{name}", FieldBox).editor


async def leave(app: Any, pilot: Pilot[Any]) -> None:
    """Take the cursor out of the field, so that it is saved now."""
    app.screen.set_focus(None)
    await settle(pilot)
    await settle(pilot)


def text_fields(shown: FormPane) -> list[str]:
    """Fields one can type in."""
    return [
        name
        for name, spec in shown._specs.items()
        if spec.kind.name in ("LINE", "PROSE", "DATE", "TIME", "NUMBER")
    ]


def typed_in(editor: Any) -> str:
    """What stands in a field."""
    if isinstance(editor, TextArea):
        return editor.text
    assert isinstance(editor, Input)
    return editor.value


def rows(app: Any, list_id: str) -> list[str]:
    """The rows of a list as text, headings too."""
    listing = app.screen.query_one(f"#{list_id}", LineList)
    width = max(20, listing.scrollable_content_region.width)
    return [
        " ".join(content.plain.strip() for content in listing._lines(index, width)).strip()
        for index in range(listing.count)
    ]


def messages(app: Any) -> str:
    """Every toast so far."""
    return "\n".join(text for _, text in app.messages) + "\n".join(
        each.message for each in app._notifications
    )

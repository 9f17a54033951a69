"""Step 1: who is here, and may the case be discussed with a name (Jeugdwet 7.3.11)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from ret_tui.app.commands import offers
from ret_tui.app.steps.base import StepContext, StepPanel
from ret_tui.app.steps.presence import PresenceList
from ret_tui.app.steps.tall import TallList
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, STRONG, WARN, line, lines
from ret_tui.app.widgets.linelist import Column, Row

if TYPE_CHECKING:
    from ret_tui.domain.permission_facts import PermissionView, Standing

YOUNG_PERSON = "jeugdige"
"""Key of the young person in the list of those who are asked."""


class AskedList(TallList):
    """Who must be asked for permission, and what they answered."""

    BINDINGS = offers("permission.record", "permission.ground")
    QUIET = True

    def __init__(self, panel: OpeningPanel) -> None:
        super().__init__(
            (Column(width=2), Column("Toestemming om met naam te bespreken"), Column(width=30, right=True)),
            empty="Niet bekend wie gevraagd moet worden: vul geboortedatum en gezag in bij de casus.",
            id="asked",
        )
        self._panel = panel

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Permission can be recorded while the meeting runs."""
        if action in ("record", "ground"):
            live = self._panel.is_shown and self._panel.context.live
            return live and (action == "ground" or self.cursor_key is not None)
        return True

    def action_record(self) -> None:
        self._panel.record(self.cursor_key)

    action_choose = action_record

    def action_ground(self) -> None:
        self._panel.write_ground()


class OpeningPanel(StepPanel):
    """Presence on top, permission under it."""

    DEFAULT_CSS = """
    OpeningPanel { height: 1fr; }
    OpeningPanel > VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; }
    OpeningPanel #asked { margin-top: 1; }
    OpeningPanel #verdict { height: auto; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._presence = PresenceList(self)
        self._asked = AskedList(self)
        self._permission: PermissionView | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield self._presence
            yield self._asked
            yield Static(id="verdict")

    def first(self) -> Widget | None:
        return self._presence

    def point_to(self, what: str) -> None:
        (self._asked if what == "permission" else self._presence).focus()

    async def show(self, context: StepContext) -> None:
        from ret_tui.queries.permissions import permission

        self.context = context
        on = context.meeting.fields["held_on"] or context.today
        self._permission = found = await context.desk.ask(permission, context.case_id, on)
        self._presence.show()
        rows = [_asked_row(each) for each in found.purposes[0].standings]
        self._asked.set_rows(rows)
        self.query_one("#verdict", Static).update(_verdict(found, context.discussion["permission_ground"]))
        self.refresh_bindings()

    def lines_changed(self) -> None:
        """Nothing here depends on captured lines."""

    # --- permission ---------------------------------------------------------------------------------------

    @task
    async def record(self, key: object) -> None:
        """Record at the table what somebody answers."""
        from ret_tui.actions.permissions import record_permission
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.permission import PermissionFields
        from ret_tui.domain.words import PermissionAnswer, PermissionGiver, PermissionHow, PermissionPurpose

        found, context = self._permission, self.context
        if found is None:
            return
        who = next((each for each in found.asked if (each.giver or YOUNG_PERSON) == key), None)
        if who is None:
            return
        new = uuid4()
        young = who.giver is None
        fixed = {
            "giver": PermissionGiver.YOUNG_PERSON if young else PermissionGiver.AUTHORITY_HOLDER,
            "holder_id": who.giver,
        }

        async def save(values: dict[str, object]) -> None:
            await context.desk.do(record_permission, new, context.case_id, {**values, **fixed})

        modal = RecordModal(
            f"Toestemming van {who.label}",
            PermissionFields,
            fields=("purpose", "to_whom", "answer", "how", "given_on", "until", "note"),
            values={
                "purpose": PermissionPurpose.DISCUSS_NAMED,
                "answer": PermissionAnswer.GIVEN,
                "how": PermissionHow.SPOKEN_AT_TABLE,
                "given_on": context.today,
            },
            required=("purpose", "answer", "given_on"),
            draft_key=f"permission:new:{context.item_id}:{key}",
            check=save,
        )
        if await self.ret.ask(modal) is not None:
            self.changed()

    @task
    async def write_ground(self) -> None:
        """Write why the talk may go on without permission."""
        from ret_tui.actions.live import edit_discussion
        from ret_tui.app.modals import TextModal
        from ret_tui.domain.base import label_of
        from ret_tui.domain.meeting import DiscussionFields

        context = self.context
        before = context.discussion["permission_ground"]
        modal = TextModal(
            label_of(DiscussionFields, "permission_ground"),
            "Waarom mag het gesprek toch doorgaan?",
            hint="Zonder toestemming en zonder grond wordt de casus alleen anoniem besproken. Leeg maken mag.",
            value=before or "",
            required=False,
            draft_key=f"ground:{context.item_id}",
        )
        text = await self.ret.ask(modal)
        if text is not None and text != (before or ""):
            await context.desk.do(
                edit_discussion,
                context.item_id,
                {"permission_ground": text or None},
                {"permission_ground": before},
            )
            self.changed()


def _asked_row(standing: Standing) -> Row:
    given = standing.stand.value == "gegeven"
    sign = ("✓", GOOD) if given else ("○", WARN)
    giver: UUID | str = standing.asked.giver or YOUNG_PERSON
    quality = standing.asked.quality.label
    return Row(
        giver,
        (
            sign,
            line((standing.asked.label, STRONG), (f"  {quality}", MUTED)),
            (standing.stand.label, "" if given else WARN),
        ),
    )


def _verdict(found: PermissionView, ground: str | None) -> Content:
    """What permission allows today, and what more there is to know."""
    named = found.verdict.value == "met_naam"
    rows = [
        line(
            ("✓ " if named else "! ", GOOD if named else WARN),
            (found.verdict.label, STRONG),
            f". {found.why}",
        )
    ]
    if ground and ground.strip():
        rows.append(line(("Grond: ", STRONG), ground))
    elif not named:
        rows.append(
            line(
                ("w", "bold"),
                (" in de lijst hierboven schrijft de grond waarom het gesprek toch door mag gaan.", MUTED),
            )
        )
    rows += [line(("· ", MUTED), (each.text, MUTED)) for each in found.notices]
    if found.inform:
        rows.append(line(("Wel informeren: ", MUTED), ", ".join(found.inform)))
    return lines(*rows)

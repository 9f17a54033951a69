"""Permission: who must be asked on the day of the meeting and why, what each answered, and the written exception."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from ret_tui.app.choices import Choice
from ret_tui.app.commands import offers
from ret_tui.app.screens.case_base import ADD, Kind, RecordsPart, doing
from ret_tui.app.screens.case_places import EXCEPTION_FIELDS
from ret_tui.app.screens.records import Options
from ret_tui.app.tasks import task
from ret_tui.app.text import BAD, GOOD, MUTED, STRONG, WARN, Part, line, lines, listed
from ret_tui.app.widgets.linelist import Column, LineList, Row
from ret_tui.domain.dates import day_date
from ret_tui.domain.permission_facts import Stand, Verdict
from ret_tui.domain.words import PermissionAnswer, PermissionGiver, PermissionHow, PermissionPurpose

if TYPE_CHECKING:
    from ret_tui.app.screens.case import CaseScreen
    from ret_tui.domain.permission_facts import Asked, PermissionView, PurposeStatus
    from ret_tui.queries.planning import Preparation
    from ret_tui.queries.values import Record

RECORD = "permission"
FIELDS = ("giver", "holder_id", "purpose", "to_whom", "answer", "given_on", "how", "until", "note")


class PermissionPart(RecordsPart):
    """From who must be asked to what was answered, in one list."""

    PART = "permission"
    COLUMNS = (
        Column("", 0, wrap=True),
        Column("", 0, wrap=True),
        Column("", 15, hide_below=88),
    )
    BINDINGS = offers("answers.all", "answers.withdraw")

    def __init__(self, case: CaseScreen) -> None:
        super().__init__(case)
        self._seen: Preparation | None = None

    def kinds(self) -> Sequence[Kind]:
        from ret_tui.actions.permissions import edit_permission, record_permission, remove_permission
        from ret_tui.domain.permission import PermissionFields

        return (
            Kind(
                RECORD,
                "Vastgelegd",
                "toestemming",
                PermissionFields,
                FIELDS,
                records=lambda seen: seen.file.permissions,
                cells=self._record_cells,
                add=doing(self.case, record_permission, owned=True),
                edit=doing(self.case, edit_permission),
                remove=doing(self.case, remove_permission),
                options=self._options,
            ),
        )

    # --- what stands in the list --------------------------------------------------------------------------

    def show(self, seen: Preparation) -> None:
        self._seen = seen
        super().show(seen)

    def compose(self) -> ComposeResult:
        yield Static("", id="permission-verdict")
        yield from super().compose()

    def rows_of(self, kind: Kind, seen: Preparation) -> list[Row]:
        self.query_one("#permission-verdict", Static).update(_verdict(seen))
        return [
            *_asked_rows(seen.permission),
            Row.heading("PER DOEL"),
            *(_purpose_row(status) for status in seen.permission.purposes),
            *super().rows_of(kind, seen),
            *_exception_rows(seen),
        ]

    def _record_cells(self, record: Record) -> tuple[Part, ...]:
        holders = {each.id: each["name"] for each in self._seen.file.holders} if self._seen else {}
        who = (
            "Jeugdige"
            if record["giver"] is PermissionGiver.YOUNG_PERSON
            else holders.get(record["holder_id"])
        )
        purpose = record["purpose"].label if record["purpose"] else "doel onbekend"
        answer, since = record["answer"], record["given_on"]
        style = {PermissionAnswer.GIVEN: GOOD, PermissionAnswer.REFUSED: BAD, PermissionAnswer.WITHDRAWN: BAD}
        words = answer.label if answer else "geen antwoord ingevuld"
        if record["withdrawn_on"]:
            since = record["withdrawn_on"]
        elif record["until"]:
            words += f", t/m {day_date(record['until'])}"
        to_whom = f" aan {record['to_whom']}" if record["to_whom"] else ""
        how = f" ({record['how'].label.lower()})" if record["how"] else ""
        return (
            f"{who or 'iemand'}: {purpose.lower()}{to_whom}",
            (words + how, style.get(answer, MUTED)),
            day_date(since) if since else ("datum onbekend", MUTED),
        )

    # --- doing --------------------------------------------------------------------------------------------

    def _options(self) -> Options:
        holders = self._seen.file.holders if self._seen else ()
        return {
            "holder_id": [
                Choice(
                    each.id,
                    each["name"] or "naam onbekend",
                    each["relation"].label if each["relation"] else "",
                )
                for each in holders
            ]
        }

    def jump(self, where: str) -> None:
        self.first()
        if where in EXCEPTION_FIELDS:
            self.listing.move_to(("exception", "permission_exception"))
            self._edit_exception(where)
        elif self._seen and self._seen.permission.asked:
            self.listing.move_to(("asked", self._seen.permission.asked[0].giver))

    def chose_other(self, key: tuple[Any, Any]) -> None:
        kind, what = key
        if kind == "asked" and what != ADD:
            self._answer_all(what)
        elif kind == "purpose":
            self._answer_purpose(*what)
        elif kind == "exception":
            self._edit_exception(str(what))

    def _start(self, giver: UUID | None) -> dict[str, Any]:
        """What an answer of this person begins with."""
        return {
            "giver": PermissionGiver.YOUNG_PERSON if giver is None else PermissionGiver.AUTHORITY_HOLDER,
            "holder_id": giver,
            "answer": PermissionAnswer.GIVEN,
            "given_on": self.ret.today,
            "how": PermissionHow.WRITTEN,
        }

    def _answer_purpose(self, purpose: str, to_whom: str) -> None:
        """Record an answer for one purpose, of the first person who still has to give one."""
        if self._seen is None:
            return
        status = next(
            each
            for each in self._seen.permission.purposes
            if each.purpose.value == purpose and each.to_whom == to_whom
        )
        waiting = status.missing or status.standings
        values: dict[str, Any] = self._start(waiting[0].asked.giver) if waiting else {}
        self.add_to(RECORD, {**values, "purpose": PermissionPurpose(purpose), "to_whom": to_whom or None})

    def action_all(self) -> None:
        """Record one answer of one person for all purposes at once."""
        at = self.at
        asked = self._seen.permission.asked if self._seen else ()
        if not asked:
            self.ret.tell("Het is nog niet bekend wie gevraagd wordt. Vul eerst geboortedatum en gezag in.")
            return
        here = at[1] if at is not None and at[0] == "asked" else ADD
        self._answer_all(next((each.giver for each in asked if each.giver == here), asked[0].giver))

    @task
    async def _answer_all(self, giver: UUID | None) -> None:
        from ret_tui.actions.permissions import record_permission
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.permission import PermissionFields

        if self._seen is None:
            return
        view = self._seen.permission
        asked = next(each for each in view.asked if each.giver == giver)
        purposes = [
            status.purpose
            for status in view.purposes
            if status.purpose is not PermissionPurpose.SEND_ADVICE and _still_asked(status, asked)
        ]
        if not purposes:
            self.ret.tell(f"{asked.label} gaf voor elk doel al toestemming.")
            return
        ids = {purpose: uuid4() for purpose in purposes}
        start = self._start(giver)

        async def save(typed: Mapping[str, Any]) -> None:
            common = {**start, **{name: value for name, value in typed.items() if value is not None}}
            for purpose, record_id in ids.items():
                await self.case.desk.do(
                    record_permission, record_id, self.case_id, {**common, "purpose": purpose}
                )

        fields = ("answer", "given_on", "how", "until", "note")
        done = await self.ret.ask(
            RecordModal(
                f"Antwoord van {asked.label} op {len(purposes)} {'doel' if len(purposes) == 1 else 'doelen'} tegelijk",
                PermissionFields,
                fields=fields,
                values={name: start.get(name) for name in fields},
                options={},
                draft_key=f"permission:all:{self.case_id}:{giver}",
                check=save,
            )
        )
        if done is not None:
            await self.case.look_again()

    @task
    async def action_withdraw(self) -> None:
        """Somebody takes a permission back, from a day on."""
        from ret_tui.actions.permissions import withdraw_permission
        from ret_tui.app.forms import RecordModal
        from ret_tui.domain.errors import InvalidInput
        from ret_tui.domain.permission import PermissionFields

        at = self.at
        if at is None or at not in self._records:
            self.ret.tell("Zet de cursor op de vastgelegde toestemming die wordt ingetrokken.")
            return
        record = self._records[at]

        async def save(typed: Mapping[str, Any]) -> None:
            if typed.get("withdrawn_on") is None:
                raise InvalidInput("Vul in vanaf welke dag de toestemming is ingetrokken.", "withdrawn_on")
            await self.case.desk.do(withdraw_permission, record.id, typed["withdrawn_on"])

        done = await self.ret.ask(
            RecordModal(
                "Toestemming intrekken",
                PermissionFields,
                fields=("withdrawn_on",),
                values={"withdrawn_on": self.ret.today},
                options={},
                draft_key=f"permission:withdraw:{record.id}",
                check=save,
            )
        )
        if done is not None:
            await self.case.look_again()

    @task
    async def _edit_exception(self, field: str) -> None:
        from ret_tui.app.forms import FormModal, FormPane, Section
        from ret_tui.domain.case import CaseFields

        if self._seen is None:
            return
        pane = FormPane(
            CaseFields,
            sections=(
                Section("Uitzondering op toestemming", "permission_exception"),
                Section("Wilsbekwaamheid", "judged_incapable", "judged_by", "judged_on", "judged_reason"),
            ),
            values={name: self._seen.file.fields[name] for name in EXCEPTION_FIELDS},
            save=self.case.save_field,
            draft_key=f"case:{self.case_id}",
            required=(),
        )
        await self.ret.ask(FormModal("Uitzondering en wilsbekwaamheid", pane, focus=field))
        await self.case.look_again()

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        event.stop()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        at = self.at if self.is_mounted else None
        if action in ("withdraw", "remove"):
            return at is not None and at in self._records
        return True


def _still_asked(status: PurposeStatus, asked: Asked) -> bool:
    """Whether this person has not given this permission."""
    return all(standing.asked.giver != asked.giver for standing in status.given)


# --- rows ---------------------------------------------------------------------------------------------

_VERDICTS = {Verdict.NAMED: ("✓", GOOD), Verdict.UNNAMED: ("○", WARN), Verdict.NOT: ("✗", BAD)}


def _verdict(seen: Preparation) -> Content:
    """How the case may be discussed, on which day, and everything to know or repair."""
    view = seen.permission
    sign, style = _VERDICTS[view.verdict]
    when = f"Op het overleg van {day_date(seen.on)}" if seen.planned else f"Vandaag, {day_date(seen.on)}"
    rows = [line((f"{when}: ", MUTED), (f"{sign} {view.verdict.label}. ", style), view.why)]
    rows += [line(("! ", WARN), each.text) for each in view.notices]
    if view.inform:
        rows.append(line("Wel informeren: ", (listed(view.inform), STRONG), "."))
    return lines(*rows)


def _asked_rows(view: PermissionView) -> list[Row]:
    rows = [Row.heading("WIE WORDT GEVRAAGD")]
    for each in view.asked:
        given = sum(
            1 for status in view.purposes for standing in status.given if standing.asked.giver == each.giver
        )
        said: Part = (f"{given} van {len(view.purposes)} gegeven", GOOD if given else MUTED)
        name = line((each.label, STRONG), (f" ({each.quality.label.lower()})", MUTED))
        rows.append(Row(("asked", each.giver), (name, (each.why, MUTED), said)))
    if not view.asked:
        rows.append(Row(("asked", ADD), (("Nog niet te zeggen: zie hierboven wat ontbreekt.", MUTED),)))
    return rows


def _purpose_row(status: PurposeStatus) -> Row:
    name = status.purpose.label + (f": {status.to_whom}" if status.to_whom else "")
    said: Part
    if status.complete:
        said = ("✓ gegeven door iedereen", GOOD)
    elif status.missing:
        said = (("✗ " if status.refused else "○ ") + _who_lacks(status), BAD if status.refused else MUTED)
    else:
        said = ("○ nog niet bekend wie", MUTED)
    return Row(("purpose", (status.purpose.value, status.to_whom)), (name, said))


def _who_lacks(status: PurposeStatus) -> str:
    """`nog niet gevraagd: Testmoeder en Testvader; geweigerd: Sam`; everybody unasked in three words."""
    stands: dict[Stand, list[str]] = {}
    for each in status.missing:
        stands.setdefault(each.stand, []).append(each.asked.label)
    if set(stands) == {Stand.MISSING} and not status.given:
        return "nog niemand gevraagd"
    return "; ".join(f"{stand.label.lower()}: {listed(names)}" for stand, names in stands.items())


def _exception_rows(seen: Preparation) -> list[Row]:
    fields = seen.file.fields
    judged = "ja" if fields["judged_incapable"] else "nee"
    by = f", door {fields['judged_by']}" if fields["judged_by"] else ""
    return [
        Row.heading("UITZONDERING"),
        Row(
            ("exception", "permission_exception"),
            ("Schriftelijke grond", fields["permission_exception"] or ("geen", MUTED)),
        ),
        Row(("exception", "judged_incapable"), ("Wilsonbekwaam verklaard", f"{judged}{by}")),
    ]

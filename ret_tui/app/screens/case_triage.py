"""Triage: the three questions and the decision, every one that was taken; and withdrawing a registration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from ret_tui.app.choices import Choice
from ret_tui.app.modals import ConfirmModal, PickModal, TextModal
from ret_tui.app.screens.case_base import Kind, RecordsPart
from ret_tui.app.screens.told import told_sentence
from ret_tui.app.tasks import task
from ret_tui.app.text import GOOD, MUTED, WARN, Part
from ret_tui.app.widgets.linelist import Column, Row
from ret_tui.domain.dates import day_date

if TYPE_CHECKING:
    from ret_tui.app.screens.case import CaseScreen
    from ret_tui.queries.planning import Planned, Preparation
    from ret_tui.queries.values import Record

FIELDS = ("regular_routes_tried", "question_clear", "urgent", "outcome", "reason", "decided_on")


class TriagePart(RecordsPart):
    """Decisions, newest last, and the way out."""

    PART = "triage"
    COLUMNS = (
        Column("Besluit", 26),
        Column("Op", 14),
        Column("Door", 20, hide_below=120),
        Column("Routes · vraag · spoed", 26, hide_below=100),
        Column("Reden", 0, wrap=True),
    )

    def __init__(self, case: CaseScreen) -> None:
        super().__init__(case)
        self._planned: Planned | None = None
        self._deciders: Mapping[UUID, str] = {}
        self._is_closed = False

    def kinds(self) -> Sequence[Kind]:
        from ret_tui.domain.case import TriageFields

        return (
            Kind(
                "triage",
                "Besluiten",
                "triagebesluit",
                TriageFields,
                FIELDS,
                records=lambda seen: seen.file.triages,
                cells=lambda triage: _cells(self._deciders, triage),
                add=self._decide,
                edit=_never,
                remove=_never,
                start={"decided_on": self.ret.today},
            ),
        )

    def show(self, seen: Preparation) -> None:
        super().show(seen)
        self.refresh_bindings()

    def rows_of(self, kind: Kind, seen: Preparation) -> list[Row]:
        self._planned, self._deciders = seen.planned, seen.file.deciders
        rows = super().rows_of(kind, seen)
        head = seen.file.head
        self._is_closed = head.status.is_closed
        if self._is_closed:
            reason = head.status_reason or "zonder reden"
            rows = [row for row in rows if row.key != (kind.id, "add")]
            return [
                *rows,
                Row.heading(f"{head.status.label.upper()}: {reason}"),
                Row(("reopen", ""), (("Heropenen …", WARN),)),
            ]
        return [
            *rows,
            Row.heading("INTREKKEN"),
            Row(("withdraw", ""), (("Aanmelding intrekken …", WARN),)),
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "remove" and not (action == "add" and self._is_closed)

    def change(self, kind_id: str, record: Record) -> None:
        """Show a decision in full; it is never changed, a new one follows it."""
        del kind_id
        self._read(record)

    @task
    async def _read(self, record: Record) -> None:
        from ret_tui.app.modals import MessageModal
        from ret_tui.domain.base import label_of
        from ret_tui.domain.case import TriageFields
        from ret_tui.domain.dates import long_date

        said = []
        for name in FIELDS:
            value = record[name]
            shown = long_date(value) if name == "decided_on" and value else getattr(value, "label", value)
            said.append(f"{label_of(TriageFields, name)}: {shown or '–'}")
        said.append(f"Besloten door: {self._deciders.get(record.id, '–')}")
        said.append(
            "\nEen besluit wordt niet veranderd. Leg een nieuw besluit vast als het anders is geworden."
        )
        await self.ret.ask(MessageModal("Triagebesluit", "\n".join(said)))

    async def _decide(self, triage_id: UUID, values: dict[str, Any]) -> None:
        """Record the decision; one that ends the registration is asked about first."""
        from ret_tui.actions.cases import decide_triage
        from ret_tui.domain.errors import InvalidInput
        from ret_tui.domain.words import TriageOutcome

        outcome = values.get("outcome")
        if outcome in (TriageOutcome.CONSULTATION, TriageOutcome.LOCAL_TEAM, TriageOutcome.REFER):
            text = "De casus komt dan niet in het overleg en krijgt de status ingetrokken. Het besluit telt mee in de cijfers."
            told = await self._told()
            text = f"{text}\n\n{told}" if told else text
            question = f"{outcome.label}: de aanmelding eindigt hiermee. Klopt dat?"
            if not await self.ret.ask(ConfirmModal(question, text, yes="Ja, zo vastleggen", no="Nee, terug")):
                raise InvalidInput("Nog niet vastgelegd. Kies zo nodig een andere uitkomst.", "outcome")
        await self.case.desk.do(decide_triage, self.case_id, triage_id, values)

    def chose_other(self, key: tuple[Any, Any]) -> None:
        if key[0] == "withdraw":
            self._withdraw()
        elif key[0] == "reopen":
            self._reopen()

    @task
    async def _reopen(self) -> None:
        from ret_tui.actions.closing import reopen_case

        question = await self.ret.ask(
            TextModal(
                "Casus heropenen",
                "De nieuwe vraag, in één zin",
                hint="De oude vraag en waarom de casus eindigde, blijven bewaard.",
                multiline=False,
                draft_key=f"reopen:{self.case_id}",
            )
        )
        if question is not None:
            await self.case.desk.do(reopen_case, self.case_id, question)
            self.ret.tell("De casus is heropend.")
            await self.case.look_again()

    @task
    async def _withdraw(self) -> None:
        from ret_tui.actions.cases import withdraw_case

        lesson = await self._stays_for_lesson()
        if lesson is None:
            return
        reason = await self.ret.ask(
            TextModal(
                "Aanmelding intrekken",
                "Waarom wordt de aanmelding ingetrokken?",
                hint="De casus kan daarna niet meer worden gewijzigd, wel heropend.",
                draft_key=f"withdraw:{self.case_id}",
            )
        )
        if reason is None:
            return
        told = await self._told()
        await self.case.desk.do(withdraw_case, self.case_id, reason, lesson)
        done = (
            "De aanmelding is ingetrokken en blijft als leeritem staan."
            if lesson
            else "De aanmelding is ingetrokken."
        )
        self.ret.tell(f"{done} {told}".strip(), severity="warning" if told else "information")
        await self.case.look_again()

    async def _told(self) -> str:
        """Who was invited for the meeting that this case is planned for."""
        if self._planned is None:
            return ""
        return await told_sentence(self.case.desk, self._planned.meeting_id, self._planned.item_id)

    async def _stays_for_lesson(self) -> bool | None:
        """Whether a case that stands on an agenda stays there for its lesson (S3); None when given up."""
        if self._planned is None:
            return False
        chosen = await self.ret.ask(
            PickModal(
                f"Aanmelding intrekken: wat met de agenda van {day_date(self._planned.held_on)}?",
                [
                    Choice(
                        True,
                        "Laten staan als leeritem",
                        "het team bespreekt kort wat hiervan te leren is, zonder gezin en zonder naam",
                        key="l",
                    ),
                    Choice(False, "Van de agenda halen", key="v"),
                ],
            )
        )
        return None if chosen is None else bool(chosen)


async def _never(*_: object) -> None:
    """A decision is not changed or taken away."""


def _cells(deciders: Mapping[UUID, str], triage: Record) -> tuple[Part, ...]:
    from ret_tui.domain.words import TriageOutcome

    outcome = triage["outcome"]
    good = outcome in (TriageOutcome.DISCUSS, TriageOutcome.URGENT)
    answers = (triage[name] for name in ("regular_routes_tried", "question_clear", "urgent"))
    return (
        (outcome.label if outcome else "onbekend", GOOD if good else ""),
        day_date(triage["decided_on"]) if triage["decided_on"] else ("datum onbekend", MUTED),
        deciders.get(triage.id, ""),
        " · ".join(each.label.lower() if each else "–" for each in answers),
        triage["reason"] or "",
    )

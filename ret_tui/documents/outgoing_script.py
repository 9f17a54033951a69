"""One case in the chair's script: what the chair must know and do at the table, and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ret_tui.documents.outgoing_bundle import about
from ret_tui.domain.agenda_times import clock_minutes, clock_text
from ret_tui.domain.permission_facts import Verdict
from ret_tui.domain.steps import step_plan
from ret_tui.domain.words import AgendaKind, Answer, Presence

if TYPE_CHECKING:
    from ret_tui.domain.permission_rules import PermissionView
    from ret_tui.domain.readiness import ReadinessLine
    from ret_tui.queries.cases import CaseFile
    from ret_tui.queries.meetings import AgendaLine, SeatView

LESSON = "Leeritem: wat leren wij hiervan? Zonder naam, alleen met het team."


def script_case(
    file: CaseFile,
    view: PermissionView,
    item: AgendaLine,
    seats: Sequence[SeatView],
    needs: Sequence[ReadinessLine],
    begins: str,
    on: date,
) -> dict[str, str]:
    """The values of one case. The script is for the chair only, so names may stand in it."""
    fields = file.fields
    lesson = item.kind is AgendaKind.LEARNING
    named = view.verdict is Verdict.NAMED
    table = [
        f"{seat.name} ({seat.role.label.lower()}{f', {seat.organisation}' if seat.organisation else ''})"
        if seat.name
        else seat.label
        for seat in seats
        if seat.presence is not Presence.ABSENT
    ]
    away = [seat.name or seat.label for seat in seats if seat.presence is Presence.ABSENT]
    return {
        "tijd": begins,
        "nummer": file.head.number,
        "wie": about(file, on, named=True),
        "vraag": fields["question"] or "",
        "tafel": "; ".join(table) + (f". Afgemeld: {'; '.join(away)}" if away else ""),
        "toestemming": LESSON if lesson else "met naam bespreken mag." if named else view.why,
        "ontbreekt": "" if lesson else "; ".join(each.text for each in needs if each.required),
        "let_op": "" if lesson else " ".join(_watch(file, view)),
        "regisseur": fields["director_candidate"] or "",
        "stappen": "" if lesson else _steps(item.minutes, begins),
    }


def _watch(file: CaseFile, view: PermissionView) -> list[str]:
    fields = file.fields
    found = [each.text for each in view.notices]
    if fields["safety_acute"] is Answer.YES:
        found.append("Het is acuut onveilig: begin met de veiligheid.")
    if fields["parents_apart"]:
        found.append("De ouders wonen apart; noem geen adressen.")
    if fields["interpreter"]:
        found.append("Er is een tolk: spreek in korte zinnen en reken op extra tijd.")
    if view.inform:
        found.append(f"Wel informeren: {', '.join(view.inform)}.")
    return found


def _steps(minutes: int, begins: str) -> str:
    """Every step on a line of its own with the time it begins; half minutes are rounded down to the minute."""
    at = timedelta(minutes=clock_minutes(begins) or 0)
    rows = []
    for step, span in step_plan(minutes).items():
        length = f"{span.total_seconds() / 60:g}".replace(".", ",")
        rows.append(
            f"{clock_text(int(at.total_seconds() // 60))}  {step.number}. {step.label} ({length} min)"
        )
        at += span
    return "\n".join(rows)

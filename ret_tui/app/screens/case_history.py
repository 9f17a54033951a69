"""The timeline of care and the refusals: what was there, why it ended, who said no."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ret_tui.app.screens.case_base import Kind, RecordsPart, doing
from ret_tui.app.text import MUTED, Part
from ret_tui.app.widgets.linelist import Column

if TYPE_CHECKING:
    from datetime import date

    from ret_tui.app.choices import Choice
    from ret_tui.queries.values import Record


class HistoryPart(RecordsPart):
    """Care and refusals under each other."""

    PART = "history"
    COLUMNS = (
        Column("Wanneer", 25),
        Column("Wat", 22),
        Column("Waar of wie", 0),
        Column("Waarom gestopt of geweigerd", 0, hide_below=84),
    )

    def kinds(self) -> Sequence[Kind]:
        from ret_tui.actions.cases import (
            add_care_spell,
            add_refusal,
            edit_care_spell,
            edit_refusal,
            remove_care_spell,
            remove_refusal,
        )
        from ret_tui.domain.case import CareSpellFields, RefusalFields

        return (
            Kind(
                "care_spell",
                "Hulp, plaatsingen en maatregelen",
                "regel in het hulpverleden",
                CareSpellFields,
                ("kind", "provider", "from_on", "to_on", "why_ended"),
                records=lambda seen: seen.file.spells,
                cells=_spell_cells,
                add=doing(self.case, add_care_spell, owned=True),
                edit=doing(self.case, edit_care_spell),
                remove=doing(self.case, remove_care_spell),
                options=self._providers,
            ),
            Kind(
                "refusal",
                "Afwijzingen",
                "afwijzing",
                RefusalFields,
                ("provider", "reason", "note", "refused_on"),
                records=lambda seen: seen.file.refusals,
                cells=_refusal_cells,
                add=doing(self.case, add_refusal, owned=True),
                edit=doing(self.case, edit_refusal),
                remove=doing(self.case, remove_refusal),
                options=self._providers,
            ),
        )

    def _providers(self) -> dict[str, Sequence[Choice]]:
        return {"provider": self.case.organisation_names}


def _period(start: date | None, end: date | None) -> Part:
    """`1 feb 2023 – 1 aug 2023`; an open end is `nu`."""
    from ret_tui.domain.dates import day_date

    if start is None and end is None:
        return ("datum onbekend", MUTED)
    first = day_date(start).split(" ", 1)[1] if start else "?"
    last = day_date(end).split(" ", 1)[1] if end else "nu"
    return f"{first} – {last}"


def _spell_cells(spell: Record) -> tuple[Part, ...]:
    return (
        _period(spell["from_on"], spell["to_on"]),
        spell["kind"].label if spell["kind"] else ("soort onbekend", MUTED),
        spell["provider"] or ("onbekend", MUTED),
        spell["why_ended"] or "",
    )


def _refusal_cells(refusal: Record) -> tuple[Part, ...]:
    from ret_tui.domain.dates import day_date

    refused = refusal["refused_on"]
    return (
        day_date(refused).split(" ", 1)[1] if refused else ("datum onbekend", MUTED),
        refusal["reason"].label if refusal["reason"] else ("reden onbekend", MUTED),
        refusal["provider"] or ("onbekend", MUTED),
        refusal["note"] or "",
    )

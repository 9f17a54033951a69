"""Who has authority over the young person: parents, guardian, institution."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ret_tui.app.screens.case_base import Kind, RecordsPart, doing
from ret_tui.app.text import MUTED, WARN, Part
from ret_tui.app.widgets.linelist import Column

if TYPE_CHECKING:
    from ret_tui.queries.values import Record

FIELDS = ("name", "relation", "has_authority", "phone", "email", "address", "address_secret", "informed_on")


class HoldersPart(RecordsPart):
    """Parents and guardians."""

    PART = "holders"
    COLUMNS = (
        Column("Naam", 0),
        Column("Wie", 14),
        Column("Gezag", 10),
        Column("Adres", 16, hide_below=60),
        Column("Geïnformeerd", 16, hide_below=76),
    )

    def kinds(self) -> Sequence[Kind]:
        from ret_tui.actions.cases import add_holder, edit_holder, remove_holder
        from ret_tui.domain.case import AuthorityHolderFields

        return (
            Kind(
                "authority_holder",
                "Ouders en voogden",
                "ouder of voogd",
                AuthorityHolderFields,
                FIELDS,
                records=lambda seen: seen.file.holders,
                cells=_cells,
                add=doing(self.case, add_holder, owned=True),
                edit=doing(self.case, edit_holder),
                remove=doing(self.case, remove_holder),
                warning="De toestemming die deze persoon gaf, gaat mee.",
            ),
        )


def _cells(holder: Record) -> tuple[Part, ...]:
    from ret_tui.domain.dates import day_date

    address: Part = ("ontbreekt", MUTED)
    if holder["address_secret"]:
        address = ("geheim", WARN)
    elif holder["address"]:
        address = "✓"
    informed = holder["informed_on"]
    return (
        holder["name"] or ("naam onbekend", MUTED),
        holder["relation"].label if holder["relation"] else ("onbekend", MUTED),
        "gezag" if holder["has_authority"] else ("geen gezag", MUTED),
        address,
        day_date(informed) if informed else ("nog niet", MUTED),
    )

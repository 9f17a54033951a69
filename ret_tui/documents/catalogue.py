"""Every document that has a template, by the file name of that template: what may stand in it, and made-up values.

Walks the specs, so a new document is here as soon as it has one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ret_tui.documents.spec import DocumentSpec, Values


@dataclass(frozen=True)
class Document:
    """One kind of document. `full` makes values for every placeholder, `spare` only for what cannot be missing."""

    label: str
    spec: DocumentSpec
    full: Callable[[], Values]
    spare: Callable[[], Values]

    @property
    def key(self) -> str:
        """Name for the command line: that of the standard template without its ending."""
        return self.spec.template.removesuffix(".docx")


def catalogue() -> dict[str, Document]:
    """Every document by the file name of its standard template, letters first."""
    from ret_tui.documents import letters, outgoing_specs, sample, sample_values

    found: dict[str, Document] = {}
    for kind, spec in letters.SPECS.items():
        found[spec.template] = Document(
            kind.label,
            spec,
            lambda spec=spec: spec.values(sample.full(spec.kind)),  # type: ignore[misc]  # bound now, not later
            lambda spec=spec: spec.values(sample.spare(spec.kind)),  # type: ignore[misc]  # bound now, not later
        )
    for outgoing, plain in outgoing_specs.SPECS.items():
        found[plain.template] = Document(
            outgoing.label,
            plain,
            lambda plain=plain: sample_values.values_of(plain),  # type: ignore[misc]  # bound now, not later
            lambda plain=plain: sample_values.values_of(plain, spare=True),  # type: ignore[misc]  # bound now, not later
        )
    return found

"""Which template a document is made with: the region's own version when one is chosen, else the standard one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlmodel import Session

from ret_tui.assets import assets
from ret_tui.documents.spec import DocumentSpec
from ret_tui.domain.errors import DocumentError, TemplateFault
from ret_tui.queries.templates import ChosenTemplate, chosen_templates

if TYPE_CHECKING:
    from ret_tui.documents.word.template import Template

WAY_OUT = "Zet bij Instellingen, Sjablonen het standaardsjabloon terug, of kies een verbeterde versie."


class Templates:
    """The templates in use. Reads no store; may be used on any thread."""

    def __init__(self, own: Iterable[ChosenTemplate] = ()) -> None:
        self._own = {each.document: each for each in own}

    def of(self, spec: DocumentSpec) -> Template:
        """The template ready to be filled. Parsed once per run; an own one is first tried out in its own process.

        Raises:
            TemplateFault: it cannot be used (any more); says where, and the way out.
            DocumentError: the standard template is gone.
        """
        from ret_tui.documents.word.loading import load

        own = self._own.get(spec.template)
        if own is None:
            return load(spec, standard_bytes(spec), spec.template)
        try:
            return load(spec, own.content, own.file_name)
        except TemplateFault as error:
            raise TemplateFault(f"{error.message} {WAY_OUT}", error.place) from error

    def number(self, spec: DocumentSpec) -> int:
        """Version of the region's own template; 0 for the standard one."""
        own = self._own.get(spec.template)
        return own.number if own is not None else 0


STANDARD = Templates()
"""Only standard templates."""


def templates_in_use(session: Session) -> Templates:
    """The templates this region uses."""
    return Templates(chosen_templates(session))


def standard_bytes(spec: DocumentSpec) -> bytes:
    """The standard template as a file.

    Raises:
        DocumentError: it is not there.
    """
    path = assets("templates") / spec.template
    try:
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(
            f"Het standaardsjabloon {spec.template} kan niet gelezen worden. Installeer het programma opnieuw."
        ) from error

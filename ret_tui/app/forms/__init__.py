"""Forms as data, bound to the `Fields` models of the domain."""

from ret_tui.app.choices import Choice
from ret_tui.app.forms.modal import FormModal, RecordModal
from ret_tui.app.forms.pane import FormPane
from ret_tui.app.forms.spec import Section

__all__ = ["Choice", "FormModal", "FormPane", "RecordModal", "Section"]

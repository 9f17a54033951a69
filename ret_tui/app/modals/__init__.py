"""Windows over a screen: each asks or tells one thing. Shown with `await app.ask(…)` in a task."""

from ret_tui.app.choices import Choice
from ret_tui.app.modals.base import RetModal
from ret_tui.app.modals.messages import AlarmModal, ConfirmModal, MessageModal
from ret_tui.app.modals.pick import PickModal
from ret_tui.app.modals.text import TextModal

__all__ = ["AlarmModal", "Choice", "ConfirmModal", "MessageModal", "PickModal", "RetModal", "TextModal"]

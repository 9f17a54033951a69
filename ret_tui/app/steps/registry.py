"""Which panel belongs to which step. A panel is imported the first time its step is shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ret_tui.app.steps.base import StepPanel

PANELS: dict[str, str] = {
    "opening": "ret_tui.app.steps.opening:OpeningPanel",
    "stem": "ret_tui.app.steps.voice:VoicePanel",
    "vraag": "ret_tui.app.steps.question:QuestionPanel",
    "analyse": "ret_tui.app.steps.analysis:AnalysisPanel",
    "verheldering": "ret_tui.app.steps.clarifying:ClarifyingPanel",
    "ronde": "ret_tui.app.steps.round:RoundPanel",
    "richtingen": "ret_tui.app.steps.options:OptionsPanel",
    "mandaat": "ret_tui.app.steps.mandate:MandatePanel",
    "voorlezen": "ret_tui.app.steps.reading:ReadingPanel",
    "afspraken": "ret_tui.app.steps.agreements:AgreementsPanel",
    "signalen": "ret_tui.app.steps.signals:SignalsPanel",
    "afsluiting": "ret_tui.app.steps.closing:ClosingPanel",
}
"""`Step` value → `module:Class`."""


def build_panel(step: str) -> StepPanel:
    """Make the panel of a step."""
    module, _, name = PANELS[step].partition(":")
    made: StepPanel = getattr(import_module(module), name)()
    return made

"""One thing to choose, wherever people choose: a list, a row of answers, a select."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from textual.content import Content

from ret_tui.app.text import KEY, MUTED, line


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what comes back, `label` what people see, `detail` stands beside it, `key` chooses it directly."""

    value: Hashable
    label: str
    detail: str = ""
    key: str = ""

    def shown(self) -> Content:
        """The choice on one line."""
        head = ((f"{self.key} ", KEY),) if self.key else ()
        tail = (("  " + self.detail, MUTED),) if self.detail else ()
        return line(*head, self.label, *tail)

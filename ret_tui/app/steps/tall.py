"""A list that is as high as its rows, for a panel that scrolls as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from ret_tui.app.widgets.linelist import LineList, Row


class TallList(LineList):
    """Grows and shrinks with its rows; `MOST` lines at most, then it scrolls by itself."""

    MOST = 60

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        super().set_rows(rows)
        self._fit_height()

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit_height)

    def _fit_height(self) -> None:
        height = min(self.MOST, max(1, self.virtual_size.height))
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height

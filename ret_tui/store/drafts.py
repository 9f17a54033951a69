"""Text that is still being typed, kept so that a crash loses no more than the last moment.

`put` only remembers; `flush` writes. When to flush is up to the screen: a moment after the last key, and at every end.
"""

from __future__ import annotations

from sqlmodel import Session, col, delete, select

from ret_tui.domain.record import Draft
from ret_tui.store.desk import Desk
from ret_tui.store.work import Work


class DraftKeeper:
    """Half-typed text per place where it is typed. Use it from one thread, the one of the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._texts: dict[str, str] = {}
        self._pending: dict[str, str] = {}

    async def load(self) -> None:
        """Read what an earlier run left behind. Text put since then wins."""
        self._texts = {**await self._desk.ask(kept_drafts), **self._texts}

    def put(self, key: str, text: str) -> None:
        """Remember the text at `key` as it is now; empty text means that there is none."""
        text = text.encode(errors="replace").decode()  # half a character pair would make every flush fail
        if text:
            self._texts[key] = text
        else:
            self._texts.pop(key, None)
        self._pending[key] = text

    def clear(self, key: str) -> None:
        """Forget the text at `key`: it was saved for good or given up."""
        if key in self._texts or key in self._pending:
            self.put(key, "")

    def take(self, key: str) -> str:
        """The text at `key`, empty if there is none; it is forgotten here."""
        text = self._texts.get(key, "")
        self.clear(key)
        return text

    def all(self) -> dict[str, str]:
        """Every text that is remembered, by key."""
        return dict(self._texts)

    @property
    def pending(self) -> bool:
        """Whether anything is not written yet."""
        return bool(self._pending)

    async def flush(self) -> None:
        """Write what changed, in one transaction.

        Raises:
            StoreError: the file failed; the texts stay pending for the next time.
        """
        if batch := self._start():
            try:
                await self._desk.do(keep_drafts, batch)
            except BaseException:
                self._put_back(batch)
                raise

    def flush_now(self) -> None:
        """The same as `flush`, for the last moments without an event loop. Blocks."""
        if batch := self._start():
            try:
                self._desk.do_now(keep_drafts, batch)
            except BaseException:
                self._put_back(batch)
                raise

    def _start(self) -> dict[str, str]:
        batch, self._pending = self._pending, {}
        return batch

    def _put_back(self, batch: dict[str, str]) -> None:
        self._pending.update({key: self._texts.get(key, "") for key in batch})


def keep_drafts(work: Work, texts: dict[str, str]) -> None:
    """Write drafts by key; empty text removes the draft. Leaves no line in the log: nothing is decided yet."""
    gone = [key for key, text in texts.items() if not text]
    if gone:
        work.session.exec(delete(Draft).where(col(Draft.key).in_(gone)))
    for key, text in texts.items():
        if text:
            work.session.merge(Draft(key=key, text=text, updated_at=work.now))


def kept_drafts(session: Session) -> dict[str, str]:
    """All drafts by key."""
    return {draft.key: draft.text for draft in session.exec(select(Draft).order_by(Draft.key))}

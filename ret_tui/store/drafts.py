"""Text that is still being typed, kept so that a crash loses no more than the last moment.

`put` only remembers; `flush` writes. When to flush is up to the screen: a moment after the last key, and at every end.
What is about to be saved for good is handed over: the action that saves it removes the draft in its own transaction,
and until that has ended nothing is written at that place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from sqlmodel import Session, col, delete, select

from ret_tui.domain.record import Draft
from ret_tui.store.desk import Desk
from ret_tui.store.handover import Carrying, Handover, without
from ret_tui.store.work import Work

P = ParamSpec("P")
T = TypeVar("T")


class DraftKeeper:
    """Half-typed text per place where it is typed. Use it from one thread, the one of the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._texts: dict[str, str] = {}
        self._pending: dict[str, str] = {}
        self._on_disk: dict[str, str] = {}
        """What is certainly on disk, empty when certainly nothing; a key that is not in it: unknown."""
        self._newest: dict[str, dict[str, str]] = {}
        """The batch in which a key went to disk last; an older one says nothing about it any more."""
        self._handed: dict[str, Handover] = {}
        self.on_waiting: Callable[[], None] | None = None
        """Is told when something came to wait for a flush without a `put`."""

    async def load(self) -> None:
        """Read what an earlier run left behind. Text put since then wins."""
        self._on_disk = await self._desk.ask(kept_drafts)
        self._texts = {**self._on_disk, **self._texts}

    def put(self, key: str, text: str) -> None:
        """Remember the text at `key` as it is now; empty text means that there is none."""
        text = _whole(text)
        if key in self._handed and not self._handed[key].taken:
            del self._handed[key]  # typed on before anything was saved
        self._remember(key, text)

    def _remember(self, key: str, text: str) -> None:
        if text:
            self._texts[key] = text
        else:
            self._texts.pop(key, None)
        if self._on_disk.get(key) == text and key not in self._handed:
            self._pending.pop(key, None)
        else:
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

    # --- handing over -------------------------------------------------------------------------------------

    def hand_over(self, key: str, text: str | None = None) -> None:
        """The next action that is done saves what is typed at `key`, or only its first lines `text`.

        The draft goes in that action's transaction. Refused, or never done: the draft stays.
        """
        whole = self._texts.get(key, "")
        if whole or key in self._pending or self._on_disk.get(key):
            if text is None:
                self._handed[key] = Handover(key, whole, "")
            else:
                text = _whole(text)
                self._handed[key] = Handover(key, text, without(whole, text), in_front=True)

    def carrying(self, action: Callable[Concatenate[Work, P], T]) -> Callable[Concatenate[Work, P], T]:
        """`action`, taking along what was handed over and no other action took."""
        handed = [each for each in self._handed.values() if not each.taken]
        return Carrying(action, handed) if handed else action

    def end(self, key: str, saved: bool) -> None:
        """What was handed over at `key` is saved or not; says nothing new when an action took it along."""
        handed = self._handed.get(key)
        if handed is not None and not handed.taken:
            del self._handed[key]
            if saved:
                self._remember(key, handed.left_of(self._texts.get(key, "")))

    def settle(self) -> None:
        """Note how the actions ended that took something along."""
        self._settle()
        if self.pending and self.on_waiting is not None:
            self.on_waiting()

    def _settle(self) -> None:
        for each in [each for each in self._handed.values() if each.saved is not None]:
            del self._handed[each.key]
            self._newest.pop(each.key, None)
            text = self._texts.get(each.key, "")
            if each.saved:
                self._on_disk[each.key] = each.rest
                text = each.left_of(text)
            else:
                self._on_disk.pop(each.key, None)
            self._remember(each.key, text)

    # --- to disk ------------------------------------------------------------------------------------------

    @property
    def pending(self) -> bool:
        """Whether anything is not written yet that may be written now."""
        return any(key not in self._handed for key in self._pending)

    @property
    def unsaved(self) -> bool:
        """Whether any text is not certainly on disk as it is now; also what is on its way there."""
        return any(self._on_disk.get(key) != text for key, text in self._texts.items())

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
            self._written(batch)

    def flush_now(self) -> None:
        """The same as `flush`, for the last moments without an event loop; also what was handed over. Blocks."""
        if any(each.taken and each.saved is None for each in self._handed.values()):
            self._desk.flush_now()
        self._handed = {key: each for key, each in self._handed.items() if each.taken}
        self._settle()  # nothing is planned: there may be no loop any more
        # what is on its way may still fail, and then nobody would hear of it any more
        self._pending |= {key: text for key, text in self._texts.items() if self._on_disk.get(key) != text}
        if batch := self._start():
            try:
                self._desk.do_now(keep_drafts, batch)
            except BaseException:
                self._put_back(batch)
                raise
            self._written(batch)

    def _start(self) -> dict[str, str]:
        batch = {key: text for key, text in self._pending.items() if key not in self._handed}
        for key in batch:
            del self._pending[key]
            self._on_disk.pop(key, None)
            self._newest[key] = batch
        return batch

    def _written(self, batch: dict[str, str]) -> None:
        for key, text in batch.items():
            if self._newest.get(key) is batch and key not in self._handed:
                del self._newest[key]
                self._on_disk[key] = text

    def _put_back(self, batch: dict[str, str]) -> None:
        self._pending.update({key: self._texts.get(key, "") for key in batch})


def _whole(text: str) -> str:
    """Half a character pair would make every flush fail."""
    return text.encode(errors="replace").decode()


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

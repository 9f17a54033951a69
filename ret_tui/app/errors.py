"""What is kept and said when the program itself fails: a number and code places, never a word anybody typed."""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from ret_tui import __version__

MAX_LOG_BYTES = 512 * 1024
"""The log starts anew above this size; the newest faults matter."""


def fault_number(error: BaseException) -> str:
    """Six signs that are the same each time the same code fails in the same way."""
    return hashlib.sha256("\n".join(_places(error)).encode()).hexdigest()[:6].upper()


def write_fault(log: Path | None, error: BaseException) -> str:
    """Note a fault in the log and return its number.

    Messages of errors and values of variables are left out, because they can hold what people typed. A log that
    cannot be written is skipped: the number is still worth telling.
    """
    number = fault_number(error)
    if log is not None:
        head = (
            f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} fout {number} ret-tui {__version__} "
            f"python {platform.python_version()} {sys.platform}"
        )
        entry = "\n".join((head, *(f"  {place}" for place in _places(error)), ""))
        try:
            log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            too_big = log.exists() and log.stat().st_size > MAX_LOG_BYTES
            with log.open("w" if too_big else "a", encoding="utf-8", newline="\n") as file:
                file.write(entry)
        except OSError:
            return number
    return number


def fault_text(number: str, log: Path | None) -> str:
    """Dutch sentences for a fault of the program."""
    where = f" De plek in het programma staat in {log}." if log else ""
    return (
        f"Er ging iets mis in het programma (fout {number}). Wat als opgeslagen getoond is, staat veilig op schijf."
        f"{where} Er staat geen tekst van u in dat bestand."
    )


def _places(error: BaseException) -> list[str]:
    """The chain of errors as types and code places."""
    found: list[str] = []
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        found.append(f"{type(each).__module__}.{type(each).__qualname__}")
        found.extend(_frames(each.__traceback__))
        each = each.__cause__ or each.__context__
    return found


def _frames(traceback: TracebackType | None) -> Iterator[str]:
    while traceback is not None:
        code = traceback.tb_frame.f_code
        module = traceback.tb_frame.f_globals.get("__name__", "?")
        yield f"{module}:{code.co_qualname if hasattr(code, 'co_qualname') else code.co_name}:{traceback.tb_lineno}"
        traceback = traceback.tb_next

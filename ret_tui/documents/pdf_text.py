"""The text of a pdf, read in a process of its own: a pdf can keep a processor busy for as long as its maker likes.

    python -m ret_tui.documents.pdf_text < brief.pdf

Prints a line of JSON per page, and at the end whether that was all. What was printed before the time was up is kept.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ret_tui.documents.limits import limit_process

MOST_PAGES = 400
MOST_UNPACKED = 5_000_000
"""Bytes of one unpacked stream."""

SECONDS = 8.0
"""Time that reading may take, the start of the process included."""

_SOFT = 0.75
"""Part of the time after which no further page is begun."""

MEGABYTES = 1_000
"""Address space the reading process may use, libraries included."""


def read_pdf(content: bytes, seconds: float = SECONDS) -> tuple[list[str], bool]:
    """The text of each page that could be read in time, and whether that is all there is. Never raises for a bad file."""
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    command = [sys.executable, "-m", "ret_tui.documents.pdf_text", f"{seconds * _SOFT:.2f}"]
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module, no shell
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": path},
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        printed = done.stdout
    except subprocess.TimeoutExpired as late:
        printed = late.stdout or b""
    except OSError:  # no process can be started: the file itself is kept all the same
        return [], False
    return _pages_of(printed)


def _pages_of(printed: bytes) -> tuple[list[str], bool]:
    """Pages of what was printed; a line that was cut off half-way does not count."""
    pages: list[str] = []
    complete = False
    for line in printed.splitlines():
        try:
            found = json.loads(line)
        except ValueError:
            break
        if isinstance(found, str):
            pages.append(found)
        else:
            complete = bool(found)
    return pages, complete


def pages(content: bytes, seconds: float) -> Iterator[str | bool]:
    """Text page by page, in this process; at the end whether everything was read."""
    import logging

    from pypdf import PdfReader, apply_configuration
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    limits = dict.fromkeys(
        (
            "zlib_maximum_output_length",
            "lzw_maximum_output_length",
            "run_length_maximum_output_length",
            "array_based_stream_maximum_output_length",
        ),
        MOST_UNPACKED,
    )

    def stop_late(*_: object) -> None:
        """Asked for every step of a page, so that one endless page stops too."""
        if time.monotonic() > until:
            raise TimeoutError

    until = time.monotonic() + seconds
    complete = True
    try:
        with apply_configuration(**limits):
            reader = PdfReader(io.BytesIO(content), strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                yield False
                return
            for number, page in enumerate(reader.pages):
                if number >= MOST_PAGES or time.monotonic() > until:
                    complete = False
                    break
                text = page.extract_text(visitor_operand_before=stop_late)
                complete = complete and bool(text.strip())
                yield text
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, ArithmeticError,
            RecursionError, AssertionError, NotImplementedError, MemoryError, UnicodeError):  # fmt: skip
        complete = False  # a damaged pdf fails in any of these ways; what was read until there is kept
    yield complete


def main() -> int:
    """The process itself: a pdf on its input, lines of JSON on its output."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS
    limit_process(int(seconds) + 5, MEGABYTES)
    for found in pages(sys.stdin.buffer.read(), seconds):
        sys.stdout.write(json.dumps(found) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())

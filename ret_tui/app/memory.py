"""Keeping memory small: a meeting runs for hours on a laptop with other programs open. Works where the C library is glibc."""

from __future__ import annotations

import gc
import sys
from typing import Any

_M_TRIM_THRESHOLD = -1
_M_ARENA_MAX = -8


def stay_small() -> None:
    """Keep out what is not needed, and have freed memory given back at once. Called before all else.

    Nothing here speaks to a network: `asyncio` and `hashlib` do without OpenSSL when it is not there, which saves five
    megabytes and a tenth of the time to the first screen. The store has its own encryption.
    """
    for name in ("ssl", "_hashlib"):
        if name not in sys.modules:
            sys.modules[name] = None  # type: ignore[assignment]  # the documented way to make an import fail
    library = _library()
    if library is not None:
        library.mallopt(_M_ARENA_MAX, 1)
        library.mallopt(_M_TRIM_THRESHOLD, 64 * 1024)


def give_back() -> None:
    """Collect what loading left behind and return free memory to the system. Meant for another thread."""
    gc.collect()
    library = _library()
    if library is not None:
        library.malloc_trim(0)


def _library() -> Any:
    """The C library, when it has these functions."""
    if sys.platform != "linux":
        return None
    import ctypes

    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") and hasattr(library, "mallopt") else None

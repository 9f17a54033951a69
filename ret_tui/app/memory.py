"""Keeping memory small: a meeting runs for hours on a laptop with other programs open. Works where the C library is glibc."""

from __future__ import annotations

import gc
import sys
from typing import Any

_M_TRIM_THRESHOLD = -1
_M_ARENA_MAX = -8


def stay_small() -> None:
    """Tell the C library to give freed memory back at once and to keep one pool of it. Called before all else."""
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

"""Limits that a process sets for itself before it reads what somebody else made."""

from __future__ import annotations

import sys


def limit_process(seconds: int, megabytes: int) -> None:
    """Bound processor time and memory of this process. Windows has no such limits; there the time limit guards."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, megabytes * 1024 * 1024)):
        _, hard = resource.getrlimit(what)
        wanted = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (wanted, hard))

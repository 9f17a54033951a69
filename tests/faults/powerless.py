"""`python -m tests.faults.powerless ARGUMENTS`: the command line as an ordinary user, also when root runs the tests (Linux).

Root may write where nobody may. This process gives its capabilities up first, so that rights of files hold for it as well.
"""

from __future__ import annotations

import ctypes
import os
import sys

_SYS_CAPSET = {"x86_64": 126, "aarch64": 91}
_VERSION_3 = 0x20080522


def give_up_power() -> None:
    """Drop every capability of this process."""
    number = _SYS_CAPSET[os.uname().machine]
    header = (ctypes.c_uint32 * 2)(_VERSION_3, 0)
    nothing = (ctypes.c_uint32 * 6)()
    if ctypes.CDLL(None, use_errno=True).syscall(number, header, nothing):
        raise OSError(ctypes.get_errno(), "capset")


if __name__ == "__main__":
    give_up_power()
    from ret_tui.cli import run

    sys.exit(run(sys.argv[1:]))

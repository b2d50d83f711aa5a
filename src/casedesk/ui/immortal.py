"""Guards Python before 3.12 against a fault of PySide6 6.12.0."""

from __future__ import annotations

import ctypes
import sys

PLENTY = sys.maxsize // 4


def keep_constants_alive() -> None:
    """Give None, True and False so many references that they never run out.

    PySide6 6.12.0 drops one of True with each `emit`, and one of None with each null
    pointer it returns, which is right only where these are immortal, as they are
    since Python 3.12. Before, the program is ended by the interpreter after some
    hundred signals.
    """
    if sys.version_info < (3, 12):
        for constant in (None, True, False):
            ctypes.c_ssize_t.from_address(id(constant)).value = PLENTY

"""Keeps the memory of this process out of core dumps, crash reports and debuggers."""

from __future__ import annotations

import ctypes
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

SET_DUMPABLE = 4  # PR_SET_DUMPABLE
DENY_ATTACH = 31  # PT_DENY_ATTACH
# SEM_FAILCRITICALERRORS and SEM_NOGPFAULTERRORBOX: no error report is offered.
NO_REPORT = 0x0001 | 0x0002
NO_HEAP = 1  # WER_FAULT_REPORTING_FLAG_NOHEAP


# Any: the functions of a system library have no types.
def keep_memory_private(
    platform: str = sys.platform, library: Callable[[], Any] | None = None
) -> None:
    """Ask the system for it; where it cannot be had, the program runs all the same."""
    try:
        if platform == "win32":
            kernel = (library or _kernel)()
            kernel.SetErrorMode(NO_REPORT)
            kernel.WerSetFlags(NO_HEAP)
            return
        _limit_core_dumps()
        own = (library or _own)()
        if platform == "darwin":
            own.ptrace(DENY_ATTACH, 0, None, 0)
        elif platform == "linux":
            # A dump that goes to a program of the system heeds this alone.
            own.prctl(SET_DUMPABLE, 0, 0, 0, 0)
    except (OSError, AttributeError):
        return


def _limit_core_dumps() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _own() -> ctypes.CDLL:
    return ctypes.CDLL(None)


def _kernel() -> Any:
    # By name, because it is there on Windows only.
    return getattr(ctypes, "windll").kernel32  # noqa: B009

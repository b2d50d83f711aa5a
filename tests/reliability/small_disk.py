"""A disk of a few megabytes, for one process: it is gone when the process ends."""

from __future__ import annotations

import ctypes
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
_PRIVATE = 1 << 18 | 1 << 14  # and all beneath
_PIECE = 4096


def mount(folder: Path, size: int) -> bool:
    """Put an empty disk of so many bytes at a folder; tell whether that worked."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    apart = _NEW_MOUNTS if os.geteuid() == 0 else _NEW_MOUNTS | _NEW_USER
    if libc.unshare(apart) != 0:
        return False
    libc.mount(b"none", b"/", None, _PRIVATE, None)
    options = f"size={size}".encode()
    return bool(libc.mount(b"none", bytes(folder), b"tmpfs", 0, options) == 0)


def fill(file: Path, leave: int) -> None:
    """Write a file that leaves so many bytes of its disk free."""
    with file.open("ab", buffering=0) as ballast:
        while os.statvfs(file.parent).f_bavail * _PIECE > leave:
            try:
                ballast.write(bytes(_PIECE))
            except OSError:
                return

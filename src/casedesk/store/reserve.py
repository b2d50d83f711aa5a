"""A file beside the vault that only takes room, given up when the disk is full."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RESERVE_BYTES = 8 << 20
_PIECE = 1 << 20


def reserve_beside(path: Path) -> Path:
    """Return where the reserve of a vault lies."""
    return path.with_name(f"{path.name}.reserve")


class Reserve:
    """Room that is held for the last deeds before a full disk."""

    def __init__(self, path: Path) -> None:
        """Take the place beside the vault at `path`; nothing is written yet."""
        self._path = reserve_beside(path)
        # Whether a deed found no room since the reserve was last made.
        self.is_short = False

    def give_up(self) -> bool:
        """Give the room back to the disk; tell whether there was any."""
        self.is_short = True
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def make(self, spare_bytes: int) -> bool:
        """Take the room, if the disk has so much more; tell whether it is there.

        About twenty milliseconds, on any thread.
        """
        try:
            if self._is_there() or self._is_made(spare_bytes):
                self.is_short = False
                return True
        except OSError:
            self._part().unlink(missing_ok=True)
        return False

    def _is_there(self) -> bool:
        return self._path.exists() and self._path.stat().st_size == RESERVE_BYTES

    def _is_made(self, spare_bytes: int) -> bool:
        room = shutil.disk_usage(self._path.parent).free
        if room < RESERVE_BYTES + spare_bytes:
            return False
        part = self._part()
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            for _ in range(RESERVE_BYTES // _PIECE):
                file.write(os.urandom(_PIECE))  # which no file system makes smaller
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._path)
        return True

    def _part(self) -> Path:
        return self._path.with_name(f"{self._path.name}.part")

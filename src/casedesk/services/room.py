"""Room on the disk: the reserve beside the vault, given up when the disk is full."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.store.database import Database


class RoomService:
    """Tells whether deeds still find room, and takes the reserve again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_short(self) -> bool:
        """Whether a deed found the disk full since the reserve was last there."""
        reserve = self._database.reserve
        return reserve is not None and reserve.is_short

    def needed_bytes(self) -> int:
        """Return how many bytes must be free: for the reserve and for a backup."""
        return self._database.room_needed()

    def reserving(self) -> Callable[[], bool]:
        """Return what takes the reserve where there is room, on a worker thread.

        It tells whether the reserve is there afterwards.
        """
        reserve = self._database.reserve
        if reserve is None or self._database.is_read_only:
            return lambda: False
        return partial(reserve.make, self.needed_bytes())

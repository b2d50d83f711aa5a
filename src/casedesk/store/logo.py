"""The picture on the letterhead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.practice import THE_PRACTICE

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


class LogoTable:
    """The one row of `practice_logo`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, image: bytes) -> None:
        """Set the picture."""
        self._connection.execute(
            "INSERT OR REPLACE INTO practice_logo (id, image) VALUES (?, ?)",
            (THE_PRACTICE, image),
        )

    def remove(self) -> None:
        """Use no picture."""
        self._connection.execute("DELETE FROM practice_logo")

    def get(self) -> bytes:
        """Return the picture, or no bytes at all."""
        row = self._connection.execute("SELECT image FROM practice_logo").fetchone()
        return b"" if row is None else bytes(row["image"])

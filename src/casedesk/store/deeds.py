"""The trail of deeds: one line for everything that was done, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that was done, to which record, when. It holds no case text."""

    number: int
    at: datetime
    action: str
    subject_id: str | None


class DeedTable:
    """Rows of `deed`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def record(
        self, at: datetime, action: str, subject_id: str | None, sitting: str | None
    ) -> int:
        """Note a deed before it is done in the same transaction."""
        cursor = self._connection.execute(
            "INSERT INTO deed (at, action, subject_id, sitting) VALUES (?, ?, ?, ?)",
            (at.isoformat(), action, subject_id, sitting),
        )
        return int(cursor.lastrowid)

    def latest(self) -> int:
        """Return the number of the newest deed."""
        (number,) = self._connection.execute("SELECT max(number) FROM deed").fetchone()
        return int(number)

    def on(self, subject_id: str) -> list[Deed]:
        """Return what was done to a record, oldest first."""
        rows = self._connection.execute(
            """
            SELECT number, at, action, subject_id FROM deed
             WHERE subject_id = ? ORDER BY number
            """,
            (subject_id,),
        )
        return [_deed(**dict(row)) for row in rows]


def _deed(number: int, at: str, action: str, subject_id: str | None) -> Deed:
    return Deed(
        number=number,
        at=datetime.fromisoformat(at),
        action=action,
        subject_id=subject_id,
    )

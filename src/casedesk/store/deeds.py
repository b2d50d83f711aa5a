"""The trail of deeds: one sealed line for everything that was done, never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from casedesk.domain.trail import Deed, seal_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection, Row

_COLUMNS = "number, at, action, subject_id, sitting, seal"


class DeedTable:
    """Rows of `deed`. Each seals the one before under a key that the vault holds."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._key = b""

    def record(
        self, at: datetime, action: str, subject_id: str | None, sitting: str | None
    ) -> int:
        """Note a deed before it is done in the same transaction."""
        before = self.newest()
        deed = Deed(
            number=1 if before is None else before.number + 1,
            at=at,
            action=action,
            subject_id=subject_id,
            sitting=sitting,
        )
        deed = replace(
            deed, seal=seal_of(self.key(), deed, "" if before is None else before.seal)
        )
        self._connection.execute(
            """
            INSERT INTO deed (number, at, action, subject_id, sitting, seal)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            (deed.number, at.isoformat(), action, subject_id, sitting, deed.seal),
        )
        return deed.number

    def key(self) -> bytes:
        """Return the key of the seals."""
        if not self._key:
            row = self._connection.execute(
                "SELECT value FROM setting WHERE name = 'trail_key'"
            ).fetchone()
            self._key = bytes.fromhex(row["value"])
        return self._key

    def newest(self) -> Deed | None:
        """Return the newest deed, or nothing in a new vault."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM deed ORDER BY number DESC LIMIT 1"  # noqa: S608 - constants
        ).fetchone()
        return None if row is None else _deed(row)

    def latest(self) -> int:
        """Return the number of the newest deed."""
        newest = self.newest()
        return 0 if newest is None else newest.number

    def latest_change(self) -> int:
        """Return the number of the newest deed that changed anything, or 0."""
        row = self._connection.execute(
            """
            SELECT number FROM deed
             WHERE action NOT LIKE 'vault.%' AND action NOT LIKE 'trail.%'
               AND action NOT LIKE 'backup.%' AND action NOT LIKE '%.read'
               AND action NOT LIKE '%.print' AND action NOT LIKE '%.export'
             ORDER BY number DESC LIMIT 1
            """
        ).fetchone()
        return 0 if row is None else int(row["number"])

    def first_at(self) -> datetime | None:
        """Return when the first deed was done, or nothing."""
        row = self._connection.execute(
            "SELECT at FROM deed ORDER BY number LIMIT 1"
        ).fetchone()
        return None if row is None else datetime.fromisoformat(row["at"])

    def numbered(self, number: int) -> list[Deed]:
        """Return the deed of a number, or none."""
        return list(self._deeds("WHERE number = ?", number))

    def all(self) -> Iterator[Deed]:
        """Return every deed, oldest first, one after the other."""
        return self._deeds("WHERE number >= ? ORDER BY number", 0)

    def last(self, count: int) -> list[Deed]:
        """Return the newest deeds, newest first."""
        return list(self._deeds("ORDER BY number DESC LIMIT ? + 0", count))

    def on(self, subject_id: str) -> list[Deed]:
        """Return what was done to a record, oldest first."""
        return list(self._deeds("WHERE subject_id = ? ORDER BY number", subject_id))

    def _deeds(self, condition: str, value: str | int) -> Iterator[Deed]:
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM deed {condition}",  # noqa: S608 - constants
            (value,),
        )
        return (_deed(row) for row in rows)


def _deed(row: Row) -> Deed:
    return Deed(
        number=row["number"],
        at=datetime.fromisoformat(row["at"]),
        action=row["action"],
        subject_id=row["subject_id"],
        sitting=row["sitting"],
        seal=row["seal"],
    )

"""What lies in the bin, and the protocol of what was erased."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from casedesk.domain.binned import Erased

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlcipher3.dbapi2 import Connection


class Root(NamedTuple):
    """A client or case that was put into the bin, with what belongs to it."""

    record_id: str
    binned_at: datetime


class BinTable:
    """Rows of `bin`: a client or case, and with a client each of its cases."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, root_id: str, cases: Iterable[str], at: datetime) -> None:
        """Put a client or case into the bin; what lies there already stays by itself.

        Only what lies in this table is hidden, so each case is named.
        """
        self._connection.executemany(
            """
            INSERT OR IGNORE INTO bin (record_id, root_id, binned_at) VALUES (?, ?, ?)
            """,
            [(each, root_id, at.isoformat()) for each in (root_id, *cases)],
        )

    def take_back(self, root_id: str) -> None:
        """Take out what was put in by itself, with what went along."""
        self._connection.execute("DELETE FROM bin WHERE root_id = ?", (root_id,))

    def hides(self, record_id: str) -> bool:
        """Whether a client or a case lies in the bin."""
        row = self._connection.execute(
            "SELECT 1 FROM bin WHERE record_id = ?", (record_id,)
        ).fetchone()
        return row is not None

    def hidden(self) -> set[str]:
        """Return every client and case in the bin."""
        return {
            row["record_id"] for row in self._connection.execute("SELECT * FROM bin")
        }

    def roots(self) -> list[Root]:
        """Return what was put in by itself, newest first."""
        rows = self._connection.execute(
            """
            SELECT record_id, binned_at FROM bin
             WHERE record_id = root_id ORDER BY binned_at DESC, record_id
            """
        )
        return [
            Root(row["record_id"], datetime.fromisoformat(row["binned_at"]))
            for row in rows
        ]

    def note_erased(self, deed: int, erased: Erased) -> None:
        """Note in the protocol how much a deed erased."""
        self._connection.execute(
            """
            INSERT INTO erased (deed, cases, records, documents, changes)
            VALUES (?, ?, ?, ?, ?)
            """,
            (deed, erased.cases, erased.records, erased.documents, erased.changes),
        )

    def protocol(self) -> dict[int, Erased]:
        """Return how much was erased, by the numbers of the deeds."""
        rows = self._connection.execute("SELECT * FROM erased ORDER BY deed")
        return {
            row["deed"]: Erased(
                cases=row["cases"],
                records=row["records"],
                documents=row["documents"],
                changes=row["changes"],
            )
            for row in rows
        }

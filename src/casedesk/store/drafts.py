"""Drafts: what was typed but does not make a valid value yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


class DraftTable:
    """Rows of `draft`: one text for each field of a record, at most."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, record_id: str, field: str, text: str) -> None:
        """Keep what was typed into a field."""
        self._connection.execute(
            """
            INSERT INTO draft (record_id, field, text) VALUES (?, ?, ?)
            ON CONFLICT (record_id, field) DO UPDATE SET text = excluded.text
            """,
            (record_id, field, text),
        )

    def drop(self, record_id: str, field: str) -> None:
        """Forget a draft, because the field holds a valid value again."""
        self._connection.execute(
            "DELETE FROM draft WHERE record_id = ? AND field = ?", (record_id, field)
        )

    def of(self, record_id: str) -> dict[str, str]:
        """Return the drafts of a record by field."""
        rows = self._connection.execute(
            "SELECT field, text FROM draft WHERE record_id = ?", (record_id,)
        )
        return {row["field"]: row["text"] for row in rows}

"""Settings that belong into the vault because they tell of cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


class SettingTable:
    """Rows of `setting`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, name: str, value: str) -> None:
        """Set a setting."""
        self._connection.execute(
            """
            INSERT INTO setting (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value
            """,
            (name, value),
        )

    def get(self, name: str) -> str:
        """Return a setting, or nothing at all as an empty text."""
        row = self._connection.execute(
            "SELECT value FROM setting WHERE name = ?", (name,)
        ).fetchone()
        return "" if row is None else str(row["value"])

"""A connection that notes what a deed stores, so that it can be done once more."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import sqlcipher3

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlcipher3.dbapi2 import Cursor

# Any: whatever may be bound to a statement.
Noted = tuple[str, Any, bool]


class NotingConnection(sqlcipher3.Connection):  # type: ignore[misc]  # untyped
    """The connection of a vault. Only while it is asked to, it notes statements."""

    _noted: list[Noted] | None = None

    @contextmanager
    def noting(self) -> Iterator[list[Noted]]:
        """Note every statement that may change something in the block."""
        self._noted = []
        try:
            yield self._noted
        finally:
            self._noted = None

    def repeat(self, noted: Iterable[Noted]) -> None:
        """Do again what was noted, in its order; each answer is as it was before."""
        for statement, values, is_many in noted:
            if is_many:
                super().executemany(statement, values)
            else:
                super().execute(statement, values).fetchall()

    # --- sqlcipher3.Connection

    def execute(self, statement: str, values: Any = ()) -> Cursor:  # noqa: D102
        if self._noted is not None and not _changes_nothing(statement):
            self._noted.append((statement, values, False))
        return super().execute(statement, values)

    def executemany(self, statement: str, values: Any) -> Cursor:  # noqa: D102
        rows = list(values)
        if self._noted is not None:
            self._noted.append((statement, rows, True))
        return super().executemany(statement, rows)


def _changes_nothing(statement: str) -> bool:
    return statement.lstrip().startswith(("SELECT", "BEGIN", "COMMIT", "ROLLBACK"))

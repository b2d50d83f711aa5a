"""Reads a damaged vault row by row, around the pages that cannot be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from typing import TYPE_CHECKING, Any

import sqlcipher3

from casedesk.store import vault_file

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    from casedesk.security.keys import VaultKey

# Any: a value of any column.
Values = dict[str, Any]

# So many faults one after the other, all over a table, and there is nothing left.
_MOST_BARREN = 60
_FURTHEST = 1 << 40
_MANY_ZEROS = 1000  # fewer than what a page holds of a long value
_READS_PAGES = "SELECT count(*) FROM sqlite_schema"


class Unreadable(Exception):  # noqa: N818 - a state of the file, no error
    """What was asked for lies on a damaged page."""


class DamagedVault:
    """A closed file, opened to be read only: nothing of it ever changes.

    The engine remembers a fault as long as a connection lasts, so each fault costs a
    new one: some twenty milliseconds.
    """

    def __init__(self, path: Path, key: VaultKey) -> None:
        """Raise `VaultDamaged` if not even its structure can be read."""
        self._path = path
        self._key = key
        self._connection = vault_file.connected_as_it_is(path, key)

    def version(self) -> int:
        """Return the number of the last step the vault has seen."""
        [row] = self._rows("PRAGMA user_version")
        return int(row[0])

    def rows(
        self, table: str, columns: Sequence[str], known: Sequence[int] = ()
    ) -> Iterator[tuple[int, Values]]:
        """Return all rows that can be read as a whole, each with its number.

        What cannot be read is looked around; `unread` has its numbers afterwards.
        Where the numbers of all rows are `known`, no others are looked for.
        """
        self.unread: list[Sequence[int]] = []
        barren = 0  # faults since something was read
        spans: deque[Sequence[int]] = deque(
            [known or range(1, self._highest(table) + 1)]
        )
        while spans:
            span = spans.popleft()
            if not span:
                continue
            low, high = yield from self._around(table, columns, span[0], span[-1])
            core = span[bisect_left(span, low) : bisect_right(span, high)]
            barren = barren + 1 if len(core) == len(span) else 0
            if len(core) <= 1 or barren > _MOST_BARREN:
                self.unread.append(core)
            else:
                middle = len(core) // 2
                spans += (core[:middle], core[middle:])

    def rows_by_key(self, table: str, columns: Sequence[str]) -> Iterator[Values]:
        """Return the rows of a table that has no numbers, from both its ends."""
        self.unread = []
        keys = ", ".join(columns[: 2 if table == "draft" else 1])
        seen: set[tuple[Any, ...]] = set()
        for order in ("", "DESC"):
            ordered = ", ".join(f"{key} {order}" for key in keys.split(", "))
            statement = _select(columns, table) + f" ORDER BY {ordered}"
            try:
                for row in self._rows(statement):
                    if tuple(row) not in seen:
                        seen.add(tuple(row))
                        yield dict(zip(columns, row, strict=True))
            except Unreadable:
                self.unread = [range(1)]
            else:
                return

    def ids(self, table: str) -> tuple[dict[int, str], bool]:
        """Return the ids by their rows' numbers, and whether they are all.

        They are read from the index of the table, which lies on other pages.
        """
        statement = f"""
            SELECT rowid, id FROM {table} INDEXED BY sqlite_autoindex_{table}_1
             ORDER BY id
        """  # noqa: S608 - the name of our own table
        found: dict[int, str] = {}
        for order in ("", " DESC"):
            try:
                found.update(map(tuple, self._rows(statement + order)))
            except Unreadable:
                continue
            return found, not order
        return found, False

    def row_in_parts(self, table: str, columns: Sequence[str], number: int) -> Values:
        """Return those columns of a row that can be read."""
        found: Values = {}
        for column in columns:
            statement = _select([column], table) + " WHERE rowid = ?"
            try:
                for row in self._rows(statement, number):
                    found[column] = row[0]
            except Unreadable:
                break  # the columns after it lie further on
        return found

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _around(
        self, table: str, columns: Sequence[str], low: int, high: int
    ) -> Generator[tuple[int, Values], None, tuple[int, int]]:
        """Read a span from both its ends; return what is left between them."""
        statement = _select(["rowid", *columns], table)
        statement += " WHERE rowid BETWEEN ? AND ? ORDER BY rowid"
        for order in ("", " DESC"):
            try:
                for row in self._rows(statement + order, low, high):
                    number, *values = row
                    yield number, dict(zip(columns, values, strict=True))
                    low, high = (number + 1, high) if not order else (low, number - 1)
            except Unreadable:
                continue
            return low, low - 1
        return low, high

    def _highest(self, table: str) -> int:
        for statement in (
            f"SELECT max(rowid) FROM {table}",  # noqa: S608 - our own table
            f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",  # noqa: S608
        ):
            try:
                for row in self._rows(statement):
                    return int(row[0] or 0)
            except Unreadable:
                continue
        return _FURTHEST

    def _rows(self, statement: str, *values: int) -> Iterator[Any]:
        try:
            for row in self._connection.execute(statement, values):
                if any(map(_may_be_blanked, row)):
                    self._connection.execute("PRAGMA shrink_memory")
                    self._connection.execute(_READS_PAGES).fetchone()
                yield row
        except sqlcipher3.DatabaseError:
            self._connection.close()
            self._connection = vault_file.connected_as_it_is(self._path, self._key)
            raise Unreadable from None


# Any: a value of any column.
def _may_be_blanked(value: Any) -> bool:
    """Whether zeros stand in a value, as where it goes on at a damaged page.

    The engine hands such a value out, and tells of the fault only when it reads
    another page than those it remembers.
    """
    if isinstance(value, str):
        return "\0" in value
    return isinstance(value, bytes) and (
        value.endswith(b"\0") or bytes(_MANY_ZEROS) in value
    )


def _select(columns: Sequence[str], table: str) -> str:
    # S608: only the names of our own tables and columns are put in.
    return f"SELECT {', '.join(columns)} FROM {table}"  # noqa: S608

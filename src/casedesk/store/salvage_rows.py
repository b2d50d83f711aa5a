"""One table of a damaged vault, copied as far as it can be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlcipher3

from casedesk.domain.salvage import KindSaved, SalvageStopped
from casedesk.store.blanks import blank_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.store.damaged import DamagedVault, Values
    from casedesk.store.noting import NotingConnection

# What is the same in parts is worth nothing, or would be taken for the whole.
_WHOLE_ONLY = (
    "deed",
    "history",
    "document",
    "document_content",
    "practice_logo",
    "received_picture",
)
_LOOK_EVERY = 500  # rows
# A row that cannot be read even in parts costs some twenty milliseconds; after so many
# of them without a break, what is left lies on pages that are gone.
_MOST_BARREN = 60


class TableCopy:
    """Copies one table; what cannot be read comes from parts and from the history."""

    def __init__(
        self, source: DamagedVault, target: NotingConnection, table: str
    ) -> None:
        self._source = source
        self._target = target
        self._table = table
        rows = target.execute("SELECT name FROM pragma_table_info(?)", (table,))
        self._columns = [row["name"] for row in rows]
        self._saved: set[str] = set()
        self._count = self._in_parts = self._earlier = 0

    def made(self, is_stopped: Callable[[], bool]) -> KindSaved:
        """Copy the table; return what became of its rows."""
        if self._has_no_numbers():
            for values in self._source.rows_by_key(self._table, self._columns):
                self._insert(values)
            return self._report(0, is_counted=not self._source.unread)
        has_ids = "id" in self._columns
        known, is_all = self._source.ids(self._table) if has_ids else ({}, False)
        numbers = sorted(known) if is_all else ()
        if is_all and not known:
            return self._report(0, is_counted=True)
        for at, (_, values) in enumerate(
            self._source.rows(self._table, self._columns, numbers)
        ):
            if at % _LOOK_EVERY == 0 and is_stopped():
                raise SalvageStopped
            self._insert(values)
        if not has_ids:
            lost = sum(map(len, self._source.unread))
            return self._report(lost, is_counted=lost < _MOST)
        is_counted = is_all or not self._source.unread
        return self._with_the_rest(known, is_stopped, is_counted=is_counted)

    def _with_the_rest(
        self, known: dict[int, str], is_stopped: Callable[[], bool], *, is_counted: bool
    ) -> KindSaved:
        """Save in parts, or as they were before, what cannot be read as a whole."""
        missing = set(known.values()) | self._alive_by_history()
        missing -= self._saved
        if self._table not in _WHOLE_ONLY:
            self._save_what_is_left(known, is_stopped)
            for record_id in sorted(missing - self._saved):
                self._save_earlier(record_id, {})
        return self._report(len(missing - self._saved), is_counted=is_counted)

    def _save_what_is_left(
        self, known: dict[int, str], is_stopped: Callable[[], bool]
    ) -> None:
        """Save rows in parts; the shortest spans first, they are the likeliest."""
        barren = 0  # rows since one of them gave anything
        for span in sorted(self._source.unread, key=len):
            for number in span:
                if is_stopped():
                    raise SalvageStopped
                parts = self._source.row_in_parts(self._table, self._columns, number)
                self._save_parts(parts, known.get(number, ""))
                barren = 0 if parts else barren + 1
                if barren > _MOST_BARREN:
                    return

    def _save_parts(self, parts: Values, record_id: str) -> None:
        record_id = str(parts.get("id", record_id))
        if record_id and record_id not in self._saved:
            self._save_earlier(record_id, parts)

    def _save_earlier(self, record_id: str, parts: Values) -> None:
        """Save what can be read, and for the rest what stood there before."""
        before = self._before(record_id)
        if before is None and len(parts) < 2:  # nothing but an id
            return
        blank = blank_of(self._target, self._table) or {}
        values = {**blank, **(before or {}), **parts, "id": record_id}
        if self._insert({k: v for k, v in values.items() if k in self._columns}):
            self._in_parts += before is None
            self._earlier += before is not None

    def _before(self, record_id: str) -> Values | None:
        row = self._target.execute(
            """
            SELECT before FROM history
             WHERE record_id = ? AND table_name = ? AND before IS NOT NULL
             ORDER BY number DESC LIMIT 1
            """,
            (record_id, self._table),
        ).fetchone()
        values: Values | None = None if row is None else json.loads(row["before"])
        return values

    def _alive_by_history(self) -> set[str]:
        """Return what was added and never removed, as far as the history knows."""
        rows = self._target.execute(
            """
            SELECT record_id FROM history AS last
             WHERE table_name = ? AND kind <> 'removed' AND number =
                   (SELECT max(number) FROM history WHERE record_id = last.record_id)
            """,
            (self._table,),
        )
        return {row["record_id"] for row in rows}

    def _insert(self, values: Values) -> bool:
        if self._table == "document" and not self._has_pages(str(values["id"])):
            return False
        # S608: only the names of our own tables and columns are put in.
        statement = (
            f"INSERT OR REPLACE INTO {self._table} ({', '.join(values)}) "  # noqa: S608
            f"VALUES ({', '.join('?' * len(values))})"
        )
        try:
            self._target.execute(statement, tuple(values.values()))
        except sqlcipher3.IntegrityError:
            return False  # parts that make no record
        self._count += 1
        if "id" in values:
            self._saved.add(str(values["id"]))
        return True

    def _has_pages(self, document_id: str) -> bool:
        statement = "SELECT 1 FROM document_content WHERE id = ?"
        return self._target.execute(statement, (document_id,)).fetchone() is not None

    def _has_no_numbers(self) -> bool:
        (statement,) = self._target.execute(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (self._table,)
        ).fetchone()
        return "WITHOUT ROWID" in statement

    def _report(self, lost: int, *, is_counted: bool) -> KindSaved:
        return KindSaved(
            table=self._table,
            saved=self._count,
            in_parts=self._in_parts,
            earlier=self._earlier,
            lost=lost,
            is_lost_counted=is_counted,
        )


_MOST = 100_000  # numbers; above, nobody knows how many rows there were

"""Erases a client or a case without residue: the one place that removes history."""

from __future__ import annotations

import json
from contextlib import contextmanager
from typing import TYPE_CHECKING

from casedesk.domain.binned import Erased

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection

    from casedesk.store.references import References

# The triggers that refuse to let history, papers and what was confirmed be changed or
# removed, whatever their names. Those of the trail and of given numbers stand always.
_GUARDS = """
    SELECT name, sql FROM sqlite_schema
     WHERE type = 'trigger' AND sql LIKE '%RAISE(%'
       AND tbl_name NOT IN ('deed', 'erased', 'invoice_number')
"""


class Purge:
    """Works inside one deed. The pages that become free are overwritten at once."""

    def __init__(self, connection: Connection, references: References) -> None:
        self._connection = connection
        self._references = references

    def erase(self, table: str, record_id: str) -> Erased:
        """Erase a record of `client` or `case_record` with all that ever was in it."""
        living = self._references.with_all_below(table, record_id)
        ids = {*living, *self._removed_before(table, record_id, living)}
        with self._unguarded():
            gone = {
                each: self._delete_rows(each, ids)
                for each in self._references.from_below(table)
            }
            self._forget_words(ids)
            self._delete("DELETE FROM draft WHERE record_id = ?", ids)
            self._delete("DELETE FROM bin WHERE record_id = ?", ids)
            changes = self._delete("DELETE FROM history WHERE record_id = ?", ids)
        return Erased(
            cases=sum(each == "case_record" for each in living.values()),
            records=len(living) - gone["document"],
            documents=gone["document"],
            changes=changes,
        )

    def _removed_before(
        self, table: str, record_id: str, living: dict[str, str]
    ) -> set[str]:
        """Find the records that were removed long ago and live on in the history."""
        client = record_id if table == "client" else ""
        rows = self._connection.execute(
            """
            SELECT record_id FROM history
             WHERE kind = 'removed' AND json_extract(before, '$.client_id') = ?
            """,
            (client,),
        )
        gone = {row["record_id"] for row in rows}
        for case_id in [*gone, *(i for i, t in living.items() if t == "case_record")]:
            rows = self._connection.execute(
                """
                SELECT record_id FROM history
                 WHERE json_extract(before, '$.case_id') = ? AND kind = 'removed'
                """,
                (case_id,),
            )
            gone |= {row["record_id"] for row in rows}
        return gone

    def _forget_words(self, ids: set[str]) -> None:
        self._delete(
            """
            DELETE FROM search_text WHERE rowid =
                   (SELECT number FROM search_entry WHERE record_id = ?)
            """,
            ids,
        )
        self._delete("DELETE FROM search_entry WHERE record_id = ?", ids)

    def _delete_rows(self, table: str, ids: set[str]) -> int:
        # S608: only the name of one of our own tables is put in.
        return int(
            self._connection.execute(
                f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608
                (json.dumps(sorted(ids)),),
            ).rowcount
        )

    def _delete(self, statement: str, ids: set[str]) -> int:
        count = 0
        for each in ids:
            count += self._connection.execute(statement, (each,)).rowcount
        return count

    @contextmanager
    def _unguarded(self) -> Iterator[None]:
        guards = self._connection.execute(_GUARDS).fetchall()
        for guard in guards:
            self._connection.execute(f"DROP TRIGGER {guard['name']}")
        yield
        for guard in guards:
            self._connection.execute(guard["sql"])

"""Erases a client or a case without residue: the one place that removes history."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from casedesk.domain.binned import Erased

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection

    from casedesk.store.references import References

# What keeps history and papers from being removed; stands again after the purge.
_GUARDS = (
    "history_is_never_removed",
    "document_is_never_removed",
    "document_content_is_never_removed",
    "document_part_is_never_removed",
    "received_picture_is_never_removed",
    "agreed_plan_is_never_removed",
    "plan_is_never_removed",
    "plan_section_is_never_removed",
    "plan_dissent_is_never_removed",
    "plan_signature_is_never_removed",
    "locked_entry_is_never_removed",
    "locked_addendum_is_never_removed",
    "entry_print_is_never_removed",
    "billed_entry_is_frozen",
    "billed_entry_is_never_removed",
    "issued_time_sheet_is_frozen",
    "issued_time_sheet_is_never_removed",
    "issued_line_is_frozen",
    "issued_line_is_never_removed",
    "issued_invoice_is_frozen",
    "issued_invoice_is_never_removed",
    "conference_is_frozen",
    "conference_is_never_removed",
    "participant_is_never_removed",
    "agenda_item_is_never_removed",
    "resolution_is_never_removed",
    "review_is_never_removed",
    "goal_rating_is_never_removed",
    "measure_check_is_never_removed",
    "evaluation_is_never_removed",
    "goal_result_is_never_removed",
    "report_is_never_removed",
    "report_section_is_never_removed",
)


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
            self._delete("DELETE FROM received_picture WHERE id = ?", ids)
            self._delete("DELETE FROM received_page WHERE id = ?", ids)
            self._delete("DELETE FROM received_document WHERE id = ?", ids)
            self._delete("DELETE FROM agreed_plan WHERE id = ?", ids)
            self._delete("DELETE FROM plan_signature WHERE id = ?", ids)
            self._delete("DELETE FROM document_part WHERE id = ?", ids)
            self._delete("DELETE FROM document_content WHERE id = ?", ids)
            documents = self._delete("DELETE FROM document WHERE id = ?", ids)
            # Only one of the two finds it; what hangs on it goes along.
            self._delete("DELETE FROM case_record WHERE id = ?", {record_id})
            self._delete("DELETE FROM client WHERE id = ?", {record_id})
            self._forget_words(ids)
            self._delete("DELETE FROM draft WHERE record_id = ?", ids)
            self._delete("DELETE FROM bin WHERE record_id = ?", ids)
            changes = self._delete("DELETE FROM history WHERE record_id = ?", ids)
        return Erased(
            cases=sum(each == "case_record" for each in living.values()),
            records=len(living) - documents,
            documents=documents,
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

    def _delete(self, statement: str, ids: set[str]) -> int:
        count = 0
        for each in ids:
            count += self._connection.execute(statement, (each,)).rowcount
        return count

    @contextmanager
    def _unguarded(self) -> Iterator[None]:
        standing = {
            row["name"]: row["sql"]
            for row in self._connection.execute(
                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
            )
        }
        for name in _GUARDS:
            self._connection.execute(f"DROP TRIGGER {name}")
        yield
        for name in _GUARDS:
            self._connection.execute(standing[name])

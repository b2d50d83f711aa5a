"""Takes back a deed: what it removed comes back, unless a rule of its kind forbids."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.problems import ChangedSince, NotFound, RuleBroken

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.store.columns import Stored
    from casedesk.store.rows import Rows
    from casedesk.store.tables import Tables

# Looks at a record before and after, and refuses by raising. Any: of its kind.
Look = Callable[["Tables", Any, Any], None]


class Restoring:
    """Works inside one deed; a look that refuses one record refuses them all."""

    def __init__(self, tables: Tables, looks: Mapping[str, Look]) -> None:
        self._tables = tables
        self._looks = looks

    def restore_removed(self, deed: int) -> None:
        """Bring back the records that a deed removed, whatever their tables.

        What it added goes; so a deed that only added is taken back by the same step.
        Raises `ChangedSince` if something was written since in what would go.
        """
        history = self._tables.history
        if history.changed_what_was_added_by(deed):
            raise ChangedSince
        # Children are removed before or after their parents; look at the end only.
        self._tables.defer_links()
        for table, record_id in history.added_by(deed):
            self._take_away(self._tables.record_table(table), record_id)
        removed = history.removed_by(deed)
        for table, stored in removed:
            self._bring_back(self._tables.record_table(table), stored)
        back = {str(stored["id"]) for _, stored in removed}
        for table, stored in history.changed_by(deed):
            self._restore_links(self._tables.record_table(table), stored, back)
        added = {record_id for _, record_id in history.added_by(deed)}
        gone = history.removed_by(self._tables.deeds.latest())
        if any(stored["id"] not in added for _, stored in gone):
            raise ChangedSince

    # Any: a table of whatever records, and those records.
    def _take_away(self, rows: Rows[Any], record_id: str) -> None:
        record = rows.find(record_id)
        if record is not None:
            self._look(rows, record, None)
            rows.remove(record_id)

    def _bring_back(self, rows: Rows[Any], stored: dict[str, Stored]) -> None:
        record = rows.made_from(stored)
        # Where what it belongs to is missing, too, that comes back in this deed.
        with suppress(NotFound):
            self._look(rows, None, record)
        rows.add(record)

    def _restore_links(
        self, rows: Rows[Any], before: dict[str, Stored], back: set[str]
    ) -> None:
        """Put back the links that were emptied because their target was removed.

        What must not change by now stays without them.
        """
        record = rows.find(str(before["id"]))
        if record is None:
            return
        now = rows.stored(record)
        emptied = {
            name: value
            for name, value in before.items()
            if value in back and name in now and now[name] is None
        }
        linked = replace(record, **rows.read_fields(emptied))
        with suppress(RuleBroken):
            self._look(rows, record, linked)
            rows.update(linked)

    def _look(self, rows: Rows[Any], before: Any, after: Any) -> None:
        look = self._looks.get(rows.table)
        if look is not None:
            look(self._tables, before, after)

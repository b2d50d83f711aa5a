"""Which entries stand on an issued paper: from then on they stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.addendum import EntryPrint, EntryPrintId

if TYPE_CHECKING:
    from casedesk.services.clock import Clock
    from casedesk.services.paper import Paper
    from casedesk.store.tables import Tables


def lock_entries(tables: Tables, paper: Paper, clock: Clock) -> None:
    """Note, within the deed that issues a paper, which entries stand on it."""
    for entry_id in paper.entry_ids:
        if tables.entries.find(entry_id) is not None:
            tables.entry_prints.add(
                EntryPrint(
                    id=EntryPrintId(clock.new_id()),
                    case_id=paper.case_id,
                    entry_id=entry_id,
                    document_id=paper.document_id,
                )
            )

"""What was removed in a case, long after the offer to undo has gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.removed import Removed

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.services.announcer import Announcer
    from casedesk.store.columns import Stored
    from casedesk.store.database import Database

SHOWN = 100
EXCERPT_LETTERS = 160
# Columns that say nothing to a reader.
_SILENT = (
    "id",
    "kind",
    "state",
    "roles",
    "responsible",
    "life_domain",
    "per",
    "owner",
    "ending",
    "achievement",
    "cost_per",
    "chosen_by",
    "decided_by",
    "ground",
    "granted_until",
    "appeal_until",
    "on_hold_since",
    "review_rhythm",
    "weight",
    "told",
    "need_fit",
    "outcome",
    "independence",
    "quality_of_life",
    "care_situation",
    "work_capacity",
    "language",
)
_NOTHING = ("", "[]")


class RemovedService:
    """Lists removed records of a case and brings them back."""

    def __init__(self, database: Database, announcer: Announcer) -> None:
        self._database = database
        self._announcer = announcer

    def of_case(self, case_id: CaseId) -> list[Removed]:
        """Return what was removed and is still gone, newest first.

        What went with something else, such as the measures of a goal, comes back with
        it and is not listed.
        """
        with self._database.read() as tables:
            found: dict[int, Removed] = {}
            for removal in tables.history.removed_in(case_id, SHOWN):
                rows = tables.record_table(removal.table_name)
                if rows.find(removal.record_id) is None:
                    found.setdefault(
                        removal.deed,
                        Removed(
                            deed=removal.deed,
                            table_name=removal.table_name,
                            record_id=removal.record_id,
                            removed_at=removal.at,
                            excerpt=_excerpt(removal.before),
                        ),
                    )
        return list(found.values())

    def take_back(self, removed: Removed) -> None:
        """Bring back everything that the deed removed.

        Raises the `RuleBroken` of a kind if one of its records may not come back.
        """
        self._database.take_back("removed.take_back", removed.record_id, removed.deed)
        self._announcer.announce(removed.table_name)


def _excerpt(before: dict[str, Stored]) -> str:
    texts = [
        value
        for name, value in before.items()
        if isinstance(value, str)
        and value not in _NOTHING
        and not name.endswith(("_id", "_on"))
        and name not in _SILENT
    ]
    return " · ".join(texts)[:EXCERPT_LETTERS]

"""The bin: clients and cases that are gone from everywhere, for thirty days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from casedesk.domain.backup import OLDEST
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date, datetime

KEPT = timedelta(days=30)


class CaseStillOpen(RuleBroken):
    """Only a closed case can be deleted by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binned:
    """A client with all cases, or one case, in the bin."""

    record_id: str
    is_client: bool
    client_name: str
    case_numbers: tuple[str, ...]
    binned_at: datetime

    @property
    def erased_at(self) -> datetime:
        """When it is erased for good."""
        return self.binned_at + KEPT


@dataclass(frozen=True, slots=True, kw_only=True)
class Doomed:
    """What would be deleted: whose, and how much."""

    record_id: str
    is_client: bool
    client_name: str
    case_numbers: tuple[str, ...]
    open_cases: int
    entries: int
    documents: int

    @property
    def proof(self) -> str:
        """What must be typed to erase it at once: the newest number of a case."""
        return max(self.case_numbers, default=self.client_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was erased: counts only, no content."""

    cases: int
    records: int
    documents: int
    changes: int


def last_backup_on(erased_on: date) -> date:
    """Return the last day on which a backup that ages out may hold erased data."""
    return erased_on + OLDEST

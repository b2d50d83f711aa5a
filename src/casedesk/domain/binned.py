"""The bin: clients and cases that are gone from everywhere, for thirty days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.backup import OLDEST
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date, datetime

KEPT = timedelta(days=30)


class CaseStillOpen(RuleBroken):
    """Only a closed case can be deleted by itself."""


class StillKept(RuleBroken):
    """A file is to be kept longer, and nothing says on what ground it goes before."""


class EraseGround(StrEnum):
    """On what ground a file is deleted before the time is over that was noted."""

    CLIENT_ASKED = "client_asked"
    NOT_NEEDED = "not_needed"
    RULE_WRONG = "rule_wrong"
    BY_MISTAKE = "by_mistake"
    KEPT_ELSEWHERE = "kept_elsewhere"


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
    kept_until: date | None = None
    """The last day until which one of the files is to be kept, as noted at closing."""

    def is_kept_on(self, day: date) -> bool:
        """Whether a file is still to be kept on a day."""
        return self.kept_until is not None and day <= self.kept_until

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

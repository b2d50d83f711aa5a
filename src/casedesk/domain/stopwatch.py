"""The stopwatch: one contact whose time is being taken, also across a crash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.domain.case import CaseId
    from casedesk.domain.entry import EntryId

StopwatchId = NewType("StopwatchId", str)
THE_STOPWATCH = StopwatchId("stopwatch")
SECONDS = 60
# To how many begun minutes a measured time is rounded up (reference 5.3).
ROUNDINGS = (1, 5, 6, 10, 15)


class StopwatchRuns(RuleBroken):
    """The time of another contact is being taken; two never overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopwatch:
    """The one running watch of a vault, and the entry it belongs to."""

    id: StopwatchId = THE_STOPWATCH
    case_id: CaseId
    entry_id: EntryId
    started_at: datetime

    def seconds(self, now: datetime) -> int:
        """Return how long it has been running."""
        return max(0, int((now - self.started_at).total_seconds()))


def rounded_minutes(seconds: int, step: int) -> int:
    """Return minutes, rounded up to a whole begun step, at least one."""
    minutes = max(1, -(-seconds // SECONDS))
    return -(-minutes // step) * step

"""Working time: how long an entry took, and to what it is rounded for the payer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedesk.domain.entry import Entry

SECONDS_PER_MINUTE = 60
STEPS = (1, 5, 6, 10, 15)
"""To how many minutes a time may be rounded (reference 5.3)."""


class RoundingMode(StrEnum):
    """In which direction a time is rounded."""

    UP = "up"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """A rule of rounding. It is applied to each entry, never to a sum."""

    step: int = 1
    mode: RoundingMode = RoundingMode.UP

    def of(self, minutes: int) -> int:
        """Return minutes as they are counted; half a step and more goes up."""
        if self.mode is RoundingMode.UP:
            return -(-minutes // self.step) * self.step
        return (2 * minutes + self.step) // (2 * self.step) * self.step


def elapsed_minutes(
    begun: tuple[date, time], ended: tuple[date, time], zone: tzinfo | None = None
) -> int:
    """Return the whole minutes that passed between two local times.

    Across midnight and across the change of the clocks it is the time that passed,
    not the difference of the hands. An end that would lie before its beginning is
    taken as the second time that this hour came round. Without a zone, the one of
    this computer counts.
    """
    start = _instant(*begun, zone)
    end = _instant(*ended, zone)
    if end < start:
        end = _instant(*ended, zone, is_second=True)
    return max(0, (end - start) // timedelta(seconds=SECONDS_PER_MINUTE))


def _instant(
    day: date, at: time, zone: tzinfo | None, *, is_second: bool = False
) -> datetime:
    local = datetime.combine(day, at.replace(fold=int(is_second)), zone)
    return local.astimezone(UTC)


def worked_minutes(entry: Entry, zone: tzinfo | None = None) -> int:
    """Return how long an entry took: as noted, or else from its two times."""
    if entry.minutes is not None:
        return entry.minutes
    if entry.from_time is None or entry.until_time is None:
        return 0
    begun = (entry.happened_on, entry.from_time)
    return elapsed_minutes(begun, (entry.last_day, entry.until_time), zone)

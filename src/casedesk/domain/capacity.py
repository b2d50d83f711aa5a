"""The capacity calculator: how many cases fit into a working week."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from casedesk.domain.problems import RuleBroken

MONTHS_IN_YEAR = 12
WEEKS_IN_YEAR = 52
DAYS_IN_MONTH = Fraction(1461, 48)  # 365.25 days in 12 months
MOST_WEEKLY_MINUTES = 7 * 24 * 60
WHOLE = 100


class CapacityOutOfRange(RuleBroken):
    """Weeks, shares or hours that no year can have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What the user says about working time; `None` is not said yet."""

    weekly_minutes: int | None = None
    weeks: int = 44
    """Weeks of work in a year, without holidays, training and illness."""
    other_percent: int = 25
    """The share of working time that goes into no case."""
    travel_minutes: int = 0
    """Minutes on the way in a week of work."""
    case_minutes: int | None = None
    """What a case takes in a month on average, without the way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What cases took in the last twelve months, and over how many that is known."""

    minutes: int = 0
    case_days: int = 0
    cases: int = 0

    @property
    def case_minutes(self) -> int | None:
        """The minutes of a case in a month; nothing where nothing was noted."""
        if not (self.minutes and self.case_days):
            return None
        return round(Fraction(self.minutes) * DAYS_IN_MONTH / self.case_days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How many cases fit, and how many more."""

    monthly_minutes: int
    """The minutes for cases in a month."""
    fits: int
    free: int
    """Below nothing if there are more open cases than fit."""
    weekly_each: int | None
    """The minutes for each open case in a week of the year, if there are any."""


def check_capacity(capacity: Capacity) -> None:
    """Raise `CapacityOutOfRange` if no year can be like that."""
    fits = (
        0 <= (capacity.weekly_minutes or 0) <= MOST_WEEKLY_MINUTES,
        0 < capacity.weeks <= WEEKS_IN_YEAR,
        0 <= capacity.other_percent <= WHOLE,
        0 <= capacity.travel_minutes <= MOST_WEEKLY_MINUTES,
        capacity.case_minutes is None or capacity.case_minutes > 0,
    )
    if not all(fits):
        raise CapacityOutOfRange


def room_for(capacity: Capacity, open_cases: int) -> Room | None:
    """Return how many cases fit; nothing while hours are not said.

    Minutes of a year = weeks × (minutes of a week × share for cases − way).
    """
    if capacity.weekly_minutes is None or capacity.case_minutes is None:
        return None
    for_cases = Fraction(WHOLE - capacity.other_percent, WHOLE)
    weekly = capacity.weekly_minutes * for_cases - capacity.travel_minutes
    yearly = max(Fraction(0), weekly * capacity.weeks)
    monthly = yearly / MONTHS_IN_YEAR
    fits = int(monthly // capacity.case_minutes)
    each = round(yearly / WEEKS_IN_YEAR / open_cases) if open_cases else None
    return Room(
        monthly_minutes=int(monthly),
        fits=fits,
        free=fits - open_cases,
        weekly_each=each,
    )

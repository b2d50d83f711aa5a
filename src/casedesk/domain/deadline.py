"""Deadlines: a day, a period, and what falls on days on which nobody works."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.practice import Country

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    DaysOff = Mapping[date, str]

_SATURDAY = 5
_SUNDAY = 6
_MONTHS = 12
LONGEST = 5000  # of any unit; more is a slip of the key


class PeriodUnit(StrEnum):
    """In what a period is counted."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"


class DayOff(StrEnum):
    """Why nobody works on a day."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span of time such as a month."""

    count: int
    unit: PeriodUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The day on which a period ends, and what is to be remarked about that day."""

    ends_on: date
    day_off: DayOff | None = None
    holiday: str = ""
    next_working_day: date | None = None
    """Only where it ends on a day on which nobody works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A period to begin with. `is_verified`: whether it was read in the law itself."""

    period: Period
    is_verified: bool = False


# Reference 7, "Deadlines engine": both marked as not verified, none for Austria. They
# are a start for typing; the notice says what holds.
_OBJECTION = {
    Country.DE: Proposal(period=Period(count=1, unit=PeriodUnit.MONTHS)),
    Country.CH: Proposal(period=Period(count=30, unit=PeriodUnit.DAYS)),
}


def proposed_objection(country: Country) -> Proposal | None:
    """Return the period to object to a decision that is proposed, if there is one."""
    return _OBJECTION.get(country)


def deadline(start: date, period: Period, days_off: DaysOff) -> Deadline:
    """Return when a period ends that begins with the day after `start`.

    A period that ends on a day off is not moved: the next working day is a remark.
    """
    day = end_of(start, period, days_off)
    why = day_off(day, days_off)
    if why is None:
        return Deadline(ends_on=day)
    return Deadline(
        ends_on=day,
        day_off=why,
        holiday=days_off.get(day, ""),
        next_working_day=working_day_from(day, days_off),
    )


def end_of(start: date, period: Period, days_off: DaysOff) -> date:
    """Return the last day of a period; a month ends on its last day if it is short."""
    count = max(0, min(period.count, LONGEST))
    if period.unit is PeriodUnit.MONTHS:
        return _months_later(start, count)
    if period.unit is PeriodUnit.WEEKS:
        return start + timedelta(weeks=count)
    if period.unit is PeriodUnit.DAYS:
        return start + timedelta(days=count)
    day = start
    for _ in range(count):
        day = working_day_from(day + timedelta(days=1), days_off)
    return day


def day_off(day: date, days_off: DaysOff) -> DayOff | None:
    """Return why nobody works on a day, nothing if it is a working day."""
    if day in days_off:
        return DayOff.HOLIDAY
    return {_SATURDAY: DayOff.SATURDAY, _SUNDAY: DayOff.SUNDAY}.get(day.weekday())


def working_day_from(day: date, days_off: DaysOff) -> date:
    """Return the first working day that is not before a day."""
    while day_off(day, days_off) is not None:
        day += timedelta(days=1)
    return day


def _months_later(start: date, count: int) -> date:
    months = start.year * _MONTHS + start.month - 1 + count
    year, month = divmod(months, _MONTHS)
    last = monthrange(year, month + 1)[1]
    return start.replace(year=year, month=month + 1, day=min(start.day, last))

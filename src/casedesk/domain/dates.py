"""Days as people say them: typed freely, and perhaps known only in part."""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

JUST_PASSED_DAYS = 400
EARLIEST_YEAR = 1880
LATEST_YEAR = 2200

_WORDS = {
    "heute": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "übermorgen": 2,
    "gestern": -1,
    "yesterday": -1,
    "vorgestern": -2,
}
_OFFSET = re.compile(r"([+-])\s*(\d{1,4})")
_SEPARATED = re.compile(r"(\d{1,2})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{2}|\d{4}))?[.]?")
_PACKED = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MONTH = re.compile(r"(?:(\d{1,2})[./](\d{4})|(\d{4})-(\d{1,2}))")
_YEAR = re.compile(r"\d{4}")


class NotADay(ValueError):  # noqa: N818 - it is what was typed, not an error
    """What was typed names no day."""


class Leaning(StrEnum):
    """Where a two-digit year or a missing year is looked for."""

    PAST = "past"
    FUTURE = "future"
    NEAR = "near"


def parse_day(text: str, *, today: date, leaning: Leaning = Leaning.NEAR) -> date:
    """Return the day that was typed, or raise `NotADay`.

    Understood are `5.3.84`, `050384`, `5.3.`, `2026-03-05`, `heute`, `+14`, `-1`.
    """
    typed = text.strip().casefold()
    if typed in _WORDS:
        return today + timedelta(days=_WORDS[typed])
    if match := _OFFSET.fullmatch(typed):
        days = int(match[1] + match[2])
        return today + timedelta(days=days)
    if match := _ISO.fullmatch(typed):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    match = _SEPARATED.fullmatch(typed) or _PACKED.fullmatch(typed)
    if match is None:
        raise NotADay
    day, month, typed_year = int(match[1]), int(match[2]), match[3]
    if typed_year is not None and len(typed_year) == 4:
        return _day(int(typed_year), month, day)
    if typed_year is None:
        years = [today.year - 1, today.year, today.year + 1]
    else:
        this_century = today.year - today.year % 100 + int(typed_year)
        years = [this_century - 100, this_century, this_century + 100]
    return _likeliest(years, month, day, today, leaning)


def _likeliest(
    years: list[int], month: int, day: int, today: date, leaning: Leaning
) -> date:
    """Return the day in the year that fits best to where the field leans."""
    possible: list[date] = []
    for year in years:
        with suppress(NotADay):
            possible.append(_day(year, month, day))
    if leaning is Leaning.PAST:
        possible = [each for each in possible if each <= today][-1:]
    elif leaning is Leaning.FUTURE:
        # A deadline that has just passed is typed, too.
        is_year_typed = years[1] - years[0] > 1
        since = today - timedelta(days=JUST_PASSED_DAYS if is_year_typed else 0)
        possible = [each for each in possible if each >= since][:1]
    if not possible:
        raise NotADay
    return min(possible, key=lambda each: abs(each - today))


def _day(year: int, month: int, day: int) -> date:
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise NotADay
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotADay from error


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date of which perhaps only the year, or the year and month, is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str, *, today: date) -> PartialDate:
        """Read `1951`, `03/1951`, `1951-03` or a whole past day; else `NotADay`."""
        typed = text.strip()
        if _YEAR.fullmatch(typed):
            read = cls._checked(int(typed), None)
        elif match := _MONTH.fullmatch(typed):
            year, month = match[2] or match[3], match[1] or match[4]
            read = cls._checked(int(year), int(month))
        else:
            read = cls.of(parse_day(typed, today=today, leaning=Leaning.PAST))
        if date(read.year, read.month or 1, read.day or 1) > today:
            raise NotADay
        return read

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """Return a whole day as a partial date."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def from_iso(cls, text: str) -> PartialDate:
        """Read what `iso` wrote."""
        return cls(*(int(part) for part in text.split("-")))

    @classmethod
    def _checked(cls, year: int, month: int | None) -> PartialDate:
        _day(year, month or 1, 1)
        return cls(year, month)

    def iso(self) -> str:
        """Return `1951`, `1951-07` or `1951-07-04`."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def whole(self) -> date | None:
        """Return the day if all of it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def age_on(self, day: date) -> int | None:
        """Return the age in years, or nothing when it could be one of two."""
        youngest = _age(self.last_day(), day)
        oldest = _age(date(self.year, self.month or 1, self.day or 1), day)
        return youngest if youngest == oldest and youngest >= 0 else None

    def last_day(self) -> date:
        """Return the last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:h|uhr)?")


def parse_time(typed: str) -> time:
    """Read a time of day such as `14:30`, `1430`, `9.15` or `9 Uhr`.

    Raises `ValueError` if it is none.
    """
    match = _TIME.fullmatch(typed.strip().lower())
    if match is None:
        raise ValueError
    return time(int(match[1]), int(match[2] or 0))


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

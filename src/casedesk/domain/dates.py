"""Days as people say them: typed freely, and perhaps known only in part."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

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
    day, month = int(match[1]), int(match[2])
    return _day(_year(match[3], day, month, today, leaning), month, day)


def _year(
    typed: str | None, day: int, month: int, today: date, leaning: Leaning
) -> int:
    if typed is not None and len(typed) == 4:
        return int(typed)
    if typed is None:
        return _nearest_year(day, month, today, leaning)
    century = today.year - today.year % 100
    year = century + int(typed)
    if leaning is Leaning.PAST:
        return year if year <= today.year else year - 100
    if leaning is Leaning.FUTURE:
        return year if year >= today.year - 1 else year + 100
    return year if abs(year - today.year) <= 50 else year - 100


def _nearest_year(day: int, month: int, today: date, leaning: Leaning) -> int:
    this_year = (month, day)
    now = (today.month, today.day)
    if leaning is Leaning.FUTURE and this_year < now:
        return today.year + 1
    if leaning is Leaning.PAST and this_year > now:
        return today.year - 1
    return today.year


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
            return cls._checked(int(typed), None)
        if match := _MONTH.fullmatch(typed):
            year, month = match[2] or match[3], match[1] or match[4]
            return cls._checked(int(year), int(month))
        return cls.of(parse_day(typed, today=today, leaning=Leaning.PAST))

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
        youngest = _age(self._last_day(), day)
        oldest = _age(date(self.year, self.month or 1, self.day or 1), day)
        return youngest if youngest == oldest and youngest >= 0 else None

    def _last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def _age(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def add_months(day: date, months: int) -> date:
    """Return the same day some months later, or the last one of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

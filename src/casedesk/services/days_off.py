"""Public holidays of a canton, Bundesland or Land, worked out offline.

The library is heavy, so it is imported only when a deadline is worked out, which the
window does beside its own thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedesk.domain.deadline import deadline, end_of
from casedesk.domain.practice import Country
from casedesk.domain.region import country_and_code

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from casedesk.domain.deadline import Deadline, Period


def days_off(region: str, at_home: Country, years: Iterable[int]) -> dict[date, str]:
    """Return the holidays of a region with their names; without one, of the country."""
    country, code = country_and_code(region, at_home)
    found = _holidays(country, code, sorted(set(years)))
    return dict(found)


def _holidays(country: Country, code: str, years: list[int]) -> dict[date, str]:
    from holidays.countries.austria import Austria
    from holidays.countries.germany import Germany
    from holidays.countries.switzerland import Switzerland

    # Any: the library comes without types.
    kinds: dict[Country, Any] = {
        Country.AT: Austria,
        Country.DE: Germany,
        Country.CH: Switzerland,
    }
    made = kinds[country](subdiv=code or None, years=years, language="de", expand=False)
    return {day: str(name) for day, name in made.items()}


def _spare(years: int) -> int:
    """Return how many more years to look at: holidays are less than a tenth."""
    return years // 10 + 2


def worked_out(start: date, period: Period, region: str, at_home: Country) -> Deadline:
    """Return when a period ends where a region's holidays count; touches no vault."""
    last = end_of(start, period, {})
    # Without holidays working days end earlier; a year more is always enough.
    years = range(start.year, last.year + _spare(last.year - start.year))
    return deadline(start, period, days_off(region, at_home, years))

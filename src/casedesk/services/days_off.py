"""Public holidays of a canton, Bundesland or Land, worked out offline.

The library is heavy, so it is imported only when a deadline is worked out, which the
window does beside its own thread.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.practice import Country
from casedesk.domain.region import country_and_code

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def days_off(region: str, at_home: Country, years: Iterable[int]) -> dict[date, str]:
    """Return the holidays of a region with their names; without one, of the country."""
    country, code = country_and_code(region, at_home)
    found = _holidays(country, code, sorted(set(years)))
    return dict(found)


def _holidays(country: Country, code: str, years: list[int]) -> dict[date, str]:
    from holidays.countries.austria import Austria
    from holidays.countries.germany import Germany
    from holidays.countries.switzerland import Switzerland

    kinds = {Country.AT: Austria, Country.DE: Germany, Country.CH: Switzerland}
    made = kinds[country](subdiv=code or None, years=years, language="de", expand=False)
    return {day: str(name) for day, name in made.items()}

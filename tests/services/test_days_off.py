from __future__ import annotations

from datetime import date

import pytest

from casedesk.domain.deadline import DayOff, Period, PeriodUnit
from casedesk.domain.practice import Country
from casedesk.domain.region import every_region
from casedesk.services.days_off import days_off, worked_out


@pytest.mark.parametrize(
    ("region", "day", "is_off"),
    [
        pytest.param("CH-BE", date(2026, 1, 2), True, id="Berchtoldstag in Bern"),
        pytest.param("CH-GE", date(2026, 1, 2), False, id="not in Geneva"),
        pytest.param("DE-BY", date(2026, 1, 6), True, id="Epiphany in Bavaria"),
        pytest.param("DE-BE", date(2026, 1, 6), False, id="not in Berlin"),
        pytest.param("AT-9", date(2026, 10, 26), True, id="Austria's national day"),
        pytest.param("", date(2026, 8, 1), True, id="all of Switzerland"),
    ],
)
def test_holidays_are_those_of_the_region(region: str, day: date, is_off: bool) -> None:
    assert (day in days_off(region, Country.CH, [2026])) is is_off


def test_every_region_has_holidays() -> None:
    assert all(days_off(each, Country.CH, [2027]) for each in every_region())


def test_a_deadline_on_a_holiday_is_remarked_with_its_name() -> None:
    found = worked_out(
        date(2026, 12, 11),
        Period(count=2, unit=PeriodUnit.WEEKS),
        "DE-BY",
        Country.DE,
    )

    assert found.ends_on == date(2026, 12, 25)
    assert found.day_off is DayOff.HOLIDAY
    assert found.holiday
    assert found.next_working_day == date(2026, 12, 28)


def test_working_days_leave_the_holidays_of_the_next_year_out() -> None:
    found = worked_out(
        date(2026, 12, 30),
        Period(count=2, unit=PeriodUnit.WORKING_DAYS),
        "CH-BE",
        Country.CH,
    )

    # 31 December; 1 and 2 January are holidays, then a Sunday.
    assert found.ends_on == date(2027, 1, 4)
    assert found.day_off is None

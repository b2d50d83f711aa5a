from __future__ import annotations

from datetime import date

import pytest

from casedesk.domain.deadline import (
    DayOff,
    Deadline,
    Period,
    PeriodUnit,
    deadline,
    proposed_objection,
)
from casedesk.domain.practice import Country
from casedesk.domain.region import REGIONS, country_and_code, every_region

CHRISTMAS = {date(2026, 12, 25): "Weihnachten", date(2026, 12, 26): "Stephanstag"}


@pytest.mark.parametrize(
    ("start", "count", "unit", "ends_on"),
    [
        pytest.param(
            date(2026, 3, 2), 30, PeriodUnit.DAYS, date(2026, 4, 1), id="days"
        ),
        pytest.param(
            date(2026, 3, 2), 2, PeriodUnit.WEEKS, date(2026, 3, 16), id="weeks"
        ),
        pytest.param(
            date(2026, 3, 2), 1, PeriodUnit.MONTHS, date(2026, 4, 2), id="a month"
        ),
        pytest.param(
            date(2026, 1, 31), 1, PeriodUnit.MONTHS, date(2026, 2, 28), id="short month"
        ),
        pytest.param(
            date(2027, 12, 31), 2, PeriodUnit.MONTHS, date(2028, 2, 29), id="leap year"
        ),
        pytest.param(
            date(2026, 12, 23),
            2,
            PeriodUnit.WORKING_DAYS,
            date(2026, 12, 28),
            id="working days leave out weekend and holidays",
        ),
        pytest.param(
            date(2026, 3, 2), 99999, PeriodUnit.DAYS, date(2039, 11, 9), id="a slip"
        ),
        pytest.param(
            date(2026, 3, 2), -3, PeriodUnit.DAYS, date(2026, 3, 2), id="none"
        ),
    ],
)
def test_a_period_begins_with_the_day_after(
    start: date, count: int, unit: PeriodUnit, ends_on: date
) -> None:
    found = deadline(start, Period(count=count, unit=unit), CHRISTMAS)

    assert found.ends_on == ends_on


@pytest.mark.parametrize(
    ("received_on", "expected"),
    [
        pytest.param(
            date(2026, 12, 22), Deadline(ends_on=date(2026, 12, 24)), id="working day"
        ),
        pytest.param(
            date(2026, 12, 23),
            Deadline(
                ends_on=date(2026, 12, 25),
                day_off=DayOff.HOLIDAY,
                holiday="Weihnachten",
                next_working_day=date(2026, 12, 28),
            ),
            id="holiday",
        ),
        pytest.param(
            date(2026, 3, 12),
            Deadline(
                ends_on=date(2026, 3, 14),
                day_off=DayOff.SATURDAY,
                next_working_day=date(2026, 3, 16),
            ),
            id="Saturday",
        ),
        pytest.param(
            date(2026, 3, 13),
            Deadline(
                ends_on=date(2026, 3, 15),
                day_off=DayOff.SUNDAY,
                next_working_day=date(2026, 3, 16),
            ),
            id="Sunday",
        ),
    ],
)
def test_a_deadline_on_a_day_off_is_not_moved_but_remarked(
    received_on: date, expected: Deadline
) -> None:
    two_days = Period(count=2, unit=PeriodUnit.DAYS)

    assert deadline(received_on, two_days, CHRISTMAS) == expected


def test_a_proposed_period_never_claims_to_be_verified() -> None:
    proposals = [proposed_objection(country) for country in Country]

    assert not any(each.is_verified for each in proposals if each is not None)
    assert proposed_objection(Country.AT) is None
    german, swiss = proposed_objection(Country.DE), proposed_objection(Country.CH)
    assert german is not None
    assert german.period == Period(count=1, unit=PeriodUnit.MONTHS)
    assert swiss is not None
    assert swiss.period == Period(count=30, unit=PeriodUnit.DAYS)


def test_a_region_is_known_by_country_and_code() -> None:
    assert [len(REGIONS[each]) for each in Country] == [26, 16, 9]
    assert every_region()["CH-BE"] == (Country.CH, "Bern")
    assert every_region()["DE-BE"] == (Country.DE, "Berlin")
    assert country_and_code("AT-9", Country.CH) == (Country.AT, "9")
    assert country_and_code("", Country.CH) == (Country.CH, "")
    assert country_and_code("CH-XX", Country.DE) == (Country.DE, "")

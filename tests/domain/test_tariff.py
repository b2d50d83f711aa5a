"""What time costs by the unit that was agreed."""

from __future__ import annotations

from datetime import date

import pytest

from casedesk.domain.tariff import (
    BillingUnit,
    months_touched,
    time_cents,
)


@pytest.mark.parametrize(
    ("minutes", "hourly", "cents"),
    [
        (60, 14400, 14400),
        (85, 14400, 20400),
        (50, 10000, 8333),
        (25, 9999, 4166),
        (1, 30, 1),
        (1, 29, 0),
        (0, 14400, 0),
    ],
)
def test_time_costs_whole_cents_half_a_cent_upwards(
    minutes: int, hourly: int, cents: int
) -> None:
    assert time_cents(minutes, hourly) == cents


@pytest.mark.parametrize(
    ("unit", "minutes", "cents"),
    [
        (BillingUnit.SERVICE_HOUR, 90, 9000),
        (BillingUnit.LESSON, 45, 6000),
        (BillingUnit.LESSON, 90, 12000),
        (BillingUnit.LESSON, 50, 6667),
        (BillingUnit.LESSON, 1, 133),
    ],
)
def test_a_lesson_has_45_minutes(unit: BillingUnit, minutes: int, cents: int) -> None:
    assert time_cents(minutes, 6000, unit) == cents


def test_beside_a_flat_fee_time_is_not_charged() -> None:
    charging = [unit for unit in BillingUnit if unit.charges_time]

    assert charging == [BillingUnit.HOUR, BillingUnit.SERVICE_HOUR, BillingUnit.LESSON]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (date(2026, 3, 1), date(2026, 3, 31), 1),
        (date(2026, 3, 31), date(2026, 4, 1), 2),
        (date(2025, 11, 15), date(2026, 2, 14), 4),
    ],
)
def test_a_month_counts_as_soon_as_a_day_lies_in_it(
    first: date, last: date, months: int
) -> None:
    assert months_touched(first, last) == months

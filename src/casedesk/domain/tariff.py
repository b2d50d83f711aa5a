"""Tariffs: by which unit time is charged, and what is charged at a flat fee instead."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

MINUTES_PER_HOUR = 60
MINUTES_PER_LESSON = 45
MONTHS_PER_YEAR = 12


class BillingUnit(StrEnum):
    """The unit to which a price belongs. Which one holds, the contract says."""

    HOUR = "hour"
    SERVICE_HOUR = "service_hour"
    LESSON = "lesson"
    FLAT = "flat"

    @property
    def minutes(self) -> int:
        """How many minutes the price is for."""
        return MINUTES_PER_LESSON if self is BillingUnit.LESSON else MINUTES_PER_HOUR

    @property
    def charges_time(self) -> bool:
        """Whether time is charged; beside a flat fee it is only shown."""
        return self is not BillingUnit.FLAT


class FlatPer(StrEnum):
    """For what a flat fee is agreed."""

    CASE = "case"
    MONTH = "month"
    SERVICE = "service"


def time_cents(
    minutes: int, price_cents: int, unit: BillingUnit = BillingUnit.HOUR
) -> int:
    """Return what minutes cost, half a cent upwards."""
    return (2 * minutes * price_cents + unit.minutes) // (2 * unit.minutes)


def months_touched(first: date, last: date) -> int:
    """Return in how many calendar months the days of a period lie."""
    years = last.year - first.year
    return years * MONTHS_PER_YEAR + last.month - first.month + 1

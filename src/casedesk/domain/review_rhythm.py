"""How often something is looked at again, and the day that follows from it."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.dates import add_months

if TYPE_CHECKING:
    from datetime import date


class ReviewRhythm(StrEnum):
    """After which time something is looked at again."""

    TWO_WEEKS = "two_weeks"
    ONE_MONTH = "one_month"
    TWO_MONTHS = "two_months"
    THREE_MONTHS = "three_months"
    SIX_MONTHS = "six_months"
    TWELVE_MONTHS = "twelve_months"


TWO_WEEKS_DAYS = 14
MONTHS = {
    ReviewRhythm.ONE_MONTH: 1,
    ReviewRhythm.TWO_MONTHS: 2,
    ReviewRhythm.THREE_MONTHS: 3,
    ReviewRhythm.SIX_MONTHS: 6,
    ReviewRhythm.TWELVE_MONTHS: 12,
}


def following(day: date, rhythm: ReviewRhythm) -> date:
    """Return the day on which something that was looked at on `day` is due again."""
    if rhythm is ReviewRhythm.TWO_WEEKS:
        return day + timedelta(days=TWO_WEEKS_DAYS)
    return add_months(day, MONTHS[rhythm])

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from casedesk.domain.review_rhythm import ReviewRhythm
from casedesk.domain.review_rhythm import following as ruled
from casedesk.store.reviews_due import following


def test_the_engine_finds_the_same_day_as_the_rule() -> None:
    connection = sqlite3.connect(":memory:")
    days = [date(2023, 12, 25) + timedelta(days=each) for each in range(460)]

    for rhythm in ReviewRhythm:
        for day in days:
            sql = f"SELECT {following(':day', ':rhythm')}"
            [found] = connection.execute(sql, {"day": day, "rhythm": rhythm}).fetchone()
            assert found == ruled(day, rhythm).isoformat()

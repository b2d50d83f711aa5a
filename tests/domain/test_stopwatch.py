from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.entry import EntryId
from casedesk.domain.stopwatch import Stopwatch, rounded_minutes

START = datetime(2026, 3, 14, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "step", "minutes"),
    [
        (0, 1, 1),
        (60, 1, 1),
        (61, 1, 2),
        (61, 5, 5),
        (300, 5, 5),
        (301, 5, 10),
        (301, 6, 6),
        (3601, 15, 75),
    ],
)
def test_every_begun_step_counts(seconds: int, step: int, minutes: int) -> None:
    assert rounded_minutes(seconds, step) == minutes


def test_a_clock_that_was_set_back_gives_no_time_below_nothing() -> None:
    watch = Stopwatch(case_id=CaseId("c"), entry_id=EntryId("e"), started_at=START)

    assert watch.seconds(START + timedelta(seconds=90)) == 90
    assert watch.seconds(START - timedelta(seconds=90)) == 0

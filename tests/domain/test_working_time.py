"""How long something took, and to what it is rounded."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.entry import Entry, EntryId
from casedesk.domain.phase import Phase
from casedesk.domain.working_time import (
    STEPS,
    Rounding,
    RoundingMode,
    elapsed_minutes,
    worked_minutes,
)

ZURICH = ZoneInfo("Europe/Zurich")
DAY = date(2026, 3, 10)


def an_entry(**fields: object) -> Entry:
    return Entry(
        id=EntryId("e"),
        case_id=CaseId("c"),
        phase=Phase.COORDINATION,
        happened_on=DAY,
        **fields,  # type: ignore[arg-type]  # each by its own type
    )


@pytest.mark.parametrize(
    ("step", "mode", "minutes", "counted"),
    [
        (1, RoundingMode.UP, 7, 7),
        (5, RoundingMode.UP, 1, 5),
        (5, RoundingMode.UP, 5, 5),
        (6, RoundingMode.UP, 7, 12),
        (10, RoundingMode.UP, 0, 0),
        (15, RoundingMode.UP, 46, 60),
        (5, RoundingMode.NEAREST, 2, 0),
        (5, RoundingMode.NEAREST, 3, 5),
        (6, RoundingMode.NEAREST, 3, 6),
        (10, RoundingMode.NEAREST, 14, 10),
        (15, RoundingMode.NEAREST, 22, 15),
        (15, RoundingMode.NEAREST, 23, 30),
    ],
)
def test_time_is_rounded_up_or_to_the_nearest_step(
    step: int, mode: RoundingMode, minutes: int, counted: int
) -> None:
    assert Rounding(step=step, mode=mode).of(minutes) == counted


def test_rounding_twice_changes_nothing_more() -> None:
    for step in STEPS:
        for mode in RoundingMode:
            rounding = Rounding(step=step, mode=mode)
            for minutes in range(200):
                once = rounding.of(minutes)
                assert rounding.of(once) == once
                assert abs(once - minutes) < step or once == minutes


@pytest.mark.parametrize(
    ("begun", "ended", "minutes"),
    [
        pytest.param((DAY, time(9)), (DAY, time(9, 45)), 45, id="an hour's part"),
        pytest.param(
            (DAY, time(23, 40)), (date(2026, 3, 11), time(0, 20)), 40, id="midnight"
        ),
        pytest.param(
            (date(2026, 3, 29), time(1, 30)),
            (date(2026, 3, 29), time(3, 30)),
            60,
            id="an hour is missing in spring",
        ),
        pytest.param(
            (date(2026, 10, 25), time(1, 30)),
            (date(2026, 10, 25), time(3, 30)),
            180,
            id="an hour comes twice in autumn",
        ),
        pytest.param(
            (date(2026, 10, 24), time(23)),
            (date(2026, 10, 25), time(6)),
            480,
            id="a night of eight hours in autumn",
        ),
        pytest.param(
            (date(2026, 10, 25), time(2, 50)),
            (date(2026, 10, 25), time(2, 10)),
            20,
            id="into the second time of the same hour",
        ),
        pytest.param((DAY, time(9)), (DAY, time(8)), 0, id="backwards is nothing"),
    ],
)
def test_it_is_the_time_that_passed_that_counts(
    begun: tuple[date, time], ended: tuple[date, time], minutes: int
) -> None:
    assert elapsed_minutes(begun, ended, ZURICH) == minutes


def test_what_is_noted_counts_before_the_two_times() -> None:
    spanned = an_entry(from_time=time(9), until_time=time(10))
    noted = an_entry(from_time=time(9), until_time=time(10), minutes=40)

    assert worked_minutes(spanned, ZURICH) == 60
    assert worked_minutes(noted, ZURICH) == 40
    assert worked_minutes(an_entry(from_time=time(9)), ZURICH) == 0

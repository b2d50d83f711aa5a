"""How many cases fit into the working time."""

from __future__ import annotations

import pytest

from casedesk.domain.capacity import (
    Capacity,
    CapacityOutOfRange,
    Measured,
    check_capacity,
    room_for,
)

HOUR = 60


def test_a_week_of_forty_hours() -> None:
    capacity = Capacity(
        weekly_minutes=40 * HOUR,
        weeks=45,
        other_percent=25,
        travel_minutes=6 * HOUR,
        case_minutes=4 * HOUR,
    )

    room = room_for(capacity, open_cases=18)

    # 40 h × 75 % − 6 h = 24 h; × 45 weeks = 1080 h in a year, 90 h in a month.
    assert room is not None
    assert room.monthly_minutes == 90 * HOUR
    assert room.fits == 22
    assert room.free == 4
    assert room.weekly_each == 69  # 1080 h ÷ 52 weeks ÷ 18 cases


@pytest.mark.parametrize(
    ("open_cases", "free"),
    [pytest.param(22, 0, id="full"), pytest.param(25, -3, id="too many")],
)
def test_more_cases_than_fit_are_said(open_cases: int, free: int) -> None:
    capacity = Capacity(
        weekly_minutes=40 * HOUR,
        weeks=45,
        travel_minutes=6 * HOUR,
        case_minutes=4 * HOUR,
    )

    room = room_for(capacity, open_cases)

    assert room is not None
    assert room.free == free


def test_without_hours_there_is_no_answer() -> None:
    assert room_for(Capacity(), 3) is None
    assert room_for(Capacity(weekly_minutes=2400), 3) is None


def test_the_way_can_take_all_of_the_time() -> None:
    room = room_for(
        Capacity(weekly_minutes=600, travel_minutes=900, case_minutes=60), open_cases=0
    )

    assert room is not None
    assert (room.fits, room.free, room.weekly_each) == (0, 0, None)


@pytest.mark.parametrize(
    "capacity",
    [
        pytest.param(Capacity(weeks=53), id="a year has 52 weeks"),
        pytest.param(Capacity(weeks=0), id="no week"),
        pytest.param(Capacity(other_percent=101), id="more than all"),
        pytest.param(Capacity(weekly_minutes=169 * HOUR), id="a week has 168 hours"),
        pytest.param(Capacity(case_minutes=0), id="nothing for a case"),
    ],
)
def test_what_no_year_can_be_is_refused(capacity: Capacity) -> None:
    with pytest.raises(CapacityOutOfRange):
        check_capacity(capacity)


def test_what_a_case_takes_in_a_month_is_measured_over_its_days() -> None:
    # Two cases over a whole year, 24 hours each: two hours in a month.
    measured = Measured(minutes=48 * HOUR, case_days=2 * 365, cases=2)

    assert measured.case_minutes == 120
    assert Measured().case_minutes is None

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.dates import (
    Leaning,
    NotADay,
    PartialDate,
    add_months,
    parse_day,
    parse_time,
)

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        pytest.param("3.7.2026", date(2026, 7, 3), id="with dots"),
        pytest.param("3.7.26", date(2026, 7, 3), id="year of two digits"),
        pytest.param("030726", date(2026, 7, 3), id="without separators"),
        pytest.param("03072026", date(2026, 7, 3), id="eight digits"),
        pytest.param("3.7.", date(2026, 7, 3), id="without a year"),
        pytest.param("3/7", date(2026, 7, 3), id="with slashes"),
        pytest.param("2026-07-03", date(2026, 7, 3), id="as the standard has it"),
        pytest.param(" Heute ", TODAY, id="today in German"),
        pytest.param("morgen", date(2026, 3, 15), id="tomorrow in German"),
        pytest.param("yesterday", date(2026, 3, 13), id="yesterday in English"),
        pytest.param("+14", date(2026, 3, 28), id="in fourteen days"),
        pytest.param("-1", date(2026, 3, 13), id="a day ago"),
    ],
)
def test_a_day_is_understood_as_it_is_typed(typed: str, day: date) -> None:
    assert parse_day(typed, today=TODAY) == day


@pytest.mark.parametrize(
    ("typed", "leaning", "day"),
    [
        pytest.param("5.3.84", Leaning.PAST, date(1984, 3, 5), id="a birth"),
        pytest.param("5.3.26", Leaning.PAST, date(2026, 3, 5), id="born this year"),
        pytest.param("5.3.25", Leaning.FUTURE, date(2025, 3, 5), id="just past"),
        pytest.param("5.3.24", Leaning.FUTURE, date(2124, 3, 5), id="far past"),
        pytest.param("5.3.77", Leaning.NEAR, date(1977, 3, 5), id="near: past"),
        pytest.param("5.3.", Leaning.FUTURE, date(2027, 3, 5), id="next time"),
        pytest.param("5.4.", Leaning.PAST, date(2025, 4, 5), id="last time"),
        pytest.param("5.4.", Leaning.NEAR, date(2026, 4, 5), id="this year"),
        pytest.param("28.12.", Leaning.NEAR, date(2025, 12, 28), id="last winter"),
        pytest.param("5.12.26", Leaning.PAST, date(1926, 12, 5), id="not yet born"),
        pytest.param("29.2.", Leaning.NEAR, None, id="no leap year near"),
    ],
)
def test_a_year_is_completed_as_the_field_leans(
    typed: str, leaning: Leaning, day: date | None
) -> None:
    if day is None:
        with pytest.raises(NotADay):
            parse_day(typed, today=TODAY, leaning=leaning)
    else:
        assert parse_day(typed, today=TODAY, leaning=leaning) == day


@pytest.mark.parametrize(
    "typed", ["", "bald", "31.2.2026", "0.1.2026", "1.1.1200", "1.1.9999", "12", "+x"]
)
def test_what_names_no_day_is_refused(typed: str) -> None:
    with pytest.raises(NotADay):
        parse_day(typed, today=TODAY)


@given(st.text(max_size=20))
def test_nothing_typed_can_break_the_field(typed: str) -> None:
    try:
        day = parse_day(typed, today=TODAY)
    except NotADay:
        return
    assert isinstance(day, date)


@given(st.dates(date(1880, 1, 1), date(2200, 12, 31)))
def test_every_day_is_read_back_as_it_is_written(day: date) -> None:
    assert parse_day(f"{day:%d.%m.%Y}", today=TODAY) == day
    assert PartialDate.from_iso(PartialDate.of(day).iso()).whole() == day


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        pytest.param("1951", "1951", id="a year"),
        pytest.param("7/1951", "1951-07", id="a month"),
        pytest.param("07.1951", "1951-07", id="a month with a dot"),
        pytest.param("1951-7", "1951-07", id="a month, year first"),
        pytest.param("4.7.51", "1951-07-04", id="a whole day"),
    ],
)
def test_a_birth_date_may_be_incomplete(typed: str, iso: str) -> None:
    assert PartialDate.parse(typed, today=TODAY).iso() == iso


@pytest.mark.parametrize(
    "typed", ["13/1951", "1751", "??", "2027", "4/2026", "morgen", "1.1.2027"]
)
def test_what_is_no_partial_date_is_refused(typed: str) -> None:
    with pytest.raises(NotADay):
        PartialDate.parse(typed, today=TODAY)


@pytest.mark.parametrize(
    ("iso", "age"),
    [
        pytest.param("1951-03-14", 75, id="birthday today"),
        pytest.param("1951-03-15", 74, id="birthday tomorrow"),
        pytest.param("1951-02", 75, id="a month that is over"),
        pytest.param("1951-03", None, id="this month: one of two"),
        pytest.param("1951", None, id="a year: one of two"),
        pytest.param("2027", None, id="not born yet"),
    ],
)
def test_the_age_is_told_only_when_it_is_certain(iso: str, age: int | None) -> None:
    assert PartialDate.from_iso(iso).age_on(TODAY) == age


def test_months_are_added_within_the_length_of_a_month() -> None:
    assert add_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months(date(2026, 11, 30), 14) == date(2028, 1, 30)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("14:30", time(14, 30)),
        ("1430", time(14, 30)),
        ("9.15", time(9, 15)),
        ("930", time(9, 30)),
        ("9", time(9)),
        ("9 Uhr", time(9)),
        ("14h05", time(14, 5)),
    ],
)
def test_a_time_of_day_is_typed_freely(typed: str, expected: time) -> None:
    assert parse_time(typed) == expected


@pytest.mark.parametrize("typed", ["", "25", "12:60", "abc", "12345"])
def test_what_is_no_time_of_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any
        parse_time(typed)

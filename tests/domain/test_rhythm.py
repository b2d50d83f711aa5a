from __future__ import annotations

import pytest

from casedesk.domain.rhythm import (
    WEEK,
    WEEKEND,
    WORKING_DAYS,
    DayPart,
    Rhythm,
    Weekday,
    apart,
    rhythm_of,
)

TUESDAY, FRIDAY = Weekday.TUESDAY, Weekday.FRIDAY


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("dienstags und freitags, je vier Stunden", {TUESDAY, FRIDAY}),
        ("Mo, Mi und Fr", {WEEK[0], WEEK[2], WEEK[4]}),
        ("Mo–Fr", set(WORKING_DAYS)),
        ("Montag bis Freitag", set(WORKING_DAYS)),
        ("Samstag bis Montag", {*WEEKEND, WEEK[0]}),
        ("am Wochenende", set(WEEKEND)),
        ("werktags", set(WORKING_DAYS)),
        ("täglich zehn Minuten", set(WEEK)),
        ("jeden Morgen", set(WEEK)),
        ("7× pro Woche", set(WEEK)),
        ("every day", set(WEEK)),
        ("So oft wie möglich", set()),
        ("Sa und So", set(WEEKEND)),
        ("monatlich", set()),
        ("Mittagstisch", set()),
    ],
)
def test_days_are_read(words: str, days: set[Weekday]) -> None:
    assert rhythm_of(words).days == days


@pytest.mark.parametrize("words", ["alle zwei Wochen", "14-täglich", "jeden zweiten"])
def test_every_second_week_is_not_every_day(words: str) -> None:
    rhythm = rhythm_of(words)

    assert rhythm.is_fortnightly
    assert not rhythm.is_daily


@pytest.mark.parametrize(
    ("words", "times"),
    [
        ("2× pro Woche", 2),
        ("dreimal wöchentlich", 3),
        ("wöchentlich", 1),
        ("fünf halbe Tage", None),
    ],
)
def test_times_a_week_are_read(words: str, times: int | None) -> None:
    assert rhythm_of(words).times_a_week == times


def test_what_is_done_once_is_told_from_what_is_done_once_a_week() -> None:
    assert rhythm_of("einmalig").is_once
    assert not rhythm_of("einmal pro Woche").is_once
    assert rhythm_of("") == Rhythm()


@pytest.mark.parametrize(
    ("one", "other", "is_apart"),
    [
        ("dienstags", "freitags", True),
        ("morgens", "abends", True),
        ("täglich", "freitags", False),
        ("", "freitags", False),
        ("dienstags am Vormittag", "dienstags", False),
    ],
)
def test_two_are_apart_only_if_that_is_known(
    one: str, other: str, is_apart: bool
) -> None:
    assert apart(rhythm_of(one), rhythm_of(other)) is is_apart


def test_parts_of_the_day_are_read() -> None:
    assert rhythm_of("morgens und abends").parts == {DayPart.MORNING, DayPart.EVENING}
    assert rhythm_of("am Vormittag").parts == {DayPart.FORENOON}

"""When a backup is due, which ones stay, and which folders are watched by others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.backup import (
    KEPT_DAILY,
    KEPT_LAST,
    KEPT_MONTHLY,
    KEPT_WEEKLY,
    OLDEST,
    BackupPlace,
    Check,
    Drill,
    Freshness,
    Holdings,
    Verdict,
    backup_name,
    freshness,
    is_changed,
    is_drill_due,
    is_due,
    kept,
    made_at,
    room_needed,
)

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
VAULT_ID = "0190a0b0-0000-7000-8000-000000000001"
OTHER_ID = "0190a0b0-0000-7000-8000-000000000002"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

ages = st.timedeltas(min_value=timedelta(), max_value=timedelta(days=900))
times = st.lists(ages.map(lambda age: NOW - age), max_size=300)


def a_check(age: timedelta, deed: int) -> Check:
    return Check(
        place=BackupPlace.LOCAL,
        name="x",
        made_at=NOW - age,
        checked_at=NOW,
        verdict=Verdict.SOUND,
        size=1,
        header=b"",
        written_ns=1,
        holdings=Holdings(newest_deed=deed),
    )


@given(times)
def test_never_more_stay_than_all_rules_together_keep(times: list[datetime]) -> None:
    most = KEPT_LAST + KEPT_DAILY + KEPT_WEEKLY + KEPT_MONTHLY

    assert len(kept(times, NOW)) <= most


@given(times.filter(bool))
def test_the_newest_always_stays(times: list[datetime]) -> None:
    assert max(times) in kept(times, NOW)


@given(times)
def test_what_stays_was_there_and_is_no_older_than_a_year(
    times: list[datetime],
) -> None:
    stay = kept(times, NOW)

    assert stay <= set(times)
    assert all(NOW - each <= OLDEST for each in stay - {max(times, default=NOW)})


@given(times)
def test_the_last_ten_of_the_year_stay(times: list[datetime]) -> None:
    young = sorted({each for each in times if NOW - each <= OLDEST}, reverse=True)

    assert set(young[:KEPT_LAST]) <= kept(times, NOW)


@given(times)
def test_thinning_twice_changes_nothing(times: list[datetime]) -> None:
    once = kept(times, NOW)

    assert kept(once, NOW) == once


@given(times, times)
def test_the_order_does_not_matter(one: list[datetime], other: list[datetime]) -> None:
    assert kept(one + other, NOW) == kept(other + one, NOW)


def test_a_year_of_hourly_backups_reaches_back_a_year() -> None:
    hourly = [NOW - HOUR * hours for hours in range(24 * 400)]

    stay = sorted(kept(hourly, NOW), reverse=True)

    assert stay[:KEPT_LAST] == hourly[:KEPT_LAST]
    assert {(NOW - DAY * days).date() for days in range(KEPT_DAILY)} <= {
        each.date() for each in stay
    }
    assert NOW - stay[-1] > 300 * DAY
    assert len({(each.year, each.month) for each in stay}) == KEPT_MONTHLY


def test_a_name_tells_the_vault_and_the_second() -> None:
    name = backup_name(VAULT_ID, NOW)

    assert name == f"CaseDesk_{VAULT_ID}_20260314T090000Z.cdkbak"
    assert made_at(name, VAULT_ID) == NOW
    assert made_at(name, OTHER_ID) is None
    assert made_at(f"{name}.part", VAULT_ID) is None
    assert made_at(name.replace("20260314", "20269914"), VAULT_ID) is None


@pytest.mark.parametrize(
    ("last", "newest_deed", "due"),
    [
        pytest.param(None, 0, False, id="nothing to back up"),
        pytest.param(None, 1, True, id="never backed up"),
        pytest.param(a_check(HOUR, 5), 5, False, id="nothing changed"),
        pytest.param(a_check(30 * DAY, 5), 5, False, id="old, but nothing changed"),
        pytest.param(a_check(23 * HOUR, 5), 6, False, id="changed within the day"),
        pytest.param(a_check(25 * HOUR, 5), 6, True, id="changed since yesterday"),
        pytest.param(a_check(-DAY, 5), 6, True, id="the clock was set back"),
    ],
)
def test_a_backup_is_due_a_day_after_the_last_if_anything_changed(
    last: Check | None, newest_deed: int, due: bool
) -> None:
    assert is_due(last, newest_deed, NOW) is due


def test_at_closing_any_change_counts() -> None:
    assert is_changed(a_check(HOUR, 5), 6)
    assert not is_changed(a_check(HOUR, 6), 6)


@pytest.mark.parametrize(
    ("age", "judged"),
    [
        (None, Freshness.FINE),
        (7 * DAY, Freshness.FINE),
        (7 * DAY + HOUR, Freshness.REMINDER),
        (14 * DAY, Freshness.REMINDER),
        (14 * DAY + HOUR, Freshness.WARNING),
    ],
)
def test_the_backup_outside_is_reminded_of_after_one_week_and_warned_after_two(
    age: timedelta | None, judged: Freshness
) -> None:
    assert freshness(None if age is None else NOW - age, NOW) is judged


def test_a_trial_is_due_each_month() -> None:
    drill = Drill(at=NOW - 29 * DAY, name="x", is_sound=True)

    assert is_drill_due(None, NOW)
    assert not is_drill_due(drill, NOW)
    assert is_drill_due(replace(drill, at=NOW - 31 * DAY), NOW)


def test_room_for_a_backup_is_more_than_the_vault() -> None:
    assert room_needed(100_000_000) == 170_000_000

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from casedesk.domain.case import CaseId, PartyId
from casedesk.domain.entry import (
    Entry,
    EntryEndsBeforeItBegins,
    EntryId,
    EntryKind,
    EntryLocked,
    check_entry,
    check_locked_change,
    is_locked,
    not_noted,
)
from casedesk.domain.phase import Phase

DAY = date(2026, 3, 14)
NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
SON, NURSE = PartyId("son"), PartyId("nurse")


def an_entry(**values: Any) -> Entry:
    entry = Entry(
        id=EntryId("e"),
        case_id=CaseId("c"),
        phase=Phase.INTAKE,
        kind=EntryKind.PHONE,
        happened_on=DAY,
        entered_at=NOON,
    )
    return replace(entry, **values)


@pytest.mark.parametrize(
    ("hours", "is_printed", "is_expected"),
    [
        pytest.param(0, False, False, id="just entered"),
        pytest.param(23.99, False, False, id="within a day"),
        pytest.param(24, False, True, id="a day later"),
        pytest.param(0, True, True, id="printed at once"),
    ],
)
def test_an_entry_is_locked_a_day_after_it_was_entered_or_when_printed(
    hours: float, is_printed: bool, is_expected: bool
) -> None:
    now = NOON + timedelta(hours=hours)

    assert is_locked(NOON, now, is_printed=is_printed) is is_expected


def test_what_has_no_time_of_entry_is_locked_by_paper_alone() -> None:
    assert not is_locked(None, NOON)
    assert is_locked(None, NOON, is_printed=True)


def test_a_locked_entry_takes_nothing_but_that_nothing_was_exchanged() -> None:
    entry = an_entry()

    check_locked_change(entry, replace(entry, nothing_exchanged=True))

    for changed in (replace(entry, text="x"), replace(entry, minutes=5), None):
        with pytest.raises(EntryLocked):
            check_locked_change(entry, changed)


@pytest.mark.parametrize(
    ("happened_on", "days"),
    [
        pytest.param(DAY, 0, id="the same day"),
        pytest.param(DAY - timedelta(days=1), 0, id="the day after"),
        pytest.param(DAY - timedelta(days=2), 2, id="two days later"),
    ],
)
def test_an_entry_is_late_when_more_than_a_day_lies_between(
    happened_on: date, days: int
) -> None:
    assert an_entry(happened_on=happened_on).days_late == days


def test_what_lasted_some_days_is_late_from_its_end_on() -> None:
    begun = DAY - timedelta(days=9)

    assert an_entry(happened_on=begun, until_on=DAY).days_late == 0


@pytest.mark.parametrize(
    "values",
    [
        {"until_on": DAY - timedelta(days=1)},
        {"from_time": time(14), "until_time": time(13, 59)},
    ],
)
def test_an_entry_does_not_end_before_it_begins(values: dict[str, Any]) -> None:
    with pytest.raises(EntryEndsBeforeItBegins):
        check_entry(an_entry(**values))


def test_a_contact_over_midnight_ends_in_the_morning() -> None:
    night: dict[str, Any] = {"from_time": time(23), "until_time": time(1)}
    check_entry(an_entry(**night, until_on=DAY + timedelta(days=1)))

    with pytest.raises(EntryEndsBeforeItBegins):
        check_entry(an_entry(**night, until_on=DAY))


def test_everybody_who_was_there_is_named_once() -> None:
    assert an_entry(party_id=SON, others=(NURSE, SON)).parties == (SON, NURSE)


@pytest.mark.parametrize(
    ("values", "is_contact"),
    [
        pytest.param({"party_id": SON}, True, id="a call"),
        pytest.param({"others": (NURSE,)}, True, id="somebody else"),
        pytest.param({}, False, id="nobody"),
        pytest.param({"party_id": SON, "kind": EntryKind.NOTE}, False, id="a note"),
        pytest.param({"party_id": SON, "was_reached": False}, False, id="not reached"),
        pytest.param(
            {"party_id": SON, "kind": EntryKind.ATTEMPT}, False, id="an attempt"
        ),
    ],
)
def test_a_contact_is_with_somebody_who_was_reached(
    values: dict[str, Any], is_contact: bool
) -> None:
    assert an_entry(**values).is_contact is is_contact


def test_with_several_each_needs_a_line_of_the_log() -> None:
    alone, together = an_entry(party_id=SON), an_entry(party_id=SON, others=(NURSE,))

    assert not_noted(alone, ()) == (SON,)
    assert not_noted(alone, (None,)) == ()
    assert not_noted(together, (SON,)) == (NURSE,)
    assert not_noted(together, (SON, NURSE)) == ()
    assert not_noted(replace(together, nothing_exchanged=True), ()) == ()

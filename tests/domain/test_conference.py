"""Rules of case conferences: states from days, versions, times as they are typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.conference import (
    KINDS_OF,
    AgendaItemId,
    CancelledWithoutReason,
    Conference,
    ConferenceId,
    ConferenceKind,
    ConferenceState,
    HeldAndCancelled,
    MinutesBeforeHeld,
    OnlyDecisionsBecomeMeasures,
    Resolution,
    ResolutionId,
    ResolutionKind,
    check_conference,
    check_resolution,
    in_time,
    newest_versions,
    time_of_day,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.practice import Country
from casedesk.domain.task import TaskId

DAY = date(2026, 3, 14)


# Any: each value has the type of its field.
def a_conference(**fields: Any) -> Conference:
    made = Conference(id=ConferenceId("c1"), case_id=CaseId("f1"))
    return replace(made, **fields)


def a_resolution(**fields: Any) -> Resolution:
    made = Resolution(
        id=ResolutionId("r1"),
        item_id=AgendaItemId("i1"),
        conference_id=ConferenceId("c1"),
        case_id=CaseId("f1"),
        words="Spitex anfragen",
    )
    return replace(made, **fields)


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, ConferenceState.PLANNED),
        ({"takes_place_on": DAY}, ConferenceState.PLANNED),
        ({"invited_on": DAY}, ConferenceState.INVITED),
        ({"invited_on": DAY, "held_on": DAY}, ConferenceState.HELD),
        ({"held_on": DAY, "minutes_issued_on": DAY}, ConferenceState.MINUTES_ISSUED),
        (
            {"invited_on": DAY, "cancelled_on": DAY, "cancel_reason": "krank"},
            ConferenceState.CANCELLED,
        ),
    ],
)
def test_the_state_follows_from_the_days(
    fields: dict[str, Any], state: ConferenceState
) -> None:
    conference = a_conference(**fields)

    check_conference(conference)

    assert conference.state is state


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"cancelled_on": DAY, "cancel_reason": " "}, CancelledWithoutReason),
        (
            {"cancelled_on": DAY, "cancel_reason": "krank", "held_on": DAY},
            HeldAndCancelled,
        ),
        ({"minutes_issued_on": DAY}, MinutesBeforeHeld),
    ],
)
def test_contradictions_are_refused(
    fields: dict[str, Any], problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        check_conference(a_conference(**fields))


def test_a_conference_waits_once_its_day_is_over_and_nothing_was_said() -> None:
    planned = a_conference(takes_place_on=date(2026, 3, 13))

    assert planned.waits_on(DAY)
    assert not planned.waits_on(date(2026, 3, 13))
    assert not replace(planned, held_on=date(2026, 3, 13)).waits_on(DAY)
    assert not a_conference().waits_on(DAY)


def test_names_are_told_only_where_health_and_family_may_be_talked_about() -> None:
    about_work = (DataCategory.IDENTITY, DataCategory.EDUCATION_WORK)

    assert a_conference().tells_names
    assert not a_conference(categories=about_work).tells_names


def test_a_corrected_version_takes_the_place_of_the_one_before() -> None:
    first = a_conference(takes_place_on=DAY)
    second = a_conference(id="c2", corrects_id="c1", version=2)
    other = a_conference(id="c3", takes_place_on=date(2026, 5, 1))

    assert newest_versions([first, second, other]) == [second, other]
    assert [each.id for each in in_time([first, other, second])] == ["c2", "c3", "c1"]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("14:30", "14:30"),
        ("14.30 Uhr", "14:30"),
        ("1430", "14:30"),
        ("930", "09:30"),
        ("9", "09:00"),
        ("14h", "14:00"),
        ("14h15", "14:15"),
        ("", ""),
    ],
)
def test_a_time_is_read_as_it_is_typed(typed: str, shown: str) -> None:
    assert time_of_day(typed) == shown


@pytest.mark.parametrize("typed", ["25", "14:60", "nachmittags", "1:2:3", "-1"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        time_of_day(typed)


def test_each_country_has_its_own_names_and_always_another_one() -> None:
    for kinds in KINDS_OF.values():
        assert kinds[-1] is ConferenceKind.OTHER
    assert ConferenceKind.PARTICIPATION_PLAN not in KINDS_OF[Country.CH]
    assert ConferenceKind.STANDING not in KINDS_OF[Country.DE]


def test_only_what_is_to_be_done_waits_to_be_carried_on() -> None:
    assert a_resolution().is_to_be_carried_on
    assert not a_resolution(words=" ").is_to_be_carried_on
    assert not a_resolution(task_id=TaskId("t1")).is_to_be_carried_on
    assert not a_resolution(kind=ResolutionKind.INFORMATION).is_to_be_carried_on
    with pytest.raises(OnlyDecisionsBecomeMeasures):
        check_resolution(
            a_resolution(kind=ResolutionKind.INFORMATION, task_id=TaskId("t1"))
        )

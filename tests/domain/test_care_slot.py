from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.care_slot import (
    CareSlot,
    CareSlotId,
    SlotEndsBeforeItBegins,
    SlotTimes,
    Weeks,
    check_slot,
    clashes,
    daily_domains,
    empty_days,
    meet,
    proposed_times,
    week_minutes,
)
from casedesk.domain.case import CaseId
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Responsible
from casedesk.domain.rhythm import WEEK, DayPart, Weekday

if TYPE_CHECKING:
    from casedesk.domain.life_domain import DomainKey

CARE = LifeDomain.SELF_CARE
SLOT = CareSlot(
    id=CareSlotId("a"),
    case_id=CaseId("c"),
    begins=8 * 60,
    ends=9 * 60,
    name="Spitex",
    life_domain=CARE,
)
OTHER = replace(SLOT, id=CareSlotId("b"), name="Pflege24")


@pytest.mark.parametrize(
    ("other", "do_meet"),
    [
        pytest.param(OTHER, True, id="at the same time"),
        pytest.param(replace(OTHER, begins=540, ends=600), False, id="right after"),
        pytest.param(replace(OTHER, weekday=Weekday.FRIDAY), False, id="another day"),
        pytest.param(replace(OTHER, weeks=Weeks.ODD), True, id="every second week"),
    ],
)
def test_two_times_meet(other: CareSlot, do_meet: bool) -> None:
    assert meet(SLOT, other) is do_meet


def test_odd_and_even_weeks_never_meet() -> None:
    odd, even = replace(SLOT, weeks=Weeks.ODD), replace(OTHER, weeks=Weeks.EVEN)

    assert not meet(odd, even)


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        pytest.param(OTHER, True, id="two providers for one domain"),
        pytest.param(
            replace(OTHER, responsible=Responsible.FAMILY),
            False,
            id="family",
        ),
        pytest.param(replace(OTHER, name="spitex "), False, id="one and the same"),
        pytest.param(
            replace(OTHER, life_domain=LifeDomain.HOUSING), False, id="another domain"
        ),
        pytest.param(replace(OTHER, life_domain=None), False, id="no domain named"),
        pytest.param(
            replace(OTHER, begins=None, ends=None), False, id="the time is not known"
        ),
    ],
)
def test_two_providers_clash(other: CareSlot, clash: bool) -> None:
    assert clashes([SLOT, other]) == ([(SLOT, other)] if clash else [])


def test_days_without_anybody_are_found_where_care_is_needed_every_day() -> None:
    slots = [replace(SLOT, weekday=day) for day in WEEK[:5]]
    slots.append(replace(SLOT, weekday=Weekday.SATURDAY, weeks=Weeks.ODD))

    [found] = empty_days(slots, [CARE])

    assert found.days == (Weekday.SUNDAY,)
    assert found.every_second_week == (Weekday.SATURDAY,)


def test_odd_and_even_weeks_together_are_every_week() -> None:
    slots = [replace(SLOT, weekday=day, weeks=Weeks.ODD) for day in WEEK]
    slots += [replace(SLOT, weekday=day, weeks=Weeks.EVEN) for day in WEEK]

    assert empty_days(slots, [CARE]) == []


def test_a_domain_that_nobody_began_to_plan_is_left_out() -> None:
    assert empty_days([], [CARE]) == []


def test_a_domain_is_daily_by_the_words_of_need_or_help() -> None:
    said: dict[DomainKey, list[str]] = {
        CARE: ["Stützstrümpfe täglich"],
        LifeDomain.HOUSING: ["wöchentlich"],
    }

    assert daily_domains(said) == [CARE]


@pytest.mark.parametrize(
    ("words", "times"),
    [
        pytest.param(
            "jeden zweiten Samstag",
            [SlotTimes(weekday=WEEK[5], part=DayPart.FORENOON, weeks=Weeks.ODD)],
            id="every second week",
        ),
        pytest.param(
            "2× pro Woche",
            [
                SlotTimes(weekday=WEEK[0], part=DayPart.FORENOON),
                SlotTimes(weekday=WEEK[3], part=DayPart.FORENOON),
            ],
            id="spread over the week",
        ),
        pytest.param(
            "dienstags morgens und abends",
            [
                SlotTimes(weekday=WEEK[1], part=DayPart.MORNING),
                SlotTimes(weekday=WEEK[1], part=DayPart.EVENING),
            ],
            id="twice a day",
        ),
        pytest.param("monatlich", [], id="not every week"),
    ],
)
def test_times_are_proposed_from_words(words: str, times: list[SlotTimes]) -> None:
    assert list(proposed_times(words)) == times


@pytest.mark.parametrize(("begins", "ends"), [(600, 540), (600, 600), (0, 1441)])
def test_a_time_lies_within_its_day(begins: int, ends: int) -> None:
    with pytest.raises(SlotEndsBeforeItBegins):
        check_slot(replace(SLOT, begins=begins, ends=ends))


def test_minutes_of_a_week_are_added_up_by_who_gives_them() -> None:
    near = replace(SLOT, responsible=Responsible.FAMILY, ends=10 * 60, weeks=Weeks.ODD)
    unknown = replace(SLOT, begins=None, ends=None)

    total = week_minutes([SLOT, OTHER, near, unknown])

    assert (total.formal, total.near) == (120, 60)


def test_without_a_time_the_part_of_the_day_counts() -> None:
    slot = replace(SLOT, begins=None, ends=None, part=DayPart.EVENING)

    assert slot.span == (18 * 60, 22 * 60)
    assert slot.minutes == 0
    assert SLOT.minutes == 60

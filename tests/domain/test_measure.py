from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.goal import GoalId
from casedesk.domain.measure import (
    Approval,
    ApprovalEndsBeforeItBegins,
    GoalServedTwice,
    Measure,
    MeasureEndsBeforeItBegins,
    MeasureId,
    MeasureState,
    Responsible,
    approval_on,
    check_measure,
    passes_over_the_near,
)

TODAY = date(2026, 3, 14)
BEFORE = TODAY - timedelta(days=10)
LATER = TODAY + timedelta(days=10)
MEASURE = Measure(id=MeasureId("m"), case_id=CaseId("k"), goal_id=GoalId("g"))


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (MEASURE, Approval.NOT_ASKED),
        (replace(MEASURE, asked_on=TODAY), Approval.ASKED),
        (replace(MEASURE, asked_on=LATER), Approval.NOT_ASKED),
        (replace(MEASURE, granted_on=TODAY), Approval.GRANTED),
        (
            replace(MEASURE, granted_on=BEFORE, granted_until=TODAY),
            Approval.GRANTED,
        ),
        (
            replace(
                MEASURE, granted_on=BEFORE, granted_until=TODAY - timedelta(days=1)
            ),
            Approval.RUN_OUT,
        ),
        (replace(MEASURE, asked_on=BEFORE, refused_on=TODAY), Approval.REFUSED),
        (replace(MEASURE, refused_on=BEFORE, asked_on=TODAY), Approval.ASKED),
        (replace(MEASURE, refused_on=BEFORE, appealed_on=TODAY), Approval.APPEALED),
        (
            replace(MEASURE, refused_on=BEFORE, appealed_on=BEFORE, granted_on=TODAY),
            Approval.GRANTED,
        ),
        (
            replace(MEASURE, asked_on=TODAY, granted_on=TODAY, refused_on=None),
            Approval.GRANTED,
        ),
    ],
)
def test_what_happened_last_says_how_far_the_approval_is(
    measure: Measure, expected: Approval
) -> None:
    assert approval_on(measure, TODAY) is expected


@pytest.mark.parametrize(
    ("measure", "problem"),
    [
        (
            replace(MEASURE, starts_on=TODAY, ends_on=BEFORE),
            MeasureEndsBeforeItBegins,
        ),
        (
            replace(MEASURE, granted_on=TODAY, granted_until=BEFORE),
            ApprovalEndsBeforeItBegins,
        ),
        (replace(MEASURE, further_goal_ids=(MEASURE.goal_id,)), GoalServedTwice),
    ],
)
def test_a_measure_does_not_contradict_itself(
    measure: Measure, problem: type[Exception]
) -> None:
    with pytest.raises(problem):
        check_measure(measure)


def test_a_measure_may_begin_and_end_on_one_day() -> None:
    one_day = replace(
        MEASURE,
        starts_on=TODAY,
        ends_on=TODAY,
        granted_on=TODAY,
        granted_until=TODAY,
        further_goal_ids=(GoalId("other"),),
    )
    check_measure(one_day)

    with pytest.raises(MeasureEndsBeforeItBegins):
        check_measure(replace(one_day, starts_on=TODAY + timedelta(days=1)))


BY_PROVIDER = replace(MEASURE, responsible=Responsible.PROVIDER)
BY_FAMILY = replace(MEASURE, id=MeasureId("f"), responsible=Responsible.FAMILY)


@pytest.mark.parametrize(
    ("measure", "others", "expected"),
    [
        pytest.param(BY_PROVIDER, [], True, id="nobody was asked"),
        pytest.param(
            replace(BY_PROVIDER, near_help="Tochter wohnt weit weg"),
            [],
            False,
            id="looked at",
        ),
        pytest.param(BY_PROVIDER, [BY_FAMILY], False, id="the family helps"),
        pytest.param(
            BY_PROVIDER,
            [replace(BY_FAMILY, state=MeasureState.DROPPED)],
            True,
            id="the family helps no longer",
        ),
        pytest.param(
            BY_PROVIDER,
            [replace(BY_FAMILY, goal_id=GoalId("other"))],
            True,
            id="the family helps elsewhere",
        ),
        pytest.param(
            BY_PROVIDER,
            [
                replace(
                    BY_FAMILY,
                    goal_id=GoalId("other"),
                    further_goal_ids=(MEASURE.goal_id,),
                )
            ],
            False,
            id="what the family does serves this goal, too",
        ),
        pytest.param(BY_FAMILY, [], False, id="no provider"),
        pytest.param(
            replace(BY_PROVIDER, state=MeasureState.REFUSED), [], False, id="refused"
        ),
    ],
)
def test_a_provider_before_the_close_network_is_noticed(
    measure: Measure, others: list[Measure], expected: bool
) -> None:
    assert passes_over_the_near(measure, [measure, *others]) is expected


def test_a_measure_serves_its_goals_until_it_is_refused_or_dropped() -> None:
    both = replace(MEASURE, further_goal_ids=(GoalId("other"),))

    assert both.serves(GoalId("g"))
    assert both.serves(GoalId("other"))
    assert not both.serves(GoalId("third"))
    for state in (MeasureState.REFUSED, MeasureState.DROPPED):
        assert not replace(both, state=state).serves(GoalId("g"))

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.goal import (
    Achievement,
    Goal,
    GoalEnding,
    GoalId,
    GoalKind,
    GoalLifecycle,
    GuidingGoalBeneathAnother,
    NotOnTheScale,
    achievement_of,
    check_goal,
    in_order,
    lifecycle_on,
    moved,
    standing_on,
)
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.measure import Measure, MeasureId, MeasureState

TODAY = date(2026, 3, 14)
TOMORROW = TODAY + timedelta(days=1)
CASE = CaseId("k")
GOAL = Goal(id=GoalId("g"), case_id=CASE)
PLANNED = Measure(id=MeasureId("m"), case_id=CASE, goal_id=GOAL.id)
RUNNING = replace(PLANNED, state=MeasureState.RUNNING)
ELSEWHERE = replace(RUNNING, goal_id=GoalId("other"))


@pytest.mark.parametrize(
    ("goal", "measures", "expected"),
    [
        pytest.param(GOAL, [], GoalLifecycle.PROPOSED, id="only written"),
        pytest.param(GOAL, [PLANNED], GoalLifecycle.PLANNED, id="with a measure"),
        pytest.param(
            GOAL,
            [replace(PLANNED, state=MeasureState.DROPPED)],
            GoalLifecycle.PROPOSED,
            id="its measure dropped",
        ),
        pytest.param(
            replace(GOAL, accepted_on=TODAY),
            [PLANNED],
            GoalLifecycle.ACCEPTED,
            id="agreed today",
        ),
        pytest.param(
            replace(GOAL, accepted_on=TOMORROW),
            [],
            GoalLifecycle.PROPOSED,
            id="to be agreed tomorrow",
        ),
        pytest.param(GOAL, [RUNNING], GoalLifecycle.ACTIVE, id="a measure runs"),
        pytest.param(
            GOAL, [ELSEWHERE], GoalLifecycle.PROPOSED, id="another goal's measure runs"
        ),
        pytest.param(
            GOAL,
            [replace(ELSEWHERE, further_goal_ids=(GOAL.id,))],
            GoalLifecycle.ACTIVE,
            id="a measure of another goal serves it, too",
        ),
        pytest.param(
            replace(GOAL, started_on=TODAY), [], GoalLifecycle.ACTIVE, id="begun"
        ),
        pytest.param(
            replace(GOAL, on_hold_since=TODAY),
            [RUNNING],
            GoalLifecycle.ON_HOLD,
            id="on hold",
        ),
        pytest.param(
            replace(GOAL, ending=GoalEnding.COMPLETED, on_hold_since=TODAY),
            [],
            GoalLifecycle.COMPLETED,
            id="ended, nobody knows when",
        ),
        pytest.param(
            replace(GOAL, ending=GoalEnding.CANCELLED, ended_on=TOMORROW),
            [RUNNING],
            GoalLifecycle.ACTIVE,
            id="ends tomorrow",
        ),
        pytest.param(
            replace(GOAL, ending=GoalEnding.REJECTED, ended_on=TODAY),
            [],
            GoalLifecycle.REJECTED,
            id="rejected today",
        ),
    ],
)
def test_where_a_goal_stands_follows_from_what_happened(
    goal: Goal, measures: list[Measure], expected: GoalLifecycle
) -> None:
    assert lifecycle_on(goal, measures, TODAY) is expected


def test_every_ending_is_a_state_of_the_life_cycle() -> None:
    for ending in GoalEnding:
        goal = replace(GOAL, ending=ending)
        assert lifecycle_on(goal, [], TODAY).value == ending.value


@pytest.mark.parametrize(
    ("baseline", "level", "expected"),
    [
        (None, None, None),
        (-1, None, None),
        (None, -1, Achievement.IN_PROGRESS),
        (-1, -2, Achievement.WORSENING),
        (-1, -1, Achievement.NO_CHANGE),
        (-2, -1, Achievement.IMPROVING),
        (-2, 0, Achievement.ACHIEVED),
        (-1, 2, Achievement.ACHIEVED),
    ],
)
def test_how_far_a_goal_was_reached_follows_from_its_levels(
    baseline: int | None, level: int | None, expected: Achievement | None
) -> None:
    goal = replace(GOAL, baseline_level=baseline, level=level)

    assert achievement_of(goal) is expected
    assert goal.is_reached is (expected is Achievement.ACHIEVED)


def test_what_was_judged_counts_more_than_the_levels() -> None:
    goal = replace(GOAL, level=0, achievement=Achievement.NOT_ATTAINABLE)

    assert achievement_of(goal) is Achievement.NOT_ATTAINABLE


def test_of_a_completed_goal_is_said_how_far_it_was_reached() -> None:
    done = replace(
        GOAL, ending=GoalEnding.COMPLETED, achievement=Achievement.PARTLY_ACHIEVED
    )

    assert standing_on(done, [], TODAY) is Achievement.PARTLY_ACHIEVED
    unjudged = replace(done, achievement=None)
    assert standing_on(unjudged, [], TODAY) is GoalLifecycle.COMPLETED
    assert standing_on(replace(GOAL, level=0), [], TODAY) is GoalLifecycle.PROPOSED


def test_only_a_goal_that_was_not_completed_is_given_up() -> None:
    given_up = {e for e in GoalEnding if replace(GOAL, ending=e).is_given_up}

    assert given_up == set(GoalEnding) - {GoalEnding.COMPLETED}
    assert not GOAL.is_given_up


def test_a_goal_answers_needs_in_its_main_domain_first_and_in_each_once() -> None:
    goal = replace(
        GOAL,
        life_domain=LifeDomain.WORK,
        further_domains=(LifeDomain.FINANCES, LifeDomain.WORK),
    )

    assert goal.domains == (LifeDomain.WORK, LifeDomain.FINANCES)
    assert GOAL.domains == ()


@pytest.mark.parametrize(
    "goal",
    [
        replace(GOAL, importance=4),
        replace(GOAL, difficulty=-1),
        replace(GOAL, baseline_level=-3),
        replace(GOAL, level=3),
    ],
)
def test_ratings_stay_on_their_scales(goal: Goal) -> None:
    with pytest.raises(NotOnTheScale):
        check_goal(goal)


def test_the_ends_of_the_scales_are_on_them() -> None:
    ends = replace(GOAL, importance=0, difficulty=3, baseline_level=-2, level=2)
    check_goal(ends)

    for beyond in (
        replace(ends, importance=-1),
        replace(ends, difficulty=4),
        replace(ends, baseline_level=-3),
        replace(ends, level=3),
    ):
        with pytest.raises(NotOnTheScale):
            check_goal(beyond)


def test_a_guiding_goal_serves_no_other() -> None:
    beneath = replace(GOAL, guiding_id=GoalId("top"))

    check_goal(beneath)
    with pytest.raises(GuidingGoalBeneathAnother):
        check_goal(replace(beneath, kind=GoalKind.GUIDING))


def test_goals_of_action_follow_the_guiding_goal_they_serve() -> None:
    def a_goal(name: str, kind: GoalKind, guiding: str | None = None) -> Goal:
        guiding_id = GoalId(guiding) if guiding else None
        return Goal(id=GoalId(name), case_id=CASE, kind=kind, guiding_id=guiding_id)

    goals = [
        a_goal("early", GoalKind.ACTION, "top"),
        a_goal("alone", GoalKind.ACTION),
        a_goal("top", GoalKind.GUIDING),
        a_goal("late", GoalKind.ACTION, "top"),
        a_goal("astray", GoalKind.ACTION, "alone"),
        a_goal("removed", GoalKind.ACTION, "nobody"),
    ]

    assert [goal.id for goal in in_order(goals)] == [
        "alone",
        "top",
        "early",
        "late",
        "astray",
        "removed",
    ]


def test_goals_move_among_those_that_serve_the_same_guiding_goal() -> None:
    top = Goal(id=GoalId("top"), case_id=CASE, kind=GoalKind.GUIDING)
    alone = Goal(id=GoalId("alone"), case_id=CASE)
    one, two = (
        Goal(id=GoalId(name), case_id=CASE, guiding_id=top.id) for name in ("1", "2")
    )
    goals = [top, one, two, alone]

    def order(goal: Goal, step: int) -> list[str]:
        after = moved(goals, goal.id, step)
        assert [each.position for each in after] == [1, 2, 3, 4]
        return [each.id for each in after]

    assert order(two, -1) == ["top", "2", "1", "alone"]
    assert order(one, -1) == ["top", "1", "2", "alone"]
    assert order(two, 1) == ["top", "1", "2", "alone"]
    assert order(alone, -1) == ["alone", "top", "1", "2"]
    assert order(top, 1) == ["alone", "top", "1", "2"]

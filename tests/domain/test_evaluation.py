from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.evaluation import (
    AmountBelowNothing,
    Attainment,
    Effect,
    Evaluation,
    EvaluationGap,
    EvaluationId,
    GoalResult,
    GoalResultId,
    ResultOffTheScale,
    check_evaluation,
    check_goal_result,
    ended_as,
    gaps,
    goals_to_evaluate,
    scores,
    weight_of,
)
from casedesk.domain.goal import Achievement, Goal, GoalEnding, GoalId, GoalKind

DAY = date(2026, 3, 14)
GOAL = Goal(id=GoalId("g"), case_id=CaseId("k"))
EVALUATION = Evaluation(
    id=EvaluationId("e"),
    case_id=GOAL.case_id,
    held_on=DAY,
    independence=Effect.BETTER,
    client_words="Gut",
)
RESULT = GoalResult(
    id=GoalResultId("r"),
    case_id=GOAL.case_id,
    evaluation_id=EVALUATION.id,
    goal_id=GOAL.id,
)
DONE = replace(RESULT, level=0, attainment=Attainment.REACHED)


def results(
    levels: list[int], weights: list[int] | None = None, baseline: int | None = -1
) -> list[GoalResult]:
    weighed = weights or [1] * len(levels)
    return [
        replace(RESULT, level=level, weight=weight, baseline_level=baseline)
        for level, weight in zip(levels, weighed, strict=True)
    ]


@pytest.mark.parametrize(
    ("levels", "weights", "expected"),
    [
        ([0], None, 50.00),
        ([2], None, 70.00),
        ([-2], None, 30.00),
        ([1, 1, 1], None, 63.69),
        ([-1, -1, -1], None, 36.31),
        ([2, 2, 2], None, 77.39),
        ([2] * 5, None, 80.15),
        ([-2] * 5, None, 19.85),
        ([1, 0, -1], [3, 2, 1], 54.41),
        ([1, 2, 0], [6, 9, 2], 68.33),
    ],
)
def test_the_t_score_is_that_of_kiresuk_and_sherman(
    levels: list[int], weights: list[int] | None, expected: float
) -> None:
    found = scores(results(levels, weights)).attained

    assert found == pytest.approx(expected, abs=0.005)


def test_start_attained_and_change_are_told_apart() -> None:
    found = scores(results([1, 1, 1]))

    assert found.baseline == pytest.approx(36.31, abs=0.005)
    assert found.change == pytest.approx(27.39, abs=0.01)
    assert (found.scored, found.unscored, found.without_baseline) == (3, 0, 0)


def test_goals_without_a_level_are_left_out_and_counted() -> None:
    found = scores([*results([1, 1, 1]), RESULT, *results([-2], baseline=None)])

    assert found.baseline == pytest.approx(36.31, abs=0.005)
    assert found.change == pytest.approx(27.39, abs=0.01)
    assert found.attained != pytest.approx(63.69, abs=0.005)
    assert (found.scored, found.unscored, found.without_baseline) == (4, 1, 1)


@pytest.mark.parametrize(
    "nothing",
    [[], [RESULT], results([1, 2], [0, 0])],
    ids=["no goal", "none scored", "all weigh nothing"],
)
def test_without_anything_to_weigh_there_is_no_score(
    nothing: list[GoalResult],
) -> None:
    found = scores(nothing)

    assert (found.baseline, found.attained, found.change) == (None, None, None)


def test_a_goal_weighs_importance_times_difficulty() -> None:
    assert weight_of(GOAL) == 1
    assert weight_of(replace(GOAL, importance=3)) == 1
    assert weight_of(replace(GOAL, importance=3, difficulty=2)) == 6
    assert weight_of(replace(GOAL, importance=3, difficulty=0)) == 0


@pytest.mark.parametrize(
    ("evaluation", "result", "expected"),
    [
        (EVALUATION, DONE, []),
        (
            EVALUATION,
            replace(DONE, attainment=Attainment.GIVEN_UP),
            [EvaluationGap.GIVEN_UP_UNEXPLAINED],
        ),
        (
            EVALUATION,
            replace(DONE, attainment=Attainment.GIVEN_UP, reason="Umzug"),
            [],
        ),
        (
            replace(EVALUATION, avoided_cents=100_00),
            DONE,
            [EvaluationGap.AVOIDED_UNFOUNDED],
        ),
        (
            replace(EVALUATION, avoided_cents=100_00, avoided_assumptions="10 Tage"),
            DONE,
            [],
        ),
        (EVALUATION, replace(DONE, attainment=None), [EvaluationGap.GOAL_OPEN]),
        (EVALUATION, replace(DONE, level=None), [EvaluationGap.GOAL_UNSCORED]),
        (replace(EVALUATION, independence=None), DONE, [EvaluationGap.NO_EFFECT]),
        (replace(EVALUATION, client_words=""), DONE, [EvaluationGap.CLIENT_UNASKED]),
    ],
)
def test_what_an_evaluation_leaves_open(
    evaluation: Evaluation, result: GoalResult, expected: list[EvaluationGap]
) -> None:
    assert gaps(evaluation, [result], client_was_asked=False) == expected


def test_six_answers_count_as_the_view_of_the_client() -> None:
    silent = replace(EVALUATION, client_words="")

    assert gaps(silent, [DONE], client_was_asked=True) == []


def test_what_was_noted_by_mistake_or_only_guides_is_not_evaluated() -> None:
    guiding = replace(GOAL, id=GoalId("guiding"), kind=GoalKind.GUIDING)
    beneath = replace(GOAL, guiding_id=guiding.id)
    mistake = replace(GOAL, id=GoalId("x"), ending=GoalEnding.ENTERED_IN_ERROR)

    assert goals_to_evaluate([guiding, beneath, mistake]) == [beneath]


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (GOAL, None),
        (replace(GOAL, ending=GoalEnding.CANCELLED), Attainment.GIVEN_UP),
        (
            replace(
                GOAL, ending=GoalEnding.COMPLETED, achievement=Achievement.ACHIEVED
            ),
            Attainment.REACHED,
        ),
        (
            replace(
                GOAL,
                ending=GoalEnding.COMPLETED,
                achievement=Achievement.PARTLY_ACHIEVED,
            ),
            Attainment.PARTLY,
        ),
        (replace(GOAL, ending=GoalEnding.COMPLETED), None),
    ],
)
def test_goals_that_ended_before_are_known(
    goal: Goal, expected: Attainment | None
) -> None:
    assert ended_as(goal) is expected


def test_amounts_and_levels_are_real_ones() -> None:
    check_evaluation(replace(EVALUATION, actual_cents=0))
    check_goal_result(replace(RESULT, level=-2))
    with pytest.raises(AmountBelowNothing):
        check_evaluation(replace(EVALUATION, avoided_cents=-1))
    with pytest.raises(ResultOffTheScale):
        check_goal_result(replace(RESULT, level=-3))

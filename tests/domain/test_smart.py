from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.goal import Goal, GoalEnding, GoalId, GoalKind, GoalOwner
from casedesk.domain.measure import Measure, MeasureId, MeasureState
from casedesk.domain.smart import SmartAspect, SmartReason, smart_hints

TODAY = date(2026, 3, 14)
CASE = CaseId("k")
WELL_SET = Goal(
    id=GoalId("g"),
    case_id=CASE,
    wording="Ich gehe allein zum Laden",
    baseline="80 m in Begleitung",
    indicator="dreimal allein eingekauft",
    target_on=TODAY,
)
MEASURE = Measure(id=MeasureId("m"), case_id=CASE, goal_id=WELL_SET.id)
EMPTY = Goal(id=GoalId("g"), case_id=CASE)


def found(goal: Goal, *measures: Measure) -> dict[SmartAspect, SmartReason]:
    return {hint.aspect: hint.reason for hint in smart_hints(goal, measures, TODAY)}


def test_a_well_set_goal_gets_no_hints() -> None:
    assert found(WELL_SET, MEASURE) == {}


def test_an_empty_goal_shows_none_of_the_five() -> None:
    assert found(EMPTY) == {
        SmartAspect.SPECIFIC: SmartReason.NO_WORDING,
        SmartAspect.MEASURABLE: SmartReason.NO_INDICATOR,
        SmartAspect.ACCEPTED: SmartReason.NOT_OWN_WORDS,
        SmartAspect.REALISTIC: SmartReason.NO_STARTING_POINT,
        SmartAspect.TIMED: SmartReason.NO_TARGET_DAY,
    }


@pytest.mark.parametrize(
    ("changes", "aspect", "reason"),
    [
        ({"wording": "Laufen"}, SmartAspect.SPECIFIC, SmartReason.FEW_WORDS),
        ({"indicator": " "}, SmartAspect.MEASURABLE, SmartReason.NO_INDICATOR),
        ({"owner": GoalOwner.PAYER}, SmartAspect.ACCEPTED, SmartReason.IMPOSED),
        (
            {"wording": "", "professional_wording": "Gehstrecke von 400 m im Freien"},
            SmartAspect.ACCEPTED,
            SmartReason.NOT_OWN_WORDS,
        ),
        ({"importance": 0}, SmartAspect.ACCEPTED, SmartReason.NOT_IMPORTANT),
        ({"baseline": ""}, SmartAspect.REALISTIC, SmartReason.NO_STARTING_POINT),
        ({"baseline_level": 0}, SmartAspect.REALISTIC, SmartReason.ALREADY_THERE),
        ({"target_on": None}, SmartAspect.TIMED, SmartReason.NO_TARGET_DAY),
        (
            {"target_on": TODAY - timedelta(days=1)},
            SmartAspect.TIMED,
            SmartReason.DAY_PASSED,
        ),
    ],
)
def test_what_is_not_visible_is_said_with_the_reason(
    changes: dict[str, object], aspect: SmartAspect, reason: SmartReason
) -> None:
    goal = replace(WELL_SET, **changes)  # type: ignore[arg-type]  # fields of a goal

    assert found(goal, MEASURE) == {aspect: reason}


def test_a_goal_for_which_nobody_does_anything_does_not_look_realistic() -> None:
    nobody = {SmartAspect.REALISTIC: SmartReason.NO_MEASURE}

    assert found(WELL_SET) == nobody
    assert found(WELL_SET, replace(MEASURE, state=MeasureState.REFUSED)) == nobody


@pytest.mark.parametrize(
    ("goal", "aspect"),
    [
        (
            replace(WELL_SET, indicator="", expected="Zweimal pro Woche"),
            SmartAspect.MEASURABLE,
        ),
        (
            replace(WELL_SET, baseline="", baseline_level=-1),
            SmartAspect.REALISTIC,
        ),
        (
            replace(WELL_SET, owner=GoalOwner.PAYER, accepted_on=TODAY),
            SmartAspect.ACCEPTED,
        ),
    ],
)
def test_levels_and_agreement_answer_as_well(goal: Goal, aspect: SmartAspect) -> None:
    assert aspect not in found(goal, MEASURE)


def test_guiding_goals_and_goals_that_ended_are_left_alone() -> None:
    assert found(replace(EMPTY, kind=GoalKind.GUIDING)) == {}
    assert found(replace(EMPTY, ending=GoalEnding.CANCELLED)) == {}

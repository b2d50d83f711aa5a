from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.assessment import (
    AssessmentId,
    DomainEntry,
    DomainEntryId,
    NeedLevel,
)
from casedesk.domain.case import CaseId
from casedesk.domain.goal import Goal, GoalEnding, GoalId
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.no_goal import (
    NoGoal,
    NoGoalGround,
    NoGoalId,
    needs_without_goal,
)

CASE = CaseId("k")
TODAY = date(2026, 3, 14)
NEED = DomainEntry(
    id=DomainEntryId("d"),
    case_id=CASE,
    assessment_id=AssessmentId("a"),
    life_domain=LifeDomain.MOBILITY,
    need_level=NeedLevel.SOON,
)
GOAL = Goal(id=GoalId("g"), case_id=CASE, life_domain=LifeDomain.MOBILITY)
NO_GOAL = NoGoal(
    id=NoGoalId("n"), case_id=CASE, life_domain=LifeDomain.MOBILITY, decided_on=TODAY
)


@pytest.mark.parametrize(
    ("entry", "goals", "no_goals", "is_open"),
    [
        pytest.param(NEED, [], [], True, id="nothing"),
        pytest.param(NEED, [GOAL], [], False, id="a goal, even without measures"),
        pytest.param(
            NEED,
            [replace(GOAL, life_domain=None, further_domains=(LifeDomain.MOBILITY,))],
            [],
            False,
            id="a goal that answers several needs",
        ),
        pytest.param(
            NEED,
            [replace(GOAL, life_domain=LifeDomain.WORK)],
            [],
            True,
            id="a goal in another domain",
        ),
        pytest.param(
            NEED,
            [replace(GOAL, ending=GoalEnding.REJECTED)],
            [],
            True,
            id="the client rejected the goal",
        ),
        pytest.param(
            NEED,
            [replace(GOAL, ending=GoalEnding.COMPLETED)],
            [],
            False,
            id="the goal was completed",
        ),
        pytest.param(NEED, [], [NO_GOAL], False, id="left without a goal"),
        pytest.param(
            NEED, [], [replace(NO_GOAL, taken_back_on=TODAY)], True, id="taken back"
        ),
        pytest.param(
            replace(NEED, need_level=NeedLevel.WATCH), [], [], False, id="only watched"
        ),
    ],
)
def test_every_need_is_answered_by_a_goal_or_by_the_reason_for_none(
    entry: DomainEntry, goals: list[Goal], no_goals: list[NoGoal], is_open: bool
) -> None:
    assert needs_without_goal([entry], goals, no_goals) == ([entry] if is_open else [])


def test_another_reason_counts_once_it_is_said_in_words() -> None:
    other = replace(NO_GOAL, ground=NoGoalGround.OTHER)
    said = replace(other, reason="Umzug steht an")

    assert needs_without_goal([NEED], [], [replace(other, reason="  ")]) == [NEED]
    assert needs_without_goal([NEED], [], [said]) == []

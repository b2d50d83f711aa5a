from __future__ import annotations

from dataclasses import replace

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
from casedesk.domain.measure import (
    Measure,
    MeasureId,
    MeasureState,
)
from casedesk.domain.plan import unanswered_needs

CASE = CaseId("k")
NEED = DomainEntry(
    id=DomainEntryId("d"),
    case_id=CASE,
    assessment_id=AssessmentId("a"),
    life_domain=LifeDomain.MOBILITY,
    need_level=NeedLevel.SOON,
)
UNRATED = replace(NEED, need="Handlauf", need_level=None)
GOAL = Goal(id=GoalId("g"), case_id=CASE, life_domain=LifeDomain.MOBILITY)
MEASURE = Measure(id=MeasureId("m"), case_id=CASE, goal_id=GOAL.id)


@pytest.mark.parametrize(
    ("entries", "goals", "measures", "unanswered"),
    [
        pytest.param([NEED], [], [], [NEED], id="no goal"),
        pytest.param([NEED], [GOAL], [], [NEED], id="goal without a measure"),
        pytest.param([NEED], [GOAL], [MEASURE], [], id="answered"),
        pytest.param(
            [NEED],
            [GOAL],
            [replace(MEASURE, state=MeasureState.REFUSED)],
            [NEED],
            id="measure refused",
        ),
        pytest.param(
            [NEED],
            [replace(GOAL, ending=GoalEnding.CANCELLED)],
            [MEASURE],
            [NEED],
            id="goal given up",
        ),
        pytest.param(
            [NEED],
            [replace(GOAL, life_domain=LifeDomain.WORK)],
            [MEASURE],
            [NEED],
            id="goal of another domain",
        ),
        pytest.param(
            [replace(NEED, need_level=NeedLevel.WATCH)], [], [], [], id="only watched"
        ),
        pytest.param([UNRATED], [], [], [UNRATED], id="written, but not rated yet"),
    ],
)
def test_a_need_is_answered_by_a_measure_in_its_domain(
    entries: list[DomainEntry],
    goals: list[Goal],
    measures: list[Measure],
    unanswered: list[DomainEntry],
) -> None:
    assert unanswered_needs(entries, goals, measures) == unanswered


@pytest.mark.parametrize(
    ("entry", "is_empty"),
    [
        pytest.param(replace(NEED, need_level=None), True, id="nothing"),
        pytest.param(NEED, False, id="a level"),
        pytest.param(replace(NEED, need_level=None, burden=0), False, id="burden 0"),
        pytest.param(replace(NEED, need_level=None, need="x"), False, id="a text"),
    ],
)
def test_an_entry_is_empty_until_something_is_known(
    entry: DomainEntry, is_empty: bool
) -> None:
    assert entry.is_empty is is_empty

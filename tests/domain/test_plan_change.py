from __future__ import annotations

from dataclasses import replace
from datetime import date

from casedesk.domain.case import CaseId
from casedesk.domain.goal import Goal, GoalId
from casedesk.domain.measure import Measure, MeasureId
from casedesk.domain.plan import Plan, PlanId
from casedesk.domain.plan_change import (
    FieldDifference,
    PlanChangeKind,
    PlanContent,
    compared,
)
from casedesk.domain.plan_version import PlanSection, PlanSectionId

CASE = CaseId("case")
PLAN = Plan(id=PlanId("first"), case_id=CASE, situation="Allein zu Hause")
GOAL = Goal(id=GoalId("walk"), case_id=CASE, wording="Gehen", position=1)
MEASURE = Measure(id=MeasureId("m"), case_id=CASE, goal_id=GOAL.id, what="Üben")
SECTION = PlanSection(
    id=PlanSectionId("s"), case_id=CASE, plan_id=PLAN.id, key="antrag", text="3. März"
)
BEFORE = PlanContent(plan=PLAN, goals=(GOAL,), measures=(MEASURE,), sections=(SECTION,))


def test_versions_that_say_the_same_have_no_differences() -> None:
    # Another row, another place and white space say nothing else.
    after = PlanContent(
        plan=replace(
            PLAN, id=PlanId("second"), version=2, situation="Allein zu Hause "
        ),
        goals=(replace(GOAL, position=7),),
        measures=(MEASURE,),
        sections=(
            replace(SECTION, id=PlanSectionId("t"), plan_id=PlanId("second")),
            replace(SECTION, id=PlanSectionId("u"), key="leer", text="  "),
        ),
    )

    assert compared(BEFORE, after).count == 0


def test_a_goal_is_new_left_out_or_changed_field_by_field() -> None:
    changed = replace(GOAL, wording="Ohne Stock gehen", target_on=date(2026, 9, 1))
    new = replace(GOAL, id=GoalId("cook"), wording="Kochen")

    changes = compared(BEFORE, replace(BEFORE, goals=(new, changed)))

    assert [each.kind for each in changes.goals] == [
        PlanChangeKind.ADDED,
        PlanChangeKind.CHANGED,
    ]
    assert changes.goals[1].fields == (
        FieldDifference("wording", "Gehen", "Ohne Stock gehen"),
        FieldDifference("target_on", None, date(2026, 9, 1)),
    )
    [gone] = compared(BEFORE, replace(BEFORE, goals=())).goals
    assert (gone.kind, gone.item) == (PlanChangeKind.LEFT_OUT, GOAL)


def test_a_measure_that_moves_to_another_goal_has_changed() -> None:
    moved = replace(MEASURE, goal_id=GoalId("cook"))

    [change] = compared(BEFORE, replace(BEFORE, measures=(moved,))).measures

    assert [each.name for each in change.fields] == ["goal_id"]


def test_texts_and_contents_by_law_are_compared() -> None:
    after = replace(
        BEFORE,
        plan=replace(PLAN, crisis_plan="144 rufen", agreed_on=date(2026, 3, 1)),
        sections=(replace(SECTION, text="5. März"),),
    )

    changes = compared(BEFORE, after)

    assert changes.texts == (FieldDifference("crisis_plan", "", "144 rufen"),)
    [section] = changes.sections
    assert section.fields == (FieldDifference("text", "3. März", "5. März"),)
    assert changes.count == 2

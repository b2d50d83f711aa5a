"""Which contents of a plan are there already, wherever they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.plan_profile import Holder

if TYPE_CHECKING:
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.services.paper_words.plan_records import PlanRecords


def held_in(records: PlanRecords, *, has_sheets: bool) -> frozenset[Holder]:
    """Return which contents a version holds; `has_sheets`: instruments were used."""
    plan, assessment = records.plan, records.assessment
    goals = [goal for goal in records.goals if goal.is_pursued and _words_of(goal)]
    measures = [each for each in records.measures if each.is_pursued]
    entries = records.entries
    held = {
        Holder.SITUATION: bool((plan.situation + assessment.summary).strip()),
        Holder.WISHES: bool(assessment.wishes.strip())
        or any(
            e.client_view.strip() for e in entries if e.life_domain is LifeDomain.WISHES
        ),
        Holder.RESOURCES: bool(assessment.strengths.strip())
        or any(entry.resources.strip() for entry in entries),
        Holder.NEEDS: any(entry.is_need for entry in entries),
        Holder.INSTRUMENTS: has_sheets or bool(assessment.methods.strip()),
        Holder.GOALS: bool(goals),
        Holder.CHECKABLE_GOALS: bool(goals) and all(map(_is_checkable, goals)),
        Holder.MEASURES: any(each.what.strip() for each in measures),
        Holder.EXTENT: bool(measures) and all(map(_has_extent, measures)),
        Holder.CLIENT_TASKS: bool(plan.client_tasks.strip()),
        Holder.PARTICIPANTS: bool(plan.participants.strip()),
        Holder.REVIEW: plan.next_review_on is not None,
        Holder.CRISIS: bool(plan.crisis_plan.strip()),
        Holder.UNCOVERED: bool(plan.not_covered.strip()),
    }
    return frozenset(holder for holder, is_there in held.items() if is_there)


def _words_of(goal: Goal) -> str:
    return (goal.wording + goal.professional_wording).strip()


def _is_checkable(goal: Goal) -> bool:
    is_noticed = bool((goal.indicator + goal.expected).strip())
    return is_noticed and goal.target_on is not None


def _has_extent(measure: Measure) -> bool:
    is_dated = measure.starts_on is not None or measure.ends_on is not None
    return is_dated and bool(measure.frequency.strip())

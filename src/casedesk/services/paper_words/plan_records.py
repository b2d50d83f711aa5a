"""What a version of the care plan is made of: as it lives, or as it was agreed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from casedesk.domain.assessment import Assessment, AssessmentId, that_counts
from casedesk.domain.plan import Plan, PlanId
from casedesk.domain.plan_change import PlanContent, compared

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.no_goal import NoGoal
    from casedesk.domain.plan_change import PlanChanges
    from casedesk.domain.plan_version import AgreedPlan, PlanDissent, PlanSection
    from casedesk.store.columns import Stored
    from casedesk.store.rows import Rows
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecords:
    """What a version of the care plan of a case is made of."""

    plan: Plan
    assessment: Assessment
    entries: tuple[DomainEntry, ...]
    goals: tuple[Goal, ...]
    measures: tuple[Measure, ...]
    sections: tuple[PlanSection, ...] = ()
    dissents: tuple[PlanDissent, ...] = ()
    no_goals: tuple[NoGoal, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """Of those who acted when it was agreed; they may have left the case."""
    is_frozen: bool = False
    """Whether it was agreed, and stands here as it was then."""

    @property
    def lacks_pages(self) -> bool:
        """Whether it was agreed, but nobody kept which goals and measures it had."""
        return self.plan.agreed_on is not None and not self.is_frozen

    @property
    def content(self) -> PlanContent:
        """What it says, to be compared with another version."""
        return PlanContent(
            plan=self.plan,
            goals=self.goals,
            measures=self.measures,
            sections=self.sections,
            dissents=self.dissents,
        )


def only_texts(before: PlanRecords, after: PlanRecords) -> bool:
    """Whether two versions can be compared by their texts alone."""
    return before.lacks_pages or after.lacks_pages


def changes_between(before: PlanRecords, after: PlanRecords) -> PlanChanges:
    """Return what changed; goals and measures only if those of both are known."""
    changes = compared(before.content, after.content)
    if only_texts(before, after):
        return replace(changes, goals=(), measures=())
    return changes


def read_plan(
    tables: Tables, case_id: CaseId, plan_id: PlanId | None = None
) -> PlanRecords:
    """Read a version of the plan of a case, without a name the newest one."""
    if plan_id is not None:
        return read_version(tables, tables.plans.get(plan_id))
    plans = tables.plans.of(case_id=case_id)
    return read_version(
        tables, plans[-1] if plans else Plan(id=PlanId(""), case_id=case_id)
    )


def read_version(tables: Tables, plan: Plan) -> PlanRecords:
    """Read a version of a plan: as it was agreed, or as goals and measures are now."""
    agreed = tables.agreed_plans.of(plan_id=plan.id)
    return _frozen(tables, plan, agreed[0]) if agreed else read_living(tables, plan)


def read_living(tables: Tables, plan: Plan) -> PlanRecords:
    """Read goals and measures as they are now, around the texts of a version."""
    case_id = plan.case_id
    assessments = tables.assessments.of(case_id=case_id)
    assessments = assessments or [Assessment(id=AssessmentId(""), case_id=case_id)]
    assessment = that_counts(assessments)
    return PlanRecords(
        plan=plan,
        assessment=assessment,
        entries=tuple(tables.domain_entries.of(assessment_id=assessment.id)),
        goals=tuple(tables.goals.of(case_id=case_id)),
        measures=tuple(tables.measures.of(case_id=case_id)),
        sections=tuple(tables.plan_sections.of(plan_id=plan.id)),
        dissents=tuple(tables.plan_dissents.of(plan_id=plan.id)),
        no_goals=tuple(tables.no_goals.of(case_id=case_id)),
    )


def goals_of(tables: Tables, plan: Plan) -> PlanContent | None:
    """Return goals and measures as they were agreed, nothing of a draft."""
    agreed = tables.agreed_plans.of(plan_id=plan.id)
    if not agreed:
        return None
    printed = _printed(tables, agreed[0])
    return PlanContent(
        plan=plan,
        goals=_made(tables.goals, printed["goals"]),
        measures=_made(tables.measures, printed["measures"]),
    )


# Any: a snapshot is JSON.
def _printed(tables: Tables, agreed: AgreedPlan) -> dict[str, Any]:
    part = tables.document_parts.find(agreed.part_id)
    assert part is not None  # noqa: S101 - the keys of the vault hold it
    printed: dict[str, Any] = json.loads(part.snapshot)
    return printed


def _frozen(tables: Tables, plan: Plan, agreed: AgreedPlan) -> PlanRecords:
    """Read what stands in the part of the document that was agreed.

    Dissent is what was noted until the agreement, also after the paper was printed.
    """
    printed = _printed(tables, agreed)
    living = read_living(tables, plan)
    kept: dict[str, object] = {}
    if "assessment" in printed:
        kept["assessment"] = tables.assessments.made_from(printed["assessment"])
        kept["entries"] = _made(tables.domain_entries, printed["entries"])
        kept["no_goals"] = _made(tables.no_goals, printed["no_goals"])
        kept["names"] = printed["names"]
    return replace(
        living,
        goals=_made(tables.goals, printed["goals"]),
        measures=_made(tables.measures, printed["measures"]),
        is_frozen=True,
        **kept,  # type: ignore[arg-type]  # the fields of these names
    )


# Any: records of whatever kind.
def _made(rows: Rows[Any], stored: list[Mapping[str, Stored]]) -> tuple[Any, ...]:
    return tuple(rows.made_from(each) for each in stored)

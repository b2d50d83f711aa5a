"""Care plans: versions, agreement, and the order of goals and measures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.goal import Goal, GoalId, moved
from casedesk.domain.measure import Measure, MeasureId
from casedesk.domain.plan import Agreement, Plan, PlanId, VersionNotAgreed
from casedesk.domain.plan_version import PlanSection, PlanSectionId
from casedesk.services.plan_guards import guard_plan_part

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class PlanService:
    """What is done with a plan as a whole; its fields are changed one by one."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def latest(self, case_id: CaseId) -> Plan:
        """Return the version of the plan that counts."""
        with self._database.read() as tables:
            return tables.plans.of(case_id=case_id)[-1]

    def new_version(self, case_id: CaseId) -> Plan:
        """Begin the version after the agreed one, with its texts.

        Raises `VersionNotAgreed` while the latest version is still being written.
        """
        with self._database.write("plan.add", case_id) as tables:
            agreed = tables.plans.of(case_id=case_id)[-1]
            if agreed.agreed_on is None:
                raise VersionNotAgreed
            plan = follow(tables, self._clock, agreed)
        self._announcer.announce("plan")
        return plan

    def write_section(
        self, plan_id: PlanId, key: str, text: str, sitting: str | None = None
    ) -> PlanSection:
        """Write what a version says to a content that its law asks for.

        Raises `AgreedStays` if the version was agreed.
        """
        with self._database.read() as tables:
            plan = tables.plans.get(plan_id)
            found = tables.plan_sections.of(plan_id=plan_id, key=key)
        new = PlanSection(
            id=PlanSectionId(self._clock.new_id()),
            case_id=plan.case_id,
            plan_id=plan_id,
            key=key,
        )
        before = found[0] if found else new
        section = replace(before, text=text)
        verb = "change" if found else "add"
        with self._database.write(
            f"plan_section.{verb}", section.id, sitting=sitting
        ) as tables:
            guard_plan_part(tables, before, section)
            if found:
                tables.plan_sections.update(section)
            else:
                tables.plan_sections.add(section)
        self._announcer.announce("plan_section")
        return section

    def add_goal(self, case_id: CaseId, life_domain: DomainKey | None = None) -> Goal:
        """Add an empty goal after the others."""
        goal_id = GoalId(self._clock.new_id())
        with self._database.write("goal.add", goal_id) as tables:
            positions = [goal.position for goal in tables.goals.of(case_id=case_id)]
            goal = Goal(
                id=goal_id,
                case_id=case_id,
                position=max(positions, default=0) + 1,
                life_domain=life_domain,
            )
            tables.goals.add(goal)
        self._announcer.announce("goal")
        return goal

    def add_measure(self, goal_id: GoalId) -> Measure:
        """Add an empty measure to a goal, after its others."""
        measure_id = MeasureId(self._clock.new_id())
        with self._database.write("measure.add", measure_id) as tables:
            goal = tables.goals.get(goal_id)
            positions = [m.position for m in tables.measures.of(goal_id=goal_id)]
            measure = Measure(
                id=measure_id,
                case_id=goal.case_id,
                goal_id=goal_id,
                position=max(positions, default=0) + 1,
            )
            tables.measures.add(measure)
        self._announcer.announce("measure")
        return measure

    def move_goal_up(self, goal_id: GoalId) -> list[Goal]:
        """Put a goal before the one above it; return all in their new order."""
        return self._move(goal_id, -1)

    def move_goal_down(self, goal_id: GoalId) -> list[Goal]:
        """Put a goal after the one below it; return all in their new order."""
        return self._move(goal_id, 1)

    def _move(self, goal_id: GoalId, step: int) -> list[Goal]:
        with self._database.write("goal.move", goal_id) as tables:
            case_id = tables.goals.get(goal_id).case_id
            goals = tables.goals.of(case_id=case_id)
            now = moved(goals, goal_id, step)
            for goal in now:
                if goal not in goals:
                    tables.goals.update(goal)
        self._announcer.announce("goal")
        return now


def follow(
    tables: Tables, clock: Clock, former: Plan, valid_from: date | None = None
) -> Plan:
    """Begin the version after another within a deed: its texts, nothing agreed yet."""
    plan = replace(
        former,
        id=PlanId(clock.new_id()),
        version=former.version + 1,
        valid_from=valid_from,
        next_review_on=None,
        dissent="",
        agreed_on=None,
        agreed_by=Agreement.SIGNATURE,
        agreed_with=(),
        oral_reason="",
        agreement_note="",
        profile_version="",
    )
    tables.plans.add(plan)
    for section in tables.plan_sections.of(plan_id=former.id):
        own = PlanSectionId(clock.new_id())
        tables.plan_sections.add(replace(section, id=own, plan_id=plan.id))
    return plan

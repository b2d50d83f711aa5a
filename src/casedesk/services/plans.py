"""Care plans: versions, agreement, and the order of goals and measures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedesk.domain.goal import Goal, GoalId, moved
from casedesk.domain.measure import Measure, MeasureId
from casedesk.domain.plan import Agreement, Plan, PlanId, VersionNotAgreed
from casedesk.services.goals import accept_goals

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database


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
        plan_id = PlanId(self._clock.new_id())
        with self._database.write("plan.add", plan_id) as tables:
            agreed = tables.plans.of(case_id=case_id)[-1]
            if agreed.agreed_on is None:
                raise VersionNotAgreed
            plan = replace(
                agreed,
                id=plan_id,
                version=agreed.version + 1,
                valid_from=None,
                next_review_on=None,
                dissent="",
                agreed_on=None,
                agreed_by=Agreement.SIGNATURE,
                agreement_note="",
            )
            tables.plans.add(plan)
        self._announcer.announce("plan")
        return plan

    def agree(self, plan_id: PlanId, on: date, how: Agreement) -> Plan:
        """Note that the client agreed; the plan is in force from then, if not later."""
        with self._database.write("plan.agree", plan_id) as tables:
            plan = tables.plans.get(plan_id)
            plan = replace(
                plan,
                agreed_on=on,
                agreed_by=how,
                valid_from=plan.valid_from or on,
            )
            tables.plans.update(plan)
            accept_goals(tables, plan.case_id, on)
        self._announcer.announce("plan")
        return plan

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

"""Goals: agreed to together, and removed without taking what serves others along."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import GoalId
    from casedesk.services.announcer import Announcer
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class GoalService:
    """What is done with goals beyond changing their fields."""

    def __init__(self, database: Database, announcer: Announcer) -> None:
        self._database = database
        self._announcer = announcer

    def remove(self, goal_id: GoalId) -> int:
        """Remove a goal with the measures that serve it alone; return the deed.

        A measure that serves others stays with the first of them. It remembers the
        goal, which it serves again if the removal is taken back.
        """
        with self._database.write("goal.remove", goal_id) as tables:
            _hand_over(tables, goal_id)
            tables.goals.remove(goal_id)
            deed = tables.deeds.latest()
        self._database.settle()  # what was removed leaves the file, too
        self._announcer.announce("goal")
        return deed


def accept_goals(
    tables: Tables, case_id: CaseId, on: date, among: Collection[GoalId]
) -> None:
    """Note within a deed that the client agreed to these goals, as far as pursued."""
    for goal in tables.goals.of(case_id=case_id):
        is_new = goal.is_pursued and goal.accepted_on is None
        if is_new and goal.id in among:
            tables.goals.update(replace(goal, accepted_on=on))


def _hand_over(tables: Tables, goal_id: GoalId) -> None:
    case_id = tables.goals.get(goal_id).case_id
    known = {goal.id for goal in tables.goals.of(case_id=case_id)} - {goal_id}
    for measure in tables.measures.of(goal_id=goal_id):
        heirs = [each for each in measure.further_goal_ids if each in known]
        if heirs:
            others = (goal_id, *measure.further_goal_ids)
            tables.measures.update(
                replace(
                    measure,
                    goal_id=heirs[0],
                    further_goal_ids=tuple(e for e in others if e != heirs[0]),
                )
            )

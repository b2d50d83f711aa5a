"""Needs: answered by a goal, or left without one for a reason that is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.assessment import that_counts
from casedesk.domain.need import by_priority
from casedesk.domain.no_goal import (
    Decider,
    NoGoal,
    NoGoalGround,
    NoGoalId,
    needs_without_goal,
)

if TYPE_CHECKING:
    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.case import CaseId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmet:
    """What the plan has no goal for: needs that are open, and decisions to have none.

    A decision is told as long as its need has no goal all the same.
    """

    needs: tuple[DomainEntry, ...]
    no_goals: tuple[NoGoal, ...]


class NeedService:
    """What is decided about a need beside making a goal of it."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def unmet(self, case_id: CaseId) -> Unmet:
        """Return the needs of a case without a goal, those that press most first."""
        with self._database.read() as tables:
            assessment = that_counts(tables.assessments.of(case_id=case_id))
            entries = tables.domain_entries.of(assessment_id=assessment.id)
            goals = tables.goals.of(case_id=case_id)
            no_goals = tables.no_goals.of(case_id=case_id)
        without = needs_without_goal(entries, goals, ())
        known = {entry.life_domain for entry in without}
        return Unmet(
            needs=tuple(by_priority(needs_without_goal(without, (), no_goals))),
            no_goals=tuple(
                each for each in no_goals if each.stands and each.life_domain in known
            ),
        )

    def leave_without_goal(
        self, case_id: CaseId, life_domain: DomainKey, ground: NoGoalGround
    ) -> NoGoal:
        """Note today that a need gets no goal, and why; who decided is said after.

        A decision that stands already gets the new ground.
        """
        with self._database.write("no_goal.add", case_id) as tables:
            standing = _standing(tables, case_id, life_domain)
            if standing is None:
                no_goal = NoGoal(
                    id=NoGoalId(self._clock.new_id()),
                    case_id=case_id,
                    life_domain=life_domain,
                    decided_on=self._clock.today(),
                    decided_by=_likely_decider(ground),
                    ground=ground,
                )
                tables.no_goals.add(no_goal)
            else:
                no_goal = replace(standing, ground=ground)
                tables.no_goals.update(no_goal)
        self._announcer.announce("no_goal")
        return no_goal

    def take_back(self, no_goal_id: NoGoalId) -> NoGoal:
        """Note today that a need is open again."""
        with self._database.write("no_goal.take_back", no_goal_id) as tables:
            no_goal = tables.no_goals.get(no_goal_id)
            no_goal = replace(no_goal, taken_back_on=self._clock.today())
            tables.no_goals.update(no_goal)
        self._announcer.announce("no_goal")
        return no_goal


def _standing(tables: Tables, case_id: CaseId, life_domain: DomainKey) -> NoGoal | None:
    found = tables.no_goals.of(case_id=case_id, life_domain=life_domain)
    return next((each for each in found if each.stands), None)


def _likely_decider(ground: NoGoalGround) -> Decider:
    """A proposal that can be changed: only the client can say what is not wished."""
    by_client = ground is NoGoalGround.NOT_WISHED
    return Decider.CLIENT if by_client else Decider.JOINT

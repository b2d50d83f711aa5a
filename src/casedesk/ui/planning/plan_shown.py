"""What the cards of the plan show, read once for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.goal import GoalKind, in_order
from casedesk.domain.measure import passes_over_the_near
from casedesk.domain.smart import smart_hints
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.planning import plan_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.domain.measure import Measure
    from casedesk.ui.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """The goals of a case in their order, their measures, and the names in them."""

    today: date
    goals: tuple[Goal, ...]
    measures: tuple[Measure, ...]
    names: Mapping[PartyId, str]
    domains: DomainNames

    def of_goal(self, goal: Goal) -> list[Measure]:
        """Return the measures whose main goal this is, in their order."""
        return [each for each in self.measures if each.goal_id == goal.id]

    def also_serving(self, goal: Goal) -> list[Measure]:
        """Return the measures of other goals that serve this one, too."""
        return [each for each in self.measures if goal.id in each.further_goal_ids]

    def parties(self) -> list[tuple[object, str]]:
        """Return with whom something can be done, to choose from."""
        return list(self.names.items())

    def guiding(self, goal: Goal) -> list[tuple[object, str]]:
        """Return the guiding goals that a goal can serve, to choose from."""
        tops = [
            each
            for each in self.goals
            if each.kind is GoalKind.GUIDING and each.id != goal.id
        ]
        return plan_words.numbered(tops)

    def further(self, goal: Goal) -> list[tuple[object, str]]:
        """Return the goals beside one, to choose from."""
        return [
            (goal_id, words)
            for goal_id, words in plan_words.numbered(self.goals)
            if goal_id != goal.id
        ]

    def is_beneath(self, goal: Goal) -> bool:
        """Whether a goal serves a guiding goal that is shown above it."""
        tops = {e.id for e in self.goals if e.kind is GoalKind.GUIDING}
        return goal.guiding_id in tops

    def goal_hints(self, goal: Goal) -> str:
        """Say what a goal does not show yet."""
        return plan_words.smart_words(smart_hints(goal, self.measures, self.today))

    def measure_hints(self, measure: Measure) -> str:
        """Say if a measure passes over the close network."""
        is_early = passes_over_the_near(measure, self.measures)
        return plan_words.near_words() if is_early else ""

    def number(self, goal_id: GoalId) -> int:
        """Return the number of a goal in the plan."""
        return 1 + [goal.id for goal in self.goals].index(goal_id)


def plan_shown(desk: Desk, case_id: CaseId) -> PlanShown:
    """Read what the plan of a case shows."""
    session = desk.session
    return PlanShown(
        today=session.clock.today(),
        goals=tuple(in_order(session.goals.of(case_id=case_id))),
        measures=tuple(session.measures.of(case_id=case_id)),
        names=party_names(session, case_id),
        domains=DomainNames(session),
    )

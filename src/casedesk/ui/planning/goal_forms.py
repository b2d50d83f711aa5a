"""What the forms of a goal and its measures ask, offer and hint at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.ui.planning import goal_fields, measure_fields, plan_words
from casedesk.ui.planning.goal_fields import GoalOffers
from casedesk.ui.planning.measure_fields import MeasureOffers

if TYPE_CHECKING:
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.ui.fields import Today
    from casedesk.ui.folded_groups import FoldedGroup
    from casedesk.ui.planning.plan_shown import PlanShown
    from casedesk.ui.widgets.field_cell import Field


class GoalForms:
    """Makes the fields when a form is opened, with what can be chosen by then."""

    def __init__(self, today: Today, goal: Goal, shown: PlanShown) -> None:
        self._today = today
        self._goal = goal
        self._shown = shown

    def keep_up(self, goal: Goal, shown: PlanShown) -> None:
        """Offer from now on what is in the plan as it is now."""
        self._goal, self._shown = goal, shown

    def goal_fields(self) -> list[Field]:
        """Return new fields for the goal."""
        return goal_fields.goal(self._goal_offers())

    def goal_groups(self) -> list[FoldedGroup]:
        """Return the groups of fields that some goals need."""
        return goal_fields.goal_groups(self._goal_offers())

    def goal_hints(self, goal: Goal) -> str:
        """Say what the goal does not show yet."""
        return self._shown.goal_hints(goal)

    def measure_fields(self) -> list[Field]:
        """Return new fields for a measure."""
        return measure_fields.measure(self._measure_offers())

    def measure_groups(self) -> list[FoldedGroup]:
        """Return the groups of fields that some measures need."""
        return measure_fields.measure_groups(self._measure_offers())

    def measure_hints(self, measure: Measure) -> str:
        """Say if a measure passes over the close network."""
        return self._shown.measure_hints(measure)

    def _goal_offers(self) -> GoalOffers:
        return GoalOffers(
            today=self._today,
            domains=self._shown.domains.offered(self._goal.case_id),
            guiding=self._shown.guiding(self._goal),
        )

    def _measure_offers(self) -> MeasureOffers:
        return MeasureOffers(
            today=self._today,
            parties=self._shown.parties(),
            goals=plan_words.numbered(self._shown.goals),
            further=self._shown.further(self._goal),
        )

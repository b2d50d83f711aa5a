"""What has changed in a case over time: goals, and the hours that were used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal
    from casedesk.domain.review import GoalRating, ReviewId
    from casedesk.store.database import Database

    Points = tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCourse:
    """The levels and the progress of a goal, the oldest first."""

    goal: Goal
    levels: Points
    progress: Points


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursCourse:
    """The minutes used up to each day, and what was approved, if anything was."""

    used: Points
    approved: int | None


class CourseService:
    """Reads courses; nothing is stored for them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def goals(self, case_id: CaseId) -> list[GoalCourse]:
        """Return the courses of all goals of a case that were rated."""
        with self._database.read() as tables:
            held = {
                each.id: each.held_on
                for each in tables.reviews.of(case_id=case_id)
                if each.is_confirmed
            }
            goals = tables.goals.of(case_id=case_id)
            ratings = tables.goal_ratings.of(case_id=case_id)
        found = [_goal_course(goal, ratings, held) for goal in goals]
        return [each for each in found if each.levels or each.progress]

    def hours(self, case_id: CaseId) -> HoursCourse:
        """Return the hours used in a case month by month, added up."""
        with self._database.read() as tables:
            approved = tables.accounts.use_of(case_id).approved_minutes
            if approved is None:
                months = tables.case_list.minutes_by_month(case_id)
            else:
                months = tables.accounts.used_by_month(case_id)
        used, total = [], 0
        for day, minutes in months:
            total += minutes
            used.append((day, total))
        return HoursCourse(used=tuple(used), approved=approved)


def _goal_course(
    goal: Goal, ratings: list[GoalRating], held: dict[ReviewId, date]
) -> GoalCourse:
    own = [each for each in ratings if each.goal_id == goal.id]
    rated = sorted(
        ((held[each.review_id], each) for each in own if each.review_id in held),
        key=lambda pair: (pair[0], pair[1].id),
    )
    levels = [(day, each.level) for day, each in rated if each.level is not None]
    progress = [(day, e.progress) for day, e in rated if e.progress is not None]
    begun_on = goal.accepted_on or goal.started_on
    baseline = goal.baseline_level
    if baseline is not None and begun_on is not None and levels:
        first_day, _level = levels[0]
        if begun_on < first_day:
            levels.insert(0, (begun_on, baseline))
    return GoalCourse(goal=goal, levels=tuple(levels), progress=tuple(progress))

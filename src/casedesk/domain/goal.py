"""Goals: guiding goals and the goals of action beneath them, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.life_domain import DomainKey
    from casedesk.domain.measure import Measure
    from casedesk.domain.review_rhythm import ReviewRhythm

GoalId = NewType("GoalId", str)

WEIGHTS = range(4)
LEVELS = range(-2, 3)
EXPECTED_LEVEL = 0


class GoalKind(StrEnum):
    """How far a goal reaches: a direction, or something that can be done for it."""

    GUIDING = "guiding"
    ACTION = "action"


class GoalOwner(StrEnum):
    """Whose goal it is; one that a payer imposed is always marked as such."""

    CLIENT = "client"
    JOINT = "joint"
    PAYER = "payer"


class GoalEnding(StrEnum):
    """How a goal came to its end."""

    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    ENTERED_IN_ERROR = "entered_in_error"


class GoalLifecycle(StrEnum):
    """Where a goal stands, with the words of FHIR; derived, never stored."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    ACCEPTED = "accepted"
    ACTIVE = "active"
    ON_HOLD = "on_hold"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    REJECTED = "rejected"
    ENTERED_IN_ERROR = "entered_in_error"


class Achievement(StrEnum):
    """How far a goal was reached, with the words of FHIR and one of our own."""

    IN_PROGRESS = "in_progress"
    IMPROVING = "improving"
    NO_CHANGE = "no_change"
    WORSENING = "worsening"
    ACHIEVED = "achieved"
    SUSTAINING = "sustaining"
    PARTLY_ACHIEVED = "partly_achieved"
    NO_PROGRESS = "no_progress"
    NOT_ACHIEVED = "not_achieved"
    NOT_ATTAINABLE = "not_attainable"


GIVEN_UP = (GoalEnding.CANCELLED, GoalEnding.REJECTED, GoalEnding.ENTERED_IN_ERROR)
"""Endings after which the need is open again."""


class NotOnTheScale(RuleBroken):
    """A rating lies outside the scale of its field."""


class GuidingGoalBeneathAnother(RuleBroken):
    """A guiding goal stands at the top; it serves no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """Something the client wants to reach, or has been told to."""

    id: GoalId
    case_id: CaseId
    position: int = 0
    kind: GoalKind = GoalKind.ACTION
    guiding_id: GoalId | None = None
    """The guiding goal that it serves."""
    life_domain: DomainKey | None = None
    further_domains: tuple[DomainKey, ...] = ()
    """Domains beside the main one whose needs it answers."""
    owner: GoalOwner = GoalOwner.CLIENT
    wording: str = ""
    professional_wording: str = ""
    baseline: str = ""
    indicator: str = ""
    target_on: date | None = None
    importance: int | None = None
    difficulty: int | None = None
    progress: int | None = None
    much_less: str = ""
    less: str = ""
    expected: str = ""
    more: str = ""
    much_more: str = ""
    baseline_level: int | None = None
    level: int | None = None
    rated_on: date | None = None
    conflicts: str = ""
    accepted_on: date | None = None
    started_on: date | None = None
    on_hold_since: date | None = None
    ended_on: date | None = None
    ending: GoalEnding | None = None
    achievement: Achievement | None = None
    reason: str = ""
    """Why it rests, or came to its end like this."""
    review_rhythm: ReviewRhythm | None = None
    """How often it is looked at, where the rhythm of the case does not do."""

    @property
    def domains(self) -> tuple[DomainKey, ...]:
        """The domains whose needs it answers, the main one first."""
        main = () if self.life_domain is None else (self.life_domain,)
        return tuple(dict.fromkeys((*main, *self.further_domains)))

    @property
    def is_given_up(self) -> bool:
        """Whether it is pursued no longer, although it was not completed."""
        return self.ending in GIVEN_UP

    @property
    def is_pursued(self) -> bool:
        """Whether it has not come to an end."""
        return self.ending is None

    @property
    def is_reached(self) -> bool:
        """Whether what was wanted is there."""
        return achievement_of(self) in (Achievement.ACHIEVED, Achievement.SUSTAINING)


LEVEL_TEXTS = {-2: "much_less", -1: "less", 0: "expected", 1: "more", 2: "much_more"}
"""The texts of the five levels of goal attainment scaling, and their fields."""


def check_goal(goal: Goal) -> None:
    """Raise the `RuleBroken` that forbids a goal like this."""
    weights = (goal.importance, goal.difficulty)
    levels = (goal.baseline_level, goal.level)
    if any(each is not None and each not in WEIGHTS for each in weights):
        raise NotOnTheScale
    if any(each is not None and each not in LEVELS for each in levels):
        raise NotOnTheScale
    if goal.guiding_id is not None and goal.kind is GoalKind.GUIDING:
        raise GuidingGoalBeneathAnother


def achievement_of(goal: Goal) -> Achievement | None:
    """Return how far a goal was reached: as it was judged, else by its levels."""
    if goal.achievement is not None or goal.level is None:
        return goal.achievement
    if goal.level >= EXPECTED_LEVEL:
        return Achievement.ACHIEVED
    if goal.baseline_level is None:
        return Achievement.IN_PROGRESS
    if goal.level == goal.baseline_level:
        return Achievement.NO_CHANGE
    is_better = goal.level > goal.baseline_level
    return Achievement.IMPROVING if is_better else Achievement.WORSENING


def lifecycle_on(goal: Goal, measures: Iterable[Measure], day: date) -> GoalLifecycle:
    """Return where a goal stands on a day, by what happened to it and its measures."""
    serving = [each for each in measures if each.serves(goal.id)]
    if goal.ending is not None and _is_by(goal.ended_on or day, day):
        return GoalLifecycle(goal.ending.value)
    if _is_by(goal.on_hold_since, day):
        return GoalLifecycle.ON_HOLD
    if _is_by(goal.started_on, day) or any(each.has_begun for each in serving):
        return GoalLifecycle.ACTIVE
    if _is_by(goal.accepted_on, day):
        return GoalLifecycle.ACCEPTED
    return GoalLifecycle.PLANNED if serving else GoalLifecycle.PROPOSED


def standing_on(
    goal: Goal, measures: Iterable[Measure], day: date
) -> Achievement | GoalLifecycle:
    """Return what is said first of a goal: how it was reached, else where it stands."""
    achievement = achievement_of(goal)
    if goal.ending is GoalEnding.COMPLETED and achievement is not None:
        return achievement
    return lifecycle_on(goal, measures, day)


def moved(goals: Sequence[Goal], goal_id: GoalId, step: int) -> list[Goal]:
    """Return goals with one put before or after its neighbour, and new positions.

    Its neighbours are those that serve the same guiding goal, or stand at the top.
    """
    ordered = in_order(goals)
    tops = {goal.id for goal in ordered if goal.kind is GoalKind.GUIDING}

    def parent(goal: Goal) -> GoalId | None:
        return goal.guiding_id if goal.guiding_id in tops else None

    [here] = [goal for goal in ordered if goal.id == goal_id]
    siblings = [goal for goal in ordered if parent(goal) == parent(here)]
    place = siblings.index(here)
    there = min(max(place + step, 0), len(siblings) - 1)
    if there != place:
        ordered.remove(here)
        ordered.insert(ordered.index(siblings[there]) + (there > place), here)
    return [
        replace(goal, position=position)
        for position, goal in enumerate(in_order(ordered), start=1)
    ]


def _is_by(happened_on: date | None, day: date) -> bool:
    return happened_on is not None and happened_on <= day


def in_order(goals: Sequence[Goal]) -> list[Goal]:
    """Return goals with those of action right after the guiding goal they serve."""
    guiding = {goal.id for goal in goals if goal.kind is GoalKind.GUIDING}
    beneath: dict[GoalId, list[Goal]] = {}
    for goal in goals:
        if goal.guiding_id in guiding:
            beneath.setdefault(goal.guiding_id, []).append(goal)
    return [
        each
        for goal in goals
        if goal.guiding_id not in guiding
        for each in (goal, *beneath.get(goal.id, ()))
    ]

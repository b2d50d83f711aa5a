"""Evaluation: how far each goal was reached, what it changed, and what it cost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING, NewType

from casedesk.domain.goal import LEVELS, Achievement, GoalEnding
from casedesk.domain.goal_attainment import t_score
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal, GoalId

EvaluationId = NewType("EvaluationId", str)
GoalResultId = NewType("GoalResultId", str)


class Attainment(StrEnum):
    """How far a goal was reached in the end."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"
    GIVEN_UP = "given_up"


class Effect(StrEnum):
    """What the work has changed."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    NOT_CONCERNED = "not_concerned"


class EvaluationGap(StrEnum):
    """What an evaluation leaves open."""

    GIVEN_UP_UNEXPLAINED = "given_up_unexplained"
    AVOIDED_UNFOUNDED = "avoided_unfounded"
    GOAL_OPEN = "goal_open"
    GOAL_UNSCORED = "goal_unscored"
    NO_EFFECT = "no_effect"
    CLIENT_UNASKED = "client_unasked"


HOLDS_BACK = (EvaluationGap.GIVEN_UP_UNEXPLAINED, EvaluationGap.AVOIDED_UNFOUNDED)
"""Gaps with which an evaluation is not confirmed; the others are only said."""

ACHIEVEMENTS = {
    Attainment.REACHED: Achievement.ACHIEVED,
    Attainment.PARTLY: Achievement.PARTLY_ACHIEVED,
    Attainment.NOT_REACHED: Achievement.NOT_ACHIEVED,
}


class EvaluationStays(RuleBroken):
    """A confirmed evaluation never changes."""


class EvaluationHasGaps(RuleBroken):
    """An evaluation lacks a reason or the assumptions of an estimate."""


class ResultOffTheScale(RuleBroken):
    """A level lies outside the scale."""


class AmountBelowNothing(RuleBroken):
    """Hours and amounts are not less than nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """A look back at one round of a case; confirmed, it stays as it is."""

    id: EvaluationId
    case_id: CaseId
    cycle: int = 1
    held_on: date
    independence: Effect | None = None
    quality_of_life: Effect | None = None
    care_situation: Effect | None = None
    work_capacity: Effect | None = None
    effect_words: str = ""
    client_words: str = ""
    network_view: str = ""
    payer_view: str = ""
    planned_minutes: int | None = None
    actual_minutes: int | None = None
    """The minutes of the record on the day of the confirmation, whatever they are."""
    counted_minutes: int | None = None
    """Those of them that count for the mandate, as in the time account."""
    planned_cents: int | None = None
    actual_cents: int | None = None
    avoided_cents: int | None = None
    """What the user estimates to have been avoided; never worked out."""
    avoided_assumptions: str = ""
    worked_well: str = ""
    lessons: str = ""
    confirmed_on: date | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether it was confirmed and never changes again."""
        return self.confirmed_on is not None

    @property
    def effects(self) -> tuple[Effect | None, ...]:
        """The effects in the order of the form."""
        return (
            self.independence,
            self.quality_of_life,
            self.care_situation,
            self.work_capacity,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalResult:
    """How far one goal was reached; confirmed, with its words, start and weight."""

    id: GoalResultId
    case_id: CaseId
    evaluation_id: EvaluationId
    goal_id: GoalId | None
    position: int = 0
    level: int | None = None
    attainment: Attainment | None = None
    reason: str = ""
    goal_words: str = ""
    level_words: str = ""
    baseline_level: int | None = None
    weight: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """The T-scores of an evaluation, and how many goals they leave out."""

    baseline: float | None
    attained: float | None
    change: float | None
    scored: int
    unscored: int
    without_baseline: int


def check_evaluation(evaluation: Evaluation) -> None:
    """Raise `AmountBelowNothing` if hours or amounts are negative."""
    amounts = (
        evaluation.planned_minutes,
        evaluation.planned_cents,
        evaluation.actual_cents,
        evaluation.avoided_cents,
    )
    if any(each is not None and each < 0 for each in amounts):
        raise AmountBelowNothing


def check_goal_result(result: GoalResult) -> None:
    """Raise `ResultOffTheScale` if the level is none that exists."""
    if result.level is not None and result.level not in LEVELS:
        raise ResultOffTheScale


def weight_of(goal: Goal) -> int:
    """Return what a goal weighs: importance times difficulty, 1 without both."""
    if goal.importance is None or goal.difficulty is None:
        return 1
    return goal.importance * goal.difficulty


def described(result: GoalResult, goal: Goal, level_words: str) -> GoalResult:
    """Return a result with what the goal says today."""
    return replace(
        result,
        goal_words=goal.wording or goal.professional_wording,
        level_words=level_words,
        baseline_level=goal.baseline_level,
        weight=weight_of(goal),
    )


def scores(results: Iterable[GoalResult]) -> Scores:
    """Return the T-scores. Goals without a level are left out, and counted.

    The change compares only goals that have both a level at the start and in the end.
    """
    every = list(results)
    scored = [each for each in every if each.level is not None]
    both = [each for each in scored if each.baseline_level is not None]
    baseline = t_score([_weighted(each.baseline_level, each) for each in both])
    reached = t_score([_weighted(each.level, each) for each in both])
    change = None
    if baseline is not None and reached is not None:
        change = reached - baseline
    return Scores(
        baseline=baseline,
        attained=t_score([_weighted(each.level, each) for each in scored]),
        change=change,
        scored=len(scored),
        unscored=len(every) - len(scored),
        without_baseline=len(scored) - len(both),
    )


def _weighted(level: int | None, result: GoalResult) -> tuple[Fraction, Fraction]:
    return Fraction(level or 0), Fraction(result.weight)


def gaps(
    evaluation: Evaluation, results: Sequence[GoalResult], *, client_was_asked: bool
) -> list[EvaluationGap]:
    """Return what an evaluation leaves open, the gravest first."""
    has_estimate = evaluation.avoided_cents is not None
    found = {
        EvaluationGap.GIVEN_UP_UNEXPLAINED: any(
            each.attainment is Attainment.GIVEN_UP and not each.reason.strip()
            for each in results
        ),
        EvaluationGap.AVOIDED_UNFOUNDED: has_estimate
        and not evaluation.avoided_assumptions.strip(),
        EvaluationGap.GOAL_OPEN: any(each.attainment is None for each in results),
        EvaluationGap.GOAL_UNSCORED: any(each.level is None for each in results),
        EvaluationGap.NO_EFFECT: not any(evaluation.effects),
        EvaluationGap.CLIENT_UNASKED: not client_was_asked
        and not evaluation.client_words.strip(),
    }
    return [gap for gap, is_there in found.items() if is_there]


def goals_to_evaluate(goals: Iterable[Goal]) -> list[Goal]:
    """Return the goals that count: not those noted by mistake or served by others."""
    meant = [goal for goal in goals if goal.ending is not GoalEnding.ENTERED_IN_ERROR]
    served = {goal.guiding_id for goal in meant}
    return [goal for goal in meant if goal.id not in served]


def ended_as(goal: Goal) -> Attainment | None:
    """Return how a goal came to its end before the evaluation, if it did."""
    if goal.ending is None:
        return None
    if goal.is_given_up:
        return Attainment.GIVEN_UP
    if goal.is_reached:
        return Attainment.REACHED
    known = {value: key for key, value in ACHIEVEMENTS.items()}
    return None if goal.achievement is None else known.get(goal.achievement)

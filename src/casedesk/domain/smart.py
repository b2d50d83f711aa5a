"""What a goal does not show yet of specific, measurable, accepted, realistic, timed.

These are hints for a talk with the client. None of them keeps anybody from anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.goal import EXPECTED_LEVEL, GoalKind, GoalOwner

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure

FEW_WORDS = 3  # fewer say a direction, such as "go walking"


class SmartAspect(StrEnum):
    """What a well-set goal shows."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    ACCEPTED = "accepted"
    REALISTIC = "realistic"
    TIMED = "timed"


class SmartReason(StrEnum):
    """Why something is not visible yet."""

    NO_WORDING = "no_wording"
    FEW_WORDS = "few_words"
    NO_INDICATOR = "no_indicator"
    IMPOSED = "imposed"
    NOT_OWN_WORDS = "not_own_words"
    NOT_IMPORTANT = "not_important"
    NO_STARTING_POINT = "no_starting_point"
    ALREADY_THERE = "already_there"
    NO_MEASURE = "no_measure"
    NO_TARGET_DAY = "no_target_day"
    DAY_PASSED = "day_passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SmartHint:
    """One thing that a goal does not show yet, and why."""

    aspect: SmartAspect
    reason: SmartReason


def smart_hints(
    goal: Goal, measures: Iterable[Measure], day: date
) -> tuple[SmartHint, ...]:
    """Return what a goal of action does not show yet, one reason for each aspect.

    A guiding goal gives a direction, and what has ended is not set any more.
    """
    if goal.kind is GoalKind.GUIDING or not goal.is_pursued:
        return ()
    reasons = {
        SmartAspect.SPECIFIC: _not_specific(goal),
        SmartAspect.MEASURABLE: _not_measurable(goal),
        SmartAspect.ACCEPTED: _not_accepted(goal),
        SmartAspect.REALISTIC: _not_realistic(goal, measures),
        SmartAspect.TIMED: _not_timed(goal, day),
    }
    return tuple(
        SmartHint(aspect=aspect, reason=first)
        for aspect, found in reasons.items()
        if (first := next(found, None)) is not None
    )


def _not_specific(goal: Goal) -> Iterator[SmartReason]:
    longest = max((goal.wording, goal.professional_wording), key=len)
    if not longest.strip():
        yield SmartReason.NO_WORDING
    elif len(longest.split()) < FEW_WORDS:
        yield SmartReason.FEW_WORDS


def _not_measurable(goal: Goal) -> Iterator[SmartReason]:
    if not goal.indicator.strip() and not goal.expected.strip():
        yield SmartReason.NO_INDICATOR


def _not_accepted(goal: Goal) -> Iterator[SmartReason]:
    if goal.owner is GoalOwner.PAYER and goal.accepted_on is None:
        yield SmartReason.IMPOSED
    if not goal.wording.strip():
        yield SmartReason.NOT_OWN_WORDS
    if goal.importance == 0:
        yield SmartReason.NOT_IMPORTANT


def _not_realistic(goal: Goal, measures: Iterable[Measure]) -> Iterator[SmartReason]:
    if not goal.baseline.strip() and goal.baseline_level is None:
        yield SmartReason.NO_STARTING_POINT
    if goal.baseline_level is not None and goal.baseline_level >= EXPECTED_LEVEL:
        yield SmartReason.ALREADY_THERE
    if not any(measure.serves(goal.id) for measure in measures):
        yield SmartReason.NO_MEASURE


def _not_timed(goal: Goal, day: date) -> Iterator[SmartReason]:
    if goal.target_on is None:
        yield SmartReason.NO_TARGET_DAY
    elif goal.target_on < day:
        yield SmartReason.DAY_PASSED

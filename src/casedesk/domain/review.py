"""Reviews: how goals and measures stand on a day, and what follows for the plan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.goal import LEVELS
from casedesk.domain.problems import RuleBroken
from casedesk.domain.review_rhythm import following

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.domain.case import Case, CaseId
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.domain.measure import Measure, MeasureId
    from casedesk.domain.plan import Plan

ReviewId = NewType("ReviewId", str)
GoalRatingId = NewType("GoalRatingId", str)
MeasureCheckId = NewType("MeasureCheckId", str)

SCALE = range(11)


class Fit(StrEnum):
    """Whether something still meets the need."""

    FITS = "fits"
    PARTLY = "partly"
    NO = "no"


class Standing(StrEnum):
    """How a measure runs."""

    AS_AGREED = "as_agreed"
    DEVIATES = "deviates"
    NOT_STARTED = "not_started"
    ENDED = "ended"


class ReviewOutcome(StrEnum):
    """What follows from a review."""

    UNCHANGED = "unchanged"
    NEW_PLAN = "new_plan"
    REASSESSMENT = "reassessment"


class ReviewGap(StrEnum):
    """What a review leaves open."""

    NO_OUTCOME = "no_outcome"
    DEVIATION_UNEXPLAINED = "deviation_unexplained"
    GOAL_UNRATED = "goal_unrated"
    MEASURE_UNCHECKED = "measure_unchecked"
    CLIENT_UNASKED = "client_unasked"


HOLDS_BACK = (ReviewGap.NO_OUTCOME, ReviewGap.DEVIATION_UNEXPLAINED)
"""Gaps with which a review is not confirmed; the others are only said."""


class ReviewStays(RuleBroken):
    """A confirmed review never changes."""


class ReviewHasGaps(RuleBroken):
    """A review cannot be confirmed while it lacks its outcome or a reason."""


class NotConfirmedYet(RuleBroken):
    """Only what is confirmed, and so stays, goes onto paper."""


class NextReviewBeforeThis(RuleBroken):
    """The next review would not lie after this one."""


class RatingOffTheScale(RuleBroken):
    """A rating of a review lies outside its scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One look at all open goals and measures; confirmed, it stays as it is."""

    id: ReviewId
    case_id: CaseId
    cycle: int = 1
    held_on: date
    participants: str = ""
    client_satisfaction: int | None = None
    client_words: str = ""
    provider_satisfaction: int | None = None
    provider_words: str = ""
    new_risks: str = ""
    incidents: str = ""
    need_fit: Fit | None = None
    need_words: str = ""
    outcome: ReviewOutcome | None = None
    outcome_reason: str = ""
    next_on: date | None = None
    """The day of the next review, where it is not the one of the rhythm."""
    confirmed_on: date | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether it was confirmed and never changes again."""
        return self.confirmed_on is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRating:
    """How far a goal is in one review; its words are frozen by the confirmation."""

    id: GoalRatingId
    case_id: CaseId
    review_id: ReviewId
    goal_id: GoalId | None
    position: int = 0
    level: int | None = None
    progress: int | None = None
    words: str = ""
    goal_words: str = ""
    level_words: str = ""

    @property
    def is_rated(self) -> bool:
        """Whether anything was said about the goal."""
        rated = self.level is not None or self.progress is not None
        return rated or bool(self.words.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureCheck:
    """How a measure runs in one review, and what is done where it deviates."""

    id: MeasureCheckId
    case_id: CaseId
    review_id: ReviewId
    measure_id: MeasureId | None
    position: int = 0
    standing: Standing | None = None
    fit: Fit | None = None
    satisfaction: int | None = None
    reason: str = ""
    reaction: str = ""
    measure_words: str = ""

    @property
    def deviates(self) -> bool:
        """Whether it does not run as agreed, or does not meet the need."""
        off = self.standing in (Standing.DEVIATES, Standing.NOT_STARTED)
        return off or self.fit in (Fit.PARTLY, Fit.NO)


def check_review(review: Review) -> None:
    """Raise the `RuleBroken` that forbids a review like this."""
    _check_scale(review.client_satisfaction, review.provider_satisfaction)
    if review.next_on is not None and review.next_on <= review.held_on:
        raise NextReviewBeforeThis


def check_rating(rating: GoalRating) -> None:
    """Raise `RatingOffTheScale` if a level or a progress is none that exists."""
    _check_scale(rating.progress)
    if rating.level is not None and rating.level not in LEVELS:
        raise RatingOffTheScale


def check_measure_check(check: MeasureCheck) -> None:
    """Raise `RatingOffTheScale` if the satisfaction is none that exists."""
    _check_scale(check.satisfaction)


def _check_scale(*values: int | None) -> None:
    if any(each is not None and each not in SCALE for each in values):
        raise RatingOffTheScale


def gaps(
    review: Review, ratings: Iterable[GoalRating], checks: Sequence[MeasureCheck]
) -> list[ReviewGap]:
    """Return what a review leaves open, the gravest first."""
    found = {
        ReviewGap.NO_OUTCOME: review.outcome is None,
        ReviewGap.DEVIATION_UNEXPLAINED: any(
            each.deviates and not each.reason.strip() for each in checks
        ),
        ReviewGap.GOAL_UNRATED: any(not each.is_rated for each in ratings),
        ReviewGap.MEASURE_UNCHECKED: any(each.standing is None for each in checks),
        ReviewGap.CLIENT_UNASKED: review.client_satisfaction is None
        and not review.client_words.strip(),
    }
    return [gap for gap, is_there in found.items() if is_there]


def goals_to_review(goals: Iterable[Goal]) -> list[Goal]:
    """Return the goals that a review goes through: those still pursued.

    A guiding goal is looked at through the goals that serve it.
    """
    pursued = [goal for goal in goals if goal.is_pursued]
    served = {goal.guiding_id for goal in pursued}
    return [goal for goal in pursued if goal.id not in served]


def measures_to_review(measures: Iterable[Measure]) -> list[Measure]:
    """Return the measures that a review goes through: planned or running ones."""
    return [each for each in measures if each.is_under_way]


def review_due_on(case: Case, plan: Plan | None, last: Review | None) -> date | None:
    """Return when the next review of a case is due, if there is something to review.

    `plan` is the newest agreed version, or the first draft; `last` the newest confirmed
    review. What came later decides: the review, or the agreement on a new version. A
    day that was named goes before the one of the rhythm.
    """
    agreed_on = None if plan is None else plan.agreed_on
    if last is not None and (agreed_on is None or agreed_on <= last.held_on):
        return last.next_on or following(last.held_on, case.review_rhythm)
    if plan is None or plan.next_review_on is not None or agreed_on is None:
        return None if plan is None else plan.next_review_on
    return following(agreed_on, case.review_rhythm)

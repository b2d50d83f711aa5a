"""Reviews: begun with all open goals and measures, confirmed, and when the next is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.goal import LEVEL_TEXTS, in_order
from casedesk.domain.review import (
    HOLDS_BACK,
    GoalRating,
    GoalRatingId,
    MeasureCheck,
    MeasureCheckId,
    Review,
    ReviewGap,
    ReviewHasGaps,
    ReviewId,
    ReviewOutcome,
    ReviewStays,
    gaps,
    goals_to_review,
    measures_to_review,
    review_due_on,
)
from casedesk.services.cases import next_cycle

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.goal import Goal
    from casedesk.domain.measure import Measure
    from casedesk.domain.plan import Plan
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSheet:
    """A review with its ratings and checks, as it is gone through."""

    review: Review
    ratings: tuple[GoalRating, ...]
    checks: tuple[MeasureCheck, ...]

    @property
    def gaps(self) -> list[ReviewGap]:
        """What it leaves open, the gravest first."""
        return gaps(self.review, self.ratings, self.checks)


class ReviewService:
    """Holds reviews. What was confirmed is never changed."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def due_on(self, case_id: CaseId) -> date | None:
        """Return when the next review of a case is due, if there is one to hold."""
        with self._database.read() as tables:
            case = tables.cases.get(case_id)
            plan = _plan_that_counts(tables.plans.of(case_id=case_id))
            confirmed = _confirmed(tables, case_id)
            return review_due_on(case, plan, confirmed[-1] if confirmed else None)

    def open_of(self, case_id: CaseId) -> ReviewSheet | None:
        """Return the review that is being held, if there is one."""
        with self._database.read() as tables:
            reviews = tables.reviews.of(case_id=case_id)
            begun = [each for each in reviews if not each.is_confirmed]
            return _sheet(tables, begun[-1]) if begun else None

    def confirmed_of(self, case_id: CaseId) -> list[ReviewSheet]:
        """Return the confirmed reviews of a case, newest first."""
        with self._database.read() as tables:
            confirmed = _confirmed(tables, case_id)
            return [_sheet(tables, each) for each in reversed(confirmed)]

    def begin(self, case_id: CaseId) -> Review:
        """Begin a review today, or return the one that is being held already."""
        already = self.open_of(case_id)
        if already is not None:
            return already.review
        review_id = ReviewId(self._clock.new_id())
        with self._database.write("review.begin", review_id) as tables:
            review = Review(
                id=review_id,
                case_id=case_id,
                cycle=tables.cases.get(case_id).cycle,
                held_on=self._clock.today(),
            )
            tables.reviews.add(review)
            self._add_what_is_missing(tables, review)
        self._announcer.announce("review")
        return review

    def left_out(self, review: Review) -> int:
        """Return how many goals and measures were added since a review was begun."""
        with self._database.read() as tables:
            goals, measures = _missing(tables, review)
        return len(goals) + len(measures)

    def take_in(self, review_id: ReviewId) -> Review:
        """Take goals and measures into an open review that were added since."""
        with self._database.write("review.take_in", review_id) as tables:
            review = tables.reviews.get(review_id)
            if review.is_confirmed:
                raise ReviewStays
            self._add_what_is_missing(tables, review)
        self._announcer.announce("review")
        return review

    def confirm(self, review_id: ReviewId) -> Review:
        """Freeze a review with the words of its goals and measures.

        Goals and measures note how they stand. A re-assessment begins a new cycle.
        Raises `ReviewHasGaps` while it lacks an outcome or a reason.
        """
        with self._database.write("review.confirm", review_id) as tables:
            review = tables.reviews.get(review_id)
            sheet = _sheet(tables, review)
            if review.is_confirmed:
                raise ReviewStays
            if any(gap in HOLDS_BACK for gap in sheet.gaps):
                raise ReviewHasGaps
            for rating in sheet.ratings:
                _freeze_rating(tables, review, rating)
            for check in sheet.checks:
                _freeze_check(tables, review, check)
            review = replace(review, confirmed_on=self._clock.today())
            tables.reviews.update(review)
            if review.outcome is ReviewOutcome.REASSESSMENT:
                next_cycle(tables, self._clock, review.case_id)
        self._announcer.announce("review")
        self._announcer.announce("phase")
        return review

    def _add_what_is_missing(self, tables: Tables, review: Review) -> None:
        goals, measures = _missing(tables, review)
        for position, goal in goals:
            rating = GoalRating(
                id=GoalRatingId(self._clock.new_id()),
                case_id=review.case_id,
                review_id=review.id,
                goal_id=goal.id,
                position=position,
            )
            tables.goal_ratings.add(rating)
        for position, measure in measures:
            check = MeasureCheck(
                id=MeasureCheckId(self._clock.new_id()),
                case_id=review.case_id,
                review_id=review.id,
                measure_id=measure.id,
                position=position,
            )
            tables.measure_checks.add(check)


def _plan_that_counts(plans: list[Plan]) -> Plan | None:
    """Return the newest agreed version, or the newest draft while none was agreed."""
    agreed = [plan for plan in plans if plan.agreed_on is not None]
    return next(reversed(agreed or plans), None)


def _confirmed(tables: Tables, case_id: CaseId) -> list[Review]:
    return [each for each in tables.reviews.of(case_id=case_id) if each.is_confirmed]


def _sheet(tables: Tables, review: Review) -> ReviewSheet:
    """Return a review; what was removed while it is being held, is left out."""
    ratings = tables.goal_ratings.of(review_id=review.id)
    checks = tables.measure_checks.of(review_id=review.id)
    if not review.is_confirmed:
        ratings = [each for each in ratings if each.goal_id is not None]
        checks = [each for each in checks if each.measure_id is not None]
    return ReviewSheet(review=review, ratings=tuple(ratings), checks=tuple(checks))


def _missing(
    tables: Tables, review: Review
) -> tuple[list[tuple[int, Goal]], list[tuple[int, Measure]]]:
    """Return what a review should look at and does not yet, each with its place."""
    sheet = _sheet(tables, review)
    rated = {each.goal_id for each in sheet.ratings}
    checked = {each.measure_id for each in sheet.checks}
    goals = goals_to_review(in_order(tables.goals.of(case_id=review.case_id)))
    measures = measures_to_review(tables.measures.of(case_id=review.case_id))
    return (
        [each for each in enumerate(goals, 1) if each[1].id not in rated],
        [each for each in enumerate(measures, 1) if each[1].id not in checked],
    )


def _freeze_rating(tables: Tables, review: Review, rating: GoalRating) -> None:
    assert rating.goal_id is not None  # noqa: S101 - such are left out before
    goal = tables.goals.get(rating.goal_id)
    level_words = "" if rating.level is None else LEVEL_TEXTS[rating.level]
    tables.goal_ratings.update(
        replace(
            rating,
            goal_words=goal.wording or goal.professional_wording,
            level_words=str(getattr(goal, level_words)) if level_words else "",
        )
    )
    if goal.rated_on is not None and goal.rated_on > review.held_on:
        return  # it was rated anew since
    if rating.is_rated:
        tables.goals.update(
            replace(
                goal,
                level=goal.level if rating.level is None else rating.level,
                progress=goal.progress if rating.progress is None else rating.progress,
                rated_on=review.held_on,
            )
        )


def _freeze_check(tables: Tables, review: Review, check: MeasureCheck) -> None:
    assert check.measure_id is not None  # noqa: S101 - such are left out before
    measure = tables.measures.get(check.measure_id)
    tables.measure_checks.update(replace(check, measure_words=measure.what))
    is_newest = measure.checked_on is None or measure.checked_on <= review.held_on
    if check.standing is not None and is_newest:
        tables.measures.update(replace(measure, checked_on=review.held_on))

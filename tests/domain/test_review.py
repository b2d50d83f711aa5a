from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casedesk.domain.case import Case, CaseId
from casedesk.domain.client import ClientId
from casedesk.domain.goal import Goal, GoalEnding, GoalId, GoalKind
from casedesk.domain.measure import Measure, MeasureId, MeasureState
from casedesk.domain.plan import Plan, PlanId
from casedesk.domain.review import (
    Fit,
    GoalRating,
    GoalRatingId,
    MeasureCheck,
    MeasureCheckId,
    NextReviewBeforeThis,
    RatingOffTheScale,
    Review,
    ReviewGap,
    ReviewId,
    ReviewOutcome,
    Standing,
    check_measure_check,
    check_rating,
    check_review,
    gaps,
    goals_to_review,
    measures_to_review,
    review_due_on,
)
from casedesk.domain.review_rhythm import ReviewRhythm, following

DAY = date(2026, 3, 14)
CASE = Case(id=CaseId("k"), client_id=ClientId("c"), number="2026-0001", opened_on=DAY)
GOAL = Goal(id=GoalId("g"), case_id=CASE.id)
MEASURE = Measure(id=MeasureId("m"), case_id=CASE.id, goal_id=GOAL.id)
PLAN = Plan(id=PlanId("p"), case_id=CASE.id)
REVIEW = Review(id=ReviewId("r"), case_id=CASE.id, held_on=DAY)
RATING = GoalRating(
    id=GoalRatingId("gr"), case_id=CASE.id, review_id=REVIEW.id, goal_id=GOAL.id
)
CHECK = MeasureCheck(
    id=MeasureCheckId("mc"), case_id=CASE.id, review_id=REVIEW.id, measure_id=MEASURE.id
)
GOOD = (
    replace(REVIEW, outcome=ReviewOutcome.UNCHANGED, client_satisfaction=0),
    replace(RATING, level=0),
    replace(CHECK, standing=Standing.AS_AGREED, fit=Fit.FITS),
)


@pytest.mark.parametrize(
    ("day", "rhythm", "expected"),
    [
        (DAY, ReviewRhythm.TWO_WEEKS, date(2026, 3, 28)),
        (DAY, ReviewRhythm.ONE_MONTH, date(2026, 4, 14)),
        (date(2026, 1, 31), ReviewRhythm.ONE_MONTH, date(2026, 2, 28)),
        (date(2026, 12, 31), ReviewRhythm.TWO_MONTHS, date(2027, 2, 28)),
        (DAY, ReviewRhythm.TWELVE_MONTHS, date(2027, 3, 14)),
    ],
)
def test_the_next_day_follows_from_the_rhythm(
    day: date, rhythm: ReviewRhythm, expected: date
) -> None:
    assert following(day, rhythm) == expected


@pytest.mark.parametrize(
    ("plan", "last", "expected"),
    [
        pytest.param(None, None, None, id="nothing to review yet"),
        pytest.param(PLAN, None, None, id="a plan nobody agreed to"),
        pytest.param(
            replace(PLAN, next_review_on=DAY), None, DAY, id="a day named in a draft"
        ),
        pytest.param(
            replace(PLAN, agreed_on=DAY), None, date(2026, 6, 14), id="by the rhythm"
        ),
        pytest.param(
            replace(PLAN, agreed_on=DAY, next_review_on=date(2026, 4, 1)),
            None,
            date(2026, 4, 1),
            id="the day named in the plan",
        ),
        pytest.param(
            replace(PLAN, agreed_on=DAY, next_review_on=date(2026, 4, 1)),
            replace(REVIEW, held_on=date(2026, 4, 2)),
            date(2026, 7, 2),
            id="three months after the review",
        ),
        pytest.param(
            replace(PLAN, agreed_on=DAY),
            replace(REVIEW, next_on=date(2026, 5, 5)),
            date(2026, 5, 5),
            id="the day named in the review",
        ),
        pytest.param(
            replace(PLAN, agreed_on=DAY + timedelta(days=1)),
            replace(REVIEW, next_on=date(2026, 5, 5)),
            date(2026, 6, 15),
            id="a version agreed after the review begins anew",
        ),
    ],
)
def test_when_a_case_is_to_be_reviewed(
    plan: Plan | None, last: Review | None, expected: date | None
) -> None:
    assert review_due_on(CASE, plan, last) == expected


def test_a_review_goes_through_what_is_pursued() -> None:
    guiding = replace(GOAL, id=GoalId("guiding"), kind=GoalKind.GUIDING)
    beneath = replace(GOAL, guiding_id=guiding.id)
    ended = replace(GOAL, id=GoalId("old"), ending=GoalEnding.CANCELLED)
    dropped = replace(MEASURE, state=MeasureState.DROPPED)

    assert goals_to_review([guiding, beneath, ended]) == [beneath]
    assert goals_to_review([guiding]) == [guiding]
    assert measures_to_review([MEASURE, dropped]) == [MEASURE]


@pytest.mark.parametrize(
    ("review", "rating", "check", "expected"),
    [
        (*GOOD, []),
        (replace(GOOD[0], outcome=None), *GOOD[1:], [ReviewGap.NO_OUTCOME]),
        (
            replace(GOOD[0], client_satisfaction=None),
            *GOOD[1:],
            [ReviewGap.CLIENT_UNASKED],
        ),
        (GOOD[0], RATING, GOOD[2], [ReviewGap.GOAL_UNRATED]),
        (*GOOD[:2], CHECK, [ReviewGap.MEASURE_UNCHECKED]),
        (
            *GOOD[:2],
            replace(CHECK, standing=Standing.DEVIATES),
            [ReviewGap.DEVIATION_UNEXPLAINED],
        ),
        (
            *GOOD[:2],
            replace(CHECK, standing=Standing.AS_AGREED, fit=Fit.NO, reason="Zu oft"),
            [],
        ),
    ],
)
def test_what_a_review_leaves_open(
    review: Review, rating: GoalRating, check: MeasureCheck, expected: list[ReviewGap]
) -> None:
    assert gaps(review, [rating], [check]) == expected


def test_the_next_review_lies_after_this_one() -> None:
    check_review(replace(REVIEW, next_on=DAY + timedelta(days=1)))
    with pytest.raises(NextReviewBeforeThis):
        check_review(replace(REVIEW, next_on=DAY))


def test_values_lie_on_their_scales() -> None:
    check_rating(replace(RATING, level=-2, progress=10))
    for rating in (replace(RATING, level=3), replace(RATING, progress=11)):
        with pytest.raises(RatingOffTheScale):
            check_rating(rating)
    with pytest.raises(RatingOffTheScale):
        check_review(replace(REVIEW, provider_satisfaction=-1))
    with pytest.raises(RatingOffTheScale):
        check_measure_check(replace(CHECK, satisfaction=11))

"""What the paper of a review is made of, and what of it a reader may know."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.content import PlanPart, kinds_in_goal, kinds_in_part
from casedesk.domain.data_category import DataCategory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.goal import Goal, GoalId
    from casedesk.domain.measure import Measure, MeasureId
    from casedesk.domain.review import GoalRating, MeasureCheck, Review, ReviewId
    from casedesk.services.paper_words.excerpt import Excerpt
    from casedesk.store.tables import Tables

    Kinds = tuple[DataCategory, ...]

# The free texts of a review, and the part of the plan whose rules they follow.
_TEXTS = {
    "participants": PlanPart.PARTICIPANTS,
    "client_words": PlanPart.SITUATION,
    "provider_words": PlanPart.PARTICIPANTS,
    "new_risks": PlanPart.CRISIS,
    "incidents": PlanPart.SITUATION,
    "need_words": PlanPart.SITUATION,
    "outcome_reason": PlanPart.SITUATION,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRecords:
    """A confirmed review with the goals and measures that it is about."""

    review: Review
    ratings: tuple[GoalRating, ...]
    checks: tuple[MeasureCheck, ...]
    goals: Mapping[GoalId, Goal]
    measures: Mapping[MeasureId, Measure]

    def kinds_of_rating(self, rating: GoalRating) -> Kinds:
        """Return what a rating tells; of a goal that is gone, it may be anything."""
        goal = self.goals.get(rating.goal_id) if rating.goal_id else None
        return kinds_in_goal(*(goal.domains if goal else ()))

    def kinds_of_check(self, check: MeasureCheck) -> Kinds:
        """Return what a check tells: that of all goals that its measure serves."""
        measure = self.measures.get(check.measure_id) if check.measure_id else None
        served = (self.goals.get(key) for key in (measure.goal_ids if measure else ()))
        domains = [key for goal in served if goal is not None for key in goal.domains]
        return kinds_in_goal(*domains)


def read_review(tables: Tables, review_id: ReviewId) -> ReviewRecords:
    """Read a review with all that belongs to it."""
    review = tables.reviews.get(review_id)
    return ReviewRecords(
        review=review,
        ratings=tuple(tables.goal_ratings.of(review_id=review_id)),
        checks=tuple(tables.measure_checks.of(review_id=review_id)),
        goals={each.id: each for each in tables.goals.of(case_id=review.case_id)},
        measures={e.id: e for e in tables.measures.of(case_id=review.case_id)},
    )


def kinds_in_review(records: ReviewRecords) -> tuple[CategoryId, ...]:
    """Return which kinds of information stand in a review."""
    return in_order(_told(records))


def in_order(groups: Iterable[Kinds]) -> tuple[CategoryId, ...]:
    """Return the kinds of all groups in their order; who it is about is always told."""
    told = {DataCategory.IDENTITY, *(kind for kinds in groups for kind in kinds)}
    return tuple(kind for kind in DataCategory if kind in told)


def _told(records: ReviewRecords) -> Iterator[Kinds]:
    for name, part in _TEXTS.items():
        if getattr(records.review, name).strip():
            yield kinds_in_part(part)
    yield from map(records.kinds_of_rating, records.ratings)
    yield from map(records.kinds_of_check, records.checks)


def cut_review(records: ReviewRecords, excerpt: Excerpt) -> ReviewRecords:
    """Leave out what a reader may not know; who gets neutral words gets no others."""
    hidden = {n: "" for n, part in _TEXTS.items() if not excerpt.shows_part(part)}
    ratings = [
        each for each in records.ratings if excerpt.shows(records.kinds_of_rating(each))
    ]
    checks = [
        each for each in records.checks if excerpt.shows(records.kinds_of_check(each))
    ]
    if excerpt.is_neutral:
        ratings = [_neutral_rating(each, records) for each in ratings]
        checks = [replace(each, reason="", reaction="") for each in checks]
    return replace(
        records,
        review=replace(records.review, **hidden),  # type: ignore[arg-type]  # texts
        ratings=tuple(ratings),
        checks=tuple(checks),
    )


def _neutral_rating(rating: GoalRating, records: ReviewRecords) -> GoalRating:
    """Say a goal as professionals word it, without what was told about it."""
    goal = records.goals.get(rating.goal_id) if rating.goal_id else None
    named = goal.professional_wording if goal else ""
    return replace(rating, goal_words=named, words="", level_words="")

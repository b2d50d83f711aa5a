"""What stays as reviews, evaluations and closings said it, looked at in the deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.closure import ClosureStays
from casedesk.domain.evaluation import EvaluationStays
from casedesk.domain.review import ReviewStays

if TYPE_CHECKING:
    from casedesk.domain.closure import Closure
    from casedesk.domain.evaluation import Evaluation, GoalResult
    from casedesk.domain.review import GoalRating, MeasureCheck, Review
    from casedesk.store.tables import Tables


def guard_review(_: Tables, before: Review | None, after: Review | None) -> None:
    """Raise `ReviewStays` if a confirmed review would change or go.

    It is confirmed by a deed of its own, which also freezes the words of the goals.
    """
    if any(each is not None and each.is_confirmed for each in (before, after)):
        raise ReviewStays


def guard_part_of_review(
    tables: Tables,
    before: GoalRating | MeasureCheck | None,
    after: GoalRating | MeasureCheck | None,
) -> None:
    """Raise `ReviewStays` if a rating or check of a confirmed review would change."""
    either = before or after
    if either is not None:
        guard_review(tables, tables.reviews.find(either.review_id), None)


def guard_evaluation(
    _: Tables, before: Evaluation | None, after: Evaluation | None
) -> None:
    """Raise `EvaluationStays` if a confirmed evaluation would change or go."""
    if any(each is not None and each.is_confirmed for each in (before, after)):
        raise EvaluationStays


def guard_goal_result(
    tables: Tables, before: GoalResult | None, after: GoalResult | None
) -> None:
    """Raise `EvaluationStays` if a result of a confirmed evaluation would change."""
    either = before or after
    if either is not None:
        guard_evaluation(tables, tables.evaluations.find(either.evaluation_id), None)


def guard_closure(_: Tables, before: Closure | None, after: Closure | None) -> None:
    """Raise `ClosureStays` if what was noted at the closing would change or go."""
    if any(each is not None and each.is_done for each in (before, after)):
        raise ClosureStays

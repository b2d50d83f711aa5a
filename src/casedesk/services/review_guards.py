"""What stays as reviews, evaluations and closings said it, looked at in the deed."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from casedesk.domain.closure import CaseClosed, ClosingPointsOpen, ClosureStays
from casedesk.domain.evaluation import EvaluationStays
from casedesk.domain.review import ReviewStays

if TYPE_CHECKING:
    from casedesk.domain.case import Case
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
    """Raise `ReviewStays` if a rating or check of a confirmed review would change.

    Its link comes back with the goal or measure that was removed.
    """
    either = before or after
    if either is not None and not _gets_link_back(before, after):
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
    """Raise `EvaluationStays` if a result of a confirmed evaluation would change.

    Its link comes back with the goal that was removed.
    """
    either = before or after
    if either is not None and not _gets_link_back(before, after):
        guard_evaluation(tables, tables.evaluations.find(either.evaluation_id), None)


def guard_case(_: Tables, before: Case | None, after: Case | None) -> None:
    """Raise `CaseClosed` or `ClosingPointsOpen` if a case would be opened or closed.

    Both are deeds of their own, which look at what is missing.
    """
    if before is not None and after is not None:
        if before.closed_on is not None and after != before:
            raise CaseClosed
        if after.closed_on is not None and before.closed_on is None:
            raise ClosingPointsOpen


def guard_closure(_: Tables, before: Closure | None, after: Closure | None) -> None:
    """Raise `ClosureStays` if what was noted at the closing would change or go."""
    if any(each is not None and each.is_done for each in (before, after)):
        raise ClosureStays


# Any: a part of a review or an evaluation.
def _gets_link_back(before: Any, after: Any) -> bool:
    """Whether nothing differs but a link that was empty."""
    if before is None or after is None:
        return False
    links = ("goal_id", "measure_id")
    return all(
        getattr(before, field.name) == getattr(after, field.name)
        or (field.name in links and getattr(before, field.name) is None)
        for field in fields(before)
    )

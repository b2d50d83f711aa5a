"""The cases behind a figure of the statistics, found as the figure was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.statistics import By, Measure, Step
from casedesk.store.statistic_parts import (
    CHOSEN,
    DURATION,
    IN_PERIOD,
    LOOKED,
    PAYER,
    REASON,
    spent,
    spent_as,
    waited,
)

if TYPE_CHECKING:
    from casedesk.domain.statistics import Key

_OPEN_BEFORE = "opened_on < :since AND coalesce(closed_on >= :since, 1)"
_CONDITIONS = {
    Measure.OPEN_BEFORE: _OPEN_BEFORE,
    Measure.NEW: f"opened_on {IN_PERIOD}",
    # As it is added up: also one that was closed before its own beginning.
    Measure.AT_WORK: f"({_OPEN_BEFORE} OR opened_on {IN_PERIOD})",
    Measure.CLOSED: f"closed_on {IN_PERIOD}",
    Measure.DURATION: f"closed_on {IN_PERIOD}",
    Measure.WAITING: f"opened_on {IN_PERIOD}",
}
# The end of the month or year, but no later than that of the period.
_ENDS = {
    By.MONTH: "min(date(:value || '-01', '+1 month', '-1 day'), :until)",
    By.YEAR: "min(:value || '-12-31', :until)",
}
_LETTERS = {By.MONTH: 7, By.YEAR: 4}
_SPLITS = {
    By.AREA: "area = :value",
    By.PAYER: f"{PAYER} = :value",
    By.WEIGHT: "weight = :value + 0",
    By.REASON: f"{REASON} = :value",
}
_SPENT = {
    By.CATEGORY: spent_as(":value"),
    By.BILLABLE: spent("is_billable = :value + 0"),
    By.YEAR: spent(condition="substr(happened_on, 1, 4) = :value"),
}
_RESULTS = f"""(SELECT sum({{what}}) FROM goal_result JOIN evaluation
    ON evaluation.id = evaluation_id
    WHERE evaluation.case_id = case_record.id AND {LOOKED})"""  # noqa: S608 - constants
_OF_GOALS = {
    Measure.GOALS: "1",
    Measure.T_SCORE: "level IS NOT NULL",
    Measure.UNSCORED: "level IS NULL",
    Measure.T_CHANGE: "level + baseline_level IS NOT NULL",
}


def trace_of(key: Key) -> str:
    """Return the statement that finds the cases behind a figure, by client."""
    figure, condition = _pieces(key)
    return f"""
        SELECT case_record.id, case_record.number, case_record.title, opened_on,
               closed_on, family_name, given_name, {figure} AS figure
          FROM search_entry
          JOIN case_record ON case_record.client_id = search_entry.record_id
          JOIN client ON client.id = case_record.client_id
         WHERE search_entry.table_name = 'client' AND {CHOSEN} AND {condition}
         ORDER BY sort_key, case_record.id LIMIT :limit + 0
    """  # noqa: S608 - all parts are constants of these modules


def _pieces(key: Key) -> tuple[str, str]:
    """Return what is shown of a case, and which cases are meant."""
    if key.measure is Measure.MINUTES:
        figure = _SPENT.get(key.by, spent())
        return figure, f"{figure} > 0 AND {_SPLITS.get(key.by, '1')}"
    if key.measure in _OF_GOALS:
        return _of_goals(key)
    if key.measure is Measure.WAITING:
        figure = waited(Step(key.value))
        return figure, f"{_CONDITIONS[key.measure]} AND {figure} >= 0"
    if key.measure is Measure.DURATION:
        return DURATION, _CONDITIONS[key.measure]
    figure = "weight" if key.measure is Measure.WEIGHT else "NULL"
    return figure, _condition(key)


def _of_goals(key: Key) -> tuple[str, str]:
    what = _OF_GOALS[key.measure]
    if key.by is By.ATTAINMENT:
        what = "coalesce(attainment, '') = :value"
    figure = _RESULTS.format(what=what)
    return figure, f"{figure} > 0"


def _condition(key: Key) -> str:
    if key.measure in (Measure.OPEN, Measure.WEIGHT):
        until = _ENDS.get(key.by, ":until")
        is_open = f"opened_on <= {until} AND coalesce(closed_on > {until}, 1)"
        return f"{is_open} AND {_SPLITS.get(key.by, '1')}"
    condition = _CONDITIONS[key.measure]
    if key.by in _LETTERS:
        day = "opened_on" if key.measure is Measure.NEW else "closed_on"
        return f"{condition} AND substr({day}, 1, {_LETTERS[key.by]}) = :value"
    return f"{condition} AND {_SPLITS.get(key.by, '1')}"

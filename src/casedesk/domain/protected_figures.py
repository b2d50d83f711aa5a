"""Which figures of the statistics an export shows, and which it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.case import WEIGHTS, Area
from casedesk.domain.closure import ClosingReason
from casedesk.domain.entry import TimeCategory
from casedesk.domain.evaluation import Attainment
from casedesk.domain.statistics import (
    NOT_SAID,
    SPLIT_MEASURES,
    By,
    Cell,
    Key,
    Measure,
    Statistics,
)
from casedesk.domain.suppression import LEAST_CASES, Sum, left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

BILLABLE, NOT_BILLABLE = "1", "0"
_OF_WEIGHT = (By.ALL, By.WEIGHT)
_EARLIER = "earlier"  # of a group, open before; in no table, but it follows from others


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What must not leave the vault of these statistics."""

    out: frozenset[Key] = frozenset()

    def hides(self, key: Key) -> bool:
        """Whether a figure is left out."""
        return key in self.out


NOTHING_HIDDEN = Protection()
"""On the owner's own screen every figure is shown."""


def values_of(statistics: Statistics, by: By) -> tuple[str, ...]:
    """Return the groups of a table, in its order; also those without a case."""
    scope = statistics.scope
    groups: dict[By, tuple[str, ...]] = {
        By.ALL: (NOT_SAID,),
        By.AREA: tuple(Area),
        By.PAYER: statistics.payers,
        By.WEIGHT: tuple(str(weight) for weight in WEIGHTS),
        By.REASON: (*ClosingReason, NOT_SAID),
        By.CATEGORY: (*TimeCategory, NOT_SAID),
        By.BILLABLE: (BILLABLE, NOT_BILLABLE),
        By.ATTAINMENT: (*Attainment, NOT_SAID),
        By.MONTH: tuple(f"{month:%Y-%m}" for month in scope.months()),
        By.YEAR: tuple(str(year) for year in scope.years()),
    }
    return groups[by]


def protection(statistics: Statistics) -> Protection:
    """Return which figures of these statistics are left out of an export."""
    sums = tuple(sums_of(statistics))
    keys = dict.fromkeys(key for each in sums for key in each.left + each.right)
    cells = {key: statistics.cells.get(key, Cell()) for key in keys}
    never = [key for key in keys if key.value.startswith(_EARLIER)]
    for key in never:
        cells[key] = _earlier(statistics, key)
    out = set(left_out(cells, sums, never))
    out.update(_alone(statistics, out))
    return Protection(out=frozenset(out))


def _alone(statistics: Statistics, out: set[Key]) -> Iterator[Key]:
    """Yield the figures that add up with no others, and are left out all the same."""
    for key, spread in statistics.spreads.items():
        if spread.count < LEAST_CASES:
            yield key
    attained = statistics.attained
    for measure, mean in (
        (Measure.T_SCORE, attained.score),
        (Measure.T_CHANGE, attained.change),
    ):
        if mean.count < LEAST_CASES:
            yield Key(measure=measure)
    if attained.unscored.cases < LEAST_CASES or Key(measure=Measure.GOALS) in out:
        yield Key(measure=Measure.UNSCORED)
    # With the number of open cases, the sum of their weights tells how many there are
    # of each weight.
    if any(key.measure is Measure.OPEN and key.by in _OF_WEIGHT for key in out):
        yield Key(measure=Measure.WEIGHT)


def sums_of(statistics: Statistics) -> Iterator[Sum[Key]]:
    """Yield how the figures add up, over all tables of the export."""
    every = {measure: Key(measure=measure) for measure in Measure}
    at_work = every[Measure.AT_WORK]
    yield Sum((every[Measure.OPEN_BEFORE], every[Measure.NEW]), (at_work,))
    yield Sum((every[Measure.CLOSED], every[Measure.OPEN]), (at_work,))
    for by in (By.AREA, By.PAYER):
        for measure in (*SPLIT_MEASURES, Measure.MINUTES):
            yield _all_of(statistics, measure, by)
        for value in values_of(statistics, by):
            yield from _within(by, value)
    yield _all_of(statistics, Measure.OPEN, By.WEIGHT)
    yield _all_of(statistics, Measure.CLOSED, By.REASON)
    yield _all_of(statistics, Measure.MINUTES, By.CATEGORY)
    yield _all_of(statistics, Measure.MINUTES, By.BILLABLE)
    yield _all_of(statistics, Measure.GOALS, By.ATTAINMENT)
    yield _all_of(statistics, Measure.MINUTES, By.YEAR)
    for by in (By.YEAR, By.MONTH) if statistics.shows_months else (By.YEAR,):
        yield _all_of(statistics, Measure.NEW, by)
        yield _all_of(statistics, Measure.CLOSED, by)
        yield from _course(values_of(statistics, by), by)
    if statistics.shows_months:
        yield from _months_of_years(statistics)


def _all_of(statistics: Statistics, measure: Measure, by: By) -> Sum[Key]:
    parts = (
        Key(measure=measure, by=by, value=value) for value in values_of(statistics, by)
    )
    return Sum(tuple(parts), (Key(measure=measure),))


def _within(by: By, value: str) -> Iterator[Sum[Key]]:
    """Yield how the figures of one group hang together."""
    of = {
        measure: Key(measure=measure, by=by, value=value) for measure in SPLIT_MEASURES
    }
    earlier = Key(measure=Measure.OPEN_BEFORE, by=by, value=f"{_EARLIER}:{value}")
    at_work = of[Measure.AT_WORK]
    yield Sum((earlier, of[Measure.NEW]), (at_work,))
    yield Sum((of[Measure.CLOSED], of[Measure.OPEN]), (at_work,))


def _earlier(statistics: Statistics, key: Key) -> Cell:
    _earlier_mark, _colon, value = key.value.partition(":")
    return statistics.cell(Measure.OPEN_BEFORE, key.by, value)


def _course(values: tuple[str, ...], by: By) -> Iterator[Sum[Key]]:
    """Yield how the open cases of one month or year follow from those before."""
    before = Key(measure=Measure.OPEN_BEFORE)
    for value in values:
        new, closed, is_open = (
            Key(measure=measure, by=by, value=value)
            for measure in (Measure.NEW, Measure.CLOSED, Measure.OPEN)
        )
        yield Sum((before, new), (closed, is_open))
        before = is_open
    if values:
        yield Sum((before,), (Key(measure=Measure.OPEN),))


def _months_of_years(statistics: Statistics) -> Iterator[Sum[Key]]:
    months = values_of(statistics, By.MONTH)
    for year in values_of(statistics, By.YEAR):
        within = [month for month in months if month.startswith(year)]
        for measure in (Measure.NEW, Measure.CLOSED):
            parts = (Key(measure=measure, by=By.MONTH, value=month) for month in within)
            yield Sum(tuple(parts), (Key(measure=measure, by=By.YEAR, value=year),))

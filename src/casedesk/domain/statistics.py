"""Own statistics: what is counted, for which cases, and how figures hang together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from casedesk.domain.goal_attainment import T_MEAN, t_of_sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from casedesk.domain.case import Area, CaseId

PRIVATE, NOBODY = "private", "nobody"
"""Payers that are no organisation: a person, and none that was named."""
NOT_SAID = ""
"""The value of a group whose reason, category or attainment was not noted."""
LARGE_MONTHS = 24
"""With more months than this a period is shown by years alone."""
QUARTERS = (Fraction(1, 4), Fraction(1, 2), Fraction(3, 4))


class Measure(StrEnum):
    """What is counted or worked out."""

    OPEN_BEFORE = "open_before"
    NEW = "new"
    AT_WORK = "at_work"
    CLOSED = "closed"
    OPEN = "open"
    WEIGHT = "weight"
    MINUTES = "minutes"
    GOALS = "goals"
    DURATION = "duration"
    WAITING = "waiting"
    T_SCORE = "t_score"
    T_CHANGE = "t_change"
    UNSCORED = "unscored"


class By(StrEnum):
    """By what a figure is split up."""

    ALL = "all"
    AREA = "area"
    PAYER = "payer"
    WEIGHT = "weight"
    REASON = "reason"
    CATEGORY = "category"
    BILLABLE = "billable"
    ATTAINMENT = "attainment"
    MONTH = "month"
    YEAR = "year"
    STEP = "step"


class Step(StrEnum):
    """From which day to which day somebody waited."""

    TO_CONTACT = "to_contact"
    TO_MANDATE = "to_mandate"
    CONTACT_TO_MANDATE = "contact_to_mandate"
    TO_ASSESSMENT = "to_assessment"
    TO_PLAN = "to_plan"


CASE_MEASURES = (
    Measure.OPEN_BEFORE,
    Measure.NEW,
    Measure.AT_WORK,
    Measure.CLOSED,
    Measure.OPEN,
)
SPLIT_MEASURES = (Measure.AT_WORK, Measure.NEW, Measure.CLOSED, Measure.OPEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which days and which cases are looked at; without area or payer, all cases."""

    since: date
    until: date
    area: Area | None = None
    payer: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the cases of all areas and payers are looked at."""
        return self.area is None and not self.payer

    def up_to(self, today: date) -> Scope:
        """Return the same without the days that are still to come."""
        return Scope(
            since=self.since,
            until=min(self.until, today),
            area=self.area,
            payer=self.payer,
        )

    def within(self, year: int) -> Scope:
        """Return the same for what lies in one year."""
        return Scope(
            since=max(self.since, date(year, 1, 1)),
            until=min(self.until, date(year, 12, 31)),
            area=self.area,
            payer=self.payer,
        )

    def months(self) -> list[date]:
        """Return the first day of each month that the period touches."""
        found = []
        month = self.since.replace(day=1)
        while month <= self.until:
            found.append(month)
            month = (month + timedelta(days=31)).replace(day=1)
        return found

    def years(self) -> list[int]:
        """Return the years that the period touches."""
        if self.until < self.since:
            return []
        return list(range(self.since.year, self.until.year + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """By which a figure is known and followed to its cases."""

    measure: Measure
    by: By = By.ALL
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A figure that adds up with others, and how many cases stand behind it."""

    value: int = 0
    cases: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseGroup:
    """The cases that are alike in area, payer and weight, counted."""

    area: str
    payer: str
    weight: int
    open_before: int
    new: int
    closed: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """How many cases were opened and closed in one month, such as "2026-03"."""

    month: str
    new: int
    closed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How often each number of days occurs."""

    counts: tuple[tuple[int, int], ...] = ()

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(count for _days, count in self.counts)

    def quartiles(self) -> tuple[Fraction, Fraction, Fraction] | None:
        """Return lower quartile, median, upper quartile; nothing without any.

        Between two numbers it is taken in proportion, as spreadsheets do.
        """
        if not self.count:
            return None
        lower, median, upper = (self._at(share) for share in QUARTERS)
        return lower, median, upper

    def _at(self, share: Fraction) -> Fraction:
        place = share * (self.count - 1)
        whole = int(place)
        low = self._nth(whole)
        high = self._nth(min(whole + 1, self.count - 1))
        return low + (place - whole) * (high - low)

    def _nth(self, place: int) -> Fraction:
        passed = 0
        for days, count in sorted(self.counts):
            passed += count
            if place < passed:
                return Fraction(days)
        raise IndexError(place)


@dataclass(frozen=True, slots=True)
class ScoreSums:
    """The sums of which T-scores are made, the same in so many evaluations."""

    reached: int
    squares: int
    weights: int
    change: int
    both_squares: int
    both_weights: int
    unscored: int
    """Goals without a level, in all of these evaluations."""
    unscored_cases: int
    """In how many of these evaluations there is such a goal."""
    cases: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mean:
    """A mean, and over how many it was taken; without any there is none."""

    value: float | None = None
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attained:
    """How far goals were reached, as one figure for each case; see `Scores`."""

    evaluations: int = 0
    """How many confirmed evaluations were looked at, one for each case."""
    score: Mean = field(default_factory=Mean)
    change: Mean = field(default_factory=Mean)
    unscored: Cell = field(default_factory=Cell)
    """Goals without a level, which no score takes in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """All figures of a scope. What is not in `cells` is nothing."""

    scope: Scope
    cells: Mapping[Key, Cell]
    spreads: Mapping[Key, Spread]
    attained: Attained
    weight: int = 0
    """The weights of the open cases, added up."""
    payers: tuple[str, ...] = ()
    """The payers that occur, those with the most cases first."""

    def cell(self, measure: Measure, by: By = By.ALL, value: str = "") -> Cell:
        """Return a figure; 0 where nothing was counted."""
        return self.cells.get(Key(measure=measure, by=by, value=value), Cell())

    def spread(self, measure: Measure, by: By = By.ALL, value: str = "") -> Spread:
        """Return how days are spread; empty where nothing was counted."""
        return self.spreads.get(Key(measure=measure, by=by, value=value), Spread())

    @property
    def shows_months(self) -> bool:
        """Whether the period is short enough to be shown by months."""
        return len(self.scope.months()) <= LARGE_MONTHS

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be counted."""
        return not (
            self.cell(Measure.AT_WORK).value or self.cell(Measure.MINUTES).value
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A case behind a figure, and what it adds to it."""

    case_id: CaseId
    client_name: str
    number: str
    title: str
    opened_on: date
    closed_on: date | None
    value: int | None = None


def add_up(cells: dict[Key, Cell], more: Iterable[tuple[Key, Cell]]) -> None:
    """Add parts of figures to what there is of them."""
    for key, cell in more:
        known = cells.get(key, Cell())
        cells[key] = Cell(
            value=known.value + cell.value, cases=known.cases + cell.cases
        )


def case_cells(groups: Iterable[CaseGroup]) -> dict[Key, Cell]:
    """Add up the counted cases: in all, by area, by payer, by weight."""
    cells: dict[Key, Cell] = {}
    for group in groups:
        add_up(cells, _parts(group))
    return cells


def _parts(group: CaseGroup) -> Iterator[tuple[Key, Cell]]:
    counts = {
        Measure.OPEN_BEFORE: group.open_before,
        Measure.NEW: group.new,
        Measure.AT_WORK: group.open_before + group.new,
        Measure.CLOSED: group.closed,
        Measure.OPEN: group.open,
    }
    weight = str(group.weight)
    yield Key(measure=Measure.OPEN, by=By.WEIGHT, value=weight), _cases(group.open)
    for measure, count in counts.items():
        yield Key(measure=measure), _cases(count)
        yield Key(measure=measure, by=By.AREA, value=group.area), _cases(count)
        yield Key(measure=measure, by=By.PAYER, value=group.payer), _cases(count)


def _cases(count: int) -> Cell:
    return Cell(value=count, cases=count)


def weight_of(groups: Iterable[CaseGroup]) -> int:
    """Return the weights of the open cases, added up."""
    return sum(group.weight * group.open for group in groups)


def payers_of(groups: Iterable[CaseGroup]) -> tuple[str, ...]:
    """Return the payers that occur, those with the most cases first."""
    counts: dict[str, int] = {}
    for group in groups:
        at_work = group.open_before + group.new
        counts[group.payer] = counts.get(group.payer, 0) + at_work
    return tuple(sorted(counts, key=lambda payer: (-counts[payer], payer)))


def course_cells(
    scope: Scope, flows: Iterable[Flow], open_before: int
) -> dict[Key, Cell]:
    """Return what was opened, closed and open at the end of each month and year."""
    by_month = {flow.month: flow for flow in flows}
    cells: dict[Key, Cell] = {}
    is_open = open_before
    for month in scope.months():
        name = f"{month:%Y-%m}"
        flow = by_month.get(name, Flow(month=name, new=0, closed=0))
        is_open += flow.new - flow.closed
        for by, value in ((By.MONTH, name), (By.YEAR, f"{month:%Y}")):
            new = Key(measure=Measure.NEW, by=by, value=value)
            closed = Key(measure=Measure.CLOSED, by=by, value=value)
            add_up(cells, [(new, _cases(flow.new)), (closed, _cases(flow.closed))])
            cells[Key(measure=Measure.OPEN, by=by, value=value)] = _cases(is_open)
    return cells


def attained(sums: Iterable[ScoreSums]) -> Attained:
    """Return the mean T-score and the mean change, each evaluation counted once."""
    every = list(sums)
    scores = (
        (t_of_sums(each.reached, each.squares, each.weights), each.cases)
        for each in every
    )
    changes = (
        (t_of_sums(each.change, each.both_squares, each.both_weights), each.cases)
        for each in every
    )
    change = _mean(changes)
    if change.value is not None:
        # The T-score of a difference stands around the mean of all T-scores.
        change = Mean(value=change.value - T_MEAN, count=change.count)
    return Attained(
        evaluations=sum(each.cases for each in every),
        score=_mean(scores),
        change=change,
        unscored=Cell(
            value=sum(each.unscored for each in every),
            cases=sum(each.unscored_cases for each in every),
        ),
    )


def _mean(values: Iterable[tuple[float | None, int]]) -> Mean:
    known = [(value, count) for value, count in values if value is not None]
    total = sum(count for _value, count in known)
    if not total:
        return Mean()
    return Mean(value=sum(value * n for value, n in known) / total, count=total)

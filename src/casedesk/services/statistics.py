"""Own statistics: read piece by piece, followed to their cases, and the capacity."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.capacity import Capacity, check_capacity
from casedesk.domain.entry import TimeCategory
from casedesk.domain.statistics import (
    NOT_SAID,
    By,
    Cell,
    Key,
    Measure,
    Statistics,
    Step,
    add_up,
    attained,
    case_cells,
    course_cells,
    payers_of,
    weight_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from casedesk.domain.capacity import Measured
    from casedesk.domain.statistics import (
        CaseGroup,
        Scope,
        ScoreSums,
        Spread,
        Traced,
    )
    from casedesk.services.clock import Clock
    from casedesk.services.practice import PracticeService
    from casedesk.store.database import Database
    from casedesk.store.statistics import StatisticTable

CAPACITY = "capacity"  # a setting
TRACED = 500
YEAR_DAYS = 365
CASES_IN_A_PART = 2500  # then a piece stays under 50 ms


class Counting:
    """Reads the figures of one scope, one piece after the other.

    A vault belongs to one thread, so the window does some of the pieces between two of
    its events. All of them together are `statistics`.
    """

    def __init__(self, database: Database, scope: Scope) -> None:
        self._database = database
        self.scope = scope
        self._groups: list[CaseGroup] = []
        self._cells: dict[Key, Cell] = {}
        self._spreads: dict[Key, Spread] = {}
        self._sums: list[ScoreSums] = []
        with database.read() as tables:
            parts = 1 + tables.statistics.size() // CASES_IN_A_PART
        self._pieces = [*self._pieces_of(parts)]
        self._count = len(self._pieces)

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        return 1 - len(self._pieces) / self._count

    def go_on(self) -> bool:
        """Read the next piece; tell whether more is to be read."""
        if self._pieces:
            with self._database.read() as tables:
                self._pieces.pop(0)(tables.statistics)
        return bool(self._pieces)

    def statistics(self) -> Statistics:
        """Return the figures; pieces that are still missing are read first."""
        while self.go_on():
            pass
        return Statistics(
            scope=self.scope,
            cells=self._cells,
            spreads=self._spreads,
            attained=attained(self._sums),
            weight=weight_of(self._groups),
            payers=payers_of(self._groups),
        )

    def _pieces_of(self, parts: int) -> Iterator[Callable[[StatisticTable], None]]:
        for part in range(parts):
            yield partial(self._count_cases, part=part, parts=parts)
        yield self._count_course
        yield self._count_closed
        for step in Step:
            yield partial(self._count_waits, step=step)
        for part in range(parts):
            yield partial(self._count_goals, part=part, parts=parts)
        for part in range(parts):
            yield partial(self._count_minutes, part=part, parts=parts)
        for category in (*TimeCategory, NOT_SAID):
            yield partial(self._count_category, category=category)
        for year in self.scope.years():
            yield partial(self._count_year, year=year)

    def _count_cases(self, table: StatisticTable, *, part: int, parts: int) -> None:
        self._groups += table.case_groups(self.scope, part, parts)

    def _count_course(self, table: StatisticTable) -> None:
        self._cells.update(case_cells(self._groups))
        before = sum(group.open_before for group in self._groups)
        flows = table.flows(self.scope)
        self._cells.update(course_cells(self.scope, flows, before))

    def _count_closed(self, table: StatisticTable) -> None:
        self._spreads[Key(measure=Measure.DURATION)] = table.durations(self.scope)
        self._cells.update(table.reasons(self.scope))

    def _count_waits(self, table: StatisticTable, *, step: Step) -> None:
        key = Key(measure=Measure.WAITING, by=By.STEP, value=step)
        self._spreads[key] = table.waits(self.scope, step)

    def _count_goals(self, table: StatisticTable, *, part: int, parts: int) -> None:
        sums, goals = table.goals(self.scope, part, parts)
        self._sums += sums
        whole = Key(measure=Measure.GOALS)
        cases = sum(each.cases for each in sums)
        count = sum(cell.value for cell in goals.values())
        add_up(self._cells, [*goals.items(), (whole, Cell(value=count, cases=cases))])

    def _count_minutes(self, table: StatisticTable, *, part: int, parts: int) -> None:
        add_up(self._cells, table.minutes(self.scope, part, parts))

    def _count_category(self, table: StatisticTable, *, category: str) -> None:
        key = Key(measure=Measure.MINUTES, by=By.CATEGORY, value=category)
        self._cells[key] = table.minutes_of(self.scope, category)

    def _count_year(self, table: StatisticTable, *, year: int) -> None:
        key = Key(measure=Measure.MINUTES, by=By.YEAR, value=str(year))
        self._cells[key] = table.minutes_in(self.scope.within(year))


class StatisticService:
    """Counts over all cases, says which cases stand behind a figure."""

    def __init__(
        self, database: Database, practice: PracticeService, clock: Clock
    ) -> None:
        self._database = database
        self._practice = practice
        self._clock = clock

    def begin(self, scope: Scope) -> Counting:
        """Begin to count; days to come are left out."""
        return Counting(self._database, scope.up_to(self._clock.today()))

    def count(self, scope: Scope) -> Statistics:
        """Return all figures of a scope at once."""
        return self.begin(scope).statistics()

    def cases_behind(self, scope: Scope, key: Key) -> list[Traced]:
        """Return the cases behind a figure, by name; 500 at the most."""
        with self._database.read() as tables:
            return tables.statistics.traced(scope, key, TRACED)

    def payer_names(self) -> dict[str, str]:
        """Return the organisations that pay in some case, by their id."""
        with self._database.read() as tables:
            return tables.statistics.payer_names()

    def first_day(self) -> date | None:
        """Return when the first case was opened."""
        with self._database.read() as tables:
            return tables.statistics.first_day()

    def measured(self) -> Measured:
        """Return what cases took in the last twelve months."""
        today = self._clock.today()
        with self._database.read() as tables:
            return tables.statistics.measured(
                today - timedelta(days=YEAR_DAYS - 1), today
            )

    def capacity(self) -> Capacity:
        """Return what was said about working time."""
        said = json.loads(self._practice.remembered(CAPACITY) or "{}")
        known = {each.name for each in fields(Capacity)}
        return Capacity(**{name: said[name] for name in known & said.keys()})

    # `object`: each value has the type of its field.
    def say(self, name: str, value: object) -> Capacity:
        """Remember something about working time, or raise `CapacityOutOfRange`.

        A field that cannot be empty goes back to what is proposed.
        """
        values = asdict(self.capacity()) | {name: value}
        filled = {
            each.name: values[each.name]
            for each in fields(Capacity)
            if values[each.name] is not None
        }
        capacity = Capacity(**filled)
        check_capacity(capacity)
        self._practice.remember(CAPACITY, json.dumps(asdict(capacity)))
        return capacity

    def drafts(self) -> dict[str, str]:
        """Return what was typed about working time and makes no value yet."""
        with self._database.read() as tables:
            return tables.drafts.of(CAPACITY)

    def keep_draft(self, name: str, text: str) -> None:
        """Keep what was typed although it makes no value yet."""
        with self._database.note() as tables:
            tables.drafts.keep(CAPACITY, name, text)

    def drop_draft(self, name: str) -> None:
        """Forget what was typed into a field."""
        with self._database.note() as tables:
            tables.drafts.drop(CAPACITY, name)

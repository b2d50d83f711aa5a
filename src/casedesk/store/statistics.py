"""Own statistics: counted and added up by the engine, from indexes and short rows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.capacity import Measured
from casedesk.domain.case import CaseId
from casedesk.domain.entry import TimeCategory
from casedesk.domain.evaluation import Attainment
from casedesk.domain.statistics import (
    NOT_SAID,
    By,
    CaseGroup,
    Cell,
    Flow,
    Key,
    Measure,
    ScoreSums,
    Spread,
    Step,
    Traced,
    add_up,
)
from casedesk.domain.suppression import LEAST_CASES
from casedesk.store.accounts import WORKED
from casedesk.store.statistic_parts import (
    CHOSEN,
    DURATION,
    IN_PERIOD,
    LOOKED,
    PAYER,
    REASON,
    WAY,
    spent,
    waited,
)
from casedesk.store.statistic_traces import trace_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection, Row

    from casedesk.domain.statistics import Scope

_CASES = f"""
    SELECT {PAYER} AS payer, area, weight,
           sum(opened_on < :since AND coalesce(closed_on >= :since, 1)),
           sum(opened_on {IN_PERIOD}), sum(coalesce(closed_on {IN_PERIOD}, 0)),
           sum(opened_on <= :until AND coalesce(closed_on > :until, 1))
      FROM case_record WHERE {CHOSEN} AND case_record.rowid % :parts = :part
     GROUP BY payer, area, weight
"""  # noqa: S608 - all parts are constants of these modules
_MINUTES = f"""
    SELECT payer, area, coalesce(sum(billed), 0), coalesce(sum(other), 0),
           coalesce(sum(billed > 0), 0), coalesce(sum(other > 0), 0),
           coalesce(sum(coalesce(billed, 0) + coalesce(other, 0) > 0), 0)
      FROM (SELECT {PAYER} AS payer, area, {spent("is_billable = 1")} AS billed,
                   {spent("is_billable = 0")} AS other
              FROM case_record
             WHERE {CHOSEN} AND case_record.rowid % :parts = :part LIMIT -1)
     GROUP BY payer, area
"""  # noqa: S608 - as above
_FLOWS = f"""
    SELECT month, sum(new), sum(closed) FROM (
        SELECT substr(opened_on, 1, 7) AS month, 1 AS new, 0 AS closed
          FROM case_record WHERE {CHOSEN} AND opened_on {IN_PERIOD}
         UNION ALL
        SELECT substr(closed_on, 1, 7), 0, 1
          FROM case_record WHERE {CHOSEN} AND closed_on {IN_PERIOD})
     GROUP BY month
"""  # noqa: S608 - as above
_DURATIONS = f"""
    SELECT {DURATION} AS days, count(*) FROM case_record
     WHERE {CHOSEN} AND closed_on {IN_PERIOD} GROUP BY days
"""  # noqa: S608 - as above
_REASONS = f"""
    SELECT {REASON} AS said, count(*) FROM case_record
     WHERE {CHOSEN} AND closed_on {IN_PERIOD} GROUP BY said
"""  # noqa: S608 - as above
# Without a limit, the engine would work the days out twice.
_WAITS = {
    step: f"""
    SELECT days, count(*) FROM (
        SELECT {waited(step)} AS days FROM case_record
         WHERE {CHOSEN} AND opened_on {IN_PERIOD} LIMIT -1)
     WHERE days >= 0 GROUP BY days
"""  # noqa: S608 - as above
    for step in Step
}
# The goals of each evaluation by how far they were reached, and the sums of which
# T-scores are made: over all goals with a level, and over those that have one at the
# start, too. Evaluations with the same sums are counted together. They are read in the
# order of their rows: so the engine groups them without sorting.
_REACHED = (*Attainment, NOT_SAID)
_COUNTED = ", ".join(
    f"sum(attainment IS nullif('{each}', '{NOT_SAID}')) AS goals_{at}"
    for at, each in enumerate(_REACHED)
)
_ADDED = ", ".join(
    f"sum(goals_{at}), sum(goals_{at} > 0)" for at, _each in enumerate(_REACHED)
)
_GOALS = f"""
    SELECT coalesce(reached, 0), squares, weights, coalesce(change, 0), both_squares,
           both_weights, sum(unscored), sum(unscored > 0), count(*),
           {_ADDED} FROM (
        SELECT sum(level * goal_result.weight) AS reached,
               sum((level IS NOT NULL) * goal_result.weight * goal_result.weight)
                   AS squares,
               sum((level IS NOT NULL) * goal_result.weight) AS weights,
               sum((level - baseline_level) * goal_result.weight) AS change,
               sum((level + baseline_level IS NOT NULL) * goal_result.weight
                   * goal_result.weight) AS both_squares,
               sum((level + baseline_level IS NOT NULL) * goal_result.weight)
                   AS both_weights,
               sum(level IS NULL) AS unscored, {_COUNTED}
          FROM evaluation NOT INDEXED CROSS JOIN case_record
            ON case_record.id = evaluation.case_id
         CROSS JOIN goal_result ON evaluation_id = evaluation.id
         WHERE {LOOKED} AND {CHOSEN} AND evaluation.rowid % :parts = :part
         GROUP BY evaluation.rowid)
     GROUP BY 1, 2, 3, 4, 5, 6
"""  # noqa: S608 - as above
_SUMS = 9  # columns; then goals and cases for each way in which they were reached
_AT_WORK = """opened_on <= :until AND coalesce(closed_on >= :since, 1)
    AND id NOT IN (SELECT record_id FROM bin)"""
_MEASURED = f"""
    SELECT (SELECT coalesce(sum({WORKED}), 0) FROM entry
             WHERE happened_on {IN_PERIOD}
               AND coalesce(time_category, '') <> '{TimeCategory.TRAVEL}'
               AND case_id NOT IN (SELECT record_id FROM bin)),
           (SELECT coalesce(sum(julianday(min(coalesce(closed_on, :until), :until))
                                - julianday(max(opened_on, :since)) + 1), 0)
              FROM case_record WHERE {_AT_WORK}),
           (SELECT count(*) FROM case_record WHERE {_AT_WORK})
"""  # noqa: S608 - as above


class StatisticTable:
    """Reads figures over all cases of a scope, each in one statement.

    Those that look at every case can be read in several parts.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def case_groups(
        self, scope: Scope, part: int = 0, parts: int = 1
    ) -> list[CaseGroup]:
        """Return the cases, counted by payer, area and weight."""
        return [
            CaseGroup(
                payer=payer,
                area=area,
                weight=weight,
                open_before=open_before,
                new=new,
                closed=closed,
                open=is_open,
            )
            for payer, area, weight, open_before, new, closed, is_open in self._rows(
                _CASES, scope, part=part, parts=parts
            )
        ]

    def minutes(
        self, scope: Scope, part: int = 0, parts: int = 1
    ) -> Iterator[tuple[Key, Cell]]:
        """Yield the minutes of the period: in all, billable, by payer and area.

        A figure comes as often as there are payers and areas; its parts add up.
        """
        for payer, area, billed, other, *cases in self._rows(
            _MINUTES, scope, part=part, parts=parts
        ):
            whole = Cell(value=billed + other, cases=cases[2])
            yield Key(measure=Measure.MINUTES), whole
            yield Key(measure=Measure.MINUTES, by=By.PAYER, value=payer), whole
            yield Key(measure=Measure.MINUTES, by=By.AREA, value=area), whole
            for value, minutes, count in (
                ("1", billed, cases[0]),
                ("0", other, cases[1]),
            ):
                key = Key(measure=Measure.MINUTES, by=By.BILLABLE, value=value)
                yield key, Cell(value=minutes, cases=count)

    def minutes_of(self, scope: Scope, category: str) -> Cell:
        """Return the minutes of a category; of its cases no more than five are told."""
        return self._spent(scope, category)

    def minutes_in(self, scope: Scope) -> Cell:
        """Return the minutes of the whole scope, as `minutes_of` does."""
        return self._spent(scope, None)

    def flows(self, scope: Scope) -> list[Flow]:
        """Return what was opened and closed in the months in which something was."""
        return [
            Flow(month=month, new=new, closed=closed)
            for month, new, closed in self._rows(_FLOWS, scope)
        ]

    def durations(self, scope: Scope) -> Spread:
        """Return from opening to closing, of the cases closed in the period."""
        return _spread(self._rows(_DURATIONS, scope))

    def waits(self, scope: Scope, step: Step) -> Spread:
        """Return how long the cases opened in the period waited for a step."""
        return _spread(self._rows(_WAITS[step], scope))

    def reasons(self, scope: Scope) -> dict[Key, Cell]:
        """Return why the cases closed in the period were closed."""
        return {
            Key(measure=Measure.CLOSED, by=By.REASON, value=reason): Cell(
                value=cases, cases=cases
            )
            for reason, cases in self._rows(_REASONS, scope)
        }

    def goals(
        self, scope: Scope, part: int = 0, parts: int = 1
    ) -> tuple[list[ScoreSums], dict[Key, Cell]]:
        """Return the sums for T-scores, and how far goals were reached.

        Looked at is the last evaluation of each case that was confirmed in the period.
        """
        sums: list[ScoreSums] = []
        cells: dict[Key, Cell] = {}
        for row in self._rows(_GOALS, scope, part=part, parts=parts):
            values = tuple(row)
            sums.append(ScoreSums(*values[:_SUMS]))
            counts = zip(values[_SUMS::2], values[_SUMS + 1 :: 2], strict=True)
            for each, (goals, cases) in zip(_REACHED, counts, strict=True):
                key = Key(measure=Measure.GOALS, by=By.ATTAINMENT, value=each)
                add_up(cells, [(key, Cell(value=goals, cases=cases))])
        return sums, cells

    def traced(self, scope: Scope, key: Key, limit: int) -> list[Traced]:
        """Return the cases behind a figure, by name."""
        values = {**_values(scope), "value": key.value, "limit": limit}
        return [_traced(r) for r in self._connection.execute(trace_of(key), values)]

    def payer_names(self) -> dict[str, str]:
        """Return the names of the organisations that pay in some case."""
        rows = self._connection.execute(
            """
            SELECT id, name FROM organisation
             WHERE EXISTS (SELECT 1 FROM party
                            WHERE organisation_id = organisation.id
                              AND instr(roles, '"payer"') > 0)
             ORDER BY name
            """
        )
        return {row["id"]: row["name"] for row in rows}

    def first_day(self) -> date | None:
        """Return the day on which the first case was opened."""
        (day,) = self._connection.execute(
            "SELECT min(opened_on) FROM case_record"
            " WHERE id NOT IN (SELECT record_id FROM bin)"
        ).fetchone()
        return None if day is None else date.fromisoformat(day)

    def size(self) -> int:
        """Return how many cases there are, shown or not."""
        (count,) = self._connection.execute(
            "SELECT count(*) FROM case_record"
        ).fetchone()
        return int(count)

    def measured(self, since: date, until: date) -> Measured:
        """Return what all cases took between two days, without the way."""
        minutes, case_days, cases = self._connection.execute(
            _MEASURED, {"since": since.isoformat(), "until": until.isoformat()}
        ).fetchone()
        return Measured(minutes=int(minutes), case_days=int(case_days), cases=cases)

    def _spent(self, scope: Scope, category: str | None) -> Cell:
        is_travel = category in (None, TimeCategory.TRAVEL)
        counts = "1" if category is None else "time_category IS nullif(:category, '')"
        # Only travel is found in entries of all categories.
        minutes = f"({counts}) * {WORKED} + {WAY}" if is_travel else WORKED
        found = "1" if is_travel else counts
        source = f"""FROM entry {self._join(scope)}
            WHERE {found} AND happened_on {IN_PERIOD}"""
        return self._cell(scope, minutes, source, category or "")

    def _cell(self, scope: Scope, minutes: str, source: str, category: str) -> Cell:
        values = {**_values(scope), "category": category, "least": LEAST_CASES}
        figure, cases = self._connection.execute(
            f"""
            SELECT (SELECT coalesce(sum({minutes}), 0) {source}),
                   (SELECT count(*) FROM (SELECT DISTINCT case_id {source}
                      AND {minutes} > 0 LIMIT :least + 0))
            """,  # noqa: S608 - as above
            values,
        ).fetchone()
        return Cell(value=figure, cases=cases)

    def _join(self, scope: Scope) -> str:
        """Return how entries are narrowed to the cases of a scope, if it is needed."""
        (binned,) = self._connection.execute("SELECT count(*) FROM bin").fetchone()
        if scope.is_open and not binned:
            return ""
        return f"JOIN case_record ON case_record.id = case_id AND {CHOSEN}"

    def _rows(self, statement: str, scope: Scope, **more: int) -> list[Row]:
        values = {**_values(scope), **more}
        return [*self._connection.execute(statement, values)]


def _values(scope: Scope) -> dict[str, str | int]:
    return {
        "since": scope.since.isoformat(),
        "until": scope.until.isoformat(),
        "area": "" if scope.area is None else str(scope.area),
        "payer": scope.payer,
    }


def _spread(rows: list[Row]) -> Spread:
    return Spread(counts=tuple((days, count) for days, count in rows))


def _traced(row: Row) -> Traced:
    return Traced(
        case_id=CaseId(row["id"]),
        client_name=f"{row['family_name']}, {row['given_name']}",
        number=row["number"],
        title=row["title"],
        opened_on=date.fromisoformat(row["opened_on"]),
        closed_on=row["closed_on"] and date.fromisoformat(row["closed_on"]),
        value=row["figure"],
    )

"""Which parts of the statistics have a picture, and what it shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casedesk.figures.bars import Bar, bars
from casedesk.figures.course import Reading, Series, course
from casedesk.words.statistic_definitions import Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.figures.figure import Figure
    from casedesk.words.statistic_words import Line, PartTable

    # A figure for a width and a size of lettering.
    Make = Callable[[float, float], Figure]

LEAST_LINES = 2
DRAWN = (Part.HOURS, Part.GOALS, Part.REASONS)


def figure_of(table: PartTable) -> Make | None:
    """Return how the picture of a part is drawn; nothing if it has none."""
    if table.part is Part.COURSE:
        return _course(table)
    if table.part not in DRAWN:
        return None
    lines = [line for line in table.lines if not line.is_sum]
    if sum(line.shown[0].number is not None for line in lines) < LEAST_LINES:
        return None
    drawn = [_bar(line) for line in lines]
    return lambda width, size: bars(drawn, title=table.title, width=width, size=size)


def _bar(line: Line) -> Bar:
    shown = line.shown[0]
    value = None if shown.number is None else float(shown.number)
    return Bar(id=line.label, label=line.label, value=value, text=shown.text)


def _course(table: PartTable) -> Make | None:
    days = {_day(line): line.label for line in table.lines}
    series = tuple(
        Series(name=name, readings=tuple(_readings(table, at, name)))
        for at, name in enumerate(table.columns[1:])
    )
    values = [reading.value for each in series for reading in each.readings]
    if len(values) < LEAST_LINES or len(table.lines) < LEAST_LINES:
        return None
    highest = max(*values, 1.0)
    return lambda width, size: course(
        series,
        title=table.title,
        low=0,
        high=highest,
        width=width,
        size=size,
        day_words=days,
    )


def _readings(table: PartTable, at: int, name: str) -> list[Reading]:
    return [
        Reading(
            id=f"{at}-{line.label}",
            day=_day(line),
            value=float(line.shown[at].number or 0),
            words=f"{name}, {line.label}: {line.shown[at].text}.",
        )
        for line in table.lines
        if line.shown[at].number is not None
    ]


def _day(line: Line) -> date:
    """Return the first day of the month or year of a line."""
    key = line.shown[0].key
    value = "" if key is None else key.value
    year, _dash, month = value.partition("-")
    return date(int(year), int(month or 1), 1)

"""How the result of an instrument has changed, once there are two of its sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.instrument import Rule
from casedesk.figures.course import Band, Reading, Series, course
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.figure_frame import FigureFrame
from casedesk.words.phrases import figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from fractions import Fraction

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.instrument import Instrument, Score
    from casedesk.figures.figure import Figure
    from casedesk.ui.widgets.figure_view import Make

    Points = Sequence[tuple[date, Fraction]]

LEAST = 2  # one point is no course
MOST_TOGETHER = 3


class CourseCard(Card):
    """Draws scores over time, with the bands that were published for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Course"), parent)
        self._frames: list[FigureFrame] = []

    def figures(self) -> list[Figure]:
        """Return the pictures that are shown."""
        shown = [each for each in self._frames if not each.isHidden()]
        return [drawn for each in shown if (drawn := each.view.figure()) is not None]

    def show_course(self, courses: Sequence[tuple[Score, Points]]) -> None:
        """Show scores of one range; the card hides itself until one has two points.

        More than can be told apart in one picture get a picture each.
        """
        drawn = [(score, points) for score, points in courses if len(points) >= LEAST]
        self.setVisible(bool(drawn))
        together = (
            [drawn] if len(drawn) <= MOST_TOGETHER else [[each] for each in drawn]
        )
        pictures = [each for each in together if each]
        while len(self._frames) < len(pictures):
            self._frames.append(FigureFrame(""))
            self.add(self._frames[-1])
        for number, frame in enumerate(self._frames):
            frame.setVisible(number < len(pictures))
            if number < len(pictures):
                frame.show_figure(_drawn(pictures[number]))


def _drawn(courses: Sequence[tuple[Score, Points]]) -> Make:
    """Return what draws some scores in one picture."""
    series = tuple(_series(score, points) for score, points in courses)
    first = courses[0][0]
    values = [each.value for one in series for each in one.readings]
    low = float(first.low) if first.low is not None else min(0.0, *values)
    high = float(first.high) if first.high is not None else max(values)
    days = {day: wording.day(day) for _score, points in courses for day, _ in points}

    def make(width: float, size: float) -> Figure:
        return course(
            series,
            title=first.heading if len(series) == 1 else _("Course"),
            low=low,
            high=high,
            width=width,
            size=size,
            day_words=days,
            bands=_bands(first, high),
        )

    return make


def _series(score: Score, points: Points) -> Series:
    readings = tuple(
        Reading(
            id=f"{score.id}-{number}",
            day=day,
            value=float(value),
            words=_("{what}, {day}: {value}.").format(
                what=score.heading, day=wording.day(day), value=figure(value, _)
            ),
        )
        for number, (day, value) in enumerate(points)
    )
    return Series(name=score.heading, readings=readings)


def _bands(score: Score, high: float) -> list[Band]:
    named = [step for step in score.table if step.label]
    if not named:
        return []
    ends = [*(float(step.since) for step in named[1:]), high]
    return [
        Band(name=step.label, low=float(step.since), high=end)
        for step, end in zip(named, ends, strict=True)
    ]


def main_scores(pack: Instrument, variant: str) -> list[Score]:
    """Return the scores that stand for the whole: sums of one range, or the last sum.

    A score that only names a band or grade is drawn by what it is named from.
    """
    scores = [each for each in pack.scores_in(variant) if each.heading]
    sums = [each for each in scores if each.rule is not Rule.TABLE] or scores
    ranges = {(each.low, each.high) for each in sums}
    return sums if len(ranges) == 1 and sums[0].high is not None else sums[-1:]

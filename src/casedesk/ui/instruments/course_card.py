"""How the result of an instrument has changed, once there are two of its sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

    from casedesk.domain.instrument import Score
    from casedesk.figures.figure import Figure

LEAST = 2  # one point is no course


class CourseCard(Card):
    """Draws one score over time, with the bands that were published for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Course"), parent)
        self._frame = FigureFrame("")
        self.add(self._frame)

    def figure(self) -> Figure | None:
        """Return the picture that is shown."""
        return self._frame.view.figure()

    def show_course(
        self, score: Score, points: Sequence[tuple[date, Fraction]]
    ) -> None:
        """Show the points; the card hides itself until there are two."""
        self.setVisible(len(points) >= LEAST)
        if len(points) < LEAST:
            return
        readings = tuple(
            Reading(
                id=f"{number}",
                day=day,
                value=float(value),
                words=_("{day}: {value}.").format(
                    day=wording.day(day), value=figure(value, _)
                ),
            )
            for number, (day, value) in enumerate(points)
        )
        values = [reading.value for reading in readings]
        low = float(score.low) if score.low is not None else min(0.0, *values)
        high = float(score.high) if score.high is not None else max(values)
        days = {day: wording.day(day) for day, _value in points}

        def make(width: float, size: float) -> Figure:
            return course(
                (Series(name=score.heading, readings=readings),),
                title=score.heading,
                low=low,
                high=high,
                width=width,
                size=size,
                day_words=days,
                bands=_bands(score, high),
            )

        self._frame.show_figure(make)


def _bands(score: Score, high: float) -> list[Band]:
    named = [step for step in score.table if step.label]
    ends = [float(step.since) for step in named[1:]] + [high]
    return [
        Band(name=step.label, low=float(step.since), high=end)
        for step, end in zip(named, ends, strict=True)
    ]

"""How goals, instruments and hours have changed, as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.goal import LEVELS
from casedesk.figures.course import Reading, Series, course
from casedesk.ui import wording
from casedesk.ui.instruments.course_card import (
    LEAST,
    MOST_TOGETHER,
    CourseCard,
    main_scores,
)
from casedesk.ui.language import gettext as _
from casedesk.ui.planning.plan_words import goal_title
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.figure_frame import FigureFrame
from casedesk.ui.widgets.labels import plain_label
from casedesk.words.phrases import figure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.figures.figure import Figure
    from casedesk.services.courses import GoalCourse, HoursCourse
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.figure_view import Make

    Points = Sequence[tuple[date, float]]
    Named = tuple[str, Points]

HOUR_MINUTES = 60
PROGRESS_TOP = 10
NAME_LETTERS = 60


class CoursesCard(QWidget):
    """Draws what has changed over time; where there is no course yet, it says so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._card = Card(_("Courses"), self)
        self._none = plain_label(
            _(
                "Courses appear once two reviews, two sheets of an instrument, or two "
                "months of work can be compared."
            ),
            "muted",
            wraps=True,
        )
        self._card.add(self._none)
        self._frames: list[_Titled] = []
        self.instruments: dict[str, CourseCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID + 2)
        self._column.addWidget(self._card)

    def show_case(self, case_id: CaseId) -> None:
        """Show the courses of a case."""
        courses = self._desk.session.courses
        goals = courses.goals(case_id)
        pictures = [
            *_pictures(_("Levels of the goals"), _levels(goals), LEVELS[0], LEVELS[-1]),
            *_pictures(_("Progress of the goals"), _progress(goals), 0, PROGRESS_TOP),
            *_hours(courses.hours(case_id)),
        ]
        while len(self._frames) < len(pictures):
            self._frames.append(_Titled(self))
            self._card.add(self._frames[-1])
        for number, frame in enumerate(self._frames):
            frame.setVisible(number < len(pictures))
            if number < len(pictures):
                frame.show_picture(*pictures[number])
        self._none.setVisible(not pictures)
        self._show_instruments(case_id)

    def titles(self) -> list[str]:
        """Return the titles of the pictures that are shown."""
        return [each.title() for each in self._frames if not each.isHidden()]

    def _show_instruments(self, case_id: CaseId) -> None:
        session = self._desk.session
        newest = {
            sheet.instrument: sheet
            for sheet in reversed(session.instrument_sheets.of(case_id=case_id))
        }
        for gone in [known for known in self.instruments if known not in newest]:
            self.instruments[gone].hide()
        for key, sheet in newest.items():
            pack = session.instruments.pack(sheet)
            card = self.instruments.get(key)
            if card is None:
                card = self.instruments[key] = CourseCard(self)
                self._column.addWidget(card)
            card.show_course(
                [
                    (score, session.instruments.course(case_id, key, score.id))
                    for score in main_scores(pack, sheet.variant)
                ]
            )
            card.set_title(pack.name)


class _Titled(QWidget):
    """A picture beneath its title."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = plain_label("", "strong", self, wraps=True)
        self._frame = FigureFrame("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._title)
        layout.addWidget(self._frame)

    def title(self) -> str:
        """Return the words above the picture."""
        return self._title.text()

    def show_picture(self, title: str, make: Make) -> None:
        """Show a picture under a title."""
        self._title.setText(title)
        self._frame.show_figure(make)


def _levels(goals: Sequence[GoalCourse]) -> list[Named]:
    return [(_short(goal_title(each.goal)), each.levels) for each in goals]


def _progress(goals: Sequence[GoalCourse]) -> list[Named]:
    return [(_short(goal_title(each.goal)), each.progress) for each in goals]


def _short(name: str) -> str:
    """Return as much of a name as a legend can hold; the plan has all of it."""
    if len(name) <= NAME_LETTERS:
        return name
    return name[:NAME_LETTERS].rsplit(" ", 1)[0] + " …"


def _pictures(
    title: str, named: Sequence[Named], low: float, high: float
) -> list[tuple[str, Make]]:
    """Return pictures of so few series each that they can be told apart."""
    drawn = [each for each in named if len(each[1]) >= LEAST]
    groups = [
        drawn[start : start + MOST_TOGETHER]
        for start in range(0, len(drawn), MOST_TOGETHER)
    ]
    return [(title, _drawn(title, group, low, high)) for group in groups]


def _hours(hours: HoursCourse) -> list[tuple[str, Make]]:
    """Return the picture of the hours used, beside those that were approved."""
    if len(hours.used) < LEAST:
        return []
    used = [(day, minutes / HOUR_MINUTES) for day, minutes in hours.used]
    named: list[Named] = [(_("Hours used"), used)]
    high = used[-1][1]
    if hours.approved is not None:
        approved = hours.approved / HOUR_MINUTES
        ends = [(used[0][0], approved), (used[-1][0], approved)]
        named.append((_("Hours approved"), ends))
        high = max(high, approved)
    title = _("Hours used and approved")
    return [(title, _drawn(title, named, 0, high))]


def _drawn(title: str, named: Sequence[Named], low: float, high: float) -> Make:
    series = tuple(_series(name, points) for name, points in named)
    days = {day: wording.day(day) for _name, points in named for day, _value in points}

    def make(width: float, size: float) -> Figure:
        return course(
            series,
            title=title,
            low=low,
            high=high,
            width=width,
            size=size,
            day_words=days,
        )

    return make


def _series(name: str, points: Points) -> Series:
    readings = tuple(
        Reading(
            id=f"{name}-{number}",
            day=day,
            value=value,
            words=_("{what}, {day}: {value}.").format(
                what=name, day=wording.day(day), value=_figure(value)
            ),
        )
        for number, (day, value) in enumerate(points)
    )
    return Series(name=name, readings=readings)


def _figure(value: float) -> str:
    from fractions import Fraction

    return figure(Fraction(round(value * 10), 10), _)

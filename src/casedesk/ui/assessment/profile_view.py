"""The profile of burdens and resources: two radars, and the same as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.document import DocumentKind
from casedesk.services.profile import (
    Comparison,
    Rated,
    Scale,
    rated,
    rating_radar,
    scale_words,
    series_of,
    value_words,
)
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.figure_frame import FigureFrame
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, named
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.side_by_side import SideBySide

if TYPE_CHECKING:
    from casedesk.domain.assessment import Assessment
    from casedesk.figures.figure import Figure
    from casedesk.services.profile import ShownProfile
    from casedesk.ui.desk import Desk

BOX_LETTERS = 36


class ProfileView(QWidget):
    """Shows the ratings of one version; they are given in the domains."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._assessment: Assessment | None = None
        self._build()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show the profile of a version."""
        self._assessment = assessment
        self.refresh()

    def look_for(self, _subject_id: str) -> None:
        """Nothing here is looked for."""

    def refresh(self) -> None:
        """Read again."""
        if self._assessment is None:
            return
        shown = self._desk.session.profile.shown(self._assessment.id)
        self._empty.setVisible(not shown.is_rated)
        self._body.setVisible(shown.is_rated)
        self._offer(shown)
        comparison = self.comparison()
        series = series_of(shown, comparison, _, wording.day)
        for part in self._parts:
            values = rated(shown, part.scale, comparison, _)
            part.frame.show_figure(partial(_drawn, values, series, part.scale))
            part.show_table(values, series)

    def flush(self) -> None:
        """Nothing is typed here."""

    def comparison(self) -> Comparison:
        """Return what the two lines are."""
        return Comparison(str(self.box.value() or Comparison.VIEWS))

    def _offer(self, shown: ShownProfile) -> None:
        offered: list[tuple[object, str]] = [
            (Comparison.VIEWS, _("the client's and the professional view"))
        ]
        if shown.earlier:
            offered.append((Comparison.TIMES, _("earlier and now")))
        self.box.set_items(offered)
        self.box.setEnabled(len(offered) > 1)

    def _build(self) -> None:
        self._page = ScrollPage(self)
        self._empty = EmptyState(
            _(
                "The profile draws burden and resources of all domains of life. Rate "
                "them in the domains, from 0 to 10; here you see where they are high."
            ),
            "",
            self,
        )
        self._body = QWidget()
        self._page.add(self._empty)
        self._page.add(self._body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head())
        self._parts = [_RatingCard(scale, self) for scale in Scale]
        column.addWidget(SideBySide(self._parts[:1], self._parts[1:], self))

    def _head(self) -> Card:
        head = Card(_("Resource and burden profile"), self)
        self.box = ChoiceBox([], self, may_be_empty=False)
        self.box.setMinimumContentsLength(BOX_LETTERS)
        show = button(_("Print"), "", self)
        row = FlowLayout(gap=GRID)
        row.addWidget(named(_("Compare"), self.box, self))
        row.addWidget(show)
        head.body.addLayout(row)
        self.box.edited.connect(self.refresh)
        show.clicked.connect(self._on_print)
        return head

    def _on_print(self) -> None:
        if self._assessment is None:
            return
        subjects = (self.comparison(), self._assessment.id)
        with problems_shown(self, wording.problem):
            self._desk.preview(
                self._desk.session.figure_papers.prepare(
                    DocumentKind.RESOURCE_PROFILE, self._assessment.case_id, subjects
                )
            )


class _RatingCard(Card):
    """What one radar shows, and beneath it the same numbers."""

    def __init__(self, scale: Scale, parent: QWidget) -> None:
        super().__init__(scale_words(scale, _), parent)
        self.scale = scale
        self.frame = FigureFrame("", self)
        self.table: RecordTable[Rated] | None = None
        self._series: tuple[str, ...] = ()
        self.add(self.frame)

    def show_table(self, values: list[Rated], series: tuple[str, ...]) -> None:
        """Show the numbers; a column is named after its line."""
        if self.table is None or series != self._series:
            self._make_table(series)
        if self.table is not None:
            self.table.show_records(values)

    def _make_table(self, series: tuple[str, ...]) -> None:
        if self.table is not None:
            self.body.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self._series = series
        columns: list[Column[Rated]] = [
            Column(_("Life domain"), lambda each: each.label, stretch=1)
        ]
        for place, name in enumerate(series):
            columns.append(Column(name, partial(_value, place), align_right=True))
        self.table = RecordTable(columns, self, grows=True)
        self.table.setAccessibleName(scale_words(self.scale, _))
        self.add(self.table)


def _drawn(
    values: list[Rated],
    series: tuple[str, ...],
    scale: Scale,
    width: float,
    size: float,
) -> Figure:
    title = scale_words(scale, _)
    return rating_radar(values, series, title, _, width=width, size=size)


def _value(place: int, each: Rated) -> str:
    return value_words(each.values[place], _)

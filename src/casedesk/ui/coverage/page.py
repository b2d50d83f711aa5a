"""The page of the coverage: the picture with its findings, and the week of care."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.document import DocumentKind
from casedesk.ui import wording
from casedesk.ui.coverage.picture_view import PictureView
from casedesk.ui.coverage.week_view import WeekView
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


class CoverageViewName(StrEnum):
    """What can be looked at, in the order of the switch."""

    PICTURE = "picture"
    WEEK = "week"


class CoveragePage(QWidget):
    """Shows who answers which need, what was found, and who comes when."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self.picture = PictureView(desk, self)
        self.week = WeekView(desk, self)
        self.buttons: dict[CoverageViewName, QPushButton] = {}
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show a case; a time of care that is looked for is shown in the week."""
        self._case_id = case_id
        accepted = self._desk.session.accepted_findings.find(subject_id)
        subject_id = accepted.finding_key if accepted is not None else subject_id
        is_slot = bool(subject_id) and (
            self._desk.session.care_slots.find(subject_id) is not None
        )
        if subject_id:
            self.choose(CoverageViewName.WEEK if is_slot else CoverageViewName.PICTURE)
        self._shown().show_case(case_id, subject_id)

    def refresh(self) -> None:
        """Check again, and read the week again."""
        if self._case_id is not None:
            self._shown().refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.week.flush()

    def choose(self, view: CoverageViewName) -> None:
        """Show the picture or the week."""
        self.buttons[view].setChecked(True)
        self._stack.setCurrentWidget(
            self.picture if view is CoverageViewName.PICTURE else self.week
        )
        self._title.setText(_titles()[view])
        for act in self._week_acts:
            act.setVisible(view is CoverageViewName.WEEK)

    def print_shown(self) -> None:
        """Show the paper of what is looked at."""
        is_week = self._stack.currentWidget() is self.week
        self._print(DocumentKind.CARE_WEEK if is_week else DocumentKind.COVERAGE)

    def _shown(self) -> PictureView | WeekView:
        is_week = self._stack.currentWidget() is self.week
        return self.week if is_week else self.picture

    def _print(self, kind: DocumentKind, *subjects: str) -> None:
        if self._case_id is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            papers = self._desk.session.coverage_papers
            self._desk.preview(papers.prepare(kind, self._case_id, subjects))

    def _build(self) -> None:
        self._title = plain_label("", "heading", self, wraps=True)
        head = QWidget(self)
        row = HeadLayout(head)
        row.addWidget(self._title)
        for number, view in enumerate(CoverageViewName, start=1):
            row.add_act(self._button(view, number))
        print_shown = button(_("Print"), "", self)
        large = button(_("Print in large"), "", self)
        self._week_acts = [large]
        row.add_act(print_shown)
        row.add_act(large)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.picture)
        self._stack.addWidget(self.week)
        page = ScrollPage(self)
        page.fill()
        page.add(head)
        page.body.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.addWidget(page)
        print_shown.clicked.connect(self.print_shown)
        large.clicked.connect(self._on_large)
        self.choose(CoverageViewName.PICTURE)

    def _button(self, view: CoverageViewName, number: int) -> QPushButton:
        made = button(_names()[view], "nav", self)
        made.setCheckable(True)
        bold = QFont(made.font())
        bold.setBold(True)  # as it is while it is down
        words = QFontMetrics(bold).horizontalAdvance(made.text())
        made.setMinimumWidth(words + 3 * GRID)
        made.setAutoExclusive(True)
        made.setToolTip(wording.keys(f"Alt+{number}"))
        made.clicked.connect(self._on_view)
        self.buttons[view] = made
        shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(made.click)
        return made

    def _on_view(self) -> None:
        self.flush()
        chosen = [view for view, made in self.buttons.items() if made.isChecked()]
        self.choose(chosen[0])
        if self._case_id is not None:
            self._shown().show_case(self._case_id)

    def _on_large(self) -> None:
        self._print(DocumentKind.CARE_WEEK, "large")


def _names() -> dict[CoverageViewName, str]:
    return {
        CoverageViewName.PICTURE: _("Coverage"),
        CoverageViewName.WEEK: _("Week of care"),
    }


def _titles() -> dict[CoverageViewName, str]:
    return {
        CoverageViewName.PICTURE: _("Who answers which need"),
        CoverageViewName.WEEK: _("Who comes when"),
    }

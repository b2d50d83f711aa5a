"""The heading of the plan: its version, what is missing, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class PlanHead(QWidget):
    """Names the plan and offers what can be done with it."""

    needs_wanted = Signal()
    texts_wanted = Signal()
    print_wanted = Signal()
    client_print_wanted = Signal()
    goal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("", "heading", self)
        self.needs = button("", "banner", self)
        self.texts = button(_("Texts and agreement"), "link", self)
        self.print = button(_("Print plan"), "", self)
        self.new_goal = button(_("New goal"), "", self)
        self._acts = QWidget(self)
        self._build()

    def show_title(self, title: str) -> None:
        """Name the plan and its version."""
        self.title.setText(title)
        self._arrange()

    def show_needs(self, words: str) -> None:
        """Say how many needs have no measure; nothing if there are none."""
        self.needs.setText(words)
        self.needs.setVisible(bool(words))
        self._arrange()

    def _build(self) -> None:
        menu = QMenu(self.print)
        for_all = menu.addAction(_("For those who work with it"))
        for_client = menu.addAction(_("For the client, in large print"))
        self.print.setMenu(menu)
        acts = QHBoxLayout(self._acts)
        acts.setContentsMargins(0, 0, 0, 0)
        acts.setSpacing(GRID)
        for act in (self.texts, self.print, self.new_goal):
            acts.addWidget(act)
        acts.addStretch(1)
        names = QHBoxLayout()
        names.setSpacing(GRID)
        names.addWidget(self.title)
        names.addWidget(self.needs)
        names.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self._row.addLayout(names, 1)
        self._row.addWidget(self._acts)

        for_all.triggered.connect(lambda: self.print_wanted.emit())
        for_client.triggered.connect(lambda: self.client_print_wanted.emit())
        self.needs.clicked.connect(lambda: self.needs_wanted.emit())
        self.texts.clicked.connect(lambda: self.texts_wanted.emit())
        self.new_goal.clicked.connect(lambda: self.goal_wanted.emit())

    def _arrange(self) -> None:
        """Put the acts beside the title where both fit, else beneath it."""
        acts = (self.texts, self.print, self.new_goal)
        one_line = sum(act.sizeHint().width() + GRID for act in acts)
        words = self.title.fontMetrics().horizontalAdvance(self.title.text())
        hint = 0 if self.needs.isHidden() else self.needs.sizeHint().width() + GRID
        fits = words + hint + one_line + 2 * GRID <= self.width()
        self.title.setWordWrap(words + hint + GRID > self.width())
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._arrange()

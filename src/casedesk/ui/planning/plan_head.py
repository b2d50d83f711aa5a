"""The heading of the plan: its version, what is missing, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label


class PlanHead(QWidget):
    """Names the plan and offers what can be done with it."""

    needs_wanted = Signal()
    texts_wanted = Signal()
    coverage_wanted = Signal()
    print_wanted = Signal()
    client_print_wanted = Signal()
    goal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("", "heading", self, wraps=True)
        self.needs = button("", "banner", self)
        self.texts = button(_("Texts and agreement"), "link", self)
        self.coverage = button(_("Coverage"), "link", self)
        self.print = button(_("Print plan"), "", self)
        self.new_goal = button(_("New goal"), "", self)
        self._build()

    def show_title(self, title: str) -> None:
        """Name the plan and its version."""
        self.title.setText(title)

    def show_needs(self, words: str) -> None:
        """Say how many needs have no measure; nothing if there are none."""
        self.needs.setText(words)
        self.needs.setVisible(bool(words))

    def _build(self) -> None:
        menu = QMenu(self.print)
        for_all = menu.addAction(_("For those who work with it"))
        for_client = menu.addAction(_("For the client, in large print"))
        self.print.setMenu(menu)
        row = HeadLayout(self)
        row.addWidget(self.title)
        row.addWidget(self.needs)
        for act in (self.coverage, self.texts, self.print, self.new_goal):
            row.add_act(act)

        for_all.triggered.connect(lambda: self.print_wanted.emit())
        for_client.triggered.connect(lambda: self.client_print_wanted.emit())
        self.needs.clicked.connect(lambda: self.needs_wanted.emit())
        self.texts.clicked.connect(lambda: self.texts_wanted.emit())
        self.coverage.clicked.connect(lambda: self.coverage_wanted.emit())
        self.new_goal.clicked.connect(lambda: self.goal_wanted.emit())

"""The heading of the plan: its version, what is missing, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable


class PlanHead(QWidget):
    """Names the plan and offers what can be done with it."""

    needs_wanted = Signal()
    since_wanted = Signal()
    texts_wanted = Signal()
    versions_wanted = Signal()
    coverage_wanted = Signal()
    print_wanted = Signal()
    client_print_wanted = Signal()
    agreement_print_wanted = Signal()
    contacts_print_wanted = Signal()
    emergency_wanted = Signal()
    goal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label("", "heading", self, wraps=True)
        self.needs = button("", "banner", self)
        self.since = button(_("changed since then"), "banner", self)
        self.texts = button(_("Texts and agreement"), "link", self)
        self.versions = button(_("Versions …"), "link", self)
        self.coverage = button(_("Coverage"), "link", self)
        self.print = button(_("Print plan"), "", self)
        self.new_goal = CaseAct(_("New goal"), "", self)
        self.since.hide()
        self._build()

    def show_title(self, title: str) -> None:
        """Name the plan and its version."""
        self.title.setText(title)

    def show_needs(self, words: str) -> None:
        """Say how many needs have no measure; nothing if there are none."""
        self.needs.setText(words)
        self.needs.setVisible(bool(words))

    def show_since(self, *, is_behind: bool) -> None:
        """Say that goals or measures are no longer as they were agreed."""
        self.since.setVisible(is_behind)

    def _build(self) -> None:
        menu = QMenu(self.print)
        self._offer(menu, _("For those who work with it"), self.print_wanted.emit)
        self._offer(
            menu, _("For the client, in large print"), self.client_print_wanted.emit
        )
        menu.addSeparator()
        self._offer(menu, _("Goal agreement"), self.agreement_print_wanted.emit)
        self._offer(
            menu, _("Emergency sheet of the client …"), self.emergency_wanted.emit
        )
        self._offer(
            menu, _("Contact list of the network"), self.contacts_print_wanted.emit
        )
        self.print.setMenu(menu)
        row = HeadLayout(self)
        row.addWidget(self.title)
        row.addWidget(self.since)
        row.addWidget(self.needs)
        for act in (
            self.coverage,
            self.texts,
            self.versions,
            self.print,
            self.new_goal,
        ):
            row.add_act(act)

        self.needs.clicked.connect(lambda: self.needs_wanted.emit())
        self.since.clicked.connect(lambda: self.since_wanted.emit())
        self.texts.clicked.connect(lambda: self.texts_wanted.emit())
        self.versions.clicked.connect(lambda: self.versions_wanted.emit())
        self.coverage.clicked.connect(lambda: self.coverage_wanted.emit())
        self.new_goal.clicked.connect(lambda: self.goal_wanted.emit())

    def _offer(self, menu: QMenu, words: str, deed: Callable[[], None]) -> None:
        menu.addAction(words).triggered.connect(partial(_without_argument, deed))


def _without_argument(deed: Callable[[], None], _is_checked: bool = False) -> None:
    deed()

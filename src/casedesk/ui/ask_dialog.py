"""Asks before something is gone for good; leaving it is the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

LETTERS = 60


class AskDialog(QDialog):
    """Says what would be done; `agreed` is emitted when the user wants it."""

    agreed = Signal()

    def __init__(self, words: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.setWindowTitle(_("CaseDesk"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS)
        self.act = button(act, "danger", self)
        self.leave = button(_("Cancel"), "primary", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(plain_label(words, "", self, wraps=True))
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.act)
        row.addWidget(self.leave)
        layout.addLayout(row)
        self.leave.setDefault(True)
        self.leave.clicked.connect(self.reject)
        self.act.clicked.connect(self._on_act)

    def _on_act(self) -> None:
        self.accept()
        self.agreed.emit()

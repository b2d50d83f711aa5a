"""The foot of the sidebar: what was saved when, and the keys of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session


class Foot(QFrame):
    """Lock, preferences and help, and when something was last stored."""

    lock_wanted = Signal()
    preferences_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "sidebar")
        self._words = plain_label(session.path.stem, "small")
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for text, wanted in (
            (_("Lock"), self.lock_wanted),
            (_("Preferences"), self.preferences_wanted),
            (_("Help"), self.help_wanted),
        ):
            act = button(text, "link")
            act.clicked.connect(wanted)
            row.addWidget(act)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID + 4, 0, GRID + 4, GRID)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._words)

    def say(self, words: str) -> None:
        """Say something in passing, such as that text was stored."""
        self._words.setText(words)

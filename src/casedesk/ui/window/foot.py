"""The foot of the sidebar: what was saved when, and the keys of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session

# When the rest of the window stands.
SETTLED_MS = 400


class Foot(QFrame):
    """Lock, preferences and help, and when something was last stored."""

    lock_wanted = Signal()
    preferences_wanted = Signal()
    help_wanted = Signal()
    backups_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        set_look(self, "sidebar")
        self.backups = button(_("Backups"), "link")
        self.backups.setToolTip(_("How backups stand, and how one is restored"))
        self._words = plain_label(session.path.stem, "small")
        row = FlowLayout(gap=GRID)
        for text, wanted in (
            (_("Lock"), self.lock_wanted),
            (_("Preferences"), self.preferences_wanted),
            (_("Help"), self.help_wanted),
        ):
            act = button(text, "link")
            act.clicked.connect(wanted)
            row.addWidget(act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID + 4, 0, GRID + 4, GRID)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.backups, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._words)
        self.backups.clicked.connect(self.backups_wanted)
        QTimer.singleShot(SETTLED_MS, self, self.show_backups)

    def show_backups(self) -> None:
        """Say how old the last backup outside this computer is."""
        from casedesk.ui.backups import words

        if self._session.is_locked or self._session.practice.is_demo():
            return
        state = self._session.backups.state()
        self.backups.setText(words.foot(state))
        set_look(self.backups, words.LOOKS[state.freshness])

    def say(self, words: str) -> None:
        """Say something in passing, such as that text was stored."""
        self._words.setText(words)

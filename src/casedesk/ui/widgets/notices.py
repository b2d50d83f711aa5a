"""What the window says to the user in passing: empty places and banners."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label


class EmptyState(QWidget):
    """Says what belongs here and offers the first step."""

    acted = Signal()

    def __init__(
        self, text: str, action_text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        self._words = plain_label(text, "muted", self, wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        layout.addWidget(self._words)
        if action_text:
            act = button(action_text, "primary", self)
            act.clicked.connect(self._on_clicked)
            layout.addWidget(act, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def set_words(self, text: str) -> None:
        """Say something else."""
        self._words.setText(text)

    def _on_clicked(self) -> None:
        self.acted.emit()


class Banner(QFrame):
    """Says what is wrong and offers the act that mends it; hidden until then."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "banner")
        self._words = plain_label("", "warning", self, wraps=True)
        self._act = button("", "banner", self)
        layout = HeadLayout(self)
        layout.setContentsMargins(GRID + 4, 4, GRID, 4)
        layout.addWidget(self._words)
        layout.add_act(self._act)
        self._act.clicked.connect(self._on_clicked)
        self.hide()

    def show_message(self, text: str, action_text: str = "") -> None:
        """Say something, with or without an act."""
        self._words.setText(text)
        self._act.setText(action_text)
        self._act.setVisible(bool(action_text))
        if self.isHidden():
            announce(self, text)
        self.show()

    def _on_clicked(self) -> None:
        self.acted.emit()


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something that appeared by itself."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))

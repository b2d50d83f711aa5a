"""A few words that come up over the window and go by themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce

SHOWN_MS = 8000


class Toast(QFrame):
    """Says what was just done and lets it be undone, at the foot of its parent.

    It stays as long as the mouse or the focus is on it.
    """

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_look(self, "toast")
        self._words = plain_label("", "", self)
        self._act = button("", "toast", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self._words)
        layout.addWidget(self._act)
        self._time = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._time.timeout.connect(self._on_time)
        self._act.clicked.connect(self._on_clicked)
        parent.installEventFilter(self)
        self.hide()

    @property
    def offers(self) -> bool:
        """Whether it is in sight with something that can be done."""
        return self.isVisible() and not self._act.isHidden()

    def take_offer(self) -> None:
        """Do what it offers."""
        self._act.click()

    def show_message(self, text: str, action_text: str = "") -> None:
        """Say something for eight seconds; it takes the place of what was said."""
        self._words.setText(text)
        self._act.setText(action_text)
        self._act.setVisible(bool(action_text))
        self.show()
        self._place()
        self.raise_()
        self._time.start()
        announce(self, text)

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        room = parent.width() - 4 * GRID
        self._words.setWordWrap(self._words.sizeHint().width() > room * 0.7)
        self.resize(self.sizeHint().boundedTo(parent.size()))
        if self.width() > room:
            self.resize(room, max(self.heightForWidth(room), self.height()))
        left = (parent.width() - self.width()) // 2
        self.move(left, parent.height() - self.height() - 3 * GRID)

    def _on_time(self) -> None:
        if self.underMouse() or self._act.hasFocus():
            self._time.start()
        else:
            self.hide()

    def _on_clicked(self) -> None:
        self.hide()
        self.acted.emit()

    # --- QFrame

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

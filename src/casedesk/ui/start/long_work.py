"""Slow work of a window: how far it is, and stopping it."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label

_THOUSAND = 1000
_LOOK_EVERY_MS = 100


class LongWork(QWidget):
    """A line with words, a bar and "Stop"; hidden while there is nothing to do.

    The work tells how far it is from its own thread; this looks from time to time.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stopping = Event()
        self._share = [0.0]
        self.words = plain_label("", "", self, wraps=True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, _THOUSAND)
        self._bar.setTextVisible(False)
        self.stop_button = button(_("Stop"), "", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.stop_button)
        self._timer = QTimer(self, interval=_LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self.stop_button.clicked.connect(self.stop)
        self.hide()

    def begin(self, words: str) -> Progress:
        """Show that something is being done; return what the work tells and asks."""
        self._stopping = Event()
        self._share = [0.0]
        self.words.setText(words)
        self._bar.setAccessibleName(words)
        self._look()
        self.show()
        self._timer.start()
        return Progress(self._share, self._stopping)

    def end(self) -> None:
        """Show no more that anything is being done."""
        self._timer.stop()
        self.hide()

    def stop(self) -> None:
        """Let the work stop as soon as it can."""
        self._stopping.set()

    def _look(self) -> None:
        self._bar.setValue(round(self._share[0] * _THOUSAND))


class Progress:
    """What slow work sees of the window: plain data, on any thread."""

    def __init__(self, share: list[float], stopping: Event) -> None:
        self._share = share
        self._stopping = stopping

    def tell(self, share: float) -> None:
        """Say how much is done."""
        self._share[0] = share

    def is_stopped(self) -> bool:
        """Whether the work is to stop."""
        return self._stopping.is_set()

"""Notices that nobody has been at the computer for a while."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QGuiApplication, QWindow

# Timers stand still in a sleep: after it, the screen shows a case for this long.
TICK_MS = 500
SLEPT_SECONDS = 60
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Emits `idled` after so many minutes without key or mouse, or after a sleep.

    It goes by the clock on the wall, because timers stand still while a computer
    sleeps. It listens at the window in use instead of at the application: there pass
    few events besides keys and mouse.
    """

    idled = Signal()

    def __init__(
        self,
        app: QGuiApplication,
        minutes: Callable[[], int],
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(app)
        self._minutes = minutes
        self._now = now
        self._used_at = self._ticked_at = now()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.check)
        app.focusWindowChanged.connect(self._on_window_changed)
        self._on_window_changed(app.focusWindow())

    def start(self) -> None:
        """Watch from now on."""
        self._used_at = self._ticked_at = self._now()
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    def check(self) -> None:
        """Look at the clock."""
        now = self._now()
        slept = now - self._ticked_at > SLEPT_SECONDS
        self._ticked_at = now
        self._used_at = min(self._used_at, now)  # the clock may have been put back
        if slept or now - self._used_at >= self._minutes() * 60:
            self._used_at = now
            self.idled.emit()

    def _on_window_changed(self, window: QWindow | None) -> None:
        # A window that is gone has taken its filter along.
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    # --- QObject

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in _INPUT:
            self._used_at = self._now()
        return super().eventFilter(watched, event)

"""What is watched while a vault is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from casedesk.ui.first_window import RaiseRequests
from casedesk.ui.idle_watch import IdleWatch

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QGuiApplication

    from casedesk.ui.lock_watch.watch import LockWatch
    from casedesk.ui.preferences import Preferences

# What the system tells may wait until the window is painted.
SYSTEM_AFTER_MS = 150


class Guard(QObject):
    """Notices that the user turns away, and that the window is asked for."""

    lock_wanted = Signal()
    showing_wanted = Signal()

    def __init__(self, app: QGuiApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self.idle = IdleWatch(app, lambda: preferences.chosen.lock_after_minutes)
        self.idle.idled.connect(self.lock_wanted)
        self.system: LockWatch | None = None
        self._requests = RaiseRequests(self)
        self._requests.wanted.connect(self.showing_wanted)
        self._later = QTimer(self, singleShot=True, interval=SYSTEM_AFTER_MS)
        self._later.timeout.connect(self._hear_system)

    def start(self, vault: Path) -> None:
        """Watch from now on, while a vault is open."""
        self.idle.start()
        self._requests.listen(vault)
        self._later.start()

    def stop(self) -> None:
        """Watch no longer; the computer still waits before it sleeps."""
        self.idle.stop()
        self._requests.stop()
        self._later.stop()

    def let_sleep(self) -> None:
        """Tell the system that the vault is closed."""
        if self.system is not None:
            self.system.stop()

    def _hear_system(self) -> None:
        from casedesk.ui.lock_watch.watch import watch_of_this_system

        if self.system is None:
            self.system = watch_of_this_system(self)
            self.system.lock_wanted.connect(self.lock_wanted)
        self.system.start()

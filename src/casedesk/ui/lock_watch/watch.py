"""Hears from the system that its user turns away: the same for every system."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class LockWatch(QObject):
    """Emits `lock_wanted` when the screen is locked, the lid closes, and the like.

    This one hears nothing; each system has its own.
    """

    lock_wanted = Signal()

    def start(self) -> None:
        """Listen from now on. A system that cannot be heard is no fault."""

    def stop(self) -> None:
        """Listen no longer; the system need not wait any more."""


def watch_of_this_system(parent: QObject, platform: str = sys.platform) -> LockWatch:
    """Return what listens to the system the program runs on."""
    kinds: dict[str, Callable[[QObject], LockWatch]] = {
        "linux": _of_linux,
        "win32": _of_windows,
        "darwin": _of_mac,
    }
    return kinds.get(platform, LockWatch)(parent)


def _of_linux(parent: QObject) -> LockWatch:
    from casedesk.ui.lock_watch.linux import BusWatch

    return BusWatch(parent)


def _of_windows(parent: QObject) -> LockWatch:
    from casedesk.ui.lock_watch.windows import WindowsWatch

    return WindowsWatch(parent)


def _of_mac(parent: QObject) -> LockWatch:
    from casedesk.ui.lock_watch.mac import MacWatch

    return MacWatch(parent)

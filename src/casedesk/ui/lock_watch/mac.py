"""Listens to what macOS announces to every program of the user.

A lid that is closed locks the screen of a Mac by itself unless its user has chosen
otherwise; a sleep without a lock is noticed by the clock on the wall.
"""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_long, c_uint32, c_void_p
from typing import TYPE_CHECKING

from casedesk.ui.lock_watch.watch import LockWatch

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

ANNOUNCED = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
UTF8 = 0x08000100  # kCFStringEncodingUTF8
AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
HEARD = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


class MacWatch(LockWatch):
    """Hears that the screen was locked or its saver has begun."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heard = HEARD(self._on_heard)  # the system keeps its address only
        self._core: ctypes.CDLL | None = None

    def start(self) -> None:
        """Listen from now on."""
        self.stop()
        try:
            core = self._core = _core_foundation()
        except OSError:
            return
        centre = core.CFNotificationCenterGetDistributedCenter()
        for name in ANNOUNCED:
            text = core.CFStringCreateWithCString(None, name, UTF8)
            core.CFNotificationCenterAddObserver(
                centre, id(self), self._heard, text, None, AT_ONCE
            )
            core.CFRelease(text)

    def stop(self) -> None:
        """Listen no longer."""
        core, self._core = self._core, None
        if core is not None:
            centre = core.CFNotificationCenterGetDistributedCenter()
            core.CFNotificationCenterRemoveEveryObserver(centre, id(self))

    def _on_heard(self, *_what: object) -> None:
        self.lock_wanted.emit()


def _core_foundation() -> ctypes.CDLL:
    core = ctypes.CDLL(FRAMEWORK)
    core.CFNotificationCenterGetDistributedCenter.restype = c_void_p
    core.CFStringCreateWithCString.restype = c_void_p
    core.CFStringCreateWithCString.argtypes = [c_void_p, c_char_p, c_uint32]
    core.CFRelease.argtypes = [c_void_p]
    core.CFNotificationCenterAddObserver.argtypes = [
        c_void_p,
        c_void_p,
        HEARD,
        c_void_p,
        c_void_p,
        c_long,
    ]
    core.CFNotificationCenterRemoveEveryObserver.argtypes = [c_void_p, c_void_p]
    return core

"""Listens to what macOS announces: the screen locked, sleep, another user.

A lid that is closed sends a Mac to sleep, or locks its screen.
"""

from __future__ import annotations

import ctypes
from ctypes import c_char_p, c_long, c_uint32, c_void_p
from typing import TYPE_CHECKING

from casedesk.ui.lock_watch.watch import LockWatch
from casedesk.ui.objective_c import METHOD, Messenger

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

ANNOUNCED = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
# To programs with windows, by the workspace.
OF_WORKSPACE = (
    b"NSWorkspaceWillSleepNotification",
    b"NSWorkspaceScreensDidSleepNotification",
    b"NSWorkspaceSessionDidResignActiveNotification",
)
OBSERVER = b"CaseDeskWorkspaceObserver"
FRAMEWORK = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
UTF8 = 0x08000100  # kCFStringEncodingUTF8
AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
HEARD = ctypes.CFUNCTYPE(None, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)


class MacWatch(LockWatch):
    """Hears of the lock of the screen, its saver, sleep, and a change of users."""

    def __init__(
        self, parent: QObject, messenger: Callable[[], Messenger] = Messenger
    ) -> None:
        super().__init__(parent)
        self._messenger = messenger
        # The system keeps their addresses only.
        self._heard = HEARD(self._on_heard)
        self._method = METHOD(self._on_heard)
        self._core: ctypes.CDLL | None = None
        self._observer = 0

    def start(self) -> None:
        """Listen from now on."""
        self.stop()
        self._listen_to_workspace()
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
        observer, self._observer = self._observer, 0
        if observer:
            messenger = self._messenger()
            centre = _workspace_centre(messenger)
            messenger.send(centre, b"removeObserver:", observer, kinds=(c_void_p,))

    def _listen_to_workspace(self) -> None:
        try:
            messenger = self._messenger()
        except OSError:
            return
        if not messenger.named(b"NSWorkspace"):
            return
        self._observer = messenger.observer(OBSERVER, self._method)
        centre = _workspace_centre(messenger)
        heard = messenger.selector(b"heard:")
        for name in OF_WORKSPACE:
            values = (self._observer, heard, messenger.text(name), None)
            message = b"addObserver:selector:name:object:"
            messenger.send(centre, message, *values, kinds=(c_void_p,) * 4)

    def _on_heard(self, *_what: object) -> None:
        self.lock_wanted.emit()


def _workspace_centre(messenger: Messenger) -> int:
    shared = messenger.send(messenger.named(b"NSWorkspace"), b"sharedWorkspace")
    return messenger.send(shared, b"notificationCenter")


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

"""Listens to the messages that Windows sends to every program with a window."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication
from PySide6.QtWidgets import QWidget

from casedesk.ui.lock_watch.watch import LockWatch

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray, QObject

POWER = 0x0218  # WM_POWERBROADCAST
SUSPEND = 0x0004  # PBT_APMSUSPEND
SETTING = 0x8013  # PBT_POWERSETTINGCHANGE
SESSION = 0x02B1  # WM_WTSSESSION_CHANGE
# Another user at the screen, a remote session left, logged off, locked.
TURNED_AWAY = frozenset({0x2, 0x4, 0x6, 0x7})
# GUID_LIDSWITCH_STATE_CHANGE as it lies in memory.
LID = UUID("BA3E0F4D-B817-4094-A2D1-D56379E6A0F3").bytes_le
ONLY_THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION
TO_A_WINDOW = 0  # DEVICE_NOTIFY_WINDOW_HANDLE


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("kind", ctypes.c_size_t),
        ("details", ctypes.c_ssize_t),
        ("time", ctypes.c_ulong),
        ("x", ctypes.c_long),
        ("y", ctypes.c_long),
    )


class _Lid(ctypes.Structure):
    _fields_ = (
        ("setting", ctypes.c_ubyte * 16),
        ("size", ctypes.c_ulong),
        ("is_open", ctypes.c_ubyte),
    )


# Any: the functions of the system have no types.
def register(windows: Any, window: ctypes.c_void_p) -> None:
    """Have the messages sent to a window; each ends with the window."""
    windows.wtsapi32.WTSRegisterSessionNotification(window, ONLY_THIS_SESSION)
    windows.user32.RegisterPowerSettingNotification(window, LID, TO_A_WINDOW)
    # Without it, computers that only doze tell nothing of it.
    windows.user32.RegisterSuspendResumeNotification(window, TO_A_WINDOW)


class WindowsWatch(LockWatch):
    """Hears of sleep, the lock of the screen, a change of users and the lid."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ear: QWidget | None = None
        self._filter = _Filter(self)
        self._was_lid_open = False

    def start(self) -> None:
        """Listen from now on, with a window of its own that is never shown."""
        self.stop()
        self._was_lid_open = False  # as long as the system has not told
        app = QCoreApplication.instance()
        windows = getattr(ctypes, "windll", None)
        if app is None or windows is None:
            return
        self._ear = QWidget()
        window = ctypes.c_void_p(int(self._ear.winId()))
        app.installNativeEventFilter(self._filter)
        register(windows, window)

    def stop(self) -> None:
        """Listen no longer."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeNativeEventFilter(self._filter)
        if self._ear is not None:
            self._ear.deleteLater()  # and with it what it was registered for
            self._ear = None

    def hear(self, address: int) -> None:
        """Look at the message that lies at an address in memory."""
        heard = _Message.from_address(address)
        if self._means_leaving(heard):
            self.lock_wanted.emit()

    def _means_leaving(self, heard: _Message) -> bool:
        if heard.message == SESSION:
            return heard.kind in TURNED_AWAY
        if heard.message != POWER:
            return False
        if heard.kind != SETTING:
            return bool(heard.kind == SUSPEND)
        lid = _Lid.from_address(heard.details)
        return bytes(lid.setting) == LID and self._is_closed_now(bool(lid.is_open))

    def _is_closed_now(self, is_open: bool) -> bool:
        """Tell whether the lid was open until now.

        The first that is heard is how it stands: closed for good in a dock.
        """
        was_open, self._was_lid_open = self._was_lid_open, is_open
        return was_open and not is_open


class _Filter(QAbstractNativeEventFilter):
    """Lets the watch look at each message, and takes none."""

    def __init__(self, watch: WindowsWatch) -> None:
        super().__init__()
        self._watch = watch

    # Any: a number in a wrapper that has no name of its own.
    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: Any
    ) -> tuple[bool, int]:
        self._watch.hear(int(message))
        return False, 0

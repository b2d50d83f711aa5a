"""Listens on the buses of a Linux desktop. Only local messages pass there."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import SLOT, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusUnixFileDescriptor,
)

from casedesk.ui.lock_watch.watch import LockWatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtCore import QObject

LOGIN = "org.freedesktop.login1"
LOGIN_PATH = "/org/freedesktop/login1"
MANAGER = f"{LOGIN}.Manager"
SESSION = f"{LOGIN}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
LID_PATH = "/org/freedesktop/UPower"
SCREEN_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
)
ANSWER_MS = 3000
_ON_FLAG = SLOT("on_flag(bool)")
_ON_CALL = SLOT("on_call()")
_ON_CHANGED = SLOT("on_changed(QString,QVariantMap,QStringList)")


class _Place(NamedTuple):
    """Where on a bus a signal is heard, and which slot hears it."""

    bus: QDBusConnection
    path: str
    interface: str
    signal: str
    slot: Any  # the stubs want bytes, the library takes text


class BusWatch(LockWatch):
    """Hears the login manager, the screen saver and the lid.

    While it listens, the computer waits for it before it sleeps: some seconds at most.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._places: list[_Place] = []
        self._asked: QDBusPendingCallWatcher | None = None
        self._delay: QDBusUnixFileDescriptor | None = None

    def start(self) -> None:
        """Listen from now on, on each bus there is."""
        self.stop()
        self._places = [each for each in _places(os.environ) if each.bus.isConnected()]
        for bus, path, interface, signal, slot in self._places:
            # From any sender: these come and go, and all one can do is to lock.
            bus.connect("", path, interface, signal, self, slot)
        system = QDBusConnection.systemBus()
        if system.isConnected():
            self._ask_for_delay(system)

    def stop(self) -> None:
        """Listen no longer; a computer about to sleep need not wait any more."""
        for bus, path, interface, signal, slot in self._places:
            bus.disconnect("", path, interface, signal, self, slot)
        self._places = []
        self._asked = None
        self._delay = None

    def holds_sleep_up(self) -> bool:
        """Tell whether the computer would wait for the lock before it sleeps."""
        return self._delay is not None

    def _ask_for_delay(self, system: QDBusConnection) -> None:
        call = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, MANAGER, "Inhibit")
        call.setArguments(["sleep", "CaseDesk", "The vault is being locked", "delay"])
        self._asked = QDBusPendingCallWatcher(system.asyncCall(call, ANSWER_MS), self)
        self._asked.finished.connect(self._on_delay)

    # Any: the stubs do not name the call that is handed over.
    def _on_delay(self, answered: Any) -> None:
        answer = answered.reply().arguments()
        if answered is self._asked and answer:
            given = answer[0]
            if isinstance(given, QDBusUnixFileDescriptor):
                self._delay = given
        answered.deleteLater()

    @Slot(bool)
    def on_flag(self, is_beginning: bool) -> None:
        """Hear that sleep or the screen saver begins, or ends."""
        if is_beginning:
            self.lock_wanted.emit()

    @Slot()
    def on_call(self) -> None:
        """Hear that the session is to be locked."""
        self.lock_wanted.emit()

    # Any: properties are of many types.
    @Slot("QString", "QVariantMap", "QStringList")
    def on_changed(
        self, _interface: str, changed: dict[str, Any], _unnamed: list[str]
    ) -> None:
        """Hear that another user has taken over, or that the lid was closed."""
        if (
            changed.get("Active") is False
            or changed.get("LockedHint") is True
            or changed.get("LidIsClosed") is True
        ):
            self.lock_wanted.emit()


def _places(environ: Mapping[str, str]) -> Iterator[_Place]:
    system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
    own = session_path(environ.get("XDG_SESSION_ID", ""))
    yield _Place(system, LOGIN_PATH, MANAGER, "PrepareForSleep", _ON_FLAG)
    yield _Place(system, own, SESSION, "Lock", _ON_CALL)
    yield _Place(system, LID_PATH, PROPERTIES, "PropertiesChanged", _ON_CHANGED)
    if own:
        yield _Place(system, own, PROPERTIES, "PropertiesChanged", _ON_CHANGED)
    for saver in SCREEN_SAVERS:
        yield _Place(session, "", saver, "ActiveChanged", _ON_FLAG)


def session_path(session_id: str) -> str:
    """Return where the login manager tells of a session; nothing if it has no id."""
    if not session_id:
        return ""
    letters = (
        letter
        if letter.isascii() and (letter.isalpha() or (place and letter.isdigit()))
        else "".join(f"_{byte:02x}" for byte in letter.encode())
        for place, letter in enumerate(session_id)
    )
    return f"{LOGIN_PATH}/session/{''.join(letters)}"

"""What a Linux desktop tells on its buses locks the vault."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

if sys.platform != "linux":
    pytest.skip("these buses are those of Linux", allow_module_level=True)

from casedesk.ui.lock_watch.linux import session_path

DAEMON, SENDER = shutil.which("dbus-daemon"), shutil.which("gdbus")
# The bus a program is at is settled when it first asks: so each runs by itself.
LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from casedesk.ui.lock_watch.linux import BusWatch
app = QCoreApplication([])
watch = BusWatch(app)
watch.lock_wanted.connect(lambda: print("lock", flush=True))
watch.start()
if "stopped" in sys.argv:
    watch.stop()
def tell():
    print("delay" if watch.holds_sleep_up() else "no delay", flush=True)
    print("listening", flush=True)
    sys.stdin.readline()
    QTimer.singleShot(300, app.quit)
QTimer.singleShot(300, tell)
app.exec()
"""
LOGIN_MANAGER = """
import os
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusUnixFileDescriptor
app = QCoreApplication([])
reading, writing = os.pipe()
@ClassInfo({"D-Bus Interface": "org.freedesktop.login1.Manager"})
class Manager(QObject):
    @Slot("QString", "QString", "QString", "QString", result="QDBusUnixFileDescriptor")
    def Inhibit(self, what, who, why, mode):
        assert (what, mode) == ("sleep", "delay")
        return QDBusUnixFileDescriptor(writing)
manager = Manager()
bus = QDBusConnection.systemBus()
every = QDBusConnection.RegisterOption.ExportAllSlots
assert bus.registerObject("/org/freedesktop/login1", manager, every)
assert bus.registerService("org.freedesktop.login1")
print("ready", flush=True)
app.exec()
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return the environment of a program at a bus of its own."""
    if DAEMON is None or SENDER is None:
        pytest.skip("there is no dbus-daemon or no gdbus to try it with")
    daemon = subprocess.Popen(  # noqa: S603 - of the system
        [DAEMON, "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    yield at(address)
    daemon.kill()
    daemon.wait()
    daemon.stdout.close()


def at(address: str) -> dict[str, str]:
    return {
        **os.environ,
        "DBUS_SESSION_BUS_ADDRESS": address,
        "DBUS_SYSTEM_BUS_ADDRESS": address,
        "XDG_SESSION_ID": "2",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }


def started(program: str, env: dict[str, str], *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=env,
    )


def heard(env: dict[str, str], *signal: str, words: tuple[str, ...] = ()) -> list[str]:
    """Return what a program at the bus says that hears a signal."""
    listener = started(LISTENER, env, *words)
    assert listener.stdout is not None
    said = [listener.stdout.readline().strip(), listener.stdout.readline().strip()]
    assert said[-1] == "listening"
    if signal:
        path, name, *values = signal
        command = [str(SENDER), "emit", "--session", "--object-path", path]
        subprocess.run(  # noqa: S603 - of the system
            [*command, "--signal", name, *values], env=env, check=True
        )
    out, _none = listener.communicate("\n", timeout=10)
    assert listener.returncode == 0
    return [said[0], *out.split("\n")[:-1]]


OWN = "/org/freedesktop/login1/session/_32"
CHANGED = "org.freedesktop.DBus.Properties.PropertiesChanged"
TURNED_AWAY = {
    "sleep": (
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager.PrepareForSleep",
        "true",
    ),
    "lock": (OWN, "org.freedesktop.login1.Session.Lock"),
    "KDE": ("/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "true"),
    "GNOME": (
        "/org/gnome/ScreenSaver",
        "org.gnome.ScreenSaver.ActiveChanged",
        "true",
    ),
    "other user": (
        OWN,
        CHANGED,
        "'org.freedesktop.login1.Session'",
        "{'Active': <false>}",
        "@as []",
    ),
    "lid": (
        "/org/freedesktop/UPower",
        CHANGED,
        "'org.freedesktop.UPower'",
        "{'LidIsClosed': <true>}",
        "@as []",
    ),
}
STILL_HERE = {
    "woken": (*TURNED_AWAY["sleep"][:2], "false"),
    "saver ended": (*TURNED_AWAY["GNOME"][:2], "false"),
    "somebody else's lock": (OWN.replace("_32", "_33"), TURNED_AWAY["lock"][1]),
    "lid opened": (*TURNED_AWAY["lid"][:3], "{'LidIsClosed': <false>}", "@as []"),
}


@pytest.mark.parametrize("signal", TURNED_AWAY.values(), ids=TURNED_AWAY)
def test_who_turns_away_locks(bus: dict[str, str], signal: tuple[str, ...]) -> None:
    assert heard(bus, *signal) == ["no delay", "lock"]


@pytest.mark.parametrize("signal", STILL_HERE.values(), ids=STILL_HERE)
def test_who_is_still_here_goes_on(
    bus: dict[str, str], signal: tuple[str, ...]
) -> None:
    assert heard(bus, *signal) == ["no delay"]


def test_who_listens_no_longer_hears_nothing(bus: dict[str, str]) -> None:
    assert heard(bus, *TURNED_AWAY["sleep"], words=("stopped",)) == ["no delay"]


def test_the_computer_waits_for_the_lock_before_it_sleeps(bus: dict[str, str]) -> None:
    manager = started(LOGIN_MANAGER, bus)
    assert manager.stdout is not None
    assert manager.stdin is not None
    try:
        assert manager.stdout.readline() == "ready\n"
        assert heard(bus) == ["delay"]
        assert heard(bus, words=("stopped",)) == ["no delay"]
    finally:
        manager.kill()
        manager.communicate()


def test_a_computer_without_a_bus_is_no_fault(tmp_path: Path) -> None:
    assert heard(at(f"unix:path={tmp_path}/none")) == ["no delay"]


def test_a_session_is_found_at_its_own_path() -> None:
    assert session_path("2") == "/org/freedesktop/login1/session/_32"
    assert session_path("c12") == "/org/freedesktop/login1/session/c12"
    assert session_path("") == ""

"""What Windows tells the program, as it lies in memory."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

import pytest

from casedesk.ui.lock_watch.windows import (
    LID,
    POWER,
    SESSION,
    SETTING,
    SUSPEND,
    WindowsWatch,
    _Lid,
    _Message,
    register,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SCREEN_LOCKED, SCREEN_UNLOCKED = 0x7, 0x8
RESUMED = 0x12
INPUT_PRESSED = 0x0100


@pytest.fixture
def watch(qapp: QApplication) -> WindowsWatch:
    return WindowsWatch(qapp)


def is_locked_by(
    watch: WindowsWatch, message: int, kind: int, details: int = 0
) -> bool:
    asked: list[None] = []
    watch.lock_wanted.connect(lambda: asked.append(None))
    lying = _Message(message=message, kind=kind, details=details)
    watch.hear(ctypes.addressof(lying))
    return bool(asked)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        pytest.param(POWER, SUSPEND, id="sleep"),
        pytest.param(SESSION, SCREEN_LOCKED, id="screen locked"),
        pytest.param(SESSION, 0x2, id="another user"),
        pytest.param(SESSION, 0x4, id="remote session left"),
        pytest.param(SESSION, 0x6, id="logged off"),
    ],
)
def test_who_turns_away_locks(watch: WindowsWatch, message: int, kind: int) -> None:
    assert is_locked_by(watch, message, kind)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        pytest.param(POWER, RESUMED, id="woken"),
        pytest.param(SESSION, SCREEN_UNLOCKED, id="screen unlocked"),
        pytest.param(SESSION, 0x1, id="back at the screen"),
        pytest.param(SESSION, 0x5, id="logged on"),
        pytest.param(INPUT_PRESSED, SUSPEND, id="no such message"),
    ],
)
def test_who_is_still_here_goes_on(
    watch: WindowsWatch, message: int, kind: int
) -> None:
    assert not is_locked_by(watch, message, kind)


@pytest.mark.parametrize(
    ("told", "locks"),
    [
        pytest.param([1, 0], True, id="closed"),
        pytest.param([0], False, id="in a dock, closed when it begins"),
        pytest.param([0, 1], False, id="opened"),
        pytest.param([0, 1, 0], True, id="opened and closed"),
        pytest.param([0, 0], False, id="told twice"),
    ],
)
def test_the_lid_locks_when_it_is_closed(
    watch: WindowsWatch, told: list[int], locks: bool
) -> None:
    lids = [_Lid((ctypes.c_ubyte * 16)(*LID), 4, is_open) for is_open in told]
    locked = [
        is_locked_by(watch, POWER, SETTING, ctypes.addressof(lid)) for lid in lids
    ]

    assert any(locked) is locks


def test_a_setting_that_is_not_the_lid_does_nothing(watch: WindowsWatch) -> None:
    for value in (1, 0):
        other = _Lid((ctypes.c_ubyte * 16)(*LID[::-1]), 4, value)

        assert not is_locked_by(watch, POWER, SETTING, ctypes.addressof(other))


def test_windows_is_asked_for_session_lid_and_sleep() -> None:
    asked: list[tuple[object, ...]] = []

    class Libraries:
        """Notes what is asked of them."""

        def __getattr__(self, name: str) -> Libraries:
            asked.append((name,))
            return self

        def __call__(self, *values: object) -> None:
            asked.append(values)

    window = ctypes.c_void_p(7)
    register(Libraries(), window)

    assert asked == [
        ("wtsapi32",),
        ("WTSRegisterSessionNotification",),
        (window, 0),
        ("user32",),
        ("RegisterPowerSettingNotification",),
        (window, LID, 0),
        ("user32",),
        ("RegisterSuspendResumeNotification",),
        (window, 0),
    ]


def test_it_can_be_started_and_stopped_on_any_system(
    watch: WindowsWatch, qtbot: QtBot
) -> None:
    watch.start()
    watch.stop()

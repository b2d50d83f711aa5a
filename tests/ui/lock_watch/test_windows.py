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
    ("message", "kind"), [(POWER, SUSPEND), (SESSION, SCREEN_LOCKED), (SESSION, 0x2)]
)
def test_who_turns_away_locks(watch: WindowsWatch, message: int, kind: int) -> None:
    assert is_locked_by(watch, message, kind)


@pytest.mark.parametrize(
    ("message", "kind"),
    [(POWER, RESUMED), (SESSION, SCREEN_UNLOCKED), (INPUT_PRESSED, SUSPEND)],
)
def test_who_is_still_here_goes_on(
    watch: WindowsWatch, message: int, kind: int
) -> None:
    assert not is_locked_by(watch, message, kind)


@pytest.mark.parametrize("is_open", [0, 1])
def test_the_lid_locks_when_it_is_closed(watch: WindowsWatch, is_open: int) -> None:
    lid = _Lid((ctypes.c_ubyte * 16)(*LID), 4, is_open)

    assert is_locked_by(watch, POWER, SETTING, ctypes.addressof(lid)) is not is_open


def test_it_can_be_started_and_stopped_on_any_system(
    watch: WindowsWatch, qtbot: QtBot
) -> None:
    watch.start()
    watch.stop()

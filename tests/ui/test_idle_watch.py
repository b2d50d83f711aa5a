"""A computer nobody uses is noticed by the clock on the wall."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from casedesk.ui.idle_watch import IdleWatch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class WallClock:
    def __init__(self) -> None:
        self.seconds = 1_000_000.0

    def __call__(self) -> float:
        return self.seconds

    def pass_by(self, watch: IdleWatch, seconds: int) -> None:
        """Let time pass as it does while the computer is awake."""
        for _tick in range(seconds // 5):
            self.seconds += 5
            watch.check()


@pytest.fixture
def clock() -> WallClock:
    return WallClock()


@pytest.fixture
def watch(qapp: QApplication, clock: WallClock) -> Iterator[IdleWatch]:
    watch = IdleWatch(qapp, lambda: 5, clock)
    watch.start()
    yield watch
    watch.stop()
    watch.deleteLater()


@pytest.fixture
def idled(watch: IdleWatch) -> list[None]:
    idled: list[None] = []
    watch.idled.connect(lambda: idled.append(None))
    return idled


def test_five_minutes_without_a_key_are_noticed_once(
    watch: IdleWatch, clock: WallClock, idled: list[None]
) -> None:
    clock.pass_by(watch, 295)
    assert not idled

    clock.pass_by(watch, 5)

    assert len(idled) == 1


def test_a_key_begins_the_five_minutes_anew(
    watch: IdleWatch, clock: WallClock, idled: list[None], qtbot: QtBot
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    window = field.windowHandle()
    watch._on_window_changed(window)
    clock.pass_by(watch, 200)

    QApplication.sendEvent(
        window,
        QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"
        ),
    )
    clock.pass_by(watch, 200)

    assert not idled
    assert field.text() == "a"


def test_a_computer_that_slept_counts_as_left_alone(
    watch: IdleWatch, clock: WallClock, idled: list[None]
) -> None:
    clock.seconds += 90

    watch.check()

    assert len(idled) == 1


def test_a_clock_put_back_does_not_put_off_the_lock(
    watch: IdleWatch, clock: WallClock, idled: list[None]
) -> None:
    clock.seconds -= 3600

    clock.pass_by(watch, 305)

    assert len(idled) == 1

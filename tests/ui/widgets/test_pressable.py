from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.keys import press

from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.painted_text import text_height
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pressable(qtbot: QtBot) -> Pressable:
    pressable = Pressable(plain_label("Geht wieder einkaufen", wraps=True))
    qtbot.addWidget(pressable)
    pressable.show()
    return pressable


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_press_it(pressable: Pressable, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(pressable.clicked):
        press(pressable, key)


def test_a_click_on_what_it_carries_presses_it(
    pressable: Pressable, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pressable.clicked):
        QTest.mouseClick(pressable.face, Qt.MouseButton.LeftButton)


def test_focus_is_seen(pressable: Pressable, qtbot: QtBot) -> None:
    with qtbot.waitActive(pressable):
        pressable.activateWindow()
    pressable.clearFocus()
    before = pressable.grab().toImage()

    pressable.setFocus()

    assert pressable.grab().toImage() != before


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("eins zwei drei vier fünf", id="words"),
        pytest.param("Donaudampfschifffahrtsgesellschaft", id="one long word"),
        pytest.param("eins\nzwei", id="lines"),
    ],
)
def test_a_painted_text_wraps(qapp: QApplication, text: str) -> None:
    one_line = text_height("x", qapp.font(), 900)

    assert text_height(text, qapp.font(), 60) >= 2 * one_line

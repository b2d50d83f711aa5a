from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from casedesk.ui.widgets.read_text import ReadText

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_click_presses_and_a_selection_does_not(qtbot: QtBot) -> None:
    text = ReadText()
    text.setText("Anruf der <b>Tochter</b> wegen der Spitex")
    qtbot.addWidget(text)
    text.resize(400, 40)
    text.show()
    pressed: list[bool] = []
    text.pressed.connect(lambda: pressed.append(True))

    QTest.mouseClick(text, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert pressed == [True]

    text.setSelection(0, 5)
    assert text.selectedText() == "Anruf"
    QTest.mouseRelease(text, Qt.MouseButton.LeftButton, pos=QPoint(20, 8))
    assert "<b>" in text.text()

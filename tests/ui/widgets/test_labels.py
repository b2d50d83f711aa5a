from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog
from ui.keys import press

from casedesk.ui.widgets.labels import button, let_enter_press, plain_tip

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_tip_shows_its_lines_to_the_letter() -> None:
    shown = QTextDocument()

    shown.setHtml(plain_tip("<b>Ömer</b> & Co.", "", "<img src='x'>"))

    assert shown.toPlainText() == "<b>Ömer</b> & Co.\n<img src='x'>"


def test_without_lines_there_is_no_tip() -> None:
    assert plain_tip("", "") == ""


def test_enter_presses_a_button_that_has_the_cursor(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    other, chosen = button("Other", "", dialog), button("Chosen", "", dialog)
    other.setDefault(True)
    let_enter_press(chosen)
    pressed: list[str] = []
    for each in (other, chosen):
        each.clicked.connect(partial(pressed.append, each.text()))
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)

    for each in (chosen, other):
        each.setFocus()
        press(each, Qt.Key.Key_Return)

    assert pressed == ["Chosen", "Other"]

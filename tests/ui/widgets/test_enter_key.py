from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from ui.keys import press

from casedesk.ui.widgets.enter_key import let_enter_press
from casedesk.ui.widgets.labels import button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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

"""Enter on a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


def let_enter_press(made: QPushButton) -> None:
    """Let Enter press a button that is not the one of its dialog, when it has focus."""
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        enter = QShortcut(QKeySequence(key), made)
        enter.setContext(Qt.ShortcutContext.WidgetShortcut)
        enter.activated.connect(made.click)

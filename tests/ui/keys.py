"""Types like a person: QTest aborts the whole process at the first umlaut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


def type_text(widget: QWidget, text: str) -> None:
    """Send one key press and release for each letter."""
    for letter in text:
        key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
        _send(widget, key, NO_MODIFIER, "\r" if letter == "\n" else letter)


def press(
    widget: QWidget,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = NO_MODIFIER,
) -> None:
    """Press and release a key that writes nothing."""
    _send(widget, key, modifier, "")


def _send(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier, text: str
) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, modifier, text))

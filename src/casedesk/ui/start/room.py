"""How large a window begins: by its text, but never larger than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MOST = 0.92  # of the screen; the frame needs some
_FRAME = QSize(16, 48)  # so much a frame with its title bar may need


def make_room(window: QWidget, *, letters: int, lines: int) -> None:
    """Give a window room for so many letters and lines of ordinary text."""
    metrics = window.fontMetrics()
    most = window.screen().availableSize() * _MOST
    wide = min(metrics.averageCharWidth() * letters, most.width())
    window.resize(wide, min(metrics.lineSpacing() * lines, most.height()))


def fill_small_screen(window: QWidget, size: QSize) -> None:
    """Make a window so large; where its frame would find no room, all of the screen."""
    window.resize(size)
    needed, most = size + _FRAME, window.screen().availableSize()
    if needed.width() > most.width() or needed.height() > most.height():
        from PySide6.QtCore import Qt  # takes its time, which a start window saves

        window.setWindowState(Qt.WindowState.WindowMaximized)

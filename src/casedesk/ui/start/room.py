"""How large a window begins: by its text, but never larger than the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MOST = 0.92  # of the screen; the frame needs some


def make_room(window: QWidget, *, letters: int, lines: int) -> None:
    """Give a window room for so many letters and lines of ordinary text."""
    metrics = window.fontMetrics()
    most = window.screen().availableSize() * _MOST
    wide = min(metrics.averageCharWidth() * letters, most.width())
    window.resize(wide, min(metrics.lineSpacing() * lines, most.height()))

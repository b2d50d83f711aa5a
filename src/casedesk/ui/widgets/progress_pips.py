"""Progress as a row of short bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.colours import colours

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

GAP = 4


class ProgressPips(QWidget):
    """Shows how many of several steps are done."""

    def __init__(self, parent: QWidget | None = None, *, steps: int = 5) -> None:
        super().__init__(parent)
        self._steps = steps
        self._done = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, words: str) -> None:
        """Show so many steps as done; `words` say the same."""
        self._done = done
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    # --- QWidget

    def sizeHint(self) -> QSize:  # noqa: D102
        line = self.fontMetrics().height()
        return QSize(self._steps * (round(line * 1.25) + GAP) - GAP, line)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        shades = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() + GAP) / self._steps - GAP
        height = self.fontMetrics().height() * 0.42
        top = (self.height() - height) / 2
        for step in range(self._steps):
            shade = shades.accent if step < self._done else shades.track
            painter.setBrush(QColor(shade))
            pip = QRectF(step * (width + GAP), top, width, height)
            painter.drawRoundedRect(pip, height / 2.2, height / 2.2)

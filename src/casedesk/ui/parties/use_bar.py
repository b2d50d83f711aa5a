"""How much of something granted is used, as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.colours import colours

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class UseBar(QWidget):
    """A bar that fills; its words say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self._is_scarce = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, words: str, *, is_scarce: bool) -> None:
        """Fill the bar to a share of 1; `is_scarce` warns."""
        self._share = max(0.0, min(1.0, share))
        self._is_scarce = is_scarce
        self.setAccessibleName(words)
        self.update()

    # --- QWidget

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(100, max(8, self.fontMetrics().height() // 2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        shades = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_ = self.height() / 2
        painter.setBrush(QColor(shades.track))
        painter.drawRoundedRect(QRectF(self.rect()), round_, round_)
        if self._share > 0:
            painter.setBrush(
                QColor(shades.warning if self._is_scarce else shades.accent)
            )
            width = max(self.height(), self.width() * self._share)
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), round_, round_)

"""A stretch of the page that can be pressed, whatever is laid on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from casedesk.ui.colours import colours
from casedesk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QKeyEvent, QPaintEvent

ROUNDING = 5
PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """Carries a widget; a click, Enter or Space on it emits `clicked`."""

    def __init__(self, face: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = face
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID // 2, 2, GRID // 2, 2)
        layout.addWidget(face)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # --- QAbstractButton

    def sizeHint(self) -> QSize:  # noqa: D102
        return self._lines().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self._lines().minimumSize()

    def _lines(self) -> QVBoxLayout:
        layout = self.layout()
        if not isinstance(layout, QVBoxLayout):
            raise TypeError
        return layout

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in PRESSES:
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        if not (self.hasFocus() or self.underMouse()):
            return
        shades = colours(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(shades.accent), 1.6)
        painter.setPen(pen if self.hasFocus() else Qt.PenStyle.NoPen)
        if self.underMouse():
            painter.setBrush(QColor(shades.selected))
        sheet = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(sheet, ROUNDING, ROUNDING)

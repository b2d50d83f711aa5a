"""A grip by which a row is drawn to another place of its list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent


class DragHandle(QLabel):
    """Tells where on the screen it was let go; keys do the same by other means."""

    dropped = Signal(int)  # the height on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("⠿", parent)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("Draw to another place"))
        self._began: int | None = None

    # --- QLabel

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self._began = int(event.globalPosition().y())
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        let_go = int(event.globalPosition().y())
        began, self._began = self._began, None
        if began is not None and abs(let_go - began) > self.height() // 2:
            self.dropped.emit(let_go)

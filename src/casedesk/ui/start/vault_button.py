"""A vault among those opened lately: its name, and beneath it its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casedesk.ui.theme import GRID, set_first_look
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QFontMetrics, QResizeEvent


class VaultButton(QPushButton):
    """Checked while its vault is the one to be opened.

    Lighter than a list with its delegate, for the sake of the first window's speed.
    """

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._name = plain_label("", "strong", self)
        self._folder = plain_label("", "small", self)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._lines.setSpacing(0)
        for label in (self._name, self._folder):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._lines.addWidget(label)
        set_first_look(self, "nav")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setAccessibleName(path.stem)
        self.setAccessibleDescription(str(path.parent))

    # --- QPushButton

    def sizeHint(self) -> QSize:  # noqa: D102
        return self._lines.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return self._lines.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        room = self.width() - 2 * GRID
        for label, text in (
            (self._name, self.path.stem),
            (self._folder, str(self.path.parent)),
        ):
            label.ensurePolished()
            label.setText(_shortened(text, label.fontMetrics(), room))


def _shortened(text: str, metrics: QFontMetrics, room: int) -> str:
    """Leave letters in the middle out until the rest finds room.

    The metrics can do that, too, but would load all that `Qt` itself names: 13 ms.
    """
    if metrics.horizontalAdvance(text) <= room:
        return text
    for kept in range(len(text) - 1, 1, -1):
        shown = f"{text[: kept - kept // 2]}…{text[-(kept // 2) :]}"
        if metrics.horizontalAdvance(shown) <= room:
            return shown
    return "…"

"""A paper that is signed on the screen, beside what is asked about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout

from casedesk.ui.theme import GRID

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SIDE_LETTERS = 52
BESIDE_LETTERS = 130  # in narrower windows, the paper stands above


class PaperBeside(QBoxLayout):
    """Puts the paper beside the rest where there is room, and above it where not."""

    def __init__(self, pages: QWidget, side: QWidget, dialog: QWidget) -> None:
        # Side by side they would keep the window as wide as that; first it is narrow.
        super().__init__(QBoxLayout.Direction.TopToBottom)
        side.setMinimumWidth(SIDE_LETTERS * dialog.fontMetrics().averageCharWidth())
        self.setSpacing(2 * GRID)
        self.addWidget(pages, 11)
        self.addWidget(side, 9)

    def fit(self, dialog: QWidget) -> None:
        """Stand as the width of the dialog allows now."""
        least = BESIDE_LETTERS * dialog.fontMetrics().averageCharWidth()
        direction = QBoxLayout.Direction
        self.setDirection(
            direction.LeftToRight if dialog.width() >= least else direction.TopToBottom
        )

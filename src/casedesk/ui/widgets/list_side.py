"""The list at the left of a page, beside what is chosen in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.ui.widgets.avatar_list import AvatarList

_BESIDE_THE_WORDS = 12 * GRID  # picture, margins and bar of the list


class ListSide(Card):
    """As wide as so many letters of an entry, but at most a share of the page."""

    def __init__(
        self, entries: AvatarList, letters: int, most_share: float, parent: QWidget
    ) -> None:
        super().__init__(parent=parent)
        self._letters = letters
        self._most_share = most_share
        self.setContentsMargins(-GRID, 0, -GRID, 0)  # entries have their own
        self.body.addWidget(entries, 1)

    def beside(self, chosen: QWidget) -> QHBoxLayout:
        """Return a row with the list and what is chosen in it."""
        halves = QHBoxLayout()
        halves.setSpacing(GRID + 2)
        halves.addWidget(self)
        halves.addWidget(chosen, 1)
        return halves

    def fit(self, page: QWidget) -> None:
        """Take its share of a page whose width has changed."""
        wanted = self._letters * page.fontMetrics().averageCharWidth()
        wanted += _BESIDE_THE_WORDS
        self.setFixedWidth(min(wanted, round(page.width() * self._most_share)))

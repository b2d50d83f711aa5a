"""How much of a cost approval is used, in words and as a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.implementation.approval_words import use_words
from casedesk.ui.parties.use_bar import UseBar
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from casedesk.domain.cost_approval import Use
    from casedesk.domain.practice import Country


class UseLine(QWidget):
    """Says how much is used and left; from four fifths on it warns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = plain_label("", "small", self, wraps=True)
        self._bar = UseBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID // 2, 0, GRID // 2, GRID)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addWidget(self._bar)

    def show_use(self, use: Use, country: Country) -> None:
        """Show how much is used; nothing where nothing is approved."""
        words = use_words(use, country)
        self._words.setText(words)
        set_look(self._words, "warning-small" if use.is_scarce else "small")
        share = float(use.share or 0)
        self._bar.show_share(share, words, is_scarce=use.is_scarce)
        self.setVisible(bool(words))

    def words(self) -> str:
        """Return what is said."""
        return self._words.text()

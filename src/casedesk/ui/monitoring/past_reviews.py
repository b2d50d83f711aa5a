"""The confirmed reviews of a case, newest first, to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.monitoring import review_words
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.services.reviews import ReviewSheet


class PastReviews(QWidget):
    """Shows confirmed reviews; the newest is open, the others unfold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, PastReview] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID + 2)

    def show_sheets(self, sheets: Sequence[ReviewSheet]) -> None:
        """Show these; what is confirmed stays, so a card is made only once."""
        keep = {sheet.review.id for sheet in sheets}
        for review_id in [known for known in self.cards if known not in keep]:
            card = self.cards.pop(review_id)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, sheet in enumerate(sheets):
            if sheet.review.id not in self.cards:
                card = PastReview(sheet, self)
                self.cards[sheet.review.id] = card
                self._column.insertWidget(place, card)
                if not place:
                    card.unfold()

    def show_review(self, review_id: str) -> PastReview | None:
        """Unfold the review that is looked for, and return its card."""
        card = self.cards.get(review_id)
        if card is not None:
            card.unfold()
        return card


class PastReview(Card):
    """One confirmed review."""

    def __init__(self, sheet: ReviewSheet, parent: QWidget | None = None) -> None:
        review = sheet.review
        outcome = "" if review.outcome is None else wording.label(review.outcome)
        title = review_words.review_title(review)
        super().__init__(title, parent, note=outcome)
        self._sheet = sheet
        self._text: QWidget | None = None
        self.toggle = button(_("Show"), "link", self)
        self.toggle.setAccessibleName(_("Show: {title}").format(title=title))
        self.add_action(self.toggle)
        self.toggle.clicked.connect(self._on_toggle)

    def unfold(self) -> None:
        """Show all that the review says."""
        if self._text is None:
            self._text = self._made_text()
            self.add(self._text)
        self._text.show()
        self.toggle.setText(_("Hide"))

    def is_unfolded(self) -> bool:
        """Tell whether it is shown in full."""
        return self._text is not None and not self._text.isHidden()

    def said(self) -> str:
        """Return all that it says, in one text."""
        lines = review_words.sheet_lines(self._sheet)
        return "\n".join(f"{what}: {said}" for what, said in lines)

    def _made_text(self) -> QWidget:
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for what, said in review_words.sheet_lines(self._sheet):
            column.addWidget(plain_label(what, "field", text, wraps=True))
            column.addWidget(plain_label(said, "", text, wraps=True))
            column.addSpacing(GRID // 2)
        confirmed = _("Confirmed on {day}; it stays as it is.").format(
            day=wording.day(self._sheet.review.confirmed_on)
        )
        column.addWidget(plain_label(confirmed, "small", text, wraps=True))
        return text

    def _on_toggle(self) -> None:
        if self.is_unfolded() and self._text is not None:
            self._text.hide()
            self.toggle.setText(_("Show"))
        else:
            self.unfold()

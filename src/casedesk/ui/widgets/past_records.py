"""Records that stay as they are, newest first, to be read as questions and answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What is shown of a record: pairs of what it is about and what is said."""

    id: str
    title: str
    note: str
    lines: Sequence[tuple[str, str]]
    foot: str


class PastRecords(QWidget):
    """Shows such records; the newest is open, the others unfold."""

    print_wanted = Signal(str)  # the id of the record

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, PastCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID + 2)

    def show_records(self, records: Sequence[Past]) -> None:
        """Show these; since they never change, a card is made only once."""
        keep = {each.id for each in records}
        for record_id in [known for known in self.cards if known not in keep]:
            card = self.cards.pop(record_id)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, past in enumerate(records):
            if past.id not in self.cards:
                card = PastCard(past, self)
                card.print_wanted.connect(self.print_wanted)
                self.cards[past.id] = card
                self._column.insertWidget(place, card)
                if not place:
                    card.unfold()

    def show_record(self, record_id: str) -> PastCard | None:
        """Unfold the record that is looked for, and return its card."""
        card = self.cards.get(record_id)
        if card is not None:
            card.unfold()
        return card


class PastCard(Card):
    """One record that stays as it is."""

    print_wanted = Signal(str)

    def __init__(self, past: Past, parent: QWidget | None = None) -> None:
        super().__init__(past.title, parent, note=past.note)
        self._past = past
        self._text: QWidget | None = None
        self.toggle = button(_("Show"), "link", self)
        self.toggle.setAccessibleName(_("Show: {title}").format(title=past.title))
        self.print = button(_("Print"), "link", self)
        self.print.setAccessibleName(_("Print: {title}").format(title=past.title))
        self.add_action(self.print)
        self.add_action(self.toggle)
        self.print.clicked.connect(self._on_print)
        self.toggle.clicked.connect(self._on_toggle)

    def unfold(self) -> None:
        """Show all that the record says."""
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
        return "\n".join(f"{what}: {said}" for what, said in self._past.lines)

    def _made_text(self) -> QWidget:
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for what, said in self._past.lines:
            column.addWidget(plain_label(what, "field", text, wraps=True))
            column.addWidget(plain_label(said, "", text, wraps=True))
            column.addSpacing(GRID // 2)
        column.addWidget(plain_label(self._past.foot, "small", text, wraps=True))
        return text

    def _on_print(self) -> None:
        self.print_wanted.emit(self._past.id)

    def _on_toggle(self) -> None:
        if self.is_unfolded() and self._text is not None:
            self._text.hide()
            self.toggle.setText(_("Show"))
        else:
            self.unfold()

"""How an entry is read: a line of facts, what marks it, and its whole texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.entries.entry_words import details_of, facts_of, late_words
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.read_text import ReadText

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QLabel

    from casedesk.domain.case import PartyId
    from casedesk.domain.entry import Entry
    from casedesk.domain.practice import Country


class EntryFace(QWidget):
    """Shows an entry. Labels are made only for what there is."""

    def __init__(self, country: Country, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._country = country
        self._facts = plain_label("", "strong", self, wraps=True)
        self._phase = plain_label("", "small", self)
        self.text = ReadText("", self)
        self._more: dict[str, QLabel] = {}
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._facts, 1)
        head.addWidget(self._phase)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addWidget(self.text)

    def show_entry(
        self, entry: Entry, names: Mapping[PartyId, str], phase: str, domains: str
    ) -> str:
        """Show what an entry says, and return it; the phase may be empty."""
        facts = facts_of(entry, names)
        self._facts.setText(facts)
        self._phase.setText(phase)
        self._phase.setVisible(bool(phase))
        self.text.setText(entry.text or _("(no text yet)"))
        quote = entry.quote.strip()
        neutral = entry.neutral_text.strip()
        late = late_words(entry)
        words = _("“{words}”").format(words=quote) if quote else ""
        self._say("quote", "muted", words)
        said = _("For the payer: {text}").format(text=neutral) if neutral else ""
        self._say("neutral", "small", said)
        details = details_of(entry, self._country)
        self._say("details", "small", " · ".join(filter(None, (domains, details))))
        self._say("late", "warning-small", late)
        return ". ".join(filter(None, (facts, late, entry.text, quote, said, details)))

    def facts(self) -> str:
        """Return the line of facts."""
        return self._facts.text()

    def words(self) -> str:
        """Return all that is shown beneath the line of facts."""
        shown = [self.text, *self._more.values()]
        return "\n".join(label.text() for label in shown if not label.isHidden())

    def _say(self, name: str, look: str, text: str) -> None:
        if name not in self._more:
            if not text:
                return
            self._more[name] = plain_label("", look, self, wraps=True)
            self._column.addWidget(self._more[name])
        self._more[name].setText(text)
        self._more[name].setVisible(bool(text))

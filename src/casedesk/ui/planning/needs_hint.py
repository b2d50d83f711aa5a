"""Which needs of the assessment have no measure, and the step that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.assessment import DomainEntry
    from casedesk.ui.assessment.domain_names import DomainNames

NAME_LETTERS = 30  # the needs stand beneath each other


class NeedsHint(Card):
    """Lists needs without a measure; each offers a goal for its domain."""

    goal_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.offers: list[QPushButton] = []
        self._lines: list[QWidget] = []
        self._sheet = QWidget(self)
        self._rows = QVBoxLayout(self._sheet)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID // 2)
        self.add(self._sheet)
        self.hide()

    def show_entries(self, entries: Sequence[DomainEntry], names: DomainNames) -> None:
        """Show these entries of the assessment."""
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.offers = []
        self._lines = [self._row(entry, names.of(entry)) for entry in entries]
        for line in self._lines:
            self._rows.addWidget(line)

    def _row(self, entry: DomainEntry, name: str) -> QWidget:
        row = QWidget(self._sheet)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        title = plain_label(name, "strong", row, wraps=True)
        title.setFixedWidth(NAME_LETTERS * title.fontMetrics().averageCharWidth())
        layout.addWidget(title)
        need = entry.need or entry.situation
        layout.addWidget(plain_label(need, "", row, wraps=True), 1)
        offer = button(_("Make a goal of it"), "link", row)
        offer.setAccessibleName(_("Make a goal for {domain}").format(domain=name))
        life_domain = entry.life_domain
        offer.clicked.connect(lambda: self.goal_wanted.emit(life_domain))
        layout.addWidget(offer)
        self.offers.append(offer)
        return row


def count_words(count: int) -> str:
    """Say how many needs have no measure."""
    return ngettext(
        "{count} need without a measure", "{count} needs without a measure", count
    ).format(count=count)

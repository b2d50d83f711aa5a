"""What the earlier assessment says about a domain, to be read beside the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.assessment.entry_words import labelled
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Collection

    from casedesk.domain.assessment import DomainEntry


class EarlierCard(Card):
    """Shows an entry read only; what differs now is marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._shown: tuple[object, ...] = ()
        self._sheet = QWidget(self)
        self.add(self._sheet)
        self.body.addStretch(1)

    def show_entry(
        self, title: str, entry: DomainEntry | None, changed: Collection[str]
    ) -> None:
        """Show the earlier entry; the fields in `changed` are marked."""
        if self._shown == (title, entry, tuple(changed)):
            return
        self._shown = (title, entry, tuple(changed))
        self.set_title(title)
        self.body.removeWidget(self._sheet)
        self._sheet.hide()
        self._sheet.deleteLater()
        self._sheet = QWidget(self)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for name, label, words in [] if entry is None else labelled(entry):
            self._add(column, label, words, is_changed=name in changed)
        if not column.count():
            nothing = _("Nothing was noted then.")
            column.addWidget(plain_label(nothing, "muted", self._sheet, wraps=True))
        self.body.insertWidget(0, self._sheet)
        self._sheet.show()

    def _add(
        self, column: QVBoxLayout, label: str, words: str, *, is_changed: bool
    ) -> None:
        if is_changed:
            label = _("{label} – changed").format(label=label)
        look = "accent-small" if is_changed else "field"
        column.addWidget(plain_label(label, look, self._sheet, wraps=True))
        text = plain_label(words, "", self._sheet, wraps=True)
        text.setAccessibleName(f"{label}: {words}")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)

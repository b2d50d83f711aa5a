"""Welcomes who has no vault on this computer yet."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label


class WelcomePane(QWidget):
    """Says in a few lines what a vault is, and offers to make one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = button(_("Set up my practice"), "primary", self)
        self.demo = button(_("Look around in a demo first"), "", self)
        self.trouble = plain_label("", "problem", self, wraps=True)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.new)
        row.addWidget(self.demo)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 4)
        layout.addWidget(plain_label(_("Welcome"), "title", self))
        for words in self._words():
            layout.addWidget(plain_label(words, "", self, wraps=True))
        layout.addSpacing(GRID)
        layout.addLayout(row)
        layout.addWidget(self.trouble)
        layout.addStretch(1)

    def _words(self) -> tuple[str, ...]:
        return (
            _(
                "CaseDesk keeps your clients, cases, plans and consents in one "
                "encrypted file, the vault. It never goes online."
            ),
            _(
                "Setting up takes two minutes: your practice, a place and a passphrase "
                "for the vault, and what stands on your letterhead."
            ),
        )

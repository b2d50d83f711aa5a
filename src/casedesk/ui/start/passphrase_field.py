"""A line for a passphrase, hidden unless the user wants to see it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label


class PassphraseField(QWidget):
    """A labelled line and a button that shows or hides what is typed."""

    edited = Signal()

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self._show = button("", "link", self)
        self._build(label)

    def passphrase(self) -> str:
        """Return what is typed, to the letter."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what is typed and hide what will be."""
        self.line.clear()
        self._show.setChecked(False)

    def show_offered(self, passphrase: str) -> None:
        """Put a passphrase into the line, for everybody at the screen to read."""
        self.line.setText(passphrase)
        self._show.setChecked(True)

    def set_shown(self, is_shown: bool) -> None:
        """Show or hide what is typed."""
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._show.setText(_("Hide") if is_shown else _("Show"))

    def _build(self, label: str) -> None:
        words = plain_label(label, "field", self)
        words.setBuddy(self.line)
        self.line.setAccessibleName(label)
        self._show.setCheckable(True)
        self._show.setAccessibleName(_("Show the passphrase"))
        self.set_shown(False)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.line, 1)
        row.addWidget(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(words)
        layout.addLayout(row)
        self.setFocusProxy(self.line)
        self._show.toggled.connect(self.set_shown)
        self.line.textEdited.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.edited.emit()

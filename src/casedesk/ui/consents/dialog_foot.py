"""The foot of the dialogs about declarations: what is said, cancel, and the deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QLabel, QPushButton


class DialogFoot(QHBoxLayout):
    """A sentence at the left, "Cancel" and the deed at the right."""

    def __init__(self, deed: str, dialog: QDialog) -> None:
        super().__init__()
        self.setSpacing(GRID)
        self.notice: QLabel = plain_label("", "small", dialog, wraps=True)
        self.cancel: QPushButton = button(_("Cancel"), "", dialog)
        self.deed: QPushButton = button(deed, "primary", dialog)
        self.deed.setDefault(True)
        self.addWidget(self.notice, 1)
        self.addWidget(self.cancel)
        self.addWidget(self.deed)
        self.cancel.clicked.connect(dialog.reject)

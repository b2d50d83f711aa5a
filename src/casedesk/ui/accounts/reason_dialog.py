"""Asks why something that was issued is cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.ui import fields, wording
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.dialog_drafts import DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.records import Records


class ReasonDialog(QDialog):
    """Hands the reason on; the dialog stays open while the deed refuses it."""

    done_with = Signal()

    def __init__(
        self,
        title: str,
        words: str,
        deed: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deed = deed
        self._drafts: DialogDrafts | None = None
        self._build(title, words)

    # Any: what is cancelled may be a record of every kind.
    def keep_with(self, records: Records[Any], record_id: str) -> None:
        """Keep the reason with what is to be cancelled, until that is done."""
        self._drafts = DialogDrafts(records, record_id, "cancel", self)
        self._drafts.watch({"reason": self.reason.editor})
        self._foot.cancel.clicked.connect(self._drafts.forget)

    def accept(self) -> None:
        """Do it with the reason that was typed, or say what is missing."""
        reason = str(self.reason.editor.value()).strip()
        self.reason.show_trouble("" if reason else _("Say why it is cancelled."))
        if not reason:
            return
        with problems_shown(self, wording.problem):
            self._deed(reason)
            if self._drafts is not None:
                self._drafts.forget()
            super().accept()
            self.done_with.emit()

    def _build(self, title: str, words: str) -> None:
        self.setWindowTitle(_("Cancellation"))
        self.reason = FieldCell(fields.text("reason", _("Reason")), self)
        foot = self._foot = DialogFoot(title, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(plain_label(title, "heading", self, wraps=True))
        layout.addWidget(plain_label(words, "", self, wraps=True))
        layout.addWidget(self.reason)
        layout.addStretch()
        layout.addLayout(foot)
        foot.deed.clicked.connect(self.accept)
        make_room(self, letters=70, lines=14)

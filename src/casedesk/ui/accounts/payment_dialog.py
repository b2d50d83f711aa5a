"""Notes a payment: when it came in, and how much it was."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from casedesk.ui import fields, wording
from casedesk.ui.consents.dialog_foot import DialogFoot
from casedesk.ui.dialog_drafts import BegunBefore, DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.records import Records


class PaymentDialog(QDialog):
    """Proposes what is open, today; stays open while the deed refuses it."""

    done_with = Signal()

    def __init__(
        self,
        open_cents: int,
        today: date,
        deed: Callable[[date, int], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._deed = deed
        self._open_cents, self._today = open_cents, today
        self._drafts: DialogDrafts | None = None
        self._build(today)
        self._propose()

    # Any: what is paid may be a record of every kind.
    def keep_with(self, records: Records[Any], record_id: str) -> None:
        """Keep what is typed with what is paid, until the payment is noted."""
        self._drafts = DialogDrafts(records, record_id, "payment", self)
        self._drafts.watch({"day": self.day.editor, "cents": self.cents.editor})
        self._drafts.discarded.connect(self._propose)
        self._foot.cancel.clicked.connect(self._drafts.forget)
        self._column.insertWidget(1, BegunBefore(self._drafts, self))

    def accept(self) -> None:
        """Note it, or say what is wrong with day or amount."""
        cells = (self.cents, self.day)
        for cell in cells:
            cell.show_trouble(cell.editor.problem() or "")
        if any(cell.editor.problem() is not None for cell in cells):
            return  # what cannot be read has no value
        day, cents = self.day.editor.value(), self.cents.editor.value()
        if not isinstance(day, date):
            self.day.show_trouble(_("Say when it was paid."))
            return
        if not isinstance(cents, int):
            self.cents.show_trouble(_("Say how much was paid."))
            return
        with problems_shown(self, wording.problem):
            self._deed(day, cents)
            if self._drafts is not None:
                self._drafts.forget()
            super().accept()
            self.done_with.emit()

    def _propose(self) -> None:
        self.day.editor.set_value(self._today)
        self.cents.editor.set_value(self._open_cents)

    def _build(self, today: date) -> None:
        self.setWindowTitle(_("Payment"))
        # In the order in which Tab goes through them.
        self.cents = FieldCell(fields.amount("cents", _("Amount")), self)
        self.day = FieldCell(
            fields.needed_day("received_on", _("Day"), lambda: today), self
        )
        foot = self._foot = DialogFoot(_("Note the payment"), self)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(
            plain_label(_("What was paid of the invoice"), "heading", self, wraps=True)
        )
        layout.addWidget(self.cents)
        layout.addWidget(self.day)
        layout.addStretch()
        layout.addLayout(foot)
        foot.deed.clicked.connect(self.accept)
        make_room(self, letters=60, lines=12)

"""The flat fees of an invoice that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.tariff import FlatPer
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from casedesk.domain.flat_fee import FlatFee, FlatFeeId
    from casedesk.domain.invoice import InvoiceId
    from casedesk.services.invoicing import ShownInvoice
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class FeesCard(Card):
    """Has a form for each flat fee; an issued invoice shows them as its lines."""

    changed = Signal()

    def __init__(
        self, desk: Desk, invoice_id: InvoiceId, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Flat fees"), parent)
        self._desk = desk
        self._invoice_id = invoice_id
        self.rows: dict[FlatFeeId, FeeRow] = {}
        add = button(_("Add a flat fee"), "link", self)
        add.clicked.connect(self.add_fee)
        self.add_action(add)

    def show_invoice(self, shown: ShownInvoice) -> None:
        """Show the fees of a draft; where somebody types, the text stays."""
        invoice = shown.invoice
        self.setVisible(invoice.issued_on is None and not invoice.is_credit)
        for gone in set(self.rows) - {fee.id for fee in shown.fees}:
            row = self.rows.pop(gone)
            row.hide()
            row.deleteLater()
        for fee in shown.fees:
            if fee.id not in self.rows:
                self.rows[fee.id] = self._row(fee)
            self.rows[fee.id].show_fee(fee)

    def flush(self) -> None:
        """Store what is typed now."""
        for row in self.rows.values():
            row.form.flush()

    def add_fee(self) -> None:
        """Charge one more flat fee."""
        with problems_shown(self, wording.problem):
            fee = self._desk.session.invoicing.add_fee(self._invoice_id)
            self.changed.emit()
            self.rows[fee.id].form.focus_field("text")

    def remove(self, fee_id: str) -> None:
        """Take a fee out of the invoice; it can be undone."""
        flat_fees = self._desk.session.flat_fees
        with problems_shown(self, wording.problem):
            self.flush()
            deed = flat_fees.remove(fee_id)
            self._desk.offer_undo(flat_fees.noun, deed)
        self.changed.emit()

    def _row(self, fee: FlatFee) -> FeeRow:
        row = FeeRow(self._desk, fee.id, self)
        row.form.saved.connect(self.changed)
        row.removal_wanted.connect(self.remove)
        self.add(row)
        return row


class FeeRow(QWidget):
    """One flat fee: for what, how often, how much."""

    removal_wanted = Signal(str)

    def __init__(self, desk: Desk, fee_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._fee_id = fee_id
        self.form = RecordForm(_fee_fields(), self, most_columns=3)
        remove = button(_("Remove"), "link", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
        remove.clicked.connect(self._on_remove)

    def show_fee(self, fee: FlatFee) -> None:
        """Show it as it is stored."""
        show_in_form(self.form, self._desk.session.flat_fees, fee)

    def _on_remove(self) -> None:
        self.removal_wanted.emit(self._fee_id)


def _fee_fields() -> list[Field]:
    def label(name: str) -> str:
        return field_label("flat_fee", name)

    return [
        fields.choice("per", label("per"), FlatPer),
        fields.whole_number("quantity", label("quantity")),
        fields.amount("unit_cents", label("unit_cents")),
        fields.text(
            "text",
            label("text"),
            lines=1,
            hint=_("The payer reads this text."),
        ),
    ]

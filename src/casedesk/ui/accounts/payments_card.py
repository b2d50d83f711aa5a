"""What was paid of an invoice, and what is still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.ui import wording
from casedesk.ui.accounts.payment_dialog import PaymentDialog
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.words import phrases

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.invoice import Invoice, InvoiceId
    from casedesk.ui.desk import Desk


class PaymentsCard(Card):
    """Lists the payments of an issued invoice and notes further ones."""

    changed = Signal()

    def __init__(
        self, desk: Desk, invoice_id: InvoiceId, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Payments"), parent)
        self._desk = desk
        self._invoice_id = invoice_id
        self._open_cents = 0
        self._build()

    def show_invoice(self, invoice: Invoice) -> None:
        """Show what was paid; a draft and a credit note have no payments."""
        is_shown = invoice.issued_on is not None and not invoice.is_credit
        self.setVisible(is_shown)
        if not is_shown:
            return
        country = self._desk.session.practice.get().country

        def money(cents: int) -> str:
            return phrases.money(cents, invoice.currency, country)

        self._open_cents = invoice.open_cents
        lines = [
            _("{amount} on {day}").format(
                amount=money(each.cents), day=wording.day(each.received_on)
            )
            for each in invoice.payments
        ]
        self.list.setText("\n".join(lines) or _("Nothing was paid yet."))
        if invoice.paid_on is not None and not lines:
            paid = _("Paid on {day}").format(day=wording.day(invoice.paid_on))
            self.list.setText(paid)
        still = _("Still open: {amount}").format(amount=money(invoice.open_cents))
        self.open.setText(still)
        self.open.setVisible(invoice.is_open)
        self.note.setVisible(invoice.is_open)
        self.whole.setVisible(invoice.is_open)
        has_any = bool(invoice.payments) or invoice.paid_on is not None
        self.back.setVisible(has_any and invoice.cancelled_on is None)

    def _build(self) -> None:
        self.back = button(_("Take the last payment back"), "link", self)
        self.note = button(_("Paid in part …"), "", self)
        self.whole = button(_("Paid today"), "primary", self)
        for act in (self.back, self.note, self.whole):
            self.add_action(act)
        self.list = plain_label("", "", self, wraps=True)
        self.open = plain_label("", "strong", self, wraps=True)
        self.add(self.list)
        self.add(self.open)
        self.back.clicked.connect(self.take_back)
        self.note.clicked.connect(self.ask)
        self.whole.clicked.connect(self.pay_whole)

    def pay_whole(self) -> None:
        """Note that all that is open was paid today."""
        session = self._desk.session
        with problems_shown(self, wording.problem):
            session.invoicing.mark_paid(self._invoice_id, session.clock.today())
        self.changed.emit()

    def take_back(self) -> None:
        """Take the payment back that was noted last."""
        with problems_shown(self, wording.problem):
            self._desk.session.invoicing.take_payment_back(self._invoice_id)
        self.changed.emit()

    def ask(self) -> None:
        """Ask how much was paid, and when."""
        session = self._desk.session
        dialog = PaymentDialog(
            self._open_cents,
            session.clock.today(),
            lambda day, cents: session.invoicing.note_payment(
                self._invoice_id, day, cents
            ),
            self,
        )
        dialog.keep_with(session.invoices, self._invoice_id)
        dialog.done_with.connect(self.changed)
        dialog.open()

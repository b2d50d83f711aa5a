"""One invoice: to whom, what is charged, what is missing, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.case import PartyId
from casedesk.domain.practice import Country
from casedesk.domain.tariff import BillingUnit
from casedesk.ui import fields, wording
from casedesk.ui.accounts.fees_card import FeesCard
from casedesk.ui.accounts.invoice_words import (
    charge_columns,
    standing,
    sums_words,
    title_of,
)
from casedesk.ui.accounts.payments_card import PaymentsCard
from casedesk.ui.accounts.reason_dialog import ReasonDialog
from casedesk.ui.accounts.reminders_card import RemindersCard
from casedesk.ui.accounts.terms_form import vat_fields
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.party_names import party_labels
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import button, named, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.words import phrases

if TYPE_CHECKING:
    from casedesk.domain.charge import Charge
    from casedesk.domain.invoice import Invoice, InvoiceId
    from casedesk.services.invoicing import ShownInvoice
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class InvoiceView(QWidget):
    """Shows an invoice; a draft can be changed, an issued one paid or cancelled."""

    gone = Signal()
    changed = Signal()
    credit_begun = Signal(str)  # the id of the credit note

    def __init__(
        self, desk: Desk, invoice_id: InvoiceId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._invoicing = desk.session.invoicing
        self.invoice_id = invoice_id
        self._shown = self._invoicing.shown(invoice_id)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read again; where the user types, the text stays."""
        session = self._desk.session
        self._shown = shown = self._invoicing.shown(self.invoice_id)
        invoice, today = shown.invoice, session.clock.today()
        self._head.set_title(title_of(invoice))
        self._head.set_note(standing(invoice, today))
        self._reason.setText(invoice.cancel_reason)
        self._reason.setVisible(bool(invoice.cancel_reason))
        show_in_form(self.form, session.invoices, session.invoices.get(invoice.id))
        is_draft = invoice.issued_on is None
        self.form.set_locked(not is_draft or invoice.is_credit)
        self.form.set_field_visible("vat_rate", invoice.vat_rule is VatRule.RATE)
        self.form.set_field_visible("vat_note", invoice.vat_rule is VatRule.EXEMPT)
        for name in ("hourly_cents", "travel_cents"):
            self.form.set_field_visible(name, invoice.unit.charges_time)
        self._show_recipient(shown)
        self._show_acts(shown)
        self.table.show_records(shown.charges)
        self._sums.setText(sums_words(invoice, self._country()))
        self.fees.show_invoice(shown)
        self.payments.show_invoice(invoice)
        self.reminders.show_invoice(invoice)
        self._show_hint(invoice)
        missing = [f"• {wording.label(gap)}" for gap in shown.gaps]
        self._gaps.setText("\n".join(missing))
        self._gap_card.setVisible(bool(missing))

    def flush(self) -> None:
        """Store what is typed now."""
        self.form.flush()
        self.fees.flush()
        self.reminders.flush()

    def print_out(self) -> None:
        """Show the paper; printing or saving it issues the invoice."""
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.preview(
                self._desk.session.invoice_papers.prepare(self.invoice_id)
            )

    def missing(self) -> str:
        """Return what is said to be missing."""
        return self._gaps.text()

    def _show_recipient(self, shown: ShownInvoice) -> None:
        labels = party_labels(self._desk.session, shown.invoice.case_id)
        self.recipient.set_items([("", _("the client")), *labels.items()])
        self.recipient.set_value(shown.invoice.recipient_id or "")
        is_draft = shown.invoice.issued_on is None and not shown.invoice.is_credit
        self.recipient.setEnabled(is_draft)

    def _show_acts(self, shown: ShownInvoice) -> None:
        invoice = shown.invoice
        is_draft = invoice.issued_on is None
        self._issue.setVisible(is_draft)
        self._issue.setEnabled(not shown.gaps)
        self._throw.setVisible(is_draft)
        self._terms.setVisible(is_draft and not invoice.is_credit)
        self._paper.setVisible(not is_draft)
        is_paid = invoice.paid_on is not None and invoice.cancelled_on is None
        self._cancel.setVisible(invoice.is_open or is_paid)

    def _show_hint(self, invoice: Invoice) -> None:
        """Say what strikes the eye, but keeps nobody from issuing."""
        practice = self._desk.session.practice.get()
        lacks_number = invoice.issued_on is None and (
            invoice.vat_rule is VatRule.RATE and not practice.vat_number.strip()
        )
        # In Germany the tax number may stand in its place.
        is_odd = lacks_number and practice.country is not Country.DE
        said = _("VAT is charged, but the practice has no VAT number.")
        self._hint.setText(said if is_odd else "")
        self._hint.setVisible(is_odd)

    def _country(self) -> Country:
        return self._desk.session.practice.get().country

    def _build(self) -> None:
        self._head = Card(_("Invoice"), self)
        self._throw = self._act(_("Throw away"), self._on_throw, "link")
        self._terms = self._act(_("Take over the terms"), self._on_terms, "link")
        self._cancel = self._act(_("Cancel it …"), self._on_cancel, "link")
        self._paper = self._act(_("Show the paper"), self._on_paper)
        self._issue = self._act(_("Print and issue …"), self.print_out, "primary")
        self._reason = plain_label("", "muted", self, wraps=True)
        self.recipient = ChoiceBox((), self, may_be_empty=False)
        self.form = RecordForm(self._fields(), self)
        self._hint = plain_label("", "warning", self, wraps=True)
        self._head.add(self._reason)
        self._head.add(self._hint)
        self._words = Card(_("What stands on the invoice"), self)
        self._words.add(named(field_label("invoice", "recipient_id"), self.recipient))
        self._words.add(self.form)
        self._build_cards()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for card in (self._gaps_card(), self._head, self.payments, self.reminders):
            layout.addWidget(card)
        layout.addWidget(self._words)
        layout.addWidget(self.fees)
        layout.addWidget(self._lines_card())
        self.recipient.edited.connect(self._on_recipient)
        self.form.saved.connect(self._on_saved)

    def _build_cards(self) -> None:
        self.fees = FeesCard(self._desk, self.invoice_id, self)
        self.payments = PaymentsCard(self._desk, self.invoice_id, self)
        self.reminders = RemindersCard(self._desk, self.invoice_id, self)
        for card in (self.fees, self.payments, self.reminders):
            card.changed.connect(self._told)

    def _act(self, text: str, deed: object, look: str = "") -> QWidget:
        act = button(text, look, self)
        act.clicked.connect(deed)
        self._head.add_action(act)
        return act

    def _gaps_card(self) -> Card:
        self._gap_card = Card(_("Still missing on the invoice"), self)
        self._gaps = plain_label("", "warning", self, wraps=True)
        practice = button(_("Enter in the practice"), "link", self)
        practice.clicked.connect(lambda: self._desk.go(Place(page=Page.PRACTICE)))
        self._gap_card.add_action(practice)
        self._gap_card.add(self._gaps)
        return self._gap_card

    def _lines_card(self) -> Card:
        card = Card(_("What is charged"), self)
        self.table: RecordTable[Charge] = RecordTable(
            charge_columns(self._money), self, grows=True
        )
        self.table.setAccessibleName(_("Lines of the invoice"))
        self._sums = plain_label("", "strong", self, wraps=True)
        note = plain_label(
            _("Expenses are charged like the work, with the same VAT."),
            "small",
            self,
            wraps=True,
        )
        for widget in (self.table, self._sums, note):
            card.add(widget)
        return card

    def _money(self, cents: int) -> str:
        return phrases.money(cents, self._shown.invoice.currency, self._country())

    def _fields(self) -> list[Field]:
        def label(name: str) -> str:
            return field_label("invoice", name)

        country = self._country()
        of_germany = fields.line(
            "routing_id",
            label("routing_id"),
            hint=_("Public offices name it; it stands in the e-invoice."),
        )
        of_switzerland = fields.tick("rounds_total", label("rounds_total"))
        return [
            fields.text("recipient", label("recipient"), lines=3),
            fields.line("reference_number", label("reference_number")),
            fields.line("recipient_vat_number", label("recipient_vat_number")),
            *((of_germany,) if country is Country.DE else ()),
            *((of_switzerland,) if country is Country.CH else ()),
            fields.choice("unit", label("unit"), BillingUnit),
            fields.amount("hourly_cents", label("hourly_cents")),
            fields.amount("travel_cents", label("travel_cents")),
            fields.amount("kilometre_cents", label("kilometre_cents")),
            *vat_fields(),
            fields.text("note", label("note"), lines=1),
        ]

    def _told(self) -> None:
        self.refresh()
        self.changed.emit()

    def _on_saved(self) -> None:
        self._told()

    def _on_recipient(self) -> None:
        chosen = self.recipient.value()
        party_id = PartyId(str(chosen)) if chosen else None
        with problems_shown(self, wording.problem):
            self.flush()
            self._invoicing.address_to(self.invoice_id, party_id)
        self._told()

    def _on_terms(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._invoicing.take_terms(self.invoice_id)
        self._told()

    def _on_paper(self) -> None:
        invoice = self._shown.invoice
        self._desk.go(
            Place(
                page=Page.DOCUMENTS,
                case_id=invoice.case_id,
                subject_id=invoice.document_id or "",
            )
        )

    def _on_throw(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._invoicing.remove_draft(self.invoice_id)
            self.gone.emit()

    def _on_cancel(self) -> None:
        dialog = ReasonDialog(
            _("Cancel the invoice"),
            _(
                "An issued invoice is cancelled by a paper with a number of its own, "
                "which is prepared now. As soon as that is printed or saved, the "
                "invoice counts as cancelled and its time sheets can be charged anew."
            ),
            self._begin_credit,
            self,
        )
        dialog.keep_with(self._desk.session.invoices, self.invoice_id)
        dialog.open()

    def _begin_credit(self, reason: str) -> None:
        credit = self._invoicing.begin_credit(self.invoice_id, reason)
        self.credit_begun.emit(credit.id)

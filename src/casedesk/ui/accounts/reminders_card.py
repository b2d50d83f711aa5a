"""The reminders of an invoice: those that went out, and the one being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.invoice import MOST_REMINDERS
from casedesk.ui import fields, wording
from casedesk.ui.accounts.invoice_words import reminder_words
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.words import phrases

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.invoice import Invoice, InvoiceId
    from casedesk.domain.reminder import Reminder
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class RemindersCard(Card):
    """Begins the next letter and shows its words; printing it issues it."""

    changed = Signal()

    def __init__(
        self, desk: Desk, invoice_id: InvoiceId, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Reminders"), parent)
        self._desk = desk
        self._invoice_id = invoice_id
        self.draft: Reminder | None = None
        self._build()

    def show_invoice(self, invoice: Invoice) -> None:
        """Show the reminders of an invoice that is open, or was reminded of."""
        session = self._desk.session
        letters = session.reminders.of(invoice_id=invoice.id)
        country = session.practice.get().country
        self.setVisible(invoice.is_open or bool(invoice.reminded_on))
        self.draft = next((each for each in letters if each.issued_on is None), None)
        lines = [
            reminder_words(
                each, lambda cents: phrases.money(cents, invoice.currency, country)
            )
            for each in letters
            if each.issued_on is not None
        ]
        days = ", ".join(map(wording.day, invoice.reminded_on))
        if days and len(lines) < invoice.reminder_level:
            lines.append(_("Reminded on {days}").format(days=days))
        self.list.setText("\n".join(lines) or _("It was not reminded of yet."))
        is_writing = self.draft is not None and invoice.is_open
        may_begin = invoice.is_open and invoice.reminder_level < MOST_REMINDERS
        self.begin.setVisible(may_begin and not is_writing)
        self.otherwise.setVisible(may_begin and not is_writing)
        for widget in (self.form, self.issue, self.throw):
            widget.setVisible(is_writing)
        if self.draft is not None:
            show_in_form(self.form, session.reminders, self.draft)

    def flush(self) -> None:
        """Store what is typed now."""
        self.form.flush()

    def begin_letter(self) -> None:
        """Begin the next reminder."""
        with problems_shown(self, wording.problem):
            self._desk.session.reminding.begin(self._invoice_id)
        self.changed.emit()
        if self.draft is not None:
            self.form.focus_field("pay_by")

    def print_out(self) -> None:
        """Show the letter; printing or saving it issues it."""
        if self.draft is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.preview(self._desk.session.reminding.prepare(self.draft.id))

    def throw_away(self) -> None:
        """Throw the draft away."""
        if self.draft is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.session.reminding.remove_draft(self.draft.id)
        self.changed.emit()

    def remind_otherwise(self) -> None:
        """Note a reminder by telephone or mail, without a letter."""
        session = self._desk.session
        with problems_shown(self, wording.problem):
            session.invoicing.remind(self._invoice_id, session.clock.today())
        self.changed.emit()

    def _build(self) -> None:
        self.throw = button(_("Throw away"), "link", self)
        self.otherwise = button(_("Reminded today without a letter"), "link", self)
        self.begin = button(_("Write a reminder"), "", self)
        self.issue = button(_("Print and issue …"), "primary", self)
        for act in (self.throw, self.otherwise, self.begin, self.issue):
            self.add_action(act)
        self.list = plain_label("", "", self, wraps=True)
        self.form = RecordForm(self._fields(), self)
        self.add(self.list)
        self.add(self.form)
        self.throw.clicked.connect(self.throw_away)
        self.otherwise.clicked.connect(self.remind_otherwise)
        self.begin.clicked.connect(self.begin_letter)
        self.issue.clicked.connect(self.print_out)

    def _fields(self) -> list[Field]:
        def label(name: str) -> str:
            return field_label("reminder", name)

        return [
            fields.day("pay_by", label("pay_by"), self._desk.session.clock.today),
            fields.amount(
                "extra_cents",
                label("extra_cents"),
                hint=_(
                    "Nothing is claimed unless you enter it. Whether you may claim "
                    "fees or interest, CaseDesk does not decide."
                ),
            ),
            fields.line("extra_words", label("extra_words")),
            fields.text("text", label("text"), lines=2),
        ]

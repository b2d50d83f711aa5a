"""Reminders of open invoices: begun, printed as letters, noted in the invoice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentId, DocumentKind
from casedesk.domain.handing import Whom
from casedesk.domain.reminder import (
    DAYS_TO_PAY,
    Reminder,
    ReminderChanged,
    ReminderId,
    ReminderStays,
    check_to_issue,
    check_to_remind,
)
from casedesk.pdf import reminder as reminder_pdf
from casedesk.services.account_papers import CATEGORIES
from casedesk.services.paper import Paper, new_imprint, prepared
from casedesk.services.paper_words import reminder as reminder_words
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.paper_words.reminder import Reminded
from casedesk.services.time_sheets import read_terms
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.document import Document
    from casedesk.domain.handing import Handing
    from casedesk.domain.invoice import InvoiceId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class ReminderService:
    """Begins reminders and prepares their letters; issuing is as for all papers."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def begin(self, invoice_id: InvoiceId) -> Reminder:
        """Begin the next reminder of an invoice, or return the one that was begun."""
        with self._database.read() as tables:
            for each in tables.reminders.of(invoice_id=invoice_id):
                if each.issued_on is None:
                    return each
        reminder_id = ReminderId(self._clock.new_id())
        today = self._clock.today()
        with self._database.write("reminder.begin", reminder_id) as tables:
            invoice = tables.invoices.get(invoice_id)
            check_to_remind(invoice)
            reminder = Reminder(
                id=reminder_id,
                case_id=invoice.case_id,
                invoice_id=invoice_id,
                level=invoice.reminder_level + 1,
                pay_by=today + timedelta(days=DAYS_TO_PAY),
                created_on=today,
            )
            tables.reminders.add(reminder)
        self._announcer.announce("reminder")
        return reminder

    def remove_draft(self, reminder_id: ReminderId) -> None:
        """Throw a draft away."""
        with self._database.write("reminder.remove", reminder_id) as tables:
            if tables.reminders.get(reminder_id).issued_on is not None:
                raise ReminderStays
            tables.reminders.remove(reminder_id)
        self._announcer.announce("reminder")

    def prepare(
        self, reminder_id: ReminderId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare a draft as it would be issued today, for what is open today."""
        with self._database.read() as tables:
            reminded = self._reminded(tables, reminder_id)
            new_id = DocumentId(self._clock.new_id())
            kind = DocumentKind.REMINDER
            imprint = new_imprint(tables, reminded.case, kind, new_id)
        words = Words(language or reminded.case.practice.language)
        composed = reminder_words.reminder(imprint, reminded, words)
        template = reminder_words.REMINDER_TEMPLATE
        render = partial(reminder_pdf.render, composed)
        return replace(
            prepared(imprint, reminded.reminder.case_id, words, template, render),
            categories=CATEGORIES,
            usually_for=reminded.invoice.recipient_id or Whom.CLIENT,
            remade=lambda other: self.prepare(reminder_id, language=other),
            filed=partial(self._issue, reminded),
        )

    def _reminded(self, tables: Tables, reminder_id: ReminderId) -> Reminded:
        reminder = tables.reminders.get(reminder_id)
        if reminder.issued_on is not None:
            raise ReminderStays
        invoice = tables.invoices.get(reminder.invoice_id)
        today = self._clock.today()
        check_to_remind(invoice)
        check_to_issue(reminder, today)
        return Reminded(
            reminder=replace(
                reminder,
                level=invoice.reminder_level + 1,
                open_cents=invoice.open_cents,
                issued_on=today,
            ),
            invoice=invoice,
            case=read_case(tables, reminder.case_id, today),
            terms=read_terms(tables, reminder.case_id),
        )

    def _issue(
        self, shown: Reminded, tables: Tables, document: Document, _: Handing
    ) -> str:
        """Issue what was shown in the deed that files its paper, and note it."""
        now = self._reminded(tables, shown.reminder.id)
        is_as_shown = (
            now.reminder == shown.reminder
            and now.invoice == shown.invoice
            and now.terms == shown.terms
        )
        if not is_as_shown:
            raise ReminderChanged
        tables.reminders.update(replace(now.reminder, document_id=document.id))
        days = (*now.invoice.reminded_on, self._clock.today())
        tables.invoices.update(replace(now.invoice, reminded_on=days))
        return "invoice"

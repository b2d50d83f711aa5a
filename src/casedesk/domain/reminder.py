"""Reminders: letters that ask for what is still open of an invoice.

Nothing is claimed beside the invoice unless the user has typed it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NewType

from casedesk.domain.invoice import MOST_REMINDERS, AllReminded, NotOpen
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.invoice import Invoice, InvoiceId

ReminderId = NewType("ReminderId", str)
DAYS_TO_PAY = 14  # a start; the day can be changed before the letter goes


class ReminderStays(RuleBroken):
    """A letter that was issued is not changed."""


class ReminderChanged(RuleBroken):
    """The reminder, or what is open, is not what its paper says any more."""


class PayByIsPast(RuleBroken):
    """The day by which is asked to pay lies before the letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A letter about an open invoice; a draft until it is issued."""

    id: ReminderId
    case_id: CaseId
    invoice_id: InvoiceId
    level: int = 1
    """The first, second or third reminder of this invoice."""
    pay_by: date | None = None
    text: str = ""
    """What is said beside the usual words."""
    extra_cents: int | None = None
    """What is claimed beside the invoice, if the user says so."""
    extra_words: str = ""
    open_cents: int = 0
    """What was open of the invoice when the letter was issued."""
    created_on: date
    issued_on: date | None = None
    document_id: DocumentId | None = None

    @property
    def total_cents(self) -> int:
        """What the letter asks for."""
        return self.open_cents + (self.extra_cents or 0)


def check_to_remind(invoice: Invoice) -> None:
    """Raise what forbids another reminder of an invoice."""
    if not invoice.is_open:
        raise NotOpen
    if invoice.reminder_level >= MOST_REMINDERS:
        raise AllReminded


def check_to_issue(reminder: Reminder, today: date) -> None:
    """Raise `PayByIsPast` if it would ask to pay before it was written."""
    if reminder.pay_by is not None and reminder.pay_by < today:
        raise PayByIsPast


_DRAFT_FIELDS = frozenset({"pay_by", "text", "extra_cents", "extra_words"})


def check_reminder_change(before: Reminder, after: Reminder | None) -> None:
    """Raise `ReminderStays` unless words of a draft are changed, or a draft goes."""
    if before.issued_on is not None and after != before:
        raise ReminderStays
    if after is None:
        return
    for field in fields(before):
        is_changed = getattr(before, field.name) != getattr(after, field.name)
        if is_changed and field.name not in _DRAFT_FIELDS:
            raise ReminderStays

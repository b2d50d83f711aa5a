"""What went wrong with time sheets and invoices, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain import billing_terms as b
from casedesk.domain import flat_fee as f
from casedesk.domain import invoice as i
from casedesk.domain import invoice_gap as g
from casedesk.domain import reminder as r
from casedesk.domain import time_sheet as t
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.domain.problems import Problem


def account_problems() -> dict[type[Problem], str]:
    """Return the words for each problem."""
    return {
        b.NotARounding: _("Time is rounded to 1, 5, 6, 10 or 15 minutes."),
        b.NotARate: _("The rate of a tax lies between 0 and 100 per cent."),
        t.TimeSheetStays: _(
            "This time sheet was issued and stays as it is. Cancel it to correct it."
        ),
        t.TimeSheetBehind: _(
            "The record has changed since the time sheet was begun. Take over what has "
            "changed first."
        ),
        t.TimeSheetEmpty: _("No entry stands in this time sheet."),
        t.TimeSheetEndsBeforeItBegins: _("The period ends before it begins."),
        t.TimeSheetInvoiced: _(
            "An invoice rests on this time sheet. Cancel the invoice first."
        ),
        t.CancelledWithoutReason: _("Say why it is cancelled."),
        t.NotIssued: _("Only what was issued can be cancelled."),
        i.InvoiceStays: _(
            "This invoice was issued and stays as it is. Cancel it by a credit note."
        ),
        g.InvoiceLacks: _("Something is missing that has to stand on the invoice."),
        i.SheetNotToBill: _(
            "Only an issued time sheet is charged, and only by one invoice."
        ),
        i.NotOpen: _("This invoice is not open."),
        i.PaidBeforeIssued: _("That day lies before the invoice was issued."),
        i.NotAPayment: _(
            "A payment is more than nothing and not more than what is still open."
        ),
        f.NotAQuantity: _("A flat fee is charged at least once."),
        r.ReminderStays: _("This reminder was issued and stays as it is."),
        r.ReminderChanged: _(
            "Something has changed since the reminder was shown. Show it again."
        ),
        r.PayByIsPast: _("The day by which is to be paid has passed already."),
        i.AllReminded: _("Three reminders are noted already."),
        i.InvoiceChanged: _(
            "Something has changed since the invoice was shown. Show it again."
        ),
    }

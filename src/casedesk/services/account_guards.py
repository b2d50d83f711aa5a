"""What stays as the payer got it, looked at within the deed that would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.invoice import (
    InvoiceStays,
    SheetNotToBill,
    check_invoice_change,
    check_to_bill,
    is_billed,
)
from casedesk.domain.reminder import (
    ReminderStays,
    check_reminder_change,
    check_to_remind,
)
from casedesk.domain.time_sheet import (
    TimeSheetInvoiced,
    TimeSheetState,
    TimeSheetStays,
    check_line_change,
    check_sheet_change,
)

if TYPE_CHECKING:
    from casedesk.domain.flat_fee import FlatFee
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.reminder import Reminder
    from casedesk.domain.time_sheet import TimeSheet, TimeSheetLine
    from casedesk.store.tables import Tables


def guard_time_sheet(
    _: Tables, before: TimeSheet | None, after: TimeSheet | None
) -> None:
    """Raise `TimeSheetStays` if an issued sheet would change, or one would come in so.

    It is issued with its paper alone.
    """
    if before is not None:
        check_sheet_change(before, after)
    elif after is not None and after.state is not TimeSheetState.DRAFT:
        raise TimeSheetStays


def guard_line(
    tables: Tables, before: TimeSheetLine | None, after: TimeSheetLine | None
) -> None:
    """Raise `TimeSheetStays` unless words or choice of a draft's line are changed."""
    either = before or after
    if either is not None:
        check_line_change(tables.time_sheets.get(either.sheet_id), before, after)


def guard_restored_line(
    tables: Tables, before: TimeSheetLine | None, after: TimeSheetLine | None
) -> None:
    """Raise `TimeSheetStays` if a line would come back or go after its sheet went out.

    A draft that was thrown away comes back with its lines.
    """
    either = before or after
    if either is not None:
        sheet = tables.time_sheets.get(either.sheet_id)
        if sheet.state is not TimeSheetState.DRAFT:
            raise TimeSheetStays


def guard_invoice(
    tables: Tables, before: Invoice | None, after: Invoice | None
) -> None:
    """Raise `InvoiceStays` or `SheetNotToBill` if an invoice may not be so.

    It is begun by a deed of its own, which looks at the time sheets.
    """
    if before is None:
        raise InvoiceStays
    check_invoice_change(before, after)
    if after is not None and after.sheet_ids != before.sheet_ids:
        check_sheets(tables, after)


def guard_restored_invoice(
    tables: Tables, before: Invoice | None, after: Invoice | None
) -> None:
    """Raise `InvoiceStays` or `SheetNotToBill` if an invoice may not come back or go.

    A draft that was thrown away comes back if its sheets still wait for one.
    """
    if before is not None:
        check_invoice_change(before, after)
    elif after is not None:
        if after.issued_on is not None:
            raise InvoiceStays
        if after.credits_id is None:
            check_sheets(tables, after)


def guard_flat_fee(
    tables: Tables, before: FlatFee | None, after: FlatFee | None
) -> None:
    """Raise `InvoiceStays` unless the fee stands in the draft of an invoice."""
    for fee in (before, after):
        if fee is not None:
            invoice = tables.invoices.get(fee.invoice_id)
            if invoice.issued_on is not None or invoice.is_credit:
                raise InvoiceStays


def guard_reminder(_: Tables, before: Reminder | None, after: Reminder | None) -> None:
    """Raise `ReminderStays` unless words of a draft are changed.

    It is begun by a deed of its own, which looks at the invoice.
    """
    if before is None:
        raise ReminderStays
    check_reminder_change(before, after)


def guard_restored_reminder(
    tables: Tables, before: Reminder | None, after: Reminder | None
) -> None:
    """Raise what forbids that a reminder comes back or goes.

    A draft that was thrown away comes back while its invoice is still open.
    """
    if before is not None:
        check_reminder_change(before, after)
    elif after is not None:
        if after.issued_on is not None:
            raise ReminderStays
        check_to_remind(tables.invoices.get(after.invoice_id))


def check_sheets(tables: Tables, invoice: Invoice) -> None:
    """Raise `SheetNotToBill` unless every sheet is issued and billed by no other."""
    others = [
        each
        for each in tables.invoices.of(case_id=invoice.case_id)
        if each.id != invoice.id
    ]
    for sheet_id in invoice.sheet_ids:
        sheet = tables.time_sheets.find(sheet_id)
        if sheet is None or sheet.case_id != invoice.case_id:
            raise SheetNotToBill
        check_to_bill(sheet, others)


def check_not_billed(tables: Tables, sheet: TimeSheet) -> None:
    """Raise `TimeSheetInvoiced` if an invoice rests on a sheet."""
    if is_billed(sheet, tables.invoices.of(case_id=sheet.case_id)):
        raise TimeSheetInvoiced

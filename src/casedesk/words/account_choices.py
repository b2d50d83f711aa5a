"""The words for the choices of time sheets and invoices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.account_use import UseState
from casedesk.domain.billing_terms import VatRule
from casedesk.domain.charge import ChargeKind
from casedesk.domain.invoice import InvoiceState
from casedesk.domain.invoice_gap import InvoiceGap
from casedesk.domain.tariff import BillingUnit, FlatPer
from casedesk.domain.time_sheet import TimeSheetState
from casedesk.domain.working_time import RoundingMode

if TYPE_CHECKING:
    from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation; it is translated when it is used."""
    return message


ACCOUNT_LABELS: dict[type[StrEnum], dict[StrEnum, str]] = {
    RoundingMode: {
        RoundingMode.UP: _("up"),
        RoundingMode.NEAREST: _("to the nearest"),
    },
    VatRule: {
        VatRule.RATE: _("VAT is charged"),
        VatRule.EXEMPT: _("no VAT, with a note that says why"),
    },
    UseState: {
        UseState.OPEN: _("nothing approved"),
        UseState.ENOUGH: _("enough left"),
        UseState.SCARCE: _("nearly used up"),
        UseState.OVERDRAWN: _("overdrawn"),
    },
    TimeSheetState: {
        TimeSheetState.DRAFT: _("draft"),
        TimeSheetState.ISSUED: _("issued, locked"),
        TimeSheetState.CANCELLED: _("cancelled"),
    },
    InvoiceState: {
        InvoiceState.DRAFT: _("draft"),
        InvoiceState.ISSUED: _("open"),
        InvoiceState.PART_PAID: _("partly paid"),
        InvoiceState.OVERDUE: _("overdue"),
        InvoiceState.REMINDED: _("reminded"),
        InvoiceState.PAID: _("paid"),
        InvoiceState.CANCELLED: _("cancelled"),
        InvoiceState.CREDIT: _("credit note"),
    },
    ChargeKind: {
        ChargeKind.TIME: _("Work"),
        ChargeKind.TRAVEL: _("Travel"),
        ChargeKind.KILOMETRES: _("Kilometres"),
        ChargeKind.EXPENSES: _("Expenses"),
        ChargeKind.FLAT: _("Flat fee"),
    },
    BillingUnit: {
        BillingUnit.HOUR: _("hour"),
        BillingUnit.SERVICE_HOUR: _("service hour of 60 minutes"),
        BillingUnit.LESSON: _("unit of 45 minutes"),
        BillingUnit.FLAT: _("flat fee; time is not charged"),
    },
    FlatPer: {
        FlatPer.CASE: _("case"),
        FlatPer.MONTH: _("month"),
        FlatPer.SERVICE: _("service"),
    },
    InvoiceGap: {
        InvoiceGap.NO_SHEET: _("Which time sheets are charged"),
        InvoiceGap.NO_RATE: _("What an hour, or another unit, costs"),
        InvoiceGap.NO_FLAT_FEE: _("A flat fee, since time is not charged"),
        InvoiceGap.NO_FLAT_PRICE: _("What the flat fee comes to"),
        InvoiceGap.NO_KILOMETRE_RATE: _("What a kilometre costs (0 if nothing)"),
        InvoiceGap.NO_SENDER: _("Name and address of the practice"),
        InvoiceGap.NO_RECIPIENT: _("Name and address of who gets the invoice"),
        InvoiceGap.NO_VAT_RULE: _("Whether VAT is charged"),
        InvoiceGap.NO_VAT_RATE: _("The rate of the VAT"),
        InvoiceGap.NO_VAT_NOTE: _("Why no VAT is charged"),
        InvoiceGap.NO_TAX_NUMBER: _("Tax number or VAT number of the practice"),
        InvoiceGap.NO_ACCOUNT: _("The account (IBAN) to which it is paid"),
        InvoiceGap.NO_ADDRESS: _(
            "The last line of the address: postcode and town, such as 3000 Bern"
        ),
        InvoiceGap.NO_PAYMENT_DAYS: _("Within how many days it is to be paid"),
    },
}

"""The words for the fields of time sheets, invoices and terms of billing."""

from __future__ import annotations

from casedesk.ui.language import gettext as _


def _terms() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "unit": _("Charged by"),
        "hourly_cents": _("Price of a unit of work"),
        "travel_cents": _("Price of a unit on the way"),
        "kilometre_cents": _("A kilometre costs"),
        "flat_cents": _("Flat fee"),
        "flat_per": _("Flat fee per"),
        "rounding_minutes": _("Round to minutes"),
        "rounding_mode": _("Rounded"),
        "vat_rule": _("VAT"),
        "vat_rate": _("Rate of the VAT in per cent"),
        "vat_note": _("Why no VAT is charged"),
        "payment_days": _("To be paid within days"),
        "currency": _("Currency"),
        "rounds_total": _("Total"),
        "iban": _("IBAN"),
        "bank": _("Bank"),
    }


def _sheet() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "party_id": _("Payer"),
        "starts_on": _("From"),
        "ends_on": _("Until"),
        "reference_number": _("Reference of the payer"),
        "approval_number": _("Cost approval"),
        "note": _("Remark on the paper"),
        "rounding_minutes": _("Round to minutes"),
        "rounding_mode": _("Rounded"),
        "unit": _("Charged by"),
        "created_on": _("Begun on"),
        "issued_on": _("Issued on"),
        "document_id": _("Document"),
        "number": _("Number"),
        "cancelled_on": _("Cancelled on"),
        "cancel_reason": _("Why it was cancelled"),
    }


def _line() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "sheet_id": _("Time sheet"),
        "entry_id": _("Entry"),
        "happened_on": _("Day"),
        "from_time": _("From"),
        "until_time": _("Until"),
        "time_category": _("Counts as"),
        "minutes": _("Minutes"),
        "travel_minutes": _("Travel time"),
        "kilometres": _("Kilometres"),
        "expense_cents": _("Expenses"),
        "expense_note": _("Spent on"),
        "has_receipt": _("There is a receipt"),
        "text": _("Neutral text for the payer"),
        "copied_text": _("Neutral text in the record"),
        "takes_over": _("Stands in the time sheet"),
    }


def _invoice() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "recipient_id": _("Who gets it"),
        "sheet_ids": _("Time sheets"),
        "credits_id": _("Cancels the invoice"),
        "number": _("Number"),
        "recipient": _("Name and address of who gets it"),
        "recipient_vat_number": _("VAT number of who gets it"),
        "routing_id": _("Routing number (Leitweg-ID)"),
        "reference_number": _("Reference of the payer"),
        "note": _("Remark on the paper"),
        "currency": _("Currency"),
        "unit": _("Charged by"),
        "hourly_cents": _("Price of a unit of work"),
        "travel_cents": _("Price of a unit on the way"),
        "kilometre_cents": _("A kilometre costs"),
        "vat_rule": _("VAT"),
        "vat_rate": _("Rate of the VAT in per cent"),
        "vat_note": _("Why no VAT is charged"),
        "net_cents": _("Sum without VAT"),
        "vat_cents": _("VAT"),
        "rounds_total": _("Total rounded to 5 Rappen"),
        "rounding_cents": _("Rounding"),
        "payment_reference": _("Reference of the payment"),
        "created_on": _("Begun on"),
        "issued_on": _("Issued on"),
        "due_on": _("To be paid by"),
        "document_id": _("Document"),
        "paid_on": _("Paid on"),
        "received_on": _("Payments received on"),
        "received_cents": _("Payments received"),
        "reminded_on": _("Reminded on"),
        "cancelled_on": _("Cancelled on"),
        "cancel_reason": _("Why it was cancelled"),
    }


def _flat_fee() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "invoice_id": _("Invoice"),
        "per": _("Flat fee per"),
        "text": _("Words on the invoice"),
        "quantity": _("How often"),
        "unit_cents": _("Flat fee"),
    }


def _reminder() -> dict[str, str]:
    return {
        "case_id": _("Case"),
        "invoice_id": _("Invoice"),
        "level": _("Which reminder it is"),
        "pay_by": _("To be paid by"),
        "text": _("Words of your own"),
        "extra_cents": _("Claimed beside the invoice"),
        "extra_words": _("What is claimed beside it"),
        "open_cents": _("Still open"),
        "created_on": _("Begun on"),
        "issued_on": _("Issued on"),
        "document_id": _("Document"),
    }


ACCOUNT_WORDS = {
    "billing_terms": _terms,
    "time_sheet": _sheet,
    "time_sheet_line": _line,
    "invoice": _invoice,
    "flat_fee": _flat_fee,
    "reminder": _reminder,
}

"""Invoices in words: their lines, their sums, their place in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.invoice import ChargeKind, InvoiceState
from casedesk.ui import wording
from casedesk.ui.accounts.terms_form import shown_rate
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.avatar_list import AvatarItem
from casedesk.ui.widgets.labels import Tone
from casedesk.ui.widgets.record_table import Column
from casedesk.words import phrases

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.invoice import Charge, Invoice
    from casedesk.domain.practice import Country

_TONES = {
    InvoiceState.DRAFT: Tone.ACCENT,
    InvoiceState.OVERDUE: Tone.WARNING,
    InvoiceState.REMINDED: Tone.WARNING,
    InvoiceState.PAID: Tone.OK,
}


def charge_columns(country: Country) -> tuple[Column[Charge], ...]:
    """Describe the table of what is charged."""
    return (
        Column(_("Work"), charged, stretch=3),
        Column(_("Quantity"), _quantity, align_right=True),
        Column(
            _("Price"),
            lambda charge: phrases.amount(charge.unit_cents, country),
            align_right=True,
        ),
        Column(
            _("Amount"),
            lambda charge: phrases.amount(charge.net_cents, country),
            align_right=True,
        ),
    )


def charged(charge: Charge) -> str:
    """Name what a line charges."""
    if charge.kind is not ChargeKind.TIME:
        return wording.label(charge.kind)
    return wording.label(charge.category) if charge.category else _("Case work")


def _quantity(charge: Charge) -> str:
    if charge.kind in (ChargeKind.TIME, ChargeKind.TRAVEL):
        hours, minutes = divmod(charge.quantity, 60)
        return _("{hours}:{minutes:02} h").format(hours=hours, minutes=minutes)
    if charge.kind is ChargeKind.KILOMETRES:
        return _("{count} km").format(count=charge.quantity)
    return ""


def sums_words(invoice: Invoice, country: Country) -> str:
    """Say what an invoice comes to."""
    total = phrases.amount(invoice.total_cents, country)
    if invoice.vat_rule is not VatRule.RATE:
        return _("In all {total}").format(total=total)
    return _("{net} and {rate} % VAT {vat}, in all {total}").format(
        net=phrases.amount(invoice.net_cents, country),
        rate=shown_rate(invoice.vat_rate or 0),
        vat=phrases.amount(invoice.vat_cents, country),
        total=total,
    )


def title_of(invoice: Invoice) -> str:
    """Name an invoice, or the note that cancels one."""
    kind = _("Credit note") if invoice.is_credit else _("Invoice")
    return " ".join(filter(None, (kind, invoice.number)))


def standing(invoice: Invoice, today: date) -> str:
    """Say where an invoice stands, and since when or until when."""
    state = invoice.state_on(today)
    day = {
        InvoiceState.ISSUED: invoice.due_on,
        InvoiceState.OVERDUE: invoice.due_on,
        InvoiceState.PAID: invoice.paid_on,
        InvoiceState.CANCELLED: invoice.cancelled_on,
        InvoiceState.REMINDED: invoice.reminded_on[-1] if invoice.reminded_on else None,
    }.get(state)
    words = {
        InvoiceState.ISSUED: _("open, to be paid by {day}"),
        InvoiceState.OVERDUE: _("overdue since {day}"),
        InvoiceState.PAID: _("paid on {day}"),
        InvoiceState.CANCELLED: _("cancelled on {day}"),
        InvoiceState.REMINDED: _("reminded for the {count}. time on {day}"),
    }.get(state)
    if words is None:
        return wording.label(state)
    return words.format(day=wording.day(day), count=invoice.reminder_level)


def invoice_item(
    invoice: Invoice, country: Country, today: date, who: str = ""
) -> AvatarItem:
    """Show an invoice in a list: to whom, how much, and where it stands."""
    state = invoice.state_on(today)
    recipient = next(iter(invoice.recipient.splitlines()), "")
    return AvatarItem(
        key=invoice.id,
        initials="∑",
        title=title_of(invoice),
        middle=" · ".join(
            filter(None, (phrases.amount(invoice.total_cents or None, country), who))
        )
        or _("not issued yet"),
        subtitle=recipient,
        badge=wording.label(state),
        badge_tone=_TONES.get(state, Tone.NEUTRAL),
        badge_words=standing(invoice, today),
    )

"""Invoices in words: their lines, their sums, their place in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import VatRule
from casedesk.domain.charge import ChargeKind
from casedesk.domain.invoice import InvoiceState
from casedesk.domain.tariff import BillingUnit, FlatPer
from casedesk.ui import wording
from casedesk.ui.accounts.terms_form import shown_rate
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.avatar_list import AvatarItem
from casedesk.ui.widgets.labels import Tone
from casedesk.ui.widgets.record_table import Column
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casedesk.domain.charge import Charge
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.practice import Country
    from casedesk.domain.reminder import Reminder

_TONES = {
    InvoiceState.DRAFT: Tone.ACCENT,
    InvoiceState.OVERDUE: Tone.WARNING,
    InvoiceState.REMINDED: Tone.WARNING,
    InvoiceState.PART_PAID: Tone.ACCENT,
    InvoiceState.PAID: Tone.OK,
}


def charge_columns(money: Callable[[int], str]) -> tuple[Column[Charge], ...]:
    """Describe the table of what is charged; `money` knows the invoice's currency."""
    return (
        Column(_("Work"), charged, stretch=3),
        Column(_("Quantity"), _quantity, align_right=True),
        Column(_("Price"), lambda charge: _price(charge, money), align_right=True),
        Column(_("Amount"), lambda charge: money(charge.net_cents), align_right=True),
    )


def _price(charge: Charge, money: Callable[[int], str]) -> str:
    said = (
        {
            FlatPer.CASE: _("{amount} for the case"),
            FlatPer.MONTH: _("{amount} a month"),
            FlatPer.SERVICE: _("{amount} a service"),
        }.get(charge.per, "{amount}")
        if charge.per
        else "{amount}"
    )
    return said.format(amount=money(charge.unit_cents))


def charged(charge: Charge) -> str:
    """Name what a line charges."""
    if charge.kind is ChargeKind.FLAT and charge.text:
        return charge.text
    if charge.kind is not ChargeKind.TIME:
        return wording.label(charge.kind)
    return wording.label(charge.category) if charge.category else _("Case work")


def _quantity(charge: Charge) -> str:
    if charge.kind in (ChargeKind.TIME, ChargeKind.TRAVEL):
        if charge.unit is BillingUnit.LESSON:
            units = phrases.units(charge.quantity, charge.unit, _)
            return _("{minutes} min = {units} units").format(
                minutes=charge.quantity, units=units
            )
        hours, minutes = divmod(charge.quantity, 60)
        return _("{hours}:{minutes:02} h").format(hours=hours, minutes=minutes)
    if charge.kind is ChargeKind.KILOMETRES:
        return _("{count} km").format(count=charge.quantity)
    return str(charge.quantity) if charge.kind is ChargeKind.FLAT else ""


def sums_words(invoice: Invoice, country: Country) -> str:
    """Say what an invoice comes to."""

    def money(cents: int) -> str:
        return phrases.money(cents, invoice.currency, country)

    parts = []
    if invoice.vat_rule is VatRule.RATE:
        said = _("{net} and {rate} % VAT {vat}").format(
            net=money(invoice.net_cents),
            rate=shown_rate(invoice.vat_rate or 0),
            vat=money(invoice.vat_cents),
        )
        parts.append(said)
    if invoice.rounding_cents:
        rounding = money(invoice.rounding_cents)
        parts.append(_("rounding {amount}").format(amount=rounding))
    total = money(invoice.total_cents)
    if not parts:
        return _("In all {total}").format(total=total)
    return ", ".join((*parts, _("in all {total}").format(total=total)))


def title_of(invoice: Invoice) -> str:
    """Name an invoice, or the note that cancels one."""
    kind = _("Credit note") if invoice.is_credit else _("Invoice")
    return " ".join(filter(None, (kind, invoice.number)))


def standing(invoice: Invoice, today: date) -> str:
    """Say where an invoice stands, and since when or until when."""
    state = invoice.state_on(today)
    day = {
        InvoiceState.ISSUED: invoice.due_on,
        InvoiceState.PART_PAID: invoice.due_on,
        InvoiceState.OVERDUE: invoice.due_on,
        InvoiceState.PAID: invoice.paid_on,
        InvoiceState.CANCELLED: invoice.cancelled_on,
        InvoiceState.REMINDED: invoice.reminded_on[-1] if invoice.reminded_on else None,
    }.get(state)
    words = {
        InvoiceState.ISSUED: _("open, to be paid by {day}"),
        InvoiceState.PART_PAID: _("paid in part, the rest is to be paid by {day}"),
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
            filter(
                None,
                (
                    phrases.money(
                        invoice.total_cents or None, invoice.currency, country
                    ),
                    who,
                ),
            )
        )
        or _("not issued yet"),
        subtitle=recipient,
        badge=wording.label(state),
        badge_tone=_TONES.get(state, Tone.NEUTRAL),
        badge_words=standing(invoice, today),
    )


def reminder_words(reminder: Reminder, money: Callable[[int], str]) -> str:
    """Say when a reminder went out, for how much, and by when it asks to pay."""
    amount = money(reminder.total_cents)
    if reminder.pay_by is None:
        return _("{level}. reminder of {day}: {amount}").format(
            level=reminder.level, day=wording.day(reminder.issued_on), amount=amount
        )
    return _("{level}. reminder of {day}: {amount}, to be paid by {until}").format(
        level=reminder.level,
        day=wording.day(reminder.issued_on),
        amount=amount,
        until=wording.day(reminder.pay_by),
    )

"""The words of a reminder: what is open, by when it is to be paid, and where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.payment import is_swiss, reference_for
from casedesk.domain.practice import Country
from casedesk.pdf.blocks import Fact
from casedesk.pdf.reminder import ReminderPaper
from casedesk.pdf.section import Section
from casedesk.services.paper_words import paying
from casedesk.services.paper_words.invoice import account_facts
from casedesk.services.paper_words.letter_frame import framed
from casedesk.words import phrases

if TYPE_CHECKING:
    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.reminder import Reminder
    from casedesk.pdf.blocks import PaymentSlip
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.words.catalog import Words

REMINDER_TEMPLATE = "2026.1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """A reminder as it is issued today, with the invoice it is about."""

    reminder: Reminder
    invoice: Invoice
    case: CaseRecords
    terms: BillingTerms

    def money(self, cents: int) -> str:
        """Write an amount in the currency of the invoice."""
        country = self.case.practice.country
        return phrases.money(cents, self.invoice.currency, country)


def reminder(imprint: Imprint, about: Reminded, words: Words) -> ReminderPaper:
    """Compose the letter; a Swiss practice adds the slip for what is open."""
    invoice = about.invoice
    number = invoice.number
    letter = framed(
        imprint,
        about.case,
        words,
        address=tuple(invoice.recipient.splitlines()),
        title=words("{level}: invoice {number}").format(
            level=level_words(about.reminder.level, words), number=number
        ),
        particulars=_facts(about, words),
        paragraphs=_paragraphs(about, words),
        sections=(Section(facts=_account(about, words), fact_columns=2),),
        closing=words("Yours sincerely"),
    )
    return ReminderPaper(
        letter=letter,
        slip_heading=words("Payment of invoice {number}").format(number=number),
        slip=_slip(about, words),
    )


def level_words(level: int, words: Words) -> str:
    """Name a reminder by how often it was reminded."""
    if level == 1:
        return words("Payment reminder")
    return words("{level}. payment reminder").format(level=level)


def _facts(about: Reminded, words: Words) -> tuple[Fact, ...]:
    invoice, reminder = about.invoice, about.reminder
    paid = invoice.total_cents - reminder.open_cents
    extra = reminder.extra_words.strip() or words("Further claim")
    facts = [
        Fact(label=words("Number of the invoice"), value=invoice.number),
        Fact(label=words("Day of the invoice"), value=words.day(invoice.issued_on)),
        Fact(label=words("To be paid by"), value=words.day(invoice.due_on)),
        Fact(label=words("Your reference"), value=invoice.reference_number),
        Fact(label=words("Client"), value=about.case.client.full_name),
        Fact(
            label=words("Amount of the invoice"), value=about.money(invoice.total_cents)
        ),
    ]
    if paid:
        facts.append(Fact(label=words("Paid so far"), value=about.money(paid)))
    facts.append(
        Fact(label=words("Still open"), value=about.money(reminder.open_cents))
    )
    if reminder.extra_cents:
        facts += [
            Fact(label=extra, value=about.money(reminder.extra_cents)),
            Fact(label=words("In all"), value=about.money(reminder.total_cents)),
        ]
    return tuple(fact for fact in facts if fact.value.strip())


def _paragraphs(about: Reminded, words: Words) -> tuple[str, ...]:
    reminder = about.reminder
    said = words(
        "Perhaps it has escaped your notice: the invoice named above has not been "
        "paid in full yet."
    )
    earlier = ", ".join(words.day(day) for day in about.invoice.reminded_on)
    if earlier:
        said = words(
            "We reminded you of the invoice named above on {days}. It has not been "
            "paid in full yet."
        ).format(days=earlier)
    amount = about.money(reminder.total_cents)
    asked = words("Please pay {amount} to the account below.").format(amount=amount)
    if reminder.pay_by is not None:
        asked = words("Please pay {amount} by {day} to the account below.").format(
            amount=amount, day=words.day(reminder.pay_by)
        )
    settled = words(
        "If you have paid in the meantime, please take this letter as settled."
    )
    greeting = words("Dear Sir or Madam,")
    own = reminder.text.strip()
    return tuple(part for part in (greeting, said, own, asked, settled) if part)


def _account(about: Reminded, words: Words) -> tuple[Fact, ...]:
    reference = _reference(about)
    return account_facts(about.case.practice, about.terms, reference, words)


def _reference(about: Reminded) -> str:
    """Return the reference for the account of today, which may be another one."""
    return reference_for(about.terms.iban, about.invoice.number)


def _slip(about: Reminded, words: Words) -> PaymentSlip | None:
    practice, terms = about.case.practice, about.terms
    is_known = practice.postcode.strip() and practice.town.strip()
    if practice.country is not Country.CH or not is_swiss(terms.iban) or not is_known:
        return None
    amount = about.reminder.total_cents
    invoice = replace(about.invoice, payment_reference=_reference(about))
    bill = paying.swiss_bill(practice, terms, invoice, amount, words)
    return paying.payment_slip(bill, words)

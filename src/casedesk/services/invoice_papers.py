"""Papers of invoices: the number is given in the deed that files the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from casedesk.domain.document import DocumentId, DocumentKind
from casedesk.domain.handing import Whom
from casedesk.domain.invoice import (
    InvoiceChanged,
    InvoiceStays,
    next_number,
)
from casedesk.domain.invoice_gap import InvoiceLacks
from casedesk.domain.payment import reference_for
from casedesk.domain.practice import Country
from casedesk.pdf import invoice as invoice_pdf
from casedesk.services.account_guards import check_sheets
from casedesk.services.account_papers import CATEGORIES
from casedesk.services.invoicing import read_invoice
from casedesk.services.paper import Paper, new_imprint, prepared
from casedesk.services.paper_words import invoice as invoice_words
from casedesk.services.paper_words import paying
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.paper_words.invoice import Billed
from casedesk.services.time_sheets import read_terms
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from casedesk.domain.billing_terms import BillingTerms
    from casedesk.domain.document import Document
    from casedesk.domain.handing import Handing
    from casedesk.domain.invoice import Invoice, InvoiceId
    from casedesk.domain.practice import PaperLanguage
    from casedesk.pdf.invoice import InvoicePaper
    from casedesk.services.clock import Clock
    from casedesk.services.invoicing import ShownInvoice
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


class InvoicePaperService:
    """Prepares invoices, and the papers that cancel them."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def prepare(
        self, invoice_id: InvoiceId, *, language: PaperLanguage | None = None
    ) -> Paper:
        """Prepare a draft as it would be issued today, with the next number.

        Raises `InvoiceLacks` if something is missing that has to stand on it.
        """
        with self._database.read() as tables:
            draft = read_invoice(tables, invoice_id)
            if draft.invoice.issued_on is not None:
                raise InvoiceStays
            if draft.gaps:
                raise InvoiceLacks(draft.gaps)
            case_id = draft.invoice.case_id
            case = read_case(tables, case_id, self._clock.today())
            billed = self._billed(tables, draft, case)
            kind = (
                DocumentKind.CREDIT_NOTE
                if draft.invoice.is_credit
                else DocumentKind.INVOICE
            )
            new_id = DocumentId(self._clock.new_id())
            imprint = new_imprint(tables, case, kind, new_id)
        words = Words(language or case.practice.language)
        composed = _with_payment(
            invoice_words.invoice(imprint, billed, words), billed, words
        )
        render = partial(invoice_pdf.render, composed)
        template = invoice_words.INVOICE_TEMPLATE
        return replace(
            prepared(imprint, case_id, words, template, render),
            categories=CATEGORIES,
            usually_for=draft.invoice.recipient_id or Whom.CLIENT,
            remade=lambda other: self.prepare(invoice_id, language=other),
            filed=partial(self._issue, draft, billed),
        )

    def _billed(self, tables: Tables, draft: ShownInvoice, case: CaseRecords) -> Billed:
        today = self._clock.today()
        terms = read_terms(tables, draft.invoice.case_id)
        count = tables.accounts.highest_count(today.year)
        number = next_number(today.year, count)
        issued = _issued(draft.invoice, number, terms, case)
        earlier = tables.invoices.find(draft.invoice.credits_id or "")
        return Billed(
            shown=replace(draft, invoice=issued),
            case=case,
            terms=terms,
            cancels=earlier,
        )

    def _issue(
        self,
        draft: ShownInvoice,
        billed: Billed,
        tables: Tables,
        document: Document,
        _: Handing,
    ) -> str:
        """Issue what was shown in the deed that files its paper, with its number."""
        issued = billed.invoice
        year = self._clock.today().year
        count = tables.accounts.highest_count(year) + 1
        is_as_shown = (
            read_invoice(tables, issued.id) == draft
            and read_terms(tables, issued.case_id) == billed.terms
            and issued.number == next_number(year, count - 1)
            and issued.issued_on == self._clock.today()
        )
        if not is_as_shown:
            raise InvoiceChanged
        if issued.is_credit:
            self._cancel(tables, issued)
        else:
            check_sheets(tables, issued)
        tables.accounts.give_number(issued, year, count)
        tables.invoices.update(replace(issued, document_id=document.id))
        return "invoice"

    def _cancel(self, tables: Tables, credit: Invoice) -> None:
        earlier = tables.invoices.get(credit.credits_id or "")
        if earlier.cancelled_on is not None:
            raise InvoiceChanged
        tables.invoices.update(
            replace(
                earlier,
                cancelled_on=credit.issued_on,
                cancel_reason=credit.cancel_reason,
            )
        )


def _issued(
    draft: Invoice, number: str, terms: BillingTerms, case: CaseRecords
) -> Invoice:
    """Return a draft as it is issued today."""
    due_on = case.today + timedelta(days=terms.payment_days or 0)
    return replace(
        draft,
        number=number,
        issued_on=case.today,
        due_on=None if draft.is_credit else due_on,
        payment_reference="" if draft.is_credit else reference_for(terms.iban, number),
    )


def _with_payment(paper: InvoicePaper, billed: Billed, words: Words) -> InvoicePaper:
    """Add the QR-bill of a Swiss practice, or the e-invoice of a German one."""
    country = billed.case.practice.country
    invoice = billed.invoice
    if country is Country.DE:
        return replace(paper, machine=paying.e_invoice(billed, words))
    if country is Country.CH and invoice.total_cents > 0:
        practice, terms = billed.case.practice, billed.terms
        total = invoice.total_cents
        bill = paying.swiss_bill(practice, terms, invoice, total, words)
        return replace(
            paper,
            slip_heading=words("Payment of invoice {number}").format(
                number=invoice.number
            ),
            slip=paying.payment_slip(bill, words),
        )
    return paper

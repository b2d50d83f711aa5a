"""An invoice or what cancels one: lines, sums, tax, how to pay; slip and e-invoice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.practice import AddressWindow
from casedesk.pdf.blocks import (
    Facts,
    Look,
    NewPage,
    Text,
    Title,
    Together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, PaymentSlip, Sheet, Table
    from casedesk.pdf.e_invoice import EInvoice


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePaper:
    """Everything that is printed of it, in words, and what a machine reads."""

    sheet: Sheet
    address: tuple[str, ...]
    sender: str = ""
    """The sender in one line above the address."""
    window: AddressWindow = AddressWindow.DIN_B
    title: str
    edition: str
    facts: tuple[Fact, ...]
    note: str
    lines: Table
    sums: Table
    tax: str
    paying: tuple[str, ...]
    paying_facts: tuple[Fact, ...]
    slip_heading: str = ""
    slip: PaymentSlip | None = None
    machine: EInvoice | None = None
    author: str = ""


def render(paper: InvoicePaper) -> bytes:
    """Return the invoice as PDF, with what a machine reads in it."""
    from casedesk.pdf.envelope import Envelope
    from casedesk.pdf.page import printed

    envelope = Envelope(window=paper.window, address=paper.address, sender=paper.sender)
    pdf = printed(paper.sheet, invoice_blocks(paper), envelope)
    if paper.machine is None:
        return pdf
    from casedesk.pdf.e_invoice import embedded, xml_of

    return embedded(
        pdf, xml_of(paper.machine), title=paper.sheet.title, author=paper.author
    )


def invoice_blocks(paper: InvoicePaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts, columns=2)
    if paper.note.strip():
        yield Text(paper.note)
    yield paper.lines
    yield Together((paper.sums, Text(paper.tax)))
    paying: list[Block] = [Text(line) for line in paper.paying if line.strip()]
    if paper.paying_facts:
        paying.append(Facts(paper.paying_facts, columns=2))
    if paying:
        yield Together(tuple(paying))
    if paper.slip is not None:
        yield NewPage()
        yield Text(paper.slip_heading, Look.LEAD)
        yield paper.slip

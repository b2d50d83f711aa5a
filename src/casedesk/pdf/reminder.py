"""A reminder of an invoice: a letter, and the slip of a Swiss practice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Look, NewPage, Text
from casedesk.pdf.letter import envelope_of, letter_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, PaymentSlip
    from casedesk.pdf.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderPaper:
    """Everything that is printed of it, in words."""

    letter: Letter
    slip_heading: str = ""
    slip: PaymentSlip | None = None


def render(paper: ReminderPaper) -> bytes:
    """Return the reminder as PDF."""
    from casedesk.pdf.page import printed

    blocks = reminder_blocks(paper)
    return printed(paper.letter.sheet, blocks, envelope_of(paper.letter))


def reminder_blocks(paper: ReminderPaper) -> Iterator[Block]:
    """Yield what the paper is made of, beneath the address."""
    yield from letter_blocks(paper.letter)
    if paper.slip is not None:
        yield NewPage()
        yield Text(paper.slip_heading, Look.LEAD)
        yield paper.slip

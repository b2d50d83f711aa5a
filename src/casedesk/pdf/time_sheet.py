"""The time sheet: what was done for a payer, line by line, and who confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import (
    Facts,
    Heading,
    Look,
    Signatures,
    Text,
    Title,
    Together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Sheet, Signature, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSheetPaper:
    """Everything that is printed of it, in words."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    note: str
    lines: Table
    expenses_heading: str = ""
    expenses: Table | None = None
    sums_heading: str
    sums: Table
    rounding: str
    signatures: tuple[Signature, ...]


def render(paper: TimeSheetPaper) -> bytes:
    """Return the time sheet as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, time_sheet_blocks(paper))


def time_sheet_blocks(paper: TimeSheetPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts, columns=2)
    if paper.note.strip():
        yield Text(paper.note)
    yield paper.lines
    if paper.expenses is not None:
        yield Heading(paper.expenses_heading)
        yield paper.expenses
    yield Together((Heading(paper.sums_heading), paper.sums))
    yield Text(paper.rounding, Look.FINE)
    yield Signatures(paper.signatures)

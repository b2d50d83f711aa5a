"""The coverage check on paper: the picture as a table, and the findings beneath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Bullets, Facts, Heading, Look, Text, Title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Sheet, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveragePaper:
    """Everything printed of a coverage check."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    notice: str
    """What the check is and what it is not."""
    table: Table
    findings: tuple[tuple[str, tuple[str, ...]], ...]
    """Groups of findings, each with its heading."""
    nothing: str = ""
    """Said where nothing was found."""


def render(paper: CoveragePaper) -> bytes:
    """Return the paper as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, coverage_blocks(paper))


def coverage_blocks(paper: CoveragePaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts)
    yield Text(paper.notice, Look.FINE)
    for heading, items in paper.findings:
        yield Heading(heading, 2)
        yield Bullets(items)
    if paper.nothing:
        yield Text(paper.nothing)
    yield paper.table

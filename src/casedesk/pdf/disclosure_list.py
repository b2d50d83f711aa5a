"""The list for the client: who got what, and from whom something was obtained."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Facts, Look, Text, Title
from casedesk.pdf.section import Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureListPaper:
    """Everything that is printed of it, in words."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    opening: str
    passed_on: Section
    obtained: Section
    closing: str


def render(paper: DisclosureListPaper) -> bytes:
    """Return the list as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, disclosure_list_blocks(paper))


def disclosure_list_blocks(paper: DisclosureListPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts, columns=2)
    yield Text(paper.opening, Look.LEAD)
    for section in (paper.passed_on, paper.obtained):
        yield from section_blocks(section)
    yield Text(paper.closing, Look.FINE)

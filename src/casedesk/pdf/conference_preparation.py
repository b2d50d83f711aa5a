"""The client's preparation sheet for a case conference: questions and room to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Facts, Look, Text, Title, Together
from casedesk.pdf.section import Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparationPaper:
    """Everything that is printed of it, in words."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    introduction: str
    parts: tuple[Section, ...]
    agenda: Section
    closing: str


def render(paper: PreparationPaper) -> bytes:
    """Return the sheet as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, preparation_blocks(paper))


def preparation_blocks(paper: PreparationPaper) -> Iterator[Block]:
    """Yield what the paper is made of; a question stays with its lines."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts)
    yield Text(paper.introduction, Look.LEAD)
    for part in paper.parts:
        yield Together(tuple(section_blocks(part)))
    if paper.agenda.bullets:
        yield Together(tuple(section_blocks(paper.agenda)))
    yield Text(paper.closing)

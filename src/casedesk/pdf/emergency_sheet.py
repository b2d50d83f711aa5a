"""The sheet for whoever must step in: where things are, whom to call. No secrets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Look, Text, Title, Together
from casedesk.pdf.section import Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencySheet:
    """What a deputy or heirs need to know."""

    sheet: Sheet
    title: str
    edition: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]


def render(paper: EmergencySheet) -> bytes:
    """Return the sheet as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, emergency_sheet_blocks(paper))


def emergency_sheet_blocks(paper: EmergencySheet) -> Iterator[Block]:
    """Yield what the sheet is made of."""
    yield Title(paper.title, paper.edition)
    for paragraph in paper.opening:
        yield Text(paragraph, Look.LEAD)
    for section in paper.sections:
        yield Together(tuple(section_blocks(section)))

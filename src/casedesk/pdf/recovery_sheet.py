"""The sheet that opens a vault whose passphrase is forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Code, Look, Text, Title
from casedesk.pdf.section import Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """The lines of the sheet, and what stands around them."""

    sheet: Sheet
    title: str
    edition: str
    opening: str
    """What the sheet opens."""
    lines: tuple[str, ...]
    sections: tuple[Section, ...]
    """How to keep it and how to use it."""

    def __repr__(self) -> str:
        """Show nothing of the lines."""
        return "RecoverySheet(…)"


def render(paper: RecoverySheet) -> bytes:
    """Return the sheet as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, recovery_sheet_blocks(paper))


def recovery_sheet_blocks(paper: RecoverySheet) -> Iterator[Block]:
    """Yield what the sheet is made of."""
    yield Title(paper.title, paper.edition)
    yield Text(paper.opening, Look.LEAD)
    yield Code(paper.lines)
    for section in paper.sections:
        yield from section_blocks(section)

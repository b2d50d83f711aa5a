"""A letter: to whom, from where and when, what it says, and who signs it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.practice import AddressWindow
from casedesk.pdf.blocks import Fact, Facts, Signatures, Text, Title, Together
from casedesk.pdf.section import Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Sheet, Signature
    from casedesk.pdf.envelope import Envelope


_BLANK = "\N{NO-BREAK SPACE}"
MOST_TOGETHER = 8  # rows of a table; a longer one goes on over the page
_LEVEL = 2  # of the headings within a letter


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Everything that stands in a letter, in its order."""

    sheet: Sheet
    address: tuple[str, ...]
    sender: str = ""
    """The sender in one line above the address."""
    window: AddressWindow = AddressWindow.DIN_B
    place_date: str
    title: str
    edition: str = ""
    particulars: tuple[Fact, ...] = ()
    """Whom and what it is about."""
    paragraphs: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: str = ""
    signature: Signature | None = None
    enclosures: tuple[str, ...] = ()
    enclosed: str = ""
    """The word above the enclosures."""


def render(paper: Letter) -> bytes:
    """Return the letter as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, letter_blocks(paper), envelope_of(paper))


def envelope_of(paper: Letter) -> Envelope | None:
    """Return what shows in the window; a letter to several has no address."""
    from casedesk.pdf.envelope import Envelope

    if not any(line.strip() for line in paper.address):
        return None
    return Envelope(window=paper.window, address=paper.address, sender=paper.sender)


def letter_blocks(paper: Letter) -> Iterator[Block]:
    """Yield what the letter is made of, beneath the address."""
    yield Text(paper.place_date)
    yield Text(_BLANK)
    yield Title(paper.title, paper.edition)
    if paper.particulars:
        yield Facts(paper.particulars)
    for paragraph in paper.paragraphs:
        yield Text(paragraph)
    for section in paper.sections:
        blocks = tuple(section_blocks(section, _LEVEL))
        is_long = section.table is not None and len(section.table.rows) > MOST_TOGETHER
        yield from blocks if is_long else (Together(blocks),)
    yield Text(_BLANK)
    end: list[Block] = [Text(paper.closing)] if paper.closing else []
    if paper.signature is not None:
        end.append(Signatures((paper.signature,)))
    yield Together(tuple(end))
    if paper.enclosures:
        enclosed = Section(heading=paper.enclosed, bullets=paper.enclosures)
        yield Together(tuple(section_blocks(enclosed, _LEVEL)))

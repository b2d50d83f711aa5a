"""A paper of headed sections: title, facts, sections, perhaps signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Facts, Look, NewPage, Signatures, Text, Title, Together
from casedesk.pdf.section import section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Sheet, Signature
    from casedesk.pdf.section import Section


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionedPaper:
    """Everything that is printed of such a paper, in words."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...] = ()
    facts_by_hand: bool = False
    """Whether a missing fact becomes a line to write on."""
    introduction: str = ""
    sections: tuple[Section, ...] = ()
    on_pages_of_their_own: tuple[Section, ...] = ()
    """Each begins a page, so that a sheet of paper can be taken out."""
    consent: Section | None = None
    signatures: tuple[Signature, ...] = ()
    large_print: bool = False


def render(paper: SectionedPaper) -> bytes:
    """Return the paper as PDF."""
    from casedesk.pdf.page import printed

    sheet = replace(paper.sheet, large_print=paper.large_print)
    return printed(sheet, sectioned_blocks(paper))


def sectioned_blocks(paper: SectionedPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts, by_hand=paper.facts_by_hand)
    if paper.introduction:
        yield Text(paper.introduction, Look.LEAD if paper.large_print else Look.FINE)
    for section in paper.sections:
        yield from section_blocks(section)
    for section in paper.on_pages_of_their_own:
        yield NewPage()
        yield from section_blocks(section)
    if paper.consent is not None:
        last = (*section_blocks(paper.consent), Signatures(paper.signatures))
        yield Together(last)

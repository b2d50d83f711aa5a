"""The record of a period: entries with their addenda, and what came by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Facts, Heading, Look, Text, Title
from casedesk.pdf.section import Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Sheet

LEVEL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing of the record: its head, texts, and what is said in small beneath.

    Without texts and remarks it is printed in one small line.
    """

    head: str
    is_entry: bool = True
    texts: tuple[str, ...] = ()
    own_words: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordExtractPaper:
    """Everything that is printed of it, in words."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    opening: str
    lines: tuple[Line, ...]
    nothing: str
    sums: Section


def render(paper: RecordExtractPaper) -> bytes:
    """Return the record of a period as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, record_extract_blocks(paper))


def record_extract_blocks(paper: RecordExtractPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts, columns=2)
    if paper.opening:
        yield Text(paper.opening, Look.FINE)
    if not paper.lines:
        yield Text(paper.nothing)
    for line in paper.lines:
        yield from _line_blocks(line)
    if paper.sums.facts:
        yield from section_blocks(paper.sums)


def _line_blocks(line: Line) -> Iterator[Block]:
    if not line.is_entry:
        yield Text("\n".join((line.head, *line.texts)), Look.FINE)
        return
    yield Heading(line.head, LEVEL)
    for text in line.texts:
        yield Text(text)
    if line.own_words:
        yield Text(line.own_words, Look.OWN_WORDS)
    for remark in line.remarks:
        yield Text(remark, Look.FINE)

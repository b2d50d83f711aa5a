"""A headed part of a paper, whatever it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import (
    Bullets,
    Choices,
    Columns,
    Facts,
    Heading,
    Look,
    RoomToWrite,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Table

MISSING = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands beneath it, printed in the order of the fields."""

    heading: str = ""
    paragraphs: tuple[str, ...] = ()
    own_words: bool = False
    """Whether the paragraphs are the client's words and look like it."""
    fine: bool = False
    """Whether it is printed a little smaller."""
    bullets: tuple[str, ...] = ()
    in_order: bool = False
    """Whether points are read from top to bottom and never stand in two columns."""
    choices: tuple[str, ...] = ()
    """Statements to be ticked by pen."""
    facts: tuple[Fact, ...] = ()
    fact_columns: int = 1
    by_hand: bool = False
    """Whether facts without a value get a line to write on."""
    lines: int = 0
    """How many lines to draw for words that are to be written by hand."""
    table: Table | None = None
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Abreast:
    """Sections in two columns."""

    sections: tuple[Section, ...]
    flowing: bool = False
    """Whether a section may begin in one column and end in the other."""


def section_blocks(section: Section, level: int = 1) -> Iterator[Block]:
    """Yield the blocks of a section; a heading with nothing beneath gets a dash."""
    if section.heading:
        yield Heading(section.heading, level)
    content = [*_content(section)]
    yield from content
    for part in section.parts:
        yield from section_blocks(part, level + 1)
    if section.heading and not content and not section.parts:
        yield Text(MISSING)


def columns(abreast: Abreast) -> Columns:
    """Return the block of sections that stand beside each other."""
    parts = tuple((*section_blocks(s, 2),) for s in abreast.sections)
    return Columns(parts, abreast.flowing)


def _content(section: Section) -> Iterator[Block]:
    look = Look.FINE if section.fine else Look.BODY
    for paragraph in section.paragraphs:
        if paragraph.strip():
            yield Text(paragraph, Look.OWN_WORDS if section.own_words else look)
    if section.bullets:
        yield Bullets(section.bullets, look, section.in_order)
    if section.choices:
        yield Choices(section.choices)
    if section.facts:
        yield Facts(section.facts, section.fact_columns, by_hand=section.by_hand)
    if section.lines:
        yield RoomToWrite(section.lines)
    if section.table and section.table.rows:
        yield section.table

"""A headed part of a paper, whatever it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Bullets, Choices, Facts, Heading, Look, Text

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
    bullets: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    """Statements to be ticked by pen."""
    facts: tuple[Fact, ...] = ()
    by_hand: bool = False
    """Whether facts without a value get a line to write on."""
    table: Table | None = None
    parts: tuple[Section, ...] = ()


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


def _content(section: Section) -> Iterator[Block]:
    look = Look.OWN_WORDS if section.own_words else Look.BODY
    for paragraph in section.paragraphs:
        if paragraph.strip():
            yield Text(paragraph, look)
    if section.bullets:
        yield Bullets(section.bullets)
    if section.choices:
        yield Choices(section.choices)
    if section.facts:
        yield Facts(section.facts, by_hand=section.by_hand)
    if section.table and section.table.rows:
        yield section.table

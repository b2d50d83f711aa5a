"""The minutes of a case conference: who was there, item by item, who does what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import Banner, Facts, Text, Title, Together
from casedesk.pdf.section import MISSING, Section, section_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.pdf.blocks import Block, Fact, Sheet, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesItem:
    """An item of the agenda with what was said and what came of it."""

    number: str
    title: str
    discussion: tuple[str, ...] = ()
    results: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesPaper:
    """Everything that is printed of them, in words."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    people: tuple[Section, ...]
    items: tuple[MinutesItem, ...]
    overview: Section | None
    closing: tuple[Section, ...]


def render(paper: MinutesPaper) -> bytes:
    """Return the minutes as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, minutes_blocks(paper))


def minutes_blocks(paper: MinutesPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts, columns=2)
    for section in paper.people:
        yield from section_blocks(section)
    for item in paper.items:
        yield from _item(item)
    if paper.overview is not None:
        yield from section_blocks(paper.overview)
    for section in paper.closing:
        yield Together(tuple(section_blocks(section)))


def _item(item: MinutesItem) -> Iterator[Block]:
    yield Banner(item.number, item.title)
    said = [Text(each) for each in item.discussion if each.strip()]
    yield from said
    if item.results is not None:
        yield item.results
    if not said and item.results is None:
        yield Text(MISSING)

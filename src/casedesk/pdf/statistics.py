"""The own statistics on paper: pictures, tables, and how they were counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.pdf.blocks import (
    Bullets,
    Facts,
    Heading,
    Look,
    Picture,
    Text,
    Title,
    Together,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedesk.figures.figure import Figure
    from casedesk.pdf.blocks import Block, Fact, Sheet, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsPart:
    """One part: its picture, if it has one, and its figures."""

    heading: str
    figure: Figure | None
    table: Table
    definitions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatisticsPaper:
    """Everything printed of the statistics."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    notice: str
    """What the mark means, and what to heed before the paper is handed on."""
    parts: tuple[StatisticsPart, ...]
    counting: str
    """The heading above how the figures were counted."""


def render(paper: StatisticsPaper) -> bytes:
    """Return the paper as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, statistics_blocks(paper))


def statistics_blocks(paper: StatisticsPaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts)
    yield Text(paper.notice, Look.FINE)
    for part in paper.parts:
        if part.figure is None:
            yield Heading(part.heading)
        else:
            yield Together((Heading(part.heading), Picture(part.figure)))
        yield part.table
    yield Heading(paper.counting)
    for part in paper.parts:
        yield Heading(part.heading, 2)
        yield Bullets(part.definitions, Look.FINE)

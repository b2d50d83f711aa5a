"""A paper around figures: the pictures, and the same in words and as a table."""

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

_COLUMN = (482.0, 600.0)
_TURNED = (728.0, 476.0)
_GAIN = 1.15  # only for this much is a page laid on its side


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePaper:
    """Everything printed around a figure."""

    sheet: Sheet
    title: str
    edition: str
    facts: tuple[Fact, ...]
    notice: str = ""
    """What to heed before the paper is handed on."""
    figures: tuple[tuple[str, Figure], ...]
    """Each with its heading, which may be empty."""
    summary: tuple[str, ...] = ()
    tables: tuple[tuple[str, Table], ...] = ()
    """The facts once more; one with the heading of a figure stands beneath it."""


def render(paper: FigurePaper) -> bytes:
    """Return the paper as PDF."""
    from casedesk.pdf.page import printed

    return printed(paper.sheet, figure_blocks(paper))


def figure_blocks(paper: FigurePaper) -> Iterator[Block]:
    """Yield what the paper is made of."""
    yield Title(paper.title, paper.edition)
    yield Facts(paper.facts)
    if paper.notice:
        yield Text(paper.notice, Look.FINE)
    turned = [each for each in paper.figures if is_better_turned(each[1])]
    for heading, figure in paper.figures:
        if (heading, figure) not in turned:
            named = (Heading(heading),) if heading else ()
            yield Together((*named, Picture(figure)))
        yield from (table for name, table in paper.tables if name and name == heading)
    yield Bullets(paper.summary, Look.FINE)
    drawn = {heading for heading, _figure in paper.figures if heading}
    for heading, table in paper.tables:
        if heading not in drawn:
            yield from (Heading(heading, 2),) if heading else ()
            yield table
    for _heading, figure in turned:
        yield Picture(figure, turned=True)


def is_better_turned(figure: Figure) -> bool:
    """Whether a figure is clearly larger on a page that lies on its side."""
    upright = _scale(figure, _COLUMN)
    return upright < 1 and _scale(figure, _TURNED) > _GAIN * upright


def _scale(figure: Figure, room: tuple[float, float]) -> float:
    return min(room[0] / figure.width, room[1] / figure.height, 1.0)

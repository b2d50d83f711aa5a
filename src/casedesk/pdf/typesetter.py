"""Turns blocks of words into what can be placed on a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus import Paragraph
from reportlab.platypus.flowables import Flowable

from casedesk.pdf.blocks import (
    Banner,
    Bullets,
    Choices,
    Facts,
    Heading,
    Look,
    NewPage,
    Signatures,
    Table,
    Text,
    Title,
    Together,
)
from casedesk.pdf.cells import Cells
from casedesk.pdf.fonts import markup
from casedesk.pdf.rows import Grid, Row, Rows
from casedesk.pdf.section import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casedesk.pdf.blocks import Block, Sheet

_MOST_LARGE_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Flowables of which the first ones stand on the page where the last begins."""

    flowables: Sequence[Flowable]
    whole: bool = False
    """Whether the last one too should stand on that page entirely."""
    new_page: bool = False


class Typesetter:
    """Sets blocks in the width of one paper."""

    def __init__(self, sheet: Sheet, width: float) -> None:
        self._width = width
        self._large = sheet.large_print
        self.cells = Cells(sheet)
        self.styles = self.cells.styles

    def runs(self, blocks: Iterable[Block]) -> Iterator[Run]:
        """Yield what belongs together; a heading belongs to what follows it."""
        waiting: list[Flowable] = []
        new_page = False
        for block in blocks:
            if isinstance(block, NewPage):
                new_page = True
                continue
            flowables = self._set(block)
            if not flowables:
                continue
            if _stays_with_next(block):
                waiting += flowables
                continue
            whole = isinstance(block, Together | Signatures) or self._on_cards(block)
            for group in [flowables] if isinstance(block, Together) else zip(flowables):
                yield Run(flowables=[*waiting, *group], whole=whole, new_page=new_page)
                waiting, new_page = [], False
        if waiting:
            yield Run(flowables=waiting, new_page=new_page)

    @singledispatchmethod
    def _set(self, block: Block) -> list[Flowable]:
        raise NotImplementedError(type(block))

    @_set.register
    def _(self, block: Title) -> list[Flowable]:
        title = self.cells.hyphenated(block.text, self.styles.title, self._width)
        edition = [self.cells.words(block.edition, self.styles.edition)]
        return [title, *(edition if block.edition else [])]

    @_set.register
    def _(self, block: Heading) -> list[Flowable]:
        looks = self.styles.headings
        style = looks[min(block.level, len(looks)) - 1]
        return [self.cells.hyphenated(block.text, style, self._width)]

    @_set.register
    def _(self, block: Text) -> list[Flowable]:
        style = {
            Look.BODY: self.styles.body,
            Look.LEAD: self.styles.lead,
            Look.OWN_WORDS: self.styles.own_words,
            Look.SMALL: self.styles.small,
        }[block.look]
        return [self.cells.words(block.text, style)]

    @_set.register
    def _(self, block: Bullets) -> list[Flowable]:
        style = self.styles.bullet
        return [Paragraph(markup(i), style, bulletText="•") for i in block.items]

    @_set.register
    def _(self, block: Facts) -> list[Flowable]:
        if not block.facts:
            return []
        if block.columns > 1:
            return [self._facts_above(block)]
        label = self._label_width
        grid = Grid(
            widths=(label, self._width - label),
            gutter=2 * mm,
            air_above=1.2 * self.styles.scale,
        )
        rows = [
            Row(
                grid=grid,
                cells=(
                    self.cells.label(fact, by_hand=block.by_hand),
                    self.cells.value(fact, by_hand=block.by_hand),
                ),
            )
            for fact in block.facts
        ]
        return [self._rows(grid, rows)]

    @_set.register
    def _(self, block: Choices) -> list[Flowable]:
        rows = self.cells.choices(block, self._width, self.styles.body)
        rows.spaceAfter = 5 * self.styles.scale
        return [rows]

    @_set.register
    def _(self, block: Table) -> list[Flowable]:
        if not block.rows:
            return []
        if self._on_cards(block):
            return self._cards(block)
        share = self._width / sum(column.share for column in block.columns)
        grid = self._grid(tuple(column.share * share for column in block.columns))
        head = Row(
            grid=grid,
            cells=tuple(
                [self.cells.hyphenated(column.title, self.styles.head, width)]
                for column, width in zip(block.columns, grid.inner_widths, strict=True)
            ),
        )
        rows = [
            Row(
                grid=grid,
                cells=tuple(
                    self.cells.cell(cell, column, width)
                    for cell, column, width in zip(
                        row, block.columns, grid.inner_widths, strict=True
                    )
                ),
            )
            for row in block.rows
        ]
        return [self._rows(grid, rows, head=head)]

    @_set.register
    def _(self, block: Banner) -> list[Flowable]:
        shares = (0.13, 0.62, 0.25) if block.note else (0.13, 0.87)
        widths = tuple(share * self._width for share in shares)
        grid = self._grid(widths, ruled=False)
        words, look = self.cells.words, self.styles
        cells: list[list[Flowable]] = [
            [words(block.mark, look.banner)],
            [words(block.text or MISSING, look.banner)],
            [words(block.note, look.value)],
        ]
        row = Row(grid=grid, cells=tuple(cells[: len(shares)]), shaded=True)
        return [self._rows(grid, [row], before=14, after=3)]

    @_set.register
    def _(self, block: Signatures) -> list[Flowable]:
        half = self._width / 2
        grid = Grid(widths=(half, half), gutter=8 * mm, air_above=2)
        cells = [self.cells.signature(signature) for signature in block.signatures]
        cells += [[]] * (len(cells) % 2)
        pairs = zip(cells[::2], cells[1::2], strict=True)
        return [self._rows(grid, [Row(grid=grid, cells=pair)]) for pair in pairs]

    @_set.register
    def _(self, block: Together) -> list[Flowable]:
        return [flowable for inner in block.blocks for flowable in self._set(inner)]

    @property
    def _label_width(self) -> float:
        return (0.36 if self._large else 0.3) * self._width

    def _facts_above(self, block: Facts) -> Rows:
        columns = min(block.columns, 2) if self._large else block.columns
        grid = self._grid((self._width / columns,) * columns, ruled=False)
        cells: list[list[Flowable]] = [
            [
                self.cells.words(fact.label, self.styles.label),
                *self.cells.value(fact, by_hand=block.by_hand),
            ]
            for fact in block.facts
        ]
        cells += [[]] * (-len(cells) % columns)
        rows = [
            Row(grid=grid, cells=tuple(cells[i : i + columns]))
            for i in range(0, len(cells), columns)
        ]
        return self._rows(grid, rows, before=0, after=2)

    def _on_cards(self, block: Block) -> bool:
        # Large print leaves no room for many columns: each row becomes a list.
        many = isinstance(block, Table) and len(block.columns) > _MOST_LARGE_COLUMNS
        return self._large and many

    def _cards(self, table: Table) -> list[Flowable]:
        grid = self._grid(
            (self._label_width, self._width - self._label_width), ruled=False
        )
        return [
            self._rows(
                grid,
                [
                    Row(
                        grid=grid,
                        shaded=not index,
                        cells=(
                            [self.cells.words(column.title, self.styles.label)],
                            self.cells.cell(
                                cell, column, grid.inner_widths[1], writing_line=True
                            ),
                        ),
                    )
                    for index, (column, cell) in enumerate(
                        zip(table.columns, cells, strict=True)
                    )
                ],
            )
            for cells in table.rows
        ]

    def _grid(self, widths: tuple[float, ...], *, ruled: bool = True) -> Grid:
        air = 2.5 * self.styles.scale
        return Grid(widths=widths, indent=3, gutter=4, air_above=air, ruled=ruled)

    def _rows(
        self,
        grid: Grid,
        rows: Sequence[Row],
        *,
        head: Row | None = None,
        before: float = 3,
        after: float = 7,
    ) -> Rows:
        scale = self.styles.scale
        return Rows(grid, rows, head=head, before=before * scale, after=after * scale)


def _stays_with_next(block: Block) -> bool:
    if isinstance(block, Text | Facts):
        return block.opens
    return isinstance(block, Title | Heading | Banner)

"""Turns blocks of words into what can be placed on a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import singledispatchmethod
from itertools import zip_longest
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from casedesk.pdf.blocks import (
    Banner,
    Bullets,
    Choices,
    Code,
    Columns,
    Facts,
    Heading,
    Look,
    NewPage,
    PaymentSlip,
    Picture,
    RoomToWrite,
    Signatures,
    Table,
    Text,
    Title,
    Together,
)
from casedesk.pdf.cells import WRITING_HEIGHT, Cells
from casedesk.pdf.code import CodeLines
from casedesk.pdf.columns import Piece, TwoColumns, columns_of, rows_abreast
from casedesk.pdf.figure import Drawing
from casedesk.pdf.fonts import markup
from casedesk.pdf.marks import Gap, WritingLine
from casedesk.pdf.paragraph import paragraph
from casedesk.pdf.rows import Grid, Row, Rows
from casedesk.pdf.section import MISSING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casedesk.pdf.blocks import Block, Cell, Fact, Sheet, Signature

_MOST_LARGE_COLUMNS = 4
_NARROW = 100 * mm
_FEW = 3
_PICTURE_HEIGHT = 245 * mm
TURNED = (257 * mm, 168 * mm)  # what a page that lies on its side has room for
_SHORT = 70  # letters that find room in half the width, on two lines at most


_WHOLE = Together | Signatures


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Flowables of which the first ones stand on the page where the last begins."""

    flowables: Sequence[Flowable]
    whole: bool = False
    """Whether the last one too should stand on that page entirely."""
    new_page: bool = False
    opens: bool = False
    """Whether a part of the paper begins here, with its title."""


class Typesetter:
    """Sets blocks in the width of one paper."""

    def __init__(self, sheet: Sheet, width: float) -> None:
        self._sheet = sheet
        self._width = width
        self._large = sheet.large_print
        self.cells = Cells(sheet)
        self.styles = self.cells.styles

    def runs(self, blocks: Iterable[Block]) -> Iterator[Run]:
        """Yield what belongs together; a heading belongs to what follows it."""
        waiting: list[Flowable] = []
        new_page = opens = False
        for block in _turned_alone(blocks):
            if isinstance(block, NewPage):
                if waiting:
                    yield Run(flowables=waiting, new_page=new_page, opens=opens)
                waiting, new_page, opens = [], True, False
                continue
            flowables = self._set(block)
            if not flowables:
                continue
            if _stays_with_next(block):
                waiting += flowables
                opens = opens or isinstance(block, Title)
                continue
            whole = isinstance(block, _WHOLE) or self._on_cards(block)
            for group in [flowables] if isinstance(block, Together) else zip(flowables):
                yield Run(
                    flowables=[*waiting, *group],
                    whole=whole,
                    new_page=new_page,
                    opens=opens,
                )
                waiting, new_page, opens = [], False, False
        if waiting:
            yield Run(flowables=waiting, new_page=new_page, opens=opens)

    @singledispatchmethod
    def _set(self, block: Block) -> list[Flowable]:
        raise NotImplementedError(type(block))

    @_set.register
    def _(self, block: Title) -> list[Flowable]:
        title = self.cells.hyphenated(block.text, self.styles.title, self._width)
        edition = [self.cells.words(block.edition, self.styles.edition)]
        return [title, *(edition if block.edition else [])]

    @_set.register
    def _(self, block: PaymentSlip) -> list[Flowable]:
        from casedesk.pdf.payment_slip import Slip

        return [Slip(block)]

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
            Look.FINE: self.styles.fine,
        }[block.look]
        return [self.cells.words(block.text, style)]

    @_set.register
    def _(self, block: Bullets) -> list[Flowable]:
        fine = block.look is Look.FINE
        style = self.styles.fine_bullet if fine else self.styles.bullet
        points: list[Flowable] = [
            paragraph(markup(item), style, bullet="•") for item in block.items
        ]
        may_be_abreast = not (self._large or self._is_narrow or block.in_order)
        if not may_be_abreast or not _are_short(block.items):
            return points
        grid = self._abreast(2)
        return [TwoColumns([Piece([p], grid.widths[0]) for p in points], grid)]

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
                    self.cells.value(fact, grid.inner_widths[1], by_hand=block.by_hand),
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
    def _(self, block: RoomToWrite) -> list[Flowable]:
        return [WritingLine(WRITING_HEIGHT) for _ in range(block.lines)]

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
        rows: list[Row] = []
        for cells, beneath in zip_longest(block.rows, block.beneath, fillvalue=()):
            rows.append(self._row(grid, block, cells))
            rows += self._beneath(grid, beneath)
        return [self._rows(grid, rows, head=head)]

    @_set.register
    def _(self, block: Banner) -> list[Flowable]:
        shares = (0.13, 0.62, 0.25) if block.note else (0.13, 0.87)
        widths = tuple(share * self._width for share in shares)
        grid = self._grid(widths, ruled=False)
        words, look = self.cells.words, self.styles
        detail = [words(block.detail, look.value)] if block.detail.strip() else []
        cells: list[list[Flowable]] = [
            [words(block.mark, look.banner)],
            [words(block.text or MISSING, look.banner), *detail],
            [words(block.note, look.value)],
        ]
        row = Row(grid=grid, cells=tuple(cells[: len(shares)]), shaded=True)
        return [self._rows(grid, [row], before=10, after=3)]

    @_set.register
    def _(self, block: Signatures) -> list[Flowable]:
        grid = self._abreast(2)
        pairs = zip_longest(block.signatures[::2], block.signatures[1::2])
        return [self._signed(grid, [s for s in pair if s]) for pair in pairs]

    @_set.register
    def _(self, block: Code) -> list[Flowable]:
        return [CodeLines(block.lines)]

    @_set.register
    def _(self, block: Picture) -> list[Flowable]:
        room = TURNED if block.turned else (self._width, _PICTURE_HEIGHT)
        return [Drawing(block.figure, room, turned=block.turned)]

    @_set.register
    def _(self, block: Columns) -> list[Flowable]:
        grid = self._abreast(2)
        width = grid.widths[0]
        inner = Typesetter(self._sheet, width)
        parts = [[*inner.runs(part)] for part in block.parts]
        if block.flowing:
            parts = [[run] for part in parts for run in part]
        pieces = [
            Piece([f for run in part for f in run.flowables], width)
            for part in parts
            if part
        ]
        return [TwoColumns(pieces, grid)] if pieces else []

    @_set.register
    def _(self, block: Together) -> list[Flowable]:
        return [flowable for inner in block.blocks for flowable in self._set(inner)]

    @property
    def _label_width(self) -> float:
        return (0.36 if self._large or self._is_narrow else 0.3) * self._width

    @property
    def _is_narrow(self) -> bool:
        return self._width < _NARROW

    def _row(self, grid: Grid, table: Table, cells: tuple[Cell, ...]) -> Row:
        widths = grid.inner_widths
        return Row(
            grid=grid,
            cells=tuple(
                self.cells.cell(cell, column, width)
                for cell, column, width in zip(
                    cells, table.columns, widths, strict=True
                )
            ),
        )

    def _beneath(self, grid: Grid, facts: tuple[Fact, ...]) -> list[Row]:
        first, *others = grid.widths
        wide = replace(grid, widths=(first, sum(others)), air_above=0)
        lines = self.cells.lines(facts, wide.inner_widths[1])
        if not lines:
            return []
        air = Gap(grid.air_above)
        return [Row(grid=wide, cells=([], [*lines, air]), attached=True)]

    def _signed(self, grid: Grid, signatures: list[Signature]) -> Rows:
        width = grid.widths[0]
        rows: list[Row] = []
        for part in (
            [self.cells.statement(signature) for signature in signatures],
            [self.cells.signature(signature, width) for signature in signatures],
            [self.cells.beneath_signature(signature) for signature in signatures],
        ):
            if any(part):
                rows += rows_abreast(grid, part, attached=bool(rows))
        return self._rows(grid, rows)

    def _facts_above(self, block: Facts) -> Rows:
        columns = min(block.columns, 2) if self._large else block.columns
        if block.by_hand:
            grid = self._abreast(columns, air_above=1.5)
        else:
            grid = self._grid((self._width / columns,) * columns, ruled=False)
        cells: list[list[Flowable]] = [
            [
                self.cells.words(fact.label, self.styles.label),
                *self.cells.value(fact, grid.inner_widths[0], by_hand=block.by_hand),
            ]
            for fact in block.facts
        ]
        if block.by_hand:
            return self._rows(grid, rows_abreast(grid, cells), after=2)
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
                    *self._card(grid, table, cells),
                    *self._beneath(grid, beneath),
                ],
            )
            for cells, beneath in zip_longest(table.rows, table.beneath, fillvalue=())
        ]

    def _card(self, grid: Grid, table: Table, cells: tuple[Cell, ...]) -> list[Row]:
        width = grid.inner_widths[1]
        return [
            Row(
                grid=grid,
                shaded=not index,
                cells=(
                    [self.cells.words(column.title, self.styles.label)],
                    self.cells.cell(cell, column, width, writing_line=True),
                ),
            )
            for index, (column, cell) in enumerate(
                zip(table.columns, cells, strict=True)
            )
        ]

    def _abreast(self, columns: int, *, air_above: float = 0) -> Grid:
        air = air_above * self.styles.scale
        return columns_of(columns, self._width, air_above=air)

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


def _turned_alone(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks; what stood before a turned picture does not go with it."""
    for block in blocks:
        if isinstance(block, Picture) and block.turned:
            yield NewPage()
        yield block


def _are_short(points: tuple[str, ...]) -> bool:
    return len(points) > _FEW and all(len(point) <= _SHORT for point in points)


def _stays_with_next(block: Block) -> bool:
    if isinstance(block, Text | Facts):
        return block.opens
    return isinstance(block, Title | Heading | Banner)

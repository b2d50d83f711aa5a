"""Rows of cells beneath a head that returns on every page.

ReportLab's own `Table` prints the head twice or gives up when a row is taller than
a page; here such a row is continued on the next page, line by line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reportlab.platypus.flowables import Flowable

if TYPE_CHECKING:
    from collections.abc import Sequence

_UNBOUNDED = 1_000_000.0
_ROUNDING = 1e-6
_RULE_POINTS = 0.5
_NARROWEST_POINTS = 16.0
_RULE_GREY = 0.35
_SHADE_GREY = 0.9
# Lower rows move to the next page whole; only taller ones are worth parting.
PARTED_FROM_POINTS = 230.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The widths of the cells, the air within them and whether lines part the rows."""

    widths: tuple[float, ...]
    indent: float = 0
    gutter: float = 0
    air_above: float = 0
    ruled: bool = False

    @property
    def inner_widths(self) -> tuple[float, ...]:
        """The widths that are left for words, which need room for a letter."""
        air = self.indent + self.gutter
        return tuple(max(width - air, _NARROWEST_POINTS) for width in self.widths)


@dataclass(frozen=True, kw_only=True)
class Row:
    """Cells beside each other, each a stack of flowables."""

    grid: Grid
    cells: tuple[Sequence[Flowable], ...]
    shaded: bool = False
    continues: bool = False
    """Whether it carries on a row of the page before, without a line above."""
    attached: bool = False
    """Whether it belongs to the row before it, without a line between them."""

    @cached_property
    def heights(self) -> tuple[tuple[float, ...], ...]:
        """The heights of all flowables, cell by cell."""
        return tuple(
            tuple(f.wrap(self.grid.inner_widths[i], _UNBOUNDED)[1] for f in cell)
            for i, cell in enumerate(self.cells)
        )

    @cached_property
    def height(self) -> float:
        """The height of the tallest cell, air included."""
        return max(map(sum, self.heights), default=0) + 2 * self.grid.air_above

    def parted(self, room: float) -> tuple[Row, Row] | None:
        """Return the row in two if something of it fits into the room."""
        room -= 2 * self.grid.air_above
        parts = [
            _parted(cell, heights, self.grid.inner_widths[i], room)
            for i, (cell, heights) in enumerate(
                zip(self.cells, self.heights, strict=True)
            )
        ]
        upper = tuple(first for first, _ in parts)
        lower = tuple(second for _, second in parts)
        if not any(upper) or not any(lower):
            return None
        return (
            Row(
                grid=self.grid,
                cells=upper,
                continues=self.continues,
                attached=self.attached,
            ),
            Row(grid=self.grid, cells=lower, continues=True),
        )


class Rows(Flowable):
    """Rows that may be split between pages, with a head repeated on each."""

    def __init__(
        self,
        grid: Grid,
        rows: Sequence[Row],
        *,
        head: Row | None = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__()
        self.grid = grid
        self.rows = rows
        self.head = head
        self.spaceBefore = before
        self.spaceAfter = after
        self.width = sum(grid.widths)
        self.height = sum(row.height for row in self._drawn)

    @property
    def lead_height(self) -> float:
        """What must fit beneath a heading for the heading to stay here."""
        first = self.rows[0].height if self.rows else 0
        for row in self.rows[1:]:
            if not row.attached:
                break
            first += row.height
        head = self.head.height if self.head else 0
        return min(first, PARTED_FROM_POINTS / 2) + head

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return the size, which the grid decides."""
        return self.width, self.height

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return what fits and what is left, or nothing if no row fits."""
        room = height - (self.head.height if self.head else 0) + _ROUNDING
        fitting: list[Row] = []
        left = list(self.rows)
        while left and left[0].height <= room:
            room -= left[0].height
            fitting.append(left.pop(0))
        if (
            left
            and left[0].height > PARTED_FROM_POINTS
            and (cut := left[0].parted(room))
        ):
            fitting.append(cut[0])
            left[0] = cut[1]
        if left and left[0].attached and _may_move(fitting):
            left.insert(0, fitting.pop())
        if not fitting or not left:
            return []
        return [self._with(fitting), self._with(left)]

    def draw(self) -> None:
        """Draw the rows from top to bottom."""
        top = self.height
        for row in self._drawn:
            self._draw_row(row, top)
            top -= row.height
        if self.grid.ruled:
            self._draw_rule(0)

    @property
    def _drawn(self) -> list[Row]:
        return [*([self.head] if self.head else []), *self.rows]

    def _with(self, rows: Sequence[Row]) -> Rows:
        return Rows(
            self.grid,
            rows,
            head=self.head,
            before=self.getSpaceBefore(),
            after=self.getSpaceAfter(),
        )

    def _draw_row(self, row: Row, top: float) -> None:
        if row.shaded:
            self.canv.setFillGray(_SHADE_GREY)
            self.canv.rect(
                0, top - row.height, self.width, row.height, stroke=0, fill=1
            )
            self.canv.setFillGray(0)
        if self.grid.ruled and not (row.continues or row.attached):
            self._draw_rule(top)
        left = 0.0
        for index, (cell, heights) in enumerate(
            zip(row.cells, row.heights, strict=True)
        ):
            y = top - self.grid.air_above
            for flowable, height in zip(cell, heights, strict=True):
                y -= height
                flowable.drawOn(self.canv, left + self.grid.indent, y)
            left += row.grid.widths[index]

    def _draw_rule(self, y: float) -> None:
        self.canv.setLineWidth(_RULE_POINTS)
        self.canv.setStrokeGray(_RULE_GREY)
        self.canv.line(0, y, self.width, y)
        self.canv.setStrokeGray(0)


def _may_move(rows: Sequence[Row]) -> bool:
    return bool(rows) and rows[-1].height <= PARTED_FROM_POINTS


def _parted(
    cell: Sequence[Flowable], heights: Sequence[float], width: float, room: float
) -> tuple[Sequence[Flowable], Sequence[Flowable]]:
    for index, (flowable, height) in enumerate(zip(cell, heights, strict=True)):
        if height <= room + _ROUNDING:
            room -= height
            continue
        halves = flowable.split(width, room) if room > 0 else []
        if len(halves) == 2:
            return [*cell[:index], halves[0]], [halves[1], *cell[index + 1 :]]
        # A paragraph that could not be split has forgotten its lines.
        flowable.wrap(width, _UNBOUNDED)
        return cell[:index], cell[index:]
    return cell, []

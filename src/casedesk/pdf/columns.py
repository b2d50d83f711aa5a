"""Columns of one width: pieces shared out between them, cells set beside each other."""

from __future__ import annotations

from itertools import chain, pairwise
from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from casedesk.pdf.marks import Gap
from casedesk.pdf.rows import Grid, Row, Rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BETWEEN = 7 * mm
_AIR_BEFORE = 6.0
_AIR_AFTER = 2.0
_UNBOUNDED = 1_000_000.0


def columns_of(number: int, width: float, *, air_above: float = 0) -> Grid:
    """Return a grid of columns with an empty narrow one between each two of them."""
    each = (width - (number - 1) * _BETWEEN) / number
    widths = (each, _BETWEEN) * number
    return Grid(widths=widths[:-1], air_above=air_above)


def rows_abreast(
    grid: Grid, cells: Sequence[Sequence[Flowable]], *, attached: bool = False
) -> list[Row]:
    """Return the cells in rows of such a grid."""
    number = (len(grid.widths) + 1) // 2
    rows = []
    for start in range(0, len(cells), number):
        beside = [*cells[start : start + number]]
        beside += [[]] * (number - len(beside))
        parted = chain.from_iterable((cell, []) for cell in beside)
        rows.append(Row(grid=grid, cells=(*parted,)[:-1], attached=attached))
    return rows


class TwoColumns(Flowable):
    """Pieces in two columns of about equal height, continued on the next page."""

    def __init__(self, pieces: Sequence[Piece], grid: Grid) -> None:
        super().__init__()
        self._pieces = pieces
        self._grid = grid
        self.width = sum(grid.widths)
        self._cut = min(range(1, len(pieces) + 1), key=self._height_cut_at)
        self.height = self._height_cut_at(self._cut)
        self.spaceBefore = _AIR_BEFORE
        self.spaceAfter = _AIR_AFTER

    def split(self, _width: float, height: float) -> list[Flowable]:
        """Return what fits in two columns and what is left, or nothing."""
        for number in range(len(self._pieces) - 1, 1, -1):
            upper = TwoColumns(self._pieces[:number], self._grid)
            if upper.height <= height:
                return [upper, TwoColumns(self._pieces[number:], self._grid)]
        return []

    def draw(self) -> None:
        """Draw both columns."""
        sides = (self._pieces[: self._cut], self._pieces[self._cut :])
        cells = [stacked(chain(*(piece.flowables for piece in s))) for s in sides]
        [row] = rows_abreast(self._grid, cells)
        Rows(self._grid, [row]).drawOn(self.canv, 0, self.height - row.height)

    def _height_cut_at(self, cut: int) -> float:
        return max(_height(self._pieces[:cut]), _height(self._pieces[cut:]))


class Piece:
    """Flowables that no column parts."""

    def __init__(self, flowables: Sequence[Flowable], width: float) -> None:
        self.flowables = flowables
        self.height = sum(f.wrap(width, _UNBOUNDED)[1] for f in stacked(flowables))
        self.before = flowables[0].getSpaceBefore()
        self.after = flowables[-1].getSpaceAfter()


def stacked(flowables: Iterable[Flowable]) -> list[Flowable]:
    """Return the flowables with the air that belongs between them."""
    stack: list[Flowable] = []
    air = 0.0
    for flowable in flowables:
        gap = max(air, flowable.getSpaceBefore())
        stack += [Gap(gap), flowable] if stack else [flowable]
        air = flowable.getSpaceAfter()
    return stack


def _height(pieces: Sequence[Piece]) -> float:
    height = sum(piece.height for piece in pieces)
    return height + sum(max(a.after, b.before) for a, b in pairwise(pieces))

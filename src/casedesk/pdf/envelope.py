"""The upper part of a letter: letterhead, and an address that shows in a window.

DIN 5008 (form B) says where the address stands for Germany and Austria. The places for
Swiss envelopes are those that letters there usually keep.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus.flowables import Flowable

from casedesk.domain.practice import AddressWindow
from casedesk.pdf.fonts import REGULAR, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.pdf.cells import Cells

_MARK_LEFT = 4 * mm
_MARK_LENGTH = 4 * mm
_RETURN_POINTS = 6.5
_RETURN_GREY = 0.25
_ABOVE_LINE = 1.2 * mm
_BENEATH_HEAD = 2 * mm
_BENEATH_WINDOW = 8.5 * mm


class Place(NamedTuple):
    """Where on the sheet an address stands, in millimetres from its upper left."""

    left: float
    return_line: float
    top: float
    width: float
    height: float
    marks: tuple[float, ...]

    @property
    def window_top(self) -> float:
        """Where the window begins; nothing else may stand in it."""
        return self.return_line - 4

    @property
    def bottom(self) -> float:
        """Where the window ends."""
        return self.top + self.height


# DIN 5008 form B: a field of 85 x 45 at 20 from the left and 45 from above, of which
# the upper 17.7 are for the return line; fold marks at 105 and 210, punch mark 148.5.
PLACES = {
    AddressWindow.DIN_B: Place(25, 61.5, 62.7, 80, 27.3, (105, 148.5, 210)),
    AddressWindow.SWISS_LEFT: Place(25, 51.5, 53, 80, 34, (148.5,)),
    AddressWindow.SWISS_RIGHT: Place(118, 51.5, 53, 77, 34, (148.5,)),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """What shows in the window of the envelope."""

    window: AddressWindow
    address: tuple[str, ...]
    sender: str = ""
    """The sender in one line, to which the letter is returned."""


class LetterTop(Flowable):
    """The first part of a letter, down to where its text begins."""

    def __init__(
        self,
        letterhead: Flowable,
        envelope: Envelope,
        cells: Cells,
        *,
        left: float,
        top: float,
    ) -> None:
        super().__init__()
        self._letterhead = letterhead
        self._place = PLACES[envelope.window]
        self._sender = printable(envelope.sender)
        self._lines = [
            cells.words(line, cells.styles.body)
            for line in envelope.address
            if line.strip()
        ]
        self._margins = left, top
        self.height = self._place.bottom * mm + _BENEATH_WINDOW - top

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width, and always the same height."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Draw the letterhead, the window and the marks for folding."""
        left, top = self._margins
        # From here on as on the sheet: from its lower left corner.
        self.canv.saveState()
        self.canv.translate(-left, self.height + top - A4[1])
        self._draw_letterhead(left, top)
        self._draw_return_line()
        self._draw_address()
        self.canv.setLineWidth(0.4)
        for mark in self._place.marks:
            y = A4[1] - mark * mm
            self.canv.line(_MARK_LEFT, y, _MARK_LEFT + _MARK_LENGTH, y)
        self.canv.restoreState()

    def _draw_letterhead(self, left: float, top: float) -> None:
        room = self._place.window_top * mm - top - _BENEATH_HEAD
        height = self._letterhead.wrap(self.width, A4[1])[1]
        _draw_fitted(self, [(self._letterhead, height)], (left, A4[1] - top), room)

    def _draw_return_line(self) -> None:
        if not self._sender:
            return
        place = self._place
        width = float(stringWidth(self._sender, REGULAR, _RETURN_POINTS))
        size = _RETURN_POINTS * min(1, place.width * mm / max(width, 1))
        x, y = place.left * mm, A4[1] - place.return_line * mm
        self.canv.saveState()
        self.canv.setFillGray(_RETURN_GREY)
        self.canv.setFont(REGULAR, size)
        self.canv.drawString(x, y + _ABOVE_LINE, self._sender)
        self.canv.setLineWidth(0.3)
        self.canv.setStrokeGray(_RETURN_GREY)
        self.canv.line(x, y, x + place.width * mm, y)
        self.canv.restoreState()

    def _draw_address(self) -> None:
        place = self._place
        sized = [(line, line.wrap(place.width * mm, A4[1])[1]) for line in self._lines]
        above = A4[1] - (place.top + 1) * mm
        _draw_fitted(self, sized, (place.left * mm, above), place.height * mm)


def _draw_fitted(
    flowable: Flowable,
    parts: Sequence[tuple[Flowable, float]],
    corner: tuple[float, float],
    room: float,
) -> None:
    """Draw parts beneath each other from an upper left corner; smaller if they must."""
    wanted = sum(height for _, height in parts)
    scale = min(1, room / wanted) if wanted else 1
    canvas = flowable.canv
    canvas.saveState()
    canvas.translate(*corner)
    canvas.scale(scale, scale)
    y = 0.0
    for part, height in parts:
        y -= height
        part.drawOn(canvas, 0, y)
    canvas.restoreState()

"""Letters that are typed by hand one after the other, and as a square to be scanned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from casedesk.pdf.fonts import BOLD, REGULAR

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINE = 9.5 * mm
_LETTER = 5.6 * mm
_BETWEEN_GROUPS = 4.5 * mm
_NUMBER = 9 * mm
_LETTER_POINTS = 16
_NUMBER_POINTS = 10
_BASELINE = 3 * mm
_RULE_GREY = 0.6
_SQUARE = 48 * mm
_AIR = 6


class CodeLines(Flowable):
    """Each letter has a place of its own, so that they stand beneath each other."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = lines
        self.height = max(len(lines) * _LINE, _SQUARE)
        self.spaceBefore = self.spaceAfter = _AIR

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the whole width."""
        self.width = width
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines to the left and the square to the right."""
        for number, line in enumerate(self._lines, start=1):
            self._draw_line(number, line)
        self._draw_square(" ".join(self._lines))

    def _draw_line(self, number: int, line: str) -> None:
        canvas = self.canv
        bottom = self.height - number * _LINE
        canvas.setFont(REGULAR, _NUMBER_POINTS)
        canvas.drawString(0, bottom + _BASELINE, str(number))
        canvas.setFont(BOLD, _LETTER_POINTS)
        left = _NUMBER
        for letter in line:
            if letter == " ":
                left += _BETWEEN_GROUPS
                continue
            canvas.drawCentredString(left + _LETTER / 2, bottom + _BASELINE, letter)
            left += _LETTER
        canvas.setLineWidth(0.4)
        canvas.setStrokeGray(_RULE_GREY)
        canvas.line(0, bottom, left, bottom)
        canvas.setStrokeGray(0)

    def _draw_square(self, text: str) -> None:
        dark = square_of(text)
        size = _SQUARE / len(dark)
        left, top = self.width - _SQUARE, self.height
        for row, places in enumerate(dark, start=1):
            for column, is_dark in enumerate(places):
                if is_dark:
                    self.canv.rect(
                        left + column * size,
                        top - row * size,
                        size,
                        size,
                        stroke=0,
                        fill=1,
                    )


def square_of(text: str) -> list[list[bool]]:
    """Return the rows of a QR code that carries the text."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    return [[bool(place) for place in row] for row in code.modules]

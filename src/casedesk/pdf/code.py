"""Letters that are typed by hand one after the other, and as a square to be scanned."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from reportlab.lib.units import mm
from reportlab.platypus.flowables import Flowable

from casedesk.pdf.fonts import BOLD, REGULAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

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
        left_bottom = (self.width - _SQUARE, self.height - _SQUARE)
        draw_square(self.canv, square_of(text), left_bottom, _SQUARE)


def square_of(text: str, correction: str = "M") -> list[list[bool]]:
    """Return the rows of a QR code that carries the text.

    `correction` says how much of it may be lost: L, M, Q or H.
    """
    import zxingcpp

    kind = zxingcpp.BarcodeFormat.QRCode
    code = zxingcpp.create_barcode(text, kind, ec_level=correction)
    # Any: the stubs of the package do not say that its picture is a buffer.
    picture: Any = code.to_image(add_quiet_zones=False)
    rows: list[list[int]] = memoryview(picture).tolist()  # type: ignore[assignment]
    return [[not light for light in row] for row in rows]


def draw_square(
    canvas: Canvas,
    dark: list[list[bool]],
    left_bottom: tuple[float, float],
    side: float,
) -> None:
    """Draw a QR code, in strips: between single places a printer may leave light."""
    left, bottom = left_bottom
    size = side / len(dark)
    path = canvas.beginPath()
    for row, places in enumerate(dark, start=1):
        column = 0
        for is_dark, strip in groupby(places):
            length = len([*strip])
            if is_dark:
                x, y = left + column * size, bottom + side - row * size
                path.rect(x, y, length * size, size)
            column += length
    canvas.drawPath(path, stroke=0, fill=1)

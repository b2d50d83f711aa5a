"""The slip at the foot of a page by which a Swiss invoice is paid.

Measures, sizes and the typeface are those of the style guide for the QR-bill.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.platypus.flowables import Flowable

from casedesk.pdf.code import draw_square
from casedesk.pdf.fonts import folder, printable
from casedesk.pdf.swiss_bill import payload, squares

if TYPE_CHECKING:
    from casedesk.pdf.blocks import PaymentSlip, SlipPart

HEIGHT = 105 * mm
RECEIPT = 62 * mm
_REGULAR, _BOLD = "LiberationSans", "LiberationSans-Bold"
_FILES = {_REGULAR: "LiberationSans-Regular", _BOLD: "LiberationSans-Bold"}
_EDGE = 5 * mm
_CODE, _CROSS = 46 * mm, 7 * mm
_RIGHT_TEXT = 118 * mm
_CORNER = 3 * mm
_RECEIPT_BOX, _PAYMENT_BOX = (30 * mm, 10 * mm), (40 * mm, 15 * mm)
_RECEIPT_BLANK, _PAYMENT_BLANK = (52 * mm, 20 * mm), (65 * mm, 25 * mm)


class Slip(Flowable):
    """Stands at the lower edge of its page, wherever it was placed."""

    lifts_foot = HEIGHT

    def __init__(self, slip: PaymentSlip) -> None:
        super().__init__()
        self._slip = slip

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Take the room of the slip."""
        self.width, self.height = width, HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        """Draw the receipt to the left and the payment part to the right."""
        _register()
        canvas = self.canv
        canvas.saveState()
        left, bottom = canvas.absolutePosition(0, 0)
        canvas.translate(-left, -bottom)
        self._lines_to_cut()
        slip = self._slip
        small, large = _Column(self, 6, 8, 9), _Column(self, 8, 10, 11)
        self._title(slip.receipt_title, _EDGE)
        small.parts(slip.receipt, _EDGE, HEIGHT - 12 * mm, 52 * mm, _RECEIPT_BLANK)
        small.amount(slip, _EDGE, HEIGHT - 68 * mm, _RECEIPT_BOX)
        canvas.setFont(_BOLD, 6)
        canvas.drawRightString(
            RECEIPT - _EDGE, HEIGHT - 82 * mm - 6, _shown(slip.acceptance_point)
        )
        self._title(slip.payment_title, RECEIPT + _EDGE)
        self._code(RECEIPT + _EDGE, HEIGHT - 17 * mm - _CODE)
        large.amount(slip, RECEIPT + _EDGE, HEIGHT - 68 * mm, _PAYMENT_BOX)
        width = A4[0] - _RIGHT_TEXT - _EDGE
        large.parts(slip.payment, _RIGHT_TEXT, HEIGHT - _EDGE, width, _PAYMENT_BLANK)
        canvas.restoreState()

    def _lines_to_cut(self) -> None:
        canvas = self.canv
        canvas.setLineWidth(0.5)
        canvas.setDash(3, 2)
        canvas.line(0, HEIGHT, A4[0], HEIGHT)
        canvas.line(RECEIPT, 0, RECEIPT, HEIGHT)
        canvas.setDash()
        canvas.setFont(_REGULAR, 7)
        canvas.drawCentredString(A4[0] / 2, HEIGHT + 3, _shown(self._slip.cut_here))

    def _title(self, text: str, left: float) -> None:
        self.canv.setFont(_BOLD, 11)
        self.canv.drawString(left, HEIGHT - _EDGE - 11, _shown(text))

    def _code(self, left: float, bottom: float) -> None:
        draw_square(self.canv, squares(payload(self._slip.bill)), (left, bottom), _CODE)
        middle = (left + _CODE / 2, bottom + _CODE / 2)
        self._cross(*middle)

    def _cross(self, x: float, y: float) -> None:
        """Draw the Swiss cross: white edge, black square, white bars."""
        canvas, unit = self.canv, _CROSS / 19.8
        canvas.setFillGray(1)
        canvas.rect(x - _CROSS / 2, y - _CROSS / 2, _CROSS, _CROSS, 0, 1)
        canvas.setFillGray(0)
        side = 17 * unit
        canvas.rect(x - side / 2, y - side / 2, side, side, 0, 1)
        canvas.setFillGray(1)
        long, thick = 11 * unit, 3.3 * unit
        canvas.rect(x - thick / 2, y - long / 2, thick, long, 0, 1)
        canvas.rect(x - long / 2, y - thick / 2, long, thick, 0, 1)
        canvas.setFillGray(0)


class _Column:
    """Writes headings and values of one side in its sizes."""

    def __init__(self, slip: Slip, heading: int, value: int, leading: int) -> None:
        self._canvas = slip.canv
        self._heading, self._value, self._leading = heading, value, leading

    def parts(
        self,
        parts: tuple[SlipPart, ...],
        left: float,
        top: float,
        width: float,
        blank: tuple[float, float],
    ) -> None:
        """Write what is said, one beneath the other; nothing said is a box to fill."""
        for part in parts:
            top = self._line(_BOLD, self._heading, part.heading, left, top)
            if not part.lines:
                _corners(self._canvas, left, top - 2 - blank[1], blank)
                top -= blank[1] + self._leading
                continue
            for line in part.lines:
                words = _shown(line)
                for piece in simpleSplit(words, _REGULAR, self._value, width):
                    top = self._line(_REGULAR, self._value, piece, left, top)
            top -= self._leading / 2

    def amount(
        self, slip: PaymentSlip, left: float, top: float, box: tuple[float, float]
    ) -> None:
        """Write currency and amount beside each other, or a box for the amount."""
        beside = left + (14 if self._heading > 6 else 12) * mm
        for heading, value, at in (
            (slip.currency_label, slip.currency, left),
            (slip.amount_label, slip.amount, beside),
        ):
            below = self._line(_BOLD, self._heading, heading, at, top)
            if value:
                self._line(_REGULAR, self._value, value, at, below)
            else:
                _corners(self._canvas, at, below - 2 - box[1], box)

    def _line(self, font: str, size: int, text: str, left: float, top: float) -> float:
        baseline = top - self._leading
        self._canvas.setFont(font, size)
        self._canvas.drawString(left, baseline, _shown(text))
        return baseline


def _corners(
    canvas: object, left: float, bottom: float, size: tuple[float, float]
) -> None:
    """Draw the corners of a box to be filled by hand."""
    width, height = size
    draw = canvas.line  # type: ignore[attr-defined]  # the stubs know it only as object
    for x, inward in ((left, 1), (left + width, -1)):
        for y, upward in ((bottom, 1), (bottom + height, -1)):
            draw(x, y, x + inward * _CORNER, y)
            draw(x, y, x, y + upward * _CORNER * 2 / 3)


def _shown(text: str) -> str:
    known = _register()
    return "".join(sign if ord(sign) in known else "?" for sign in printable(text))


@cache
def _register() -> frozenset[int]:
    """Make the typeface of the standard known; return what it can print."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    fonts = [
        TTFont(name, str(folder() / f"{file}.ttf")) for name, file in _FILES.items()
    ]
    for font in fonts:
        registerFont(font)
    return frozenset.intersection(*(frozenset(f.face.charToGlyph) for f in fonts))

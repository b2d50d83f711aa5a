"""Finds our squares in the picture of a page, however it lay on the scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import zxingcpp
from PIL import Image, ImageFilter, ImageOps

from casedesk.domain.page_code import read_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    Attempt = tuple[Image.Image, zxingcpp.Binarizer]

# The square stands in a corner of the page; where that is after turning, nobody knows.
CORNER_WIDTH, CORNER_HEIGHT = 0.34, 0.28
ENLARGED = 1600  # dots for the longer side of a corner: enough for 150 dots per inch
QUARTER, WHOLE = 90, 360


class Codes(NamedTuple):
    """What the squares say, and how far the page must be turned to stand upright."""

    texts: tuple[str, ...] = ()
    turn: int = 0


def codes_in(page: Image.Image) -> Codes:
    """Return our squares on a page; try harder only where none was found."""
    grey = page.convert("L")
    for picture, binarizer in _attempts(grey):
        found = [
            code
            for code in zxingcpp.read_barcodes(
                picture,
                formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
                try_invert=False,
                binarizer=binarizer,
            )
            if code.valid and read_code(code.text) is not None
        ]
        if found:
            texts = tuple(dict.fromkeys(code.text for code in found))
            return Codes(texts, _turn(found[0].orientation))
    return Codes()


def _attempts(grey: Image.Image) -> Iterator[Attempt]:
    local = zxingcpp.Binarizer.LocalAverage
    whole = zxingcpp.Binarizer.GlobalHistogram
    yield grey, local
    yield grey, whole
    corners = [*_corners(grey)]
    for corner in corners:
        yield corner, local
        yield corner, whole
    for corner in corners:
        smooth = ImageOps.autocontrast(corner.filter(ImageFilter.GaussianBlur(3)))
        for binarizer in (local, whole, zxingcpp.Binarizer.FixedThreshold):
            yield smooth, binarizer
        yield corner.filter(ImageFilter.MedianFilter(5)), whole


def _corners(grey: Image.Image) -> Iterator[Image.Image]:
    width, height = round(grey.width * CORNER_WIDTH), round(grey.height * CORNER_HEIGHT)
    for left in (0, grey.width - width):
        for top in (grey.height - height, 0):
            corner = grey.crop((left, top, left + width, top + height))
            scale = max(1.0, ENLARGED / max(width, height, 1))
            size = (max(1, round(width * scale)), max(1, round(height * scale)))
            yield corner.resize(size, Image.Resampling.BICUBIC)


def _turn(orientation: int) -> int:
    quarters = round(orientation / QUARTER)
    return -quarters * QUARTER % WHOLE

"""The pages of a foreign file as pictures. Runs in the reader's process only."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageOps
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from casedesk.domain.scan_file import (
    MOST_PAGES,
    MOST_PICTURE_POINTS,
    ScanFault,
    ScanKind,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

DOTS_PER_POINT = 300 / 72
LONGEST_SIDE = 4300  # A4 at 300 dots per inch has 3508, Legal 4200
WHITE = (255, 255, 255, 255)


class Refused(Exception):  # noqa: N818 - told to the user as a fault of the file
    """The file, or what is left of it, is not read."""

    def __init__(self, fault: ScanFault) -> None:
        super().__init__(fault)
        self.fault = fault


def pages_of(content: bytes) -> Iterator[tuple[int, Image.Image]]:
    """Yield how many pages there are, and each page; raises `Refused`."""
    kind = kind_of(content)
    if kind is None:
        raise Refused(ScanFault.UNKNOWN_KIND)
    if kind is ScanKind.PICTURE:
        yield 1, _picture(content)
        return
    yield from _rendered(content)


def _picture(content: bytes) -> Image.Image:
    try:
        opened = Image.open(BytesIO(content), formats=("JPEG", "PNG"))
        if opened.width * opened.height > MOST_PICTURE_POINTS:
            raise Refused(ScanFault.TOO_LARGE)
        opened.load()
        upright = ImageOps.exif_transpose(opened)
        if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
            return _on_white(upright.convert("RGBA"))
        return upright.convert("L" if upright.mode in ("1", "L") else "RGB")
    except Refused:
        raise
    except Image.DecompressionBombError as error:
        raise Refused(ScanFault.TOO_LARGE) from error
    except (OSError, ValueError, SyntaxError, MemoryError) as error:
        raise Refused(ScanFault.DAMAGED) from error


def _rendered(content: bytes) -> Iterator[tuple[int, Image.Image]]:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    error = document.error()
    if error in (
        QPdfDocument.Error.IncorrectPassword,
        QPdfDocument.Error.UnsupportedSecurityScheme,
    ):
        raise Refused(ScanFault.LOCKED)
    pages = document.pageCount()
    if error is not QPdfDocument.Error.None_ or pages < 1:
        raise Refused(ScanFault.DAMAGED)
    if pages > MOST_PAGES:
        raise Refused(ScanFault.TOO_MANY_PAGES)
    for page in range(pages):
        yield pages, _drawn(document, page)


def _drawn(document: QPdfDocument, page: int) -> Image.Image:
    points = document.pagePointSize(page)
    longest = max(points.width(), points.height())
    if longest <= 0:
        raise Refused(ScanFault.DAMAGED)
    scale = min(DOTS_PER_POINT, LONGEST_SIDE / longest)
    size = QSize(
        max(1, round(points.width() * scale)), max(1, round(points.height() * scale))
    )
    drawn = document.render(page, size)
    if drawn.isNull():
        raise Refused(ScanFault.DAMAGED)
    drawn = drawn.convertToFormat(QImage.Format.Format_RGBA8888)
    picture = Image.frombuffer(
        "RGBA",
        (drawn.width(), drawn.height()),
        bytes(drawn.constBits()),
        "raw",
        "RGBA",
        drawn.bytesPerLine(),
        1,
    )
    return _on_white(picture)


def _on_white(picture: Image.Image) -> Image.Image:
    ground = Image.new("RGBA", picture.size, WHITE)
    ground.alpha_composite(picture)
    return ground.convert("RGB")

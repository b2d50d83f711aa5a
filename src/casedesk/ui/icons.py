"""Drawn signs in the colour of the text beside them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from casedesk.words.resources import resource

RATIOS = (1, 2)  # a pixmap for common screens, and one for dense ones


def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """Return the sign called `name`, such as "search", in a colour."""
    found = QIcon()
    for ratio in RATIOS:
        found.addPixmap(pixmap(name, colour, size, ratio))
    return found


def pixmap(name: str, colour: str, size: int = 16, ratio: float = 1.0) -> QPixmap:
    """Return the sign as a picture for a screen with so many dots per pixel."""
    key = f"casedesk/{name}/{colour}/{size}/{ratio}"
    kept = QPixmap()
    if QPixmapCache.find(key, kept):
        return kept
    drawn = _drawn(name, colour, round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, drawn)
    return drawn


def _drawn(name: str, colour: str, dots: int) -> QPixmap:
    source = resource("icons", f"{name}.svg").read_text("utf-8")
    # Qt draws `currentColor` black, whatever the palette says.
    coloured = source.replace("currentColor", colour)
    drawn = QPixmap(dots, dots)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(coloured.encode())).render(
        painter, QRectF(0, 0, dots, dots)
    )
    painter.end()
    return drawn

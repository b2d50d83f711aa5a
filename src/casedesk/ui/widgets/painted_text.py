"""Texts that wrap and are painted: far cheaper than a label for each of hundreds."""

from __future__ import annotations

import re
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout, QTextOption

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

LINE_SEPARATOR = "\u2028"
SOFT_HYPHEN = "\u00ad"
# Before a consonant that begins a syllable, with letters enough on either side.
_SYLLABLE = re.compile(
    r"(?<=[a-zäöüß]{3})(?<![cpst](?=h))(?<!c(?=k))(?<!s(?=[pt]))"
    r"(?=[bcdfghjklmnpqrstvwxzß][aeiouyäöü]\w{2})",
    re.IGNORECASE,
)


def softened(text: str) -> str:
    """Return a text whose long words may be parted where it is narrow."""
    return _SYLLABLE.sub(SOFT_HYPHEN, text)


def text_height(text: str, font: QFont, width: int) -> int:
    """Return how high a text is when it wraps at a width."""
    return ceil(_laid_out(text, font, width)[1])


def paint_text(painter: QPainter, text: str, x: int, y: int, width: int) -> None:
    """Paint a text with the painter's font and pen; it wraps at a width."""
    layout, _ = _laid_out(text, painter.font(), width)
    layout.draw(painter, QPointF(x, y))


def _laid_out(text: str, font: QFont, width: int) -> tuple[QTextLayout, float]:
    layout = QTextLayout(text.replace("\n", LINE_SEPARATOR), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height

"""Paints the row of a domain: its name, the need, and two bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casedesk.domain.assessment import NeedLevel
from casedesk.ui import wording
from casedesk.ui.assessment.domain_row import DomainRow
from casedesk.ui.colours import Colours, colours
from casedesk.ui.theme import GRID

if TYPE_CHECKING:
    from casedesk.domain.assessment import DomainEntry as Entry

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
TOP = 10
BAR_LINES = 2.6
SMALLER = 0.85


class DomainPainter(QStyledItemDelegate):
    """Two lines: the name, and beneath it what was rated."""

    # --- QStyledItemDelegate

    def sizeHint(  # noqa: D102
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line = option.fontMetrics.height()
        return QSize(12 * line, 2 * line + GRID + 2)

    def paint(  # noqa: D102
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, DomainRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades = colours(option.palette)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        _paint_ground(painter, option.rect, shades, is_chosen=is_chosen, ring=has_focus)
        self._paint_words(painter, option, row, shades)
        painter.restore()

    def _paint_words(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: DomainRow,
        shades: Colours,
    ) -> None:
        entry = row.entry
        line = option.fontMetrics.height()
        room = option.rect.adjusted(GRID, GRID // 2, -GRID, -GRID // 2)
        font = QFont(option.font)
        font.setBold(bool(option.state & QStyle.StateFlag.State_Selected))
        painter.setFont(font)
        painter.setPen(QColor(shades.muted if entry.is_empty else shades.text))
        if not _is_rated(entry):
            room.setTop(room.y() + round(line / 2))
        first = QRect(room.x(), room.y(), room.width(), line)
        _paint_name(painter, first, row, shades)
        font.setBold(False)
        font.setPointSizeF(option.font.pointSizeF() * SMALLER)
        painter.setFont(font)
        second = QRect(room.x(), room.y() + line + 2, room.width(), line)
        _paint_ratings(painter, second, entry, shades)


def _paint_name(
    painter: QPainter, room: QRect, row: DomainRow, shades: Colours
) -> None:
    metrics = painter.fontMetrics()
    wide = metrics.horizontalAdvance(row.sign) + GRID if row.sign else 0
    name = metrics.elidedText(
        row.name, Qt.TextElideMode.ElideRight, room.width() - wide
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
    if row.sign:
        painter.setPen(QColor(shades.accent))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, row.sign)


def _is_rated(entry: Entry) -> bool:
    ratings = (entry.need_level, entry.burden, entry.resource_level)
    return any(rating is not None for rating in ratings)


def _paint_ground(
    painter: QPainter, rect: QRect, shades: Colours, *, is_chosen: bool, ring: bool
) -> None:
    painter.setPen(QPen(QColor(shades.accent), 1.4) if ring else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shades.selected) if is_chosen else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)


def _paint_ratings(
    painter: QPainter, room: QRect, entry: Entry, shades: Colours
) -> None:
    if entry.need_level is not None:
        tones = {NeedLevel.SOON: shades.warning, NeedLevel.AT_ONCE: shades.danger}
        painter.setPen(QColor(tones.get(entry.need_level, shades.muted)))
        words = wording.label(entry.need_level)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
    right = room.right()
    for rating, tone in (
        (entry.resource_level, shades.accent),
        (entry.burden, shades.warning),
    ):
        if rating is not None:
            right = _paint_bar(painter, room, right, rating, tone, shades) - GRID


def _paint_bar(
    painter: QPainter, room: QRect, right: int, rating: int, tone: str, shades: Colours
) -> int:
    """Paint a number and a bar that ends at `right`; return where it begins."""
    line = painter.fontMetrics().height()
    width = round(BAR_LINES * line)
    bar = QRectF(right - width, room.center().y() - 2, width, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shades.track))
    painter.drawRoundedRect(bar, 2.5, 2.5)
    painter.setBrush(QColor(tone))
    bar.setWidth(width * rating / TOP)
    painter.drawRoundedRect(bar, 2.5, 2.5)
    digits = painter.fontMetrics().horizontalAdvance("10")
    painter.setPen(QColor(tone))
    place = QRect(right - width - digits - 4, room.y(), digits, room.height())
    painter.drawText(
        place,
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
        str(rating),
    )
    return place.x()

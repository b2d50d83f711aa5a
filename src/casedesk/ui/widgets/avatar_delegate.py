"""Paints an entry of an avatar list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casedesk.ui.colours import colours
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from casedesk.ui.colours import Colours
    from casedesk.ui.widgets.avatar_list import AvatarItem

ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
GAP = 8
SMALL = 0.85


class AvatarDelegate(QStyledItemDelegate):
    """Initials in a disc, a bold title over one or two muted lines, and a badge."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines = 2

    # --- QStyledItemDelegate

    def sizeHint(  # noqa: D102
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QSize:
        return QSize(0, round(option.fontMetrics.height() * (self.lines * 1.2 + 1)))

    def paint(  # noqa: D102
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        item: AvatarItem = index.data(ITEM_ROLE)
        shades = colours(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = option.rect.adjusted(4, 2, -4, -2)
        _paint_ground(painter, row, option.state, shades)
        inside = row.adjusted(GAP, 0, -GAP, 0)
        disc = _paint_initials(painter, inside, item.initials, option.font, shades)
        inside.setLeft(disc.right() + GAP)
        small = _small(option.font)
        middle = [item.middle] if item.middle else []
        rooms = _lines(inside, option.fontMetrics, 2 + len(middle))
        beside = rooms[-1] if middle else rooms[0]
        beside.setRight(_paint_badge(painter, beside, item, option.font, shades))
        _paint_line(painter, rooms[0], item.title, _bold(option.font), shades.text)
        for room, words in zip(rooms[1:], [*middle, item.subtitle], strict=True):
            _paint_line(painter, room, words, small, shades.muted)
        painter.restore()


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * SMALL)
    return small


def _lines(inside: QRect, metrics: QFontMetrics, count: int) -> list[QRect]:
    line = metrics.height()
    step = line + line // 5
    top = inside.center().y() - (count * step - line // 5) // 2
    first = QRect(inside.left(), top, inside.width(), line)
    return [first.translated(0, number * step) for number in range(count)]


def _paint_ground(
    painter: QPainter, row: QRect, state: QStyle.StateFlag, shades: Colours
) -> None:
    flag = QStyle.StateFlag
    if state & (flag.State_Selected | flag.State_MouseOver):
        ground = QColor(shades.selected)
        if not state & flag.State_Selected:
            ground.setAlphaF(0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(row, 7, 7)
    if state & flag.State_HasFocus:
        painter.setPen(QPen(QColor(shades.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(row.adjusted(1, 1, -1, -1), 6, 6)


def _paint_initials(
    painter: QPainter, inside: QRect, initials: str, font: QFont, shades: Colours
) -> QRect:
    side = round(QFontMetrics(font).height() * 2.1)
    disc = QRect(inside.left(), inside.center().y() - side // 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shades.accent_soft))
    painter.drawEllipse(disc)
    painter.setFont(_bold(font))
    painter.setPen(QColor(shades.accent))
    painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials)
    return disc


def _paint_badge(
    painter: QPainter, line: QRect, item: AvatarItem, font: QFont, shades: Colours
) -> int:
    """Paint the badge at the right end and return where the text before it ends."""
    if not item.badge:
        return line.right()
    metrics = QFontMetrics(_small(font))
    width = max(metrics.horizontalAdvance(item.badge) + 2 * GAP, metrics.height() * 2)
    pill = QRect(line.right() - width, line.top(), width, metrics.height() + 2)
    text, ground = _tones(shades)[item.badge_tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setFont(_small(font))
    painter.setPen(QColor(text))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, item.badge)
    return pill.left() - GAP


def _tones(shades: Colours) -> dict[Tone, tuple[str, str]]:
    return {
        Tone.NEUTRAL: (shades.muted, shades.track),
        Tone.ACCENT: (shades.accent, shades.accent_soft),
        Tone.OK: (shades.ok, shades.accent_soft),
        Tone.WARNING: (shades.warning, shades.warning_soft),
        Tone.DANGER: (shades.danger, shades.danger_soft),
    }


def _paint_line(
    painter: QPainter, room: QRect, text: str, font: QFont, shade: str
) -> None:
    painter.setFont(font)
    painter.setPen(QColor(shade))
    shown = QFontMetrics(font).elidedText(
        text, Qt.TextElideMode.ElideRight, room.width()
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

"""A number on a scale, such as how a client rates something from 0 to 10."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.colours import colours
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.parsed_line import PASSING_REASONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

TOP = 10
DIGITS_PAUSE_MS = 900  # "1" and, within this time, "0" make ten
GAP = 4
STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}


class ScaleField(QWidget):
    """Edits a whole number from 0 to 10, or nothing.

    Digits and arrows set it, Delete clears it; so does a click on the chosen one.
    """

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        low_anchor: str = "",
        high_anchor: str = "",
        anchors: Sequence[str] = (),
    ) -> None:
        """The anchors are the words at both ends of the scale, or for each step.

        Where each step has its words, those of the chosen one are shown, and those of
        the one beneath the mouse.
        """
        super().__init__(parent)
        self._value: int | None = None
        self._anchors = tuple(anchors)
        self._low_anchor = anchors[0] if anchors else low_anchor
        self._high_anchor = anchors[-1] if anchors else high_anchor
        self._pointed: int | None = None
        self.setMouseTracking(bool(anchors))
        self._digits = QTimer(self, singleShot=True, interval=DIGITS_PAUSE_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell_reader()

    def value(self) -> int | None:
        """Return the number, None if there is none."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show a number; None empties the field."""
        self._value = value if isinstance(value, int) else None
        self._tell_reader()
        self.update()

    def problem(self) -> str | None:
        """Every number on it is a good number."""
        return None

    def raw(self) -> str:
        """Return the number as text."""
        return "" if self._value is None else str(self._value)

    def set_raw(self, text: str) -> None:
        """Show the number in a text."""
        number = int(text) if text.isdecimal() else None
        self.set_value(number if number is None or number <= TOP else None)

    def anchor(self) -> str:
        """Return what the chosen step means, or the one that is pointed at."""
        number = self._value if self._pointed is None else self._pointed
        if number is None or not self._anchors:
            return ""
        return f"{number} – {self._anchors[number]}"

    def _choose(self, value: int | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.edited.emit()

    def _point_at(self, number: int | None) -> None:
        if number != self._pointed:
            self._pointed = number
            self.update()

    def _tell_reader(self) -> None:
        if self._value is None:
            self.setAccessibleDescription(_("not rated"))
            return
        rated = _("{value} of {top}").format(value=self._value, top=TOP)
        meaning = self._anchors[self._value] if self._anchors else ""
        self.setAccessibleDescription(", ".join(filter(None, (rated, meaning))))

    def _type_digit(self, digit: int) -> None:
        if digit == 0 and self._value == 1 and self._digits.isActive():
            self._choose(TOP)
        else:
            self._choose(digit)
        self._digits.start()

    def _cells(self) -> list[QRectF]:
        width = (self.width() - GAP * TOP) / (TOP + 1)
        width = min(width, self.fontMetrics().height() * 2.6)
        height = self._cell_height()
        return [
            QRectF(i * (width + GAP) + 1, 1, width - 2, height - 2)
            for i in range(TOP + 1)
        ]

    def _cell_height(self) -> int:
        return round(self.fontMetrics().height() * 1.7)

    # --- QWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = Qt.Key(event.key())
        if event.text().isdecimal() and event.text().isascii():
            self._type_digit(int(event.text()))
        elif key in STEPS:
            start = -1 if self._value is None and STEPS[key] > 0 else self._value or 0
            self._choose(min(TOP, max(0, start + STEPS[key])))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        at: QPointF = event.position()
        for number, cell in enumerate(self._cells()):
            if cell.contains(at):
                self._choose(None if number == self._value else number)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._anchors:
            cells = enumerate(self._cells())
            at = event.position()
            self._point_at(next((n for n, cell in cells if cell.contains(at)), None))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102
        super().leaveEvent(event)
        self._point_at(None)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in PASSING_REASONS:
            self.left.emit()

    def sizeHint(self) -> QSize:  # noqa: D102
        line = self.fontMetrics().height()
        anchors = line + GAP if self._low_anchor or self._high_anchor else 0
        return QSize(round(line * 2.2) * (TOP + 1), self._cell_height() + anchors)

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        line = self.fontMetrics().height()
        return QSize(round(line * 1.4) * (TOP + 1), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cells = self._cells()
        for number, cell in enumerate(cells):
            self._paint_cell(painter, cell, number)
        below = QRectF(
            0,
            self._cell_height() + GAP,
            cells[-1].right(),
            self.fontMetrics().height(),
        )
        if self.anchor():
            below.setWidth(self.width())
            painter.setPen(QColor(colours(self).text))
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, self.anchor())
            return
        painter.setPen(QColor(colours(self).muted))
        for words, side in (
            (self._low_anchor, Qt.AlignmentFlag.AlignLeft),
            (self._high_anchor, Qt.AlignmentFlag.AlignRight),
        ):
            half = self.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, round(below.width() / 2) - GAP
            )
            painter.drawText(below, side, half)

    def _paint_cell(self, painter: QPainter, cell: QRectF, number: int) -> None:
        shades = colours(self)
        is_chosen = number == self._value
        focused = self.hasFocus()
        edge = shades.accent if focused or is_chosen else shades.edge
        painter.setPen(QPen(QColor(edge), 1.6 if focused else 1))
        painter.setBrush(QColor(shades.accent if is_chosen else shades.card))
        painter.drawRoundedRect(cell, 5, 5)
        font = self.font()
        font.setBold(is_chosen)
        painter.setFont(font)
        painter.setPen(QColor(shades.accent_text if is_chosen else shades.text))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setFont(self.font())

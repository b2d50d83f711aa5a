"""The five levels of goal attainment, each with its text, of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casedesk.ui.colours import colours
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.painted_text import paint_text, text_height
from casedesk.ui.widgets.parsed_line import PASSING_REASONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

LOWEST, HIGHEST = -2, 2
LEVELS = tuple(range(HIGHEST, LOWEST - 1, -1))  # as they are shown, the best on top
PADDING = 4
STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Left: -1,
}
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class LevelField(QWidget):
    """Edits a level from -2 to +2, or nothing.

    It is typed as it is written ("-1", "0", "+2"); arrows go one level up or down,
    Delete clears it, and so does a click on the chosen one.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: int | None = None
        self._texts: dict[int, str] = {}
        self._is_negative = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._tell_reader()

    def show_texts(self, texts: Mapping[int, str]) -> None:
        """Say what each level means for this goal."""
        if dict(texts) != self._texts:
            self._texts = dict(texts)
            self._tell_reader()
            self.updateGeometry()
            self.update()

    def value(self) -> int | None:
        """Return the level, None if there is none."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show a level; None empties the field."""
        self._value = value if isinstance(value, int) and value in LEVELS else None
        self._tell_reader()
        self.update()

    def problem(self) -> str | None:
        """Every level on it is a good one."""
        return None

    def raw(self) -> str:
        """Return the level as text."""
        return "" if self._value is None else signed(self._value)

    def set_raw(self, text: str) -> None:
        """Show the level in a text."""
        known = {signed(level): level for level in LEVELS}
        self.set_value(known.get(text))

    def lines(self) -> list[str]:
        """Return the levels with their texts, as they are shown."""
        return [f"{signed(each)} {self._texts.get(each, '')}" for each in LEVELS]

    def _choose(self, value: int | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.edited.emit()

    def _tell_reader(self) -> None:
        if self._value is None:
            self.setAccessibleDescription(_("not rated"))
        else:
            text = self._texts.get(self._value, "")
            self.setAccessibleDescription(f"{signed(self._value)} {text}".strip())

    def _type(self, typed: str) -> None:
        if typed in "+-":
            self._is_negative = typed == "-"
            return
        level = int(typed) * (-1 if self._is_negative else 1)
        self._is_negative = False
        if level in LEVELS:
            self._choose(level)

    def _step(self, step: int) -> None:
        start = 0 if self._value is None else self._value + step
        self._choose(min(HIGHEST, max(LOWEST, start)))

    def _badge_width(self) -> int:
        return self.fontMetrics().horizontalAdvance("+2") + 3 * PADDING

    def _rows(self, width: int) -> list[QRect]:
        """Return where each level stands, in the order they are shown."""
        top, rows = 0, []
        room = max(width - self._badge_width() - 3 * PADDING, 1)
        least = self.fontMetrics().height()
        for level in LEVELS:
            text = text_height(self._texts.get(level, ""), self.font(), room)
            height = max(text, least) + PADDING
            rows.append(QRect(0, top, width, height))
            top += height + 2
        return rows

    # --- QWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key, typed = Qt.Key(event.key()), event.text()
        if typed and typed in "+-012":
            self._type(typed)
        elif key in STEPS:
            self._step(STEPS[key])
        elif key in CLEARING:
            self._choose(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        at = event.position().toPoint()
        for level, row in zip(LEVELS, self._rows(self.width()), strict=True):
            if row.contains(at):
                self._choose(None if level == self._value else level)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusInEvent(event)
        self._is_negative = False
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in PASSING_REASONS:
            self.left.emit()

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        return self._rows(width)[-1].bottom() + 2

    def sizeHint(self) -> QSize:  # noqa: D102
        width = max(self.width(), self.fontMetrics().height() * 20)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(self.fontMetrics().height() * 10, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for level, row in zip(LEVELS, self._rows(self.width()), strict=True):
            self._paint_row(painter, level, row)

    def _paint_row(self, painter: QPainter, level: int, row: QRect) -> None:
        shades = colours(self)
        is_chosen = level == self._value
        edge = shades.accent if is_chosen or self.hasFocus() else shades.edge
        painter.setPen(QPen(QColor(edge), 1.6 if self.hasFocus() else 1))
        painter.setBrush(QColor(shades.accent if is_chosen else shades.card))
        width = self._badge_width()
        badge = QRect(1, row.top() + 1, width - 2, self.fontMetrics().height() + 2)
        painter.drawRoundedRect(badge, 5, 5)
        font = self.font()
        font.setBold(is_chosen)
        painter.setFont(font)
        painter.setPen(QColor(shades.accent_text if is_chosen else shades.text))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, signed(level))
        painter.setFont(self.font())
        painter.setPen(QColor(shades.text if is_chosen else shades.muted))
        room = row.width() - width - 3 * PADDING
        text = self._texts.get(level, "")
        paint_text(painter, text, width + 2 * PADDING, row.top() + 2, room)


def signed(level: int) -> str:
    """Write a level with its sign: -1, 0, +2."""
    return f"{level:+d}" if level else "0"

"""Lays acts beside the words they belong to, or beneath where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QWidget

from casedesk.ui.theme import GRID

LEAST_LETTERS = 22  # words that wrap stay beside the acts if so many fit in a line


class HeadLayout(QLayout):
    """Words at the left, acts at the right; both flow into lines of their own."""

    # Qt may ask a layout whose window is on its way out; it holds nothing then.
    _items: list[QLayoutItem] = []  # noqa: RUF012 - each makes its own

    def __init__(self, parent: QWidget | None = None, *, gap: int = GRID) -> None:
        super().__init__(parent)
        self._items = []
        self._acts: set[QWidget] = set()
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def add_act(self, act: QWidget) -> None:
        """Put a button, or another small widget, at the right end."""
        self._acts.add(act)
        self.addWidget(act)

    def _shown(self, *, acts: bool) -> list[QLayoutItem]:
        return [
            item
            for item in self._items
            if not item.isEmpty() and (item.widget() in self._acts) is acts
        ]

    def _arrange(self, room: QRect, *, is_trial: bool) -> int:
        """Place everything and return the height it takes."""
        words, acts = self._shown(acts=False), self._shown(acts=True)
        for_acts = sum(item.sizeHint().width() + self.spacing() for item in acts)
        left = QRect(room)
        left.setWidth(room.width() - for_acts)
        if acts and self._least_for(words) > left.width():
            height = self._flow(words, room, is_trial=is_trial)
            gap = self.spacing() if words else 0
            room = room.adjusted(0, height + gap, 0, 0)
            return height + gap + self._flow(acts, room, is_trial=is_trial)
        right = room.adjusted(left.width() + self.spacing(), 0, 0, 0)
        sides = ((words, left), (acts, right))
        heights = [self._flow(items, side, is_trial=True) for items, side in sides]
        if not is_trial:
            for (items, side), height in zip(sides, heights, strict=True):
                lower = (max(heights) - height) // 2
                self._flow(items, side.translated(0, lower), is_trial=False)
        return max(heights)

    def _least_for(self, words: list[QLayoutItem]) -> int:
        wanted = sum(_wanted(item) + self.spacing() for item in words)
        match words:
            case [only] if only.hasHeightForWidth() and (widget := only.widget()):
                letters = LEAST_LETTERS * widget.fontMetrics().averageCharWidth()
                return min(wanted, letters)
        return wanted - self.spacing()

    def _flow(self, items: list[QLayoutItem], room: QRect, *, is_trial: bool) -> int:
        """Place items in lines, each in the middle of its line; return the height."""
        y = room.y()
        for line in self._lines(items, room.width()):
            sizes = [_size(item, room.width()) for item in line]
            tallest = max(size.height() for size in sizes)
            x = room.x()
            for item, size in zip(line, sizes, strict=True):
                if not is_trial:
                    lower = (tallest - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + lower), size))
                x += size.width() + self.spacing()
            y += tallest + self.spacing()
        return max(y - self.spacing() - room.y(), 0)

    def _lines(self, items: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        taken = 0
        for item in items:
            wide = min(_wanted(item), width)
            if not lines or taken + self.spacing() + wide > width:
                lines.append([item])
                taken = wide
            else:
                lines[-1].append(item)
                taken += self.spacing() + wide
        return lines

    # --- QLayout

    def addItem(self, item: QLayoutItem) -> None:  # noqa: D102
        self._items.append(item)

    def count(self) -> int:  # noqa: D102
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: D102
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: D102
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: D102
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        margins = self.contentsMargins()
        inside = width - margins.left() - margins.right()
        height = self._arrange(QRect(0, 0, inside, 0), is_trial=True)
        return height + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:  # noqa: D102
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), is_trial=False)

    def sizeHint(self) -> QSize:  # noqa: D102
        widths = [_wanted(item) + self.spacing() for item in self._items]
        height = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(sum(widths), height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:  # noqa: D102
        least = QSize()
        for item in self._items:
            if not item.isEmpty():
                least = least.expandedTo(item.minimumSize())
        return least.grownBy(self.contentsMargins())


def _wanted(item: QLayoutItem) -> int:
    """Return the width in which words need no second line."""
    widget = item.widget()
    if isinstance(widget, QLabel) and widget.wordWrap():
        widget.ensurePolished()
        lines = widget.text().split("\n")
        metrics = widget.fontMetrics()
        return max(metrics.horizontalAdvance(line) for line in lines) + 2
    return item.sizeHint().width()


def _size(item: QLayoutItem, width: int) -> QSize:
    size = QSize(min(_wanted(item), width), item.sizeHint().height())
    if item.hasHeightForWidth():
        size.setHeight(item.heightForWidth(size.width()))
    return size

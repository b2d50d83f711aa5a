"""A column of thousands of rows of any height; only those in sight are made."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from casedesk.ui.theme import GRID, set_first_look
from casedesk.ui.widgets import tab_order

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QKeyEvent, QResizeEvent

KEPT_BEYOND = 6  # rows that stay made above and below what is in sight
NEAR_END = 1.5  # heights of the view
STEP_LINES = 3


class LazyColumn(QAbstractScrollArea):
    """Lays rows beneath each other that are made when they come into sight.

    Heights are guessed until a row was seen; what is above the first row in sight
    never moves it. A row in which somebody works stays, wherever it is scrolled to.
    """

    near_end = Signal()

    def __init__(
        self,
        make: Callable[[str], QWidget],
        guess: Callable[[str, int], int],
        is_busy: Callable[[QWidget], bool],
        parent: QWidget | None = None,
    ) -> None:
        """`guess` says about how high a row is at a width."""
        super().__init__(parent)
        self._make = make
        self._guess = guess
        self._is_busy = is_busy
        self._keys: list[str] = []
        self._places: dict[str, int] = {}
        self._heights: list[int] = []
        self._tops: list[int] = [0]
        self._seen: set[str] = set()
        self._rows: dict[str, QWidget] = {}
        self._width = 0
        self._last = 0
        self._is_arranging = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_first_look(self.viewport(), "page")
        self.verticalScrollBar().valueChanged.connect(self._arrange)

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show these rows; those that were there already keep their place in sight."""
        # Rows that go may hand on the focus, which asks to see whoever has it then.
        self._is_arranging = True
        try:
            self._take_over(keys)
        finally:
            self._is_arranging = False
        self._arrange()

    def _take_over(self, keys: Sequence[str]) -> None:
        first = self._first()
        anchor = self._keys[first] if self._keys else ""
        offset = self._value() - self._tops[first] if self._keys else 0
        heights = dict(zip(self._keys, self._heights, strict=True))
        self._keys = list(keys)
        self._places = {key: place for place, key in enumerate(self._keys)}
        width = self._row_width()
        self._heights = [heights.get(k) or self._guess(k, width) for k in self._keys]
        self._sum_up()
        for key in [each for each in self._rows if each not in self._places]:
            self._drop(key)
        if anchor in self._places and (first or offset):
            self._scroll_to(self._tops[self._places[anchor]] + offset)

    def rows(self) -> dict[str, QWidget]:
        """Return the rows that are made, by their keys."""
        return dict(self._rows)

    def order(self) -> list[str]:
        """Return the keys of all rows, from the first to the last."""
        return list(self._keys)

    def place(self, key: str) -> int:
        """Return how many rows stand before a row."""
        return self._places[key]

    def count_in_sight(self) -> int:
        """Return how many rows there are from the first to the last one in sight."""
        return self._last

    def row(self, key: str) -> QWidget:
        """Return a row, which is made and brought into sight if it was not."""
        if key not in self._rows:
            self.to(key)
        return self._rows[key]

    def to(self, key: str) -> None:
        """Scroll so that a row is the first one in sight."""
        place = self._places[key]
        self._scroll_to(self._tops[place])
        self._arrange()

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self._scroll_to(0)
        self._arrange()

    def bring_into_sight(self, widget: QWidget, part: QRect | None = None) -> None:
        """Scroll until something in a row, or a part of it, can be seen."""
        viewport = self.viewport()
        room = widget.rect() if part is None else part
        top = widget.mapTo(viewport, room.topLeft()).y()
        bottom = top + min(room.height(), viewport.height() - 2 * GRID)
        if top < 0:
            self._scroll_to(self._value() + top - GRID)
        elif bottom > viewport.height():
            self._scroll_to(self._value() + bottom - viewport.height() + GRID)

    def _value(self) -> int:
        return self.verticalScrollBar().value()

    def _row_width(self) -> int:
        return max(1, self.viewport().width())

    def _first(self) -> int:
        """Return the place of the first row of which something is in sight."""
        place = bisect_right(self._tops, self._value()) - 1
        return min(max(0, place), max(0, len(self._keys) - 1))

    def _sum_up(self) -> None:
        self._tops = list(accumulate(self._heights, initial=0))
        self._fit_bar()

    def _fit_bar(self) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(STEP_LINES * self.fontMetrics().lineSpacing())
        is_arranging, self._is_arranging = self._is_arranging, True
        bar.setRange(0, max(0, self._tops[-1] - page))
        self._is_arranging = is_arranging

    def _scroll_to(self, value: int) -> None:
        is_arranging, self._is_arranging = self._is_arranging, True
        self.verticalScrollBar().setValue(value)
        self._is_arranging = is_arranging
        if not is_arranging:
            self._arrange()

    def _arrange(self) -> None:
        """Make, measure and place what is in sight; let go of what is far away."""
        if self._is_arranging:
            return
        self._is_arranging = True
        try:
            self._measure_in_sight()
            self._place_rows()
        finally:
            self._is_arranging = False
        if self._tops[-1] - self._value() < (1 + NEAR_END) * self.viewport().height():
            self.near_end.emit()

    def _measure_in_sight(self) -> None:
        first, below = self._first(), self._value() + self.viewport().height()
        place = first
        while place < len(self._keys) and self._tops[place] < below:
            grown = self._measure(place)
            if grown:
                self._sum_up()
                is_above = place == first and self._value() > self._tops[place]
                if is_above and self._keys[place] not in self._seen:
                    # It came in from above: what is beneath it stays where it is.
                    self._scroll_to(self._value() + grown)
                    below = self._value() + self.viewport().height()
            self._seen.add(self._keys[place])
            place += 1
        self._last = place

    def _measure(self, place: int) -> int:
        """Measure a row, which is made for it; return by how much it is higher."""
        row, width = self._made(self._keys[place]), self._row_width()
        height = (
            row.heightForWidth(width)
            if row.hasHeightForWidth()
            else row.sizeHint().height()
        )
        grown = height - self._heights[place]
        self._heights[place] = height
        return grown

    def _made(self, key: str) -> QWidget:
        if key not in self._rows:
            row = self._make(key)
            row.setParent(self.viewport())
            row.ensurePolished()
            self._rows[key] = row
        return self._rows[key]

    def _place_rows(self) -> None:
        first, value, width = self._first(), self._value(), self._row_width()
        kept = range(first - KEPT_BEYOND, self._last + KEPT_BEYOND)
        for key in list(self._rows):
            place, row = self._places[key], self._rows[key]
            if place not in kept and not self._stays(row):
                self._drop(key)
                continue
            top = self._tops[place] - value
            row.setGeometry(0, top, width, self._heights[place])
            row.setVisible(True)

    def _stays(self, row: QWidget) -> bool:
        focused = QApplication.focusWidget()
        has_focus = focused is not None and row.isAncestorOf(focused)
        return has_focus or self._is_busy(row)

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        row.hide()
        row.deleteLater()

    def _place_of(self, widget: QWidget | None) -> int | None:
        """Return the place of the row in which a widget is."""
        for key, row in self._rows.items():
            if widget is not None and (row is widget or row.isAncestorOf(widget)):
                return self._places[key]
        return None

    def _enter(self, place: int, *, is_next: bool) -> bool:
        """Go into the next row in which Tab can stop; tell whether there is one."""
        step = 1 if is_next else -1
        while 0 <= place < len(self._keys):
            row = self._made(self._keys[place])
            if not row.isVisible():
                self.to(self._keys[place])
            stops = list(tab_order.stops(row))
            if tab_order.is_stop(row):
                stops.insert(0, row)
            if stops:
                target = stops[0 if is_next else -1]
                target.setFocus(_reason(is_next=is_next))
                self.bring_into_sight(target)
                return True
            place += step
        return False

    # --- QAbstractScrollArea

    def focusNextPrevChild(self, next_: bool, /) -> bool:  # noqa: D102, N802
        focused = self.window().focusWidget()
        place = self._place_of(focused)
        stop = tab_order.stop_of(focused)
        if place is None:
            return super().focusNextPrevChild(next_)
        row = self._rows[self._keys[place]]
        order = list(tab_order.stops(row))
        if tab_order.is_stop(row):
            order.insert(0, row)
        step = 1 if next_ else -1
        at = order.index(stop) + step if stop in order else 0
        if 0 <= at < len(order):
            order[at].setFocus(_reason(is_next=next_))
            self.bring_into_sight(order[at])
            return True
        if self._enter(place + step, is_next=next_):
            return True
        beyond = tab_order.neighbour(self, is_next=next_)
        if beyond is not None:
            beyond.setFocus(_reason(is_next=next_))
        return True

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: D102
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return bool(done)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if self._width != self._row_width():
            self._width = self._row_width()
            self._heights = [
                height if key in self._rows else self._guess(key, self._width)
                for key, height in zip(self._keys, self._heights, strict=True)
            ]
            self._seen.clear()
            self._sum_up()
        self._fit_bar()
        self._arrange()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102, N802
        pass  # rows are placed by `_arrange`

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Home:
            self.to_top()
        elif event.key() == Qt.Key.Key_End:
            self._scroll_to(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)


def _reason(*, is_next: bool) -> Qt.FocusReason:
    reason = Qt.FocusReason
    return reason.TabFocusReason if is_next else reason.BacktabFocusReason

"""Tabs that say how far each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QTabBar, QWidget

from casedesk.ui.colours import colours
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.state_ring import RingState, paint_ring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from casedesk.ui.colours import Colours

UNDERLINE = 3
SIDE = 10  # between a tab's edge and what is in it
LEAST_SIDE = 3  # where there are more tabs than room
RING_GAP = 4


@dataclass(frozen=True, slots=True)
class PhaseTab:
    """One tab; `state_words` say to a screen reader what the ring shows."""

    key: str
    label: str
    state: RingState | None = None
    state_words: str = ""


class PhaseTabs(QTabBar):
    """A row of tabs with rings; arrows change the tab, too many can be scrolled."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: tuple[PhaseTab, ...] = ()
        self._is_showing = False
        self._is_none_chosen = False
        self._side = SIDE
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.currentChanged.connect(self._on_changed)
        self.tabBarClicked.connect(self._on_clicked)

    def show_tabs(self, tabs: Sequence[PhaseTab]) -> None:
        """Show these tabs; the chosen one stays chosen if it is among them."""
        key = self.chosen_key()
        self._is_showing = True
        self._tabs = tuple(tabs)
        self._side = self._fitting_side()
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for index, tab in enumerate(tabs):
            if index >= self.count():
                self.addTab("")
            self.setTabText(index, tab.label.replace("&", "&&"))
            self.setAccessibleTabName(index, _spoken(tab))
            self.setTabToolTip(index, tab.state_words)
        if key in self.keys():
            self.setCurrentIndex(self.keys().index(key))
        self._is_showing = False
        self.update()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the tabs from left to right."""
        return tuple(tab.key for tab in self._tabs)

    def chosen_key(self) -> str:
        """Return the key of the chosen tab, empty if there are no tabs."""
        index = -1 if self._is_none_chosen else self.currentIndex()
        return self._tabs[index].key if 0 <= index < len(self._tabs) else ""

    def choose(self, key: str) -> None:
        """Go to a tab, as if the user had; an empty key chooses none of them."""
        self._is_none_chosen = not key
        if key:
            self.setCurrentIndex(self.keys().index(key))
        self.update()

    def _on_changed(self) -> None:
        if not self._is_showing and self.count():
            self._is_none_chosen = False
            self.chosen.emit(self.chosen_key())

    def _on_clicked(self, index: int) -> None:
        # Going back to the tab that was left for a page without one is no change.
        if self._is_none_chosen and index == self.currentIndex():
            self._on_changed()

    def _paint_tab(self, painter: QPainter, index: int, shades: Colours) -> None:
        tab, place = self._tabs[index], self.tabRect(index)
        is_chosen = index == self.currentIndex() and not self._is_none_chosen
        if is_chosen:
            bottom = QRect(
                place.x(), self.height() - UNDERLINE, place.width(), UNDERLINE
            )
            painter.fillRect(bottom, QColor(shades.accent))
        left = place.x() + self._side
        if tab.state is not None:
            side = self._ring_side()
            top = place.y() + (place.height() - UNDERLINE - side) / 2
            paint_ring(painter, QRectF(left, top, side, side), tab.state, shades)
            left += side + RING_GAP
        painter.setFont(self._bold() if is_chosen else self.font())
        painter.setPen(QColor(_text_shade(tab, shades, is_chosen=is_chosen)))
        room = QRect(left, place.y(), place.right() - left, place.height() - UNDERLINE)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, tab.label)
        if is_chosen and self.hasFocus():
            painter.setPen(QColor(shades.accent))
            painter.drawRoundedRect(place.adjusted(1, 1, -2, -UNDERLINE - 3), 4, 4)

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _content_width(self, tab: PhaseTab) -> int:
        width = QFontMetrics(self._bold()).horizontalAdvance(tab.label)
        return width if tab.state is None else width + self._ring_side() + RING_GAP

    def _fitting_side(self) -> int:
        content = sum(self._content_width(tab) for tab in self._tabs)
        room = (self.width() - content) // (2 * max(len(self._tabs), 1))
        return max(LEAST_SIDE, min(SIDE, room))

    def _fit(self) -> None:
        side = self._fitting_side()
        if side != self._side:
            self._side = side
            self.setTabText(0, self.tabText(0) + " ")  # it keeps sizes until then
            self.show_tabs(self._tabs)

    def _ring_side(self) -> int:
        return round(self.fontMetrics().height() * 1.05)

    # --- QTabBar

    def tabSizeHint(self, index: int) -> QSize:  # noqa: D102
        if index >= len(self._tabs):
            return super().tabSizeHint(index)
        tab = self._tabs[index]
        # As wide as if it were chosen, so that nothing moves when it is.
        width = self._content_width(tab) + 2 * self._side
        height = round(self.fontMetrics().height() * 1.6) + 2 * GRID
        return QSize(width, height)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: D102, N802
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        shades = colours(self)
        painter = QPainter(self)
        painter.fillRect(
            0, self.height() - UNDERLINE + 1, self.width(), 2, QColor(shades.line)
        )
        for index in range(min(self.count(), len(self._tabs))):
            self._paint_tab(painter, index, shades)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.show_tabs(self._tabs)  # QTabBar keeps sizes until a tab changes


def _text_shade(tab: PhaseTab, shades: Colours, *, is_chosen: bool) -> str:
    if is_chosen:
        return shades.accent
    return shades.muted if tab.state == RingState.EMPTY else shades.text


def _spoken(tab: PhaseTab) -> str:
    return f"{tab.label}, {tab.state_words}" if tab.state_words else tab.label

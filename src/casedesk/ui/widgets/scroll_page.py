"""A page that scrolls from top to bottom and keeps in sight what is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from casedesk.ui.theme import GRID, set_first_look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

SIGHT_PIXELS = 3 * GRID
SETTLED_MS = 60  # what is new has its place in the page only after some events


class ScrollPage(QScrollArea):
    """Lay the contents into `body`; `FocusFollower` scrolls to what gets the focus.

    Tab goes through the contents as they are laid out, also when some were made later.
    """

    def __init__(self, parent: QWidget | None = None, *, margin: int = 0) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("focusPolicy", "NoFocus")  # `Qt` itself takes 13 ms to load
        sheet = _Sheet()
        set_first_look(sheet, "page")
        self._column = column = QVBoxLayout(sheet)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(GRID + 2)
        column.addLayout(self.body)
        column.addStretch(1)
        self.setWidget(sheet)

    def add(self, item: QWidget | QLayout) -> None:
        """Lay a widget or a layout beneath the others."""
        if isinstance(item, QWidget):
            self.body.addWidget(item)
        else:
            self.body.addLayout(item)

    def fill(self) -> None:
        """Let the contents take all the height there is, and scroll where it is not."""
        self._column.setStretch(0, 1)
        self._column.setStretch(1, 0)

    def to_top(self) -> None:
        """Scroll to the beginning."""
        self.verticalScrollBar().setValue(0)

    # --- QScrollArea

    def focusNextPrevChild(self, next_: bool, /) -> bool:  # noqa: D102, N802
        from PySide6.QtCore import Qt

        from casedesk.ui.widgets import tab_order

        order = list(tab_order.stops(self))
        stop = tab_order.stop_of(self.window().focusWidget())
        if stop not in order:
            return super().focusNextPrevChild(next_)
        place = order.index(stop) + (1 if next_ else -1)
        if 0 <= place < len(order):
            target: QWidget | None = order[place]
        else:
            target = tab_order.neighbour(self, is_next=next_)
        reason = Qt.FocusReason
        (target or order[0 if next_ else -1]).setFocus(
            reason.TabFocusReason if next_ else reason.BacktabFocusReason
        )
        return True


class _Sheet(QWidget):
    """Takes the height its contents need at its width, and not what narrow ones would.

    The area would add what chips and texts need in their least width: empty room.
    """

    # --- QWidget

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            least.setHeight(0)
        return least


def bring_into_sight(sheet: QWidget) -> None:
    """Scroll to something new as soon as it has its place, above all to the cursor."""
    QTimer.singleShot(SETTLED_MS, sheet, lambda: _bring(sheet))


def _bring(sheet: QWidget) -> None:
    page = sheet.parentWidget()
    while page is not None and not isinstance(page, ScrollPage):
        page = page.parentWidget()
    if page is None:
        return
    show_sheet(page, sheet)


def show_sheet(page: QScrollArea, sheet: QWidget) -> None:
    """Scroll to a sheet, to its top if it is a high one, and to the cursor in it."""
    contents = page.widget()
    if contents is None or sheet.height() < page.viewport().height():
        page.ensureWidgetVisible(sheet, 0, SIGHT_PIXELS)
    else:  # the area would show its middle
        top = sheet.mapTo(contents, sheet.rect().topLeft()).y()
        page.verticalScrollBar().setValue(top - GRID)
    focused: QWidget | None = sheet.window().focusWidget()
    if focused is not None and sheet.isAncestorOf(focused):
        page.ensureWidgetVisible(focused, SIGHT_PIXELS, SIGHT_PIXELS)

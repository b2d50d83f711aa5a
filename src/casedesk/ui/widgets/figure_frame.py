"""A figure as wide as there is room, which can be made larger and is then scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.figure_view import FigureView
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

    from casedesk.ui.widgets.figure_view import Make

ZOOMS = (0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)


class FigureFrame(QWidget):
    """The figure, and beneath it what keys do and how large it is."""

    def __init__(
        self,
        keys: str,
        parent: QWidget | None = None,
        *,
        may_move: bool = False,
        view: FigureView | None = None,
    ) -> None:
        """`view` paints the figure if it does more than others."""
        super().__init__(parent)
        self._zoom = ZOOMS.index(1.0)
        self.view = view or FigureView(may_move=may_move)
        self._area = _Area(self.view, self)
        self._build(keys)

    def show_figure(self, make: Make) -> None:
        """Show a figure; it is drawn for the room there is."""
        self.view.show_figure(make)
        self._area.fit(ZOOMS[self._zoom])

    def _build(self, keys: str) -> None:
        self._larger = button(_("Larger"), "link", self)
        self._smaller = button(_("Smaller"), "link", self)
        self._larger.setToolTip(_("Ctrl++"))
        self._smaller.setToolTip(_("Ctrl+-"))
        row = FlowLayout(gap=GRID)
        row.addWidget(self._larger)
        row.addWidget(self._smaller)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self._area)
        if keys:
            layout.addWidget(plain_label(keys, "small", self, wraps=True))
        layout.addLayout(row)
        self._larger.clicked.connect(self._on_larger)
        self._smaller.clicked.connect(self._on_smaller)
        for sequence, slot in (
            (QKeySequence.StandardKey.ZoomIn, self._on_larger),
            (QKeySequence.StandardKey.ZoomOut, self._on_smaller),
        ):
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_larger(self) -> None:
        self._set_zoom(self._zoom + 1)

    def _on_smaller(self) -> None:
        self._set_zoom(self._zoom - 1)

    def _set_zoom(self, zoom: int) -> None:
        self._zoom = min(max(zoom, 0), len(ZOOMS) - 1)
        self._area.fit(ZOOMS[self._zoom])
        self._larger.setEnabled(self._zoom < len(ZOOMS) - 1)
        self._smaller.setEnabled(self._zoom > 0)


class _Area(QScrollArea):
    """Scrolls sideways only: the page around it scrolls up and down."""

    def __init__(self, view: FigureView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._zoom = 1.0
        self.setWidget(view)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        set_look(self, "figure")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self, zoom: float) -> None:
        """Give the figure the width, and take the height it needs."""
        self._zoom = zoom
        self._view.set_room(self.viewport().width(), zoom)
        bar = self.horizontalScrollBar().sizeHint().height()
        is_wide = self._view.width() > self.viewport().width()
        self.setFixedHeight(max(self._view.height(), 1) + (bar if is_wide else 0))

    # --- QScrollArea

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit(self._zoom)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit(self._zoom)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().x():
            super().wheelEvent(event)
        else:
            event.ignore()

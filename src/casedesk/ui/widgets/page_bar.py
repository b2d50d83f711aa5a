"""The bar over pages: which is shown, the next one, smaller and larger."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label


class PageBar(QWidget):
    """Says what is wished for; turning and zooming is done by who shows the pages."""

    back = Signal()
    forth = Signal()
    smaller = Signal()
    larger = Signal()
    fit = Signal()

    def __init__(self, view: QWidget) -> None:
        """`view` shows the pages; the keys work in its window."""
        super().__init__(view)
        self._back = button(_("Previous page"), "", self)
        self._place = plain_label("", "muted", self)
        self._forth = button(_("Next page"), "", self)
        smaller = button("−", "", self)
        fit = button(_("Fit width"), "", self)
        larger = button("+", "", self)
        for act, name in ((smaller, _("Smaller")), (larger, _("Larger"))):
            act.setAccessibleName(name)
            act.setToolTip(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self._back, self._place, self._forth):
            layout.addWidget(widget)
        layout.addStretch()
        for widget in (smaller, fit, larger):
            layout.addWidget(widget)
        self._back.clicked.connect(self.back)
        self._forth.clicked.connect(self.forth)
        smaller.clicked.connect(self.smaller)
        larger.clicked.connect(self.larger)
        fit.clicked.connect(self.fit)
        for key, signal in (
            (Qt.Key.Key_PageUp, self.back),
            (Qt.Key.Key_PageDown, self.forth),
            (QKeySequence.StandardKey.ZoomIn, self.larger),
            (QKeySequence.StandardKey.ZoomOut, self.smaller),
        ):
            QShortcut(QKeySequence(key), view).activated.connect(signal)

    def show_place(self, at: int, pages: int) -> None:
        """Say which page is shown, counted from 0, of how many."""
        self._place.setText(
            _("Page {page} of {pages}").format(page=at + 1, pages=pages)
            if pages
            else ""
        )
        self._back.setEnabled(at > 0)
        self._forth.setEnabled(at + 1 < pages)

    def show_turning(self, wanted: bool) -> None:
        """Show or hide what only several pages need."""
        for widget in (self._back, self._place, self._forth):
            widget.setVisible(wanted)

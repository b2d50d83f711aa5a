"""The pages of a paper on the screen, straight from memory."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label

ZOOM_STEP = 1.25
LEAST_ZOOM = 0.25
MOST_ZOOM = 4.0


class PagesView(QWidget):
    """Shows the pages below each other, with a bar to turn them and to zoom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = QPdfDocument(self)
        self.pdf = b""
        self._buffer = QBuffer(self)  # the document reads from it as long as it lives
        self._build()

    def show_pdf(self, pdf: bytes) -> None:
        """Show these pages from the first one on. Nothing is written to a file."""
        self.document.close()
        self._buffer.close()
        self.pdf = pdf
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.go_to(0)
        self._show_place()

    def page(self) -> int:
        """Return which page is shown, from 0."""
        return self._view.pageNavigator().currentPage()

    def go_to(self, page: int) -> None:
        """Show a page from its top, or the nearest there is."""
        last = self.document.pageCount() - 1
        if last >= 0:
            within = min(max(page, 0), last)
            self._view.pageNavigator().jump(within, QPointF(), 0)

    def _build(self) -> None:
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(_("Pages of the paper"))
        self._view.setDocument(self.document)
        self._back = button(_("Previous page"), "", self)
        self._place = plain_label("", "muted", self)
        self._on = button(_("Next page"), "", self)
        smaller = button("−", "", self)
        smaller.setAccessibleName(_("Smaller"))
        smaller.setToolTip(_("Smaller"))
        fit = button(_("Fit width"), "", self)
        larger = button("+", "", self)
        larger.setAccessibleName(_("Larger"))
        larger.setToolTip(_("Larger"))

        bar = QHBoxLayout()
        bar.setSpacing(GRID)
        for widget in (self._back, self._place, self._on):
            bar.addWidget(widget)
        bar.addStretch()
        for widget in (smaller, fit, larger):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(bar)
        layout.addWidget(self._view, 1)

        self._back.clicked.connect(self._on_back)
        self._on.clicked.connect(self._on_next)
        smaller.clicked.connect(self._on_smaller)
        larger.clicked.connect(self._on_larger)
        fit.clicked.connect(self._on_fit)
        self._view.pageNavigator().currentPageChanged.connect(self._show_place)
        for key, slot in (
            (Qt.Key.Key_PageUp, self._on_back),
            (Qt.Key.Key_PageDown, self._on_next),
            (QKeySequence.StandardKey.ZoomIn, self._on_larger),
            (QKeySequence.StandardKey.ZoomOut, self._on_smaller),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _show_place(self) -> None:
        pages = self.document.pageCount()
        self._place.setText(
            _("Page {page} of {pages}").format(page=self.page() + 1, pages=pages)
            if pages
            else ""
        )
        self._back.setEnabled(self.page() > 0)
        self._on.setEnabled(self.page() + 1 < pages)

    def _zoom(self, factor: float) -> None:
        shown = self._view.zoomFactor()
        if self._view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            shown = self._fitting_factor()
            self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(shown * factor, LEAST_ZOOM), MOST_ZOOM))

    def _fitting_factor(self) -> float:
        points = self.document.pagePointSize(max(self.page(), 0)).width()
        dots_per_inch: int = self.logicalDpiX()
        return self._view.viewport().width() / (points * dots_per_inch / 72 or 1)

    def _on_back(self) -> None:
        self.go_to(self.page() - 1)

    def _on_next(self) -> None:
        self.go_to(self.page() + 1)

    def _on_smaller(self) -> None:
        self._zoom(1 / ZOOM_STEP)

    def _on_larger(self) -> None:
        self._zoom(ZOOM_STEP)

    def _on_fit(self) -> None:
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

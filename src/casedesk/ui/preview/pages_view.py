"""The pages of a paper on the screen, straight from memory."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.page_bar import PageBar

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
        self._bar = PageBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._bar)
        layout.addWidget(self._view, 1)

        self._bar.back.connect(self._on_back)
        self._bar.forth.connect(self._on_next)
        self._bar.smaller.connect(self._on_smaller)
        self._bar.larger.connect(self._on_larger)
        self._bar.fit.connect(self._on_fit)
        self._view.pageNavigator().currentPageChanged.connect(self._show_place)

    def _show_place(self) -> None:
        self._bar.show_place(self.page(), self.document.pageCount())

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

"""Received pages on the screen, one at a time, with zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QPixmap,
    QTransform,
)
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.page_bar import PageBar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.received import ReceivedPage, ReceivedPageId

STEP = 1.25
LEAST, MOST = 0.1, 4.0
LEAST_WIDTH = 240


class PageView(QWidget):
    """Shows pages as they came; only how they are turned may differ."""

    def __init__(
        self,
        load: Callable[[ReceivedPageId], bytes],
        parent: QWidget | None = None,
    ) -> None:
        """`load` returns the picture of a page."""
        super().__init__(parent)
        self._load = load
        self._pages: Sequence[ReceivedPage] = ()
        self._at = 0
        self._picture = QImage()
        self._zoom: float | None = None  # none fits the width
        self._build()

    def show_pages(self, pages: Sequence[ReceivedPage], at: int = 0) -> None:
        """Show these pages, from one of them on."""
        self._pages = pages
        self._go(at)

    def page(self) -> ReceivedPage | None:
        """Return the page that is shown."""
        return self._pages[self._at] if self._at < len(self._pages) else None

    def picture(self) -> QImage:
        """Return what is shown, upright."""
        return self._picture

    def _go(self, at: int) -> None:
        self._at = min(max(at, 0), max(len(self._pages) - 1, 0))
        page = self.page()
        if page is None:
            self._picture = QImage()
        else:
            image = _decoded(self._load(page.id))
            self._picture = image.transformed(QTransform().rotate(page.turn))
        self._show_place()
        self._paint()
        self._area.verticalScrollBar().setValue(0)

    def _show_place(self) -> None:
        self._bar.show_turning(len(self._pages) > 1)
        self._bar.show_place(self._at, len(self._pages))

    def _paint(self) -> None:
        if self._picture.isNull():
            self._sheet.clear()
            return
        width = max(round(self._picture.width() * self._factor()), 1)
        ratio = self.devicePixelRatioF()
        shown = self._picture.scaledToWidth(
            round(width * ratio), Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self._sheet.setPixmap(QPixmap.fromImage(shown))
        self._sheet.adjustSize()

    def _factor(self) -> float:
        if self._zoom is not None:
            return self._zoom
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = max(self._area.width() - bar - 4, LEAST_WIDTH)
        return room / self._picture.width()

    def _build(self) -> None:
        self._sheet = QLabel(self)
        self._sheet.setAccessibleName(_("Picture of the page"))
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._area = QScrollArea(self)
        self._area.setWidget(self._sheet)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setAccessibleName(_("Picture of the page"))
        self._bar = PageBar(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._bar)
        layout.addWidget(self._area, 1)
        self._bar.back.connect(self._on_back)
        self._bar.forth.connect(self._on_next)
        self._bar.smaller.connect(self._on_smaller)
        self._bar.larger.connect(self._on_larger)
        self._bar.fit.connect(self._on_fit)

    def _on_back(self) -> None:
        if self._at > 0:
            self._go(self._at - 1)

    def _on_next(self) -> None:
        if self._at + 1 < len(self._pages):
            self._go(self._at + 1)

    def _on_smaller(self) -> None:
        self._zoom = max(self._factor() / STEP, LEAST)
        self._paint()

    def _on_larger(self) -> None:
        if not self._picture.isNull():
            self._zoom = min(self._factor() * STEP, MOST)
            self._paint()

    def _on_fit(self) -> None:
        self._zoom = None
        self._paint()

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if self._zoom is None:
            self._paint()


def _decoded(picture: bytes) -> QImage:
    """Return a picture that our own reader has written: JPEG, and nothing else."""
    buffer = QBuffer()
    buffer.setData(QByteArray(picture))
    return QImageReader(buffer, QByteArray(b"jpeg")).read()

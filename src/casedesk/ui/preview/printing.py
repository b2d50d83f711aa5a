"""Prints a paper through the printers of the system, without a file in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage, QPageSize, QPainter, QTransform
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.services.disclosures import Clearance
    from casedesk.ui.preview.pages_view import PagesView

DOTS_PER_INCH = 300
POINTS_PER_INCH = 72


def ask_printer(
    parent: QWidget, name: str, pages: int, *, is_secret: bool = False
) -> QPrinter | None:
    """Let the user choose a printer; nothing if the user thinks better of it.

    `name` is what the queue of the system shows: it must not name a person. What is
    secret goes to paper alone.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, name)
    dialog = choice_of(printer, parent, pages, is_secret=is_secret)
    with no_traces():  # it may print to a file, which is chosen in it
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
    if isValid(dialog):  # a lock may have taken it away
        dialog.deleteLater()
    return printer if accepted else None


def choice_of(
    printer: QPrinter, parent: QWidget, pages: int, *, is_secret: bool
) -> QPrintDialog:
    """Return the dialog of the system; for a secret it offers no file to print to."""
    options = QAbstractPrintDialog.PrintDialogOption
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print"))
    dialog.setMinMax(1, pages)
    dialog.setOption(options.PrintPageRange)
    dialog.setOption(options.PrintToFile, not is_secret)
    return dialog


def set_up(printer: QPrinter, name: str) -> None:
    """Prepare a printer for our papers: A4, to the edge, with a neutral name."""
    printer.setDocName(name)
    printer.setCreator("CaseDesk")
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)


class PrintJob(QObject):
    """Paints one page after the other, and lets the window live between them."""

    progressed = Signal(int, int)
    finished = Signal(bool)

    def __init__(
        self,
        pages: PagesView,
        printer: QPrinter,
        clearance: Clearance,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        clearance.check(pages.pdf)
        self._document = pages.document
        self._printer = printer
        self._painter = QPainter()
        self._pages = _wanted(printer, pages.document.pageCount())
        self._done = 0

    def start(self) -> None:
        """Begin to print; `finished` tells when, and whether, all is at the printer."""
        if not self._painter.begin(self._printer):
            self.finished.emit(False)
            return
        self._go_on()

    def _go_on(self) -> None:
        QTimer.singleShot(0, self, self._on_turn)

    def _on_turn(self) -> None:
        if self._done == len(self._pages):
            self.finished.emit(self._painter.end())
            return
        if self._done and not self._printer.newPage():
            self._painter.end()
            self.finished.emit(False)
            return
        self._paint(self._pages[self._done])
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        self._go_on()

    def _paint(self, page: int) -> None:
        points = self._document.pagePointSize(page)
        dots = (points * DOTS_PER_INCH / POINTS_PER_INCH).toSize()
        drawn = self._document.render(page, dots)
        paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
        paper.fill(0xFFFFFFFF)  # what is rendered has no ground of its own
        painter = QPainter(paper)
        painter.drawImage(0, 0, drawn)
        painter.end()
        if points.width() > points.height():
            # A page on its side: its upper edge is where the others are punched.
            paper = paper.transformed(QTransform().rotate(-90))
            points.transpose()
        real_size = points * self._printer.resolution() / POINTS_PER_INCH
        self._painter.drawImage(
            QRectF(0, 0, real_size.width(), real_size.height()), paper
        )


def _wanted(printer: QPrinter, pages: int) -> list[int]:
    if printer.printRange() != QPrinter.PrintRange.PageRange:
        return list(range(pages))
    first = max(1, printer.fromPage())
    last = min(pages, printer.toPage() or pages)
    return list(range(first - 1, last))

"""A sheet that is filed nowhere: looked at, printed, and saved if it is no secret."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.services.disclosures import cleared_without_case
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.preview import printing, saving
from casedesk.ui.preview.pages_view import PagesView
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce

if TYPE_CHECKING:
    from casedesk.services.recovery import LooseSheet
    from casedesk.ui.jobs import BackgroundJobs
    from casedesk.ui.preview.dialog import AskFile, AskPrinter

WIDTH, HEIGHT = 820, 700
MOST_OF_SCREEN = 0.92  # the frame needs some


class SheetDialog(QDialog):
    """Shows the pages straight from memory."""

    printed = Signal()
    saved = Signal()

    def __init__(
        self,
        sheet: LooseSheet,
        jobs: BackgroundJobs,
        parent: QWidget | None = None,
        *,
        ask_printer: AskPrinter | None = None,
        ask_file: AskFile = saving.ask_file,
    ) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._ask_printer = ask_printer or partial(
            printing.ask_printer, is_secret=sheet.is_secret
        )
        self._ask_file = ask_file
        self._pdf = b""
        self._is_printing = False
        self.pages = PagesView(self)
        self.notice = plain_label(_("The paper is being set …"), "muted", self)
        self.print_button = button(_("Print …"), "primary", self)
        self.save_button = button(_("Save as PDF …"), "", self)
        self._build()
        self._set_ready(is_ready=False)
        jobs.run(
            sheet.render,
            self._on_rendered,
            owner=self,
            otherwise=self._on_not_rendered,
        )

    def is_ready(self) -> bool:
        """Whether the sheet is shown and can be printed."""
        return self.print_button.isEnabled()

    def print_out(self) -> None:
        """Print on the printer the user chooses."""
        if not self.is_ready():
            return
        count = self.pages.document.pageCount()
        printer = self._ask_printer(self, self._sheet.file_name, count)
        if printer is None:
            return
        self._set_ready(is_ready=False)
        self._is_printing = True
        clearance = cleared_without_case(self._sheet, self._pdf)
        job = printing.PrintJob(self.pages, printer, clearance, self)
        job.finished.connect(self._on_printed)
        job.finished.connect(job.deleteLater)
        job.start()

    def save(self) -> None:
        """Save as a file where the user wants it; never a secret."""
        if not self.is_ready() or self._sheet.is_secret:
            return
        path = self._ask_file(self, "", self._sheet.file_name)
        if path is None:
            return
        with problems_shown(self, wording.problem):
            clearance = cleared_without_case(self._sheet, self._pdf)
            saving.write(path, self._pdf, clearance)
            self._say(_("Saved as {name}.").format(name=path.name))
            self.saved.emit()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._sheet.title)
        most = self.screen().availableSize() * MOST_OF_SCREEN
        self.resize(QSize(WIDTH, HEIGHT).boundedTo(most))
        self.notice.setWordWrap(True)
        self.save_button.setVisible(not self._sheet.is_secret)
        self.print_button.setToolTip(
            _("Ctrl+P. The system may keep a print job on its disk for some time.")
        )
        close = button(_("Close"), "", self)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self.notice, 1)
        for widget in (close, self.save_button, self.print_button):
            foot.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID + 4)
        layout.addWidget(plain_label(self._sheet.title, "heading", self))
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)
        close.clicked.connect(self.close)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print_out)
        for key, deed in (("Ctrl+P", self.print_out), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    def _set_ready(self, *, is_ready: bool) -> None:
        self.print_button.setEnabled(is_ready)
        self.save_button.setEnabled(is_ready)

    def _say(self, words: str) -> None:
        self.notice.setText(words)
        announce(self.notice, words)

    def _on_rendered(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.pages.show_pdf(pdf)
        self._set_ready(is_ready=True)
        self._say(
            _(
                "Print it on a printer beside you. It is not saved as a file, because "
                "whoever finds the file could open the vault."
            )
            if self._sheet.is_secret
            else _("It is not filed in any case.")
        )

    def _on_not_rendered(self) -> None:
        self._say(_("The paper could not be set; nothing was filed."))

    def _on_printed(self, is_done: bool) -> None:
        self._is_printing = False
        self._set_ready(is_ready=True)
        if is_done:
            self._say(_("Sent to the printer."))
            self.printed.emit()
        else:
            self._say(_("The printer did not take the sheet. Print it again."))

    # --- QDialog

    def reject(self) -> None:  # noqa: D102
        if not self._is_printing:  # the printer would be left with half a sheet
            super().reject()

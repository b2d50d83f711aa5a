"""Reads scans in: how far it is, what became of each file, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from casedesk.services.scans import Fate
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.problems import problems_shown
from casedesk.ui.scans import words
from casedesk.ui.scans.reading import Reading
from casedesk.ui.scans.scan_files import remove_files
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from casedesk.domain.scan_file import ScanFault
    from casedesk.services.scans import ScannedPage
    from casedesk.ui.desk import Desk
    from casedesk.ui.scans.scan_files import ScanFile


@dataclass(slots=True)
class Tally:
    """What became of the pages of one file."""

    fates: list[Fate] = field(default_factory=list)
    pages: int = 0

    def is_whole(self) -> bool:
        """Whether every page of the file was taken."""
        return 0 < self.pages <= len(self.fates)

    def words(self) -> str:
        """Say it."""
        count = self.fates.count
        return words.taken(count(Fate.FILED), count(Fate.IN_TRAY), count(Fate.KNOWN))


class ReceiveDialog(QDialog):
    """Takes every page as it is read; cancelling keeps what was taken."""

    def __init__(
        self, paths: Sequence[Path], desk: Desk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._paths = tuple(paths)
        self._tally = Tally()
        self._through: list[tuple[Path, str]] = []
        self.reading = Reading(desk.jobs, self)
        self.said = plain_label("", "", self, wraps=True)
        self.progress = QProgressBar(self)
        self.files = ScrollPage(self)
        self.ask = button(_("Say what was signed …"), "primary", self)
        self.tray = button(_("Open the tray …"), "", self)
        self.remove = button(_("Remove the scan files …"), "", self)
        self.close_button = button(_("Cancel"), "", self)
        self._build()
        self.reading.start(self._paths)

    def lines(self) -> list[str]:
        """Return what is said about each file."""
        body = self.files.body
        items = (body.itemAt(place) for place in range(body.count()))
        labels = (item.widget() for item in items if item is not None)
        return [str(label.property("text")) for label in labels if label is not None]

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Read in scans"))
        make_room(self, letters=96, lines=24)
        self.progress.setRange(0, len(self._paths))
        self.progress.setAccessibleName(_("Files read"))
        for act in (self.ask, self.tray, self.remove):
            act.hide()
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch(1)
        for act in (self.remove, self.close_button, self.tray, self.ask):
            foot.addWidget(act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(plain_label(_("Read in scans"), "heading", self))
        layout.addWidget(self.said)
        layout.addWidget(self.progress)
        layout.addWidget(self.files, 1)
        layout.addLayout(foot)
        self.reading.file_begun.connect(self._on_file)
        self.reading.page_read.connect(self._on_page)
        self.reading.file_done.connect(self._on_file_done)
        self.reading.finished.connect(self._on_finished)
        self.close_button.clicked.connect(self._on_close)
        self.ask.clicked.connect(self._on_ask)
        self.tray.clicked.connect(self._on_tray)
        self.remove.clicked.connect(self._on_remove)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        announce(self.said, text)

    def _on_file(self, file: ScanFile) -> None:
        self._tally = Tally()
        self.said.setText(_("{file} is being read …").format(file=file.path.name))

    def _on_page(self, page: ScannedPage) -> None:
        self._tally.pages = page.pages
        taken = len(self._tally.fates)
        with problems_shown(self, wording.problem):
            self._tally.fates.append(self._desk.session.scans.take(page).fate)
            self.said.setText(
                _("Page {page} of {pages} …").format(page=page.number, pages=page.pages)
            )
        if len(self._tally.fates) == taken:
            self.reading.cancel()  # the next page would meet the same problem

    def _on_file_done(self, file: ScanFile, fault: ScanFault | None) -> None:
        said = self._tally.words()
        if fault is not None:
            reason = wording.label(fault)
            said = f"{reason} {said}" if self._tally.fates else reason
        elif self._tally.is_whole():
            self._through.append((file.path, file.sha256))
        line = f"{file.path.name}: {said}"
        look = "" if fault is None else "warning"
        self.files.add(plain_label(line, look, self, wraps=True))
        self.progress.setValue(self.progress.value() + 1)

    def _on_finished(self) -> None:
        self.progress.hide()
        session = self._desk.session
        self.ask.setVisible(bool(session.signed_papers.questions()))
        self.tray.setVisible(session.scans.waiting() > 0)
        self.remove.setVisible(bool(self._through))
        self.close_button.setText(_("Close"))
        if len(self._through) < len(self._paths):
            self._say(
                _(
                    "Done. Not every file was taken whole; what was taken is kept. The "
                    "scan files are still where they were."
                )
            )
        else:
            self._say(
                _("Done. Every page is kept. The scan files are still where they were.")
            )

    def _on_close(self) -> None:
        if self.reading.is_running():
            self.reading.cancel()
        else:
            self.accept()

    def _on_ask(self) -> None:
        from casedesk.ui.scans.answer_dialog import AnswerDialog

        questions = self._desk.session.signed_papers.questions()
        if questions:
            self.accept()
            AnswerDialog(
                questions[0],
                self._desk,
                self.parentWidget(),
                following=tuple(questions[1:]),
            ).open()

    def _on_tray(self) -> None:
        from casedesk.ui.scans.tray_dialog import TrayDialog

        self.accept()
        TrayDialog(self._desk, self.parentWidget()).open()

    def _on_remove(self) -> None:
        from casedesk.ui.scans.remove_box import wants_removal

        if wants_removal(len(self._through), self):
            self.remove.setEnabled(False)
            self._desk.jobs.run(
                partial(remove_files, tuple(self._through)),
                self._on_removed,
                owner=self,
            )

    def _on_removed(self, count: int) -> None:
        self.remove.hide()
        self._through.clear()
        self._say(
            ngettext(
                "{n} scan file was overwritten and removed.",
                "{n} scan files were overwritten and removed.",
                count,
            ).format(n=count)
        )

    # --- QDialog

    def reject(self) -> None:  # noqa: D102
        if self.reading.is_running():
            self.reading.cancel()
        super().reject()

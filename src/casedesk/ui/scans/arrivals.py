"""Scans that arrive by themselves: dropped on the window, or laid into a folder."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from casedesk.services.scans import Fate
from casedesk.ui import wording
from casedesk.ui.problems import problems_shown
from casedesk.ui.scans import words
from casedesk.ui.scans.watched import Seen, arrived, look

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.scan_file import ScanFault
    from casedesk.services.scans import ScannedPage
    from casedesk.ui.desk import Desk
    from casedesk.ui.scans.reading import Reading
    from casedesk.ui.scans.scan_files import ScanFile

WATCHED_FOLDER = "scan_folder"
LOOK_MS = 10_000


class ScanArrivals(QObject):
    """Opens the reading of what is dropped; reads a watched folder quietly."""

    said = Signal(str)

    def __init__(
        self, desk: Desk, window: QWidget, *, look_every_ms: int = LOOK_MS
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._seen: dict[Path, Seen] = {}
        self._done: set[Seen] = set()
        self._fates: list[Fate] = []
        self._troubles: list[str] = []
        self._reading: Reading | None = None
        self._is_looking = False
        self._looking = QTimer(self, interval=look_every_ms)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def stop(self) -> None:
        """Leave off: the vault is closed."""
        self._looking.stop()
        if self._reading is not None:
            self._reading.cancel()

    def look(self) -> None:
        """Look into the watched folder, if there is one and nothing is being read."""
        if self._desk.session.is_locked:
            self.stop()
            return
        folder = self._desk.session.practice.remembered(WATCHED_FOLDER)
        if not folder or self._is_looking or self._reading is not None:
            return
        self._is_looking = True
        self._desk.jobs.run(
            partial(look, Path(folder)),
            self._on_looked,
            owner=self._window,
            otherwise=self._on_not_looked,
        )

    def _on_not_looked(self) -> None:
        self._is_looking = False

    def _on_looked(self, found: dict[Path, Seen]) -> None:
        self._is_looking = False
        if self._desk.session.is_locked:
            return
        ready = arrived(self._seen, found, self._done)
        self._seen = found
        if ready:
            self._done |= {found[path] for path in ready}
            self._read(ready)

    def _read(self, paths: list[Path]) -> None:
        from casedesk.ui.scans.reading import Reading

        self._fates, self._troubles = [], []
        self._reading = reading = Reading(
            self._desk.jobs,
            self._window,
            wanted=self._is_wanted,
        )
        reading.page_read.connect(self._on_page)
        reading.file_done.connect(self._on_file_done)
        reading.finished.connect(self._on_finished)
        reading.start(paths)

    def _is_wanted(self, file: ScanFile) -> bool:
        from casedesk.ui.scans.scan_files import is_complete

        if file.fault is not None:
            return True  # to be told
        if not is_complete(file):
            self._done.discard(self._seen[file.path])
            return False
        return not self._desk.session.scans.is_taken(file.sha256)

    def _on_page(self, page: ScannedPage) -> None:
        taken = len(self._fates)
        with problems_shown(self._window, wording.problem):
            self._fates.append(self._desk.session.scans.take(page).fate)
        if len(self._fates) == taken:
            self.stop()  # the next page would meet the same problem

    def _on_file_done(self, file: ScanFile, fault: ScanFault | None) -> None:
        if fault is not None:
            self._troubles.append(f"{file.path.name}: {wording.label(fault)}")

    def _on_finished(self) -> None:
        if self._reading is not None:
            self._reading.deleteLater()
            self._reading = None
        count = self._fates.count
        filed, in_tray = count(Fate.FILED), count(Fate.IN_TRAY)
        told = [words.from_folder(filed, in_tray)] if filed or in_tray else []
        told += self._troubles
        if told:
            self.said.emit(" ".join(told))

    def _dropped(self, paths: list[Path]) -> None:
        from casedesk.ui.scans.receive_dialog import ReceiveDialog

        ReceiveDialog(paths, self._desk, self._window).open()

    # --- QObject

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QDragEnterEvent) and files_in(event.mimeData()):
            event.acceptProposedAction()
            return True
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            paths = files_in(event.mimeData())
            if paths:
                event.acceptProposedAction()
                # Not within the event: the program that gave them waits for its end.
                QTimer.singleShot(0, self, partial(self._dropped, paths))
                return True
        return super().eventFilter(watched, event)


def files_in(data: QMimeData) -> list[Path]:
    """Return the scans among what is dragged."""
    from casedesk.ui.scans.scan_files import is_scan

    paths = (Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
    return [path for path in paths if is_scan(path)]

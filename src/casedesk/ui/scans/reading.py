"""Reads scan files one after the other in another process, while the window lives."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from casedesk.domain.scan_file import ScanFault
from casedesk.services.scans import ScannedPage
from casedesk.ui.scans.reader.command import reader_command
from casedesk.ui.scans.reader.frames import FrameError, Frames, packed
from casedesk.ui.scans.scan_files import ScanFile, read_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from casedesk.ui.jobs import BackgroundJobs

PAGE_SECONDS = 30
LAST_BREATH_MS = 2000


class Reading(QObject):
    """One run over some files. What cannot be read is told, the rest goes on."""

    page_read = Signal(object)  # a ScannedPage
    file_begun = Signal(object)  # the ScanFile
    file_done = Signal(object, object)  # the ScanFile, and its ScanFault or nothing
    finished = Signal()

    def __init__(
        self,
        jobs: BackgroundJobs,
        owner: QWidget,
        *,
        command: Sequence[str] = (),
        page_seconds: float = PAGE_SECONDS,
        wanted: Callable[[ScanFile], bool] = lambda _file: True,
    ) -> None:
        """`wanted` says whether a file that was opened is to be read at all."""
        super().__init__(owner)
        self._wanted = wanted
        self._jobs = jobs
        self._owner = owner
        self._command = list(command) or reader_command()
        self._paths: deque[Path] = deque()
        self._file: ScanFile | None = None
        self._frames = Frames()
        self._arrived: deque[tuple[dict[str, Any], bytes]] = deque()
        self._process: QProcess | None = None
        self._is_running = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.setInterval(round(page_seconds * 1000))
        self._patience.timeout.connect(self._on_too_slow)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._on_turn)

    def is_running(self) -> bool:
        """Whether files are still being read."""
        return self._is_running

    def start(self, paths: Iterable[Path]) -> None:
        """Begin with these files; `finished` tells when all are through."""
        self._paths = deque(paths)
        self._is_running = True
        self._next_file()

    def cancel(self) -> None:
        """Stop at once; the pages that were told are told."""
        if self._is_running:
            self._is_running = False
            self._paths.clear()
            self._forget()
            self.finished.emit()

    def _next_file(self) -> None:
        if not self._is_running:
            return
        if not self._paths:
            self._is_running = False
            self._forget()
            self.finished.emit()
            return
        self._jobs.run(
            partial(read_file, self._paths.popleft()),
            self._on_file,
            owner=self._owner,
            otherwise=self.cancel,
        )

    def _on_file(self, file: ScanFile) -> None:
        if not self._is_running:
            return
        if not self._wanted(file):
            QTimer.singleShot(0, self, self._next_file)
            return
        self._file = file
        self.file_begun.emit(file)
        if file.fault is not None:
            self._end_file(file.fault)
            return
        self._patience.start()
        self._reader().write(packed({}, file.content))

    def _reader(self) -> QProcess:
        if self._process is None:
            self._process = process = QProcess(self)
            self._frames = Frames()
            process.setStandardErrorFile(QProcess.nullDevice())
            process.readyReadStandardOutput.connect(self._on_output)
            process.finished.connect(self._on_gone)
            process.errorOccurred.connect(self._on_gone)
            process.start(self._command[0], self._command[1:])
        return self._process

    def _on_output(self) -> None:
        if self._process is None:
            return
        piece = bytes(self._process.readAllStandardOutput().data())
        try:
            self._arrived += self._frames.take(piece)
        except (FrameError, ValueError):
            self._give_up(ScanFault.NOT_READ)
            return
        self._patience.start()
        self._turn.start()

    def _on_turn(self) -> None:
        """Pass on one thing at a time: storing a page takes some milliseconds."""
        if self._file is None or not self._arrived:
            return
        facts, content = self._arrived.popleft()
        if facts.get("done"):
            self._end_file(_fault(facts.get("fault")))
        else:
            self._pass_on(self._file, facts, content)
        if self._arrived:
            self._turn.start()
        else:
            self._notice_end()

    def _pass_on(self, file: ScanFile, facts: dict[str, Any], content: bytes) -> None:
        try:
            page = ScannedPage(
                source_sha256=file.sha256,
                number=int(facts["page"]),
                pages=int(facts["pages"]),
                codes=tuple(str(code) for code in facts["codes"]),
                turn=int(facts["turn"]),
                width=int(facts["width"]),
                height=int(facts["height"]),
                picture=content,
            )
        except (KeyError, TypeError, ValueError):
            self._give_up(ScanFault.NOT_READ)
            return
        self.page_read.emit(page)

    def _end_file(self, fault: ScanFault | None) -> None:
        file, self._file = self._file, None
        self._patience.stop()
        if file is not None:
            self.file_done.emit(file, fault)
        QTimer.singleShot(0, self, self._next_file)

    def _give_up(self, fault: ScanFault) -> None:
        self._forget()
        self._end_file(fault)

    def _on_too_slow(self) -> None:
        self._give_up(ScanFault.TOO_SLOW)

    def _on_gone(self) -> None:
        self._on_output()
        if not self._arrived:
            self._notice_end()

    def _notice_end(self) -> None:
        """Give a file up if its reader is gone and all that came from it is told."""
        is_gone = self._process is not None and (
            self._process.state() is QProcess.ProcessState.NotRunning
        )
        if self._file is not None and is_gone:
            self._give_up(ScanFault.NOT_READ)

    def _forget(self) -> None:
        """End the process; the next file gets a new one."""
        self._patience.stop()
        self._arrived.clear()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(LAST_BREATH_MS)
            process.deleteLater()


def _fault(told: object) -> ScanFault | None:
    if told is None:
        return None
    try:
        return ScanFault(str(told))
    except ValueError:
        return ScanFault.NOT_READ

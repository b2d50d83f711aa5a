"""The card that copies the vault to a drive, and verifies the copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from casedesk.domain.problems import Problem
from casedesk.ui import wording
from casedesk.ui.backups import words
from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _
from casedesk.ui.start.entrance import attempted
from casedesk.ui.start.long_work import LongWork
from casedesk.ui.theme import set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.services.backups import BackupRun
    from casedesk.services.moving import Moved
    from casedesk.ui.desk import Desk

# Between two steps; keys and paint have their turn.
PAUSE_MS = 4


class CopyCard(Card):
    """Steps on the thread of the vault, verifies on a worker thread."""

    copied = Signal(object)  # what was copied

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("1. Copy the vault to a drive"), parent)
        self._desk = desk
        self._run: BackupRun[Moved] | None = None
        self.copy = button(_("Choose a drive and copy …"), "primary", self)
        self.work = LongWork(self)
        self.said = plain_label("", "", self, wraps=True)
        self._steps = QTimer(self, interval=PAUSE_MS)
        self._build()

    def stop(self) -> None:
        """Give up what is not finished; nothing half is left."""
        self._steps.stop()
        if self._run is not None:
            self._run.stop()
            self._run = None

    def _build(self) -> None:
        about = _(
            "One file is written: the whole vault, encrypted with the same passphrase. "
            "It is opened anew and compared before it counts. Do not work here any "
            "more afterwards: what you note here would be missing there."
        )
        self.add(plain_label(about, "", self, wraps=True))
        row = QWidget(self)
        FlowLayout(row).addWidget(self.copy)
        self.add(row)
        self.add(self.work)
        self.add(self.said)
        self.said.hide()
        self.copy.clicked.connect(self._on_copy)
        self.work.stop_button.clicked.connect(self._on_stop)
        self._steps.timeout.connect(self._on_step)

    def _on_copy(self) -> None:
        with no_traces():
            chosen = QFileDialog.getExistingDirectory(
                self, _("Drive or folder for the copy"), str(Path.home())
            )
        if not chosen:
            return
        moving = self._desk.session.moving
        run = attempted(lambda: moving.begin(Path(chosen)))()
        if isinstance(run, Problem):
            self._say(wording.problem(run), "problem")
            return
        self._run = run
        self.copy.setEnabled(False)
        self.said.hide()
        self._progress = self.work.begin(_("The vault is being copied …"))
        self._steps.start()

    def _on_stop(self) -> None:
        self.stop()
        self.work.end()
        self.copy.setEnabled(True)

    def _on_step(self) -> None:
        run = self._run
        if run is None:
            return
        more = attempted(run.step)()
        if isinstance(more, Problem):
            self._end(more)
            return
        self._progress.tell(run.share)
        if not more:
            self._steps.stop()
            self.work.words.setText(_("The copy is being opened and compared …"))
            self._desk.jobs.run(attempted(run.finish), self._end, owner=self)

    def _end(self, result: Moved | Problem) -> None:
        self._steps.stop()
        self.work.end()
        self.copy.setEnabled(True)
        if self._run is None:
            return  # it was given up meanwhile
        self._run = None
        if isinstance(result, Problem):
            self._say(wording.problem(result), "problem")
            return
        said = _("Copied to {path}, opened and compared: {contents}. SHA-256: {digest}")
        self._say(
            said.format(
                path=result.path,
                contents=words.contents(result.holdings),
                digest=result.sha256[:16],
            ),
            "",
        )
        self.copied.emit(result)

    def _say(self, text: str, look: str) -> None:
        set_look(self.said, look)
        self.said.setText(text)
        self.said.show()

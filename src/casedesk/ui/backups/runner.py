"""Makes backups while the window stays alive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from casedesk.domain.problems import Problem
from casedesk.ui.start.entrance import attempted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.backup import Drill
    from casedesk.services.backups import BackupRun, Outcome
    from casedesk.services.session import Session
    from casedesk.ui.jobs import BackgroundJobs

# Between two steps; keys and paint have their turn.
PAUSE_MS = 4


class BackupRunner(QObject):
    """One for each window: steps on its thread, verifying on a worker thread."""

    progressed = Signal(float)  # how much is done, 1 when only checking is left
    ended = Signal(object)  # the outcome, or the problem that prevented it
    drilled = Signal()

    def __init__(self, session: Session, jobs: BackgroundJobs, owner: QWidget) -> None:
        super().__init__(owner)
        self._session = session
        self._jobs = jobs
        self._owner = owner
        self._run: BackupRun[Outcome] | None = None
        self._steps = QTimer(self, interval=PAUSE_MS)
        self._steps.timeout.connect(self._on_step)

    def start_if_due(self) -> None:
        """Make a backup if one is due; else restore one on trial if that is due."""
        if self._session.is_locked or self.is_busy():
            return
        if self._session.practice.is_demo() or self._session.is_read_only:
            return
        backups = self._session.backups
        if backups.is_outside_behind():
            self._jobs.run(backups.looking(), self._on_looked, owner=self._owner)
        else:
            self._on_looked(outside_is_here=False)

    def start(self) -> None:
        """Make a backup now, unless one is being made."""
        if self.is_busy():
            return
        run = attempted(self._session.backups.begin)()
        if isinstance(run, Problem):
            self.ended.emit(run)
            return
        self._run = run
        self.progressed.emit(0.0)
        self._steps.start()

    def drill(self) -> None:
        """Restore the newest backup on trial, on a worker thread."""
        work = attempted(self._session.backups.rehearsing())
        self._jobs.run(work, self._on_drilled, owner=self._owner)

    def is_busy(self) -> bool:
        """Whether a backup is being made."""
        return self._run is not None

    def stop(self) -> None:
        """Give up, since the vault is to be closed."""
        self._steps.stop()
        if self._run is not None:
            self._run = None
            self._session.backups.stop()

    def _on_looked(self, outside_is_here: bool) -> None:
        if self._session.is_locked:
            return
        backups = self._session.backups
        if backups.is_due(outside_is_here=outside_is_here):
            self.start()
        elif backups.is_drill_due():
            self.drill()

    def _on_step(self) -> None:
        run = self._run
        if run is None:
            return
        more = attempted(run.step)()
        if isinstance(more, Problem):
            self._end(more)
            return
        self.progressed.emit(run.share)
        if not more:
            self._steps.stop()
            self._jobs.run(attempted(run.finish), self._end, owner=self._owner)

    def _end(self, result: Outcome | Problem) -> None:
        self._steps.stop()
        if self._run is None or self._session.is_locked:
            return  # it was given up meanwhile
        self._run = None
        if not isinstance(result, Problem):
            self._session.backups.note(result)
        self.ended.emit(result)

    def _on_drilled(self, drill: Drill | Problem | None) -> None:
        if not self._session.is_locked:
            if not isinstance(drill, Problem):
                self._session.backups.note_drill(drill)
            self.drilled.emit()

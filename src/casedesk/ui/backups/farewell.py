"""The backup before a vault is closed, in the time that there is."""

from __future__ import annotations

import time
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from casedesk.domain.problems import Problem
from casedesk.ui.language import gettext as _
from casedesk.ui.start.entrance import attempted
from casedesk.ui.start.progress_line import ProgressLine
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.session import Session

Result = TypeVar("Result")

_LOOK_SECONDS = 0.5
_NAP_SECONDS = 0.01


def back_up_before_closing(session: Session, seconds: float) -> None:
    """Make a backup if anything changed since the last one; a word stands meanwhile.

    If it takes longer than `seconds` it is given up, and made after the next unlocking.
    """
    backups = session.backups
    if session.is_locked or session.is_read_only or session.practice.is_demo():
        return
    until = time.monotonic() + seconds
    outside_is_here = backups.is_outside_behind() and bool(
        _awaited(backups.looking(), time.monotonic() + _LOOK_SECONDS)
    )
    if not backups.is_changed(outside_is_here=outside_is_here):
        return
    curtain = Curtain()
    curtain.show()
    try:
        if not _is_made(session, until):
            backups.stop()
            backups.note_cut_short()
    finally:
        curtain.close()
        curtain.deleteLater()


class Curtain(QWidget):
    """Says what the computer is doing when no other window stands any more."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle(_("CaseDesk"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        layout.addWidget(plain_label(_("A backup is being made …"), "strong", self))
        line = ProgressLine(self)
        line.set_busy(_("A backup is being made …"))
        layout.addWidget(line)


def _is_made(session: Session, until: float) -> bool:
    run = attempted(session.backups.begin)()
    if isinstance(run, Problem):
        return False
    while more := attempted(run.step)():
        if isinstance(more, Problem) or time.monotonic() > until:
            return False
        _stay_alive()
    outcome = _awaited(attempted(run.finish), until)
    if outcome is None or isinstance(outcome, Problem):
        return False
    session.backups.note(outcome)
    return True


def _awaited(work: Callable[[], Result], until: float) -> Result | None:
    """Do work on a thread of its own, and wait as long as there is time."""
    results: list[Result] = []
    thread = Thread(target=partial(_append, results, work), daemon=True)
    thread.start()
    while thread.is_alive() and time.monotonic() < until:
        _stay_alive()
        thread.join(_NAP_SECONDS)
    return results[0] if results else None


def _append(results: list[Result], work: Callable[[], Result]) -> None:
    results.append(work())


def _stay_alive() -> None:
    """Let the word be painted, but nothing be typed or clicked."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

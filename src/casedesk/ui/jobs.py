"""Runs slow work, such as rendering a PDF, without freezing the window."""

from __future__ import annotations

from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from casedesk.ui.put_away import is_put_away

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.problems import Problem

    _Waiting = tuple[QWidget, Callable[..., None], Callable[[], None]]

Result = TypeVar("Result")


def _nothing() -> None:
    """Leave everything as it is."""


class BackgroundJobs(QObject):
    """One for the whole application, so that it outlives every window."""

    busy_changed = Signal(bool)
    _finished = Signal(int, object)

    def __init__(self, words: Callable[[Problem], str], parent: QObject) -> None:
        """`words` says what went wrong when the work meets a problem."""
        super().__init__(parent)
        self._words = words
        self._tickets = count()
        # Widgets wait here: a worker thread must never hold the last reference to one.
        self._waiting: dict[int, _Waiting] = {}
        self._finished.connect(self._deliver)

    def run(
        self,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        *,
        owner: QWidget,
        otherwise: Callable[[], None] = _nothing,
    ) -> None:
        """Do `work` on a worker thread, then call `then` with its result on this one.

        `work` gets plain data only: it touches neither widgets nor the database.
        If `owner` was put away meanwhile, the result is dropped. Where the work
        fails, `otherwise` is called before the user is told.
        """
        ticket = next(self._tickets)
        self._waiting[ticket] = owner, then, otherwise
        if len(self._waiting) == 1:
            self.busy_changed.emit(True)
        QThreadPool.globalInstance().start(lambda: self._do(ticket, work))

    def is_busy(self) -> bool:
        """Tell whether any work is still going on."""
        return bool(self._waiting)

    def _do(self, ticket: int, work: Callable[[], object]) -> None:
        future = _attempt(work)
        with suppress(RuntimeError):  # the application may have ended meanwhile
            self._finished.emit(ticket, future)

    @Slot(int, object)
    def _deliver(self, ticket: int, future: Future[object]) -> None:
        owner, then, otherwise = self._waiting.pop(ticket)
        if not self._waiting:
            self.busy_changed.emit(False)
        if not is_put_away(owner):
            from casedesk.ui.problems import problems_shown

            with problems_shown(owner, self._words):
                if future.exception() is not None:
                    otherwise()
                then(future.result())


def _attempt(work: Callable[[], Result]) -> Future[Result]:
    from concurrent.futures import Future

    future: Future[Result] = Future()
    try:
        future.set_result(work())
    except Exception as error:  # raised again on the GUI thread, by result()
        future.set_exception(error)
    return future

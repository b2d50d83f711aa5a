from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool
from PySide6.QtWidgets import QDialog, QWidget

from casedesk.domain.problems import NotFound
from casedesk.ui.jobs import BackgroundJobs
from casedesk.ui.put_away import put_away

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def jobs(qapp: QObject) -> Iterator[BackgroundJobs]:
    jobs = BackgroundJobs(lambda problem: type(problem).__name__, qapp)
    yield jobs
    QThreadPool.globalInstance().waitForDone()
    jobs.deleteLater()


def test_work_runs_on_a_worker_and_its_result_arrives_here(
    qtbot: QtBot, jobs: BackgroundJobs
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    arrived: list[tuple[int, int]] = []
    jobs.run(
        threading.get_ident,
        lambda worker: arrived.append((worker, threading.get_ident())),
        owner=owner,
    )
    qtbot.waitUntil(lambda: bool(arrived))
    [(worker, here)] = arrived
    assert here == threading.get_ident() != worker


def test_a_result_for_a_closed_window_is_dropped(
    qtbot: QtBot, jobs: BackgroundJobs
) -> None:
    owner = QWidget()
    go = threading.Event()
    arrived: list[bool] = []
    jobs.run(lambda: go.wait(5), arrived.append, owner=owner)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    go.set()
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(10)
    assert arrived == []


def test_a_problem_in_the_work_is_shown(
    qtbot: QtBot, jobs: BackgroundJobs, told: list[str]
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)

    def work() -> None:
        raise NotFound

    jobs.run(work, lambda _: None, owner=owner)
    qtbot.waitUntil(lambda: told == ["NotFound"])


def test_work_that_fails_lets_the_window_say_so_first(
    qtbot: QtBot, jobs: BackgroundJobs, told: list[str]
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    order: list[str] = []

    def work() -> None:
        raise NotFound

    jobs.run(
        work, lambda _: None, owner=owner, otherwise=lambda: order.append(str(told))
    )
    qtbot.waitUntil(lambda: told == ["NotFound"])

    assert order == ["[]"]


def test_a_problem_for_a_window_that_was_put_away_is_not_told(
    qtbot: QtBot, jobs: BackgroundJobs, told: list[str]
) -> None:
    window = QWidget()
    dialog = QDialog(window)
    qtbot.addWidget(window)

    def work() -> None:
        raise NotFound

    jobs.run(work, lambda _: None, owner=dialog)
    put_away(window)
    qtbot.waitUntil(lambda: not jobs.is_busy())

    assert told == []


def test_work_that_outlives_the_application_ends_in_silence(
    qapp: QObject, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    application = QObject(qapp)
    jobs = BackgroundJobs(str, application)
    owner = QWidget()
    qtbot.addWidget(owner)
    go, arrived = threading.Event(), list[bool]()
    jobs.run(lambda: go.wait(5), arrived.append, owner=owner)
    application.deleteLater()
    QCoreApplication.sendPostedEvents(application, QEvent.Type.DeferredDelete.value)

    go.set()
    QThreadPool.globalInstance().waitForDone()

    assert arrived == []
    assert "RuntimeError" not in capfd.readouterr().err

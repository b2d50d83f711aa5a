"""The program as it is started on a new computer, and somebody who works with it."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from conftest import a_clock
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from story.desk_worker import Worker

from casedesk.services.vaults import LIGHT
from casedesk.ui.application import Application
from casedesk.ui.preferences import Preferences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note what message boxes say; a story has none."""
    told: list[str] = []

    def note(box: QMessageBox) -> int:
        told.append(box.text())
        return QMessageBox.StandardButton.Ok.value

    monkeypatch.setattr(QMessageBox, "exec", note)
    yield told
    assert told == []


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Save each paper where the program proposes, in a folder; note where."""
    saved: list[Path] = []

    def ask(
        _parent: object, _title: str, proposed: str, _kinds: str
    ) -> tuple[str, str]:
        saved.append(tmp_path / f"{len(saved)}-{proposed.rpartition('/')[2]}")
        return str(saved[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return saved


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    preferences = Preferences(tmp_path / "preferences")
    preferences.change(language="en", scheme="light")
    return preferences


@pytest.fixture
def application(
    qapp: QApplication, preferences: Preferences, caplog: pytest.LogCaptureFixture
) -> Iterator[Application]:
    dress = qapp.styleSheet(), qapp.font(), qapp.palette()
    hooks = sys.excepthook, threading.excepthook
    application = Application(qapp, preferences, clock=a_clock(), profile=LIGHT)
    yield application
    application._leave()
    application.deleteLater()
    sys.excepthook, threading.excepthook = hooks
    logged = [*caplog.get_records("setup"), *caplog.get_records("call")]
    # Where crashes stand: none has interrupted the story.
    assert [each for each in logged if each.levelno >= logging.ERROR] == []
    qapp.setStyleSheet(dress[0])
    qapp.setFont(dress[1])
    qapp.setPalette(dress[2])


@pytest.fixture
def worker(application: Application, qtbot: QtBot) -> Worker:
    application.start()
    return Worker(application, qtbot)

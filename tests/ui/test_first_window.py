"""A second start shows the window that stands."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from casedesk.ui.first_window import RaiseRequests, raise_first

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

SECOND = """
import sys
from pathlib import Path
from casedesk.ui.first_window import raise_first
print(raise_first(Path(sys.argv[1]), Path(sys.argv[2]), 5))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "requests"


def second_start(vault: Path, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", SECOND, str(vault), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_the_first_is_asked_and_answers(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, folder: Path
) -> None:
    requests = RaiseRequests(qapp, folder)
    requests.listen(tmp_path / "a.casedesk")

    with qtbot.waitSignal(requests.wanted):
        second = second_start(tmp_path / "a.casedesk", folder)

    assert second.communicate(timeout=10)[0] == "True\n"
    assert list(folder.iterdir()) == []
    requests.stop()


def test_nobody_answers_for_another_vault(
    qapp: QApplication, tmp_path: Path, folder: Path
) -> None:
    requests = RaiseRequests(qapp, folder)
    requests.listen(tmp_path / "a.casedesk")

    assert not raise_first(tmp_path / "b.casedesk", folder, 0.1)

    assert list(folder.iterdir()) == []
    requests.stop()


def test_where_nobody_waits_the_start_goes_on_at_once(
    tmp_path: Path, folder: Path
) -> None:
    begun = time.monotonic()

    assert not raise_first(tmp_path / "a.casedesk", folder / "none")

    assert time.monotonic() - begun < 0.5

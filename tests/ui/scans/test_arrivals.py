from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from ui.scans.scans import an_empty_page, an_issued_release, scanned

from casedesk.ui.scans.arrivals import WATCHED_FOLDER, ScanArrivals
from casedesk.ui.scans.folder_choice import FolderChoice
from casedesk.ui.scans.receive_dialog import ReceiveDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk

PATIENCE_MS = 60_000
NEVER_MS = 1_000_000
COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


def a_window(qtbot: QtBot, desk: Desk) -> tuple[QWidget, ScanArrivals]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    return window, ScanArrivals(desk, window, look_every_ms=NEVER_MS)


def dragged(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def looked(qtbot: QtBot, arrivals: ScanArrivals, times: int = 2) -> None:
    """Let the folder be looked at, and what came be read."""
    for _ in range(times):
        arrivals.look()
        qtbot.waitUntil(lambda: not arrivals._is_looking, timeout=PATIENCE_MS)
        qtbot.waitUntil(lambda: arrivals._reading is None, timeout=PATIENCE_MS)


def test_dropped_scans_are_read_in(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "scan.jpg"
    scan.write_bytes(an_empty_page())
    window, arrivals = a_window(qtbot, desk)
    data = dragged(scan, tmp_path / "letter.docx")
    enter = QDragEnterEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEY)
    drop = QDropEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEY)

    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, drop)

    assert enter.isAccepted()
    qtbot.waitUntil(lambda: desk.session.scans.waiting() == 1, timeout=PATIENCE_MS)
    [dialog] = window.findChildren(ReceiveDialog)
    qtbot.waitUntil(lambda: not dialog.reading.is_running(), timeout=PATIENCE_MS)
    assert dialog.lines() == ["scan.jpg: 1 in the tray"]
    dialog.close()
    arrivals.stop()


def test_what_is_no_scan_is_not_taken(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window, arrivals = a_window(qtbot, desk)
    data = dragged(tmp_path / "letter.docx")
    enter = QDragEnterEvent(QPointF(5, 5), COPY, data, LEFT, NO_KEY)
    enter.ignore()

    QApplication.sendEvent(window, enter)

    assert not enter.isAccepted()
    arrivals.stop()


def test_files_in_the_watched_folder_are_taken_once_and_stay(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _, document = an_issued_release(desk.session)
    [first, *_] = scanned(desk.session.documents.pdf(document.id))
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "one.jpg").write_bytes(first)
    desk.session.practice.remember(WATCHED_FOLDER, str(folder))
    _, arrivals = a_window(qtbot, desk)
    said: list[str] = []
    arrivals.said.connect(said.append)

    looked(qtbot, arrivals)
    looked(qtbot, arrivals)

    [came] = desk.session.scans.of_case(document.case_id)
    assert len(desk.session.scans.pages(came.id)) == 1
    assert said == ["Scans from the watched folder: 1 filed."]
    assert (folder / "one.jpg").exists()
    arrivals.stop()


def test_a_file_is_left_until_the_scanner_has_written_it_all(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    whole = an_empty_page()
    path = tmp_path / "scan.jpg"
    path.write_bytes(whole[:-100])
    desk.session.practice.remember(WATCHED_FOLDER, str(tmp_path))
    _, arrivals = a_window(qtbot, desk)

    looked(qtbot, arrivals, times=3)
    assert desk.session.scans.waiting() == 0
    path.write_bytes(whole)
    looked(qtbot, arrivals, times=3)

    assert desk.session.scans.waiting() == 1
    arrivals.stop()


def test_a_file_that_was_taken_before_is_not_read_again(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    (tmp_path / "scan.jpg").write_bytes(an_empty_page())
    desk.session.practice.remember(WATCHED_FOLDER, str(tmp_path))
    _, before = a_window(qtbot, desk)
    looked(qtbot, before)
    before.stop()
    _, arrivals = a_window(qtbot, desk)
    said: list[str] = []
    arrivals.said.connect(said.append)

    looked(qtbot, arrivals)

    assert said == []
    assert desk.session.scans.waiting() == 1
    arrivals.stop()


def test_a_folder_that_is_gone_is_no_trouble(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.session.practice.remember(WATCHED_FOLDER, str(tmp_path / "nowhere"))
    _, arrivals = a_window(qtbot, desk)

    looked(qtbot, arrivals)

    assert desk.session.scans.waiting() == 0
    arrivals.stop()


def test_the_folder_is_remembered_in_the_vault(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    practice = desk.session.practice
    choice = FolderChoice(practice, ask=lambda _parent, _folder: str(tmp_path))
    qtbot.addWidget(choice)
    choice.show()
    assert not choice.forget.isVisible()

    choice.choose.click()
    assert practice.remembered(WATCHED_FOLDER) == str(tmp_path)
    assert choice.folder.text() == str(tmp_path)
    choice.forget.click()

    assert practice.remembered(WATCHED_FOLDER) == ""


def test_nothing_is_looked_for_once_the_vault_is_closed(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.session.practice.remember(WATCHED_FOLDER, str(tmp_path))
    _window, arrivals = a_window(qtbot, desk)
    desk.session.lock()

    arrivals.look()

    assert not arrivals._is_looking
    assert not arrivals._looking.isActive()

"""What is copied out of CaseDesk is marked as secret, and does not stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from casedesk.ui.clipboard import SECRET, PrivateClipboard, clear_own, hints

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QClipboard
    from pytestqt.qtbot import QtBot

WINDOWS_NAMES = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
)


class Owner:
    """Says whose the content is: the offscreen clipboard does not tell."""

    is_own = True

    def __call__(self, _clipboard: QClipboard) -> bool:
        return self.is_own


@pytest.fixture
def owner() -> Owner:
    return Owner()


@pytest.fixture
def private(qapp: QApplication, owner: Owner) -> Iterator[PrivateClipboard]:
    private = PrivateClipboard(qapp.clipboard(), qapp, owns=owner, platform="linux")
    yield private
    private.setParent(None)
    private._clipboard.dataChanged.disconnect(private._on_changed)
    private.deleteLater()


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_is_copied_from_a_field_asks_managers_to_keep_nothing(
    private: PrivateClipboard, qtbot: QtBot, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    field = kind("Brunner <b>Anna</b>")
    qtbot.addWidget(field)
    field.selectAll()

    field.copy()

    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "Brunner <b>Anna</b>"
    assert not copied.hasHtml()
    assert bytes(copied.data(SECRET).data()) == b"secret"


def test_a_minute_later_it_is_gone(private: PrivateClipboard, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("1951")
    assert private.clearing.isActive()
    assert private.clearing.interval() == 60_000
    private.clearing.setInterval(1)

    private.clearing.start()

    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")


def test_each_copy_begins_the_minute_anew(private: PrivateClipboard) -> None:
    QApplication.clipboard().setText("1951")
    private.clearing.stop()

    QApplication.clipboard().setText("1952")

    assert private.clearing.isActive()


def test_what_another_program_copies_is_left_alone(
    private: PrivateClipboard, owner: Owner
) -> None:
    QApplication.clipboard().setText("1951")
    owner.is_own = False
    theirs = QMimeData()
    theirs.setHtml("<b>theirs</b>")

    QApplication.clipboard().setMimeData(theirs)

    assert not private.clearing.isActive()
    assert QApplication.clipboard().mimeData().hasHtml()
    private.clearing.timeout.emit()
    assert QApplication.clipboard().mimeData().hasHtml()


def test_windows_is_asked_for_no_history_and_no_cloud() -> None:
    asked = hints("win32")

    for name in WINDOWS_NAMES:
        assert asked[f'application/x-qt-windows-mime;value="{name}"'] == bytes(4)
    assert set(hints("linux")) == {SECRET}


@pytest.mark.parametrize(("is_own", "left"), [(True, ""), (False, "1951")])
def test_only_what_was_copied_here_is_taken_back(
    qapp: QApplication, *, is_own: bool, left: str
) -> None:
    clipboard = qapp.clipboard()
    clipboard.setText("1951")

    clear_own(clipboard, owns=lambda _: is_own)

    assert clipboard.text() == left

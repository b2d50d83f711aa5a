"""Somebody moves the vault to another computer by clicking."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from ui.keys import press, type_text

from casedesk.domain.client import Client, ClientId
from casedesk.ui.moving.dialog import MovingDialog
from casedesk.ui.moving.wiping import Wiping
from casedesk.ui.preferences import Preferences
from casedesk.ui.preview.sheet_dialog import SheetDialog
from casedesk.ui.start.entrance import Entrance

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> MovingDialog:
    desk.session.clients.add(Client(id=ClientId("anna"), family_name="Brunner"))
    dialog = MovingDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_vault_is_copied_opened_and_compared(
    dialog: MovingDialog,
    desk: Desk,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))

    with qtbot.waitSignal(dialog.copy.copied):
        dialog.copy.copy.click()

    assert (stick / desk.session.path.name).exists()
    assert "opened and compared: 1 client" in dialog.copy.said.text()
    dialog.copy.copy.click()
    assert "already a file" in dialog.copy.said.text()
    assert dialog.copy.copy.isEnabled()


def test_closing_meanwhile_leaves_nothing_on_the_drive(
    dialog: MovingDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    dialog.copy.copy.click()

    dialog.reject()

    assert not list(stick.iterdir())


def test_the_code_of_the_other_computer_is_compared(
    dialog: MovingDialog, desk: Desk
) -> None:
    type_text(dialog.code, "0000 0000")
    press(dialog.code, Qt.Key.Key_Return)
    assert "Do not delete anything" in dialog.verdict.text()
    assert dialog.isVisible()

    dialog.code.clear()
    type_text(dialog.code, desk.session.moving.list().code.lower())
    dialog.compare.click()
    assert "All is here" in dialog.verdict.text()


def test_the_list_is_printed_with_the_code(
    dialog: MovingDialog, desk: Desk, qtbot: QtBot
) -> None:
    dialog.print_list.click()

    [sheet] = dialog.findChildren(SheetDialog)
    qtbot.waitUntil(lambda: bool(sheet._pdf))
    sheet.reject()


def test_nothing_is_deleted_before_the_word_is_typed(dialog: MovingDialog) -> None:
    wanted: list[None] = []
    dialog.wipe_wanted.connect(lambda: wanted.append(None))
    assert not dialog.wipe.isEnabled()

    type_text(dialog.word, "delet")
    assert not dialog.wipe.isEnabled()
    type_text(dialog.word, "e")
    dialog.wipe.click()

    assert wanted == [None]


def test_wiping_forgets_all_that_this_computer_knows(
    desk: Desk, tmp_path: Path, told: list[str]
) -> None:
    session, preferences = desk.session, Preferences(tmp_path / "preferences")
    entrance = Entrance(jobs=desk.jobs, preferences=preferences)
    preferences.remember_vault(session.path)
    entrance.places().keep(session)
    entrance.anchors().note_check(session.path, session.clock.now())
    vault_id = session.backups.vault_id()
    wiping = Wiping(session, entrance)
    session.lock()

    wiping.wipe()

    assert not session.path.exists()
    assert preferences.recent_vaults() == []
    assert entrance.places().of(session.path) is None
    assert entrance.anchors().checked_at(session.path) is None
    assert entrance.anchors().anchor_of(vault_id) is None
    assert "deleted on this computer" in told[-1]

"""A damaged vault leads to a backup, to what can be read, or to looking at it."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_clock
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QLabel
from store.damage import PAGE, root_of, spoil
from ui.keys import press, type_text

from casedesk.domain.client import Client, ClientId
from casedesk.domain.problems import LookStopped, VaultMissing
from casedesk.services import vaults
from casedesk.ui import wording
from casedesk.ui.start.damaged_dialog import DamagedDialog
from casedesk.ui.start.unlock_pane import UnlockPane

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance


@pytest.fixture
def damaged(vault: Path, key: VaultKey, entrance: Entrance) -> Path:
    """A vault that was backed up, used further, and damaged."""
    session = vaults.unlock(vault, key, a_clock())
    session.clients.add(Client(id=ClientId("anna"), family_name="Brunner"))
    session.backups.make()
    entrance.places().keep(session)
    session.clients.change("anna", note="seit der Sicherung")
    session.lock()
    spoil(vault, root_of(vault, key, "practice"))
    return vault


@pytest.fixture
def pane(entrance: Entrance, qtbot: QtBot) -> UnlockPane:
    pane = UnlockPane(entrance)
    qtbot.addWidget(pane)
    pane.show()
    return pane


@pytest.fixture
def opened(pane: UnlockPane) -> Iterator[list[Session]]:
    opened: list[Session] = []
    pane.opened.connect(opened.append)
    yield opened
    for session in opened:
        session.lock()


@pytest.fixture
def dialog(
    pane: UnlockPane, damaged: Path, entrance: Entrance, qtbot: QtBot
) -> DamagedDialog:
    pane.show_vault(damaged)
    type_text(pane.field.line, PASSPHRASE)
    press(pane.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(pane.findChildren(DamagedDialog)))
    [dialog] = pane.findChildren(DamagedDialog)
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())
    return dialog


def shown(dialog: DamagedDialog) -> list[str]:
    return [each.text() for each in dialog._grid.findChildren(QLabel)]


def test_the_newest_good_backup_is_restored_compared_and_gone_on_with(
    dialog: DamagedDialog,
    damaged: Path,
    entrance: Entrance,
    opened: list[Session],
    qtbot: QtBot,
) -> None:
    assert "checked just now and sound: 1 client" in dialog.about_backup.text()

    dialog.restore.click()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())
    assert "Praxis.restored-2026-03-14.casedesk" in dialog.said.text()
    dialog.go_on.click()

    [session] = opened
    assert session.path == damaged
    assert session.clients.get("anna").note == ""
    assert damaged.with_name("Praxis.damaged-2026-03-14.casedesk").exists()


def test_what_can_be_read_is_saved_told_by_kind_and_gone_on_with(
    dialog: DamagedDialog, entrance: Entrance, opened: list[Session], qtbot: QtBot
) -> None:
    dialog.save.click()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())

    words = shown(dialog)
    at = words.index("Client")
    assert words[at + 1 : at + 3] == ["1", "nothing"]
    assert "1 lost" in words[words.index("Practice") + 2]
    dialog.go_on.click()

    [session] = opened
    assert session.clients.get("anna").note == "seit der Sicherung"
    assert not session.is_read_only


def test_who_only_looks_can_change_nothing(
    dialog: DamagedDialog,
    damaged: Path,
    entrance: Entrance,
    opened: list[Session],
    qtbot: QtBot,
) -> None:
    before = damaged.read_bytes()

    dialog.look.click()
    qtbot.waitUntil(lambda: bool(opened))

    assert opened[0].is_read_only
    assert damaged.read_bytes() == before


def test_a_vault_without_structure_and_backup_says_what_is_left_to_do(
    pane: UnlockPane, vault: Path, key: VaultKey, entrance: Entrance, qtbot: QtBot
) -> None:
    spoil(vault, 0)
    content = bytearray(vault.read_bytes())
    content[20:PAGE] = bytes(PAGE - 20)
    vault.write_bytes(content)
    dialog = DamagedDialog(entrance, vault, key, pane)
    dialog.open()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())
    assert "Connect the drive" in dialog.about_backup.text()
    assert dialog.restore.isHidden()

    dialog.save.click()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())

    assert "Only a backup helps" in dialog.trouble.text()


def test_a_vault_is_looked_over_once_a_week_before_it_opens(
    pane: UnlockPane,
    vault: Path,
    entrance: Entrance,
    opened: list[Session],
    qtbot: QtBot,
) -> None:
    assert entrance.anchors().checked_at(vault) is None
    pane.show_vault(vault)
    type_text(pane.field.line, PASSPHRASE)
    press(pane.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))

    noted = entrance.anchors().checked_at(vault)
    assert noted is not None
    opened.pop().lock()
    type_text(pane.field.line, PASSPHRASE)
    press(pane.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    assert entrance.anchors().checked_at(vault) == noted


def test_looking_over_can_be_stopped_and_is_done_the_next_time(
    pane: UnlockPane,
    vault: Path,
    key: VaultKey,
    entrance: Entrance,
    opened: list[Session],
    qtbot: QtBot,
) -> None:
    pane.show_vault(vault)
    entrance.anchors().note_check(vault, a_clock().now())
    go = Event()
    pool = QThreadPool.globalInstance()
    for _ in range(pool.maxThreadCount()):
        pool.start(go.wait)  # so that it has not begun
    pane._look_over(vault, key)
    assert pane.stop.isVisible()

    pane.stop.click()
    go.set()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())

    assert not opened
    assert pane.trouble.text() == wording.problem(LookStopped())
    assert pane.stop.isHidden()
    assert pane.unlock.isEnabled()
    assert entrance.anchors().checked_at(vault) is None


def test_who_chooses_another_vault_waits_no_longer(
    pane: UnlockPane, vault: Path, key: VaultKey, entrance: Entrance, qtbot: QtBot
) -> None:
    pane.show_vault(vault)
    pane._look_over(vault, key)

    pane.show_vault(vault.with_name("Other.casedesk"))
    stopped = pane._looking.is_set()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())

    assert stopped
    assert pane.unlock.isEnabled()
    assert pane.trouble.text() == wording.problem(VaultMissing())

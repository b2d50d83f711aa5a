"""A backup is restored while no vault is open, and compared before it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_clock
from PySide6.QtWidgets import QFileDialog, QLabel
from ui.keys import type_text

from casedesk.domain.client import Client, ClientId
from casedesk.security.recovery import sheet_lines
from casedesk.services import vaults
from casedesk.ui.start.recovery_dialog import RecoveryDialog
from casedesk.ui.start.restore_dialog import RestoreDialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance


@pytest.fixture
def backed_up(vault: Path, key: VaultKey, entrance: Entrance, tmp_path: Path) -> Path:
    """A closed vault with a backup here and one outside; a client came later."""
    stick = tmp_path / "stick"
    stick.mkdir()
    session = vaults.unlock(vault, key, a_clock())
    session.clients.add(Client(id=ClientId("anna"), family_name="Brunner"))
    session.backups.choose_external(stick)
    session.backups.make()
    entrance.places().keep(session)
    session.clients.add(Client(id=ClientId("berta"), family_name="Cantieni"))
    session.lock()
    return vault


@pytest.fixture
def dialog(entrance: Entrance, backed_up: Path, qtbot: QtBot) -> RestoreDialog:
    return shown(entrance, backed_up, qtbot)


@pytest.fixture
def opened(dialog: RestoreDialog) -> Iterator[list[Session]]:
    opened: list[Session] = []
    dialog.opened.connect(opened.append)
    yield opened
    for session in opened:
        session.lock()


def shown(entrance: Entrance, vault: Path | None, qtbot: QtBot) -> RestoreDialog:
    dialog = RestoreDialog(entrance, vault)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())
    return dialog


def words_of(dialog: RestoreDialog) -> list[str]:
    return [each.text() for each in dialog.outcome.findChildren(QLabel)]


def test_backups_here_and_outside_are_listed_with_what_is_known_of_them(
    dialog: RestoreDialog, backed_up: Path
) -> None:
    backups = dialog.table.records()

    assert {each.place.value for each in backups} == {"local", "external"}
    assert {each.vault for each in backups} == {backed_up}
    assert all(each.size > 100_000 and each.holdings is None for each in backups)


def test_a_backup_is_checked_with_its_passphrase(
    dialog: RestoreDialog, entrance: Entrance, qtbot: QtBot
) -> None:
    dialog.check.click()
    assert "passphrase" in dialog.trouble.text()

    type_text(dialog.field.line, "falsch geraten, leider")
    dialog.check.click()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())
    assert "does not open" in dialog.trouble.text()

    type_text(dialog.field.line, PASSPHRASE)
    dialog.check.click()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())
    holdings = dialog.table.records()[0].holdings
    assert holdings is not None
    assert holdings.clients == 1
    assert dialog.field.passphrase() == ""


def test_a_damaged_backup_is_told_and_not_restored(
    dialog: RestoreDialog, backed_up: Path, entrance: Entrance, qtbot: QtBot
) -> None:
    path = dialog.table.records()[0].path
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    type_text(dialog.field.line, PASSPHRASE)
    dialog.restore.click()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())

    assert "damaged" in dialog.trouble.text()
    assert dialog.outcome.isHidden()
    assert not list(backed_up.parent.glob("*restored*"))


def test_a_restored_backup_lies_beside_the_vault_and_is_compared_and_opened(
    dialog: RestoreDialog,
    backed_up: Path,
    entrance: Entrance,
    opened: list[Session],
    qtbot: QtBot,
) -> None:
    type_text(dialog.field.line, PASSPHRASE)
    dialog.restore.click()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())

    words = words_of(dialog)
    at = words.index("Clients")
    assert words[at + 1 : at + 3] == ["2", "1"]
    dialog.open_it.click()
    [session] = opened
    assert session.path == backed_up.with_name("Praxis.restored-2026-03-14.casedesk")
    assert [each.family_name for each in session.clients.all()] == ["Brunner"]
    assert backed_up.exists()


def test_a_lost_vault_is_restored_with_its_recovery_sheet(
    dialog: RestoreDialog,
    backed_up: Path,
    key: VaultKey,
    entrance: Entrance,
    opened: list[Session],
    qtbot: QtBot,
) -> None:
    backed_up.unlink()

    dialog.sheet.click()
    [sheet] = dialog.findChildren(RecoveryDialog)
    for line, text in zip(sheet.lines, sheet_lines(key), strict=True):
        line.setText(text)
    sheet.go.click()
    qtbot.waitUntil(lambda: not entrance.jobs.is_busy())

    assert "No vault" in dialog.said.text()
    dialog.open_it.click()
    assert len(opened) == 1


def test_a_file_is_picked_where_nothing_is_known(
    entrance: Entrance,
    backed_up: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    [backup] = (tmp_path / "stick").glob("*.cdkbak")
    elsewhere = tmp_path / "elsewhere" / backup.name
    elsewhere.parent.mkdir()
    backup.rename(elsewhere)
    (entrance.preferences.folder() / "places.json").unlink()
    dialog = shown(entrance, None, qtbot)
    before = len(dialog.table.records())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(elsewhere), ""))

    dialog.pick.click()

    assert len(dialog.table.records()) == before + 1
    assert dialog.table.record() == dialog.table.records()[0]
    assert dialog.table.records()[0].path == elsewhere

    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "nothing"), "")
    )
    dialog.pick.click()
    assert "no vault at this place" in dialog.trouble.text()

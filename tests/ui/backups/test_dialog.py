"""Backups are made, listed and restored by somebody who clicks."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from conftest import a_clock
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from casedesk.domain.backup import BackupPlace, Verdict
from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.services import vaults
from casedesk.services.clock import Clock
from casedesk.ui.ask_dialog import AskDialog
from casedesk.ui.backups.dialog import BackupsDialog
from casedesk.ui.backups.farewell import back_up_before_closing
from casedesk.ui.backups.restored_dialog import RestoredDialog
from casedesk.ui.backups.runner import BackupRunner
from casedesk.ui.window.foot import Foot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.ui.desk import Desk


def add_client(session: Session, name: str) -> None:
    client = Client(
        id=ClientId(session.clock.new_id()), family_name=name, note="Text " * 4000
    )
    session.cases.open_for_new_client(client, next(iter(Area)))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def runner(desk: Desk, window: QWidget) -> BackupRunner:
    return BackupRunner(desk.session, desk.jobs, window)


@pytest.fixture
def dialog(
    desk: Desk, runner: BackupRunner, window: QWidget, qtbot: QtBot
) -> BackupsDialog:
    dialog = BackupsDialog(desk, runner, window)
    dialog.show()
    qtbot.waitUntil(lambda: not desk.jobs.is_busy())
    return dialog


def back_up(dialog: BackupsDialog, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog._runner.ended):
        dialog.make.click()
    qtbot.waitUntil(lambda: not desk.jobs.is_busy())


def shown(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.text()]


def test_who_has_no_backup_is_told_so_and_what_to_do(dialog: BackupsDialog) -> None:
    assert dialog.local.text() == "There is no backup here yet."
    assert "No folder outside" in dialog.outside.text()
    assert "USB drive" in dialog.advice.text()
    assert dialog.list.words.text() == "There is no backup yet."
    assert not dialog.list.restore.isVisible()


def test_a_backup_made_by_click_is_listed_with_its_check(
    dialog: BackupsDialog, desk: Desk, qtbot: QtBot
) -> None:
    add_client(desk.session, "Muster")

    back_up(dialog, desk, qtbot)

    [backup] = dialog.list.table.records()
    assert backup.verdict is Verdict.SOUND
    assert dialog.said.text() == "Backed up on this computer, and checked."
    assert "1 client, 1 case, 0 entries, 0 papers" in dialog.local.text()
    assert dialog.make.isEnabled()


def test_somebody_types_on_while_a_backup_is_made(
    desk: Desk, runner: BackupRunner, qtbot: QtBot
) -> None:
    for number in range(30):
        add_client(desk.session, f"Muster {number}")
    names = iter(range(100))
    steps: list[float] = []
    runner.progressed.connect(steps.append)

    def type_on(share: float) -> None:
        if share < 1:
            add_client(desk.session, f"Neu {next(names)}")

    runner.progressed.connect(type_on)

    with qtbot.waitSignal(runner.ended) as ended:
        runner.start()

    [outcome] = ended.args or []
    [check] = outcome.checks
    assert len(steps) > 3
    assert check.holdings.clients == 30 + next(names)


def test_a_folder_outside_is_chosen_and_backed_up_to(
    dialog: BackupsDialog,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))

    with qtbot.waitSignal(dialog._runner.ended):
        dialog.choose.click()
    qtbot.waitUntil(lambda: not desk.jobs.is_busy())

    places = {each.place for each in dialog.list.table.records()}
    assert places == {BackupPlace.LOCAL, BackupPlace.EXTERNAL}
    assert dialog.outside_folder.text() == str(stick)
    assert "same disk" in dialog.advice.text()
    assert "and outside" in dialog.said.text()


def test_a_backup_that_somebody_damaged_is_shown_as_damaged(
    dialog: BackupsDialog, desk: Desk, qtbot: QtBot
) -> None:
    back_up(dialog, desk, qtbot)
    [backup] = dialog.list.table.records()
    content = bytearray(backup.path.read_bytes())
    content[len(content) // 2] ^= 1
    backup.path.write_bytes(content)

    dialog.list.check.click()
    qtbot.waitUntil(lambda: not desk.jobs.is_busy())

    [backup] = dialog.list.table.records()
    assert backup.verdict is Verdict.DAMAGED


def test_a_restored_vault_is_compared_before_it_is_opened(
    dialog: BackupsDialog, desk: Desk, qtbot: QtBot
) -> None:
    add_client(desk.session, "Muster")
    back_up(dialog, desk, qtbot)
    add_client(desk.session, "Beispiel")
    dialog.list.table.selectRow(0)
    wanted: list[Path] = []
    dialog.switch_wanted.connect(wanted.append)

    dialog.list.restore.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(RestoredDialog)))
    [restored] = dialog.findChildren(RestoredDialog)

    words = shown(restored)
    at = words.index("Clients")
    assert words[at + 1 : at + 3] == ["2", "1"]
    assert restored.stay.isDefault()
    restored.switch.click()
    assert [each.name for each in wanted] == ["test.restored-2026-03-14.casedesk"]


def test_a_trial_says_how_it_went(
    dialog: BackupsDialog, desk: Desk, qtbot: QtBot
) -> None:
    back_up(dialog, desk, qtbot)

    with qtbot.waitSignal(dialog._runner.drilled):
        dialog.try_now.click()

    assert "opened and read without a fault" in dialog.trial.text()


def test_a_due_backup_is_made_by_itself_and_then_tried(
    desk: Desk, runner: BackupRunner, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(runner.ended):
        runner.start_if_due()
    assert not desk.session.backups.is_due()

    with qtbot.waitSignal(runner.drilled):
        runner.start_if_due()

    drill = desk.session.backups.drill()
    assert drill is not None
    assert drill.is_sound


def test_locking_meanwhile_ends_it_quietly(
    desk: Desk, runner: BackupRunner, qtbot: QtBot, own_folder: Path
) -> None:
    add_client(desk.session, "Muster")
    runner.start()

    runner.stop()
    desk.session.lock()
    qtbot.wait(50)

    assert list((own_folder / "backups").iterdir()) == []


def test_a_change_is_backed_up_before_closing(desk: Desk, own_folder: Path) -> None:
    add_client(desk.session, "Muster")

    back_up_before_closing(desk.session, 30)
    back_up_before_closing(desk.session, 30)  # nothing has changed since

    assert len(list((own_folder / "backups").iterdir())) == 1


def test_closing_does_not_wait_for_a_backup_that_takes_too_long(
    desk: Desk, own_folder: Path
) -> None:
    desk.session.backups.make()
    add_client(desk.session, "Muster")

    back_up_before_closing(desk.session, 0)

    assert len(list((own_folder / "backups").iterdir())) == 1
    assert desk.session.backups.is_due()


def test_the_foot_says_how_old_the_backup_outside_is(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    foot = Foot(session)
    qtbot.addWidget(foot)
    foot.show_backups()
    assert foot.backups.text() == "No backup outside yet"

    session.backups.choose_external(tmp_path)
    session.backups.make()
    foot.show_backups()
    assert foot.backups.text() == "External backup: today"
    assert foot.backups.property("look") == "link"

    path, key = session.path, session.backups._key
    session.lock()
    start = a_clock()
    later = Clock(lambda: start.now() + timedelta(days=9), start.random)
    again = vaults.unlock(path, key, later)
    old = Foot(again)
    qtbot.addWidget(old)
    old.show_backups()
    assert old.backups.text() == "External backup: 9 days ago"
    assert old.backups.property("look") == "banner"
    again.lock()


def test_backups_under_an_earlier_passphrase_are_removed_when_that_was_agreed_to(
    dialog: BackupsDialog, desk: Desk, qtbot: QtBot
) -> None:
    back_up(dialog, desk, qtbot)
    [backup] = dialog.list.table.records()
    content = bytearray(backup.path.read_bytes())
    content[5:16] = bytes(11)  # another salt, as under another passphrase
    backup.path.write_bytes(content)
    desk.session.backups._memory.put_checks([])
    dialog.list.read()
    qtbot.waitUntil(lambda: not desk.jobs.is_busy())
    assert dialog.list.remove_old.isVisible()

    dialog.list.remove_old.click()
    assert "first" in dialog.list.words.text()
    assert backup.path.exists()

    desk.session.clients.add(Client(id=ClientId("neu"), family_name="Neu"))
    back_up(dialog, desk, qtbot)
    dialog.list.remove_old.click()
    [asking] = dialog.list.findChildren(AskDialog)
    assert asking.leave.isDefault()
    assert backup.path.exists()
    asking.act.click()
    qtbot.waitUntil(lambda: not desk.jobs.is_busy())

    assert not backup.path.exists()
    assert len(dialog.list.table.records()) == 1

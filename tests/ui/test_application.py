"""From the first window through the vault and back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE, a_clock, a_practice
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from store.damage import root_of, spoil
from ui.keys import press, type_text

from casedesk.domain import problems as p
from casedesk.services import vaults
from casedesk.services.vaults import LIGHT
from casedesk.ui import wording
from casedesk.ui.application import Application
from casedesk.ui.crash import CrashReporter
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page, Place
from casedesk.ui.preferences import Preferences
from casedesk.ui.recovery.sheet_offer import SheetOffer
from casedesk.ui.start.damaged_dialog import DamagedDialog
from casedesk.ui.start.window import StartWindow
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey

OTHER = "sieben Birken schweigen lieber"


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    preferences = Preferences(tmp_path / "preferences")
    preferences.change(language="en", scheme="light")
    return preferences


@pytest.fixture
def application(qapp: QApplication, preferences: Preferences) -> Iterator[Application]:
    dress = qapp.styleSheet(), qapp.font(), qapp.palette()
    application = Application(qapp, preferences, clock=a_clock(), profile=LIGHT)
    yield application
    application._leave()
    application.deleteLater()
    qapp.setStyleSheet(dress[0])
    qapp.setFont(dress[1])
    qapp.setPalette(dress[2])


@pytest.fixture
def vault(tmp_path: Path, key: VaultKey) -> Path:
    path = tmp_path / "Praxis.casedesk"
    vaults.create(path, key, a_practice(), a_clock()).lock()
    return path


def start_window(application: Application) -> StartWindow:
    window = application.window()
    assert isinstance(window, StartWindow)
    return window


def main_window(application: Application) -> MainWindow:
    window = application.window()
    assert isinstance(window, MainWindow)
    return window


def unlock(application: Application, passphrase: str, qtbot: QtBot) -> None:
    pane = start_window(application).unlock_pane
    type_text(pane.field.line, passphrase)
    press(pane.field.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: application.session() is not None)


def visible_windows() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def test_who_has_no_vault_is_welcomed(application: Application) -> None:
    application.start()

    window = start_window(application)
    assert window.welcome_pane is not None
    assert window.welcome_pane.isVisible()
    assert not window.unlock_pane.isVisible()


def test_the_vault_opened_last_is_offered_first(
    application: Application, preferences: Preferences, vault: Path, tmp_path: Path
) -> None:
    preferences.remember_vault(tmp_path / "old.casedesk")
    preferences.remember_vault(vault)

    application.start()

    window = start_window(application)
    assert window.unlock_pane.path() == vault
    assert [each.path.name for each in window.recent] == [vault.name, "old.casedesk"]
    assert [each.isChecked() for each in window.recent] == [True, False]


def test_another_recent_vault_is_chosen_with_a_click(
    application: Application, preferences: Preferences, vault: Path, tmp_path: Path
) -> None:
    preferences.remember_vault(tmp_path / "old.casedesk")
    preferences.remember_vault(vault)
    application.start()
    window = start_window(application)

    window.recent[1].click()

    assert window.unlock_pane.path() == tmp_path / "old.casedesk"
    assert window.unlock_pane.trouble.text() == wording.problem(p.VaultMissing())


def test_unlocking_and_locking_leads_there_and_back(
    application: Application, preferences: Preferences, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)

    unlock(application, PASSPHRASE, qtbot)
    first = application.session()
    window = main_window(application)
    window.lock_wanted.emit()

    assert first is not None
    assert first.is_locked
    assert start_window(application).unlock_pane.path() == vault
    assert preferences.recent_vaults() == [vault]
    assert visible_windows() == [application.window()]
    unlock(application, PASSPHRASE, qtbot)
    assert application.session() is not first


def test_an_idle_vault_is_locked(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    assert application._guard is not None

    application._guard.idle.idled.emit()

    assert application.session() is None
    assert start_window(application).unlock_pane.path() == vault


def test_opening_another_vault_closes_this_one(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)

    main_window(application).open_other_wanted.emit()

    assert application.session() is None
    assert start_window(application).isVisible()


def test_a_new_look_rebuilds_the_window_over_the_same_vault(
    application: Application, preferences: Preferences, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    session, before = application.session(), main_window(application)
    preferences.change(scheme="dark", text_percent=150)

    before.rebuild_wanted.emit()

    assert application.session() is session
    assert main_window(application) is not before
    assert visible_windows() == [application.window()]


def test_a_new_language_of_the_first_window_takes_effect_at_once(
    application: Application, vault: Path
) -> None:
    application.start(vault)
    before = start_window(application)

    before.rebuild_wanted.emit()

    assert start_window(application) is not before
    assert start_window(application).unlock_pane.path() == vault


def test_changing_the_passphrase_goes_on_with_the_vault_open(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    first = application.session()
    main_window(application).passphrase_wanted.emit()
    dialog = application._changing
    assert dialog is not None
    type_text(dialog.present.line, PASSPHRASE)
    type_text(dialog.new.first.line, OTHER)
    type_text(dialog.new.again.line, OTHER)

    dialog.go.click()
    qtbot.waitUntil(lambda: application.session() is not first)

    session = application.session()
    assert session is not None
    assert session.practice.get() == a_practice()
    assert main_window(application).isVisible()
    application.lock()
    unlock(application, OTHER, qtbot)


def offers(application: Application) -> list[SheetOffer]:
    found = main_window(application).findChildren(SheetOffer)
    return [each for each in found if each.isVisible()]


def test_a_new_vault_is_offered_its_recovery_sheet(
    application: Application, session: Session
) -> None:
    application.start()

    start_window(application).made.emit(session)

    [offer] = offers(application)
    assert not offer.passphrase.isVisible()
    offer.later.click()
    assert offers(application) == []


def test_a_forgotten_passphrase_is_replaced_and_a_new_sheet_is_offered(
    application: Application, session: Session, qtbot: QtBot
) -> None:
    application.start()
    start_window(application).recovered.emit(session)
    dialog = application._changing
    assert dialog is not None
    assert not dialog.present.isVisible()
    type_text(dialog.new.first.line, OTHER)
    type_text(dialog.new.again.line, OTHER)

    dialog.go.click()
    qtbot.waitUntil(lambda: application.session() is not session)

    assert len(offers(application)) == 1
    application.lock()
    unlock(application, OTHER, qtbot)
    assert offers(application) == []


def test_locking_takes_open_dialogs_away(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    main_window(application).passphrase_wanted.emit()

    application.lock()

    assert visible_windows() == [application.window()]


def test_quitting_closes_the_vault(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    session = application.session()
    assert session is not None
    main_window(application).close()

    application._on_quit()

    assert session.is_locked
    assert [each.name for each in vault.parent.glob("*.casedesk*")] == [vault.name]


def test_the_demo_is_opened_without_a_passphrase_and_names_it_when_locked(
    application: Application,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    application.start()
    welcome = start_window(application).welcome_pane
    assert welcome is not None
    welcome.demo.click()
    assert welcome.demo.text() == "The demo is being made …"
    qtbot.waitUntil(lambda: application.session() is not None, timeout=60_000)

    application.lock()

    pane = start_window(application).unlock_pane
    assert vaults.DEMO_PASSPHRASE in pane._hint.text()
    unlock(application, vaults.DEMO_PASSPHRASE, qtbot)


def test_every_control_of_the_first_window_has_a_name(
    application: Application, vault: Path
) -> None:
    application.start(vault)

    for each in start_window(application).findChildren(QWidget):
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isVisible():
            text = getattr(each, "text", str)()
            assert each.accessibleName() or text, each


def is_blank(application: Application) -> bool:
    return not isinstance(application.window(), MainWindow)


def test_what_the_system_tells_locks_within_a_second(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    guard = application._guard
    assert guard is not None
    qtbot.waitUntil(lambda: guard.system is not None)
    assert guard.system is not None
    begun = time.monotonic()

    guard.system.lock_wanted.emit()

    assert time.monotonic() - begun < 1
    assert start_window(application).isVisible()
    assert application.session() is None


def test_a_dialog_that_waits_for_an_answer_does_not_hold_a_lock_up(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    window = main_window(application)
    asked = QDialog(window)
    blank: list[bool] = []
    QTimer.singleShot(50, lambda: window.lock_wanted.emit())
    QTimer.singleShot(60, lambda: blank.append(is_blank(application)))

    asked.exec()

    qtbot.waitUntil(lambda: bool(blank))
    assert blank == [True]
    assert application.session() is None


def test_a_file_that_is_being_chosen_does_not_hold_a_lock_up(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    window = main_window(application)
    QTimer.singleShot(100, lambda: window.lock_wanted.emit())

    chosen, _kind = QFileDialog.getSaveFileName(window)

    assert chosen == ""
    assert is_blank(application)


def test_a_lock_waits_hidden_until_the_vault_is_written_anew(
    application: Application,
    vault: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    window = main_window(application)
    writing = [True]
    monkeypatch.setattr(application, "_is_writing", lambda: writing[0])

    application.lock()

    assert window.neutral.isVisible()
    assert application.session() is not None
    writing.clear()
    writing.append(False)
    qtbot.waitUntil(lambda: is_blank(application), timeout=2000)


def test_after_a_lock_another_process_takes_over(
    qapp: QApplication, preferences: Preferences, vault: Path, qtbot: QtBot
) -> None:
    asked: list[Path | None] = []
    application = Application(
        qapp, preferences, clock=a_clock(), profile=LIGHT, replace=asked.append
    )
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)

    application.lock()

    assert asked == [vault]
    assert preferences.geometry("main")
    assert application.session() is None
    application._leave()
    application.deleteLater()


def test_unlocking_leads_back_to_the_field(
    application: Application, vault: Path, qtbot: QtBot
) -> None:
    application.start(vault)
    unlock(application, PASSPHRASE, qtbot)
    main_window(application).go(Place(page=Page.PRACTICE))
    town_form(application).focus_field("town")
    application.lock()

    unlock(application, PASSPHRASE, qtbot)
    qtbot.waitUntil(lambda: has_town_form(application))

    used = main_window(application).focusWidget()
    assert used is not None
    assert town_form(application).field_of(used) == "town"


def town_forms(application: Application) -> list[RecordForm]:
    window = main_window(application)
    forms = window.findChildren(RecordForm)
    return [each for each in forms if each.has_field("town") and each.isVisible()]


def town_form(application: Application) -> RecordForm:
    return town_forms(application)[0]


def has_town_form(application: Application) -> bool:
    return bool(town_forms(application))


def offered(application: Application) -> DamagedDialog:
    [dialog] = start_window(application).findChildren(DamagedDialog)
    return dialog


def test_a_vault_found_damaged_while_its_window_is_built_leads_to_what_mends_it(
    application: Application, vault: Path, key: VaultKey, told: list[str]
) -> None:
    spoil(vault, root_of(vault, key, "deed"))
    session = vaults.unlock(vault, key, a_clock())
    application.start(vault)

    application.open_session(session)

    assert session.is_locked
    assert application.session() is None
    assert offered(application).isVisible()
    assert told == []


def test_a_vault_found_damaged_later_leads_there_with_what_was_typed_stored(
    application: Application, vault: Path, key: VaultKey, qtbot: QtBot
) -> None:
    application.start(vault)
    session = vaults.unlock(vault, key, a_clock())
    application.open_session(session)
    reporter = CrashReporter(meet_damage=application._meet_damage)

    reporter.report(p.VaultDamaged, p.VaultDamaged(), None)

    qtbot.waitUntil(lambda: application.session() is None)
    assert session.is_locked
    assert offered(application).isVisible()
    assert reporter.dialog() is None


def test_damage_while_no_vault_is_open_is_not_taken_care_of(
    application: Application,
) -> None:
    application.start()

    assert not application._meet_damage()

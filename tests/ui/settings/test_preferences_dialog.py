"""The preferences are taken over at "Done"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from casedesk.ui.places import Page, Place
from casedesk.ui.preferences import Preferences
from casedesk.ui.preview.sheet_dialog import SheetDialog
from casedesk.ui.recovery.sheet_offer import SheetOffer
from casedesk.ui.settings.preferences_dialog import PreferencesDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    preferences = Preferences(tmp_path / "preferences")
    preferences.change(language="en")
    return preferences


def a_dialog(
    desk: Desk | None, preferences: Preferences, qtbot: QtBot
) -> PreferencesDialog:
    dialog = PreferencesDialog(desk, preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_new_look_is_kept_and_windows_are_rebuilt(
    preferences: Preferences, qtbot: QtBot
) -> None:
    dialog = a_dialog(None, preferences, qtbot)
    dialog.scheme.set_value("dark")
    dialog.text.set_value(150)

    with qtbot.waitSignal(dialog.rebuild_wanted):
        dialog.done_button.click()

    assert preferences.chosen.scheme == "dark"
    assert preferences.chosen.text_percent == 150


def test_what_is_no_look_rebuilds_nothing(
    preferences: Preferences, qtbot: QtBot
) -> None:
    dialog = a_dialog(None, preferences, qtbot)
    dialog.minutes.set_value(20)
    dialog.remembers.set_value(False)

    with qtbot.assertNotEmitted(dialog.rebuild_wanted):
        dialog.done_button.click()

    assert preferences.chosen.lock_after_minutes == 20
    assert not preferences.chosen.remembers_vaults


def test_giving_up_changes_nothing(preferences: Preferences, qtbot: QtBot) -> None:
    before = preferences.chosen
    dialog = a_dialog(None, preferences, qtbot)
    dialog.language.set_value("de_AT")

    dialog.reject()

    assert preferences.chosen == before


def test_without_a_vault_nothing_of_a_vault_is_offered(
    preferences: Preferences, qtbot: QtBot
) -> None:
    dialog = a_dialog(None, preferences, qtbot)

    assert not dialog.passphrase.isVisible()
    assert not dialog.practice.isVisible()


def test_with_a_vault_it_leads_to_the_practice_and_the_passphrase(
    desk: Desk, asked: Asked, preferences: Preferences, qtbot: QtBot
) -> None:
    first = a_dialog(desk, preferences, qtbot)
    first.practice.click()
    dialog = a_dialog(desk, preferences, qtbot)

    with qtbot.waitSignal(dialog.passphrase_wanted):
        dialog.passphrase.click()

    assert asked.places == [Place(page=Page.PRACTICE)]


def test_with_a_vault_it_leads_to_both_sheets(
    desk: Desk, preferences: Preferences, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    PreferencesDialog(desk, preferences, window).sheet.click()
    PreferencesDialog(desk, preferences, window).emergency.click()

    [offer] = window.findChildren(SheetOffer)
    [sheet] = window.findChildren(SheetDialog)
    assert offer.passphrase.isVisible()
    qtbot.waitUntil(sheet.is_ready)

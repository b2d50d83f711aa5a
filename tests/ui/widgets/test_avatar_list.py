from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.keys import press

from casedesk.ui.widgets.avatar_list import AvatarItem, AvatarList

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def an_item(number: int) -> AvatarItem:
    return AvatarItem(
        key=f"k{number}",
        initials="ÖX",
        title=f"Özdemir {number}",
        subtitle="a line " * 20,
        badge="!",
        badge_words="consent is missing",
    )


def a_list(qtbot: QtBot, count: int) -> AvatarList:
    entries = AvatarList()
    qtbot.addWidget(entries)
    entries.resize(250, 600)
    entries.show_items([an_item(number) for number in range(count)])
    return entries


def test_ten_thousand_entries_are_shown_at_once(qtbot: QtBot) -> None:
    begin = time.process_time()

    entries = a_list(qtbot, 10_000)
    entries.choose("k9000")
    entries.grab()

    assert time.process_time() - begin < 0.5


def test_a_click_chooses_an_entry(qtbot: QtBot) -> None:
    entries = a_list(qtbot, 5)
    entries.show()
    place = entries.visualRect(entries.model().index(2, 0)).center()

    with qtbot.waitSignal(entries.chosen) as told:
        QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert told.args == ["k2"]


def test_arrows_move_and_enter_chooses(qtbot: QtBot) -> None:
    entries = a_list(qtbot, 5)
    entries.choose("k1")

    with qtbot.assertNotEmitted(entries.chosen):
        press(entries, Qt.Key.Key_Down)
    with qtbot.waitSignal(entries.chosen) as told:
        press(entries, Qt.Key.Key_Return)

    assert told.args == ["k2"]


def test_the_chosen_entry_stays_chosen_when_the_list_changes(qtbot: QtBot) -> None:
    entries = a_list(qtbot, 5)
    entries.choose("k3")

    entries.show_items([an_item(3), an_item(4)])

    assert entries.chosen_key() == "k3"
    assert entries.currentIndex().row() == 0


def test_an_entry_is_read_aloud_with_what_its_badge_means(qtbot: QtBot) -> None:
    entries = a_list(qtbot, 1)

    words = entries.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert "consent is missing" in words

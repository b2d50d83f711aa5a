from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from casedesk.ui.start.room import fill_small_screen

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_window_that_fits_begins_as_large_as_it_was_asked_to(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    size = window.screen().availableSize() - QSize(200, 200)

    fill_small_screen(window, size)

    assert window.size() == size
    assert not window.isMaximized()


def test_where_the_title_bar_finds_no_room_the_window_fills_the_screen(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    fill_small_screen(window, window.screen().availableSize())

    assert window.isMaximized()

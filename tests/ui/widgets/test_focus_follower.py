"""What gets the focus is scrolled into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from casedesk.ui.widgets.lazy_column import LazyColumn
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> ScrollPage:
    """Return a page with a field at its top and one far beneath."""
    page = ScrollPage()
    qtbot.addWidget(page)
    gap = QWidget()
    gap.setFixedHeight(2000)
    for part in (QLineEdit(), gap, QLineEdit()):
        page.add(part)
    page.resize(300, 200)
    with qtbot.waitActive(page):
        page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 1500)
    return page


def test_a_page_scrolls_to_the_field_that_gets_the_focus(page: ScrollPage) -> None:
    first, last = page.findChildren(QLineEdit)
    first.setFocus()
    assert last.visibleRegion().isEmpty()

    last.setFocus()

    assert not last.visibleRegion().isEmpty()


def test_what_is_pressed_does_not_move_away(page: ScrollPage) -> None:
    first, last = page.findChildren(QLineEdit)
    QTest.mousePress(first, Qt.MouseButton.LeftButton)

    last.setFocus()

    assert page.verticalScrollBar().value() == 0
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton)


def test_a_column_of_rows_scrolls_to_the_field_that_gets_the_focus(
    qtbot: QtBot,
) -> None:
    column = LazyColumn(lambda _key: QLineEdit(), lambda _key, _width: 30, bool)
    qtbot.addWidget(column)
    column.resize(300, 100)
    with qtbot.waitActive(column):
        column.show()
    column.show_keys([str(number) for number in range(8)])
    first = column.row("0")
    column.to("5")
    assert first.visibleRegion().isEmpty()

    first.setFocus()

    assert not first.visibleRegion().isEmpty()

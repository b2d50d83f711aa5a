from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from casedesk.domain.client import Address, AddressId, Client, ClientId
from casedesk.ui.clients.client_fields import address_fields
from casedesk.ui.record_list import RecordList
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk

ANNA = ClientId("anna")


class Window(QWidget):
    """A search field, and a page with a list between two fields."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        session = desk.session
        session.clients.add(Client(id=ANNA, family_name="Berg"))
        self.search = QLineEdit(self)
        self.page = ScrollPage(self)
        self.before = QLineEdit(self)
        self.list = RecordList(
            session.addresses,
            address_fields,
            lambda address: address.town,
            add_text="Add an address",
            empty_text="None yet.",
            parent=self,
        )
        self.after = QLineEdit(self)
        for each in (self.before, self.list, self.after):
            self.page.add(each)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.page)
        self.list.show_records(
            [], lambda: Address(id=AddressId(session.clock.new_id()), client_id=ANNA)
        )

    def add(self) -> QWidget:
        """Press the button that adds one, and return the new card."""
        known = set(self.list.findChildren(QWidget))
        self.list.add()
        QApplication.processEvents()  # shows what was laid into a shown layout
        (card,) = (
            each
            for each in self.list.findChildren(QWidget)
            if each not in known and each.parentWidget() is self.list
        )
        return card

    def way(self) -> list[QWidget]:
        """Press Tab until the start is reached again; return where it stopped."""
        first = self.focusWidget()
        seen: list[QWidget] = []
        while not seen or self.focusWidget() is not first:
            QTest.keyClick(self.focusWidget(), Qt.Key.Key_Tab)
            seen.append(self.focusWidget())
            assert len(seen) < 200
        return seen


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Window:
    window = Window(desk)
    qtbot.addWidget(window)
    window.resize(500, 420)
    window.show()
    return window


def _places(way: list[QWidget], inside: QWidget) -> list[int]:
    return [number for number, each in enumerate(way) if inside.isAncestorOf(each)]


def test_tab_goes_through_new_records_as_they_stand_on_the_page(
    window: Window,
) -> None:
    first, second = window.add(), window.add()
    window.search.setFocus()

    way = window.way()

    of_first, of_second = _places(way, first), _places(way, second)
    add = next(
        each
        for each in window.list.findChildren(QPushButton)
        if each.accessibleName() == "Add an address"
    )
    assert way[0] is window.before
    assert of_first == list(range(1, of_first[-1] + 1))
    assert of_second == list(range(of_first[-1] + 1, of_second[-1] + 1))
    assert way[of_second[-1] + 1 :] == [add, window.after, window.search]


def test_the_way_back_is_the_way_there(window: Window) -> None:
    window.add()
    window.add()
    window.search.setFocus()
    there = window.way()
    window.after.setFocus()

    back: list[QWidget] = [window.after]
    while back[-1] is not window.search:
        QTest.keyClick(back[-1], Qt.Key.Key_Backtab)
        back.append(window.focusWidget())

    assert back[::-1] == [window.search, *there[:-1]]


def test_a_new_record_has_the_cursor_and_is_in_sight(
    window: Window, qtbot: QtBot
) -> None:
    for _each in range(4):
        card = window.add()

    focused = window.focusWidget()
    assert card.isAncestorOf(focused)

    def in_sight() -> None:
        view = window.page.viewport()
        middle = focused.mapTo(view, focused.rect().center())
        assert view.rect().contains(middle)

    qtbot.waitUntil(lambda: window.page.verticalScrollBar().value() > 0)
    qtbot.wait(100)
    in_sight()

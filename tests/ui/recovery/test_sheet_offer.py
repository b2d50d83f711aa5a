"""The recovery sheet is offered, and shown to who knows the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from conftest import PASSPHRASE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from ui.keys import type_text

from casedesk.domain import problems as p
from casedesk.ui import wording
from casedesk.ui.preview.sheet_dialog import SheetDialog
from casedesk.ui.recovery.sheet_offer import SheetOffer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def an_offer(desk: Desk, window: QWidget, *, asks: bool) -> SheetOffer:
    offer = SheetOffer(desk.session, desk.jobs, window, asks=asks)
    offer.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    offer.show()
    return offer


def shown(window: QWidget) -> list[SheetDialog]:
    return [each for each in window.findChildren(SheetDialog) if each.isVisible()]


def test_who_has_just_typed_the_passphrase_sees_the_sheet_at_once(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    offer = an_offer(desk, window, asks=False)
    assert not offer.passphrase.isVisible()

    offer.go.click()

    [dialog] = shown(window)
    qtbot.waitUntil(dialog.is_ready)
    assert not offer.isVisible()


def test_later_shows_nothing_and_says_where_it_can_be_found(
    desk: Desk, window: QWidget
) -> None:
    offer = an_offer(desk, window, asks=False)

    offer.later.click()

    assert any("preferences" in words for words in offer._words())
    assert not offer.isVisible()
    assert shown(window) == []


def test_later_on_the_passphrase_is_asked_for(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    offer = an_offer(desk, window, asks=True)
    type_text(offer.passphrase.line, PASSPHRASE)

    offer.go.click()
    qtbot.waitUntil(lambda: len(shown(window)) == 1)

    assert offer.passphrase.passphrase() == ""
    qtbot.waitUntil(shown(window)[0].is_ready)


def test_a_wrong_passphrase_shows_no_sheet(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    offer = an_offer(desk, window, asks=True)
    type_text(offer.passphrase.line, "falsch, leider")

    offer.go.click()
    qtbot.waitUntil(offer.go.isEnabled)

    assert offer.trouble.text() == wording.problem(p.WrongPassphrase())
    assert shown(window) == []


def test_a_vault_locked_meanwhile_ends_the_offer(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    offer = an_offer(desk, window, asks=True)
    type_text(offer.passphrase.line, PASSPHRASE)

    offer.go.click()
    desk.session.lock()

    qtbot.waitUntil(lambda: not offer.isVisible())
    assert shown(window) == []


def test_that_it_was_printed_is_noted(
    desk: Desk, window: QWidget, qtbot: QtBot
) -> None:
    an_offer(desk, window, asks=False).go.click()
    [dialog] = shown(window)
    qtbot.waitUntil(dialog.is_ready)

    dialog.printed.emit()
    QApplication.processEvents()

    assert desk.session.recovery.is_printed()
    again = an_offer(desk, window, asks=True)
    assert any("was printed" in words for words in again._words())

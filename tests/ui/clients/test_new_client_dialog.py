from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from shiboken6 import isValid
from ui.keys import type_text

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.dates import PartialDate
from casedesk.domain.practice import THE_PRACTICE
from casedesk.ui.clients.new_client_dialog import NewClientDialog
from casedesk.ui.places import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def dialog(desk: Desk, window: QWidget) -> Iterator[NewClientDialog]:
    # It deletes itself when it closes, so it is not given to qtbot.
    dialog = NewClientDialog(desk, window)
    dialog.show()
    yield dialog
    if isValid(dialog):
        dialog.close()


def test_a_name_is_enough_for_a_client_and_a_case(
    dialog: NewClientDialog, desk: Desk, qtbot: QtBot
) -> None:
    assert not dialog._create.isEnabled()
    type_text(dialog.cell("family_name").widget, "Yılmaz")
    type_text(dialog.cell("born").widget, "7/1951")
    dialog.choose_area(Area.SOCIAL_WORK)

    with qtbot.waitSignal(dialog.created) as created:
        dialog._create.click()

    assert created.args is not None
    case = desk.session.case_records.get(created.args[0])
    client = desk.session.clients.get(case.client_id)
    assert case.area is Area.SOCIAL_WORK
    assert (client.family_name, client.born) == ("Yılmaz", PartialDate(1951, 7))


def test_what_is_no_date_is_told_and_nothing_is_created(
    dialog: NewClientDialog, desk: Desk
) -> None:
    type_text(dialog.cell("family_name").widget, "Yılmaz")
    type_text(dialog.cell("born").widget, "spring")

    dialog._create.click()

    assert dialog.cell("born").trouble()
    assert dialog.isVisible()
    assert desk.session.clients.all() == []


def test_who_is_known_already_is_shown_and_opened_instead(
    dialog: NewClientDialog, desk: Desk, asked: Asked, qtbot: QtBot
) -> None:
    client = Client(id=ClientId("anna"), family_name="Brunner", given_name="Anna")
    case = desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE)

    type_text(dialog.cell("family_name").widget, "Bruner")
    qtbot.waitUntil(lambda: dialog._similar is not None)
    assert dialog._similar is not None
    [known] = dialog._similar.findChildren(QPushButton)
    known.click()

    [place] = asked.places
    assert (place.page, place.case_id) == (Page.OVERVIEW, case.id)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert len(desk.session.clients.all()) == 1


def test_a_wrong_date_of_birth_is_told_on_leaving_the_field(
    dialog: NewClientDialog,
) -> None:
    born = dialog.cell("born")
    type_text(born.widget, "31.2.1948")
    assert not born.trouble()

    born.editor.left.emit()

    assert "4.7.1951" in born.trouble()
    born.editor.set_raw("28.2.194")
    type_text(born.widget, "8")
    assert not born.trouble()


def test_what_was_begun_is_offered_again_until_it_is_given_up(
    dialog: NewClientDialog, desk: Desk, window: QWidget
) -> None:
    type_text(dialog.cell("family_name").widget, "Yılmaz")
    type_text(dialog.cell("born").widget, "7/19")
    dialog.close()  # as a lock does

    again = NewClientDialog(desk, window)
    again.show()
    assert again.cell("family_name").editor.value() == "Yılmaz"
    assert again.cell("born").editor.raw() == "7/19"
    assert again._create.isEnabled()
    [cancel] = [b for b in again.findChildren(QPushButton) if b.text() == "Cancel"]
    cancel.click()

    fresh = NewClientDialog(desk, window)
    fresh.show()
    assert fresh.cell("family_name").editor.value() == ""
    assert not fresh._create.isEnabled()
    fresh.close()


def test_a_client_that_was_made_is_no_longer_begun(
    dialog: NewClientDialog, desk: Desk
) -> None:
    type_text(dialog.cell("family_name").widget, "Yılmaz")
    dialog.drafts.flush()

    dialog._create.click()

    assert desk.session.practice.records.drafts(THE_PRACTICE) == {}

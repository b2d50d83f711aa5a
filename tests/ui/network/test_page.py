from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from ui.keys import press, type_text

from casedesk.domain.case import Area, Party, PartyId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.ui.network.page import NetworkPage
from casedesk.ui.places import Page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

LEA = Person(id=PersonId("lea"), family_name="Щербакова", given_name="Lea")
SPITEX = Organisation(id=OrganisationId("spitex"), name="Spitex Müli")


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> NetworkPage:
    desk.session.persons.add(LEA)
    desk.session.organisations.add(SPITEX)
    page = NetworkPage(desk)
    qtbot.addWidget(page)
    page.show()
    return page


def names(page: NetworkPage) -> list[str]:
    return [each.id for each in page._list.found()]


def test_an_empty_network_offers_the_first_step(desk: Desk, qtbot: QtBot) -> None:
    page = NetworkPage(desk)
    qtbot.addWidget(page)
    page.show()

    page._empty.acted.emit()

    [person] = desk.session.persons.all()
    assert page._empty.isHidden()
    assert page._form.somebody() == person


def test_typing_finds_and_enter_shows(page: NetworkPage, qtbot: QtBot) -> None:
    type_text(page._list._line, "mueli")
    qtbot.waitUntil(lambda: names(page) == ["spitex"])

    press(page._list._line, Qt.Key.Key_Return)

    assert page._form.somebody() == SPITEX


def test_down_goes_from_the_search_into_the_list(
    page: NetworkPage, qtbot: QtBot
) -> None:
    press(page._list._line, Qt.Key.Key_Down)
    press(page._list._list, Qt.Key.Key_Return)

    assert page._form.somebody() == SPITEX


def test_what_is_typed_is_stored_and_the_list_follows(
    page: NetworkPage, desk: Desk
) -> None:
    page.show_subject(LEA.id)
    form = page._form._person
    form.focus_field("family_name")

    form.editor("family_name").set_raw("")
    type_text(form.editor("family_name"), "Aćimović")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    assert desk.session.persons.get(LEA.id).family_name == "Aćimović"
    assert names(page) == ["lea", "spitex"]


def test_whom_a_case_needs_is_not_removed_and_that_is_said(
    page: NetworkPage, desk: Desk, asked: Asked, told: list[str]
) -> None:
    case = desk.session.cases.open_for_new_client(
        Client(id=ClientId("anna"), family_name="Brunner"), Area.HEALTH_CARE
    )
    desk.session.parties.add(Party(id=PartyId("p"), case_id=case.id, person_id=LEA.id))
    page.show_subject(LEA.id)
    [opened] = page._form._parts._shown.findChildren(QPushButton)  # type: ignore[union-attr]  # somebody is shown

    page._form._on_remove()
    opened.click()

    [words] = told
    [place] = asked.places
    assert words.startswith("This is still used elsewhere")
    assert desk.session.persons.find(LEA.id) == LEA
    assert (place.page, place.case_id) == (Page.OVERVIEW, case.id)


def test_removing_offers_to_take_it_back(
    page: NetworkPage, desk: Desk, asked: Asked
) -> None:
    page.show_subject(LEA.id)

    page._form._on_remove()
    assert names(page) == ["spitex"]
    [(noun, deed)] = asked.undos
    desk.session.persons.take_back(deed)
    page.refresh()

    assert noun == "person"
    assert names(page) == ["spitex", "lea"]


def test_a_new_organisation_is_shown_at_its_name(
    page: NetworkPage, desk: Desk, asked: Asked
) -> None:
    page.new_organisation()

    type_text(page.focusWidget(), "Sozialamt")
    page.flush()

    assert [each.name for each in desk.session.organisations.all()] == [
        "Sozialamt",
        "Spitex Müli",
    ]


def test_changes_are_asked_for(page: NetworkPage, asked: Asked) -> None:
    page.show_subject(SPITEX.id)

    page._form._on_changes()

    assert asked.changes == [("organisation", "spitex")]

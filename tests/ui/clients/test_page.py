from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from ui.keys import type_text

from casedesk.domain.case import Area
from casedesk.domain.client import (
    Client,
    ClientId,
    ContactPoint,
    ContactPointId,
    InsuranceNumber,
    InsuranceNumberId,
    NumberScheme,
)
from casedesk.domain.dates import PartialDate
from casedesk.domain.network import PersonId
from casedesk.domain.practice import Country
from casedesk.domain.representation import (
    Representation,
    RepresentationId,
    RepresentationKind,
)
from casedesk.ui.clients import remarks
from casedesk.ui.clients.page import ClientPage, age_words
from casedesk.ui.places import Page
from casedesk.ui.widgets.labels import Tone

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.case import Case
    from casedesk.ui.clients.page import ClientPage as Shown
    from casedesk.ui.desk import Desk

LONG_NAME = "Freifrau von Hohenstein-Wallersdorf-Oberrieden"
ANNA = ClientId("anna")
TODAY = date(2026, 3, 14)
A_REPRESENTATION = Representation(id=RepresentationId("r"), client_id=ANNA)


@pytest.fixture
def case(desk: Desk) -> Case:
    client = Client(id=ANNA, family_name=LONG_NAME, given_name="Zoë")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE)


@pytest.fixture
def page(desk: Desk, case: Case, qtbot: QtBot) -> Shown:
    page = ClientPage(desk)
    qtbot.addWidget(page)
    page.show_case(case.id)
    page.show()
    return page


def test_what_is_typed_about_a_client_is_stored(page: Shown, desk: Desk) -> None:
    form = page.form("called_name")
    form.focus_field("called_name")

    type_text(form.editor("called_name"), "Oma Łucja")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    assert desk.session.clients.get(ANNA).called_name == "Oma Łucja"


def test_the_name_heads_the_page_and_follows_what_is_typed(
    page: Shown, desk: Desk
) -> None:
    form = page.form("given_name")

    form.editor("given_name").set_value("")
    form.focus_field("given_name")
    type_text(form.editor("given_name"), "Ayşe")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    assert page._person.heading._title.text() == f"Ayşe {LONG_NAME}"


def test_a_wrong_check_digit_is_told_and_kept(
    page: Shown, desk: Desk, case: Case
) -> None:
    numbers = page.belongings().numbers
    numbers.add()
    [number] = desk.session.insurance_numbers.of(client_id=ANNA)
    form = numbers.form(number.id)

    type_text(form.editor("number"), "756.9217.0769.86")  # type: ignore[arg-type]  # every editor is a widget
    page.flush()

    assert number.scheme is NumberScheme.AHV
    assert desk.session.insurance_numbers.get(number.id).number.endswith("86")
    assert "check digit does not fit" in numbers.card(number.id).hint()


def test_removing_is_done_at_once_and_can_be_taken_back(
    page: Shown, desk: Desk, case: Case, asked: Asked
) -> None:
    contacts = page.belongings().contacts
    contacts.add()
    contacts.add()
    first, second = desk.session.contact_points.of(client_id=ANNA)

    contacts.card(first.id)._remove.click()
    assert desk.session.contact_points.of(client_id=ANNA) == [second]
    [(noun, deed)] = asked.undos
    desk.session.contact_points.take_back(deed)
    page.refresh()

    assert noun == "contact_point"
    cards = (contacts.card(first.id), contacts.card(second.id))
    assert [contacts._column.indexOf(card) for card in cards] == [0, 1]


def test_changes_of_a_record_are_asked_for(page: Shown, asked: Asked) -> None:
    addresses = page.belongings().addresses
    addresses.add()
    [(address_id, card)] = addresses._cards.items()

    card._changes.click()

    assert asked.changes == [("address", address_id)]


def test_the_kinds_of_the_country_are_offered_and_those_in_use(
    page: Shown, desk: Desk, case: Case
) -> None:
    desk.session.practice.change(country=Country.AT)
    desk.session.representations.add(
        replace(A_REPRESENTATION, kind=RepresentationKind.DE_BETREUUNG)
    )

    page.refresh()

    box = page.belongings().representations.form("r").editor("kind")
    words = [box.itemText(at) for at in range(box.count())]  # type: ignore[attr-defined]  # a combo box
    assert "Court-appointed adult representation" in words
    assert "Legal guardianship (rechtliche Betreuung)" in words
    assert "Deputyship (Beistandschaft)" not in words


def test_a_further_case_is_opened_and_shown(
    page: Shown, desk: Desk, asked: Asked
) -> None:
    [_health, _nursing, _social, rehabilitation] = page._cases._menu.actions()

    rehabilitation.trigger()

    cases = desk.session.case_records.of(client_id=ANNA)
    [place] = asked.places
    assert [case.area for case in cases] == [Area.HEALTH_CARE, Area.REHABILITATION]
    assert (place.page, place.case_id) == (Page.OVERVIEW, cases[1].id)


def test_a_record_found_by_the_search_is_gone_to(
    page: Shown, desk: Desk, case: Case, qtbot: QtBot
) -> None:
    contact = ContactPoint(id=ContactPointId("c"), client_id=ANNA)
    desk.session.contact_points.add(contact)

    page.show_case(case.id, "c")

    form = page.belongings().contacts.form("c")
    qtbot.waitUntil(lambda: form._cells["kind"].has_focus())


def test_another_case_shows_another_client(page: Shown, desk: Desk, case: Case) -> None:
    page.belongings().contacts.add()
    other = desk.session.cases.open_for_new_client(
        Client(id=ClientId("other"), family_name="Öz"), Area.SOCIAL_WORK
    )

    page.show_case(other.id)

    assert page.form("family_name").editor("family_name").value() == "Öz"
    assert page.belongings().contacts._cards == {}


@pytest.mark.parametrize(
    ("born", "words"),
    [
        pytest.param(None, "", id="unknown"),
        pytest.param(PartialDate(1951, 3, 14), "75 years old", id="birthday"),
        pytest.param(PartialDate(1951), "born 1951, age not known exactly", id="year"),
    ],
)
def test_the_age_is_told_as_far_as_it_is_known(
    born: PartialDate | None, words: str
) -> None:
    assert age_words(Client(id=ANNA, born=born), TODAY) == words


@pytest.mark.parametrize(
    ("changes", "words", "tone"),
    [
        pytest.param({}, "", Tone.NEUTRAL, id="empty"),
        pytest.param(
            {"person_id": PersonId("p")}, "valid today", Tone.OK, id="no dates"
        ),
        pytest.param(
            {"valid_until": date(2026, 4, 1)},
            "valid today, until 01/04/2026",
            Tone.OK,
            id="until",
        ),
        pytest.param(
            {"valid_from": date(2026, 4, 1)},
            "not valid yet, from 01/04/2026",
            Tone.WARNING,
            id="not yet",
        ),
        pytest.param(
            {"valid_until": date(2026, 3, 13)},
            "not valid today, ended 13/03/2026",
            Tone.WARNING,
            id="ended",
        ),
    ],
)
def test_whether_a_representation_is_valid_today_is_told(
    changes: dict[str, object], words: str, tone: Tone
) -> None:
    representation = replace(A_REPRESENTATION, **changes)  # type: ignore[arg-type]  # values of fields

    assert remarks.representation_note(representation, TODAY) == (words, tone)


def test_no_message_is_marked() -> None:
    contact = ContactPoint(
        id=ContactPointId("c"), client_id=ANNA, leave_no_message=True
    )

    assert remarks.contact_note(contact) == ("Do not leave a message", Tone.DANGER)


def test_a_right_check_digit_is_told() -> None:
    number = InsuranceNumber(
        id=InsuranceNumberId("n"),
        client_id=ANNA,
        scheme=NumberScheme.AHV,
        number="756.9217.0769.85",
    )

    assert remarks.number_hint(number) == ("The check digit is right.", Tone.OK)

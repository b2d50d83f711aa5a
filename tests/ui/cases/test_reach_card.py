from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton

from casedesk.domain.case import Area, CaseId, Party, PartyId, PartyRole
from casedesk.domain.client import Client, ClientId, ContactPoint, ContactPointId
from casedesk.domain.network import Person, PersonId
from casedesk.ui.cases.reach_card import ReachCard
from casedesk.ui.places import Page, Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), given_name="Anna", family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def card(desk: Desk, qtbot: QtBot) -> ReachCard:
    card = ReachCard(desk)
    qtbot.addWidget(card)
    return card


def names(card: ReachCard) -> list[str]:
    return [row.accessibleName() for row in card.list.rows()]


def press(card: ReachCard, place: int) -> None:
    row = card.list.rows()[place]
    assert isinstance(row, QAbstractButton)
    row.click()


def test_a_new_case_says_what_is_missing_and_leads_to_it(
    card: ReachCard, case_id: CaseId, asked: Asked, qtbot: QtBot
) -> None:
    card.show_case(case_id)

    assert names(card) == [
        "Anna Brunner, no telephone number yet",
        "Mandate, nothing entered yet",
        "Add somebody",
    ]
    press(card, 0)
    assert asked.places == [Place(page=Page.CLIENT, case_id=case_id)]
    with qtbot.waitSignal(card.parties_wanted):
        press(card, 2)


def test_numbers_come_with_what_to_mind_before_calling(
    card: ReachCard, desk: Desk, case_id: CaseId
) -> None:
    desk.session.contact_points.add(
        ContactPoint(
            id=ContactPointId("c"),
            client_id=ClientId("anna"),
            value="+41 79 000 00 75",
            note="abends",
            leave_no_message=True,
        )
    )
    card.show_case(case_id)

    assert names(card)[0] == (
        "Anna Brunner, Mobile · Do not leave a message · abends, +41 79 000 00 75"
    )


def test_a_party_is_named_with_roles_and_number(
    card: ReachCard, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    person = Person(id=PersonId("p"), family_name="Zbinden", phone="+41 31 000 00 11")
    desk.session.persons.add(person)
    desk.session.parties.add(
        Party(
            id=PartyId("part"),
            case_id=case_id,
            person_id=person.id,
            roles=(PartyRole.FAMILY, PartyRole.PAYER),
        )
    )
    card.show_case(case_id)

    assert names(card)[1:] == [
        "Mandate, Zbinden",
        "Zbinden, Family · Payer, +41 31 000 00 11",
    ]
    with qtbot.waitSignal(card.subject_wanted) as wanted:
        press(card, 2)
    assert wanted.args == ["part"]

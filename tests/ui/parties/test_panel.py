from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, CaseId, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.ui.parties.panel import PartiesPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.ui.desk import Desk

SPITEX = Organisation(
    id=OrganisationId("spitex"), name="Spitex Müli", phone="031 111 22 33"
)
LEA = Person(
    id=PersonId("lea"),
    family_name="Wiśniewska",
    given_name="Lea",
    function="Pflegefachfrau",
    organisation_id=SPITEX.id,
    mobile="079 444 55 66",
)


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return desk.session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


@pytest.fixture
def panel(desk: Desk, case_id: CaseId, qtbot: QtBot) -> PartiesPanel:
    desk.session.organisations.add(SPITEX)
    desk.session.persons.add(LEA)
    panel = PartiesPanel(desk)
    qtbot.addWidget(panel)
    panel.show_case(case_id)
    panel.show()
    return panel


def test_whoever_is_taken_in_acts_for_the_own_organisation(
    panel: PartiesPanel, desk: Desk, case_id: CaseId
) -> None:
    panel.take_in(LEA)

    [party] = desk.session.parties.of(case_id=case_id)
    card = panel.card(party.id)
    assert (party.person_id, party.organisation_id) == (LEA.id, SPITEX.id)
    assert card._function.text() == "Pflegefachfrau · Spitex Müli"
    assert card._numbers.text() == "079 444 55 66\n031 111 22 33"
    assert card.form() is not None


def test_roles_are_ticked_and_read_on_the_card(
    panel: PartiesPanel, desk: Desk, case_id: CaseId
) -> None:
    panel.take_in(SPITEX)
    [party] = desk.session.parties.of(case_id=case_id)
    form = panel.card(party.id).form()
    assert form is not None

    roles = form.editor("roles")
    for role in (PartyRole.PAYER, PartyRole.INVOICE_RECIPIENT):
        roles._row._chips[role].click()  # type: ignore[attr-defined]  # the roles are chips
    panel.flush()

    party = desk.session.parties.get(party.id)
    flow = panel.card(party.id)._flow
    shown = [flow.itemAt(at).widget().text() for at in range(flow.count())]  # type: ignore[union-attr]  # badges
    assert party.roles == (PartyRole.PAYER, PartyRole.INVOICE_RECIPIENT)
    assert shown == ["Payer", "Invoice recipient"]


def test_the_same_person_is_not_taken_in_twice(
    panel: PartiesPanel, desk: Desk, case_id: CaseId
) -> None:
    panel.take_in(LEA)
    panel.take_in(LEA)
    panel.take_in(SPITEX)

    assert len(desk.session.parties.of(case_id=case_id)) == 2


def test_removing_from_a_case_can_be_taken_back(
    panel: PartiesPanel, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    panel.take_in(LEA)
    [party] = desk.session.parties.of(case_id=case_id)

    panel._on_remove(party.id)
    [(noun, deed)] = asked.undos
    assert not panel._empty.isHidden()
    desk.session.parties.take_back(deed)
    panel.refresh()

    assert noun == "party"
    assert panel.card(party.id).party() == party


def test_neither_person_nor_organisation_is_refused_in_words(
    panel: PartiesPanel, desk: Desk, case_id: CaseId
) -> None:
    panel.take_in(SPITEX)
    [party] = desk.session.parties.of(case_id=case_id)
    form = panel.card(party.id).form()
    assert form is not None

    form.editor("organisation_id")._clear.click()  # type: ignore[attr-defined]  # a field of the network

    assert form.trouble("organisation_id").startswith("Somebody must have this part")
    assert desk.session.parties.get(party.id) == party

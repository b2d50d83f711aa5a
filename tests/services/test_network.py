from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import (
    Area,
    MandateEndsBeforeItBegins,
    Party,
    PartyId,
    PartyOfNobody,
    PartyRole,
)
from casedesk.domain.client import Client, ClientId
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.problems import StillUsed
from casedesk.domain.representation import Representation, RepresentationId

if TYPE_CHECKING:
    from casedesk.domain.case import Case
    from casedesk.services.session import Session

SPITEX = Organisation(id=OrganisationId("spitex"), name="Spitex Müli", town="Bern")
GREEK = Person(id=PersonId("greek"), family_name="Παπαδόπουλος", given_name="Γεώργιος")
POLISH = Person(
    id=PersonId("polish"),
    family_name="Wiśniewska",
    given_name="Małgorzata",
    organisation_id=SPITEX.id,
)


@pytest.fixture
def case(session: Session) -> Case:
    session.organisations.add(SPITEX)
    session.persons.add(GREEK)
    session.persons.add(POLISH)
    return session.cases.open_for_new_client(
        Client(id=ClientId("anna"), family_name="Brunner", given_name="Anna"),
        Area.HEALTH_CARE,
    )


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("", ["spitex", "polish", "greek"], id="everybody by name"),
        pytest.param("wisniewska", ["polish"], id="without accents"),
        pytest.param("mueli", ["spitex"], id="umlaut spelled out"),
        pytest.param("παπα", ["greek"], id="Greek"),
        pytest.param("sp", ["spitex"], id="two letters"),
        pytest.param("malg wis", ["polish"], id="both names"),
        pytest.param("brunner", [], id="a client is not in the network"),
        pytest.param("%", [], id="a sign that means something elsewhere"),
    ],
)
def test_the_network_is_found_as_one_types(
    session: Session, case: Case, typed: str, found: list[str]
) -> None:
    assert [each.id for each in session.people.find_in_network(typed)] == found


def test_only_the_wanted_kind_is_found(session: Session, case: Case) -> None:
    [only] = session.people.find_in_network("", (Organisation,))

    assert only == SPITEX


def test_somebody_with_a_part_is_not_removed_until_it_is_taken_out(
    session: Session, case: Case
) -> None:
    party = Party(id=PartyId("p"), case_id=case.id, person_id=GREEK.id)
    session.parties.add(party)

    with pytest.raises(StillUsed):
        session.persons.remove(GREEK.id)
    session.parties.remove(party.id)
    session.persons.remove(GREEK.id)

    assert session.persons.find(GREEK.id) is None


def test_the_cases_in_which_somebody_has_a_part_are_told(
    session: Session, case: Case
) -> None:
    session.parties.add(
        Party(
            id=PartyId("p"),
            case_id=case.id,
            organisation_id=SPITEX.id,
            roles=(PartyRole.PAYER,),
        )
    )
    session.representations.add(
        Representation(
            id=RepresentationId("r"), client_id=case.client_id, person_id=POLISH.id
        )
    )

    [payer] = session.people.parts_of(SPITEX)
    [representative] = session.people.parts_of(POLISH)

    assert (payer.client_name, payer.roles) == ("Brunner, Anna", (PartyRole.PAYER,))
    assert representative.roles == (PartyRole.REPRESENTATIVE,)
    assert session.people.parts_of(GREEK) == []


def test_a_part_belongs_to_somebody(session: Session, case: Case) -> None:
    session.parties.add(Party(id=PartyId("p"), case_id=case.id, person_id=GREEK.id))

    with pytest.raises(PartyOfNobody):
        session.parties.change("p", person_id=None)


def test_a_mandate_does_not_end_before_it_begins(session: Session, case: Case) -> None:
    [mandate] = session.mandates.of(case_id=case.id)
    today = session.clock.today()
    session.mandates.change(mandate.id, starts_on=today)

    with pytest.raises(MandateEndsBeforeItBegins):
        session.mandates.change(mandate.id, ends_on=today.replace(year=2025))


def test_a_change_is_read_with_its_values(session: Session, case: Case) -> None:
    [mandate] = session.mandates.of(case_id=case.id)
    day = session.clock.today()
    session.mandates.change(mandate.id, reports_due_on=(day,))

    newest, *_older = session.mandates.changes(mandate.id)

    assert session.mandates.read_change(newest) == [("reports_due_on", (), (day,))]

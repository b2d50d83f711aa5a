from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, PartyRole
from casedesk.domain.client import Client, ClientId
from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.domain.provider import (
    Accessibility,
    Provider,
    ProviderId,
    Service,
    ServiceKind,
    ServiceKindId,
    Wish,
)
from casedesk.services.providing import offered

if TYPE_CHECKING:
    from casedesk.services.session import Session

OWN = ServiceKindId("own")


@pytest.fixture
def network(session: Session) -> Session:
    """Three services and a physician of whom nothing is noted."""
    for name in ("Spitex Zürich", "Ambulanz Nord", "Fahrdienst"):
        session.organisations.add(Organisation(id=OrganisationId(name), name=name))
    session.persons.add(
        Person(id=PersonId("arzt"), given_name="Ömer", family_name="Şahin")
    )
    offers = (
        Provider(
            id=ProviderId("1"),
            organisation_id=OrganisationId("Spitex Zürich"),
            services=(Service.HOME_NURSING, OWN),
            regions=("Zürich", "80"),
            languages=("Türkisch",),
            accessibility=(Accessibility.HOME_VISITS,),
            waiting_weeks=2,
            verified_on=date(2026, 3, 1),
        ),
        Provider(
            id=ProviderId("2"),
            organisation_id=OrganisationId("Ambulanz Nord"),
            services=(Service.HOME_NURSING,),
            regions=("3000-3030",),
            waiting_weeks=10,
            verified_on=date(2025, 1, 1),
        ),
    )
    for each in offers:
        session.providers.add(each)
    return session


@pytest.mark.parametrize(
    ("wish", "names"),
    [
        pytest.param(
            Wish(),
            ["Ambulanz Nord", "Fahrdienst", "Ömer Şahin", "Spitex Zürich"],
            id="everybody, by name",
        ),
        pytest.param(Wish(typed="zuerich"), ["Spitex Zürich"], id="typed"),
        pytest.param(
            Wish(service=Service.HOME_NURSING),
            ["Ambulanz Nord", "Spitex Zürich"],
            id="service",
        ),
        pytest.param(Wish(service=OWN), ["Spitex Zürich"], id="own kind of service"),
        pytest.param(
            Wish(service=Service.HOME_NURSING, postcode="8004"),
            ["Spitex Zürich"],
            id="region",
        ),
        pytest.param(
            Wish(postcode="3011"),
            ["Ambulanz Nord", "Fahrdienst", "Ömer Şahin"],
            id="a region alone keeps those of whom none is known",
        ),
        pytest.param(Wish(language="türk"), ["Spitex Zürich"], id="language"),
        pytest.param(
            Wish(accessibility=(Accessibility.HOME_VISITS,)),
            ["Spitex Zürich"],
            id="accessibility",
        ),
        pytest.param(Wish(most_weeks=4), ["Spitex Zürich"], id="waiting time"),
        pytest.param(
            Wish(verified_since=date(2026, 1, 1)), ["Spitex Zürich"], id="verified"
        ),
        pytest.param(
            Wish(typed="ambulanz", service=Service.MEALS), [], id="nobody fits"
        ),
    ],
)
def test_who_fits_is_found(network: Session, wish: Wish, names: list[str]) -> None:
    found = [line.name for line in network.providing.find(wish)]

    assert sorted(found) == sorted(names)


def test_the_list_is_bounded(network: Session) -> None:
    assert len(network.providing.find(Wish(), limit=2)) == 2


def test_what_somebody_offers_is_begun_once(network: Session) -> None:
    person = network.persons.get("arzt")

    begun = network.providing.describe(person)

    assert network.providing.describe(person) == begun
    assert network.providing.of(person) == begun
    assert begun.person_id == "arzt"


def test_who_is_chosen_gets_a_part_in_the_case_and_only_one(network: Session) -> None:
    case = network.cases.open_for_new_client(
        Client(id=ClientId("anna"), family_name="Brunner"), Area.HEALTH_CARE
    )
    [line] = network.providing.find(Wish(service=OWN))

    party = network.providing.bring_in(case.id, line)

    assert party.roles == (PartyRole.CARE_SERVICE,)
    assert network.providing.bring_in(case.id, line) == party
    assert network.parties.of(case_id=case.id) == [party]


def test_kinds_of_services_are_hidden_and_added(network: Session) -> None:
    network.service_kinds.add(ServiceKind(id=OWN, name="Tiergestützte Hilfe"))
    network.service_kinds.add(
        ServiceKind(id=ServiceKindId(Service.MEALS.value), is_hidden=True)
    )

    kinds = offered(network.providing.service_kinds())

    assert Service.MEALS not in kinds
    assert kinds[-1] == OWN


def test_offers_go_with_whom_they_belong_to_and_come_back(network: Session) -> None:
    deed = network.organisations.remove("Ambulanz Nord")
    assert network.providers.find("2") is None

    network.organisations.take_back(deed)

    assert network.providers.get("2").waiting_weeks == 10

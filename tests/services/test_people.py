from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId, NumberScheme
from casedesk.services.people import number_is_plausible

if TYPE_CHECKING:
    from casedesk.services.session import Session


@pytest.mark.parametrize(
    ("scheme", "number", "plausible"),
    [
        pytest.param(NumberScheme.AHV, "756.9217.0769.85", True, id="AHV right"),
        pytest.param(NumberScheme.AHV, "756.9217.0769.84", False, id="AHV wrong"),
        pytest.param(NumberScheme.SVNR, "1237 010180", True, id="SVNR right"),
        pytest.param(NumberScheme.SVNR, "2237 010180", False, id="SVNR wrong"),
        pytest.param(NumberScheme.KVNR, "A123456780", True, id="KVNR right"),
        pytest.param(NumberScheme.POLICY, "whatever", True, id="no check digit"),
        pytest.param(NumberScheme.AHV, " ", True, id="nothing typed"),
    ],
)
def test_check_digits_are_looked_at(
    scheme: NumberScheme, number: str, plausible: bool
) -> None:
    assert number_is_plausible(scheme, number) is plausible


@pytest.mark.parametrize(
    ("family", "given", "alike"),
    [
        pytest.param("Brunner", "Anna", ["anna"], id="the same"),
        pytest.param("Bruner", "Ana", ["anna"], id="misspelled"),
        pytest.param("Brun", "", ["anna"], id="begun"),
        pytest.param("Oezdemir", "Fatma", ["fatma"], id="umlaut spelled out"),
        pytest.param("Zwygart", "Peter", [], id="somebody else"),
        pytest.param("B", "", [], id="one letter"),
    ],
)
def test_people_who_are_known_already_are_shown(
    session: Session, family: str, given: str, alike: list[str]
) -> None:
    for key, family_name, given_name in (
        ("anna", "Brunner", "Anna"),
        ("fatma", "Özdemir", "Fatma"),
    ):
        session.cases.open_for_new_client(
            Client(id=ClientId(key), family_name=family_name, given_name=given_name),
            Area.SOCIAL_WORK,
        )

    found = session.people.similar_clients(family, given)

    assert [client.id for client in found] == alike

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from casedesk.domain.attention import Due, DueKind
from casedesk.domain.case import CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.identity import new_id
from casedesk.domain.kvnr import is_kvnr
from casedesk.domain.network import Person, PersonId
from casedesk.domain.practice import Country, Language, home_language
from casedesk.domain.representation import (
    Representation,
    RepresentationId,
    RepresentationKind,
    kinds_in,
)
from casedesk.domain.spelling import folded

DAY = date(2026, 3, 14)


def test_names_are_put_together_without_gaps() -> None:
    client = Client(id=ClientId("c"), family_name="Özdemir", given_name="Fatma")
    person = Person(id=PersonId("p"), title="Dr.", family_name="Roth")

    assert client.full_name == "Fatma Özdemir"
    assert client.sorted_name == "Özdemir, Fatma"
    assert person.full_name == "Dr. Roth"


def test_each_country_offers_its_own_kinds_of_representation() -> None:
    assert RepresentationKind.CH_BEISTANDSCHAFT in kinds_in(Country.CH)
    assert RepresentationKind.CH_BEISTANDSCHAFT not in kinds_in(Country.AT)
    assert RepresentationKind.OTHER in kinds_in(Country.DE)


@pytest.mark.parametrize(
    ("begins", "ends", "valid"),
    [
        pytest.param(None, None, True, id="without dates"),
        pytest.param(DAY, DAY, True, id="on its only day"),
        pytest.param(date(2026, 3, 15), None, False, id="from tomorrow"),
        pytest.param(None, date(2026, 3, 13), False, id="until yesterday"),
    ],
)
def test_a_representation_is_valid_within_its_dates(
    begins: date | None, ends: date | None, valid: bool
) -> None:
    representation = Representation(
        id=RepresentationId("r"),
        client_id=ClientId("c"),
        valid_from=begins,
        valid_until=ends,
    )

    assert representation.is_valid_on(DAY) is valid


@pytest.mark.parametrize(
    ("number", "plausible"),
    [
        pytest.param("A123456780", True, id="right"),
        pytest.param("a123 456 780", True, id="small and spaced"),
        pytest.param("A123456781", False, id="wrong check digit"),
        pytest.param("B123456780", False, id="wrong letter"),
        pytest.param("A12345678", False, id="too short"),
    ],
)
def test_the_check_digit_of_a_german_health_insurance_number(
    number: str, plausible: bool
) -> None:
    assert is_kvnr(number) is plausible


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "mueller"),
        ("Strauß", "STRAUSS"),
        ("Łukasz", "lukasz"),
        ("Özdemir", "Oezdemir"),
        ("Renée", "renee"),
        ("IŞIK", "isik"),
    ],
)
def test_names_are_compared_whatever_their_spelling(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_umlauts_may_also_lose_their_dots() -> None:
    assert folded("Müller", spell_out=False) == "muller"


def test_ids_sort_by_time_and_are_uuids_of_version_seven() -> None:
    early = new_id(datetime(2026, 1, 1, tzinfo=UTC), bytes([255] * 10))
    late = new_id(datetime(2026, 1, 2, tzinfo=UTC), bytes(10))

    assert early < late
    assert UUID(early).version == 7


def test_what_is_missing_counts_as_overdue() -> None:
    missing = Due(
        case_id=CaseId("k"), kind=DueKind.NO_CONSENT, due_on=None, subject_id="k"
    )

    assert missing.is_overdue(DAY)


def test_every_country_has_its_german() -> None:
    assert [home_language(country) for country in Country] == [
        Language.DE_CH,
        Language.DE_DE,
        Language.DE_AT,
    ]

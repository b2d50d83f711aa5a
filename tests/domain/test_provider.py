from __future__ import annotations

import pytest

from casedesk.domain.network import OrganisationId, PersonId
from casedesk.domain.provider import (
    Provider,
    ProviderId,
    ProviderOfNobody,
    Service,
    Wish,
    check_provider,
    language_terms,
    region_terms,
    wanted_terms,
)


@pytest.mark.parametrize(
    ("regions", "postcode", "places", "is_served"),
    [
        pytest.param((), "8400", (), True, id="nothing is known"),
        pytest.param(("8400",), "", (), True, id="nothing is asked"),
        pytest.param(("8400",), "8400", (), True, id="the postcode"),
        pytest.param(("84",), "8400", (), True, id="its first digits"),
        pytest.param(("8000-8499",), "8400", (), True, id="a range"),
        pytest.param(("80-84",), "8404", (), True, id="a range of first digits"),
        pytest.param(("8000 – 8399",), "8400", (), False, id="beyond a range"),
        pytest.param(("3012",), "8400", (), False, id="another postcode"),
        pytest.param(
            ("Zürich",), "8400", ("ZUERICH",), True, id="a place, spelled out"
        ),
        pytest.param(("ZH", "TG"), "8400", ("Winterthur", "zh"), True, id="a canton"),
        pytest.param(("Bern",), "8400", ("Winterthur",), False, id="another place"),
        pytest.param(("Winterthur",), "8400", (), False, id="a place is no postcode"),
        pytest.param((" ", ""), "8400", (), True, id="blanks are nothing"),
    ],
)
def test_a_region_holds_postcodes_ranges_and_places(
    regions: tuple[str, ...], postcode: str, places: tuple[str, ...], is_served: bool
) -> None:
    wanted = wanted_terms(postcode, places)

    assert (not wanted or bool(wanted & region_terms(regions))) is is_served


def test_a_range_is_kept_as_the_beginnings_it_covers() -> None:
    assert region_terms(["8000-8499"]) == {"#80", "#81", "#82", "#83", "#84"}
    assert region_terms(["0998-1001"]) == {"#0998", "#0999", "#1000", "#1001"}
    assert region_terms(["0000-9999"]) == {"#"}


def test_a_language_is_found_however_it_is_written() -> None:
    assert language_terms(("Türkisch", " ", "Français")) == {"tuerkisch", "francais"}


def test_what_is_offered_belongs_to_one_somebody() -> None:
    both = Provider(
        id=ProviderId("1"),
        person_id=PersonId("p"),
        organisation_id=OrganisationId("o"),
    )

    for wrong in (both, Provider(id=ProviderId("2"))):
        with pytest.raises(ProviderOfNobody):
            check_provider(wrong)
    check_provider(Provider(id=ProviderId("3"), person_id=PersonId("p")))


def test_typing_alone_asks_for_no_offers() -> None:
    assert not Wish(typed="Spitex").asks_for_offers
    assert Wish(typed="Spitex", service=Service.HOME_NURSING).asks_for_offers

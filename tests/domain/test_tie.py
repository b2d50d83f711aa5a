from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from casedesk.domain.case import CaseId, PartyId, PartyRole
from casedesk.domain.tie import (
    Closeness,
    MapChangeKind,
    NetworkMapId,
    Quality,
    Sector,
    Tie,
    TieId,
    TieOfNobody,
    changes_between,
    check_tie,
    figures_of,
    sector_of,
)


def a_tie(name: str, **fields: Any) -> Tie:  # Any: the fields of a tie
    return Tie(
        id=TieId(f"{name} {fields.get('map_id', '')}"),
        case_id=CaseId("case"),
        map_id=NetworkMapId(fields.pop("map_id", "map")),
        name=name,
        **fields,
    )


def test_a_tie_leads_to_a_party_or_to_somebody_with_a_name() -> None:
    check_tie(a_tie("Rosa"))
    check_tie(replace(a_tie(""), party_id=PartyId("spitex")))

    with pytest.raises(TieOfNobody):
        check_tie(a_tie("  "))


@pytest.mark.parametrize(
    ("roles", "sector"),
    [
        pytest.param((PartyRole.FAMILY, PartyRole.PAYER), Sector.FAMILY, id="family"),
        pytest.param((PartyRole.VOLUNTEER,), Sector.FRIENDS, id="volunteer"),
        pytest.param((PartyRole.EMPLOYER,), Sector.WORK, id="employer"),
        pytest.param((PartyRole.INSURER,), Sector.PROFESSIONALS, id="insurer"),
        pytest.param((), Sector.PROFESSIONALS, id="not said"),
    ],
)
def test_a_party_is_put_where_its_role_belongs(
    roles: tuple[PartyRole, ...], sector: Sector
) -> None:
    assert sector_of(roles) is sector


def test_a_map_is_counted() -> None:
    ties = [
        a_tie("Rosa", sector=Sector.FRIENDS, quality=Quality.SUPPORTING),
        a_tie("Spitex", sector=Sector.PROFESSIONALS, deputises=True),
        a_tie("Heidi", sector=Sector.FAMILY, quality=Quality.BROKEN),
    ]

    figures = figures_of(ties)

    assert (figures.size, figures.professional_percent) == (3, 33)
    assert (figures.supporting, figures.burdening) == (1, 0)
    assert [tie.name for tie in figures.cut_off] == ["Heidi"]
    assert [tie.name for tie in figures.deputies] == ["Spitex"]
    assert figures.empty_sectors == (Sector.WORK,)


def test_an_empty_map_has_no_share() -> None:
    assert figures_of([]).professional_percent == 0


def test_changes_say_who_is_new_gone_closer_further_or_otherwise() -> None:
    earlier = [
        a_tie("Closer", closeness=Closeness.DISTANT),
        a_tie("Further", closeness=Closeness.CLOSE),
        a_tie("Otherwise", quality=Quality.NEUTRAL),
        a_tie("Same"),
        a_tie("Gone"),
    ]
    later = [
        a_tie("Closer", map_id="later", closeness=Closeness.MIDDLE),
        a_tie("Further", map_id="later", closeness=Closeness.MIDDLE),
        a_tie("otherwise ", map_id="later", quality=Quality.BURDENING),
        a_tie("Same", map_id="later", note="Only said more about it"),
        a_tie("New", map_id="later"),
    ]

    found = {c.kind: c.tie.name for c in changes_between(earlier, later)}

    assert found == {
        MapChangeKind.CLOSER: "Closer",
        MapChangeKind.FURTHER: "Further",
        MapChangeKind.OTHERWISE: "otherwise ",
        MapChangeKind.NEW: "New",
        MapChangeKind.GONE: "Gone",
    }


def test_a_party_is_the_same_on_two_maps_whatever_it_was_called() -> None:
    before = replace(a_tie("Brunner"), party_id=PartyId("daughter"))
    after = replace(a_tie("Zbinden", map_id="l"), party_id=PartyId("daughter"))

    assert changes_between([before], [after]) == []

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casedesk.domain.case import Area
from casedesk.domain.life_domain import (
    DomainSet,
    DomainSetId,
    LifeDomain,
    OwnDomain,
    OwnDomainId,
    domains_for,
    offered_domains,
)

TODAY = date(2026, 3, 14)
PETS = OwnDomain(id=OwnDomainId("pets"), name="Tiere", areas=(Area.SOCIAL_WORK,))


def test_without_a_set_all_domains_are_asked_about_and_own_ones_last() -> None:
    offered = offered_domains(Area.SOCIAL_WORK, [PETS], [], TODAY)

    assert offered == (*domains_for(Area.SOCIAL_WORK), "pets")


def test_own_domains_are_asked_about_in_their_areas_until_retired() -> None:
    everywhere = replace(PETS, areas=())
    retired = replace(everywhere, retired_on=TODAY)

    assert "pets" not in offered_domains(Area.HEALTH_CARE, [PETS], [], TODAY)
    assert "pets" in offered_domains(Area.HEALTH_CARE, [everywhere], [], TODAY)
    assert "pets" not in offered_domains(Area.HEALTH_CARE, [retired], [], TODAY)


def test_a_set_decides_which_domains_and_in_which_order() -> None:
    chosen = DomainSet(
        id=DomainSetId("set"),
        area=Area.SOCIAL_WORK,
        life_domains=(
            LifeDomain.WORK,
            PETS.id,
            LifeDomain.HOUSING,
            OwnDomainId("gone"),
        ),
    )

    offered = offered_domains(Area.SOCIAL_WORK, [PETS], [chosen], TODAY)

    assert offered == (LifeDomain.WORK, "pets", LifeDomain.HOUSING)
    assert offered_domains(Area.HEALTH_CARE, [], [chosen], TODAY) == domains_for(
        Area.HEALTH_CARE
    )

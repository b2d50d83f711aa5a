from __future__ import annotations

import pytest

from casedesk.domain.case import Area
from casedesk.domain.life_domain import LifeDomain, domains_for


@pytest.mark.parametrize("area", Area)
def test_every_area_shows_every_domain_once(area: Area) -> None:
    assert sorted(domains_for(area)) == sorted(LifeDomain)


def test_what_matters_most_comes_first() -> None:
    assert domains_for(Area.REHABILITATION)[0] is LifeDomain.WORK
    assert domains_for(Area.NURSING_CARE)[0] is LifeDomain.SELF_CARE

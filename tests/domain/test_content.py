from __future__ import annotations

from dataclasses import replace

import pytest

from casedesk.domain.care_slot import CareSlot, CareSlotId
from casedesk.domain.case import CaseId, PartyId, PartyRole
from casedesk.domain.content import (
    ANYTHING,
    PlanPart,
    kinds_in_domain,
    kinds_in_goal,
    kinds_in_part,
    kinds_in_week,
)
from casedesk.domain.data_category import DataCategory
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.minimisation import gets_neutral_texts, is_above_profile


@pytest.mark.parametrize("part", list(PlanPart))
def test_every_part_of_a_plan_tells_something(part: PlanPart) -> None:
    assert kinds_in_part(part)


@pytest.mark.parametrize("life_domain", [*LifeDomain, None])
def test_every_domain_of_life_tells_something(life_domain: LifeDomain | None) -> None:
    assert kinds_in_domain(life_domain)


def test_no_domain_or_part_that_tells_of_health_is_for_an_employer() -> None:
    told = [kinds_in_part(part) for part in PlanPart]
    told += [kinds_in_domain(each) for each in (*LifeDomain, None)]
    about_health = {DataCategory.HEALTH, DataCategory.MEDICATION}

    for kinds in told:
        above = {k for k in kinds if is_above_profile((PartyRole.EMPLOYER,), k)}
        assert not about_health.intersection(kinds) or above


@pytest.mark.parametrize(
    ("role", "is_neutral"),
    [
        pytest.param(PartyRole.EMPLOYER, True, id="an employer"),
        pytest.param(PartyRole.PAYER, True, id="a payer"),
        pytest.param(PartyRole.PHYSICIAN, False, id="a physician"),
    ],
)
def test_who_is_not_treating_gets_neutral_texts(
    role: PartyRole, is_neutral: bool
) -> None:
    assert gets_neutral_texts((role,)) is is_neutral


@pytest.mark.parametrize("life_domain", [*LifeDomain, None])
def test_a_goal_tells_what_its_domain_does_but_not_the_capacity_for_work(
    life_domain: LifeDomain | None,
) -> None:
    kinds = set(kinds_in_domain(life_domain))

    assert set(kinds_in_goal(life_domain)) == kinds - {DataCategory.WORK_CAPACITY}


def test_a_goal_tells_of_every_domain_whose_need_it_answers() -> None:
    both = set(kinds_in_goal(LifeDomain.WORK, LifeDomain.FINANCES))

    assert both == {
        *kinds_in_goal(LifeDomain.WORK),
        *kinds_in_goal(LifeDomain.FINANCES),
    }
    assert set(kinds_in_goal()) == set(kinds_in_goal(None))


USUAL = (DataCategory.IDENTITY, DataCategory.CARE_NEEDS, DataCategory.HOUSING_FAMILY)


def a_slot(life_domain: LifeDomain | None = None, what: str = "") -> CareSlot:
    return CareSlot(
        id=CareSlotId("slot"),
        case_id=CaseId("case"),
        life_domain=life_domain,
        what=what,
    )


def test_a_week_tells_what_its_times_are_about() -> None:
    counselled = a_slot(LifeDomain.ADDICTION, "Suchtberatung, Methadonabgabe")

    assert kinds_in_week((), ()) == USUAL
    assert kinds_in_week((counselled,), ()) == (*USUAL, DataCategory.ADDICTION)
    assert DataCategory.FINANCES in kinds_in_week((), (LifeDomain.FINANCES,))


def test_free_words_about_no_domain_may_tell_anything() -> None:
    assert kinds_in_week((a_slot(what="Methadonabgabe"),), ()) == ANYTHING
    assert kinds_in_week((a_slot(),), ()) != ANYTHING


def test_who_comes_tells_of_health() -> None:
    slot = replace(a_slot(LifeDomain.HOUSING), party_id=PartyId("nurse"))

    assert DataCategory.HEALTH in kinds_in_week((slot,), ())

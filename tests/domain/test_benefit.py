from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.benefit import (
    Application,
    Benefit,
    BenefitEndsBeforeItBegins,
    BenefitId,
    BenefitKind,
    WeeklyHelp,
    check_benefit,
    weekly_help,
    weekly_help_by_domain,
)
from casedesk.domain.case import CaseId
from casedesk.domain.life_domain import LifeDomain

TODAY = date(2026, 3, 14)
CARE = Benefit(
    id=BenefitId("care"),
    case_id=CaseId("case"),
    life_domain=LifeDomain.SELF_CARE,
    weekly_minutes=300,
)
DAUGHTER = replace(
    CARE, id=BenefitId("d"), kind=BenefitKind.INFORMAL_HELP, weekly_minutes=120
)


def test_formal_and_informal_help_are_counted_apart() -> None:
    assert weekly_help([CARE, DAUGHTER], TODAY) == WeeklyHelp(formal=300, informal=120)
    assert weekly_help([CARE, DAUGHTER], TODAY).total == 420


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(CARE, starts_on=date(2026, 3, 15)), id="not begun"),
        pytest.param(replace(CARE, ends_on=date(2026, 3, 13)), id="ended"),
        pytest.param(replace(CARE, application=Application.ASKED), id="only asked for"),
        pytest.param(replace(CARE, application=Application.REFUSED), id="refused"),
        pytest.param(replace(CARE, application=Application.APPEAL), id="in dispute"),
    ],
)
def test_only_what_the_client_gets_today_counts(other: Benefit) -> None:
    assert weekly_help([other], TODAY).total == 0


def test_the_last_day_still_counts() -> None:
    assert replace(CARE, starts_on=TODAY, ends_on=TODAY).runs_on(TODAY)


def test_help_is_counted_by_domain_of_life() -> None:
    other = replace(CARE, id=BenefitId("o"), life_domain=None, weekly_minutes=30)
    money = replace(CARE, id=BenefitId("m"), life_domain=LifeDomain.WORK)

    by_domain = weekly_help_by_domain(
        [CARE, DAUGHTER, other, replace(money, weekly_minutes=None)], TODAY
    )

    assert by_domain == {
        LifeDomain.SELF_CARE: WeeklyHelp(formal=300, informal=120),
        None: WeeklyHelp(formal=30),
    }


def test_a_benefit_does_not_end_before_it_begins() -> None:
    with pytest.raises(BenefitEndsBeforeItBegins):
        check_benefit(replace(CARE, starts_on=TODAY, ends_on=date(2026, 3, 13)))
    check_benefit(replace(CARE, starts_on=TODAY, ends_on=TODAY))

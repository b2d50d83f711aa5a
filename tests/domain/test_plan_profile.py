from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.plan import Plan, PlanId
from casedesk.domain.plan_profile import (
    Holder,
    PlanProfile,
    ProfileContent,
    fulfilments,
    is_too_late,
    latest_review,
    proposed_review,
)
from casedesk.domain.practice import Country

NEEDS = ProfileContent(key="needs", words="Bedarf", held_by=(Holder.NEEDS,))
REQUEST = ProfileContent(key="antrag", words="Antrag")
PROFILE = PlanProfile(
    id="probe",
    version="1",
    countries=(Country.DE,),
    name="Probe",
    law="§ 0",
    is_verified=True,
    longest_months=6,
    usual_months=12,
    contents=(REQUEST, NEEDS),
)
PLAN = Plan(
    id=PlanId("p"),
    case_id=CaseId("c"),
    valid_from=date(2026, 1, 31),
    next_review_on=date(2026, 8, 1),
)


@pytest.mark.parametrize(
    ("held", "texts", "filled"),
    [
        pytest.param((), {}, (False, False), id="nothing yet"),
        pytest.param((Holder.NEEDS,), {}, (False, True), id="held by the plan"),
        pytest.param((), {"antrag": "3. März"}, (True, False), id="written"),
        pytest.param((), {"antrag": "  "}, (False, False), id="blank is empty"),
    ],
)
def test_what_is_missing_is_said_and_never_blocks(
    held: tuple[Holder, ...], texts: dict[str, str], filled: tuple[bool, ...]
) -> None:
    found = fulfilments(PROFILE, held, texts)

    assert tuple(each.is_filled for each in found) == filled


def test_the_review_is_proposed_within_the_time_of_the_law() -> None:
    assert proposed_review(PROFILE, date(2026, 1, 31)) == date(2026, 7, 31)
    own_rhythm = replace(PROFILE, longest_months=None)
    assert proposed_review(own_rhythm, date(2026, 1, 31)) == date(2027, 1, 31)


def test_a_review_after_the_time_of_the_law_is_noticed() -> None:
    assert latest_review(PROFILE, PLAN) == date(2026, 7, 31)
    assert is_too_late(PROFILE, PLAN)
    assert not is_too_late(PROFILE, replace(PLAN, next_review_on=date(2026, 7, 31)))
    assert not is_too_late(PROFILE, replace(PLAN, valid_from=None))


def test_a_law_that_was_not_read_is_not_named() -> None:
    assert PROFILE.named_law == "§ 0"
    assert replace(PROFILE, is_verified=False).named_law == ""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.assessment import (
    Assessment,
    AssessmentId,
    ConfirmedBeforeHeld,
    DissentMissing,
    DomainEntry,
    DomainEntryId,
    Stance,
    check_confirmation,
    that_counts,
)
from casedesk.domain.case import Area, CaseId
from casedesk.domain.life_domain import LifeDomain, domains_for

TODAY = date(2026, 3, 14)


@pytest.mark.parametrize("area", Area)
def test_every_area_shows_every_domain_once(area: Area) -> None:
    assert sorted(domains_for(area)) == sorted(LifeDomain)


def test_what_matters_most_comes_first() -> None:
    assert domains_for(Area.REHABILITATION)[0] is LifeDomain.WORK
    assert domains_for(Area.NURSING_CARE)[0] is LifeDomain.SELF_CARE


DRAFT = Assessment(id=AssessmentId("a"), case_id=CaseId("case"), held_on=TODAY)
CONFIRMED = replace(DRAFT, confirmed_on=TODAY)


def test_the_draft_counts_until_an_assessment_is_confirmed() -> None:
    review = replace(DRAFT, id=AssessmentId("b"), version=2)

    assert that_counts([DRAFT]) is DRAFT
    assert that_counts([CONFIRMED, review]) is CONFIRMED
    assert that_counts([CONFIRMED, replace(review, confirmed_on=TODAY)]).version == 2


def test_nothing_is_confirmed_before_it_was_held() -> None:
    with pytest.raises(ConfirmedBeforeHeld):
        check_confirmation(replace(CONFIRMED, confirmed_on=date(2026, 3, 13)))
    check_confirmation(CONFIRMED)


@pytest.mark.parametrize("stance", [Stance.IN_PART, Stance.DISAGREES])
def test_dissent_is_noted_where_the_client_does_not_agree(stance: Stance) -> None:
    with pytest.raises(DissentMissing):
        check_confirmation(replace(CONFIRMED, stance=stance, dissent=" "))
    check_confirmation(replace(CONFIRMED, stance=stance, dissent="«Nein.»"))


def test_an_entry_is_empty_until_something_is_written_or_rated() -> None:
    entry = DomainEntry(
        id=DomainEntryId("e"),
        case_id=CaseId("case"),
        assessment_id=DRAFT.id,
        life_domain=LifeDomain.WORK,
    )

    assert entry.is_empty
    assert not replace(entry, risk="Sturz").is_empty
    assert not replace(entry, burden_self=0).is_empty

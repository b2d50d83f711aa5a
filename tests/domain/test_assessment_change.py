from __future__ import annotations

from dataclasses import replace

import pytest

from casedesk.domain.assessment import (
    Assessment,
    AssessmentId,
    DomainEntry,
    DomainEntryId,
    NeedLevel,
    Source,
)
from casedesk.domain.assessment_change import (
    ChangeState,
    changed_fields,
    changed_head,
    compared,
    state_beside,
    taken_over,
)
from casedesk.domain.case import CaseId
from casedesk.domain.life_domain import LifeDomain, OwnDomainId

CASE = CaseId("case")
EMPTY = DomainEntry(
    id=DomainEntryId("now"),
    case_id=CASE,
    assessment_id=AssessmentId("second"),
    life_domain=LifeDomain.MOBILITY,
)
BEFORE = replace(
    EMPTY,
    id=DomainEntryId("before"),
    assessment_id=AssessmentId("first"),
    situation="80 Meter",
    situation_source=Source.OBSERVATION,
    burden=7,
    need_level=NeedLevel.AT_ONCE,
)


@pytest.mark.parametrize(
    ("before", "after", "state"),
    [
        pytest.param(None, EMPTY, ChangeState.EMPTY, id="nothing then, nothing now"),
        pytest.param(EMPTY, BEFORE, ChangeState.NEW, id="nothing then"),
        pytest.param(BEFORE, EMPTY, ChangeState.NOT_YET, id="nothing now"),
        pytest.param(BEFORE, BEFORE, ChangeState.UNCHANGED, id="the same"),
        pytest.param(
            BEFORE, replace(BEFORE, burden=3), ChangeState.CHANGED, id="another number"
        ),
        pytest.param(
            BEFORE,
            replace(BEFORE, situation_source=Source.DOCUMENT),
            ChangeState.CHANGED,
            id="another source",
        ),
    ],
)
def test_a_domain_stands_beside_the_earlier_one(
    before: DomainEntry | None, after: DomainEntry, state: ChangeState
) -> None:
    assert state_beside(before, after) is state


def test_taking_over_makes_a_domain_unchanged() -> None:
    taken = taken_over(BEFORE, EMPTY)

    assert state_beside(BEFORE, taken) is ChangeState.UNCHANGED
    assert taken.id == EMPTY.id


def test_taking_over_never_overwrites_what_was_typed() -> None:
    typed = replace(EMPTY, situation="250 Meter", burden=0)

    taken = taken_over(BEFORE, typed)

    assert (taken.situation, taken.burden) == ("250 Meter", 0)
    assert taken.situation_source is None
    assert taken.need_level is NeedLevel.AT_ONCE
    assert changed_fields(BEFORE, taken) == ("situation", "burden")


def test_every_domain_of_both_is_compared_once_in_the_later_order() -> None:
    own = replace(BEFORE, life_domain=OwnDomainId("own"))
    work = replace(EMPTY, life_domain=LifeDomain.WORK)

    changes = compared([BEFORE, own], [work, EMPTY])

    assert [change.life_domain for change in changes] == [
        LifeDomain.WORK,
        LifeDomain.MOBILITY,
        "own",
    ]


def test_texts_about_the_whole_are_compared() -> None:
    before = Assessment(id=AssessmentId("first"), case_id=CASE, summary="alt")
    after = replace(before, summary="neu", place="zu Hause")

    assert changed_head(before, after) == ("summary",)

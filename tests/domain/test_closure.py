from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.closure import (
    NEEDED,
    ClosingFacts,
    ClosingPoint,
    ClosingReason,
    Closure,
    ClosureId,
    FollowUp,
    OpenPoint,
    follow_up_on,
    may_close,
    open_points,
)
from casedesk.domain.retention import RetentionRule

DAY = date(2026, 3, 14)
CLOSURE = Closure(
    id=ClosureId("c"),
    case_id=CaseId("k"),
    reason=ClosingReason.GOALS_REACHED,
    talk_on=DAY,
    aftercare="Die Hausärztin",
    follow_up=FollowUp.NONE,
    retention=RetentionRule.CH_CONTRACT,
    told="Spitex und Hausärztin",
)
FACTS = ClosingFacts(is_evaluated=True, signed=("c",))
EACH = [
    (replace(CLOSURE, reason=None), FACTS, ClosingPoint.NO_REASON),
    (replace(CLOSURE, talk_on=None), FACTS, ClosingPoint.NO_TALK),
    (replace(CLOSURE, aftercare=" "), FACTS, ClosingPoint.NO_AFTERCARE),
    (replace(CLOSURE, follow_up=None), FACTS, ClosingPoint.NO_FOLLOW_UP),
    (replace(CLOSURE, retention=None), FACTS, ClosingPoint.NO_RETENTION),
    (CLOSURE, replace(FACTS, is_evaluated=False), ClosingPoint.NO_EVALUATION),
    (CLOSURE, replace(FACTS, open_reviews=("r",)), ClosingPoint.OPEN_REVIEW),
    (CLOSURE, replace(FACTS, open_tasks=("t",)), ClosingPoint.OPEN_TASK),
    (CLOSURE, replace(FACTS, endless_measures=("m",)), ClosingPoint.ENDLESS_MEASURE),
    (CLOSURE, replace(FACTS, unsigned=("c",)), ClosingPoint.UNSIGNED),
    (CLOSURE, replace(FACTS, in_force=("c",)), ClosingPoint.DECLARATION_IN_FORCE),
    (replace(CLOSURE, told=""), FACTS, ClosingPoint.NOBODY_TOLD),
    (CLOSURE, replace(FACTS, originals_out=("c",)), ClosingPoint.ORIGINAL_OUT),
    (CLOSURE, replace(FACTS, open_risks=("r",)), ClosingPoint.OPEN_RISK),
    (CLOSURE, replace(FACTS, unbilled=("e",)), ClosingPoint.UNBILLED),
    (CLOSURE, replace(FACTS, open_claims=("a",)), ClosingPoint.OPEN_CLAIM),
    (CLOSURE, replace(FACTS, open_referrals=("r",)), ClosingPoint.OPEN_REFERRAL),
    (CLOSURE, replace(FACTS, open_approvals=("a",)), ClosingPoint.OPEN_APPROVAL),
    (CLOSURE, replace(FACTS, open_conferences=("k",)), ClosingPoint.OPEN_CONFERENCE),
]


def test_nothing_is_open_where_all_is_done() -> None:
    assert open_points(CLOSURE, FACTS) == []
    assert may_close(CLOSURE, [])


@pytest.mark.parametrize(("closure", "facts", "point"), EACH)
def test_each_point_is_found_alone(
    closure: Closure, facts: ClosingFacts, point: ClosingPoint
) -> None:
    [found] = open_points(closure, facts)

    assert found.point is point
    assert not may_close(closure, [found])
    explained = replace(closure, left_open="Folgt nächste Woche")
    assert may_close(explained, [found]) is (point not in NEEDED)


def test_every_point_has_its_test() -> None:
    assert {point for _closure, _facts, point in EACH} == set(ClosingPoint)


def test_a_point_names_its_records() -> None:
    facts = replace(FACTS, open_tasks=("a", "b"))

    assert open_points(CLOSURE, facts) == [
        OpenPoint(point=ClosingPoint.OPEN_TASK, subject_ids=("a", "b"))
    ]


def test_without_a_talk_a_reason_does_and_without_declarations_nobody_is_told() -> None:
    without_talk = replace(CLOSURE, talk_on=None, no_talk_reason="verstorben")
    untold = replace(CLOSURE, told="")

    assert open_points(without_talk, FACTS) == []
    assert open_points(untold, replace(FACTS, signed=())) == []


@pytest.mark.parametrize(
    ("follow_up", "expected"),
    [
        (FollowUp.NONE, None),
        (FollowUp.THREE_MONTHS, date(2026, 6, 14)),
        (FollowUp.SIX_MONTHS, date(2026, 9, 14)),
        (FollowUp.TWELVE_MONTHS, date(2027, 3, 14)),
    ],
)
def test_when_the_client_is_asked_once_more(
    follow_up: FollowUp, expected: date | None
) -> None:
    assert follow_up_on(replace(CLOSURE, follow_up=follow_up), DAY) == expected

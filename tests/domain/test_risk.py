from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casedesk.domain.case import CaseId
from casedesk.domain.risk import (
    Risk,
    RiskEndsBeforeItBegins,
    RiskGap,
    RiskId,
    RiskWeight,
    Told,
    check_risk,
    in_order,
    warnings,
)

DAY = date(2026, 3, 14)
RISK = Risk(
    id=RiskId("r"),
    case_id=CaseId("k"),
    noted_on=DAY,
    reason="Zweimal gestürzt",
    review_on=DAY,
    told=Told.TOLD,
)


@pytest.mark.parametrize(
    ("risk", "expected"),
    [
        (RISK, []),
        (replace(RISK, reason=" "), [RiskGap.NO_REASON]),
        (replace(RISK, review_on=None), [RiskGap.NO_REVIEW]),
        (replace(RISK, told=None), [RiskGap.TOLD_UNKNOWN]),
        (replace(RISK, told=Told.NOT_TOLD), [RiskGap.NOT_TOLD_UNEXPLAINED]),
        (replace(RISK, told=Told.NOT_TOLD, told_note="würde verzweifeln"), []),
        (replace(RISK, reason="", review_on=None, ended_on=DAY), []),
    ],
)
def test_what_a_note_lacks(risk: Risk, expected: list[RiskGap]) -> None:
    assert risk.gaps == expected


def test_open_and_grave_ones_come_first_and_stand_on_the_head() -> None:
    high = replace(RISK, id=RiskId("high"), weight=RiskWeight.HIGH)
    quiet = replace(RISK, id=RiskId("quiet"), stands_on_head=False)
    over = replace(high, id=RiskId("over"), ended_on=DAY)

    assert in_order([over, quiet, RISK, high]) == [high, quiet, RISK, over]
    assert warnings([over, quiet, RISK, high]) == [high, RISK]


def test_a_risk_is_not_over_before_it_was_noted() -> None:
    check_risk(replace(RISK, ended_on=DAY))
    with pytest.raises(RiskEndsBeforeItBegins):
        check_risk(replace(RISK, ended_on=DAY - timedelta(days=1)))

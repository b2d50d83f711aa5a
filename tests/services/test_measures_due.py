"""What runs out around the approval of a measure, at the day of the tests."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from casedesk.domain.attention import DueKind
from casedesk.domain.case import Area
from casedesk.domain.client import Client, ClientId
from casedesk.domain.measure import MeasureState

if TYPE_CHECKING:
    from casedesk.services.session import Session

BEFORE, SOON, LATE = date(2026, 3, 1), date(2026, 4, 1), date(2026, 6, 1)
APPROVAL, APPEAL = DueKind.MEASURE_APPROVAL_ENDS, DueKind.MEASURE_APPEAL_ENDS


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {"granted_on": BEFORE, "granted_until": SOON},
            {APPROVAL: SOON},
            id="an approval that ends soon",
        ),
        pytest.param(
            {"granted_on": BEFORE, "granted_until": LATE}, {}, id="it ends much later"
        ),
        pytest.param(
            {
                "granted_on": BEFORE,
                "granted_until": SOON,
                "state": MeasureState.DONE,
            },
            {},
            id="the measure is done by then",
        ),
        pytest.param(
            {"refused_on": BEFORE, "appeal_until": SOON},
            {APPEAL: SOON},
            id="refused, an appeal is possible",
        ),
        pytest.param(
            {
                "refused_on": BEFORE,
                "appeal_until": SOON,
                "state": MeasureState.REFUSED,
            },
            {APPEAL: SOON},
            id="noted as refused, an appeal is possible",
        ),
        pytest.param(
            {
                "refused_on": BEFORE,
                "appeal_until": SOON,
                "appealed_on": date(2026, 3, 10),
            },
            {},
            id="the appeal is filed",
        ),
        pytest.param(
            {
                "refused_on": BEFORE,
                "appeal_until": SOON,
                "granted_on": date(2026, 3, 10),
            },
            {},
            id="granted all the same",
        ),
        pytest.param(
            {"refused_on": BEFORE, "appeal_until": SOON, "granted_on": BEFORE},
            {APPEAL: SOON},
            id="granted and refused on one day: the refusal counts",
        ),
        pytest.param(
            {
                "refused_on": BEFORE,
                "appeal_until": SOON,
                "state": MeasureState.DROPPED,
            },
            {},
            id="nobody wants it any more",
        ),
    ],
)
def test_days_of_the_approval_are_due(
    session: Session, changes: dict[str, Any], expected: dict[DueKind, date]
) -> None:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case = session.cases.open_for_new_client(client, Area.HEALTH_CARE)
    goal = session.planning.add_goal(case.id)
    measure = session.planning.add_measure(goal.id)

    session.measures.change(measure.id, **changes)

    found = {
        due.kind: due.due_on
        for due in session.cases.due(case.id)
        if due.subject_id == measure.id
    }
    assert found == expected

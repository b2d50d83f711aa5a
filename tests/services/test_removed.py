from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, Case
from casedesk.domain.client import Client, ClientId
from casedesk.domain.measure import Measure, MeasureId

if TYPE_CHECKING:
    from casedesk.services.session import Session


@pytest.fixture
def case(session: Session) -> Case:
    anna = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(anna, Area.NURSING_CARE)


def test_a_removed_goal_comes_back_with_its_measures(
    session: Session, case: Case
) -> None:
    goal = session.planning.add_goal(case.id)
    session.goals.change(goal.id, wording="Geht zum Laden")
    session.measures.add(
        Measure(id=MeasureId("m"), case_id=case.id, goal_id=goal.id, what="Übt")
    )
    session.goals.remove(goal.id)

    [removed] = session.removed.of_case(case.id)
    assert removed.table_name == "goal"
    assert removed.excerpt == "Geht zum Laden"
    session.removed.take_back(removed)

    assert session.goals.get(goal.id).wording == "Geht zum Laden"
    assert session.measures.get("m").what == "Übt"
    assert session.removed.of_case(case.id) == []


def test_only_what_was_removed_in_this_case_is_listed(
    session: Session, case: Case
) -> None:
    other = session.cases.open_case(case.client_id, Area.SOCIAL_WORK)
    session.goals.remove(session.planning.add_goal(other.id).id)

    assert session.removed.of_case(case.id) == []
    assert len(session.removed.of_case(other.id)) == 1

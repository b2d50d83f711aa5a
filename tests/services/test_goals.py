from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.goal import GoalEnding
from casedesk.services.goals import accept_goals

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def test_a_measure_that_serves_another_goal_outlives_the_first(
    session: Session, case_id: CaseId
) -> None:
    first, second = [session.planning.add_goal(case_id).id for _ in range(2)]
    shared = session.planning.add_measure(first).id
    alone = session.planning.add_measure(first).id
    session.measures.change(shared, further_goal_ids=(second,))

    deed = session.goal_setting.remove(first)

    kept = session.measures.get(shared)
    assert (kept.goal_id, kept.further_goal_ids) == (second, (first,))
    assert session.measures.find(alone) is None

    session.goals.take_back(deed)
    assert session.goals.find(first) is not None
    assert session.measures.get(alone).goal_id == first
    assert session.measures.get(shared).goal_ids == (second, first)


def test_a_measure_goes_with_its_goal_if_the_others_are_gone(
    session: Session, case_id: CaseId
) -> None:
    first, second = [session.planning.add_goal(case_id).id for _ in range(2)]
    measure = session.planning.add_measure(first).id
    session.measures.change(measure, further_goal_ids=(second,))
    session.goal_setting.remove(second)

    session.goal_setting.remove(first)

    assert session.measures.find(measure) is None


def test_who_agrees_to_the_plan_agrees_to_the_goals_that_are_pursued(
    session: Session, case_id: CaseId
) -> None:
    goals = [session.planning.add_goal(case_id) for _ in range(4)]
    fresh, earlier, rejected, not_on_paper = goals
    session.goals.change(earlier.id, accepted_on=date(2026, 1, 1))
    session.goals.change(rejected.id, ending=GoalEnding.REJECTED)

    with session._database.write("plan.agree", case_id) as tables:
        accept_goals(tables, case_id, TODAY, {fresh.id, earlier.id, rejected.id})

    accepted = {g.id: g.accepted_on for g in session.goals.of(case_id=case_id)}
    assert accepted == {
        fresh.id: TODAY,
        earlier.id: date(2026, 1, 1),
        rejected.id: None,
        not_on_paper.id: None,
    }

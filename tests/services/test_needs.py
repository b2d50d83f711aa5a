from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.goal import GoalEnding
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.no_goal import Decider, NoGoalGround

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    case_id = session.cases.open_for_new_client(client, Area.HEALTH_CARE).id
    levels = {
        LifeDomain.MOBILITY: NeedLevel.SOON,
        LifeDomain.HOUSING: NeedLevel.AT_ONCE,
        LifeDomain.WORK: NeedLevel.WATCH,
    }
    for entry in session.domain_entries.of(case_id=case_id):
        if entry.life_domain in levels:
            session.domain_entries.change(
                entry.id,
                need_level=levels[entry.life_domain],  # type: ignore[index]  # known
            )
    return case_id


def open_domains(session: Session, case_id: CaseId) -> list[object]:
    return [entry.life_domain for entry in session.needs.unmet(case_id).needs]


def test_needs_without_a_goal_are_told_the_most_pressing_first(
    session: Session, case_id: CaseId
) -> None:
    assert open_domains(session, case_id) == [LifeDomain.HOUSING, LifeDomain.MOBILITY]

    goal = session.planning.add_goal(case_id, LifeDomain.HOUSING)
    session.goals.change(goal.id, further_domains=(LifeDomain.MOBILITY,))
    assert open_domains(session, case_id) == []

    session.goals.change(goal.id, ending=GoalEnding.REJECTED)
    assert len(open_domains(session, case_id)) == 2


def test_a_need_left_without_a_goal_is_told_with_the_reason_and_can_be_taken_back(
    session: Session, case_id: CaseId
) -> None:
    decided = session.needs.leave_without_goal(
        case_id, LifeDomain.HOUSING, NoGoalGround.NOT_WISHED
    )

    unmet = session.needs.unmet(case_id)
    assert [entry.life_domain for entry in unmet.needs] == [LifeDomain.MOBILITY]
    assert unmet.no_goals == (decided,)
    assert (decided.decided_on, decided.decided_by) == (TODAY, Decider.CLIENT)

    session.needs.take_back(decided.id)
    unmet = session.needs.unmet(case_id)
    assert unmet.needs[0].life_domain is LifeDomain.HOUSING
    assert unmet.no_goals == ()
    assert session.no_goals.get(decided.id).taken_back_on == TODAY


def test_deciding_again_changes_the_decision_that_stands(
    session: Session, case_id: CaseId
) -> None:
    first = session.needs.leave_without_goal(
        case_id, LifeDomain.HOUSING, NoGoalGround.OTHER
    )
    assert LifeDomain.HOUSING in open_domains(session, case_id)

    again = session.needs.leave_without_goal(
        case_id, LifeDomain.HOUSING, NoGoalGround.LATER
    )

    assert again.id == first.id
    assert session.no_goals.of(case_id=case_id) == [again]
    assert LifeDomain.HOUSING not in open_domains(session, case_id)


def test_a_decision_is_not_told_while_a_goal_answers_the_need(
    session: Session, case_id: CaseId
) -> None:
    session.needs.leave_without_goal(case_id, LifeDomain.HOUSING, NoGoalGround.LATER)

    session.planning.add_goal(case_id, LifeDomain.HOUSING)

    assert session.needs.unmet(case_id).no_goals == ()

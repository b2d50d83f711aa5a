from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from services.agreeing import agree

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.life_domain import LifeDomain
from casedesk.domain.plan import Agreement, VersionNotAgreed

if TYPE_CHECKING:
    from casedesk.services.session import Session

TODAY = date(2026, 3, 14)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def test_agreeing_puts_the_plan_in_force(session: Session, case_id: CaseId) -> None:
    agreed = agree(session, case_id, TODAY, Agreement.ORAL, "Am Telefon vereinbart")

    assert session.planning.latest(case_id) == agreed
    assert (agreed.agreed_on, agreed.agreed_by) == (TODAY, Agreement.ORAL)
    assert agreed.valid_from == TODAY


def test_agreeing_leaves_a_day_that_was_set_for_the_beginning(
    session: Session, case_id: CaseId
) -> None:
    plan = session.planning.latest(case_id)
    session.plans.change(plan.id, valid_from=date(2026, 4, 1))

    agreed = agree(session, case_id, TODAY)

    assert agreed.valid_from == date(2026, 4, 1)


def test_a_new_version_takes_over_the_texts_but_not_the_agreement(
    session: Session, case_id: CaseId
) -> None:
    plan = session.planning.latest(case_id)
    session.plans.change(plan.id, crisis_plan="Notruf 144", dissent="zu viel")
    first = agree(session, case_id, TODAY)

    second = session.planning.new_version(case_id)

    assert session.plans.of(case_id=case_id) == [first, second]
    assert (second.version, second.crisis_plan) == (2, "Notruf 144")
    assert (second.agreed_on, second.valid_from, second.dissent) == (None, None, "")


def test_there_is_no_new_version_before_the_last_one_is_agreed(
    session: Session, case_id: CaseId
) -> None:
    with pytest.raises(VersionNotAgreed):
        session.planning.new_version(case_id)

    assert len(session.plans.of(case_id=case_id)) == 1


def test_goals_move_up_and_down_and_stop_at_the_ends(
    session: Session, case_id: CaseId
) -> None:
    a, b, c = [session.planning.add_goal(case_id).id for _ in range(3)]

    session.planning.move_goal_up(c)
    session.planning.move_goal_down(a)
    session.planning.move_goal_up(c)
    moved = session.planning.move_goal_down(b)

    assert [goal.id for goal in moved] == [c, a, b]
    assert session.goals.of(case_id=case_id) == moved


def test_goals_and_measures_are_added_after_the_others(
    session: Session, case_id: CaseId
) -> None:
    first = session.planning.add_goal(case_id)
    goal = session.planning.add_goal(case_id, LifeDomain.HOUSING)
    measures = [session.planning.add_measure(goal.id) for _ in range(2)]

    assert session.goals.of(case_id=case_id) == [first, goal]
    assert goal.life_domain is LifeDomain.HOUSING
    assert session.measures.of(goal_id=goal.id) == measures
    assert session.measures.of(goal_id=first.id) == []


def test_deeds_on_plans_are_announced(session: Session, case_id: CaseId) -> None:
    heard: list[str] = []
    session.announcer.listen(heard.append)

    goal = session.planning.add_goal(case_id)
    session.planning.add_measure(goal.id)
    session.planning.move_goal_up(goal.id)
    agree(session, case_id, TODAY)
    session.planning.new_version(case_id)

    assert heard == [
        "goal",
        "measure",
        "goal",
        "plan",
        "goal",
        "document",
        "plan",
    ]

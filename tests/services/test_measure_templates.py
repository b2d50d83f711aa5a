from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.measure_template import StepKind, dated
from casedesk.domain.problems import ChangedSince
from casedesk.domain.task import TaskOwner

if TYPE_CHECKING:
    from casedesk.domain.measure_template import DatedStep
    from casedesk.services.session import Session

DISCHARGE = date(2026, 3, 20)


@pytest.fixture
def case_id(session: Session) -> CaseId:
    client = Client(id=ClientId("anna"), family_name="Brunner")
    return session.cases.open_for_new_client(client, Area.HEALTH_CARE).id


def the_discharge(session: Session) -> list[DatedStep]:
    [template] = [t for t in session.templates.all() if "discharge" in t.id]
    return dated(session.templates.steps(template.id), DISCHARGE)


def test_a_template_becomes_a_goal_with_dated_measures_and_tasks(
    session: Session, case_id: CaseId
) -> None:
    steps = the_discharge(session)

    made = session.templates.make(case_id, "Ich komme heim", steps)

    [goal] = session.goals.of(case_id=case_id)
    measures = session.measures.of(goal_id=goal.id)
    tasks = session.tasks.of(case_id=case_id)
    of_kind = [each.step.kind for each in steps]
    assert (goal.id, goal.wording) == (made.goal_id, "Ich komme heim")
    assert len(measures) == of_kind.count(StepKind.MEASURE)
    assert len(tasks) == of_kind.count(StepKind.TASK)
    by_day = sorted(tasks, key=lambda task: str(task.due_on))
    assert by_day[0].due_on == date(2026, 3, 13)
    assert by_day[0].responsible is TaskOwner.USER
    assert (by_day[0].source_noun, by_day[0].source_id) == ("goal", goal.id)
    assert measures[0].starts_on == min(m.starts_on for m in measures if m.starts_on)
    assert [m.position for m in measures] == list(range(1, len(measures) + 1))


def test_one_step_takes_all_of_it_back(session: Session, case_id: CaseId) -> None:
    goal = session.planning.add_goal(case_id)
    before = session.planning.add_measure(goal.id)
    steps = the_discharge(session)

    made = session.templates.make(case_id, goal.id, steps)
    assert made.goal_id == goal.id
    added = session.measures.of(goal_id=goal.id)[1:]
    assert added[0].position == before.position + 1

    session.records("measure_template").take_back(made.deed)

    assert session.goals.of(case_id=case_id) == [goal]
    assert session.measures.of(case_id=case_id) == [before]
    assert session.tasks.of(case_id=case_id) == []


def test_what_was_written_since_is_not_taken_back(
    session: Session, case_id: CaseId
) -> None:
    made = session.templates.make(case_id, "Ich komme heim", the_discharge(session))
    session.goals.change(made.goal_id, wording="Ich komme bis Ostern heim")
    before = session.measures.of(case_id=case_id)

    with pytest.raises(ChangedSince):
        session.records("measure_template").take_back(made.deed)

    assert session.goals.get(made.goal_id).wording == "Ich komme bis Ostern heim"
    assert session.measures.of(case_id=case_id) == before


def test_what_was_added_by_hand_is_not_taken_back_with_a_template(
    session: Session, case_id: CaseId
) -> None:
    made = session.templates.make(case_id, "Ich komme heim", the_discharge(session))
    own = session.planning.add_measure(made.goal_id)

    with pytest.raises(ChangedSince):
        session.records("measure_template").take_back(made.deed)

    assert own in session.measures.of(case_id=case_id)


def test_measures_of_a_case_become_an_own_template_that_can_be_used_again(
    session: Session, case_id: CaseId
) -> None:
    goal = session.planning.add_goal(case_id)
    measure = session.planning.add_measure(goal.id)
    measure = session.measures.change(
        measure.id, what="Rollator", starts_on=date(2026, 3, 18), result="passt"
    )

    saved = session.templates.save("Heimkehr", "Austritt", DISCHARGE, [measure])

    [own, *shipped] = session.templates.all()
    assert own == saved
    assert len(shipped) == 3
    [step] = dated(session.templates.steps(saved.id), date(2026, 5, 10))
    assert (step.step.what, step.starts_on) == ("Rollator", date(2026, 5, 8))


def test_an_own_template_goes_with_its_steps_and_comes_back_with_them(
    session: Session, case_id: CaseId
) -> None:
    goal = session.planning.add_goal(case_id)
    measure = session.planning.add_measure(goal.id)
    saved = session.templates.save("Heimkehr", "", DISCHARGE, [measure])

    deed = session.measure_templates.remove(saved.id)
    assert session.template_steps.all() == []

    session.measure_templates.take_back(deed)
    assert len(session.templates.steps(saved.id)) == 1

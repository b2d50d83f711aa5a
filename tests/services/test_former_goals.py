"""A goal that was removed before the scale changed comes back on the scale of today."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from services.paper_case import a_paper_case

from casedesk.domain.goal import Achievement, GoalEnding, check_goal

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.services.session import Session


def noted_before(
    session: Session, case_id: CaseId, goal_id: str, kind: str, **old: object
) -> int:
    """Note of a goal what an earlier version did; return the number of the deed."""
    stored: dict[str, object] = {
        "id": goal_id,
        "case_id": case_id,
        "position": 1,
        "life_domain": None,
        "wording": "Geht zum Laden",
        "professional_wording": "",
        "baseline": "",
        "indicator": "",
        "target_on": None,
        "progress": None,
    }
    with session.goals._database.write("goal.change", goal_id) as tables:
        deed = tables.deeds.latest()
        tables.history._connection.execute(
            "INSERT INTO history (deed, table_name, record_id, kind, before)"
            " VALUES (?, 'goal', ?, ?, ?)",
            (deed, goal_id, kind, json.dumps(stored | old)),
        )
    return deed


@pytest.mark.parametrize(
    ("state", "importance", "now"),
    [
        ("reached", 8, (3, GoalEnding.COMPLETED, Achievement.ACHIEVED)),
        ("partly", 6, (2, GoalEnding.COMPLETED, Achievement.PARTLY_ACHIEVED)),
        ("not_reached", 1, (1, GoalEnding.COMPLETED, Achievement.NOT_ACHIEVED)),
        ("given_up", 0, (0, GoalEnding.CANCELLED, None)),
        ("open", None, (None, None, None)),
    ],
)
def test_a_goal_removed_by_an_earlier_version_comes_back_as_it_stood(
    session: Session,
    state: str,
    importance: int | None,
    now: tuple[int | None, GoalEnding | None, Achievement | None],
) -> None:
    case_id = a_paper_case(session).case.id
    old = {"state": state, "importance": importance}
    deed = noted_before(session, case_id, "former", "removed", **old)

    session.goals.take_back(deed)

    goal = session.goals.get("former")
    assert goal.wording == "Geht zum Laden"
    assert (goal.importance, goal.ending, goal.achievement) == now
    check_goal(goal)


def test_an_importance_of_an_earlier_version_is_put_back_on_the_scale_of_today(
    session: Session,
) -> None:
    case_id = a_paper_case(session).case.id
    goal_id = session.planning.add_goal(case_id).id
    noted_before(session, case_id, goal_id, "changed", state="open", importance=9)

    change = session.goals.changes(goal_id)[0]
    session.goals.restore(goal_id, change.number)

    assert session.goals.get(goal_id).importance == 3

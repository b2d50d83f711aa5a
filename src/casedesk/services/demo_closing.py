"""Puts evaluations and closings into the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.closure import Closure
from casedesk.domain.evaluation import Evaluation, GoalResult
from casedesk.domain.retention import keep_until
from casedesk.services import demo_content
from casedesk.services.demo_monitoring import case_of
from casedesk.services.demo_writer import made

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casedesk.domain.case import CaseId
    from casedesk.services.clock import Clock
    from casedesk.services.demo_content import Toml
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

FILE = "monitoring/closed.toml"


def add_closings(database: Database, clock: Clock) -> None:
    """Add how each closed case was evaluated and closed."""
    toml = demo_content.part(FILE, clock.today())
    with database.write("demo.closings") as tables:
        for each in toml["cases"]:
            case_id = case_of(tables, each["family_name"])
            if "evaluation" in each:
                _add_evaluation(tables, case_id, each["evaluation"], clock.new_id)
            said = each["closure"] | {"id": clock.new_id(), "case_id": case_id}
            closure = made(Closure, said)
            until = _kept(tables, closure)
            said |= {"keep_until": until.isoformat()} if until else {}
            tables.closures.add(made(Closure, said))


def _kept(tables: Tables, closure: Closure) -> date | None:
    if closure.retention is None or closure.closed_on is None:
        return None
    client_id = tables.cases.get(closure.case_id).client_id
    born = tables.clients.get(client_id).born
    return keep_until(closure.retention, closure.closed_on, born)


def _add_evaluation(
    tables: Tables, case_id: CaseId, toml: Toml, new_id: Callable[[], str]
) -> None:
    own = {key: value for key, value in toml.items() if key != "results"}
    spent = tables.case_list.minutes_spent(case_id)
    own |= {"id": new_id(), "case_id": case_id, "actual_minutes": spent}
    own |= {"counted_minutes": tables.accounts.used_of_mandates(case_id)}
    evaluation = made(Evaluation, own)
    tables.defer_links()  # its results come first: it is confirmed
    goals = tables.goals.of(case_id=case_id)
    for each in toml["results"]:
        goal = goals[each["goal"] - 1]
        said = {key: value for key, value in each.items() if key != "goal"}
        said |= {"goal_id": goal.id, "goal_words": goal.wording}
        said |= {"case_id": case_id, "evaluation_id": evaluation.id}
        said |= {"id": new_id(), "position": each["goal"]}
        tables.goal_results.add(made(GoalResult, said))
    tables.evaluations.add(evaluation)

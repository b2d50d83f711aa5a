"""A vault of the version before has the states of its goals as endings."""

from __future__ import annotations

import json

import pytest
import sqlcipher3

from casedesk.store.history import watch
from casedesk.store.migrations import STEPS, m0011_goals, migrate

BEFORE = STEPS[: STEPS.index(m0011_goals.STATEMENTS)]
AFTER = STEPS[: STEPS.index(m0011_goals.STATEMENTS) + 1]


def a_vault_with_a_goal(state: str, importance: int | None) -> sqlcipher3.Connection:
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    migrate(connection, BEFORE)
    watch(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(
        "INSERT INTO deed (number, at, action, subject_id) VALUES (1, '', 'x', '')"
    )
    add(connection, "client", id="anna", needs_interpreter=0, born=None)
    add(connection, "case_record", id="case", client_id="anna", cycle=1, closed_on=None)
    goal = {"position": 1, "target_on": None, "progress": 4, "wording": "daheim"}
    rated = {"state": state, "importance": importance}
    add(connection, "goal", id="g", case_id="case", **goal, **rated)
    measure = {"position": 1, "party_id": None, "cost": "CHF 14 pro Mahlzeit"}
    add(connection, "measure", id="m", case_id="case", goal_id="g", **measure)
    return connection


def add(connection: sqlcipher3.Connection, table: str, **values: object) -> None:
    """Fill every column: those not named are empty texts."""
    rows = connection.execute(f"SELECT name FROM pragma_table_info('{table}')")  # noqa: S608 - a name of this test
    row = [values.get(name, "") for (name,) in rows]
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - as above


@pytest.mark.parametrize(
    ("state", "ending", "achievement"),
    [
        ("open", None, None),
        ("reached", "completed", "achieved"),
        ("partly", "completed", "partly_achieved"),
        ("not_reached", "completed", "not_achieved"),
        ("given_up", "cancelled", None),
    ],
)
def test_the_state_of_a_goal_becomes_its_ending_and_how_far_it_was_reached(
    state: str, ending: str | None, achievement: str | None
) -> None:
    connection = a_vault_with_a_goal(state, 9)

    migrate(connection, AFTER)

    goal = connection.execute(
        "SELECT wording, progress, kind, owner, ending, achievement FROM goal"
    ).fetchone()
    measure = connection.execute(
        "SELECT cost, cost_cents, further_goal_ids, plan_b FROM measure"
    ).fetchone()
    connection.close()
    assert goal == ("daheim", 4, "action", "client", ending, achievement)
    assert measure == ("CHF 14 pro Mahlzeit", None, "[]", "")


@pytest.mark.parametrize(
    ("before", "after"),
    [(None, None), (0, 0), (1, 1), (3, 1), (4, 2), (6, 2), (7, 3), (10, 3)],
)
def test_importance_is_brought_to_the_scale_from_0_to_3_and_the_history_keeps_it(
    before: int | None, after: int | None
) -> None:
    connection = a_vault_with_a_goal("reached", before)

    migrate(connection, AFTER)
    watch(connection)

    (importance,) = connection.execute("SELECT importance FROM goal").fetchone()
    kept = connection.execute(
        "SELECT before FROM history WHERE record_id = 'g' AND kind = 'changed'"
    ).fetchall()
    connection.execute("UPDATE goal SET level = 0")
    connection.close()
    assert importance == after
    rated = [json.loads(earlier)["importance"] for (earlier,) in kept]
    assert rated == ([] if before == after else [before])

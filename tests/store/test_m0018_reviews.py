"""A vault of the version before is reviewed every three months from then on."""

from __future__ import annotations

import sqlcipher3
from store.test_m0008_assessments import add

from casedesk.store.migrations import STEPS, m0018_reviews, migrate

BEFORE = STEPS[: STEPS.index(m0018_reviews.STATEMENTS)]
UNTIL = STEPS[: STEPS.index(m0018_reviews.STATEMENTS) + 1]


def test_cases_goals_and_measures_of_an_earlier_version_stay_as_they_were() -> None:
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    migrate(connection, BEFORE)
    connection.execute("PRAGMA foreign_keys = OFF")
    add(connection, "client", id="c", needs_interpreter=0, born=None)
    add(
        connection,
        "case_record",
        id="k",
        client_id="c",
        number="2026-0001",
        opened_on="2026-01-02",
        paused_on=None,
        closed_on=None,
        cycle=1,
    )
    connection.execute(
        "INSERT INTO goal (id, case_id, position, wording, professional_wording,"
        " baseline, indicator) VALUES ('g', 'k', 1, 'Einkaufen', '', '', '')"
    )
    connection.execute(
        "INSERT INTO measure (id, case_id, goal_id, position, what, responsible,"
        " frequency, payer, cost, state, result)"
        " VALUES ('m', 'k', 'g', 1, 'Training', 'client', '', '', '', 'running', '')"
    )

    migrate(connection, UNTIL)

    case = connection.execute(
        "SELECT number, review_rhythm, follows_id, closed_on FROM case_record"
    ).fetchone()
    goal = connection.execute("SELECT wording, review_rhythm FROM goal").fetchone()
    measure = connection.execute(
        "SELECT review_rhythm, checked_on FROM measure"
    ).fetchone()
    connection.close()
    assert case == ("2026-0001", "three_months", None, None)
    assert goal == ("Einkaufen", None)
    assert measure == (None, None)

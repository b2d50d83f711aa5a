"""A case of the version before is of usual complexity from then on."""

from __future__ import annotations

import sqlcipher3
from store.test_m0008_assessments import add

from casedesk.store.migrations import STEPS, m0022_statistics, migrate

BEFORE = STEPS[: STEPS.index(m0022_statistics.STATEMENTS)]
UNTIL = STEPS[: STEPS.index(m0022_statistics.STATEMENTS) + 1]


def test_cases_of_an_earlier_version_are_of_usual_complexity() -> None:
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
        follows_id=None,
    )

    migrate(connection, UNTIL)

    case = connection.execute("SELECT number, weight FROM case_record").fetchone()
    connection.close()
    assert case == ("2026-0001", 1)

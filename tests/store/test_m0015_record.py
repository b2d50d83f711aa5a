"""A vault of the version before knows when its entries were written down."""

from __future__ import annotations

import sqlcipher3
from store.test_m0008_assessments import add

from casedesk.store import history
from casedesk.store.migrations import STEPS, m0015_record, migrate

BEFORE = STEPS[: STEPS.index(m0015_record.STATEMENTS)]
UNTIL = STEPS[: STEPS.index(m0015_record.STATEMENTS) + 1]


def test_entries_of_an_earlier_version_are_locked_and_in_no_time_sheet() -> None:
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    migrate(connection, BEFORE)
    history.watch(connection)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(
        "INSERT INTO deed (at, action) VALUES ('2026-01-02T09:00:00+00:00', 'x')"
    )
    add(
        connection,
        "entry",
        id="e",
        case_id="c",
        party_id=None,
        minutes=5,
        nothing_exchanged=0,
        text="Anruf",
    )
    connection.execute("DELETE FROM history WHERE table_name <> 'entry'")

    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in m0015_record.STATEMENTS:
        connection.execute(statement)

    row = connection.execute(
        "SELECT entered_at, others, was_reached, is_billable, quote FROM entry"
    ).fetchone()
    changes = connection.execute("SELECT count(*) FROM history").fetchone()
    connection.close()
    assert row == ("2026-01-02T09:00:00+00:00", "[]", 1, 0, "")
    assert changes == (1,)  # the step itself changed nothing that anybody wrote

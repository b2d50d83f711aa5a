"""A vault of the version before has its assessment as a first draft."""

from __future__ import annotations

import sqlcipher3

from casedesk.store.migrations import STEPS, m0008_assessments, migrate

BEFORE = STEPS[: STEPS.index(m0008_assessments.STATEMENTS)]


def columns(connection: sqlcipher3.Connection, table: str) -> list[str]:
    rows = connection.execute(f"SELECT name FROM pragma_table_info('{table}')")  # noqa: S608 - a name of this test
    return [name for (name,) in rows]


def add(connection: sqlcipher3.Connection, table: str, **values: object) -> None:
    """Fill every column: those not named are empty texts."""
    names = columns(connection, table)
    row = [values.get(name, "") for name in names]
    marks = ", ".join("?" * len(names))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - as above


def test_what_was_assessed_before_is_found_again_as_a_first_draft() -> None:
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    migrate(connection, BEFORE)
    connection.execute("PRAGMA foreign_keys = OFF")
    add(connection, "client", id="anna", needs_interpreter=0, born=None)
    add(connection, "case_record", id="case", client_id="anna", cycle=1, closed_on=None)
    add(connection, "assessment", id="a", case_id="case", wishes="daheim", held_on=None)
    add(
        connection,
        "domain_entry",
        id="e",
        case_id="case",
        assessment_id="a",
        life_domain="mobility",
        client_view="zum Laden",
        burden=7,
        resource_level=None,
        need_level=None,
    )

    migrate(connection)

    assessment = connection.execute(
        "SELECT wishes, version, kind, confirmed_on, stance FROM assessment"
    ).fetchone()
    entry = connection.execute(
        """
        SELECT client_view, burden, burden_self, client_source, client_kind,
               situation_source, others_source, professional_kind, risk
          FROM domain_entry
        """
    ).fetchone()
    connection.close()
    assert assessment == ("daheim", 1, "initial", None, "agrees")
    assert entry == (
        "zum Laden",
        7,
        None,
        "client",
        "statement",
        None,
        "relatives",
        "assessment",
        "",
    )

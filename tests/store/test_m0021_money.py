"""A vault of the version before keeps its sheets and invoices, locked as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import sqlcipher3

from casedesk.store.migrations import STEPS, m0021_money, migrate

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE = STEPS[: STEPS.index(m0021_money.STATEMENTS)]


def add_row(connection: sqlcipher3.Connection, table: str, **values: object) -> None:
    """Fill every column by its type with nothing, but for those named."""
    columns = connection.execute(
        "SELECT name, type FROM pragma_table_info(?)", (table,)
    ).fetchall()
    row = [values.get(name, 0 if kind == "INTEGER" else "") for name, kind in columns]
    marks = ", ".join("?" * len(row))
    connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - a name of this test


@pytest.fixture
def connection() -> Iterator[sqlcipher3.Connection]:
    made = sqlcipher3.connect(":memory:", isolation_level=None)
    migrate(made, BEFORE)
    made.execute("PRAGMA foreign_keys = OFF")
    made.execute(
        "INSERT INTO deed (at, action) VALUES ('2026-03-01T09:00:00+00:00', 'x')"
    )
    add_row(made, "entry", id="e", entered_at="2026-01-01T09:00:00+00:00")
    for table in ("invoice", "time_sheet"):
        add_row(made, table, id="i", issued_on="2026-01-02", cancelled_on=None)
    for statement in m0021_money.STATEMENTS:  # the rows belong to nobody
        made.execute(statement)
    yield made
    made.close()


def test_earlier_invoices_are_by_the_hour_and_nothing_was_paid_in_part(
    connection: sqlcipher3.Connection,
) -> None:
    row = connection.execute(
        "SELECT unit, rounds_total, received_on, received_cents FROM invoice"
    ).fetchone()

    assert row == ("hour", 0, "[]", "[]")
    connection.execute("UPDATE invoice SET received_on = '[\"2026-02-01\"]'")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE invoice SET unit = 'flat'",
        "UPDATE invoice SET net_cents = 1",
        "UPDATE invoice SET rounding_cents = 1",
        "UPDATE invoice SET routing_id = 'x'",
        "UPDATE time_sheet SET unit = 'lesson'",
        "UPDATE entry SET expense_note = 'x'",
        "UPDATE entry SET has_receipt = 1",
        "INSERT INTO flat_fee VALUES ('f', 'c', 'i', 'case', '', 1, 1)",
    ],
)
def test_what_was_issued_or_locked_stays_in_the_new_columns_too(
    connection: sqlcipher3.Connection, statement: str
) -> None:
    with pytest.raises(sqlcipher3.IntegrityError):
        connection.execute(statement)

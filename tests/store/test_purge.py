from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from casedesk.store.purge import Purge
from casedesk.store.references import References

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlcipher3.dbapi2 import Connection

    from casedesk.store.database import Database

MARK = "Qxjvkw"

# What stays when a client is erased. A new table stands beneath the client or the case
# by a foreign key, or here with its reason.
STAYS = {
    "deed": "the trail holds ids alone",
    "erased": "counts alone",
    "invoice_number": "a number is given once",
    "history": "by the ids of its records",
    "draft": "by the ids of its records",
    "bin": "by the ids of its records",
    "search_entry": "by the ids of its records",
    "search_text": "by the search entry",
    "setting": "of the house",
    "practice": "of the house",
    "practice_logo": "of the house",
    "care_allowance": "of the house",
    "domain_set": "of the house",
    "own_domain": "of the house",
    "own_category": "of the house",
    "hidden_category": "of the house",
    "own_form": "of the house",
    "own_passage": "of the house",
    "measure_template": "of the house",
    "template_step": "of the house",
    "text_block": "of the house",
    "service_kind": "of the house",
    "person": "other cases may need the network",
    "organisation": "other cases may need the network",
    "provider": "other cases may need the network",
    "provider_term": "other cases may need the network",
}
# Where something stands here, a guard looks away.
LIFTS_A_GUARD = ("cancelled_on", "discarded_at")


class Column(NamedTuple):
    """A column of a table, as the schema tells of it."""

    name: str
    type: str
    target: str | None


class Filled:
    """A vault in which every table of a client has two rows, the second removed."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.beneath = beneath(connection, "client")

    def fill(self) -> None:
        guards = self._connection.execute(
            "SELECT name, sql FROM sqlite_schema"
            " WHERE type = 'trigger' AND sql LIKE '%RAISE(%'"
        ).fetchall()
        for name, _sql in guards:
            self._connection.execute(f"DROP TRIGGER {name}")
        self._connection.execute("PRAGMA ignore_check_constraints = ON")
        self._connection.execute("PRAGMA defer_foreign_keys = ON")
        for table in ("person", "organisation", *self.beneath):
            self._add_rows(table)
        for _name, sql in guards:
            self._connection.execute(sql)

    def _add_rows(self, table: str) -> None:
        """Add a row and remove it, so that the history holds it; and one that stays."""
        columns = columns_of(self._connection, table)
        names = ", ".join(column.name for column in columns)
        signs = ", ".join("?" * len(columns))
        for number in (1,) if table == "client" else (2, 1):
            values = [self._value(table, column, number) for column in columns]
            (record_id,) = self._connection.execute(
                f"INSERT INTO {table} ({names}) VALUES ({signs}) RETURNING id",  # noqa: S608
                values,
            ).fetchone()
            self._connection.execute(f"DELETE FROM {table} WHERE id LIKE '% 2'")  # noqa: S608
        if table in self.beneath:
            self._add_words(record_id)

    def _add_words(self, record_id: str) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO draft (record_id, field, text)"
            " VALUES (?, 'field', ?)",
            (record_id, MARK),
        )
        entry = self._connection.execute(
            "INSERT INTO search_entry (record_id, table_name, sort_key)"
            " VALUES (?, '', '') ON CONFLICT DO UPDATE SET sort_key = ''"
            " RETURNING number",
            (record_id,),
        ).fetchone()
        self._connection.execute(
            "INSERT OR REPLACE INTO search_text (rowid, body) VALUES (?, ?)",
            (*entry, MARK),
        )

    def _value(self, table: str, column: Column, number: int) -> str | int | bytes:
        """Return what marks a column, or points to the first row of another table."""
        if column.target is not None and column.target != table:
            return f"{column.target} {number if column.name == 'id' else 1}"
        if column.name == "id" or column.target == table:
            return f"{table} {number if column.name == 'id' else 1}"
        if column.type in ("INTEGER", "REAL"):
            return number
        text = f"{'' if table in STAYS else MARK} {table} {column.name} {number}"
        return text.encode() if column.type == "BLOB" else text


def columns_of(connection: Connection, table: str) -> list[Column]:
    targets = dict(
        map(
            tuple,
            connection.execute(
                'SELECT "from", "table" FROM pragma_foreign_key_list(?)', (table,)
            ),
        )
    )
    return [
        Column(name, kind, targets.get(name))
        for name, kind in connection.execute(
            "SELECT name, type FROM pragma_table_info(?)", (table,)
        )
        if name not in LIFTS_A_GUARD
    ]


def beneath(connection: Connection, root: str) -> list[str]:
    """Return every table that points to the root, or to another that does."""
    found = [root]
    for table in found:
        found += [
            name
            for (name,) in connection.execute(
                """
                SELECT DISTINCT one.name
                  FROM sqlite_schema AS one
                  JOIN pragma_foreign_key_list(one.name) AS key
                 WHERE one.type = 'table' AND key."table" = ?
                 ORDER BY one.name
                """,
                (table,),
            )
            if name not in found
        ]
    return found


@pytest.fixture
def filled(database: Database) -> Filled:
    filled = Filled(database._connection)
    with database.write("client.create"):
        filled.fill()
    return filled


def rows_with_the_mark(connection: Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_schema"
        " WHERE type = 'table' AND name NOT LIKE 'search_text_%'"
    ).fetchall()
    found = {}
    for (table,) in tables:
        rows = connection.execute(f"SELECT * FROM {table}")  # noqa: S608
        count = sum(MARK in repr(tuple(row)) for row in rows)
        if count:
            found[table] = count
    return found


def counted(connection: Connection, tables: Iterable[str]) -> set[str]:
    """Return which of the tables hold a row."""
    return {
        table
        for table in tables
        if connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()  # noqa: S608
    }


def told_of(connection: Connection, tables: Iterable[str]) -> set[str]:
    """Return of which of the tables the history tells."""
    rows = connection.execute("SELECT DISTINCT table_name FROM history")
    return {name for (name,) in rows} & {*tables}


def triggers(connection: Connection) -> set[tuple[str, str]]:
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    )
    return {(row["name"], row["sql"]) for row in rows}


def test_every_table_belongs_to_a_client_or_stays_for_a_reason(
    database: Database,
) -> None:
    connection = database._connection
    tables = {
        name
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_text_%'"
        )
    }

    assert tables == {*beneath(connection, "client"), *STAYS}


@pytest.mark.parametrize("root", ["client", "case_record"])
def test_what_is_erased_leaves_no_row_in_any_table(
    database: Database, filled: Filled, root: str
) -> None:
    connection = database._connection
    doomed = beneath(connection, root)
    before = triggers(connection)
    assert counted(connection, doomed) == set(doomed)
    assert {"history", "draft", "search_text"} <= {*rows_with_the_mark(connection)}

    with database.write(f"{root}.erase"):
        Purge(connection, References(connection)).erase(root, f"{root} 1")

    assert counted(connection, doomed) == set()
    remaining = set(filled.beneath) - set(doomed)
    assert counted(connection, remaining) == remaining
    assert told_of(connection, doomed[1:]) == set()
    if root == "client":
        assert rows_with_the_mark(connection) == {}
    assert triggers(connection) == before

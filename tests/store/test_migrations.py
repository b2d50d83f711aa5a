from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlcipher3
from conftest import a_clock

from casedesk.domain.problems import VaultTooNew
from casedesk.store import vault_file
from casedesk.store.migrations import STEPS, migrate, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection

    from casedesk.security.keys import VaultKey

SNAPSHOT = Path(__file__).with_name("schema.sql")
SQL_ERROR = ("CREATE TABLE half (x INT)", "INSERT INTO nowhere VALUES (1)")
DANGLING_REFERENCE = (
    "CREATE TABLE half (x TEXT REFERENCES consent (id))",
    "INSERT INTO half VALUES ('no such consent')",
)


@pytest.fixture
def connection() -> Iterator[Connection]:
    connection = sqlcipher3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


@pytest.mark.parametrize("broken", [SQL_ERROR, DANGLING_REFERENCE])
def test_a_failed_step_leaves_the_schema_before_it(
    connection: Connection, broken: tuple[str, ...]
) -> None:
    migrate(connection)
    before = schema(connection)

    with pytest.raises((sqlcipher3.OperationalError, ValueError)):
        migrate(connection, (*STEPS, broken))

    assert schema(connection) == before


def test_steps_already_run_are_not_run_again(connection: Connection) -> None:
    migrate(connection)
    before = schema(connection)

    migrate(connection)

    assert schema(connection) == before


def test_a_vault_from_a_newer_version_is_refused(connection: Connection) -> None:
    migrate(connection)

    with pytest.raises(VaultTooNew):
        migrate(connection, steps=())


def test_the_schema_is_the_one_that_was_reviewed(connection: Connection) -> None:
    migrate(connection)

    assert schema(connection) == SNAPSHOT.read_text(encoding="utf-8")


def test_every_table_of_records_is_strict(connection: Connection) -> None:
    migrate(connection)

    rows = connection.execute(
        "SELECT name, strict FROM pragma_table_list WHERE type = 'table'"
    )
    loose = [name for name, strict in rows if not strict]
    assert [n for n in loose if not n.startswith(("sqlite_", "search_text"))] == []


def test_a_vault_is_copied_before_it_is_upgraded(tmp_path: Path, key: VaultKey) -> None:
    path = tmp_path / "old.casedesk"
    vault_file.create(path, key, a_clock().now).close()
    step = ("CREATE TABLE later (id TEXT PRIMARY KEY NOT NULL) STRICT",)
    newer = (*STEPS, step)

    vault_file.open_vault(path, key, a_clock().now, newer).close()

    copy = tmp_path / f"old.before-upgrade-{len(STEPS)}.casedesk"
    assert vault_file.header_of(copy) == key.salt
    again = vault_file.open_vault(path, key, a_clock().now, newer)
    assert version_of(again._connection) == len(newer)
    again.close()


def schema(connection: Connection) -> str:
    rows = connection.execute(
        """
        SELECT sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'search_text_%' ORDER BY type, name
        """
    )
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    lines = [" ".join(sql.split()) + ";\n" for (sql,) in rows]
    return f"-- version {version}\n" + "".join(lines)

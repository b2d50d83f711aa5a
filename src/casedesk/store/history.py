"""What records were before: kept by triggers, so that no deed can forget it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from casedesk.domain.change import Change, ChangeKind, FieldChange
from casedesk.domain.problems import NotFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlcipher3.dbapi2 import Connection, Row

    from casedesk.store.columns import Stored

# Tables of the house itself. Every other table holds records and is watched.
UNWATCHED = (
    "deed",
    "history",
    "draft",
    "setting",
    "search_entry",
    "search_text",
    "practice_logo",
    "document",
    "document_content",
)


def watch(connection: Connection) -> None:
    """Make the triggers of every table that holds records anew from its columns."""
    for table in watched_tables(connection):
        for statement in _triggers(table, _columns(connection, table)):
            connection.execute(statement)


def watched_tables(connection: Connection) -> list[str]:
    """Return the tables whose changes are kept."""
    rows = connection.execute(
        """
        SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        """
    )
    names = [name for (name,) in rows]
    return [n for n in names if n not in UNWATCHED and not n.startswith("search_text_")]


def _columns(connection: Connection, table: str) -> list[str]:
    return [row["name"] for row in connection.execute(f"PRAGMA table_info({table})")]


def _triggers(table: str, columns: list[str]) -> Iterator[str]:
    old = "json_object(" + ", ".join(f"'{c}', OLD.{c}" for c in columns) + ")"
    changed = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
    # S608: only names of our own tables and columns are put in.
    for name in ("added", "changed", "removed"):
        yield f"DROP TRIGGER IF EXISTS {table}_{name}"
    yield f"""
        CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN
            INSERT INTO history (deed, table_name, record_id, kind)
            SELECT max(number), '{table}', NEW.id, 'added' FROM deed;
        END"""  # noqa: S608
    # One visit to a field is one change, however often its text is stored meanwhile.
    yield f"""
        CREATE TRIGGER {table}_changed AFTER UPDATE ON {table}
        WHEN ({changed}) AND NOT EXISTS (
            SELECT 1 FROM history JOIN deed ON deed.number = history.deed
             WHERE history.number =
                   (SELECT max(number) FROM history WHERE record_id = OLD.id)
               AND history.kind = 'changed'
               AND deed.sitting = (SELECT sitting FROM deed
                                    ORDER BY number DESC LIMIT 1))
        BEGIN
            INSERT INTO history (deed, table_name, record_id, kind, before)
            SELECT max(number), '{table}', OLD.id, 'changed', {old} FROM deed;
        END"""  # noqa: S608
    yield f"""
        CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN
            INSERT INTO history (deed, table_name, record_id, kind, before)
            SELECT max(number), '{table}', OLD.id, 'removed', {old} FROM deed;
            DELETE FROM search_text WHERE rowid =
                (SELECT number FROM search_entry WHERE record_id = OLD.id);
            DELETE FROM search_entry WHERE record_id = OLD.id;
            DELETE FROM draft WHERE record_id = OLD.id;
        END"""  # noqa: S608


class HistoryTable:
    """Rows of `history`, read only: the triggers write them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, record_id: str, now: dict[str, Stored] | None) -> list[Change]:
        """Return the changes of a record, newest first.

        `now` is the record as it is stored now, or nothing if it was removed.
        """
        rows = self._connection.execute(
            """
            SELECT history.number, kind, before, at
              FROM history JOIN deed ON deed.number = history.deed
             WHERE record_id = ?
             ORDER BY history.number DESC
            """,
            (record_id,),
        )
        return list(_changes(record_id, rows.fetchall(), now))

    def before(self, number: int, record_id: str) -> dict[str, Stored]:
        """Return a record's stored columns before a change, or raise `NotFound`."""
        row = self._connection.execute(
            "SELECT before FROM history WHERE number = ? AND record_id = ?",
            (number, record_id),
        ).fetchone()
        if row is None or row["before"] is None:
            raise NotFound
        stored: dict[str, Stored] = json.loads(row["before"])
        return stored

    def removed_by(self, deed: int) -> list[tuple[str, dict[str, Stored]]]:
        """Return what a deed removed: tables and stored columns, in their order."""
        rows = self._connection.execute(
            """
            SELECT table_name, before FROM history
             WHERE deed = ? AND kind = 'removed' ORDER BY number
            """,
            (deed,),
        )
        return [(row["table_name"], json.loads(row["before"])) for row in rows]


def _changes(
    record_id: str, rows: list[Row], now: dict[str, Stored] | None
) -> Iterator[Change]:
    after = now or {}
    for row in rows:
        before = {} if row["before"] is None else json.loads(row["before"])
        yield Change(
            number=row["number"],
            record_id=record_id,
            kind=ChangeKind(row["kind"]),
            changed_at=datetime.fromisoformat(row["at"]),
            fields=tuple(_differences(before, after)) if before and after else (),
        )
        after = before or after


def _differences(
    before: dict[str, Stored], after: dict[str, Stored]
) -> Iterator[FieldChange]:
    for name, value in before.items():
        if name in after and after[name] != value:
            yield FieldChange(name=name, before=value, after=after[name])

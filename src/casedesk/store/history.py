"""What records were before: kept by triggers, so that no deed can forget it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from casedesk.domain.change import Change, ChangeKind, FieldChange
from casedesk.domain.problems import NotFound
from casedesk.store.former_columns import in_columns_of_today

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
    "provider_term",
    "practice_logo",
    "document",
    "document_content",
    "document_part",
    "received_picture",
    "bin",
    "erased",
    "entry_print",
    "stopwatch",
    "invoice_number",
)


def watch(connection: Connection) -> None:
    """Make every table that holds records keep its history.

    The triggers follow from the columns. Those that stand as they should are left, so
    that a vault opens quickly; a step that changed a table is noticed all the same.
    """
    rows = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type='trigger'"
    )
    standing = dict(map(tuple, rows))
    wanted = {
        name: trigger
        for table, columns in watched_tables(connection).items()
        for name, trigger in _triggers(table, columns).items()
        if standing.get(name) != trigger
    }
    if not wanted:
        return
    connection.execute("BEGIN IMMEDIATE")
    with connection:  # at once: each by itself would wait for the disk
        for name, trigger in wanted.items():
            if name in standing:
                connection.execute(f"DROP TRIGGER {name}")
            connection.execute(trigger)


def watched_tables(connection: Connection) -> dict[str, list[str]]:
    """Return the tables whose changes are kept, with their columns."""
    rows = connection.execute(
        """
        SELECT one.name, field.name
          FROM sqlite_schema AS one JOIN pragma_table_info(one.name) AS field
         WHERE one.type = 'table' AND one.name NOT LIKE 'sqlite_%'
           AND one.name NOT LIKE 'search_text_%'
         ORDER BY one.name, field.cid
        """
    )
    found: dict[str, list[str]] = {}
    for table, column in rows:
        if table not in UNWATCHED:
            found.setdefault(table, []).append(column)
    return found


def _triggers(table: str, columns: list[str]) -> dict[str, str]:
    """Return the triggers of a table by their names, written as they are stored."""
    old = "json_object(" + ", ".join(f"'{c}', OLD.{c}" for c in columns) + ")"
    changed = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for c in columns)
    # S608: only names of our own tables and columns are put in.
    added = f"""CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN
            INSERT INTO history (deed, table_name, record_id, kind)
            SELECT max(number), '{table}', NEW.id, 'added' FROM deed;
        END"""  # noqa: S608
    # One visit to a field is one change, however often its text is stored meanwhile.
    updated = f"""CREATE TRIGGER {table}_changed AFTER UPDATE ON {table}
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
    removed = f"""CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN
            INSERT INTO history (deed, table_name, record_id, kind, before)
            SELECT max(number), '{table}', OLD.id, 'removed', {old} FROM deed;
            DELETE FROM search_text WHERE rowid =
                (SELECT number FROM search_entry WHERE record_id = OLD.id);
            DELETE FROM search_entry WHERE record_id = OLD.id;
            DELETE FROM draft WHERE record_id = OLD.id;
        END"""  # noqa: S608
    return {
        f"{table}_added": added,
        f"{table}_changed": updated,
        f"{table}_removed": removed,
    }


class Removal(NamedTuple):
    """A record that was removed, as it was before."""

    deed: int
    at: datetime
    table_name: str
    record_id: str
    before: dict[str, Stored]


class HistoryTable:
    """Rows of `history`, read only: the triggers write them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._with_case: dict[str, bool] = {}

    def of(self, record_id: str, now: dict[str, Stored] | None) -> list[Change]:
        """Return the changes of a record, newest first.

        `now` is the record as it is stored now, or nothing if it was removed.
        """
        rows = self._connection.execute(
            """
            SELECT history.number, table_name, kind, before, at
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
            "SELECT table_name, before FROM history WHERE number = ? AND record_id = ?",
            (number, record_id),
        ).fetchone()
        if row is None or row["before"] is None:
            raise NotFound
        return _before(row)

    def removed_in(self, case_id: str, limit: int) -> list[Removal]:
        """Return the records of a case that were removed, newest first.

        Of what one deed removed, the first record is the one that was asked for.
        """
        rows = self._connection.execute(
            """
            SELECT deed, at, table_name, record_id, before
              FROM history JOIN deed ON deed.number = history.deed
             WHERE json_extract(before, '$.case_id') = ? AND kind = 'removed'
             ORDER BY deed DESC, record_id = subject_id DESC, history.number
             LIMIT ? + 0
            """,
            (case_id, limit),
        )
        return [
            Removal(
                deed=row["deed"],
                at=datetime.fromisoformat(row["at"]),
                table_name=row["table_name"],
                record_id=row["record_id"],
                before=_before(row),
            )
            for row in rows
        ]

    def cases_touched_by(self, deed: int) -> set[tuple[str, str]]:
        """Return the tables that a deed changed, each with the cases concerned."""
        rows = self._connection.execute(
            """
            SELECT table_name, record_id, json_extract(before, '$.case_id') AS case_id
              FROM history WHERE deed = ?
            """,
            (deed,),
        ).fetchall()
        found = {
            (row["table_name"], row["case_id"] or self._case_of(row)) for row in rows
        }
        return {(table, case_id) for table, case_id in found if case_id}

    def _case_of(self, row: Row) -> str:
        """Return the case of a record that was added, or that is a case itself."""
        table, record_id = row["table_name"], row["record_id"]
        if table == "case_record":
            return str(record_id)
        if not self._has_case(table):
            return ""
        found = self._connection.execute(
            f"SELECT case_id FROM {table} WHERE id = ?",  # noqa: S608 - of the schema
            (record_id,),
        ).fetchone()
        return "" if found is None else str(found["case_id"] or "")

    def _has_case(self, table: str) -> bool:
        """Tell whether records of a table belong to cases; tables stay as they are."""
        if table not in self._with_case:
            rows = self._connection.execute(
                "SELECT name FROM pragma_table_info(?)", (table,)
            )
            self._with_case[table] = "case_id" in {row["name"] for row in rows}
        return self._with_case[table]

    def removed_by(self, deed: int) -> list[tuple[str, dict[str, Stored]]]:
        """Return what a deed removed: tables and stored columns, in their order."""
        return self._before_deed(deed, "removed")

    def added_by(self, deed: int) -> list[tuple[str, str]]:
        """Return what a deed added: tables and ids, the last one first."""
        rows = self._connection.execute(
            """
            SELECT table_name, record_id FROM history
             WHERE deed = ? AND kind = 'added' ORDER BY number DESC
            """,
            (deed,),
        )
        return [(row["table_name"], row["record_id"]) for row in rows]

    def changed_what_was_added_by(self, deed: int) -> bool:
        """Tell whether something that a deed added was changed by a later one."""
        row = self._connection.execute(
            """
            SELECT EXISTS (
                SELECT 1 FROM history AS added
                  JOIN history AS later ON later.record_id = added.record_id
                 WHERE added.deed = ? AND added.kind = 'added'
                   AND later.deed > added.deed AND later.kind = 'changed')
            """,
            (deed,),
        ).fetchone()
        return bool(row[0])

    def changed_by(self, deed: int) -> list[tuple[str, dict[str, Stored]]]:
        """Return what a deed changed, as it was: tables and stored columns."""
        return self._before_deed(deed, "changed")

    def _before_deed(self, deed: int, kind: str) -> list[tuple[str, dict[str, Stored]]]:
        rows = self._connection.execute(
            """
            SELECT table_name, before FROM history
             WHERE deed = ? AND kind = ? ORDER BY number
            """,
            (deed, kind),
        )
        return [(row["table_name"], _before(row)) for row in rows]


def _before(row: Row) -> dict[str, Stored]:
    """Return what a record was, whichever version of the schema wrote that down."""
    stored: dict[str, Stored] = json.loads(row["before"])
    return in_columns_of_today(row["table_name"], stored)


def _changes(
    record_id: str, rows: list[Row], now: dict[str, Stored] | None
) -> Iterator[Change]:
    after = now or {}
    for row in rows:
        before = {} if row["before"] is None else _before(row)
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

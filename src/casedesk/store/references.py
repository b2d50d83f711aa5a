"""Which records need others, read from the foreign keys of the schema itself."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

HOLDING = ("RESTRICT", "NO ACTION")
CASCADE = "CASCADE"
SET_NULL = "SET NULL"


class Reference(NamedTuple):
    """A column that points to a table, and what happens when its target goes."""

    table: str
    column: str
    target: str
    on_delete: str


class References:
    """Knows beforehand whether the removal of a record would be refused."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def hold(self, table: str, record_id: str) -> bool:
        """Tell whether others need a record, or what would go with it."""
        return self._hold(self._all(), table, record_id)

    def with_all_below(self, table: str, record_id: str) -> dict[str, str]:
        """Return a record with all that belongs to it: ids and their tables."""
        known, found, new = self._all(), {record_id: table}, [record_id]
        while new:
            parent = new.pop()
            for reference in known:
                if reference.target != found[parent] or reference.on_delete == SET_NULL:
                    continue
                children = set(self._pointing(reference, parent)) - {*found}
                found |= dict.fromkeys(children, reference.table)
                new += children
        return found

    def from_below(self, table: str) -> tuple[str, ...]:
        """Return a table and all that belong to it, each before the ones it needs."""
        known, found = self._all(), {table: set[str]()}
        new = [table]
        while new:
            target = new.pop()
            for each in known:
                if each.target != target or each.on_delete == SET_NULL:
                    continue
                if each.table not in found:
                    found[each.table] = set()
                    new.append(each.table)
                if each.table != target:  # but not one of the same kind
                    found[target].add(each.table)
        return tuple(TopologicalSorter(found).static_order())

    def _hold(self, known: list[Reference], table: str, record_id: str) -> bool:
        for reference in known:
            if reference.target != table:
                continue
            if reference.on_delete in HOLDING:
                if self._pointing(reference, record_id):
                    return True
            elif reference.on_delete == CASCADE and any(
                self._hold(known, reference.table, child)
                for child in self._pointing(reference, record_id)
            ):
                return True
        return False

    def _pointing(self, reference: Reference, record_id: str) -> list[str]:
        # S608: only names from the schema are put in.
        rows = self._connection.execute(
            f"SELECT id FROM {reference.table} WHERE {reference.column} = ?",  # noqa: S608
            (record_id,),
        )
        return [row["id"] for row in rows]

    def _all(self) -> list[Reference]:
        rows = self._connection.execute(
            """
            SELECT tables.name AS "table", keys."from" AS "column",
                   keys."table" AS target, keys.on_delete
              FROM sqlite_schema AS tables
              JOIN pragma_foreign_key_list(tables.name) AS keys
             WHERE tables.type = 'table'
            """
        )
        return [Reference(**dict(row)) for row in rows]

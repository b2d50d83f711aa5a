"""The rows of one kind of record: the one place through which records are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from casedesk.domain.problems import NotFound
from casedesk.store.columns import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlcipher3.dbapi2 import Connection, Row

    from casedesk.store.columns import Stored
    from casedesk.store.search import SearchIndex


class HasId(Protocol):
    """Every record has an id under which it is found again."""

    @property
    def id(self) -> str:
        """The id, unique in the vault."""


Record = TypeVar("Record", bound=HasId)


class Rows(Generic[Record]):
    """Adds, changes, removes and finds records of one kind.

    The names of tables and columns come from the code, never from a user; all values
    are bound.
    """

    def __init__(
        self,
        connection: Connection,
        index: SearchIndex,
        record_class: type[Record],
        table: str,
        *,
        order: str = "id",
        searched: tuple[str, ...] = (),
    ) -> None:
        self._connection = connection
        self._index = index
        self._class = record_class
        self.table = table
        self._order = order
        self._searched = searched
        self._columns = columns_of(record_class)
        self._statements = _Statements(table, [c.name for c in self._columns])

    def add(self, record: Record) -> None:
        """Insert a new record."""
        self._connection.execute(self._statements.insert, self.stored(record))
        self._put_in_index(record)

    def update(self, record: Record) -> None:
        """Overwrite an existing record; what it was before goes into the history."""
        self._connection.execute(self._statements.update, self.stored(record))
        self._put_in_index(record)

    def remove(self, record_id: str) -> None:
        """Delete a record and what depends on it; the history keeps them."""
        self._connection.execute(self._statements.delete, (record_id,))

    def find(self, record_id: str) -> Record | None:
        """Return a record, or nothing."""
        row = self._connection.execute(
            self._statements.select + " WHERE id = ?", (record_id,)
        ).fetchone()
        return None if row is None else self._record(row)

    def get(self, record_id: str) -> Record:
        """Return a record, or raise `NotFound`."""
        record = self.find(record_id)
        if record is None:
            raise NotFound
        return record

    def all(self) -> list[Record]:
        """Return all records in their order."""
        return self._select("", ())

    def of(self, **parents: str) -> list[Record]:
        """Return the records that belong to the given parents, in their order."""
        conditions = " AND ".join(f"{name} = ?" for name in parents)
        return self._select(f" WHERE {conditions}", tuple(parents.values()))

    def page(
        self, parents: Mapping[str, str], *, limit: int, offset: int = 0
    ) -> list[Record]:
        """Return a stretch of what belongs to the given parents, in its order."""
        conditions = " AND ".join(f"{name} = ?" for name in parents)
        return self._select(
            f" WHERE {conditions}",
            (*parents.values(), limit, offset),
            " LIMIT ? + 0 OFFSET ?",
        )

    def among(self, ids: Iterable[str]) -> list[Record]:
        """Return those of the given records that exist."""
        return self.of_any("id", ids)

    def of_any(self, name: str, values: Iterable[str]) -> list[Record]:
        """Return the records in which a column holds one of the values."""
        wanted = tuple(dict.fromkeys(values))
        marks = ", ".join("?" * len(wanted))
        return self._select(f" WHERE {name} IN ({marks})", wanted)

    def index_all(self) -> None:
        """Put every record into the search index anew."""
        for record in self.all():
            self._put_in_index(record)

    @property
    def record_class(self) -> type[Record]:
        """The class of the records."""
        return self._class

    def stored(self, record: Record) -> dict[str, Stored]:
        """Return the columns of a record as they are stored."""
        return {c.name: c.write(getattr(record, c.name)) for c in self._columns}

    # Any: the values of the fields have the types that the record class states.
    def read_fields(self, stored: Mapping[str, Stored]) -> dict[str, Any]:
        """Return stored columns as values of the record's fields.

        Columns that the record no longer has are left out.
        """
        return {
            c.name: c.read(stored[c.name]) for c in self._columns if c.name in stored
        }

    def made_from(self, stored: Mapping[str, Stored]) -> Record:
        """Return the record that these stored columns describe."""
        return self._class(**self.read_fields(stored))

    def _select(
        self, condition: str, values: tuple[str | int, ...], limit: str = ""
    ) -> list[Record]:
        order = f" ORDER BY {self._order}"
        statement = f"{self._statements.select}{condition}{order}{limit}"
        return [
            self._record(row) for row in self._connection.execute(statement, values)
        ]

    def _record(self, row: Row) -> Record:
        return self._class(
            **{
                c.name: c.read(value)
                for c, value in zip(self._columns, row, strict=True)
            }
        )

    def _put_in_index(self, record: Record) -> None:
        if self._searched:
            texts = [str(getattr(record, name) or "") for name in self._searched]
            self._index.put(self.table, record, texts)


class _Statements:
    """The statements of one table, put together once."""

    def __init__(self, table: str, names: list[str]) -> None:
        listed = ", ".join(names)
        marks = ", ".join(f":{name}" for name in names)
        assignments = ", ".join(f"{name} = :{name}" for name in names if name != "id")
        # S608: only names from the record classes are put in.
        self.select = f"SELECT {listed} FROM {table}"  # noqa: S608
        self.insert = f"INSERT INTO {table} ({listed}) VALUES ({marks})"  # noqa: S608
        self.update = f"UPDATE {table} SET {assignments} WHERE id = :id"  # noqa: S608
        self.delete = f"DELETE FROM {table} WHERE id = ?"  # noqa: S608

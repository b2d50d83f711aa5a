"""What every part of the tables needs to make one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from casedesk.store.rows import HasId, Rows
from casedesk.store.search import SearchIndex

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

Record = TypeVar("Record", bound=HasId)


class TableRoom:
    """The connection and the search index that all tables share."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.search = SearchIndex(connection)

    def _rows(
        self,
        record_class: type[Record],
        table: str,
        *,
        order: str = "id",
        searched: tuple[str, ...] = (),
    ) -> Rows[Record]:
        return Rows(
            self._connection,
            self.search,
            record_class,
            table,
            order=order,
            searched=searched,
        )

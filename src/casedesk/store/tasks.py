"""Open tasks over all cases, read along the indexes of their days."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

# The conditions are word for word those of the partial indexes.
_OPEN = """
    SELECT task.id AS task_id,
           coalesce(family_name || ', ' || given_name, '') AS client_name
      FROM task
      LEFT JOIN case_record ON case_record.id = task.case_id
      LEFT JOIN client ON client.id = case_record.client_id
     WHERE task.done_on IS NULL AND task.dropped_on IS NULL
       AND (task.case_id IS NULL
            OR task.case_id NOT IN (SELECT record_id FROM bin))
"""


class OpenTask(NamedTuple):
    """Which task is open, and whose case it belongs to."""

    task_id: str
    client_name: str


class TaskAgenda:
    """Finds what is to be done, in bounded stretches."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def dated(self, limit: int) -> list[OpenTask]:
        """Return the open tasks that have a day, the earliest first."""
        return self._read(
            "AND task.due_on IS NOT NULL ORDER BY task.due_on, task.id", limit
        )

    def undated(self, limit: int) -> list[OpenTask]:
        """Return the open tasks without a day, the oldest first."""
        return self._read("AND task.due_on IS NULL ORDER BY task.id", limit)

    def _read(self, rest: str, limit: int) -> list[OpenTask]:
        rows = self._connection.execute(f"{_OPEN} {rest} LIMIT ? + 0", (limit,))
        return [OpenTask(**dict(row)) for row in rows]

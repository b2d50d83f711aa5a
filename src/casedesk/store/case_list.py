"""The list of clients with their cases, read in one bounded query."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.account_use import AccountUse
from casedesk.domain.case import CaseId
from casedesk.domain.case_line import CaseLine
from casedesk.domain.client import ClientId
from casedesk.domain.phase import Phase
from casedesk.store.accounts import WORKED, use_columns

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection, Row


_USE = use_columns("case_record.id")
# Which cases stand on a page is found first: what lies before it is not read.
_PAGE = """
    SELECT case_record.id AS case_id, sort_key, opened_on
      FROM search_entry
      JOIN case_record ON case_record.client_id = search_entry.record_id
     WHERE search_entry.table_name = 'client'
       AND (closed_on IS NOT NULL) = ?
       AND case_record.id NOT IN (SELECT record_id FROM bin)
     ORDER BY sort_key, opened_on DESC, case_record.id
     LIMIT ? + 0 OFFSET ?
"""


class CaseList:
    """Reads lines of the client list."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lines(self, *, closed: bool, limit: int, offset: int = 0) -> list[CaseLine]:
        """Return open or closed cases in the order of their clients' names."""
        rows = self._connection.execute(
            f"""
            SELECT case_id, client_id, family_name, given_name, case_record.number,
                   case_record.title, case_record.opened_on, closed_on,
                   (SELECT group_concat(phase) FROM phase_run
                     WHERE phase_run.case_id = case_record.id
                       AND phase_run.cycle = case_record.cycle
                       AND finished_on IS NULL) AS phases,
                   {_USE}
              FROM ({_PAGE}) AS page
              JOIN case_record ON case_record.id = page.case_id
              JOIN client ON client.id = case_record.client_id
             ORDER BY page.sort_key, page.opened_on DESC, page.case_id
            """,  # noqa: S608 - all parts are constants
            (int(closed), limit, offset),
        )
        return [_line(row) for row in rows]

    def count(self, *, closed: bool) -> int:
        """Return how many cases are open, or closed."""
        (count,) = self._connection.execute(
            """
            SELECT count(*) FROM case_record
             WHERE (closed_on IS NOT NULL) = ?
               AND id NOT IN (SELECT record_id FROM bin)
            """,
            (int(closed),),
        ).fetchone()
        return int(count)

    def minutes_spent(self, case_id: CaseId) -> int:
        """Return how long was worked in a case, billable or not."""
        (minutes,) = self._connection.execute(
            f"SELECT coalesce(sum({WORKED}), 0) FROM entry WHERE case_id = ?",  # noqa: S608 - a constant is put in
            (case_id,),
        ).fetchone()
        return int(minutes)

    def minutes_by_month(self, case_id: CaseId) -> list[tuple[date, int]]:
        """Return the minutes worked in each month, with its last day of work."""
        rows = self._connection.execute(
            f"""
            SELECT max(happened_on) AS day, sum({WORKED}) AS minutes FROM entry
             WHERE case_id = ? AND {WORKED} > 0
             GROUP BY substr(happened_on, 1, 7) ORDER BY day
            """,  # noqa: S608 - a constant is put in
            (case_id,),
        )
        return [(date.fromisoformat(r["day"]), int(r["minutes"])) for r in rows]

    def highest_number(self, prefix: str) -> str:
        """Return the highest case number that begins with `prefix`, or nothing."""
        row = self._connection.execute(
            """
            SELECT number FROM case_record
             WHERE number >= ? AND number < ?
             ORDER BY length(number) DESC, number DESC LIMIT 1
            """,
            (prefix, prefix + "\U0010ffff"),
        ).fetchone()
        return "" if row is None else str(row["number"])


def _line(row: Row) -> CaseLine:
    named = set((row["phases"] or "").split(",")) - {""}
    return CaseLine(
        case_id=CaseId(row["case_id"]),
        client_id=ClientId(row["client_id"]),
        family_name=row["family_name"],
        given_name=row["given_name"],
        number=row["number"],
        title=row["title"],
        opened_on=date.fromisoformat(row["opened_on"]),
        closed_on=row["closed_on"] and date.fromisoformat(row["closed_on"]),
        phases=tuple(phase for phase in Phase if phase in named),
        use=AccountUse(approved_minutes=row["approved"], used_minutes=row["used"] or 0),
    )

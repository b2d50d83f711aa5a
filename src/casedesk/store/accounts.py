"""What is not billed yet, what is used up, and which invoices are open."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from casedesk.domain.account_use import AccountUse
from casedesk.domain.document import DocumentId
from casedesk.domain.entry import EntryId
from casedesk.domain.invoice import InvoiceId

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlcipher3.dbapi2 import Connection

    from casedesk.domain.case import CaseId
    from casedesk.domain.cost_approval import CostApprovalId
    from casedesk.domain.invoice import Invoice
    from casedesk.domain.time_sheet import TimeSheetId

# An entry waits unless it stands in a sheet that holds it; one's own does not count.
_WAITING = """
    SELECT entry.id FROM entry
     WHERE case_id = :case_id AND is_billable = 1
       AND happened_on BETWEEN :starts_on AND :ends_on
       AND (coalesce(minutes, 0) + coalesce(travel_minutes, 0)
            + coalesce(kilometres, 0) + coalesce(expense_cents, 0) > 0
            OR (minutes IS NULL AND from_time IS NOT NULL AND until_time IS NOT NULL))
       AND NOT EXISTS (
           SELECT 1 FROM time_sheet_line
             JOIN time_sheet ON time_sheet.id = time_sheet_line.sheet_id
            WHERE time_sheet_line.entry_id = entry.id AND takes_over = 1
              AND cancelled_on IS NULL AND time_sheet.id <> :sheet_id)
     ORDER BY happened_on, from_time, entry.id
"""
# The rule of rounding of a case, or else of the practice; each entry is rounded.
_STEP = """coalesce(
    (SELECT rounding_minutes FROM billing_terms WHERE case_id = given.case_id),
    (SELECT rounding_minutes FROM billing_terms WHERE id = 'practice'), 1)"""
_IS_NEAREST = """(coalesce(
    (SELECT rounding_mode FROM billing_terms WHERE case_id = given.case_id),
    (SELECT rounding_mode FROM billing_terms WHERE id = 'practice'), 'up')
    = 'nearest')"""


# As `worked_minutes`: what was noted, or else what passed between two local times.
WORKED = """coalesce(minutes, max(0,
    (unixepoch(coalesce(until_on, happened_on) || 'T' || until_time, 'utc')
     - unixepoch(happened_on || 'T' || from_time, 'utc')) / 60), 0)"""


def _rounded(minutes: str) -> str:
    return f"""(CASE WHEN is_nearest
        THEN (2 * {minutes} + step) / (2 * step) * step
        ELSE ({minutes} + step - 1) / step * step END)"""


def use_columns(case_id: str) -> str:
    """Return approved and used minutes of a case, in SQL.

    They are those of the newest mandate with hours; without one, those of the newest
    cost approval that the record uses up. What is read of an entry stands in the
    index `entry_time`.
    """
    mandate, approval = _newest(case_id), _newest_approval(case_id)
    return f"""
        coalesce((SELECT approved_minutes FROM mandate WHERE id = ({mandate})),
                 (SELECT approved_minutes FROM cost_approval WHERE id = ({approval})))
            AS approved,
        CASE WHEN ({mandate}) IS NOT NULL THEN {used_within("mandate", mandate)}
             ELSE {used_within("cost_approval", approval)} END AS used
    """  # noqa: S608 - all parts are constants of this module


def used_within(table: str, granted_id: str) -> str:
    """Return how many minutes of a case count for what was granted, in SQL.

    `table` has the case and the days between which an entry counts.
    """
    return f"(SELECT sum({_COUNTED}) {_entries_within(table, granted_id)})"


_COUNTED = f"{_rounded(WORKED)} + {_rounded('coalesce(travel_minutes, 0)')}"


def _newest(case_id: str) -> str:
    return f"""SELECT id FROM mandate
                WHERE case_id = {case_id} AND approved_minutes IS NOT NULL
                ORDER BY coalesce(starts_on, '') DESC, id DESC LIMIT 1"""  # noqa: S608 - a name of this room


def _newest_approval(case_id: str) -> str:
    return f"""SELECT id FROM cost_approval
                WHERE case_id = {case_id} AND approved_minutes IS NOT NULL
                  AND counts_entries = 1 AND settled_on IS NULL
                ORDER BY coalesce(starts_on, '') DESC, id DESC LIMIT 1"""  # noqa: S608 - a name of this room


def _entries_within(table: str, granted_id: str) -> str:
    """Return where entries that count for what was granted are found."""
    return _entries_of(table, f"id = ({granted_id})")


def _entries_of(table: str, which: str) -> str:
    return f"""
           FROM (SELECT case_id, starts_on, ends_on, {_STEP} AS step,
                        {_IS_NEAREST} AS is_nearest
                   FROM {table} AS given WHERE {which}) AS granted
           JOIN entry ON entry.case_id = granted.case_id AND is_billable = 1
            AND happened_on BETWEEN coalesce(granted.starts_on, '')
                                AND coalesce(granted.ends_on, '9999')"""  # noqa: S608 - as above


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvoice:
    """An invoice for which money is awaited, with whose case it is of."""

    invoice_id: InvoiceId
    client_name: str


class Accounts:
    """Reads over entries, time sheets and invoices, each in one bounded query."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(
        self,
        case_id: CaseId,
        period: tuple[date, date],
        *,
        besides: TimeSheetId | None = None,
    ) -> list[EntryId]:
        """Return the billable entries of a period that stand in no other sheet."""
        rows = self._connection.execute(
            _WAITING,
            {
                "case_id": case_id,
                "starts_on": period[0].isoformat(),
                "ends_on": period[1].isoformat(),
                "sheet_id": besides or "",
            },
        )
        return [EntryId(row["id"]) for row in rows]

    def use_of(self, case_id: CaseId) -> AccountUse:
        """Return what is approved and used in a case."""
        columns = use_columns(":case_id")
        row = self._connection.execute(
            f"SELECT {columns}", {"case_id": case_id}
        ).fetchone()  # columns are constants, so S608 does not apply
        return AccountUse(
            approved_minutes=row["approved"], used_minutes=row["used"] or 0
        )

    def used_of_mandates(self, case_id: CaseId) -> int | None:
        """Return the minutes that count for all mandates with approved hours.

        Without one, nothing counts. Where two run at a time, an entry counts once.
        """
        which = "case_id = :case_id AND approved_minutes IS NOT NULL"
        row = self._connection.execute(
            f"""
            SELECT EXISTS (SELECT 1 FROM mandate WHERE {which}) AS is_any,
                   (SELECT sum(minutes)
                      FROM (SELECT DISTINCT entry.id, {_COUNTED} AS minutes
                            {_entries_of("mandate", which)})) AS used
            """,  # noqa: S608 - constants are put in
            {"case_id": case_id},
        ).fetchone()
        return int(row["used"] or 0) if row["is_any"] else None

    def used_of(self, approval_id: CostApprovalId) -> int:
        """Return the minutes of the record that count for a cost approval."""
        (minutes,) = self._connection.execute(
            f"SELECT {used_within('cost_approval', ':id')}", {"id": approval_id}
        ).fetchone()  # S608: constants alone are put in
        return int(minutes or 0)

    def used_by_month(self, case_id: CaseId) -> list[tuple[date, int]]:
        """Return what each month used of the approved time, with its last day."""
        # S608: constants alone are put in.
        (has_mandate,) = self._connection.execute(
            f"SELECT ({_newest(':case_id')}) IS NOT NULL",
            {"case_id": case_id},
        ).fetchone()
        within = _entries_within("cost_approval", _newest_approval(":case_id"))
        if has_mandate:
            within = _entries_within("mandate", _newest(":case_id"))
        # S608: only constants are put in.
        rows = self._connection.execute(
            f"""
            SELECT max(happened_on) AS day, sum({_COUNTED}) AS minutes
            {within}
             GROUP BY substr(happened_on, 1, 7) ORDER BY day
            """,  # the parts are constants, so S608 does not apply
            {"case_id": case_id},
        )
        return [(date.fromisoformat(r["day"]), int(r["minutes"])) for r in rows]

    def billed_in(
        self, entry_ids: Iterable[EntryId]
    ) -> defaultdict[EntryId, list[DocumentId]]:
        """Return the papers of the issued time sheets in which entries stand."""
        wanted = tuple(entry_ids)
        marks = ", ".join("?" * len(wanted))
        rows = self._connection.execute(
            f"""
            SELECT entry_id, document_id FROM time_sheet_line
              JOIN time_sheet ON time_sheet.id = time_sheet_line.sheet_id
             WHERE time_sheet_line.entry_id IN ({marks}) AND takes_over = 1
               AND issued_on IS NOT NULL AND cancelled_on IS NULL
            """,  # noqa: S608 - marks alone
            wanted,
        )
        found: defaultdict[EntryId, list[DocumentId]] = defaultdict(list)
        for row in rows:
            found[EntryId(row["entry_id"])].append(DocumentId(row["document_id"]))
        return found

    def highest_count(self, year: int) -> int:
        """Return the highest count of a number given in a year; 0 if there is none."""
        (count,) = self._connection.execute(
            "SELECT coalesce(max(count), 0) FROM invoice_number WHERE year = ?", (year,)
        ).fetchone()
        return int(count)

    def give_number(self, invoice: Invoice, year: int, count: int) -> None:
        """Note the number of an invoice that is issued; it is never given again."""
        issued_on = invoice.issued_on or date.min
        self._connection.execute(
            "INSERT INTO invoice_number VALUES (?, ?, ?, ?, ?, ?)",
            (
                invoice.number,
                year,
                count,
                issued_on.isoformat(),
                invoice.currency,
                invoice.total_cents,
            ),
        )

    def open_invoices(self, limit: int) -> list[OpenInvoice]:
        """Return the open invoices of all cases, those due first at the top."""
        rows = self._connection.execute(
            """
            SELECT invoice.id, family_name || ', ' || given_name AS client_name
              FROM invoice
              JOIN case_record ON case_record.id = invoice.case_id
              JOIN client ON client.id = case_record.client_id
             WHERE issued_on IS NOT NULL AND paid_on IS NULL
               AND cancelled_on IS NULL AND credits_id IS NULL
               AND invoice.case_id NOT IN (SELECT record_id FROM bin)
             ORDER BY due_on, invoice.number LIMIT ? + 0
            """,
            (limit,),
        )
        return [
            OpenInvoice(invoice_id=InvoiceId(row["id"]), client_name=row["client_name"])
            for row in rows
        ]

"""A closed case is only read: looked at by the end of every deed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.closure import CaseClosed

if TYPE_CHECKING:
    from casedesk.store.tables import Tables

GOES_ON = frozenset(
    {
        # What a client may do at any time, and what has to be logged then.
        *("consent", "consent_item", "withdrawal_notice", "withholding"),
        *("statutory_basis", "information_receipt", "disclosure", "handover"),
        *("drawn_signature", "received_document", "received_page"),
        # A correction beneath an entry that stays as it is.
        "addendum",
        # What a look back at the file finds does not apply.
        "quality_waiver",
        # A watch that still runs is stopped; its entry stays as it is.
        "stopwatch",
        # What is to be done after the end.
        *("task", "billing_terms", "time_sheet", "time_sheet_line", "invoice"),
        *("invoice_number", "flat_fee", "reminder"),
        # Who asked for an account of the case gets it after its end, too.
        *("report", "report_section"),
    }
)
"""Tables whose records may be written although their case is closed."""
FREE = ("case.close", "case.reopen", "demo.")
"""Deeds that close a case, open it again, or make one that is closed."""


def refuse_in_closed(tables: Tables, action: str) -> None:
    """Raise `CaseClosed` if the deed at hand changed what only is read.

    It counts whether a case was closed before the deed, or is so by its end.
    """
    if action.startswith(FREE):
        return
    deed = tables.deeds.latest()
    before = _closed_before(tables, deed)
    for table, case_id in tables.history.cases_touched_by(deed):
        if table in GOES_ON:
            continue
        if case_id in before or is_closed(tables, case_id):
            raise CaseClosed


def _closed_before(tables: Tables, deed: int) -> set[str]:
    """Return the cases that a deed found closed and changed."""
    return {
        str(before["id"])
        for table, before in tables.history.changed_by(deed)
        if table == "case_record" and before["closed_on"] is not None
    }


def is_closed(tables: Tables, case_id: str) -> bool:
    """Tell whether a case is closed; one that is gone is not."""
    case = tables.cases.find(case_id)
    return case is not None and case.closed_on is not None


# Any record: those without a case belong to none.
def may_change(tables: Tables, table: str, record: object) -> bool:
    """Tell whether a record can be changed, as far as its case is concerned."""
    case_id = record_case(table, record)
    return table in GOES_ON or not (case_id and is_closed(tables, case_id))


def record_case(table: str, record: object) -> str:
    """Return the id of the case to which a record belongs, or nothing."""
    name = "id" if table == "case_record" else "case_id"
    return str(getattr(record, name, "") or "")

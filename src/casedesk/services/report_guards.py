"""What stays as its recipient got it, looked at in the deed that would change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.report import ReportStays, check_report_change

if TYPE_CHECKING:
    from casedesk.domain.report import Report, ReportSection
    from casedesk.store.tables import Tables


def guard_report(_: Tables, before: Report | None, after: Report | None) -> None:
    """Raise `ReportStays` if an issued report would change, or one would come in.

    It is begun by a deed of its own, with its sections, and issued with its paper.
    """
    if before is None:
        raise ReportStays
    check_report_change(before, after)


def guard_restored_report(
    _: Tables, before: Report | None, after: Report | None
) -> None:
    """Raise `ReportStays` if an issued report would come back or go.

    A draft that was thrown away comes back with its sections.
    """
    either = before or after
    if either is not None:
        check_report_change(either, after)


def guard_report_section(
    tables: Tables, before: ReportSection | None, after: ReportSection | None
) -> None:
    """Raise `ReportStays` unless a section of a draft is changed."""
    if before is None or after is None:
        raise ReportStays
    guard_restored_section(tables, before, after)


def guard_restored_section(
    tables: Tables, before: ReportSection | None, after: ReportSection | None
) -> None:
    """Raise `ReportStays` if a section would come back or go once it was issued."""
    either = before or after
    if either is not None and tables.reports.get(either.report_id).is_issued:
        raise ReportStays

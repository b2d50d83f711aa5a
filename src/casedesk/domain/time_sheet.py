"""Time sheets: what was done for a payer in a period, without any word of the record.

A sheet is a draft until it is issued; then it and the entries in it stay as they are,
until it is cancelled. A line has the neutral text alone, never what the record says.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.entry import TimeCategory
from casedesk.domain.problems import RuleBroken
from casedesk.domain.tariff import BillingUnit
from casedesk.domain.working_time import Rounding, RoundingMode, worked_minutes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, time

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.document import DocumentId
    from casedesk.domain.entry import Entry, EntryId

TimeSheetId = NewType("TimeSheetId", str)
TimeSheetLineId = NewType("TimeSheetLineId", str)


class TimeSheetState(StrEnum):
    """Where a time sheet stands. It follows from its days."""

    DRAFT = "draft"
    ISSUED = "issued"
    CANCELLED = "cancelled"


class TimeSheetStays(RuleBroken):
    """What was issued is not changed; it can be cancelled."""


class TimeSheetBehind(RuleBroken):
    """The record has changed since the sheet was begun."""


class TimeSheetEmpty(RuleBroken):
    """A time sheet without a single line is not issued."""


class TimeSheetEndsBeforeItBegins(RuleBroken):
    """The last day of the period lies before its first."""


class TimeSheetInvoiced(RuleBroken):
    """An invoice rests on this time sheet; that has to be cancelled first."""


class CancelledWithoutReason(RuleBroken):
    """What was issued is cancelled with a reason."""


class NotIssued(RuleBroken):
    """Only what was issued can be cancelled; a draft is removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSheet:
    """The work for one payer of a case in a period."""

    id: TimeSheetId
    case_id: CaseId
    party_id: PartyId | None = None
    """Who pays; nobody means the client."""
    starts_on: date
    ends_on: date
    reference_number: str = ""
    approval_number: str = ""
    note: str = ""
    rounding_minutes: int = 1
    rounding_mode: RoundingMode = RoundingMode.UP
    unit: BillingUnit = BillingUnit.HOUR
    """In which units the sums are given beside the hours."""
    created_on: date
    issued_on: date | None = None
    document_id: DocumentId | None = None
    number: str = ""
    cancelled_on: date | None = None
    cancel_reason: str = ""

    @property
    def rounding(self) -> Rounding:
        """Return how the time of each entry is rounded."""
        return Rounding(step=self.rounding_minutes, mode=self.rounding_mode)

    @property
    def state(self) -> TimeSheetState:
        """Return where it stands."""
        if self.cancelled_on is not None:
            return TimeSheetState.CANCELLED
        return TimeSheetState.DRAFT if self.issued_on is None else TimeSheetState.ISSUED


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSheetLine:
    """One entry as the payer reads it."""

    id: TimeSheetLineId
    case_id: CaseId
    sheet_id: TimeSheetId
    entry_id: EntryId | None = None
    happened_on: date
    from_time: time | None = None
    until_time: time | None = None
    time_category: TimeCategory | None = None
    minutes: int = 0
    travel_minutes: int = 0
    kilometres: int = 0
    expense_cents: int = 0
    expense_note: str = ""
    has_receipt: bool = False
    text: str = ""
    """The neutral text, which may be written here, too."""
    copied_text: str = ""
    """The neutral text as the record said it when it was taken over."""
    takes_over: bool = True
    """Whether it stands in the sheet; left out, its entry waits for another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategorySum:
    """How much of one kind of work there is in a sheet."""

    category: TimeCategory | None
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What a sheet comes to."""

    categories: tuple[CategorySum, ...]
    minutes: int
    kilometres: int
    expense_cents: int


# What is said anew by the record; the text and the choice are the sheet's own.
_FROM_RECORD = (
    *("happened_on", "from_time", "until_time", "time_category", "minutes"),
    *("travel_minutes", "kilometres", "expense_cents", "expense_note"),
    *("has_receipt", "copied_text"),
)


def check_sheet(sheet: TimeSheet) -> None:
    """Raise `TimeSheetEndsBeforeItBegins` if its days contradict each other."""
    if sheet.ends_on < sheet.starts_on:
        raise TimeSheetEndsBeforeItBegins


def line_of(
    line_id: TimeSheetLineId, sheet: TimeSheet, entry: Entry, neutral_text: str
) -> TimeSheetLine:
    """Return an entry as a line. Of its words, the neutral text alone is taken."""
    rounding = sheet.rounding
    return TimeSheetLine(
        id=line_id,
        case_id=sheet.case_id,
        sheet_id=sheet.id,
        entry_id=entry.id,
        happened_on=entry.happened_on,
        from_time=entry.from_time,
        until_time=entry.until_time,
        time_category=entry.time_category,
        minutes=rounding.of(worked_minutes(entry)),
        travel_minutes=rounding.of(entry.travel_minutes or 0),
        kilometres=entry.kilometres or 0,
        expense_cents=entry.expense_cents or 0,
        expense_note=entry.expense_note,
        has_receipt=entry.has_receipt,
        text=neutral_text,
        copied_text=neutral_text,
    )


def renewed(line: TimeSheetLine, fresh: TimeSheetLine) -> TimeSheetLine:
    """Return a line with what the record says now; its own text stays."""
    said = {name: getattr(fresh, name) for name in _FROM_RECORD}
    is_own = line.text not in ("", line.copied_text)
    return replace(line, **said, text=line.text if is_own else fresh.text)


def is_behind(lines: Iterable[TimeSheetLine], fresh: Iterable[TimeSheetLine]) -> bool:
    """Whether the lines of a draft differ from what the record says now."""
    return {_said(line) for line in lines} != {_said(line) for line in fresh}


def _said(line: TimeSheetLine) -> tuple[object, ...]:
    return (line.entry_id, *(getattr(line, name) for name in _FROM_RECORD))


def in_order(lines: Iterable[TimeSheetLine]) -> list[TimeSheetLine]:
    """Return the lines by day and time; those without a time come first."""
    return sorted(
        lines,
        key=lambda line: (
            line.happened_on,
            "" if line.from_time is None else line.from_time.isoformat(),
            line.id,
        ),
    )


def sums(lines: Iterable[TimeSheetLine]) -> Sums:
    """Add up what stands in the sheet; all time on the way counts as travel."""
    shown = [line for line in lines if line.takes_over]
    minutes: dict[TimeCategory | None, int] = {}
    for line in shown:
        _add(minutes, line.time_category, line.minutes)
        _add(minutes, TimeCategory.TRAVEL, line.travel_minutes)
    order = (*TimeCategory, None)
    return Sums(
        categories=tuple(
            CategorySum(category=each, minutes=minutes[each])
            for each in order
            if each in minutes
        ),
        minutes=sum(minutes.values()),
        kilometres=sum(line.kilometres for line in shown),
        expense_cents=sum(line.expense_cents for line in shown),
    )


def _add(
    minutes: dict[TimeCategory | None, int], key: TimeCategory | None, more: int
) -> None:
    if more:
        minutes[key] = minutes.get(key, 0) + more


def check_sheet_change(before: TimeSheet, after: TimeSheet | None) -> None:
    """Raise `TimeSheetStays` if an issued or cancelled sheet would change or go."""
    is_still_draft = before.state is TimeSheetState.DRAFT
    if not is_still_draft and after != before:
        raise TimeSheetStays
    if after is not None and after.state is not before.state:
        raise TimeSheetStays  # it is issued with its paper, and cancelled by a deed


def check_line_change(
    sheet: TimeSheet, before: TimeSheetLine | None, after: TimeSheetLine | None
) -> None:
    """Raise `TimeSheetStays` unless text or choice of a line of a draft is changed."""
    if sheet.state is not TimeSheetState.DRAFT or before is None or after is None:
        raise TimeSheetStays
    for field in fields(before):
        is_changed = getattr(before, field.name) != getattr(after, field.name)
        if is_changed and field.name not in ("text", "takes_over"):
            raise TimeSheetStays


def cancelled(sheet: TimeSheet, day: date, reason: str) -> TimeSheet:
    """Return an issued sheet cancelled, or raise what forbids it."""
    if sheet.state is not TimeSheetState.ISSUED:
        raise NotIssued
    if not reason.strip():
        raise CancelledWithoutReason
    return replace(sheet, cancelled_on=day, cancel_reason=reason.strip())

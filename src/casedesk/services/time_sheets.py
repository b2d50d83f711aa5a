"""Time sheets: begun from the record, kept in step with it, cancelled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedesk.domain.billing_terms import (
    OF_THE_PRACTICE,
    BillingTerms,
    BillingTermsId,
    effective,
)
from casedesk.domain.case import PartyRole
from casedesk.domain.cost_approval import fitting
from casedesk.domain.tariff import BillingUnit
from casedesk.domain.time_sheet import (
    TimeSheet,
    TimeSheetId,
    TimeSheetLine,
    TimeSheetLineId,
    TimeSheetState,
    TimeSheetStays,
    cancelled,
    check_sheet,
    is_behind,
    line_of,
    renewed,
)
from casedesk.services.account_guards import check_not_billed
from casedesk.services.provisions import read_use

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.account_use import AccountUse
    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.cost_approval import CostApproval, Use
    from casedesk.domain.entry import Entry
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSheet:
    """A time sheet with its lines, and whether the record has changed since."""

    sheet: TimeSheet
    lines: tuple[TimeSheetLine, ...]
    is_behind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownApproval:
    """A cost approval on which a sheet may rest, and how much of it is used."""

    approval: CostApproval
    use: Use


class TimeSheetService:
    """Makes time sheets of what is billable and stands in no other sheet."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def use_of(self, case_id: CaseId) -> AccountUse:
        """Return how much of the approved time of a case is used."""
        with self._database.read() as tables:
            return tables.accounts.use_of(case_id)

    def terms(self, case_id: CaseId | None = None) -> BillingTerms:
        """Return the terms that hold in a case, or those of the practice."""
        with self._database.read() as tables:
            return read_terms(tables, case_id)

    def own_terms(self, case_id: CaseId | None = None) -> BillingTerms | None:
        """Return what was entered for the practice, or for a case, if anything was."""
        with self._database.read() as tables:
            if case_id is None:
                return tables.billing_terms.find(OF_THE_PRACTICE)
            return next(iter(tables.billing_terms.of(case_id=case_id)), None)

    def begin_terms(self, case_id: CaseId | None = None) -> BillingTerms:
        """Let the practice, or a case, have terms of its own, which say nothing yet."""
        terms_id = OF_THE_PRACTICE
        if case_id is not None:
            terms_id = BillingTermsId(self._clock.new_id())
        terms = BillingTerms(id=terms_id, case_id=case_id)
        with self._database.write("billing_terms.add", terms_id) as tables:
            tables.billing_terms.add(terms)
        self._announcer.announce("billing_terms")
        return terms

    def waiting(self, case_id: CaseId, period: tuple[date, date]) -> list[Entry]:
        """Return the billable entries of a period that stand in no sheet."""
        with self._database.read() as tables:
            return _entries(tables, case_id, period, None)

    def shown(self, sheet_id: TimeSheetId) -> ShownSheet:
        """Return a sheet with its lines."""
        with self._database.read() as tables:
            return read_shown(tables, self._clock, sheet_id)

    def begin(
        self, case_id: CaseId, party_id: PartyId | None, period: tuple[date, date]
    ) -> TimeSheet:
        """Begin a sheet of all that waits in a period, with its rounding of today."""
        sheet_id = TimeSheetId(self._clock.new_id())
        with self._database.write("time_sheet.begin", sheet_id) as tables:
            terms = read_terms(tables, case_id)
            rounding = terms.rounding
            mandate = next(iter(tables.mandates.of(case_id=case_id)), None)
            sheet = TimeSheet(
                id=sheet_id,
                case_id=case_id,
                party_id=party_id,
                starts_on=period[0],
                ends_on=period[1],
                reference_number=mandate.reference_number if mandate else "",
                approval_number=_only_number(
                    fitting(tables.cost_approvals.of(case_id=case_id), party_id, period)
                ),
                unit=terms.unit or BillingUnit.HOUR,
                rounding_minutes=rounding.step,
                rounding_mode=rounding.mode,
                created_on=self._clock.today(),
            )
            check_sheet(sheet)
            tables.time_sheets.add(sheet)
            for line in fresh_lines(tables, self._clock, sheet):
                tables.time_sheet_lines.add(line)
        self._announcer.announce("time_sheet")
        return sheet

    def approvals(self, sheet_id: TimeSheetId) -> list[ShownApproval]:
        """Return the cost approvals on which a sheet may rest, with their use."""
        with self._database.read() as tables:
            sheet = tables.time_sheets.get(sheet_id)
            period = (sheet.starts_on, sheet.ends_on)
            known = tables.cost_approvals.of(case_id=sheet.case_id)
            return [
                ShownApproval(approval=each, use=read_use(tables, each))
                for each in fitting(known, sheet.party_id, period)
            ]

    def take_in(self, sheet_id: TimeSheetId) -> None:
        """Bring a draft in step with the record; its own texts and choices stay."""
        with self._database.write("time_sheet.take_in", sheet_id) as tables:
            sheet = tables.time_sheets.get(sheet_id)
            if sheet.state is not TimeSheetState.DRAFT:
                raise TimeSheetStays
            self._renew(tables, sheet)
        self._announcer.announce("time_sheet")

    def remove_draft(self, sheet_id: TimeSheetId) -> None:
        """Throw a draft away; what stood in it waits for another sheet."""
        with self._database.write("time_sheet.remove", sheet_id) as tables:
            if tables.time_sheets.get(sheet_id).state is not TimeSheetState.DRAFT:
                raise TimeSheetStays
            tables.time_sheets.remove(sheet_id)
        self._announcer.announce("time_sheet")

    def cancel(self, sheet_id: TimeSheetId, reason: str) -> TimeSheet:
        """Cancel an issued sheet; it stays, and its entries wait for another one."""
        with self._database.write("time_sheet.cancel", sheet_id) as tables:
            sheet = tables.time_sheets.get(sheet_id)
            check_not_billed(tables, sheet)
            done = cancelled(sheet, self._clock.today(), reason)
            tables.time_sheets.update(done)
        self._announcer.announce("time_sheet")
        return done

    def payers(self, case_id: CaseId) -> list[PartyId]:
        """Return who pays in a case, those named as payers first."""
        with self._database.read() as tables:
            parties = tables.parties.of(case_id=case_id)
        roles = (PartyRole.PAYER, PartyRole.COMMISSIONER, PartyRole.INVOICE_RECIPIENT)
        found = [each.id for role in roles for each in parties if role in each.roles]
        return list(dict.fromkeys(found))

    def _renew(self, tables: Tables, sheet: TimeSheet) -> None:
        known = {
            line.entry_id: line
            for line in tables.time_sheet_lines.of(sheet_id=sheet.id)
        }
        for fresh in fresh_lines(tables, self._clock, sheet):
            line = known.pop(fresh.entry_id, None)
            if line is None:
                tables.time_sheet_lines.add(fresh)
            elif renewed(line, fresh) != line:
                tables.time_sheet_lines.update(renewed(line, fresh))
        for gone in known.values():
            tables.time_sheet_lines.remove(gone.id)


def _only_number(approvals: list[CostApproval]) -> str:
    """Return the number of an approval where there is no other to choose from."""
    numbers = {each.number.strip() for each in approvals}
    return numbers.pop() if len(numbers) == 1 else ""


def read_terms(tables: Tables, case_id: CaseId | None) -> BillingTerms:
    """Return the terms that hold in a case, or those of the practice."""
    found = tables.billing_terms.find(OF_THE_PRACTICE)
    of_practice = found or BillingTerms(id=OF_THE_PRACTICE)
    own = tables.billing_terms.of(case_id=case_id) if case_id else []
    return effective(of_practice, next(iter(own), None))


def read_shown(tables: Tables, clock: Clock, sheet_id: TimeSheetId) -> ShownSheet:
    """Read a sheet with its lines."""
    sheet = tables.time_sheets.get(sheet_id)
    lines = tables.time_sheet_lines.of(sheet_id=sheet_id)
    is_draft = sheet.state is TimeSheetState.DRAFT
    behind = is_draft and is_behind(lines, fresh_lines(tables, clock, sheet))
    return ShownSheet(sheet=sheet, lines=tuple(lines), is_behind=behind)


def fresh_lines(tables: Tables, clock: Clock, sheet: TimeSheet) -> list[TimeSheetLine]:
    """Return the lines of a sheet as the record would make them now."""
    period = (sheet.starts_on, sheet.ends_on)
    neutral = _neutral_texts(tables, sheet.case_id)
    return [
        line_of(
            TimeSheetLineId(clock.new_id()),
            sheet,
            entry,
            neutral.get(entry.id) or entry.neutral_text,
        )
        for entry in _entries(tables, sheet.case_id, period, sheet.id)
    ]


def _entries(
    tables: Tables,
    case_id: CaseId,
    period: tuple[date, date],
    besides: TimeSheetId | None,
) -> list[Entry]:
    ids = tables.accounts.waiting(case_id, period, besides=besides)
    found = {entry.id: entry for entry in tables.entries.among(ids)}
    return [found[each] for each in ids]


def _neutral_texts(tables: Tables, case_id: CaseId) -> dict[str, str]:
    """Return the newest neutral text among the addenda of each entry."""
    return {
        addendum.entry_id: addendum.neutral_text
        for addendum in tables.addenda.of(case_id=case_id)
        if addendum.neutral_text.strip()
    }

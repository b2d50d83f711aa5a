"""The words of the time sheet. It knows no record, only the lines of the sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedesk.domain.tariff import BillingUnit
from casedesk.domain.time_sheet import in_order, sums
from casedesk.domain.working_time import RoundingMode
from casedesk.pdf.blocks import ByHand, Column, Fact, Signature, Stacked, Table
from casedesk.pdf.time_sheet import TimeSheetPaper
from casedesk.services.paper_words.imprint import sheet as sheet_of
from casedesk.words import phrases

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casedesk.domain.entry import TimeCategory
    from casedesk.domain.time_sheet import Sums, TimeSheetLine
    from casedesk.pdf.blocks import Cell
    from casedesk.services.paper_words.case_records import CaseRecords
    from casedesk.services.paper_words.imprint import Imprint
    from casedesk.services.time_sheets import ShownSheet
    from casedesk.words.catalog import Words

    Money = Callable[[int], str]

TIME_SHEET_TEMPLATE = "2026.2"


def time_sheet(
    imprint: Imprint,
    case: CaseRecords,
    shown: ShownSheet,
    currency: str,
    words: Words,
) -> TimeSheetPaper:
    """Compose the sheet from its lines."""
    sheet = shown.sheet

    def money(cents: int) -> str:
        return phrases.money(cents or None, currency, case.practice.country)

    lines = [line for line in in_order(shown.lines) if line.takes_over]
    total = sums(lines)
    return TimeSheetPaper(
        sheet=sheet_of(imprint, case, words),
        title=words("Time sheet"),
        edition=imprint.edition(words, words.day(case.today)),
        facts=_facts(case, shown, words),
        note=sheet.note,
        lines=_lines(lines, total, money, words),
        expenses_heading=words("Expenses") if total.expense_cents else "",
        expenses=_expenses(lines, money, words) if total.expense_cents else None,
        sums_heading=words("Sums"),
        sums=_sums(total, sheet.unit, money, words),
        rounding=_rounding(shown, words),
        signatures=_signatures(case, words),
    )


def category(value: TimeCategory | None, words: Words) -> str:
    """Name a kind of work; what was not sorted is work."""
    return words("Case work") if value is None else words.label(value)


def period(shown: ShownSheet, words: Words) -> str:
    """Say from when until when the sheet goes."""
    sheet = shown.sheet
    return words("{first} to {last}").format(
        first=words.day(sheet.starts_on), last=words.day(sheet.ends_on)
    )


def _facts(case: CaseRecords, shown: ShownSheet, words: Words) -> tuple[Fact, ...]:
    sheet = shown.sheet
    payer = case.parties.get(sheet.party_id) if sheet.party_id else None
    return (
        Fact(label=words("Client"), value=case.client.full_name),
        Fact(label=words("Born"), value=words.partial_day(case.client.born)),
        Fact(
            label=words("Payer"),
            value=payer.name if payer else case.client.full_name,
        ),
        Fact(label=words("Period"), value=period(shown, words)),
        Fact(label=words("Reference of the payer"), value=sheet.reference_number),
        Fact(label=words("Cost approval"), value=sheet.approval_number),
        Fact(label=words("Case manager"), value=case.practice.holder_name),
    )


def _lines(
    lines: list[TimeSheetLine], total: Sums, money: Money, words: Words
) -> Table:
    """A column that is empty throughout is left out."""
    shown = [
        (column, cell)
        for column, cell, has_any in _columns(lines, total, money, words)
        if has_any
    ]
    return Table(
        columns=tuple(column for column, _cell in shown),
        rows=tuple(tuple(cell(line) for _column, cell in shown) for line in lines),
    )


def _columns(
    lines: list[TimeSheetLine], total: Sums, money: Money, words: Words
) -> Iterator[tuple[Column, Callable[[TimeSheetLine], Cell], bool]]:
    """Yield each column with what it shows of a line, and whether it shows any."""
    yield Column(title=words("Day"), share=21), lambda s: words.day(s.happened_on), True
    has_times = any(line.from_time for line in lines)
    yield Column(title=words("Time of day"), share=18), _times, has_times
    work = Column(title=words("Work"), share=62, hyphenated=True)
    yield work, lambda line: _work(line, words), True
    yield Column(title=words("Min."), share=13), lambda line: str(line.minutes), True
    way = Column(title=words("On the way"), share=15)
    has_way = any(line.travel_minutes for line in lines)
    yield way, lambda line: str(line.travel_minutes or ""), has_way
    kilometres = Column(title=words("km"), share=11)
    has_kilometres = bool(total.kilometres)
    yield kilometres, lambda line: str(line.kilometres or ""), has_kilometres
    expenses = Column(title=words("Expenses"), share=22)
    has_expenses = bool(total.expense_cents)
    yield expenses, lambda line: money(line.expense_cents), has_expenses
    yield Column(title=words("Initials"), share=20), lambda _line: ByHand(), True


def _expenses(lines: list[TimeSheetLine], money: Money, words: Words) -> Table:
    """List what was spent, and number the receipts that go with the sheet."""
    columns = (
        Column(title=words("Day"), share=21),
        Column(title=words("Spent on"), share=90, hyphenated=True),
        Column(title=words("Receipt"), share=40),
        Column(title=words("Amount"), share=29),
    )
    rows, receipts = [], 0
    for line in lines:
        if not line.expense_cents:
            continue
        receipts += line.has_receipt
        receipt = words("Receipt {number}").format(number=receipts)
        rows.append(
            (
                words.day(line.happened_on),
                line.expense_note,
                receipt if line.has_receipt else words("without a receipt"),
                money(line.expense_cents),
            )
        )
    return Table(columns=columns, rows=tuple(rows))


def _times(line: TimeSheetLine) -> str:
    if line.from_time is None:
        return ""
    until = f"{line.until_time:%H:%M}" if line.until_time else ""
    return f"{line.from_time:%H:%M}–{until}"


def _work(line: TimeSheetLine, words: Words) -> Stacked:
    text = Fact(label="", value=line.text)
    return Stacked(category(line.time_category, words), (text,))


def _sums(total: Sums, unit: BillingUnit, money: Money, words: Words) -> Table:
    rows = [
        (category(each.category, words), exact_hours(each.minutes, words))
        for each in total.categories
    ]
    rows.append((words("Time in all"), exact_hours(total.minutes, words)))
    if unit is BillingUnit.LESSON:
        lessons = words("Units of 45 minutes, to two decimals")
        rows.append((lessons, phrases.units(total.minutes, unit, words)))
    if total.kilometres:
        rows.append((words("Kilometres"), str(total.kilometres)))
    if total.expense_cents:
        rows.append((words("Expenses"), money(total.expense_cents)))
    columns = (Column(title="", share=3), Column(title=words("Hours"), share=1))
    return Table(columns=columns, rows=tuple(rows))


def exact_hours(minutes: int, words: Words) -> str:
    """Write minutes as hours and minutes, so that nothing is lost by rounding."""
    hours, rest = divmod(minutes, 60)
    return words("{hours}:{minutes:02} h").format(hours=hours, minutes=rest)


def _rounding(shown: ShownSheet, words: Words) -> str:
    rounding = shown.sheet.rounding
    if rounding.step == 1:
        return words("The time is given to the minute.")
    if rounding.mode is RoundingMode.UP:
        said = words("The time of each entry is rounded up to {step} minutes.")
    else:
        said = words("The time of each entry is rounded to the nearest {step} minutes.")
    return said.format(step=rounding.step)


def _signatures(case: CaseRecords, words: Words) -> tuple[Signature, ...]:
    place_date = words("Place, date")
    signers = (
        (case.practice.holder_name, words("Case manager")),
        (case.client.full_name, words("Client")),
    )
    return tuple(
        Signature(name=name, role=role, place_date=place_date) for name, role in signers
    )

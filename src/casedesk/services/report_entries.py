"""Entries of the record that are put into a report by hand, one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.content import kinds_in_entry
from casedesk.domain.report import (
    EntryNotForRecipient,
    LeftOut,
    ReportPart,
    ReportSource,
    ReportStays,
)
from casedesk.services.paper_words.case_records import read_case
from casedesk.services.paper_words.report_reader import Gathering, point, reader_of
from casedesk.words.catalog import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.addendum import Addendum
    from casedesk.domain.entry import Entry, EntryId
    from casedesk.domain.report import Report, ReportId, ReportSection
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.services.paper_words.report_reader import ReportReader
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedEntry:
    """An entry of the period, and what stands against putting it in, if anything."""

    entry: Entry
    words: str
    """Its text with what was added beneath it, as it would be put in."""
    left_out: LeftOut | None = None


class ReportEntryService:
    """Offers the entries of a period, and puts the chosen ones into a draft."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def offered(self, report_id: ReportId) -> list[OfferedEntry]:
        """Return the entries of the period that have a text, the oldest first."""
        with self._database.read() as tables:
            report = tables.reports.get(report_id)
            reader = self._reader(tables, report)
            found = [
                each
                for each in tables.entries.of(case_id=report.case_id)
                if report.covers(each.happened_on) and each.text.strip()
            ]
            addenda = tables.addenda.of(case_id=report.case_id)
        found.sort(key=lambda each: (each.happened_on, each.id))
        words = Words(report.language)
        return [
            OfferedEntry(
                entry=each,
                words=_whole(each, addenda, words),
                left_out=_left_out(each, reader),
            )
            for each in found
        ]

    def put_in(self, report_id: ReportId, entry_id: EntryId) -> ReportSection:
        """Add an entry with its addenda; return the section as it was before.

        The section then tells what the entry tells. Raises `EntryNotForRecipient` if
        the recipient may not know that.
        """
        with self._database.write("report.put_in", report_id) as tables:
            report = tables.reports.get(report_id)
            if report.is_issued:
                raise ReportStays
            entry = tables.entries.get(entry_id)
            if _left_out(entry, self._reader(tables, report)) is not None:
                raise EntryNotForRecipient
            [before] = [
                each
                for each in tables.report_sections.of(report_id=report_id)
                if each.part is ReportPart.EVENTS
            ]
            words = Words(report.language)
            day, kind = words.day(entry.happened_on), words.label(entry.kind)
            addenda = tables.addenda.of(entry_id=entry_id)
            line = point(f"{day}, {kind}: {_whole(entry, addenda, words)}")
            shown = replace(before, is_left_out=False)
            told = (*shown.told, *kinds_in_entry(entry.life_domains))
            tables.report_sections.update(
                replace(
                    shown,
                    text="\n".join(filter(None, (before.text.rstrip(), line))),
                    categories=tuple(dict.fromkeys(told)),
                )
            )
        self._announcer.announce("report_section")
        return before

    def _reader(self, tables: Tables, report: Report) -> ReportReader:
        return reader_of(read_case(tables, report.case_id, self._clock.today()), report)


def _whole(entry: Entry, addenda: Iterable[Addendum], words: Words) -> str:
    """Return the text of an entry with its addenda: they correct what it says."""
    said = [entry.text.strip()]
    for each in addenda:
        if each.entry_id == entry.id and each.text.strip():
            moment = words.moment(each.written_at)
            head = words("Addendum of {moment}").format(moment=moment)
            said.append(f"({head}: {each.text.strip()})")
    return "\n".join(said)


def _left_out(entry: Entry, reader: ReportReader) -> LeftOut | None:
    """Return what stands against telling an entry; its words are confidential."""
    asked = Gathering(reader)
    kinds = kinds_in_entry(entry.life_domains)
    if asked.may_tell(ReportSource.ENTRY, kinds, is_confidential=True):
        return None
    [left_out] = asked.assembled(ReportPart.EVENTS).left_out
    return left_out

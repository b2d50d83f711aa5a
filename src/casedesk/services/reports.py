"""Reports: begun from the file, kept in step with it, replaced by a correction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedesk.domain.case import PartyRole
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.report import (
    Assembled,
    Report,
    ReportId,
    ReportKind,
    ReportNotIssued,
    ReportPart,
    ReportSection,
    ReportSectionId,
    ReportState,
    ReportStays,
    check_report,
    is_behind,
    is_left_out_at_first,
    retaken,
    state_of,
    usual_period,
)
from casedesk.services.paper_words.report_reader import reader_of
from casedesk.services.paper_words.report_records import read_report
from casedesk.services.paper_words.report_sections import assembled

if TYPE_CHECKING:
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.data_category import CategoryId
    from casedesk.services.announcer import Announcer
    from casedesk.services.clock import Clock
    from casedesk.store.database import Database
    from casedesk.store.tables import Tables

FIRST_ASKED = (PartyRole.PAYER, PartyRole.COMMISSIONER, PartyRole.INVOICE_RECIPIENT)
"""Who is offered first as the recipient of a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSection:
    """A section as it is written, and as the file would make it now."""

    section: ReportSection
    fresh: Assembled | None = None
    """Nothing of an issued report: it is not compared with the file any more."""

    @property
    def is_behind(self) -> bool:
        """Whether the file says something else than what was taken from it."""
        return self.fresh is not None and is_behind(self.section, self.fresh)

    def written_as(self, section: ReportSection) -> ShownSection:
        """Return it with the section as it is stored now."""
        return replace(self, section=section)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReport:
    """A report with its sections, and how it stands among the others."""

    report: Report
    state: ReportState
    sections: tuple[ShownSection, ...]
    replaces: Report | None = None
    replaced_by: Report | None = None

    @property
    def written(self) -> tuple[ReportSection, ...]:
        """The sections as they are stored."""
        return tuple(each.section for each in self.sections)

    def section(self, part: ReportPart) -> ReportSection:
        """Return the section of a part."""
        [found] = [each for each in self.written if each.part is part]
        return found


class ReportService:
    """Puts reports together. What was issued is never changed."""

    def __init__(self, database: Database, announcer: Announcer, clock: Clock) -> None:
        self._database = database
        self._announcer = announcer
        self._clock = clock

    def recipients(self, case_id: CaseId) -> list[PartyId]:
        """Return who of a case may get a report, those who pay first."""
        with self._database.read() as tables:
            parties = tables.parties.of(case_id=case_id)
        asked = [e.id for role in FIRST_ASKED for e in parties if role in e.roles]
        return list(dict.fromkeys((*asked, *(each.id for each in parties))))

    def period(self, case_id: CaseId, kind: ReportKind) -> tuple[date, date]:
        """Propose the period of the next report of a kind."""
        with self._database.read() as tables:
            case = tables.cases.get(case_id)
            mandate = next(iter(tables.mandates.of(case_id=case_id)), None)
            begun_on = mandate.starts_on if mandate is not None else None
            return usual_period(
                kind,
                tables.reports.of(case_id=case_id),
                begun_on=begun_on or case.opened_on,
                ended_on=case.closed_on,
                today=self._clock.today(),
            )

    def shown(self, report_id: ReportId) -> ShownReport:
        """Return a report with its sections."""
        with self._database.read() as tables:
            return read_shown(tables, report_id, self._clock.today())

    def begin(
        self,
        case_id: CaseId,
        kind: ReportKind,
        party_id: PartyId | None,
        period: tuple[date, date],
    ) -> Report:
        """Begin a report, put together from the file; without a party for the client.

        Raises `ReportEndsBeforeItBegins` if the period is none.
        """
        report_id = ReportId(self._clock.new_id())
        with self._database.write("report.begin", report_id) as tables:
            [practice] = tables.practice.all()
            report = Report(
                id=report_id,
                case_id=case_id,
                kind=kind,
                party_id=party_id,
                starts_on=period[0],
                ends_on=period[1],
                language=PaperLanguage(practice.language),
                created_on=self._clock.today(),
            )
            check_report(report)
            tables.reports.add(report)
            self._add_sections(tables, report)
        self._announcer.announce("report")
        return report

    def take_again(self, report_id: ReportId) -> int:
        """Bring a draft in step with the file; return how many typed sections stay.

        What the user has written is never replaced by it.
        """
        with self._database.write("report.take_again", report_id) as tables:
            report = _draft(tables, report_id)
            sections = tables.report_sections.of(report_id=report_id)
            fresh = self._fresh(tables, report)
            for section in sections:
                self._retake(tables, section, fresh, with_typed=False)
        self._announcer.announce("report")
        return sum(
            each.is_typed and is_behind(each, fresh[each.part]) for each in sections
        )

    def take_section(self, section_id: ReportSectionId) -> ReportSection:
        """Take one section from the file again; return it as it was before.

        It replaces what the user has written there, too.
        """
        with self._database.write("report.take_section", section_id) as tables:
            before = tables.report_sections.get(section_id)
            fresh = self._fresh(tables, _draft(tables, before.report_id))
            self._retake(tables, before, fresh, with_typed=True)
        self._announcer.announce("report_section")
        return before

    def put_back(self, before: ReportSection) -> None:
        """Let a section of a draft be as it was, after it was taken again."""
        with self._database.write("report.put_back", before.id) as tables:
            _draft(tables, before.report_id)
            tables.report_sections.update(before)
        self._announcer.announce("report_section")

    def remove_draft(self, report_id: ReportId) -> int:
        """Throw a draft away; return the deed, which can be taken back."""
        with self._database.write("report.remove", report_id) as tables:
            _draft(tables, report_id)
            tables.reports.remove(report_id)
            deed = tables.deeds.latest()
        self._announcer.announce("report")
        return deed

    def correct(self, report_id: ReportId) -> Report:
        """Begin the report that replaces an issued one, with its words.

        A correction that is being written already is returned. Raises
        `ReportNotIssued` if there is nothing to replace.
        """
        with self._database.read() as tables:
            earlier = tables.reports.get(report_id)
            following = tables.reports.of(replaces_id=report_id)
        if not earlier.is_issued:
            raise ReportNotIssued
        if following:
            return following[0]
        new_id = ReportId(self._clock.new_id())
        with self._database.write("report.correct", new_id) as tables:
            report = replace(
                earlier,
                id=new_id,
                replaces_id=report_id,
                created_on=self._clock.today(),
                issued_on=None,
                document_id=None,
                number="",
            )
            tables.reports.add(report)
            for each in tables.report_sections.of(report_id=report_id):
                section_id = ReportSectionId(self._clock.new_id())
                copied = replace(each, id=section_id, report_id=new_id)
                tables.report_sections.add(copied)
        self._announcer.announce("report")
        return report

    def _add_sections(self, tables: Tables, report: Report) -> None:
        records = read_report(tables, report, self._clock.today())
        pays = reader_of(records.case, report).pays
        for position, fresh in enumerate(assembled(records).values(), 1):
            section = ReportSection(
                id=ReportSectionId(self._clock.new_id()),
                case_id=report.case_id,
                report_id=report.id,
                part=fresh.part,
                position=position,
                is_left_out=is_left_out_at_first(
                    report.kind, fresh.part, is_for_payer=pays
                ),
            )
            day = self._clock.today()
            tables.report_sections.add(retaken(section, fresh, day, with_typed=True))

    def _fresh(self, tables: Tables, report: Report) -> dict[ReportPart, Assembled]:
        return assembled(read_report(tables, report, self._clock.today()))

    def _retake(
        self,
        tables: Tables,
        section: ReportSection,
        fresh: dict[ReportPart, Assembled],
        *,
        with_typed: bool,
    ) -> None:
        day = self._clock.today()
        after = retaken(section, fresh[section.part], day, with_typed=with_typed)
        if after != section:
            tables.report_sections.update(after)


def read_shown(tables: Tables, report_id: ReportId, today: date) -> ShownReport:
    """Read a report with its sections; an issued one is not compared with the file."""
    report = tables.reports.get(report_id)
    others = tables.reports.of(case_id=report.case_id)
    replaced_by = [each for each in others if each.replaces_id == report_id]
    fresh: dict[ReportPart, Assembled] = {}
    if not report.is_issued:
        fresh = assembled(read_report(tables, report, today))
    return ShownReport(
        report=report,
        state=state_of(report, others),
        sections=tuple(
            ShownSection(section=each, fresh=fresh.get(each.part))
            for each in tables.report_sections.of(report_id=report_id)
        ),
        replaces=tables.reports.find(report.replaces_id)
        if report.replaces_id
        else None,
        replaced_by=replaced_by[0] if replaced_by else None,
    )


def kinds_left_out(
    sections: tuple[ShownSection, ...], told: tuple[CategoryId, ...]
) -> tuple[CategoryId, ...]:
    """Return the kinds of information that were left out for the recipient."""
    kinds = (
        kind
        for each in sections
        if each.fresh is not None and not each.section.is_left_out
        for left_out in each.fresh.left_out
        for kind in left_out.kinds
    )
    return tuple(kind for kind in dict.fromkeys(kinds) if kind not in told)


def _draft(tables: Tables, report_id: ReportId) -> Report:
    """Return a report that is being written, or raise `ReportStays`."""
    report = tables.reports.get(report_id)
    if report.is_issued:
        raise ReportStays
    return report

"""Reports: what is accounted for to whom, part by part; issued, they never change."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NewType

from casedesk.domain.content import kinds_in_domain
from casedesk.domain.data_category import DataCategory
from casedesk.domain.document import DocumentId, DocumentKind
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.problems import RuleBroken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.domain.data_category import CategoryId

ReportId = NewType("ReportId", str)
ReportSectionId = NewType("ReportSectionId", str)


class ReportKind(StrEnum):
    """What a report accounts for."""

    PROGRESS = "progress"
    CLOSING = "closing"
    PAYER = "payer"


class ReportPart(StrEnum):
    """A section of a report, in the order in which they are printed."""

    OCCASION = "occasion"
    SITUATION = "situation"
    GOALS = "goals"
    MEASURES = "measures"
    EVENTS = "events"
    COORDINATION = "coordination"
    RISKS = "risks"
    EVALUATION = "evaluation"
    HOURS = "hours"
    AFTERCARE = "aftercare"
    OUTLOOK = "outlook"


class ReportState(StrEnum):
    """Where a report stands; it follows from its days."""

    DRAFT = "draft"
    ISSUED = "issued"
    REPLACED = "replaced"


class ReportSource(StrEnum):
    """From which records a section is put together."""

    MANDATE = "mandate"
    INTAKE = "intake"
    ASSESSMENT = "assessment"
    GOAL = "goal"
    MEASURE = "measure"
    REVIEW = "review"
    CONTACT = "contact"
    ENTRY = "entry"
    CONFERENCE = "conference"
    RISK = "risk"
    EVALUATION = "evaluation"
    TIME = "time"
    CLOSURE = "closure"


class LeftOutWhy(StrEnum):
    """Why something of the file does not stand in a report for this recipient."""

    NOT_ALLOWED = "not_allowed"
    WITHHELD = "withheld"
    ABOVE_PROFILE = "above_profile"
    CONFIDENTIAL = "confidential"
    NOT_TOLD = "not_told"


DOCUMENT_KINDS = {
    ReportKind.PROGRESS: DocumentKind.PROGRESS_REPORT,
    ReportKind.CLOSING: DocumentKind.CLOSING_REPORT,
    ReportKind.PAYER: DocumentKind.PAYER_REPORT,
}
# What a payer does not need is there to be put in, but not to begin with.
_SELDOM = {
    ReportKind.PROGRESS: (),
    ReportKind.CLOSING: (),
    ReportKind.PAYER: (ReportPart.SITUATION, ReportPart.RISKS),
}


class ReportStays(RuleBroken):
    """An issued report never changes; a correction is a new one."""


class ReportNotIssued(RuleBroken):
    """Only an issued report is replaced by another; a draft is simply changed."""


class EntryNotForRecipient(RuleBroken):
    """The recipient of a report may not know what an entry of the record tells."""


class ReportEmpty(RuleBroken):
    """No section of a report holds anything."""


class ReportEndsBeforeItBegins(RuleBroken):
    """The last day of the period lies before its first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What is said to somebody about a period; without a party, to the client."""

    id: ReportId
    case_id: CaseId
    kind: ReportKind
    party_id: PartyId | None = None
    starts_on: date
    ends_on: date
    language: PaperLanguage = PaperLanguage.DE_DE
    """In which the sections are written."""
    replaces_id: ReportId | None = None
    """The issued report that this one corrects."""
    created_on: date
    issued_on: date | None = None
    document_id: DocumentId | None = None
    number: str = ""

    @property
    def is_issued(self) -> bool:
        """Whether it was issued and never changes again."""
        return self.issued_on is not None

    def covers(self, day: date | None) -> bool:
        """Whether a day lies in the period."""
        return day is not None and self.starts_on <= day <= self.ends_on


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSection:
    """One section: what is written, what was taken from the file, what it tells of."""

    id: ReportSectionId
    case_id: CaseId
    report_id: ReportId
    part: ReportPart
    position: int = 0
    text: str = ""
    taken_text: str = ""
    """What was last taken from the file."""
    taken_categories: tuple[CategoryId, ...] = ()
    categories: tuple[CategoryId, ...] = ()
    """The kinds of information in it, as the user sees it."""
    is_left_out: bool = False
    taken_on: date | None = None

    @property
    def is_typed(self) -> bool:
        """Whether the words differ from what was taken from the file."""
        return self.text.strip() != self.taken_text.strip()

    @property
    def is_printed(self) -> bool:
        """Whether it stands on the paper: empty sections do not."""
        return bool(self.text.strip()) and not self.is_left_out

    @property
    def told(self) -> tuple[CategoryId, ...]:
        """The kinds of information that the paper tells by it.

        Words as they were taken tell what their sources tell, whatever is ticked.
        """
        if not self.is_printed:
            return ()
        sure = () if self.is_typed else self.taken_categories
        return tuple(dict.fromkeys((*sure, *self.categories)))


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """What of the file may not stand in a section for this recipient, and why."""

    source: ReportSource
    why: LeftOutWhy
    kinds: tuple[CategoryId, ...] = ()
    """The kinds of information that stand against it."""
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A section as the file would make it now."""

    part: ReportPart
    text: str = ""
    kinds: tuple[CategoryId, ...] = ()
    sources: tuple[ReportSource, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def kinds_of_free_text(self) -> tuple[CategoryId, ...]:
        """What the section may tell of once somebody writes in it.

        Where the file gave nothing, words of one's own may tell of the whole person.
        """
        return self.kinds if self.text.strip() else kinds_in_domain(None)


def parts_of(kind: ReportKind) -> tuple[ReportPart, ...]:
    """Return the sections of a report; after-care stands in a closing report alone."""
    is_last = kind is ReportKind.CLOSING
    return tuple(p for p in ReportPart if p is not ReportPart.AFTERCARE or is_last)


def is_left_out_at_first(
    kind: ReportKind, part: ReportPart, *, is_for_payer: bool
) -> bool:
    """Whether a section is left out until it is put back.

    Hours are nobody's matter but of who pays for them.
    """
    is_for_nobody_else = part is ReportPart.HOURS and not is_for_payer
    return part in _SELDOM[kind] or is_for_nobody_else


def usual_period(
    kind: ReportKind,
    earlier: Iterable[Report],
    *,
    begun_on: date,
    ended_on: date | None,
    today: date,
) -> tuple[date, date]:
    """Propose a period: since the last issued report of this kind, until today.

    A closing report tells of the whole mandate. `begun_on` is the day on which the
    mandate began, `ended_on` the one on which the case was closed.
    """
    until = min(today, ended_on or today)
    told = [each.ends_on for each in earlier if each.is_issued and each.kind is kind]
    begin = begun_on
    if told and kind is not ReportKind.CLOSING:
        begin = max(told) + timedelta(days=1)
    return min(begin, until), until


def state_of(report: Report, reports: Iterable[Report]) -> ReportState:
    """Return where a report stands among those of its case."""
    if not report.is_issued:
        return ReportState.DRAFT
    is_replaced = any(e.replaces_id == report.id and e.is_issued for e in reports)
    return ReportState.REPLACED if is_replaced else ReportState.ISSUED


def kinds_told(sections: Iterable[ReportSection]) -> tuple[CategoryId, ...]:
    """Return which kinds of information a report tells; always whose report it is."""
    told = (kind for each in sections for kind in each.told)
    return tuple(dict.fromkeys((DataCategory.IDENTITY, *told)))


def check_report(report: Report) -> None:
    """Raise `ReportEndsBeforeItBegins` if the period is none."""
    if report.ends_on < report.starts_on:
        raise ReportEndsBeforeItBegins


def check_not_empty(sections: Sequence[ReportSection]) -> None:
    """Raise `ReportEmpty` if nothing would be printed."""
    if not any(each.is_printed for each in sections):
        raise ReportEmpty


def retaken(
    section: ReportSection, fresh: Assembled, day: date, *, with_typed: bool
) -> ReportSection:
    """Return a section with what the file says now.

    Words of the user's own stay, unless they are to be replaced, too.
    """
    if section.is_typed and not with_typed:
        return section
    return replace(
        section,
        text=fresh.text,
        taken_text=fresh.text,
        taken_categories=fresh.kinds,
        categories=fresh.kinds_of_free_text,
        taken_on=day,
    )


def is_behind(section: ReportSection, fresh: Assembled) -> bool:
    """Whether the file says something else than what was taken from it."""
    return section.taken_text != fresh.text


def check_report_change(before: Report, after: Report | None) -> None:
    """Raise `ReportStays` if an issued report would change or go."""
    if before.is_issued:
        raise ReportStays
    issues = after is not None and (after.is_issued or after.document_id is not None)
    if issues:  # it is issued with its paper alone
        raise ReportStays

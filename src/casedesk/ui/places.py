"""Places in the window: a page, the case it shows, and what to look at there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from casedesk.domain.phase import Phase

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId


class Page(StrEnum):
    """A page of the window. The names of phases are those of `Phase`."""

    TODAY = "today"
    NETWORK = "network"
    PRACTICE = "practice"
    INVOICES = "invoices"
    STATISTICS = "statistics"
    OVERVIEW = "overview"
    INTAKE = "intake"
    ASSESSMENT = "assessment"
    PLANNING = "planning"
    IMPLEMENTATION = "implementation"
    COORDINATION = "coordination"
    MONITORING = "monitoring"
    EVALUATION = "evaluation"
    CLIENT = "client"
    CONSENTS = "consents"
    MATRIX = "matrix"
    DISCLOSURES = "disclosures"
    DOCUMENTS = "documents"
    RECORD = "record"
    ACCOUNTS = "accounts"
    COVERAGE = "coverage"
    REPORTS = "reports"
    QUALITY = "quality"

    def phase(self) -> Phase | None:
        """Return the phase whose tab this page is, if it is one."""
        return Phase(self.value) if self.value in set(Phase) else None


WITHOUT_CASE = (
    Page.TODAY,
    Page.NETWORK,
    Page.PRACTICE,
    Page.INVOICES,
    Page.STATISTICS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the user is or wants to be. `subject_id` is a record on the page."""

    page: Page
    case_id: CaseId | None = None
    subject_id: str = ""

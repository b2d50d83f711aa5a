"""Makes the pages of the window when they are first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from casedesk.ui.places import Page

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.ui.accounts.page import AccountsPage
    from casedesk.ui.assessment.page import AssessmentPage
    from casedesk.ui.cases.overview_page import OverviewPage
    from casedesk.ui.clients.page import ClientPage
    from casedesk.ui.consents.page import ConsentsPage
    from casedesk.ui.coordination.page import CoordinationPage
    from casedesk.ui.coverage.page import CoveragePage
    from casedesk.ui.desk import Desk
    from casedesk.ui.disclosures.log_page import LogPage
    from casedesk.ui.disclosures.matrix_page import MatrixPage
    from casedesk.ui.documents.page import DocumentsPage
    from casedesk.ui.entries.phase_page import PhasePage
    from casedesk.ui.evaluation.page import EvaluationPage
    from casedesk.ui.implementation.page import ImplementationPage
    from casedesk.ui.intake.page import IntakePage
    from casedesk.ui.monitoring.page import MonitoringPage
    from casedesk.ui.planning.page import PlanningPage
    from casedesk.ui.quality.page import QualityPage
    from casedesk.ui.record.page import RecordPage
    from casedesk.ui.reports.page import ReportsPage

    # Each has show_case(), refresh() and flush().
    CasePage: TypeAlias = (
        OverviewPage
        | IntakePage
        | AssessmentPage
        | PlanningPage
        | ImplementationPage
        | CoordinationPage
        | MonitoringPage
        | EvaluationPage
        | PhasePage
        | ClientPage
        | ConsentsPage
        | MatrixPage
        | LogPage
        | DocumentsPage
        | RecordPage
        | AccountsPage
        | CoveragePage
        | ReportsPage
        | QualityPage
    )


# The modules are imported when a page is wanted: the window stands earlier.
def make_case_page(page: Page, desk: Desk) -> CasePage:
    """Make a page of a case."""
    phase = page.phase()
    makers: dict[Page, Callable[[Desk], CasePage]] = {
        Page.OVERVIEW: _overview,
        Page.INTAKE: _intake,
        Page.ASSESSMENT: _assessment,
        Page.PLANNING: _planning,
        Page.IMPLEMENTATION: _implementation,
        Page.MONITORING: _monitoring,
        Page.EVALUATION: _evaluation,
        Page.CLIENT: _client,
        Page.CONSENTS: _consents,
        Page.MATRIX: _matrix,
        Page.DISCLOSURES: _disclosures,
        Page.DOCUMENTS: _documents,
        Page.RECORD: _record,
        Page.ACCOUNTS: _accounts,
        Page.COORDINATION: _coordination,
        Page.COVERAGE: _coverage,
        Page.REPORTS: _reports,
        Page.QUALITY: _quality,
    }
    if page in makers:
        return makers[page](desk)
    from casedesk.ui.entries.phase_page import PhasePage

    assert phase is not None  # noqa: S101 - the other pages are those of phases
    return PhasePage(desk, phase)


def _overview(desk: Desk) -> CasePage:
    from casedesk.ui.cases.overview_page import OverviewPage

    return OverviewPage(desk)


def _intake(desk: Desk) -> CasePage:
    from casedesk.ui.intake.page import IntakePage

    return IntakePage(desk)


def _assessment(desk: Desk) -> CasePage:
    from casedesk.ui.assessment.page import AssessmentPage

    return AssessmentPage(desk)


def _planning(desk: Desk) -> CasePage:
    from casedesk.ui.planning.page import PlanningPage

    return PlanningPage(desk)


def _implementation(desk: Desk) -> CasePage:
    from casedesk.ui.implementation.page import ImplementationPage

    return ImplementationPage(desk)


def _coordination(desk: Desk) -> CasePage:
    from casedesk.ui.coordination.page import CoordinationPage

    return CoordinationPage(desk)


def _monitoring(desk: Desk) -> CasePage:
    from casedesk.ui.monitoring.page import MonitoringPage

    return MonitoringPage(desk)


def _evaluation(desk: Desk) -> CasePage:
    from casedesk.ui.evaluation.page import EvaluationPage

    return EvaluationPage(desk)


def _client(desk: Desk) -> CasePage:
    from casedesk.ui.clients.page import ClientPage

    return ClientPage(desk)


def _consents(desk: Desk) -> CasePage:
    from casedesk.ui.consents.page import ConsentsPage

    return ConsentsPage(desk)


def _matrix(desk: Desk) -> CasePage:
    from casedesk.ui.disclosures.matrix_page import MatrixPage

    return MatrixPage(desk)


def _disclosures(desk: Desk) -> CasePage:
    from casedesk.ui.disclosures.log_page import LogPage

    return LogPage(desk)


def _documents(desk: Desk) -> CasePage:
    from casedesk.ui.documents.page import DocumentsPage

    return DocumentsPage(desk)


def _record(desk: Desk) -> CasePage:
    from casedesk.ui.record.page import RecordPage

    return RecordPage(desk)


def _accounts(desk: Desk) -> CasePage:
    from casedesk.ui.accounts.page import AccountsPage

    return AccountsPage(desk)


def _coverage(desk: Desk) -> CasePage:
    from casedesk.ui.coverage.page import CoveragePage

    return CoveragePage(desk)


def _reports(desk: Desk) -> CasePage:
    from casedesk.ui.reports.page import ReportsPage

    return ReportsPage(desk)


def _quality(desk: Desk) -> CasePage:
    from casedesk.ui.quality.page import QualityPage

    return QualityPage(desk)

"""The page of monitoring: the review that is held, earlier ones, courses and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.assessment import AssessmentKind
from casedesk.domain.phase import Phase
from casedesk.domain.review import ReviewId, ReviewOutcome
from casedesk.ui import wording
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.entries.entries_panel import EntriesPanel
from casedesk.ui.monitoring import review_words
from casedesk.ui.monitoring.courses_card import CoursesCard
from casedesk.ui.monitoring.review_head import ReviewHead
from casedesk.ui.monitoring.review_view import ReviewView
from casedesk.ui.monitoring.risks_card import RisksCard
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.reports.reports_card import ReportsCard
from casedesk.ui.widgets.past_records import PastRecords
from casedesk.ui.widgets.scroll_page import ScrollPage, bring_into_sight

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.review import Review
    from casedesk.ui.desk import Desk


class MonitoringPage(QWidget):
    """Shows the reviews of a case and what was noted in this phase."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show a case, and the review or the note that is looked for."""
        self.flush()
        self._case_id = case_id
        self._page.to_top()
        self.bar.show_case(case_id)
        self._show()
        self.entries.show_case(case_id, subject_id)
        self._show_subject(subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        if self._case_id is not None:
            self.bar.refresh()
            self._show()
            self.entries.refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.head.flush()
        self.review.flush()
        self.risks.flush()
        self.entries.flush()

    def _build(self) -> None:
        self.bar = PhaseBar(self._desk, Phase.MONITORING, self)
        self.head = ReviewHead(self._desk, self)
        self.review = ReviewView(self._desk, self)
        self.risks = RisksCard(self._desk, self)
        self.past = PastRecords(self)
        self.reports = ReportsCard(self._desk, self)
        self.courses = CoursesCard(self._desk, self)
        self.entries = EntriesPanel(self._desk, Phase.MONITORING, self)
        self._page = ScrollPage(self)
        for widget in (
            self.bar,
            self.head,
            self.review,
            self.risks,
            self.past,
            self.reports,
            self.courses,
            self.entries,
        ):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self.head.begun.connect(self._on_begin)
        self.head.changed.connect(self._show_head)
        self.review.confirmed.connect(self._on_confirmed)
        self.review.removed.connect(self._on_removed)
        self.past.print_wanted.connect(self._on_print)

    def _show(self) -> None:
        if self._case_id is not None:
            self._show_open(self._case_id)
            self.risks.show_case(self._case_id)
            reviewing = self._desk.session.reviewing
            confirmed = reviewing.confirmed_of(self._case_id)
            self.past.show_records([review_words.past(each) for each in confirmed])
            self.reports.show_case(self._case_id)
            self.courses.show_case(self._case_id)

    def _show_open(self, case_id: CaseId) -> None:
        sheet = self._desk.session.reviewing.open_of(case_id)
        self._show_head()
        if sheet is None:
            self.review.clear()
        else:
            self.review.show_sheet(sheet)
        self.review.setVisible(sheet is not None)

    def _show_head(self) -> None:
        if self._case_id is not None:
            is_open = self._desk.session.reviewing.open_of(self._case_id) is not None
            self.head.show_case(self._case_id, is_open=is_open)

    def _show_subject(self, subject_id: str) -> None:
        session = self._desk.session
        if session.risks.find(subject_id) is not None:
            self.risks.show_risk(subject_id)
            return
        part = session.goal_ratings.find(subject_id) or session.measure_checks.find(
            subject_id
        )
        card = self.past.show_record(subject_id if part is None else part.review_id)
        if card is not None:
            bring_into_sight(card)

    def _on_print(self, review_id: str) -> None:
        with problems_shown(self, wording.problem):
            papers = self._desk.session.look_back_papers
            self._desk.preview(papers.review(ReviewId(review_id)))

    def _on_begin(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                self._desk.session.reviewing.begin(self._case_id)
                self._show_open(self._case_id)
                self.review.focus_first()

    def _on_removed(self, noun: str, deed: int) -> None:
        self._show()
        self._desk.offer_undo(noun, deed)

    def _on_confirmed(self, review: Review) -> None:
        self._show()
        self.bar.refresh()
        with problems_shown(self, wording.problem):
            self._follow(review)

    def _follow(self, review: Review) -> None:
        """Go where the outcome of a review leads."""
        session, case_id = self._desk.session, review.case_id
        if review.outcome is ReviewOutcome.NEW_PLAN:
            if session.planning.latest(case_id).agreed_on is not None:
                session.planning.new_version(case_id)
            self._desk.go(Place(page=Page.PLANNING, case_id=case_id))
        elif review.outcome is ReviewOutcome.REASSESSMENT:
            if session.assessing.of_case(case_id)[-1].is_confirmed:
                session.assessing.begin(case_id, AssessmentKind.RE_ASSESSMENT)
            self._desk.go(Place(page=Page.ASSESSMENT, case_id=case_id))

"""The page of evaluation: the look back that is being written, earlier ones, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.evaluation import EvaluationId
from casedesk.domain.phase import Phase
from casedesk.ui import wording
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.closing.closing_card import ClosingCard
from casedesk.ui.entries.entries_panel import EntriesPanel
from casedesk.ui.evaluation import evaluation_words
from casedesk.ui.evaluation.evaluation_view import EvaluationView
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.reports.reports_card import ReportsCard
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.past_records import PastRecords
from casedesk.ui.widgets.scroll_page import ScrollPage, bring_into_sight

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


class EvaluationPage(QWidget):
    """Shows the evaluations of a case and what was noted in this phase."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show a case, and the evaluation or the note that is looked for."""
        self.flush()
        self._case_id = case_id
        self._page.to_top()
        self.bar.show_case(case_id)
        self._show()
        self.entries.show_case(case_id, subject_id)
        result = self._desk.session.goal_results.find(subject_id)
        sought = subject_id if result is None else result.evaluation_id
        if self._desk.session.closures.find(subject_id) is not None:
            bring_into_sight(self.closing)
            return
        card = self.past.show_record(sought)
        if card is not None:
            bring_into_sight(card)

    def refresh(self) -> None:
        """Read again, without disturbing what the user types."""
        if self._case_id is not None:
            self.bar.refresh()
            self._show()
            self.entries.refresh()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.view.flush()
        self.closing.flush()
        self.entries.flush()

    def _build(self) -> None:
        self.bar = PhaseBar(self._desk, Phase.EVALUATION, self)
        self.begin = EmptyState(
            _(
                "An evaluation looks back with the client: how far each goal was "
                "reached, what has changed, what it cost, and what can be learned."
            ),
            _("Begin evaluation"),
            self,
        )
        self.view = EvaluationView(self._desk, self)
        self.past = PastRecords(self)
        self.reports = ReportsCard(self._desk, self)
        self.closing = ClosingCard(self._desk, self)
        self.entries = EntriesPanel(self._desk, Phase.EVALUATION, self)
        self._page = ScrollPage(self)
        for widget in (
            *(self.bar, self.begin, self.view, self.past),
            *(self.reports, self.closing, self.entries),
        ):
            self._page.add(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page)
        self.begin.acted.connect(self._on_begin)
        self.view.confirmed.connect(self._show)
        self.view.removed.connect(self._on_removed)
        self.past.print_wanted.connect(self._on_print)
        self.closing.closed.connect(self._show)
        self.closing.continued.connect(self._show)

    def _show(self) -> None:
        if self._case_id is None:
            return
        evaluating = self._desk.session.evaluating
        sheet = evaluating.open_of(self._case_id)
        if sheet is None:
            self.view.clear()
        else:
            self.view.show_sheet(sheet)
        self.view.setVisible(sheet is not None)
        self.begin.setVisible(sheet is None)
        confirmed = evaluating.confirmed_of(self._case_id)
        self.past.show_records([evaluation_words.past(each) for each in confirmed])
        self.reports.show_case(self._case_id)
        self.closing.show_case(self._case_id)
        session = self._desk.session
        if session.case_records.get(self._case_id).closed_on is not None:
            self.begin.hide()

    def _on_print(self, evaluation_id: str) -> None:
        with problems_shown(self, wording.problem):
            papers = self._desk.session.look_back_papers
            self._desk.preview(papers.evaluation(EvaluationId(evaluation_id)))

    def _on_begin(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self.flush()
                self._desk.session.evaluating.begin(self._case_id)
                self._show()

    def _on_removed(self, noun: str, deed: int) -> None:
        self._show()
        self._desk.offer_undo(noun, deed)

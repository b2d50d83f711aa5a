"""The strip above the page of a phase: how it stands, and the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from casedesk.domain.phase import PhaseState, latest_run, state
from casedesk.ui import wording
from casedesk.ui.cases.phase_words import standing
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.state_ring import RingState, StateRing

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.domain.phase import Phase
    from casedesk.ui.desk import Desk

RINGS = {
    PhaseState.NOT_BEGUN: RingState.EMPTY,
    PhaseState.IN_PROGRESS: RingState.HALF,
    PhaseState.DONE: RingState.DONE,
}


class PhaseBar(QWidget):
    """Says how a phase stands. It begins and finishes it, and never locks anything."""

    def __init__(self, desk: Desk, phase: Phase, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._phase = phase
        self._case_id: CaseId | None = None
        self._run_id = ""
        self._build()

    def show_case(self, case_id: CaseId) -> None:
        """Show how the phase stands in a case."""
        self._case_id = case_id
        self.refresh()

    def refresh(self) -> None:
        """Read again how the phase stands."""
        if self._case_id is None:
            return
        session = self._desk.session
        case = session.case_records.get(self._case_id)
        cycle = case.cycle
        runs = session.cases.runs(self._case_id)
        now = state(runs, self._phase, cycle)
        run = latest_run(runs, self._phase)
        self._run_id = "" if run is None else run.id
        words = standing(runs, self._phase, cycle)
        self._ring.set_state(RINGS[now], words)
        self._words.setText(words)
        self._dates.setVisible(run is not None)
        self._finish.setVisible(now is PhaseState.IN_PROGRESS)
        self._begin.setVisible(now is not PhaseState.IN_PROGRESS)
        for act in (self._begin, self._finish):
            act.setEnabled(session.case_records.may_change(case))
        self._begin.setText(
            _("Begin again") if now is PhaseState.DONE else _("Begin phase")
        )

    def words(self) -> str:
        """Return what is said about the phase."""
        return self._words.text()

    def _build(self) -> None:
        self._ring = StateRing(self)
        self._words = plain_label("", "muted", self, wraps=True)
        self._dates = button(_("Change dates"), "link", self)
        self._begin = CaseAct(_("Begin phase"), "", self)
        self._finish = CaseAct(_("Finish phase"), "", self)
        row = HeadLayout(self)
        row.setContentsMargins(2, 2, 0, 2)
        row.addWidget(self._ring)
        row.addWidget(self._words)
        for act in (self._dates, self._begin, self._finish):
            row.add_act(act)
        self._dates.clicked.connect(self._on_dates)
        self._begin.clicked.connect(self._on_begin)
        self._finish.clicked.connect(self._on_finish)

    def _on_dates(self) -> None:
        self._desk.go(
            Place(page=Page.OVERVIEW, case_id=self._case_id, subject_id=self._run_id)
        )

    def _on_begin(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.cases.begin_phase(self._case_id, self._phase)
                self.refresh()

    def _on_finish(self) -> None:
        if self._case_id is not None:
            with problems_shown(self, wording.problem):
                self._desk.session.cases.finish_phase(self._case_id, self._phase)
                self.refresh()

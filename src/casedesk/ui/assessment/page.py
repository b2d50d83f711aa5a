"""The page of the assessment: one version at a time, in several views."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.phase import Phase
from casedesk.ui import wording
from casedesk.ui.assessment.assessment_head import AssessmentHead
from casedesk.ui.assessment.view_switch import ViewSwitch
from casedesk.ui.assessment.views import View, make_view
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID

if TYPE_CHECKING:
    from casedesk.domain.assessment import Assessment, AssessmentKind
    from casedesk.domain.case import CaseId
    from casedesk.ui.assessment.domains_view import DomainsView
    from casedesk.ui.assessment.views import ViewWidget
    from casedesk.ui.desk import Desk


class AssessmentPage(QWidget):
    """Shows and keeps the assessments of a case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._shown_id = ""
        self._views: dict[View, ViewWidget] = {}
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the latest assessment of a case, and what is looked for in it."""
        self.flush()
        self._case_id = case_id
        self._shown_id = self._version_of(subject_id)
        self.bar.show_case(case_id)
        self._show()
        self._find(subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        self.bar.refresh()
        if self._case_id is not None:
            self._show()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for view in self._views.values():
            view.flush()

    def view(self, view: View) -> ViewWidget:
        """Return a view; it is made when it is first wanted."""
        if view not in self._views:
            made = make_view(view, self._desk)
            self._views[view] = made
            self._stack.addWidget(made)
        return self._views[view]

    def domains(self) -> DomainsView:
        """Return the view of the domains of life."""
        from casedesk.ui.assessment.domains_view import DomainsView

        view = self.view(View.DOMAINS)
        assert isinstance(view, DomainsView)  # noqa: S101 - as `make_view` has it
        return view

    def shown(self) -> Assessment:
        """Return the version that is shown."""
        return self._desk.session.assessments.get(self._shown_id)

    def go_to(self, view: View) -> None:
        """Look at the assessment in another view."""
        self.switch.choose(view)
        self._show_view()

    def _show(self) -> None:
        versions = self._versions()
        if self._shown_id not in {each.id for each in versions}:
            self._shown_id = versions[-1].id
        self.head.show_versions(versions, self.shown())
        self._show_view()

    def _show_view(self) -> None:
        view = self.view(self.switch.view())
        self._stack.setCurrentWidget(view)
        view.show_assessment(self.shown())

    def _versions(self) -> list[Assessment]:
        assert self._case_id is not None  # noqa: S101 - asked for only once it is shown
        return self._desk.session.assessing.of_case(self._case_id)

    def _version_of(self, subject_id: str) -> str:
        """Return the version in which something is, or the latest."""
        session = self._desk.session
        entry = session.domain_entries.find(subject_id)
        if entry is not None:
            return entry.assessment_id
        if session.assessments.find(subject_id) is not None:
            return subject_id
        return ""

    def _find(self, subject_id: str) -> None:
        session = self._desk.session
        if session.benefits.find(subject_id) is not None:
            self.go_to(View.BENEFITS)
        elif session.domain_entries.find(subject_id) is not None:
            self.go_to(View.DOMAINS)
        self.view(self.switch.view()).look_for(subject_id)

    def _build(self) -> None:
        self.bar = PhaseBar(self._desk, Phase.ASSESSMENT, self)
        self.head = AssessmentHead(self)
        self.switch = ViewSwitch(self)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        for widget in (self.bar, self.head, self.switch):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.head.version_chosen.connect(self._on_version)
        self.head.begin_wanted.connect(self._on_begin)
        self.switch.chosen.connect(self._show_view)

    def _on_version(self, assessment_id: str) -> None:
        self.flush()
        self._shown_id = assessment_id
        self._show()

    def _on_begin(self, kind: AssessmentKind) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            assert self._case_id is not None  # noqa: S101 - offered once it is shown
            begun = self._desk.session.assessing.begin(self._case_id, kind)
            self._shown_id = begun.id
            self._show()

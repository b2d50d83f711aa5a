"""The page of the assessment: one version at a time, in several views."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.document import DocumentKind
from casedesk.domain.phase import Phase
from casedesk.ui import wording
from casedesk.ui.assessment.assessment_head import AssessmentHead
from casedesk.ui.assessment.view_switch import ViewSwitch
from casedesk.ui.assessment.views import View, make_case_view, make_version_view
from casedesk.ui.cases.phase_bar import PhaseBar
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID

if TYPE_CHECKING:
    from casedesk.domain.assessment import Assessment, AssessmentId, AssessmentKind
    from casedesk.domain.case import CaseId
    from casedesk.ui.assessment.domains_view import DomainsView
    from casedesk.ui.assessment.views import CaseWideView, VersionView, ViewWidget
    from casedesk.ui.desk import Desk


class AssessmentPage(QWidget):
    """Shows and keeps the assessments of a case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._shown_id = ""
        self._of_version: dict[View, VersionView] = {}
        self._of_case: dict[View, CaseWideView] = {}
        self._placed: set[View] = set()
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show the latest assessment of a case, and what is looked for in it."""
        self.flush()
        if case_id != self._case_id:
            self._placed.clear()  # views of the whole case begin at their top again
        self._case_id = case_id
        self._shown_id = self._version_of(subject_id)
        self.bar.show_case(case_id)
        self._show()
        self._look_for(subject_id)

    def refresh(self) -> None:
        """Read again, without disturbing a field in which the user types."""
        self.bar.refresh()
        if self._case_id is not None:
            self._show()

    def print_shown(self) -> None:
        """Preview what the view prints, or the report."""
        print_view = getattr(self.view(self.switch.view()), "print_shown", None)
        if print_view is None:
            self._on_print(DocumentKind.ASSESSMENT)
        else:
            print_view()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for view in (*self._of_version.values(), *self._of_case.values()):
            view.flush()

    def view(self, view: View) -> ViewWidget:
        """Return a view; it is made when it is first wanted."""
        known = self._of_version.get(view) or self._of_case.get(view)
        return known or self._made(view)

    def domains(self) -> DomainsView:
        """Return the view of the domains of life."""
        return cast("DomainsView", self.view(View.DOMAINS))

    def shown(self) -> Assessment:
        """Return the version that is shown."""
        return self._desk.session.assessments.get(self._shown_id)

    def go_to(self, view: View) -> None:
        """Look at the assessment in another view."""
        self.switch.choose(view)
        self._show_view()

    def _show(self) -> None:
        versions = self._desk.session.assessing.of_case(self._known_case())
        if self._shown_id not in {each.id for each in versions}:
            self._shown_id = versions[-1].id
        self.head.show_versions(versions, self.shown())
        self._show_view()

    def _show_view(self) -> None:
        view = self.switch.view()
        self._stack.setCurrentWidget(self.view(view))
        if view in self._of_version:
            self._of_version[view].show_assessment(self.shown())
        elif view in self._placed:
            self._of_case[view].refresh()
        else:
            self._placed.add(view)
            self._of_case[view].show_case(self._known_case())

    def _made(self, view: View) -> ViewWidget:
        of_version = make_version_view(view, self._desk)
        if of_version is None:
            self._of_case[view] = make_case_view(view, self._desk)
        else:
            self._of_version[view] = of_version
        made = of_version or self._of_case[view]
        self._stack.addWidget(made)
        return made

    def _known_case(self) -> CaseId:
        assert self._case_id is not None  # noqa: S101 - asked for only once it is shown
        return self._case_id

    def _version_of(self, subject_id: str) -> str:
        """Return the version in which something is, or nothing for the latest."""
        session = self._desk.session
        entry = session.domain_entries.find(subject_id)
        if entry is not None:
            return entry.assessment_id
        assessment = session.assessments.find(subject_id)
        return "" if assessment is None else assessment.id

    def _look_for(self, subject_id: str) -> None:
        session = self._desk.session
        for view, found in (
            (View.BENEFITS, session.benefits.find(subject_id)),
            (View.INSTRUMENTS, session.instrument_sheets.find(subject_id)),
            (View.NETWORK_MAP, session.mapping.find(subject_id)),
            (View.GENOGRAM, session.kinship.find(subject_id)),
        ):
            if found is not None:
                self.go_to(view)
                self._of_case[view].show_case(self._known_case(), subject_id)
                return
        if subject_id:
            self.go_to(View.DOMAINS)
            self.domains().look_for(subject_id)

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
        self.head.confirm_wanted.connect(self._on_confirm)
        self.head.correct_wanted.connect(self._on_correct)
        self.head.remove_wanted.connect(self._on_remove)
        self.head.compare_wanted.connect(self._on_compare)
        self.head.print_wanted.connect(self._on_print)
        self.head.sheet_wanted.connect(self._on_sheet)
        self.head.arrange_wanted.connect(self._on_arrange)
        self.domains().confirmation.confirmed.connect(self._show)
        self.switch.chosen.connect(self._show_view)

    def _on_version(self, assessment_id: str) -> None:
        self.flush()
        self._shown_id = assessment_id
        self._show()

    def _on_confirm(self) -> None:
        self.go_to(View.DOMAINS)
        self.domains().to_confirmation()

    def _on_correct(self) -> None:
        with problems_shown(self, wording.problem):
            begun = self._desk.session.assessing.correct(self.shown().id)
            self._shown_id = begun.id
            self._show()

    def _on_remove(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            records = self._desk.session.assessments
            deed = records.remove(self.shown().id)
            self._show()
            self._desk.offer_undo(records.noun, deed)

    def _on_print(self, kind: DocumentKind) -> None:
        self._preview(kind, (self.shown().id,))

    def _on_sheet(self, with_known: bool) -> None:
        shown = self.shown()
        earlier = shown.id if shown.is_confirmed else shown.earlier_id or shown.id
        known = (earlier,) if with_known else ()
        self._preview(DocumentKind.ASSESSMENT_SHEET, (*known, shown.id))

    def _preview(self, kind: DocumentKind, ids: tuple[AssessmentId, ...]) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.preview(self._desk.session.papers.assessment(kind, ids))

    def _on_compare(self) -> None:
        from casedesk.ui.assessment.compare_dialog import CompareDialog

        self.flush()
        CompareDialog(self._desk, self.shown(), self).open()

    def _on_arrange(self) -> None:
        from casedesk.ui.assessment.arrange_dialog import ArrangeDialog

        self.flush()
        area = self._desk.session.case_records.get(self._known_case()).area
        dialog = ArrangeDialog(self._desk, area, self)
        dialog.finished.connect(self._show)
        dialog.open()

    def _on_begin(self, kind: AssessmentKind) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            begun = self._desk.session.assessing.begin(self._known_case(), kind)
            self._shown_id = begun.id
            self._show()
            self.go_to(View.DOMAINS)
            self.domains().to_domains()

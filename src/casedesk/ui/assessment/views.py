"""The views of the assessment: domains, profile, network map and genogram."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from casedesk.ui.assessment.page import AssessmentPage
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look

if TYPE_CHECKING:
    from casedesk.domain.case import CaseId
    from casedesk.ui.assessment.profile_view import ProfileView
    from casedesk.ui.desk import Desk
    from casedesk.ui.genogram.view import GenogramView
    from casedesk.ui.network_map.view import NetworkMapView

DOMAINS, PROFILE, NETWORK_MAP, GENOGRAM = range(4)


class _View(Protocol):
    def show_case(self, case_id: CaseId, subject_id: str = "") -> None: ...

    def refresh(self) -> None: ...

    def flush(self) -> None: ...


class AssessmentViews(QWidget):
    """Switches between the views; each is made when it is first wanted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case_id: CaseId | None = None
        self._views: dict[int, _View] = {}
        self._build()

    def show_case(self, case_id: CaseId, subject_id: str = "") -> None:
        """Show a case in the view that was chosen, or in that of a record."""
        if case_id != self._case_id:
            self.flush()
            self._case_id = case_id
        self.choose(self._place_of(subject_id), subject_id)

    def choose(self, place: int, subject_id: str = "") -> None:
        """Go to a view."""
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(place)
        self.tabs.blockSignals(False)
        view = self.view(place)
        if isinstance(view, QWidget):
            self._stack.setCurrentWidget(view)
        if self._case_id is not None:
            view.show_case(self._case_id, subject_id)

    def view(self, place: int) -> _View:
        """Return a view, made now if it was not wanted before."""
        if place not in self._views:
            made = _made(place, self._desk)
            self._stack.addWidget(made)
            self._views[place] = made
        return self._views[place]

    def refresh(self) -> None:
        """Read the view that is seen again."""
        self.view(self.tabs.currentIndex()).refresh()

    def flush(self) -> None:
        """Store what is typed in any view."""
        for view in self._views.values():
            view.flush()

    def _place_of(self, subject_id: str) -> int:
        session = self._desk.session
        if not subject_id:
            return self.tabs.currentIndex()
        if session.ties.find(subject_id) or session.network_maps.find(subject_id):
            return NETWORK_MAP
        kin = (session.relatives, session.unions, session.bonds)
        if any(records.find(subject_id) for records in kin):
            return GENOGRAM
        return DOMAINS

    def _build(self) -> None:
        self.tabs = QTabBar(self)
        set_look(self.tabs, "views")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(_("Views of the assessment"))
        for words in (
            _("Life domains"),
            _("Profile"),
            _("Network map"),
            _("Genogram"),
        ):
            self.tabs.addTab(words)
        self._stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_chosen)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_next if step > 0 else self._on_previous)

    def _on_chosen(self, place: int) -> None:
        self.flush()
        self.choose(place)

    def _on_next(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())

    def _on_previous(self) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() - 1) % self.tabs.count())


def _made(
    place: int, desk: Desk
) -> ProfileView | NetworkMapView | GenogramView | AssessmentPage:
    if place == PROFILE:
        from casedesk.ui.assessment.profile_view import ProfileView

        return ProfileView(desk)
    if place == NETWORK_MAP:
        from casedesk.ui.network_map.view import NetworkMapView

        return NetworkMapView(desk)
    if place == GENOGRAM:
        from casedesk.ui.genogram.view import GenogramView

        return GenogramView(desk)
    return AssessmentPage(desk)

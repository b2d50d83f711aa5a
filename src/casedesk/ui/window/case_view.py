"""A case on screen: its head, the tabs of its phases, and the page that is shown."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casedesk.domain.attention import ABOUT_CONSENT
from casedesk.domain.phase import Phase, PhaseState, state
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.case_act import show_closed
from casedesk.ui.widgets.notices import Banner
from casedesk.ui.widgets.phase_tabs import PhaseTab, PhaseTabs
from casedesk.ui.widgets.state_ring import RingState
from casedesk.ui.window import due_words
from casedesk.ui.window.case_header import CaseHeader
from casedesk.ui.window.pages import make_case_page

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.attention import Due
    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk
    from casedesk.ui.window.pages import CasePage

_RINGS = {
    PhaseState.NOT_BEGUN: RingState.EMPTY,
    PhaseState.IN_PROGRESS: RingState.HALF,
    PhaseState.DONE: RingState.DONE,
}
LOW_PIXELS = 440
TABS = (Page.OVERVIEW, *(Page(phase.value) for phase in Phase))


class CaseView(QWidget):
    """Shows one case at a time; pages are made when they are first wanted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place: Place | None = None
        self._due: Due | None = None
        self._was_low = False
        self._pages: dict[Page, CasePage] = {}
        self._build()

    def show_place(self, place: Place) -> None:
        """Show a page of a case. What was typed before is stored first."""
        self.flush()
        assert place.case_id is not None  # noqa: S101 - places of cases have one
        # What is looked for is shown again, wherever the page was scrolled to since.
        is_new = self._place != place or bool(place.subject_id)
        self._place = place
        self._show_frame(place.case_id)
        page = self._page(place.page)
        if is_new:
            page.show_case(place.case_id, place.subject_id)
        else:
            page.refresh()
        self._stack.setCurrentWidget(page)
        self._mark_tab(place.page)

    def refresh(self) -> None:
        """Read the head, the tabs and the page again."""
        if self._place is None or self._place.case_id is None:
            return
        self._show_frame(self._place.case_id)
        self._page(self._place.page).refresh()

    def refresh_frame(self) -> None:
        """Read the head and the tabs again, but leave the page alone."""
        if self._place is not None and self._place.case_id is not None:
            self._show_frame(self._place.case_id)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        with ExitStack() as pages:  # each is flushed, even if another one fails
            for page in self._pages.values():
                pages.callback(page.flush)

    def page(self) -> CasePage | None:
        """Return the page that is shown."""
        return None if self._place is None else self._pages.get(self._place.page)

    def start_task(self) -> None:
        """Put the cursor where a task is typed, if the page has such a place."""
        start = getattr(self.page(), "start_task", None)
        if start is not None:
            start()

    def _show_frame(self, case_id: CaseId) -> None:
        session = self._desk.session
        is_closed = session.case_records.get(case_id).closed_on is not None
        show_closed(self, is_closed=is_closed)
        dues = session.cases.due(case_id)
        self._header.show_case(
            case_id, consent_is_due=any(due.kind in ABOUT_CONSENT for due in dues)
        )
        self._show_tabs(case_id)
        today = session.clock.today()
        self._due = due_words.gravest(dues, today)
        if is_closed:
            self._due = None
            self._banner.show_message(
                _("This case is closed and is only read."), _("To the case")
            )
        elif self._due is None or self._is_low():
            self._banner.hide()
        else:
            self._banner.show_message(
                due_words.sentence(self._due, today), due_words.act(self._due)
            )

    def _show_tabs(self, case_id: CaseId) -> None:
        session = self._desk.session
        cycle = session.case_records.get(case_id).cycle
        runs = session.cases.runs(case_id)
        standard = session.practice.get().standard
        tabs = [PhaseTab(Page.OVERVIEW, _("Overview"))]
        for phase in Phase:
            stands = state(runs, phase, cycle)
            tabs.append(
                PhaseTab(
                    phase.value,
                    wording.phase(phase, standard),
                    _RINGS[stands],
                    wording.label(stands),
                )
            )
        self._tabs.blockSignals(True)
        self._tabs.show_tabs(tabs)
        self._tabs.blockSignals(False)

    def _mark_tab(self, page: Page) -> None:
        self._tabs.blockSignals(True)
        self._tabs.choose(page if page in TABS else "")
        self._tabs.blockSignals(False)

    def _page(self, name: Page) -> CasePage:
        if name not in self._pages:
            page = make_case_page(name, self._desk)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def _build(self) -> None:
        self._header = CaseHeader(self._desk.session)
        self._tabs = PhaseTabs()
        self._tabs.setAccessibleName(_("Phases of the case"))
        self._banner = Banner()
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # pages scroll; head and tabs stay whole

        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._header)
        layout.addWidget(self._tabs)
        layout.addWidget(self._banner)
        layout.addWidget(self._stack, 1)

        self._header.page_wanted.connect(self._on_page)
        self._header.contact_wanted.connect(self.record_contact)
        self._tabs.chosen.connect(self._on_page)
        self._banner.acted.connect(self._on_banner)

    def record_contact(self) -> None:
        """Add a contact to the record and put the cursor into it."""
        if self._place is None:
            return
        from casedesk.ui.record.page import RecordPage

        self._desk.go(Place(page=Page.RECORD, case_id=self._place.case_id))
        record = self._pages[Page.RECORD]
        assert isinstance(record, RecordPage)  # noqa: S101 - it is made for that page
        record.new_entry()

    def _is_low(self) -> bool:
        """Tell whether the page itself needs all the height there is.

        What the banner says is then told by the dot at "Consents" and on Today.
        """
        return self.height() < LOW_PIXELS

    def _on_page(self, page: str) -> None:
        if self._place is not None:
            self._desk.go(Place(page=Page(page), case_id=self._place.case_id))

    def _on_banner(self) -> None:
        if self._due is not None:
            self._desk.go(due_words.place_of(self._due))
        elif self._place is not None:
            self._desk.go(Place(page=Page.OVERVIEW, case_id=self._place.case_id))

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if self._was_low != self._is_low():
            self._was_low = self._is_low()
            self._header.set_low(self._was_low)
            self.refresh_frame()

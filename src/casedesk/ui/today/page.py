"""What is due in all cases: missing first, then by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.attention import DueKind
from casedesk.ui import wording
from casedesk.ui.coverage.today_card import TodayFindings
from casedesk.ui.language import gettext as _
from casedesk.ui.scans.paper_card import PaperCard
from casedesk.ui.theme import GRID
from casedesk.ui.today.dues_card import DuesCard
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from casedesk.domain.attention import Due
    from casedesk.ui.desk import Desk
    from casedesk.ui.tasks.task_panel import TaskPanel


class TodayPage(QWidget):
    """Lists what is missing, overdue and near, each with the way to it."""

    def __init__(
        self, desk: Desk, new_client: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._new_client = new_client
        self._content: QWidget | None = None
        self._cards: dict[str, DuesCard] = {}
        self.tasks: TaskPanel | None = None  # made once the window stands
        self._build()

    def show_dues(self, dues: list[Due]) -> None:
        """Show what is due."""
        today = self._desk.session.clock.today()
        self._heading.set_title(_("Today, {day}").format(day=wording.day(today)))
        self.papers.refresh()
        self._show_tasks()
        # Tasks stand above, with those beside all cases.
        dues = [due for due in dues if due.kind is not DueKind.TASK_DUE]
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        before, self._cards = self._cards, {}
        for title, group in _groups(dues, today):
            if group:
                card = self._cards[title] = DuesCard(self._desk, title, group)
                card.show_as_many(before.get(title))
                layout.addWidget(card)
        if not dues:
            layout.addWidget(self._nothing())
        layout.addStretch()
        if self._content is not None:
            self._content.deleteLater()
        self._content = content
        self._page.add(content)
        self._page.add(self.findings)  # stays beneath what is due
        self.findings.begin()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        if self.tasks is not None:
            self.tasks.flush()

    def start_task(self) -> None:
        """Put the cursor where a new task is typed."""
        self._show_tasks()
        if self.tasks is not None:
            self.tasks.start()

    def _show_tasks(self) -> None:
        if self.tasks is None:
            from casedesk.ui.tasks.task_panel import TaskPanel

            self.tasks = TaskPanel(self._desk)
            self._page.body.insertWidget(1, self.tasks)
        self.tasks.show_all()

    def _build(self) -> None:
        self._heading = SectionHeading("")
        scans = button(_("Read in scans …"))
        compare = button(_("Is this my document? …"))
        self._heading.add_action(compare)
        self._heading.add_action(scans)
        compare.clicked.connect(self._on_compare)
        scans.clicked.connect(self._on_scans)
        self._page = ScrollPage()
        self.papers = PaperCard(self._desk)
        self.findings = TodayFindings(self._desk)
        self._page.add(self.papers)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 0)
        layout.addWidget(self._heading)
        layout.addWidget(self._page)

    def _on_scans(self) -> None:
        from casedesk.ui.scans import opening

        opening.read_in(self._desk, self)

    def _on_compare(self) -> None:
        from casedesk.ui.scans import opening

        opening.compare(self._desk, self)

    def _nothing(self) -> QWidget:
        if self._desk.session.cases.count() or self._desk.session.cases.count(
            closed=True
        ):
            return EmptyState(_("Nothing is due within the next thirty days."))
        empty = EmptyState(
            _(
                "Here stands what is due: consents that end, reports, reviews. Begin "
                "with the first client."
            ),
            _("New client"),
        )
        empty.acted.connect(self._new_client)
        return empty


def _groups(dues: list[Due], today: date) -> list[tuple[str, list[Due]]]:
    missing = [due for due in dues if due.kind is DueKind.NO_CONSENT]
    dated = [due for due in dues if due.due_on is not None]
    return [
        (_("Overdue"), [due for due in dated if due.is_overdue(today)]),
        (_("Today"), [due for due in dated if due.due_on == today]),
        (_("Within thirty days"), [d for d in dated if d.due_on and d.due_on > today]),
        (_("No consent signed yet"), missing),
    ]

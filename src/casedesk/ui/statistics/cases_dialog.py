"""The cases behind the figures of a line; Enter leads to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.statistics import Measure, Traced
from casedesk.services.statistics import TRACED
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.statistics import Key, Scope
    from casedesk.services.statistics import StatisticService

DAYS = (Measure.DURATION, Measure.WAITING)
ADDS = 5  # the column of what a case adds


class CasesDialog(QDialog):
    """Lists whose cases were counted, with what each adds to the figure."""

    case_wanted = Signal(str)

    def __init__(
        self,
        service: StatisticService,
        scope: Scope,
        title: str,
        figures: Sequence[tuple[str, Key]],
        parent: QWidget | None = None,
    ) -> None:
        """`figures` are those of the line, each with the heading of its column."""
        super().__init__(parent)
        self._service = service
        self._scope = scope
        self._figures = figures
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Cases behind a figure"))
        self._build(title)
        self._show()

    def _build(self, title: str) -> None:
        make_room(self, letters=130, lines=28)
        items = [(key, name) for name, key in self._figures]
        self.figure = ChoiceBox(items, self, may_be_empty=False)
        self.figure.setAccessibleName(_("Figure"))
        self.figure.set_value(items[0][0])
        self.figure.setVisible(len(items) > 1)
        self._count = plain_label("", "muted", self, wraps=True)
        self.table: RecordTable[Traced] = RecordTable(
            self._columns(), self, sortable=True
        )
        self.table.setAccessibleName(title)
        show = button(_("Show case"), "primary", self)
        close = button(_("Close"), "", self)
        head = QHBoxLayout()
        head.addWidget(plain_label(title, "subheading", self, wraps=True), 1)
        head.addWidget(self.figure)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._count, 1)
        foot.addWidget(close)
        foot.addWidget(show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.figure.edited.connect(self._show)
        self.table.opened.connect(self._on_opened)
        show.clicked.connect(self._on_show)
        close.clicked.connect(self.reject)

    def _columns(self) -> tuple[Column[Traced], ...]:
        return (
            Column(_("Number"), lambda case: case.number),
            Column(_("Client"), lambda case: case.client_name, stretch=2),
            Column(_("What it is about"), lambda case: case.title, stretch=2),
            Column(
                _("Opened"),
                lambda case: wording.day(case.opened_on),
                sort_key=lambda case: case.opened_on,
            ),
            Column(
                _("Closed"),
                lambda case: wording.day(case.closed_on),
                sort_key=lambda case: case.closed_on,
            ),
            Column(
                _("Adds"),
                self._added,
                sort_key=lambda case: case.value,
                align_right=True,
            ),
        )

    def _added(self, case: Traced) -> str:
        """Say what a case adds to the figure; mostly it is one case."""
        if case.value is None:
            return ""
        measure = self._figures[self.figure.currentIndex()][1].measure
        if measure is Measure.MINUTES:
            return wording.hours(case.value)
        if measure in DAYS:
            return ngettext("{count} day", "{count} days", case.value).format(
                count=case.value
            )
        return str(case.value)

    def _show(self) -> None:
        key = self._figures[self.figure.currentIndex()][1]
        found = self._service.cases_behind(self._scope, key)
        # Where each case adds itself, there is nothing to say.
        self.table.setColumnHidden(ADDS, all(each.value is None for each in found))
        self.table.show_records(found)
        count = len(found)
        if count < TRACED:
            words = ngettext("{count} case", "{count} cases", count).format(count=count)
        else:
            words = _("The first {count} cases by name").format(count=count)
        self._count.setText(words)

    def _on_opened(self, case: Traced) -> None:
        self.accept()
        self.case_wanted.emit(case.case_id)

    def _on_show(self) -> None:
        case = self.table.record() or next(iter(self.table.records()), None)
        if case is not None:
            self._on_opened(case)

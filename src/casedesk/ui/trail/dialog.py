"""The trail: whether it holds, what was done last, and a way to take it along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.services.disclosures import cleared_without_case
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.preview import saving
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.trail.deed_words import deed_words
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.domain.trail import Deed, TrailCheck
    from casedesk.services.trail import TrailService

    AskFile = Callable[[QWidget], Path | None]

SHOWN = 300


class TrailDialog(QDialog):
    """Shows the newest lines; checking looks at all of them."""

    def __init__(
        self,
        trail: TrailService,
        parent: QWidget | None = None,
        *,
        ask_file: AskFile = saving.ask_table_file,
    ) -> None:
        super().__init__(parent)
        self._trail = trail
        self._ask_file = ask_file
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Trail"))
        self._build()
        self.table.show_records(trail.last(SHOWN))

    def _build(self) -> None:
        make_room(self, letters=100, lines=28)
        what = _(
            "One line for everything that was done in this vault, without a word of "
            "any case. Each line seals the one before it."
        )
        self.verdict = plain_label("", "strong", self, wraps=True)
        self.table: RecordTable[Deed] = RecordTable(_columns(), self)
        self.table.setAccessibleName(_("The newest lines of the trail"))
        self.check = button(_("Check the whole trail"), "primary", self)
        self.export = button(_("Export …"), "", self)
        close = button(_("Close"), "", self)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self.check)
        row.addWidget(self.export)
        row.addStretch()
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(plain_label(what, "muted", self, wraps=True))
        layout.addWidget(self.verdict)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.verdict.hide()
        self.check.clicked.connect(self._on_check)
        self.export.clicked.connect(self._on_export)
        close.clicked.connect(self.reject)

    def _on_check(self) -> None:
        with problems_shown(self, wording.problem):
            self.verdict.setText(result_words(self._trail.check()))
            self.verdict.show()

    def _on_export(self) -> None:
        path = self._ask_file(self)
        if path is None:
            return
        with problems_shown(self, wording.problem):
            content = self._trail.exported()
            clearance = cleared_without_case(self._trail, content)
            saving.write(path, content, clearance)
            self.table.show_records(self._trail.last(SHOWN))


def result_words(result: TrailCheck) -> str:
    """Say whether the trail holds."""
    if result.holds:
        return _("The trail holds: {count} lines, none changed, none missing.").format(
            count=result.lines
        )
    return _(
        "Something is wrong from line {number} on: it was changed, is missing, or was "
        "put in. Keep this file as it is and look at your backups."
    ).format(number=result.broken_at)


def _columns() -> tuple[Column[Deed], ...]:
    return (
        Column(_("No."), lambda deed: str(deed.number), align_right=True),
        Column(_("When"), lambda deed: wording.moment(deed.at)),
        Column(_("What was done"), lambda deed: deed_words(deed.action), stretch=1),
    )

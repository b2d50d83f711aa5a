"""The cases of one client, and the way to open a further one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from casedesk.domain.case import Area, Case, CaseId
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.client import ClientId
    from casedesk.ui.desk import Desk


class CasesCard(Card):
    """Lists every case of a client; each leads to its overview."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Cases of this client"), parent)
        self._desk = desk
        self._client_id: ClientId | None = None
        self._rows: QWidget | None = None
        self._further = button(_("Open a further case"), "", self)
        self._menu = QMenu(self._further)
        self._menu.setAccessibleName(_("Application area"))
        for area in Area:
            choice = self._menu.addAction(wording.label(area).replace("&", "&&"))
            choice.triggered.connect(partial(self._on_area, area))
        self._further.setMenu(self._menu)
        self.add_action(self._further)

    def show_client(self, client_id: ClientId, case_id: CaseId) -> None:
        """List the cases of a client, the newest first; `case_id` is the one shown."""
        self._client_id = client_id
        if self._rows is not None:
            self._rows.hide()
            self.body.removeWidget(self._rows)
            self._rows.deleteLater()
        self._rows = QWidget(self)
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for case in reversed(self._desk.session.cases.of_client(client_id)):
            column.addLayout(self._row(case, self._rows, is_shown=case.id == case_id))
        self.add(self._rows)

    def _row(self, case: Case, parent: QWidget, *, is_shown: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        if is_shown:
            row.addWidget(plain_label(case.number, "strong", parent))
        else:
            link = button(case.number, "link", parent)
            link.setAccessibleName(_("Open case {number}").format(number=case.number))
            link.clicked.connect(partial(self._on_case, case.id))
            row.addWidget(link)
        words = _words(case, is_shown=is_shown)
        row.addWidget(plain_label(words, "", parent, wraps=True), 1)
        return row

    def _on_case(self, case_id: CaseId) -> None:
        self._desk.go(Place(page=Page.OVERVIEW, case_id=case_id))

    def _on_area(self, area: Area) -> None:
        if self._client_id is None:
            return
        with problems_shown(self, wording.problem):
            case = self._desk.session.cases.open_case(self._client_id, area)
            self._on_case(case.id)


def _words(case: Case, *, is_shown: bool) -> str:
    words = [
        case.title,
        wording.label(case.area),
        _("opened {day}").format(day=wording.day(case.opened_on)),
    ]
    if case.closed_on is not None:
        words.append(_("closed {day}").format(day=wording.day(case.closed_on)))
    if is_shown:
        words.append(_("shown now"))
    return " · ".join(word for word in words if word)

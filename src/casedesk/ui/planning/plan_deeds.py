"""What the heading of the plan offers beside goals: versions, papers, sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from casedesk.ui import wording
from casedesk.ui.problems import problems_shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId
    from casedesk.services.paper import Paper
    from casedesk.ui.desk import Desk
    from casedesk.ui.planning.plan_head import PlanHead


class PlanDeeds(QObject):
    """Does what the heading asks for, in the case that is shown.

    `flush` stores what is typed on the page; it is asked for before anything is read.
    """

    def __init__(
        self,
        desk: Desk,
        head: PlanHead,
        case_id: Callable[[], CaseId],
        flush: Callable[[], None],
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._desk = desk
        self._case_id = case_id
        self._flush = flush
        self._page = page
        head.versions_wanted.connect(self._on_versions)
        head.agreement_print_wanted.connect(self._on_agreement)
        head.contacts_print_wanted.connect(self._on_contacts)
        head.emergency_wanted.connect(self._on_emergency)

    def _preview(self, prepare: Callable[[CaseId], Paper]) -> None:
        with problems_shown(self._page, wording.problem):
            self._flush()
            self._desk.preview(prepare(self._case_id()))

    def _on_agreement(self) -> None:
        self._preview(self._desk.session.plan_papers.goal_agreement)

    def _on_contacts(self) -> None:
        self._preview(self._desk.session.plan_papers.contact_list)

    def _on_versions(self) -> None:
        from casedesk.ui.planning.versions_dialog import VersionsDialog

        with problems_shown(self._page, wording.problem):
            self._flush()
            VersionsDialog(self._desk, self._case_id(), self._page).open()

    def _on_emergency(self) -> None:
        from casedesk.ui.planning.emergency_dialog import EmergencyDialog

        with problems_shown(self._page, wording.problem):
            self._flush()
            EmergencyDialog(self._desk, self._case_id(), self._page).open()

"""What the sheets of referrals, applications and approvals have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.implementation.case_names import CaseNames
from casedesk.ui.implementation.provision_list import ProvisionList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk
    from casedesk.ui.implementation.provision_list import Kind


class ProvisionSheet(QWidget):
    """A list of one kind of record, with the people and measures of the case."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = desk.session
        self._case_id: CaseId | None = None
        self._names = CaseNames()
        self.list = ProvisionList(desk, self._kind(), self)
        for act in self._beginnings():
            self.list.add_action(act)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        self.list.changed.connect(self.changed)

    def _kind(self) -> Kind:
        """Return how the records are listed."""
        raise NotImplementedError

    def _beginnings(self) -> Sequence[QPushButton]:
        """Make the buttons that begin a record."""
        raise NotImplementedError

    def _take_over(self, case_id: CaseId, names: CaseNames) -> None:
        """Be about a case from now on, and offer whom and what it has."""
        self._case_id, self._names = case_id, names
        self.list.offer("party_id", names.party_offers())
        self.list.offer("measure_id", names.measure_offers())

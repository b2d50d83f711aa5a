"""What came of an item, typed during the meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.conference import ResolutionKind
from casedesk.domain.dates import Leaning
from casedesk.domain.task import TaskOwner
from casedesk.ui import fields
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from casedesk.domain.case import PartyId
    from casedesk.domain.conference import Resolution
    from casedesk.services.session import Session
    from casedesk.ui.widgets.field_cell import Field


class ResolutionRow(QWidget):
    """A decision, an assignment or an information, with who sees to it by when."""

    remove_wanted = Signal(str)

    def __init__(
        self,
        session: Session,
        resolution: Resolution,
        parties: Mapping[PartyId, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._resolution = resolution
        self.form = RecordForm(
            resolution_fields(session.clock.today, parties), self, most_columns=3
        )
        self.remove = CaseAct("✕", "link", self)
        self.remove.setAccessibleName(_("Remove this result"))
        acts = QVBoxLayout()
        acts.addWidget(self.remove)
        acts.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.form, 1)
        row.addLayout(acts)
        self.remove.clicked.connect(self._on_remove)
        self.form.edited.connect(self._on_edited)

    def show_resolution(self, resolution: Resolution, *, is_locked: bool) -> None:
        """Show it as it is now."""
        self._resolution = resolution
        show_in_form(self.form, self._session.resolutions, resolution)
        self.form.set_locked(is_locked)
        self.remove.setVisible(not is_locked)
        self._show_who(resolution.responsible)

    def _show_who(self, responsible: object) -> None:
        if self.form.has_field("party_id"):
            is_party = responsible is TaskOwner.PARTY
            self.form.set_field_visible("party_id", is_party)
        is_other = responsible is TaskOwner.OTHER
        self.form.set_field_visible("responsible_words", is_other)

    def _on_edited(self, name: str) -> None:
        if name == "responsible":
            self._show_who(self.form.editor("responsible").value())

    def _on_remove(self) -> None:
        self.form.flush()
        self.remove_wanted.emit(self._resolution.id)


def resolution_fields(
    today: Callable[[], date], parties: Mapping[PartyId, str]
) -> list[Field]:
    """Return the fields of what was resolved."""
    found = [
        fields.text("words", _("What was resolved"), lines=1),
        fields.choice("kind", _("Kind"), ResolutionKind),
        fields.choice("responsible", _("Responsible"), TaskOwner),
        fields.day("due_on", _("To be done by"), today, leaning=Leaning.FUTURE),
        fields.line("responsible_words", _("Who else")),
    ]
    if parties:
        items: list[tuple[object, str]] = list(parties.items())
        found.insert(3, fields.pick("party_id", _("Who of the case"), items))
    return found

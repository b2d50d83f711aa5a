"""Somebody of the network map as a form; and a line to put somebody else on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.network_map.tie_fields import tie_fields
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from casedesk.domain.tie import Tie
    from casedesk.ui.desk import Desk


class TieCard(Card):
    """Changes one tie."""

    saved = Signal()
    remove_wanted = Signal(str, str)  # noun and id

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(" ", parent)
        self._desk = desk
        self._tie: Tie | None = None
        changes = button(_("Changes"), "link", self)
        self._remove = CaseAct(_("Take off the map"), "link", self)
        self.add_action(changes)
        self.add_action(self._remove)
        self.form = RecordForm(tie_fields(), self)
        self.add(self.form)
        self.form.saved.connect(self._on_saved)
        changes.clicked.connect(self._on_changes)
        self._remove.clicked.connect(self._on_remove)

    def show_tie(self, tie: Tie | None, name: str) -> None:
        """Show somebody, or nothing; where the user types, the text stays."""
        self._tie = tie
        self.setVisible(tie is not None)
        if tie is not None:
            self.set_title(name or _("(no name)"))
            self.form.set_field_visible("name", tie.party_id is None)
            show_in_form(self.form, self._desk.session.ties, tie)

    def set_locked(self, is_locked: bool) -> None:
        """Let a map of earlier be read only."""
        self.form.set_locked(is_locked)
        self._remove.setVisible(not is_locked)

    def open(self) -> None:
        """Go to the first field."""
        if self._tie is not None:
            self.form.focus_field("name" if self._tie.party_id is None else "sector")

    def _on_saved(self) -> None:
        self.saved.emit()

    def _on_changes(self) -> None:
        self.form.flush()
        if self._tie is not None:
            self._desk.show_changes("tie", self._tie.id)

    def _on_remove(self) -> None:
        if self._tie is not None:
            self.remove_wanted.emit("tie", self._tie.id)


class NameAdder(QWidget):
    """A line for a name; Enter or the button puts it on the map."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.line = TextLine(self, placeholder=_("Name of somebody else"))
        self.line.setAccessibleName(_("Name of somebody else"))
        add = CaseAct(_("Put on the map"), "", self)
        layout.addWidget(self.line, 1)
        layout.addWidget(add)
        add.clicked.connect(self._on_add)
        self.line.returnPressed.connect(self._on_add)

    def _on_add(self) -> None:
        name = self.line.text().strip()
        if name:
            self.wanted.emit(name)
            self.line.clear()

"""A field that holds somebody of the network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.network import Organisation, Person
from casedesk.ui.language import gettext as _
from casedesk.ui.network.pick_dialog import PickDialog
from casedesk.ui.network.somebody import name_of
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.services.session import Session


def person_field(name: str, label: str, session: Session, *, hint: str = "") -> Field:
    """A person of the network, or nobody."""
    return Field(name, label, NetworkPick(session, Person, label), hint)


def organisation_field(
    name: str, label: str, session: Session, *, hint: str = ""
) -> Field:
    """An organisation of the network, or none."""
    return Field(name, label, NetworkPick(session, Organisation, label), hint)


class NetworkPick(QWidget):
    """Edits the id of a person or an organisation; a name is shown for it."""

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        session: Session,
        kind: type[Person] | type[Organisation],
        label: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._kind = kind
        self._label = label
        self._value: str | None = None
        self._build()

    def value(self) -> str | None:
        """Return the id of whom is shown, None if nobody."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show somebody by id; None shows nobody."""
        self._value = None if value is None else str(value)
        records = (
            self._session.persons
            if self._kind is Person
            else self._session.organisations
        )
        somebody = None if self._value is None else records.find(self._value)
        self._name.setText(name_of(somebody) or _("not chosen"))
        set_look(self._name, "strong" if somebody else "muted")
        self._clear.setVisible(somebody is not None)
        words = _("{field}: {name}. Choose another").format(
            field=self._label, name=self._name.text()
        )
        self._choose.setAccessibleName(words)

    def problem(self) -> str | None:
        """Everybody is fine."""
        return None

    def raw(self) -> str:
        """Return the id as text."""
        return self._value or ""

    def set_raw(self, text: str) -> None:
        """Show somebody by the text of an id."""
        self.set_value(text or None)

    def _build(self) -> None:
        self._name = plain_label("", "muted", self, wraps=True)
        self._choose = button(_("Choose …"), "link", self)
        self._clear = button(_("Take out"), "link", self)
        self._clear.setAccessibleName(_("{field}: take out").format(field=self._label))
        self.setFocusProxy(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._name, 1)
        row.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)
        self._choose.clicked.connect(self._on_choose)
        self._clear.clicked.connect(self._on_clear)
        self.set_value(None)

    def _on_choose(self) -> None:
        dialog = PickDialog(self._session, self._label, (self._kind,), self)
        dialog.picked.connect(self._on_picked)
        dialog.open()

    def _on_picked(self, somebody: Person | Organisation) -> None:
        self.set_value(somebody.id)
        self.edited.emit()
        self.left.emit()

    def _on_clear(self) -> None:
        self.set_value(None)
        self._choose.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()
        self.left.emit()

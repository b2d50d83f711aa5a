"""Picks somebody from the network, or enters somebody new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.services.people import EVERYBODY
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.language import gettext as _
from casedesk.ui.network.network_list import NetworkList
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.services.session import Session

PERSON_FIELDS = ("given_name", "family_name", "function", "mobile", "phone", "email")
ORGANISATION_FIELDS = ("name", "department", "phone", "email")


class PickDialog(QDialog):
    """Search first; who is not found is entered in a few lines and then picked."""

    picked = Signal(object)  # the person or organisation

    def __init__(
        self,
        session: Session,
        title: str,
        kinds: Sequence[type[Person] | type[Organisation]] = EVERYBODY,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._kinds = kinds
        self._build()
        self._list.refresh()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def new_person(self) -> None:
        """Enter a person; what was looked for is taken for the name."""
        given, _space, family = self._list.typed().rpartition(" ")
        self._person.begin({"given_name": given, "family_name": family})
        self._pages.setCurrentWidget(self._person)

    def new_organisation(self) -> None:
        """Enter an organisation; what was looked for is taken for the name."""
        self._organisation.begin({"name": self._list.typed()})
        self._pages.setCurrentWidget(self._organisation)

    def _build(self) -> None:
        self._person = NewForm("person", PERSON_FIELDS, _("New person"), self)
        self._organisation = NewForm(
            "organisation", ORGANISATION_FIELDS, _("New organisation"), self
        )
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._search_page())
        self._pages.addWidget(self._person)
        self._pages.addWidget(self._organisation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.addWidget(self._pages)
        make_room(self, letters=72, lines=28)

        self._list.chosen.connect(self._on_chosen)
        self._person.entered.connect(self._on_person_entered)
        self._organisation.entered.connect(self._on_organisation_entered)
        for form in (self._person, self._organisation):
            form.given_up.connect(self._on_given_up)

    def _search_page(self) -> QWidget:
        page = QWidget(self)
        self._list = NetworkList(self._session, self._kinds, page)
        row = QHBoxLayout()
        if Person in self._kinds:
            person = button(_("New &person"), "", page)
            person.clicked.connect(self.new_person)
            row.addWidget(person)
        if Organisation in self._kinds:
            organisation = button(_("New &organisation"), "", page)
            organisation.clicked.connect(self.new_organisation)
            row.addWidget(organisation)
        row.addStretch()
        cancel = button(_("Cancel"), "", page)
        cancel.clicked.connect(self.reject)
        row.addWidget(cancel)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        return page

    def _on_chosen(self, somebody: Person | Organisation) -> None:
        self.picked.emit(somebody)
        self.accept()

    def _on_person_entered(self, values: dict[str, str]) -> None:
        with problems_shown(self, wording.problem):
            new_id = PersonId(self._session.clock.new_id())
            self._on_chosen(
                self._session.persons.add(Person(id=new_id, **values))  # type: ignore[arg-type]  # the fields of the form hold texts
            )

    def _on_organisation_entered(self, values: dict[str, str]) -> None:
        with problems_shown(self, wording.problem):
            new_id = OrganisationId(self._session.clock.new_id())
            self._on_chosen(
                self._session.organisations.add(Organisation(id=new_id, **values))
            )

    def _on_given_up(self) -> None:
        self._pages.setCurrentIndex(0)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)


class NewForm(QWidget):
    """A few lines about somebody new; the rest can be entered in the network."""

    entered = Signal(dict)
    given_up = Signal()

    def __init__(
        self, noun: str, names: Sequence[str], title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cells = {
            name: FieldCell(fields.line(name, field_label(noun, name)), self)
            for name in names
        }
        self._build(title)

    def begin(self, values: dict[str, str]) -> None:
        """Start anew with these values."""
        for name, cell in self._cells.items():
            cell.editor.set_value(values.get(name, ""))
        self._enter.setDefault(True)  # there is one in a window, and another form
        self._on_edited()
        next(iter(self._cells.values())).widget.setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _build(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(plain_label(title, "heading", self))
        page = ScrollPage(self)
        for cell in self._cells.values():
            page.add(cell)
            cell.edited.connect(self._on_edited)
        layout.addWidget(page, 1)
        self._enter = button(_("Add"), "primary", self)
        back = button(_("Back"), "", self)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(back)
        row.addWidget(self._enter)
        layout.addLayout(row)
        self._enter.clicked.connect(self._on_enter)
        back.clicked.connect(self._on_back)

    def _values(self) -> dict[str, str]:
        return {name: str(cell.editor.value()) for name, cell in self._cells.items()}

    def _on_edited(self) -> None:
        names = ("given_name", "family_name", "name")
        values = self._values()
        self._enter.setEnabled(any(values.get(name) for name in names))

    def _on_enter(self) -> None:
        self.entered.emit(self._values())

    def _on_back(self) -> None:
        self.given_up.emit()

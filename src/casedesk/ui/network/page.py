"""The page of the network: a list to search, and the form of whom is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from casedesk.domain.network import Organisation, OrganisationId, Person, PersonId
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.network.network_list import NetworkList
from casedesk.ui.network.somebody_form import SomebodyForm
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from casedesk.ui.desk import Desk

LIST_SHARE = 32
FORM_SHARE = 68


class NetworkPage(QWidget):
    """Persons and organisations, entered once and met in many cases."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._build()
        self.refresh()

    def show_subject(self, subject_id: str) -> None:
        """Show somebody by id, for instance from the search; no id: whoever was."""
        if subject_id:
            self._form.show_somebody(subject_id)
            self._list.clear_search()
            self._list.choose(subject_id)
        self._show_or_not()

    def refresh(self) -> None:
        """Read again and show; where the user types, the text stays."""
        self._list.refresh()
        self._form.refresh()
        self._show_or_not()

    def flush(self) -> None:
        """Store what is typed now."""
        self._form.flush()

    def new_person(self) -> None:
        """Add a person and go to its name."""
        with problems_shown(self, wording.problem):
            new_id = PersonId(self._desk.session.clock.new_id())
            self._desk.session.persons.add(Person(id=new_id))
            self._begin(new_id)

    def new_organisation(self) -> None:
        """Add an organisation and go to its name."""
        with problems_shown(self, wording.problem):
            new_id = OrganisationId(self._desk.session.clock.new_id())
            self._desk.session.organisations.add(Organisation(id=new_id))
            self._begin(new_id)

    def _begin(self, new_id: str) -> None:
        self.flush()
        self.show_subject(new_id)
        self._form.focus_name()

    def _build(self) -> None:
        # Made in the order in which Tab goes through them.
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setStretchFactor(0, LIST_SHARE)
        split.setStretchFactor(1, FORM_SHARE)
        split.setSizes([LIST_SHARE * 10, FORM_SHARE * 10])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self.setFocusProxy(self._list)

        self._list.chosen.connect(self._on_chosen)
        self._form.saved.connect(self._list.refresh)
        self._form.removed.connect(self.refresh)
        self._empty.acted.connect(self.new_person)

    def _left(self) -> QWidget:
        left = QWidget(self)
        self._list = NetworkList(self._desk.session, parent=left)
        person = button("+ " + _("New person"), "link", left)
        person.setAccessibleName(_("New person"))
        organisation = button("+ " + _("New organisation"), "link", left)
        organisation.setAccessibleName(_("New organisation"))
        person.clicked.connect(self.new_person)
        organisation.clicked.connect(self.new_organisation)
        row = FlowLayout(gap=GRID // 2)
        row.addWidget(person)
        row.addWidget(organisation)
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * GRID, 2 * GRID, GRID, GRID)
        column.addWidget(self._list, 1)
        column.addLayout(row)
        return left

    def _right(self) -> QWidget:
        right = QWidget(self)
        self._empty = EmptyState("", _("New person"), right)
        self._form = SomebodyForm(self._desk, right)
        column = QVBoxLayout(right)
        column.setContentsMargins(2 * GRID, 2 * GRID, 3 * GRID, 0)
        column.addWidget(self._empty)
        column.addWidget(self._form, 1)
        return right

    def _show_or_not(self) -> None:
        is_shown = self._form.somebody() is not None
        self._form.setVisible(is_shown)
        self._empty.setVisible(not is_shown)
        self._empty.set_words(_empty_words(has_people=bool(self._list.found())))

    def _on_chosen(self, somebody: Person | Organisation) -> None:
        self._form.show_somebody(somebody.id)
        self._show_or_not()


def _empty_words(*, has_people: bool) -> str:
    if has_people:
        return _("Choose somebody at the left, or enter somebody new.")
    return _(
        "Whom you work with belongs here: relatives, physicians, services, insurers. "
        "Each is entered once and then has a part in as many cases as needed."
    )

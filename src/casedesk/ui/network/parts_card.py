"""In which cases somebody has a part, and who works for an organisation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.network import Organisation, Person
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.network.somebody import name_of
from casedesk.ui.places import Page, Place
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedesk.domain.part import Part
    from casedesk.ui.desk import Desk

PEOPLE_SHOWN = 50


class PartsCard(Card):
    """Lists cases and colleagues; each leads to its page."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Has a part in"), parent)
        self._desk = desk
        self._shown: QWidget | None = None

    def show_somebody(self, somebody: Person | Organisation) -> None:
        """Read the cases of somebody and list them."""
        if self._shown is not None:
            self._shown.hide()
            self.body.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = QWidget(self)
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        parts = self._desk.session.people.parts_of(somebody)
        for part in parts:
            column.addLayout(self._part_row(part, self._shown))
        if not parts:
            words = _("No case yet. People are added on the overview of a case.")
            column.addWidget(plain_label(words, "muted", self._shown, wraps=True))
        if isinstance(somebody, Organisation):
            self._add_people(self._people_of(somebody), column, self._shown)
        self.add(self._shown)

    def _people_of(self, organisation: Organisation) -> list[Person]:
        persons = self._desk.session.persons
        return persons.of(organisation_id=organisation.id)[:PEOPLE_SHOWN]

    def _add_people(
        self, people: Sequence[Person], column: QVBoxLayout, parent: QWidget
    ) -> None:
        if not people:
            return
        column.addWidget(plain_label(_("People who work here"), "strong", parent))
        for person in people:
            go = partial(self._desk.go, Place(page=Page.NETWORK, subject_id=person.id))
            words = person.function
            column.addLayout(_row(name_of(person), words, go, parent))

    def _part_row(self, part: Part, parent: QWidget) -> QHBoxLayout:
        words = [wording.label(role) for role in part.roles]
        if part.function:
            words.insert(0, part.function)
        if part.is_closed:
            words.append(_("closed"))
        name = f"{part.client_name} · {part.case_number}"
        go = partial(self._desk.go, Place(page=Page.OVERVIEW, case_id=part.case_id))
        return _row(name, ", ".join(words), go, parent)


def _row(name: str, words: str, go: Callable[[], None], parent: QWidget) -> QHBoxLayout:
    link = button(_("Open"), "link", parent)
    link.setAccessibleName(_("Open {name}").format(name=name))
    link.clicked.connect(lambda: go())
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(plain_label(name, "strong", parent, wraps=True))
    if words:
        texts.addWidget(plain_label(words, "muted", parent, wraps=True))
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addLayout(texts, 1)
    row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
    return row

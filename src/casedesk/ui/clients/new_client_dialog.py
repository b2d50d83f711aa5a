"""The dialog that takes in a new client with a first case."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.case import Area, CaseId
from casedesk.domain.client import Client, ClientId
from casedesk.domain.practice import THE_PRACTICE
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.dialog_drafts import BegunBefore, DialogDrafts
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import announce
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from casedesk.domain.dates import PartialDate
    from casedesk.ui.desk import Desk

PAUSE_MS = 150


class NewClientDialog(QDialog):
    """A name is enough; who is known already is shown while one types."""

    created = Signal(str)  # the id of the new case

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("New client"))
        self._desk = desk
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._similar: QWidget | None = None
        # There is no client yet to keep it with.
        practice = desk.session.practice.records
        self.drafts = DialogDrafts(practice, THE_PRACTICE, "new_client", self)
        self._again = BegunBefore(self.drafts, self)
        self._build()

    def cell(self, name: str) -> FieldCell:
        """Return a field by its name."""
        return self._cells[name]

    def choose_area(self, area: Area) -> None:
        """Choose the application area."""
        self._areas[area].setChecked(True)

    def _build(self) -> None:
        today = self._desk.session.clock.today
        self._cells = {
            field.name: FieldCell(field, self)
            for field in (
                fields.line("family_name", field_label("client", "family_name")),
                fields.line("given_name", field_label("client", "given_name")),
                fields.partial_day("born", field_label("client", "born"), today),
            )
        }
        for name in ("family_name", "given_name"):
            self._cells[name].edited.connect(self._on_name_edited)
        self._cells["born"].left.connect(self._on_born_left)
        self._cells["born"].edited.connect(self._on_born_edited)
        self.drafts.watch({name: cell.editor for name, cell in self._cells.items()})
        page = ScrollPage(self)
        page.add(self._again)
        for cell in self._cells.values():
            page.add(cell)
        self._known = QVBoxLayout()
        page.add(self._known)
        page.add(plain_label(_("Application area"), "strong", self))
        self._add_areas(page)
        words = _("The area locks nothing: every tab is there in every case.")
        page.add(plain_label(words, "small", self, wraps=True))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.addWidget(page, 1)
        layout.addLayout(self._buttons())
        self._pause.timeout.connect(self._on_pause)
        make_room(self, letters=88, lines=38)
        self._cells["family_name"].widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_name_edited()

    def _add_areas(self, page: ScrollPage) -> None:
        self._areas: dict[Area, QRadioButton] = {}
        group = QButtonGroup(self)
        for area in Area:
            choice = QRadioButton(wording.label(area).replace("&", "&&"), self)
            sentence = area_sentence(area)
            choice.setAccessibleDescription(sentence)
            group.addButton(choice)
            self._areas[area] = choice
            words = plain_label(sentence, "small", self, wraps=True)
            words.setIndent(3 * GRID)
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(choice)
            pair.addWidget(words)
            page.add(pair)
        self.choose_area(Area.HEALTH_CARE)

    def _buttons(self) -> QHBoxLayout:
        self._create = button(_("Create"), "primary", self)
        self._create.setDefault(True)
        cancel = button(_("Cancel"), "", self)
        self._create.clicked.connect(self._on_create)
        cancel.clicked.connect(self.reject)
        cancel.clicked.connect(self.drafts.forget)
        self.drafts.discarded.connect(self._on_name_edited)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self._create)
        return row

    def _name(self, field: str) -> str:
        return str(self._cells[field].editor.value())

    def _show_similar(self, clients: list[Client]) -> None:
        if self._similar is not None:
            self._similar.hide()
            self._known.removeWidget(self._similar)
            self._similar.deleteLater()
            self._similar = None
        if not clients:
            return
        self._similar = QWidget(self)
        column = QVBoxLayout(self._similar)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = _("Already in your vault? Open the case instead:")
        column.addWidget(plain_label(words, "warning", self._similar, wraps=True))
        for client in clients:
            column.addLayout(self._known_row(client, self._similar))
        self._known.addWidget(self._similar)
        announce(self._similar, words)

    def _known_row(self, client: Client, parent: QWidget) -> QHBoxLayout:
        words = _described(client)
        link = button(_("Open"), "link", parent)
        link.setAccessibleName(_("Open {name}").format(name=words))
        link.clicked.connect(partial(self._on_known, client.id))
        row = QHBoxLayout()
        row.addWidget(plain_label(words, "strong", parent, wraps=True), 1)
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_name_edited(self) -> None:
        has_name = bool(self._name("family_name") or self._name("given_name"))
        self._create.setEnabled(has_name)
        self._pause.start()

    def _on_born_left(self) -> None:
        born = self._cells["born"]
        born.show_trouble(born.editor.problem() or "")

    def _on_born_edited(self) -> None:
        born = self._cells["born"]
        if born.trouble() and born.editor.problem() is None:
            born.show_trouble("")

    def _on_pause(self) -> None:
        people = self._desk.session.people
        found = people.similar_clients(
            self._name("family_name"), self._name("given_name")
        )
        self._show_similar(found)

    def _on_known(self, client_id: ClientId) -> None:
        cases = self._desk.session.case_records.of(client_id=client_id)
        if cases:
            newest = max(cases, key=lambda case: (case.closed_on is None, case.id))
            self._desk.go(Place(page=Page.OVERVIEW, case_id=newest.id))
        self.reject()
        self.drafts.forget()

    def _on_create(self) -> None:
        born = self._cells["born"]
        trouble = born.editor.problem() or ""
        born.show_trouble(trouble)
        if trouble:
            born.widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        with problems_shown(self, wording.problem):
            case_id = self._open_case()
            self.drafts.forget()
            self.created.emit(case_id)
            self.accept()

    def _open_case(self) -> CaseId:
        client = Client(
            id=ClientId(self._desk.session.clock.new_id()),
            family_name=self._name("family_name"),
            given_name=self._name("given_name"),
            # A field without trouble holds a date that may be incomplete.
            born=cast("PartialDate | None", self._cells["born"].editor.value()),
        )
        area = next(a for a, choice in self._areas.items() if choice.isChecked())
        return self._desk.session.cases.open_for_new_client(client, area).id

    # --- QDialog

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        self._pause.stop()  # the vault may be locked before the pause is over
        super().hideEvent(event)


def area_sentence(area: Area) -> str:
    """Say in one sentence what an application area is for."""
    return {
        Area.HEALTH_CARE: _(
            "Illness and treatment: from hospital to home, chronic illness, complex "
            "therapy."
        ),
        Area.NURSING_CARE: _(
            "Need for care: help at home, relief for the family, moving into a home."
        ),
        Area.SOCIAL_WORK: _(
            "Living situation: housing, money, family, addiction, protection."
        ),
        Area.REHABILITATION: _(
            "After accident or illness: rehabilitation and the way back to work."
        ),
    }[area]


def _described(client: Client) -> str:
    parts = (client.sorted_name, wording.partial_day(client.born))
    return " · ".join(part for part in parts if part)

"""The domains of life: the list at the left, one of them as a form at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.assessment_change import state_beside
from casedesk.ui.assessment import assessment_fields
from casedesk.ui.assessment.domain_list import DomainList
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.assessment.domain_row import DomainRow
from casedesk.ui.assessment.guidance import guidance
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from casedesk.domain.assessment import Assessment, DomainEntry
    from casedesk.domain.life_domain import DomainKey
    from casedesk.ui.desk import Desk


LEAST_LINES = 50  # on less, the form stands beneath the list


class DomainsSection(QWidget):
    """Shows one domain at a time; Ctrl+Down and Ctrl+Up go to the next and previous."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._entries: list[DomainEntry] = []
        self._earlier: dict[DomainKey, DomainEntry] = {}
        self._is_locked = False
        self._row = 0
        self.names = DomainNames(desk.session)
        self._build()

    def show_entries(self, assessment: Assessment, entries: list[DomainEntry]) -> None:
        """Show these entries; the domain that is chosen stays chosen."""
        session = self._desk.session
        self.names = DomainNames(session)
        earlier = session.domain_entries.of(assessment_id=assessment.earlier_id or "")
        self._earlier = {entry.life_domain: entry for entry in earlier}
        self._is_locked = assessment.is_confirmed
        self._entries = entries
        self.domains.show_rows([self._listed(entry) for entry in entries])
        self._row = min(self._row, len(self._entries) - 1)
        self._show_domain()

    def _listed(self, entry: DomainEntry) -> DomainRow:
        before = self._earlier.get(entry.life_domain)
        return DomainRow(
            name=self.names.of(entry),
            entry=entry,
            state=state_beside(before, entry) if self._earlier else None,
        )

    def choose(self, life_domain: DomainKey) -> None:
        """Show a domain."""
        for row, entry in enumerate(self._entries):
            if entry.life_domain == life_domain:
                self._go_to(row)

    def chosen(self) -> DomainEntry:
        """Return the entry that is shown in the form."""
        return self._entries[self._row]

    def show_first(self) -> None:
        """Begin at the first domain again."""
        self._row = 0

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()

    def _build(self) -> None:
        self.domains = DomainList(self)
        self.form = RecordForm(assessment_fields.domain(), self)
        self._help = plain_label("", "muted", self, wraps=True)
        self._card = Card(" ", self)
        changes = button(_("Changes"), "link", self._card)
        previous = button(_("Previous"), "", self._card)
        previous.setToolTip(_("Ctrl+Up"))
        following = button(_("Next"), "", self._card)
        following.setToolTip(_("Ctrl+Down"))
        for action in (changes, previous, following):
            self._card.add_action(action)
        self._card.add(self._help)
        self._card.add(self.form)
        frame = Card(parent=self)
        frame.body.setContentsMargins(0, 0, 0, 0)
        frame.body.addLayout(self._legend())
        frame.add(self.domains)
        left = QVBoxLayout()
        left.addWidget(frame)
        left.addStretch()
        self._card.body.addStretch(1)
        self._row_layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row_layout.setContentsMargins(0, 0, 0, 0)
        self._row_layout.setSpacing(GRID + 2)
        self._row_layout.addLayout(left)
        self._row_layout.addWidget(self._card, 1)

        self.domains.chosen.connect(self._go_to)
        self.form.saved.connect(self._on_saved)
        changes.clicked.connect(self._on_changes)
        previous.clicked.connect(self._on_previous)
        following.clicked.connect(self._on_next)
        self._add_key("Ctrl+Down", following.click)
        self._add_key("Ctrl+Up", previous.click)

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(plain_label(_("Need"), "small", self), 1)
        row.addWidget(plain_label(_("Burden"), "warning-small", self))
        row.addWidget(plain_label(_("Resources"), "accent-small", self))
        return row

    def _add_key(self, keys: str, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)

    def _show_domain(self) -> None:
        if not self._entries:
            return
        entry = self.chosen()
        self.domains.choose(self._row)
        self._card.set_title(self.names.of(entry))
        self._help.setText(guidance(entry.life_domain, self.names))
        show_in_form(self.form, self._desk.session.domain_entries, entry)
        self.form.set_locked(self._is_locked)

    def _go_to(self, row: int) -> None:
        self.form.flush()  # it reads the entries anew
        self._row = row % len(self._entries)
        self._show_domain()

    def _on_next(self) -> None:
        self._go_to(self._row + 1)

    def _on_previous(self) -> None:
        self._go_to(self._row - 1)

    def _on_saved(self) -> None:
        self.saved.emit()

    def _on_changes(self) -> None:
        self.flush()
        entries = self._desk.session.domain_entries
        self._desk.show_changes(entries.noun, self.chosen().id)

    # --- QWidget

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        direction = QBoxLayout.Direction
        has_room = self.width() >= LEAST_LINES * self.fontMetrics().height()
        self._row_layout.setDirection(
            direction.LeftToRight if has_room else direction.TopToBottom
        )

"""Which domains of life the practice asks about in an area, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.life_domain import domains_for
from casedesk.ui import fields, wording
from casedesk.ui.assessment.domain_names import DomainNames
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from casedesk.domain.case import Area
    from casedesk.domain.life_domain import DomainKey
    from casedesk.ui.desk import Desk

KEY = Qt.ItemDataRole.UserRole


class ArrangeDialog(QDialog):
    """Orders the domains of an area, leaves some out, and adds the practice's own.

    Each step is stored at once. Assessments that are being written follow.
    """

    def __init__(self, desk: Desk, area: Area, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._area = area
        self.setWindowTitle(_("Domains of life"))
        self._build()
        self._show()

    def keys(self) -> list[DomainKey]:
        """Return the domains that are ticked, in order."""
        items = [self.list.item(row) for row in range(self.list.count())]
        ticked = [i for i in items if i.checkState() is Qt.CheckState.Checked]
        return [item.data(KEY) for item in ticked]

    def _build(self) -> None:
        area = wording.label(self._area)
        intro = _(
            "What assessments ask about in “{area}”. Space leaves a domain out or asks "
            "about it again, {up} and {down} move it. What was written stays."
        ).format(area=area, up=wording.keys("Alt+↑"), down=wording.keys("Alt+↓"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Domains of life"))
        self.up, self.down = button(_("Move up")), button(_("Move down"))
        self.name = TextLine(placeholder=_("Name of an own domain"))
        self.name.setAccessibleName(_("Name of an own domain"))
        self.add = button(_("Add"))
        self.reset = button(_("As proposed"), "link")
        self.own = RecordForm(
            [fields.text("guidance", _("Guiding questions"), lines=2)]
        )
        close = button(_("Close"), "", self)
        moves = QHBoxLayout()
        adding = QHBoxLayout()
        for row, widgets in (
            (moves, (self.up, self.down, self.reset)),
            (adding, (self.name, self.add)),
        ):
            for widget in widgets:
                row.addWidget(widget)
        moves.addStretch()
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(intro, "muted", self, wraps=True))
        layout.addWidget(self.list, 1)
        layout.addLayout(moves)
        layout.addLayout(adding)
        layout.addWidget(self.own)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(520, 620)
        for act, slot in (
            (self.up, self._on_up),
            (self.down, self._on_down),
            (self.reset, self._on_reset),
            (self.add, self._on_add),
            (close, self.accept),
        ):
            act.clicked.connect(slot)
        for keys, act in (("Alt+Up", self.up), ("Alt+Down", self.down)):
            QShortcut(QKeySequence(keys), self).activated.connect(act.click)
        self.list.itemChanged.connect(self._on_ticked)
        self.list.currentItemChanged.connect(self._show_own)

    def _show(self, chosen: object = None) -> None:
        session = self._desk.session
        names = DomainNames(session)
        asked = session.life_domains.offered(self._area)
        own = [each.id for each in session.own_domains.all()]
        known: tuple[DomainKey, ...] = (*domains_for(self._area), *own)
        self.list.blockSignals(True)
        self.list.clear()
        for key in (*asked, *(k for k in known if k not in asked)):
            item = QListWidgetItem(names.name(key))
            item.setData(KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState
            item.setCheckState(state.Checked if key in asked else state.Unchecked)
            self.list.addItem(item)
            if key == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._show_own()

    def _show_own(self) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        records = self._desk.session.own_domains
        own = records.find(str(item.data(KEY))) if item is not None else None
        self.own.setVisible(own is not None)
        if own is not None:
            show_in_form(self.own, records, own)

    def _store(self, keys: list[DomainKey], chosen: object) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.life_domains.arrange(self._area, keys)
            self._show(chosen)

    def _move(self, step: int) -> None:
        item: QListWidgetItem | None = self.list.currentItem()
        keys = self.keys()
        if item is None or item.data(KEY) not in keys:
            return
        key = item.data(KEY)
        here = keys.index(key)
        keys.insert(min(max(here + step, 0), len(keys) - 1), keys.pop(here))
        self._store(keys, key)

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        self._store(self.keys(), item.data(KEY))

    def _on_reset(self) -> None:
        with problems_shown(self, wording.problem):
            self._desk.session.life_domains.reset(self._area)
            self._show()

    def _on_add(self) -> None:
        name = str(self.name.value())
        if not name:
            self.name.setFocus()
            return
        with problems_shown(self, wording.problem):
            own = self._desk.session.life_domains.add_own(self._area, name)
            self.name.set_value("")
            self._show(own.id)

    # --- QDialog

    def done(self, result: int) -> None:  # noqa: D102
        self.own.flush()
        super().done(result)

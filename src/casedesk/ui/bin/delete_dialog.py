"""Asks before a client or a case is deleted; the safe answer is the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.binned import KEPT, EraseGround, last_backup_on
from casedesk.ui import fields, wording
from casedesk.ui.bin.words import what_goes
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.text_line import TextLine
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from datetime import datetime

    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class DeleteDialog(QDialog):
    """Moves a client or a case to the bin, or erases it if its number is typed."""

    deleted = Signal()

    def __init__(
        self,
        desk: Desk,
        record_id: str,
        parent: QWidget | None = None,
        *,
        from_bin: bool = False,
    ) -> None:
        """What lies in the bin can only be erased."""
        super().__init__(parent)
        self._desk = desk
        self._doomed = desk.session.bin.doomed(record_id)
        self._from_bin = from_bin
        self._page = ScrollPage(self, margin=3 * GRID)
        self.at_once = TickBox(_("Erase at once, without the bin"), self)
        self.proof = TextLine(self)
        self.ground = FieldCell(_ground_field(), self)
        self.cancel = button(_("Cancel"), "", self)
        self.to_bin = button(_("Move to the bin"), "", self)
        self.erase = button(_("Erase for good"), "danger", self)
        self._build()
        self._show_way()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            _("Delete client") if self._doomed.is_client else _("Delete case")
        )
        make_room(self, letters=92, lines=32)
        self._page.add(plain_label(self._doomed.client_name, "title", self, wraps=True))
        for words in what_goes(self._doomed):
            self._page.add(plain_label(words, "", self, wraps=True))
        self._way = plain_label("", "strong", self, wraps=True)
        self._backups = plain_label("", "muted", self, wraps=True)
        self._ask = plain_label(
            _("To erase it, type {number}:").format(number=self._doomed.proof), "", self
        )
        self._ask.setBuddy(self.proof)
        self.proof.setAccessibleName(self._ask.text())
        self._kept = plain_label("", "warning", self, wraps=True)
        self._page.add(self._kept)
        self._page.add(self.ground)
        for each in (self._way, self._backups, self.at_once, self._ask, self.proof):
            self._page.add(each)
        self._show_kept()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page, 1)
        layout.addLayout(self._foot())
        self.at_once.setVisible(not self._from_bin)
        self.at_once.edited.connect(self._show_way)
        self.ground.editor.edited.connect(self._show_way)
        self.proof.textChanged.connect(self._show_way)
        self.cancel.setFocus()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.to_bin)
        row.addWidget(self.erase)
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        self.to_bin.clicked.connect(self._on_bin)
        self.erase.clicked.connect(self._on_erase)
        return row

    def _show_way(self) -> None:
        erases = self._from_bin or bool(self.at_once.value())
        today = self._desk.session.clock.now()
        gone_at = today if erases else today + KEPT
        self._way.setText(_way_words(gone_at, erases=erases))
        last = wording.day(last_backup_on(gone_at.date()))
        self._backups.setText(
            _(
                "Backups made before hold it longest until {day}, if newer ones go on "
                "being made and the drive outside is connected now and then. Exports, "
                "printed papers and copies of the vault are yours to destroy."
            ).format(day=last)
        )
        self._ask.setVisible(erases)
        self.proof.setVisible(erases)
        self.to_bin.setVisible(not erases)
        self.erase.setVisible(erases)
        says_why = not self._needs_ground() or self._ground() is not None
        self.to_bin.setEnabled(says_why)
        self.erase.setEnabled(says_why and self.proof.value() == self._doomed.proof)

    def _needs_ground(self) -> bool:
        """Whether a file is to be kept longer; what lies in the bin has a ground."""
        today = self._desk.session.clock.today()
        return not self._from_bin and self._doomed.is_kept_on(today)

    def _ground(self) -> EraseGround | None:
        value = self.ground.editor.value()
        return None if value is None else EraseGround(str(value))

    def _show_kept(self) -> None:
        today = self._desk.session.clock.today()
        self._kept.setVisible(self._doomed.is_kept_on(today))
        self.ground.setVisible(self._needs_ground())
        self._kept.setText(
            _(
                "By the rule that was noted at the closing, this file is kept until "
                "{day}. If a claim, a complaint or a request for access is open, do "
                "not delete it."
            ).format(day=wording.day(self._doomed.kept_until))
        )

    def _on_bin(self) -> None:
        with problems_shown(self, wording.problem):
            self._leave()
            ground = self._ground() if self._needs_ground() else None
            self._desk.session.bin.put(self._doomed.record_id, ground)
            self._end()

    def _on_erase(self) -> None:
        with problems_shown(self, wording.problem):
            self._leave()
            ground = self._ground() if self._needs_ground() else None
            self._desk.session.bin.erase(self._doomed.record_id, ground)
            self._end()

    def _leave(self) -> None:
        """Go away from the pages that show it, which stores what is typed there."""
        if not self._from_bin:
            self._desk.go(Place(page=Page.TODAY))

    def _end(self) -> None:
        self.deleted.emit()
        self.accept()


def _ground_field() -> Field:
    return fields.choice(
        "ground",
        _("On what ground it is deleted before"),
        EraseGround,
        may_be_empty=True,
        hint=_("The trail keeps the ground, without any name."),
    )


def _way_words(gone_at: datetime, *, erases: bool) -> str:
    if erases:
        return _("It is erased now. Nobody can bring it back, not even from the file.")
    return _(
        "It goes to the bin: it leaves the lists, the search and the dates due at "
        "once. Until {day} you can take it back in the preferences, at “Bin”; then it "
        "is erased for good."
    ).format(day=wording.day(gone_at.date()))

"""The dialog that leads a vault to another computer, on both of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.moving.copy_card import CopyCard
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from casedesk.ui.desk import Desk


class MovingDialog(QDialog):
    """Copy, compare, delete here; and on the other computer: I have come from there."""

    wipe_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = desk.session.moving.list()
        self.copy = CopyCard(desk, self)
        self.print_list = button(_("Print the list …"), "", self)
        self.code = TextLine()
        self.compare = button(_("Compare"), "", self)
        self.verdict = plain_label("", "", self, wraps=True)
        self.word = TextLine()
        self.wipe = button(_("Delete everything here"), "danger", self)
        self.close_button = button(_("Close"), "", self)
        self._build()

    def word_to_type(self) -> str:
        """Return the word that must be typed before anything is deleted."""
        return _("DELETE")

    def _build(self) -> None:
        self.setWindowTitle(_("To another computer"))
        make_room(self, letters=104, lines=44)
        page = ScrollPage(self, margin=3 * GRID)
        page.add(plain_label(_("To another computer"), "title", self))
        page.add(self.copy)
        page.add(self._list_card())
        page.add(self._arrived_card())
        page.add(self._wipe_card())
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addLayout(foot)
        self.close_button.clicked.connect(self.reject)
        self.print_list.clicked.connect(self._on_print)
        self.compare.clicked.connect(self._on_compare)
        self.code.returnPressed.connect(self._on_compare)
        self.word.textChanged.connect(self._on_word)
        self.wipe.clicked.connect(self._on_wipe)
        self._on_word("")

    def _list_card(self) -> Card:
        card = Card(_("2. Take this list along"), self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * GRID)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._facts()):
            grid.addWidget(plain_label(name, "muted", card), row, 0)
            look = "strong" if row == 0 else ""
            grid.addWidget(plain_label(value, look, card, wraps=True), row, 1)
        card.body.addLayout(grid)
        card.add(_row(card, self.print_list))
        return card

    def _facts(self) -> list[tuple[str, str]]:
        counts = self._list
        at = counts.last_deed_at
        return [
            (_("Check code"), counts.code),
            (_("Mark of the vault"), counts.mark),
            (_("Clients"), str(counts.clients)),
            (_("Open cases"), str(counts.open_cases)),
            (_("Closed cases"), str(counts.closed_cases)),
            (_("Entries"), str(counts.entries)),
            (_("Papers"), str(counts.papers)),
            (
                _("Last change"),
                f"{counts.last_deed} · {'' if at is None else wording.moment(at)}",
            ),
        ]

    def _arrived_card(self) -> Card:
        card = Card(_("3. On the new computer: I have come from another one"), self)
        about = _(
            "Copy the file from the drive into a folder there, open it with the same "
            "passphrase, come back to this window and type the check code of the list."
        )
        card.add(plain_label(about, "", card, wraps=True))
        card.add(FieldCell(Field("code", _("Check code"), self.code), card))
        card.add(_row(card, self.compare))
        card.add(self.verdict)
        self.verdict.hide()
        return card

    def _wipe_card(self) -> Card:
        card = Card(_("4. On the old computer: delete the vault"), self)
        about = _(
            "Only when all is on the new computer. Deleted are the vault, its backups "
            "in the folder of this computer, the reserve, earlier copies beside it, "
            "and what CaseDesk remembers of it. Backups on drives outside and exported "
            "papers stay. A flash disk may keep parts of deleted files for a while: "
            "they are encrypted, but erase the whole disk before you give the computer "
            "away."
        )
        card.add(plain_label(about, "", card, wraps=True))
        label = _("Type {word} to be able to delete").format(word=self.word_to_type())
        card.add(FieldCell(Field("word", label, self.word), card))
        card.add(_row(card, self.wipe))
        return card

    def _on_print(self) -> None:
        from casedesk.ui.preview.sheet_dialog import SheetDialog

        sheet = self._desk.session.recovery.moving_sheet(self._list)
        SheetDialog(sheet, self._desk.jobs, self).open()

    def _on_compare(self) -> None:
        if not self.code.text().strip():
            return
        is_same = self._list.matches(self.code.text())
        set_look(self.verdict, "" if is_same else "problem")
        self.verdict.setText(
            _(
                "All is here: this vault holds exactly what the other computer had. "
                "Now set up the backups here, make one, and delete the vault there."
            )
            if is_same
            else _(
                "The code is another. Compare the figures above with the list: either "
                "it was mistyped, something was changed on one of the computers since "
                "the copy, or this is another file. Do not delete anything there yet."
            )
        )
        self.verdict.show()

    def _on_word(self, typed: str) -> None:
        is_typed = typed.strip().casefold() == self.word_to_type().casefold()
        self.wipe.setEnabled(is_typed)

    def _on_wipe(self) -> None:
        self.accept()
        self.wipe_wanted.emit()

    # --- QDialog

    def done(self, result: int) -> None:
        """Close; a copy that is not finished is given up."""
        self.copy.stop()
        super().done(result)


def _row(parent: QWidget, widget: QWidget) -> QWidget:
    row = QWidget(parent)
    FlowLayout(row).addWidget(widget)
    return row

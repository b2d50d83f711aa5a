"""The dialog that shows what a record was before, and brings it back."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.change import Change, ChangeKind
from casedesk.ui import wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.changes.value_words import ONE_OF, value_words
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import EmptyState
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLabel

    from casedesk.services.records import Records

SHOWN_AT_ONCE = 20
SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class ChangesDialog(QDialog):
    """Every change of one record, newest first.

    `name_behind` names the record that an id in a field stands for.
    Any: records of every kind are shown.
    """

    restored = Signal(str)  # the id of the record

    def __init__(
        self,
        records: Records[Any],
        record_id: str,
        parent: QWidget | None = None,
        *,
        name_behind: Callable[[str, str], str] = lambda _field, _id: "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Changes"))
        self._records = records
        self._record_id = record_id
        self._name_behind = name_behind
        self._limit = SHOWN_AT_ONCE
        self._cards: list[QWidget] = []
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read the changes again."""
        for card in self._cards:
            card.hide()
            self._page.body.removeWidget(card)
            card.deleteLater()
        changes = self._records.changes(self._record_id)
        self._cards = [self._card(change) for change in changes[: self._limit]]
        if not changes:
            self._cards = [EmptyState(_("Nothing has been changed yet."), "", self)]
        for card in self._cards:
            self._page.add(card)
        self._older.setVisible(len(changes) > self._limit)

    def cards(self) -> list[QWidget]:
        """Return the cards of the changes shown, newest first."""
        return self._cards

    def _build(self) -> None:
        self._page = ScrollPage(self)
        self._older = button(_("Show older changes"), "link", self)
        close = button(_("Close"), "", self)
        close.setDefault(True)
        row = QHBoxLayout()
        row.addWidget(self._older)
        row.addStretch()
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.addWidget(self._page, 1)
        layout.addLayout(row)
        make_room(self, letters=112, lines=32)
        self._older.clicked.connect(self._on_older)
        close.clicked.connect(self.accept)

    def _card(self, change: Change) -> ChangeCard:
        fields = [
            (
                field_label(self._records.noun, name),
                self._in_words(name, before),
                self._in_words(name, after),
            )
            for name, before, after in self._records.read_change(change)
        ]
        card = ChangeCard(change, fields, self)
        card.restore_wanted.connect(self._on_restore)
        return card

    def _in_words(self, field: str, value: object) -> str:
        if field in ONE_OF and isinstance(value, tuple):
            return ", ".join(self._in_words(ONE_OF[field], each) for each in value)
        is_own = field == "life_domain" and not isinstance(value, StrEnum)
        if (field.endswith("_id") or is_own) and isinstance(value, str):
            return self._name_behind(field, value) or _("no longer there")
        return value_words(field, value)

    def _on_restore(self, number: int) -> None:
        with problems_shown(self, wording.problem):
            self._records.restore(self._record_id, number)
            self.refresh()
            self._page.to_top()
            self.restored.emit(self._record_id)

    def _on_older(self) -> None:
        self._limit += SHOWN_AT_ONCE
        self.refresh()


class ChangeCard(Card):
    """One change: when, what kind, and each field before and after."""

    restore_wanted = Signal(int)  # the number of the change

    def __init__(
        self,
        change: Change,
        fields: list[tuple[str, str, str]],
        parent: QWidget | None = None,
    ) -> None:
        """`fields` are a label with the words before and after, each."""
        moment = wording.moment(change.changed_at)
        kind = wording.label(change.kind)
        title = _("{moment} · {kind}").format(moment=moment, kind=kind)
        super().__init__(title, parent)
        self._number = change.number
        if fields:
            self.body.addLayout(self._grid(fields))
        if change.kind is ChangeKind.CHANGED and fields:
            restore = button(_("Restore the state before this change"), "link", self)
            restore.setAccessibleName(
                _("Restore the state before the change of {moment}").format(
                    moment=moment
                )
            )
            restore.clicked.connect(self._on_restore)
            self.body.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)

    def _grid(self, fields: list[tuple[str, str, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for at, (label, before, after) in enumerate(fields):
            row = 3 * at
            heading = plain_label(label, "strong", self, wraps=True)
            grid.addWidget(heading, row, 0, 1, 2)
            grid.addWidget(plain_label(_("before"), "small", self), row + 1, 0)
            grid.addWidget(plain_label(_("after"), "small", self), row + 1, 1)
            for column, words in enumerate((before, after)):
                pane = _pane(words, label, self)
                grid.addWidget(pane, row + 2, column, Qt.AlignmentFlag.AlignTop)
        return grid

    def _on_restore(self) -> None:
        self.restore_wanted.emit(self._number)


def _pane(words: str, label: str, parent: QWidget) -> QLabel:
    pane = plain_label(words or _("empty"), "" if words else "muted", parent)
    pane.setWordWrap(True)
    pane.setTextInteractionFlags(SELECTABLE)
    pane.setAccessibleName(f"{label}: {pane.text()}")
    return pane

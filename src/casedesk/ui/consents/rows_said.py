"""What the client said to each row, and what may still be done with it alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from casedesk.domain.consent import Decision
from casedesk.ui.consents import row_words
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import badge, button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from casedesk.domain.consent import ConsentItem
    from casedesk.ui.consents.categories import Categories


class RowsSaid(QWidget):
    """Lists the rows of a declaration that was signed, or given by word of mouth."""

    decided = Signal(str, object)  # the id of the row and the decision
    withdrawal_wanted = Signal(str)  # the id of the row
    taking_back_wanted = Signal(str)
    renewal_wanted = Signal(str)

    def __init__(
        self,
        title: Callable[[ConsentItem], str],
        categories: Callable[[], Categories],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._categories = categories
        self._strips: dict[str, RowStrip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID + 4)

    def show_rows(self, items: Sequence[ConsentItem], today: date) -> None:
        """Show these rows; the keyboard goes on to the next that is not said yet."""
        focused: QWidget | None = self.window().focusWidget()
        left = next(
            (key for key, strip in self._strips.items() if _holds(strip, focused)), ""
        )
        for strip in self._strips.values():
            strip.hide()
            self._column.removeWidget(strip)
            strip.deleteLater()
        self._strips = {item.id: self._strip(item, today) for item in items}
        if left in self._strips:
            waiting = [
                item.id
                for item in items
                if item.decision is Decision.OPEN and item.withdrawn_on is None
            ]
            self._strips[next(iter(waiting), left)].focus_first_act()

    def strip(self, item_id: str) -> RowStrip:
        """Return what is shown of a row."""
        return self._strips[item_id]

    def _strip(self, item: ConsentItem, today: date) -> RowStrip:
        strip = RowStrip(item, self._title(item), self._categories(), today, self)
        self._column.addWidget(strip)
        strip.show()  # at once, for the keyboard goes on in it
        strip.decided.connect(self.decided)
        strip.withdrawal_wanted.connect(self.withdrawal_wanted)
        strip.taking_back_wanted.connect(self.taking_back_wanted)
        strip.renewal_wanted.connect(self.renewal_wanted)
        return strip


class RowStrip(QFrame):
    """One row: with whom, what, where it stands, and the acts that fit."""

    decided = Signal(str, object)
    withdrawal_wanted = Signal(str)
    taking_back_wanted = Signal(str)
    renewal_wanted = Signal(str)

    def __init__(
        self,
        item: ConsentItem,
        title: str,
        categories: Categories,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._item = item
        self._name = title
        self._standing = row_words.standing(item, today)
        self._acts: list[QPushButton] = []
        head = QWidget(self)
        self._head = HeadLayout(head)
        self._head.addWidget(plain_label(title, "strong", self, wraps=True))
        self._head.addWidget(badge(*self._standing, self))
        self._add_acts()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(head)
        for text in (row_words.contents(item, categories), item.withdrawal_note):
            if text:
                layout.addWidget(plain_label(text, "small", self, wraps=True))

    def standing(self) -> str:
        """Return where the row stands, in words."""
        return self._standing[0]

    def focus_first_act(self) -> None:
        """Go to the first thing that may be done with the row."""
        self._acts[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_acts(self) -> None:
        item = self._item
        if item.withdrawn_on is not None:
            self._act(_("Renew"), self._on_renew)
            self._act(_("Noted by mistake"), self._on_take_back, "link")
        elif item.decision is Decision.OPEN:
            self._act(_("Yes"), self._on_yes)
            self._act(_("Struck"), self._on_struck)
        elif item.decision is Decision.GRANTED:
            self._act(_("Withdraw …"), self._on_withdraw)
            self._act(_("Renew"), self._on_renew)
            self._act(_("Correct"), self._on_open, "link")
        else:
            self._act(_("Correct"), self._on_open, "link")

    def _act(self, words: str, slot: Callable[[], None], look: str = "") -> None:
        act = button(words, look, self)
        act.setAccessibleName(
            _("{act}: {name}").format(act=words.rstrip(" …"), name=self._name)
        )
        act.clicked.connect(slot)
        self._head.add_act(act)
        self._acts.append(act)

    def _on_yes(self) -> None:
        self.decided.emit(self._item.id, Decision.GRANTED)

    def _on_struck(self) -> None:
        self.decided.emit(self._item.id, Decision.STRUCK)

    def _on_open(self) -> None:
        self.decided.emit(self._item.id, Decision.OPEN)

    def _on_withdraw(self) -> None:
        self.withdrawal_wanted.emit(self._item.id)

    def _on_take_back(self) -> None:
        self.taking_back_wanted.emit(self._item.id)

    def _on_renew(self) -> None:
        self.renewal_wanted.emit(self._item.id)


def _holds(strip: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and strip.isAncestorOf(focused)

"""Yes or struck for each row of a declaration; nothing is ticked beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from casedesk.domain.consent import ConsentItemId, Decision
from casedesk.ui import wording
from casedesk.ui.consents import row_words
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import SectionHeading
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedesk.domain.consent import ConsentItem
    from casedesk.ui.consents.categories import Categories

ALL_YES = "F2"


class Decisions(QWidget):
    """Asks for each row what the client said to it."""

    changed = Signal()

    def __init__(
        self,
        items: Sequence[ConsentItem],
        title: Callable[[ConsentItem], str],
        categories: Categories,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._groups: dict[ConsentItemId, QButtonGroup] = {}
        self._build(items, title, categories)

    def said(self, decision: Decision) -> tuple[ConsentItemId, ...]:
        """Return the rows to which this was said."""
        wanted = int(decision is Decision.GRANTED)
        return tuple(
            key for key, group in self._groups.items() if group.checkedId() == wanted
        )

    def open_count(self) -> int:
        """Return how many rows nothing has been said to."""
        return sum(group.checkedId() < 0 for group in self._groups.values())

    def say(self, item_id: ConsentItemId, decision: Decision) -> None:
        """Note what was said to a row."""
        is_yes = int(decision is Decision.GRANTED)
        self._groups[item_id].button(is_yes).setChecked(True)
        self.changed.emit()

    def say_yes_to_all(self) -> None:
        """Note that the client agreed to every row."""
        for group in self._groups.values():
            group.button(1).setChecked(True)
        self.changed.emit()

    def _build(
        self,
        items: Sequence[ConsentItem],
        title: Callable[[ConsentItem], str],
        categories: Categories,
    ) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        heading = SectionHeading(_("What was said to each row"), self)
        everything = button(_("All yes ({key})").format(key=ALL_YES), "", self)
        everything.clicked.connect(self.say_yes_to_all)
        QShortcut(QKeySequence(ALL_YES), self.window()).activated.connect(
            self.say_yes_to_all
        )
        heading.add_action(everything)
        layout.addWidget(heading)
        for item in items:
            layout.addWidget(self._row(item, title(item), categories))
        self.setVisible(bool(items))

    def _row(self, item: ConsentItem, title: str, categories: Categories) -> QWidget:
        row = QWidget(self)
        head = QWidget(row)
        acts = HeadLayout(head)
        acts.addWidget(plain_label(title, "strong", head, wraps=True))
        group = QButtonGroup(row)
        for number, decision in ((1, Decision.GRANTED), (0, Decision.STRUCK)):
            choice = self._choice(decision, title, head)
            group.addButton(choice, number)
            acts.add_act(choice)
        self._groups[item.id] = group
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(head)
        what = row_words.contents(item, categories)
        layout.addWidget(plain_label(what, "small", row, wraps=True))
        group.idClicked.connect(self._on_said)
        return row

    def _choice(self, decision: Decision, title: str, parent: QWidget) -> QPushButton:
        words = wording.label(decision)
        choice = button(words, "", parent)
        choice.setCheckable(True)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setAccessibleName(_("{act}: {name}").format(act=words, name=title))
        set_look(choice, "chip")
        return choice

    def _on_said(self) -> None:
        self.changed.emit()

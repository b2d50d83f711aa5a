"""The needs that the assessment found, in the order in which the plan takes them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.need import by_priority
from casedesk.ui import wording
from casedesk.ui.assessment.domain_row import DomainRow
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import Tone, badge, plain_label
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.assessment import DomainEntry
    from casedesk.ui.assessment.domain_names import DomainNames

_TONES = {NeedLevel.AT_ONCE: Tone.DANGER, NeedLevel.SOON: Tone.WARNING}
NAME_SHARE, NEED_SHARE = 1, 2
NAME_LETTERS = 30  # the needs stand beneath each other


class NeedsCard(Card):
    """Lists needs; pressing one emits its domain of life, Alt and an arrow move it."""

    chosen = Signal(object)
    move_wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Needs by priority"), parent)
        self._empty = plain_label(
            _("No need is rated yet. Rate the need for action in the domains above."),
            "muted",
            self,
            wraps=True,
        )
        self._hint = plain_label(
            _("The plan takes this order over. Move a need with {up} and {down}."),
            "small",
            self,
            wraps=True,
        )
        keys = {"up": wording.keys("Alt+↑"), "down": wording.keys("Alt+↓")}
        self._hint.setText(self._hint.text().format(**keys))
        self.add(self._empty)
        self.add(self._hint)
        self.rows: list[NeedRow] = []
        for names, slot in (("Alt+Up", self._on_up), ("Alt+Down", self._on_down)):
            shortcut = QShortcut(QKeySequence(names), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def show_entries(
        self, entries: Iterable[DomainEntry], names: DomainNames, *, is_locked: bool
    ) -> None:
        """Show the entries that hold a need or something to watch."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        needs = by_priority(entries)
        self.rows = [NeedRow(need, names.of(need), self) for need in needs]
        for row in self.rows:
            row.let_move(is_allowed=not is_locked)
            row.chosen.connect(self._on_chosen)
            row.move_wanted.connect(self._on_move)
            self.add(row)
        self._empty.setVisible(not self.rows)
        self._hint.setVisible(len(self.rows) > 1 and not is_locked)

    def focus_need(self, entry_id: str) -> None:
        """Put the cursor on a need again after it was moved."""
        for row in self.rows:
            if row.need.id == entry_id:
                row.press.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_up(self) -> None:
        self._move_focused(-1)

    def _on_down(self) -> None:
        self._move_focused(1)

    def _move_focused(self, step: int) -> None:
        focused: QWidget | None = self.window().focusWidget()
        for row in self.rows:
            if focused is not None and row.isAncestorOf(focused) and row.may_move:
                self.move_wanted.emit(row.need.id, step)
                return

    def _on_chosen(self, life_domain: object) -> None:
        self.chosen.emit(life_domain)

    def _on_move(self, entry_id: str, step: int) -> None:
        self.move_wanted.emit(entry_id, step)


class NeedRow(QWidget):
    """One need: its domain, its words, how it presses; and two arrows to move it."""

    chosen = Signal(object)
    move_wanted = Signal(str, int)

    def __init__(
        self, need: DomainEntry, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.need = need
        self.may_move = True
        self.press = Pressable(self._face(title), self)
        said = DomainRow(name=title, entry=need).spoken()
        self.press.setAccessibleName(f"{said}. {need.need}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.press, 1)
        self.up = self._arrow("↑", _("Move up: {title}").format(title=title))
        self.down = self._arrow("↓", _("Move down: {title}").format(title=title))
        row.addWidget(self.up)
        row.addWidget(self.down)
        self.press.clicked.connect(self._on_pressed)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)

    def let_move(self, *, is_allowed: bool) -> None:
        """Show the arrows, or none where the order is frozen."""
        self.may_move = is_allowed
        for arrow in (self.up, self.down):
            arrow.setVisible(is_allowed)

    def click(self) -> None:
        """Do what a click on the need does."""
        self.press.click()

    def _arrow(self, sign: str, words: str) -> QPushButton:
        made = CaseAct(sign, "link", self)
        made.setAccessibleName(words)
        made.setToolTip(escape(words))  # a tool tip obeys markup
        return made

    def _face(self, title: str) -> QWidget:
        need = self.need
        face = QWidget()
        layout = QHBoxLayout(face)
        layout.setContentsMargins(GRID // 2, 2, GRID // 2, 2)
        layout.setSpacing(GRID)
        name = plain_label(title, "strong", face, wraps=True)
        words = plain_label(need.need or need.situation, "", face, wraps=True)
        name.setMaximumWidth(NAME_LETTERS * name.fontMetrics().averageCharWidth())
        layout.addWidget(name, NAME_SHARE)
        layout.addWidget(words, NEED_SHARE)
        if need.need_level is not None:
            tone = _TONES.get(need.need_level, Tone.NEUTRAL)
            layout.addWidget(badge(wording.label(need.need_level), tone, face))
        return face

    def _on_pressed(self) -> None:
        self.chosen.emit(self.need.life_domain)

    def _on_up(self) -> None:
        self.move_wanted.emit(self.need.id, -1)

    def _on_down(self) -> None:
        self.move_wanted.emit(self.need.id, 1)

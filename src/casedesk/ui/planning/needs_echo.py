"""The needs to which the plan says nothing yet, as a grey echo of the assessment."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from casedesk.domain.no_goal import NoGoalGround
from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.assessment import DomainEntry
    from casedesk.domain.life_domain import DomainKey
    from casedesk.ui.assessment.domain_names import DomainNames

SHOWN_AT_ONCE = 4


class NeedsEcho(Card):
    """Lists needs without a goal; each becomes one, or is left without for a reason."""

    goal_wanted = Signal(object)  # the domain of life
    left = Signal(object, NoGoalGround)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Needs without a goal"), parent)
        self.offers: list[QPushButton] = []
        self.refusals: list[QPushButton] = []
        self._entries: Sequence[DomainEntry] = ()
        self._names: DomainNames | None = None
        self._told: list[tuple[DomainEntry, str]] = []
        self._lines: list[QWidget] = []
        self._sheet = QWidget(self)
        self._rows = QVBoxLayout(self._sheet)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(GRID // 2)
        self.more = button("", "link", self)
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch()
        self._is_whole = False
        self.add(self._sheet)
        self.body.addLayout(row)
        self.hide()
        self.more.clicked.connect(self._on_more)

    def show_entries(self, entries: Sequence[DomainEntry], names: DomainNames) -> None:
        """Show these entries of the assessment; nothing at all if there are none."""
        self._entries, self._names = entries, names
        self.setVisible(bool(entries))
        shown = list(entries) if self._is_whole else list(entries[:SHOWN_AT_ONCE])
        told = [(entry, names.of(entry)) for entry in shown]
        self._show_more(len(entries) - len(shown))
        if told == self._told:
            return
        self._told = told
        for line in self._lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.offers, self.refusals = [], []
        self._lines = [self._row(entry, name) for entry, name in told]
        for line in self._lines:
            self._rows.addWidget(line)

    def _row(self, entry: DomainEntry, name: str) -> QWidget:
        row = QWidget(self._sheet)
        layout = HeadLayout(row)
        need = entry.need or entry.situation
        said = f"{name}: {need}" if need else name
        offer = CaseAct(_("Make a goal of it"), "link", row)
        offer.setAccessibleName(_("Make a goal for {domain}").format(domain=name))
        refusal = CaseAct(_("No goal, because …"), "link", row)
        refusal.setAccessibleName(
            _("Say why there is no goal for {domain}").format(domain=name)
        )
        key = entry.life_domain
        offer.clicked.connect(lambda: self.goal_wanted.emit(key))
        refusal.setMenu(self._grounds(key, refusal))
        layout.addWidget(plain_label(said, "muted", row, wraps=True))
        layout.add_act(offer)
        layout.add_act(refusal)
        self.offers.append(offer)
        self.refusals.append(refusal)
        return row

    def _grounds(self, key: DomainKey, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for ground in NoGoalGround:
            act = menu.addAction(wording.label(ground).replace("&", "&&"))
            act.triggered.connect(partial(self._on_ground, key, ground))
        return menu

    def _show_more(self, hidden: int) -> None:
        words = ngettext("Show {count} more", "Show {count} more", hidden)
        self.more.setText(words.format(count=hidden))
        self.more.setVisible(hidden > 0)

    def _on_more(self) -> None:
        self._is_whole = True
        if self._names is not None:
            self.show_entries(self._entries, self._names)

    def _on_ground(self, key: DomainKey, ground: NoGoalGround) -> None:
        self.left.emit(key, ground)


def count_words(count: int) -> str:
    """Say how many needs have no goal."""
    return ngettext(
        "{count} need without a goal", "{count} needs without a goal", count
    ).format(count=count)

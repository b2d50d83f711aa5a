"""The needs that the assessment found, the most pressing first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.assessment import NeedLevel
from casedesk.domain.need import by_priority
from casedesk.ui import wording
from casedesk.ui.assessment.domain_row import DomainRow
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import Tone, badge, plain_label
from casedesk.ui.widgets.pressable import Pressable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedesk.domain.assessment import DomainEntry
    from casedesk.ui.assessment.domain_names import DomainNames

_TONES = {NeedLevel.AT_ONCE: Tone.DANGER, NeedLevel.SOON: Tone.WARNING}
NAME_SHARE, NEED_SHARE = 1, 2
NAME_LETTERS = 30  # the needs stand beneath each other


class NeedsCard(Card):
    """Lists needs; pressing one emits its domain of life."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Needs in order of urgency"), parent)
        self._empty = plain_label(
            _("No need is rated yet. Rate the need for action in the domains above."),
            "muted",
            self,
            wraps=True,
        )
        self.add(self._empty)
        self.rows: list[Pressable] = []

    def show_entries(self, entries: Iterable[DomainEntry], names: DomainNames) -> None:
        """Show the entries that hold a need or something to watch."""
        for row in self.rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(e, names.of(e)) for e in by_priority(entries)]
        for row in self.rows:
            self.add(row)
        self._empty.setVisible(not self.rows)

    def _row(self, entry: DomainEntry, title: str) -> Pressable:
        face = QWidget()
        layout = QHBoxLayout(face)
        layout.setContentsMargins(GRID // 2, 2, GRID // 2, 2)
        layout.setSpacing(GRID)
        name = plain_label(title, "strong", face, wraps=True)
        need = plain_label(entry.need or entry.situation, "", face, wraps=True)
        name.setMaximumWidth(NAME_LETTERS * name.fontMetrics().averageCharWidth())
        layout.addWidget(name, NAME_SHARE)
        layout.addWidget(need, NEED_SHARE)
        if entry.need_level is not None:
            tone = _TONES.get(entry.need_level, Tone.NEUTRAL)
            layout.addWidget(badge(wording.label(entry.need_level), tone, face))
        row = Pressable(face, self)
        row.setAccessibleName(
            f"{DomainRow(name=title, entry=entry).spoken()}. {entry.need}"
        )
        life_domain = entry.life_domain
        row.clicked.connect(lambda: self.chosen.emit(life_domain))
        return row

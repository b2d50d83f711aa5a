"""Narrows the record: to topics, somebody, a domain, a phase, a period, words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.case import PartyId
from casedesk.domain.entry import EntryKind
from casedesk.domain.happening import Event, Narrowing, Topic, kinds_of
from casedesk.domain.phase import Phase
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.happening import Kind
    from casedesk.ui.entries.entry_row import CaseNames
    from casedesk.ui.fields import Today

BOX_LETTERS = 8
WORDS_LETTERS = 13


class FilterBar(QWidget):
    """Keeps what is looked for; everything is shown until something is chosen."""

    edited = Signal()

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topics = ChoiceChips(wording.choices(Topic), self)
        self.words = TextLine(self, placeholder=_("Words in the record"))
        self.kind = self._box(_("Show only this kind"))
        self.party = self._box(_("Show only with"))
        self.domain = self._box(_("Show only this domain of life"))
        self.phase = self._box(_("Show only this phase"))
        self.since = FieldCell(fields.day("since", "", today), self)
        self.until = FieldCell(fields.day("until", "", today), self)
        self.all = button(_("Show everything"), "link", self)
        self._build()

    def offer(self, names: CaseNames) -> None:
        """Offer the parties, domains and phases of a case."""
        standard = names.practice.standard
        phases = [(phase, wording.phase(phase, standard)) for phase in Phase]
        offered = names.domains.offered(names.case_id)
        kinds = [*wording.choices(EntryKind), *wording.choices(Event)]
        _offer(self.kind, _("All kinds"), kinds)
        _offer(self.party, _("All persons"), list(names.parties.items()))
        _offer(self.domain, _("All domains"), offered)
        _offer(self.phase, _("All phases"), phases)

    def narrowing(self) -> Narrowing:
        """Return what is looked for."""
        chosen = self.topics.value()
        topics = frozenset(each for each in chosen if isinstance(each, Topic))
        party, phase = self.party.value(), self.phase.value()
        kind = self.kind.value()
        kinds: frozenset[Kind] = kinds_of(topics)
        if isinstance(kind, EntryKind | Event):
            kinds = frozenset({kind})
        return Narrowing(
            kinds=kinds,
            party_id=PartyId(str(party)) if party else None,
            life_domain=self.domain.value() or None,  # type: ignore[arg-type]  # the box holds domains
            phase=phase if isinstance(phase, Phase) else None,
            since=_day(self.since),
            until=_day(self.until),
            words=self.words.value(),
        )

    def said(self) -> str:
        """Say by what else than topics and days it is narrowed, if by anything."""
        boxes = (self.kind, self.party, self.domain, self.phase)
        parts = [box.currentText() for box in boxes if box.value()]
        if self.words.value().strip():
            words = _("with the words “{words}”").format(words=self.words.value())
            parts.insert(0, words)
        return " · ".join(parts)

    def clear(self) -> None:
        """Show everything again."""
        self.topics.set_value(())
        self.words.set_value("")
        for box in (self.kind, self.party, self.domain, self.phase):
            box.set_value("")
        for cell in (self.since, self.until):
            cell.editor.set_value(None)
        self.all.hide()

    def _build(self) -> None:
        self.topics.setAccessibleName(_("Show only these kinds"))
        self.words.setAccessibleName(_("Words in the record"))
        self.words.setFixedWidth(
            self.fontMetrics().horizontalAdvance("n") * WORDS_LETTERS
        )
        for cell, name in ((self.since, _("Since")), (self.until, _("Until"))):
            cell.widget.setAccessibleName(name)
            cell.widget.setProperty("placeholderText", name)
            cell.edited.connect(self._on_edited)
            cell.left.connect(self._on_edited)
        flow = FlowLayout(gap=GRID - 2)
        for widget in (
            self.words,
            self.kind,
            self.party,
            self.domain,
            self.phase,
            self.since,
            self.until,
            self.all,
        ):
            flow.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID - 2)
        column.addWidget(self.topics)
        column.addLayout(flow)
        self.topics.edited.connect(self._on_edited)
        self.words.edited.connect(self._on_edited)
        self.all.clicked.connect(self._on_all)
        self.all.hide()

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox([], self, may_be_empty=False)
        box.setMinimumContentsLength(BOX_LETTERS)
        box.setAccessibleName(name)
        box.edited.connect(self._on_edited)
        return box

    def _on_edited(self) -> None:
        self.all.setVisible(not self.narrowing().is_open)
        self.edited.emit()

    def _on_all(self) -> None:
        self.clear()
        self.words.setFocus()
        self.edited.emit()


def _offer(box: ChoiceBox, all_words: str, items: Sequence[tuple[object, str]]) -> None:
    # "" stands for all: an empty line would not say so.
    chosen = box.value()
    box.set_items([("", all_words), *items])
    values = [value for value, _label in items]
    box.set_value(chosen if chosen in values else "")


def _day(cell: FieldCell) -> date | None:
    value = None if cell.editor.problem() else cell.editor.value()
    return value if isinstance(value, date) else None

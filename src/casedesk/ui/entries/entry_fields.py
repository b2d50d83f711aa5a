"""The fields of an entry, and how it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.entry import EntryKind
from casedesk.domain.phase import Phase
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.case import PartyId
    from casedesk.domain.entry import Entry
    from casedesk.domain.practice import Standard
    from casedesk.ui.fields import Today
    from casedesk.ui.widgets.field_cell import Field


def entry_fields(
    today: Today, names: Mapping[PartyId, str], standard: Standard
) -> list[Field]:
    """Return new fields for one entry."""
    phases: list[tuple[object, str]] = [
        (phase, wording.phase(phase, standard)) for phase in Phase
    ]
    return [
        fields.text(
            "text", _("What happened, what was said, what comes next"), lines=4
        ),
        fields.choice("kind", _("Kind"), EntryKind),
        fields.needed_day("happened_on", _("Day"), today),
        fields.pick("party_id", _("With whom"), list(names.items())),
        fields.duration(
            "minutes", _("Time spent"), hint=_("such as 45, 1:30 or 1.5 h")
        ),
        fields.needed_pick("phase", _("Phase"), phases),
    ]


class EntryFace(QWidget):
    """Shows an entry: a line of facts, and the whole text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = plain_label("", "strong", self, wraps=True)
        self._phase = plain_label("", "small", self)
        self._text = plain_label("", "", self, wraps=True)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._facts, 1)
        head.addWidget(self._phase)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self._text)

    def show_entry(self, facts: str, phase: str, text: str) -> None:
        """Show what an entry says; the name of the phase may be empty."""
        self._facts.setText(facts)
        self._phase.setText(phase)
        self._phase.setVisible(bool(phase))
        self._text.setText(text or _("(no text yet)"))


def facts_of(entry: Entry, names: Mapping[PartyId, str]) -> str:
    """Say when an entry happened, what it was, with whom and how long."""
    parts = [wording.day(entry.happened_on), wording.label(entry.kind)]
    if entry.party_id is not None and entry.party_id in names:
        parts.append(names[entry.party_id])
    if entry.minutes:
        parts.append(_("{count} min").format(count=entry.minutes))
    return " · ".join(parts)

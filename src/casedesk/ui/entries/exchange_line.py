"""The line beneath a contact: what was exchanged, or that it is not noted yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casedesk.domain.entry import not_noted
from casedesk.ui.entries.exchange_words import exchange_words
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedesk.domain.case import PartyId
    from casedesk.domain.disclosure import Disclosure
    from casedesk.domain.entry import Entry
    from casedesk.services.session import Session


class ExchangeLine(QWidget):
    """Says it, and offers to record it or to say that it was nothing.

    It stands beneath the words and beneath the form of a contact alike.
    """

    record_wanted = Signal()
    nothing_said = Signal(bool)  # that nothing was exchanged, or that taken back

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._missing: tuple[PartyId, ...] = ()
        self.words = plain_label("", "small", self, wraps=True)
        self.record = button(_("Record …"), "link", self)
        self.nothing = CaseAct(
            _("Nothing about the client was exchanged"), "link", self
        )
        self.take_back = CaseAct(_("Take back"), "link", self)
        self._acts = (self.record, self.nothing, self.take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, 0, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.words, 1)
        for act in self._acts:
            row.addWidget(act)
        self.record.clicked.connect(self.record_wanted)
        self.nothing.clicked.connect(lambda: self.nothing_said.emit(True))
        self.take_back.clicked.connect(lambda: self.nothing_said.emit(False))

    def missing(self) -> tuple[PartyId, ...]:
        """Return with whom it is not noted yet what was exchanged."""
        return self._missing

    def show_entry(
        self,
        entry: Entry,
        lines: Sequence[Disclosure],
        name: str,
        names: Mapping[PartyId, str],
    ) -> str:
        """Say it about an entry, and return what is said; `name` says which it is."""
        self._missing = not_noted(entry, [line.party_id for line in lines])
        is_open = bool(self._missing) or (entry.is_contact and not lines)
        is_by_law = any(line.is_without_consent for line in lines)
        noted = exchange_words(self._session, lines)
        is_some = bool(noted) or len(entry.parties) > 1
        missing = [names.get(each, "") for each in self._missing] if is_some else []
        said = "\n".join(filter(None, (*noted, _open_words(entry, missing, lines))))
        self.words.setText(said)
        set_look(self.words, "warning-small" if is_by_law else "small")
        may_change = not self._session.entries.is_read_only
        self.record.setVisible(is_open and may_change)
        is_nothing = entry.nothing_exchanged
        self.nothing.setVisible(is_open and not is_nothing and may_change)
        self.take_back.setVisible(is_open and is_nothing and may_change)
        for act in self._acts:
            act.setAccessibleName(f"{act.text()} {name}")
        self.setVisible(bool(said))
        return said

    def focus_act(self) -> None:
        """Put the keyboard where the last answer can be changed."""
        act = self.nothing if self.take_back.isHidden() else self.take_back
        act.setFocus()


def _open_words(
    entry: Entry, missing: Sequence[str], lines: Sequence[Disclosure]
) -> str:
    """Say what is not noted yet, or that there is nothing to be noted."""
    if not entry.is_contact or (lines and not missing):
        return ""
    if entry.nothing_exchanged:
        return _("Nothing about the client was exchanged.")
    if missing:
        return _("What was exchanged is not noted yet with: {names}").format(
            names=", ".join(filter(None, missing))
        )
    return _("What was exchanged is not noted yet.")

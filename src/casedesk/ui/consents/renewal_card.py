"""Which declarations of the case should be asked for again, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.renewal import Trigger
from casedesk.ui import wording
from casedesk.ui.consents import renewal_words
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedesk.domain.case import CaseId
    from casedesk.domain.consent import Consent
    from casedesk.domain.renewal import Reason
    from casedesk.ui.desk import Desk

_ONLY_SHOWN = (Trigger.ORAL_ONLY, Trigger.SIGNATURE_MISSING)
MOST_SHOWN = 3


class RenewalCard(Card):
    """Lists the reasons in full sentences; each prepares what it asks for."""

    made = Signal(str)  # the id of the declaration to show

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Ask again?"), parent)
        self._desk = desk
        self._content: QWidget | None = None
        self._consents: Mapping[str, Consent] = {}
        self._reasons: list[Reason] = []
        self._shows_all = False
        self._case_id: CaseId | None = None
        self.hide()

    def show_case(self, case_id: CaseId, consents: Mapping[str, Consent]) -> None:
        """Show the reasons in a case, the first ones if there are many."""
        if case_id != self._case_id:
            self._shows_all = False
        self._case_id = case_id
        self._consents = consents
        self._reasons = self._desk.session.declarations.reasons(case_id)
        self._show()

    def sentences(self) -> list[str]:
        """Return what is said, in its order."""
        today = self._desk.session.clock.today()
        names = self._names()
        return [
            renewal_words.sentence(
                reason,
                wording.label(self._consents[reason.consent_id].kind),
                names.get(reason.party_id or "", ""),
                today,
            )
            for reason in self._reasons
        ]

    def prepare(self, number: int) -> None:
        """Prepare what a reason asks for, or go to where it is mended."""
        reason = self._reasons[number]
        declarations = self._desk.session.declarations
        with problems_shown(self, wording.problem):
            if reason.trigger in _ONLY_SHOWN:
                self.made.emit(reason.consent_id)
            elif reason.trigger is Trigger.NEW_RECIPIENT and reason.party_id:
                made = declarations.with_recipient(reason.consent_id, reason.party_id)
                self.made.emit(made.id)
            else:
                rows = (reason.item_id,) if reason.item_id else None
                renewed = declarations.renew(reason.consent_id, items=rows)
                self.made.emit(renewed.id)

    def _names(self) -> dict[str, str]:
        if self._case_id is None:
            return {}
        named = party_names(self._desk.session, self._case_id)
        return {str(party_id): name for party_id, name in named.items()}

    def _show(self) -> None:
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget(self)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        most = len(self._reasons) if self._shows_all else MOST_SHOWN
        for number, sentence in enumerate(self.sentences()[:most]):
            layout.addWidget(self._row(number, sentence))
        hidden = len(self._reasons) - most
        if hidden > 0:
            words = ngettext("{n} more", "{n} more", hidden).format(n=hidden)
            more = button(words, "link", self._content)
            more.clicked.connect(self._on_more)
            layout.addWidget(more)
        self.add(self._content)
        self._content.show()
        self.setVisible(bool(self._reasons))

    def _row(self, number: int, sentence: str) -> QWidget:
        row = QWidget(self._content)
        line = HeadLayout(row)
        line.addWidget(plain_label(sentence, "", row, wraps=True))
        act = button(renewal_words.act(self._reasons[number].trigger), "", row)
        act.setAccessibleDescription(sentence)
        act.clicked.connect(lambda: self.prepare(number))
        line.add_act(act)
        return row

    def _on_more(self) -> None:
        self._shows_all = True
        self._show()

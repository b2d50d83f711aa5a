"""The head of a declaration: what it is, where it stands, what may be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.consent import ConsentState
from casedesk.ui import wording
from casedesk.ui.consents import state_words
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import Tone, badge, button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from casedesk.domain.consent import Consent

_OVER = (ConsentState.WITHDRAWN, ConsentState.SUPERSEDED)


class ConsentHead(Card):
    """Says where a declaration stands, and passes on what the user wants to do."""

    print_wanted = Signal()
    signature_wanted = Signal()
    drawing_wanted = Signal()
    withdrawal_wanted = Signal()
    renewal_wanted = Signal()
    changes_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._build()

    def show_consent(self, consent: Consent, state: ConsentState) -> None:
        """Show a declaration, and only the acts that make sense now."""
        self._title.setText(wording.label(consent.kind))
        self._badge.setText(wording.label(state))
        set_look(self._badge, f"badge-{state_words.TONES[state]}")
        self._sentence.setText(state_words.sentence(consent, state))
        is_given = consent.signed_on is not None or consent.oral_on is not None
        is_over = state in _OVER
        lacks_signature = bool(consent.missing_signers()) and not is_over
        self._signed.setVisible(consent.signed_on is not None)
        self._sign.setVisible(lacks_signature)
        self._draw.setVisible(lacks_signature and consent.signed_on is None)
        self._withdraw.setVisible(is_given and not is_over)
        self._renew.setVisible(is_given)
        self._remove.setVisible(consent.signed_on is None)

    def sentence(self) -> str:
        """Return what is said about the state."""
        return self._sentence.text()

    def _build(self) -> None:
        self._title = plain_label("", "heading", self, wraps=True)
        self._badge = badge("", Tone.NEUTRAL, self)
        self._sentence = plain_label("", "", self, wraps=True)
        self._signed = plain_label(
            _(
                "The words stay as they were signed. Renew the declaration to change "
                "them; a wrong day of signing can be corrected or removed."
            ),
            "small",
            self,
            wraps=True,
        )
        bar = QWidget(self)
        self._row = HeadLayout(bar)
        self._row.addWidget(self._title)
        self._row.addWidget(self._badge)
        self._sign = self._act(_("Note the signature …"), "primary")
        self._draw = self._act(_("Sign on the screen …"))
        print_out = self._act(_("Print …"))
        self._renew = self._act(_("Renew"))
        self._withdraw = self._act(_("Withdraw …"))
        changes = self._act(_("Changes"), "link")
        self._remove = self._act(_("Remove"), "link")
        self.add(bar)
        self.add(self._sentence)
        self.add(self._signed)

        self._sign.clicked.connect(self.signature_wanted)
        self._draw.clicked.connect(self.drawing_wanted)
        print_out.clicked.connect(self.print_wanted)
        self._renew.clicked.connect(self.renewal_wanted)
        self._withdraw.clicked.connect(self.withdrawal_wanted)
        changes.clicked.connect(self.changes_wanted)
        self._remove.clicked.connect(self.removal_wanted)

    def _act(self, words: str, look: str = "") -> QPushButton:
        act = button(words, look, self)
        self._row.add_act(act)
        return act

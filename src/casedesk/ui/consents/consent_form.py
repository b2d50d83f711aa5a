"""One declaration on the screen, in the order of the act from aim to withdrawal."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.consent import ConsentKind
from casedesk.domain.problems import RuleBroken
from casedesk.ui import wording
from casedesk.ui.consents import consent_fields as fields
from casedesk.ui.consents import state_words
from casedesk.ui.consents.recipients_card import RecipientsCard
from casedesk.ui.editing import deeds_on, show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.scans.paper_line import PaperLine
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import Tone, badge, button, plain_label
from casedesk.ui.widgets.record_form import Deeds, RecordForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.consent import Consent, ConsentId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field


class ConsentForm(QWidget):
    """Shows one declaration and stores what is typed into it."""

    saved = Signal()
    print_wanted = Signal()
    renewal_wanted = Signal()
    changes_wanted = Signal()
    removal_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._consent: Consent | None = None
        self._forms: dict[str, RecordForm] = {}
        self._build()

    def show_consent(self, consent: Consent) -> None:
        """Show a declaration; what was typed into the former one is stored first."""
        self._consent = consent
        records = self._desk.session.consents
        for form in self._forms.values():
            show_in_form(form, records, consent)
            form.bind(self._deeds(consent.id))
        self._recipients.show_consent(consent)
        self.paper.show_consent(consent.id)
        self._show_what_applies(consent)
        self.show_state(consent)

    def show_state(self, consent: Consent) -> None:
        """Say where the declaration stands."""
        today = self._desk.session.clock.today()
        state = consent.state_on(today)
        self._title.setText(wording.label(consent.kind))
        self._badge.setText(wording.label(state))
        set_look(self._badge, f"badge-{state_words.TONES[state]}")
        self._sentence.setText(state_words.sentence(consent, today))

    def sentence(self) -> str:
        """Return what is said about the state."""
        return self._sentence.text()

    def form(self, name: str) -> RecordForm:
        """Return the form of one part: purpose, explanation, signature and so on."""
        return self._forms[name]

    def recipients(self) -> RecipientsCard:
        """Return the part that names the recipients."""
        return self._recipients

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for form in self._forms.values():
            form.flush()
        self._recipients.flush()

    def _deeds(self, consent_id: ConsentId) -> Deeds:
        kept = deeds_on(self._desk.session.consents, consent_id)
        return Deeds(
            save=partial(self._save, consent_id),
            keep_draft=kept.keep_draft,
            drop_draft=kept.drop_draft,
            words=kept.words,
            may_change=kept.may_change,
        )

    def _save(
        self, consent_id: ConsentId, name: str, value: object, sitting: str
    ) -> None:
        declarations = self._desk.session.declarations
        declarations.change(consent_id, sitting=sitting, **{name: value})
        if name == "explained_on":
            self._try_again(consent_id)

    def _try_again(self, consent_id: ConsentId) -> None:
        """Store a signature that was only refused for want of an explanation."""
        drafts = self._desk.session.consents.drafts(consent_id)
        editor = self._forms["signature"].editor("signed_on")
        if "signed_on" not in drafts or editor.problem() is not None:
            return
        # Refused again, it stays what it was: a draft, with the reason beneath it.
        with suppress(RuleBroken):
            self._desk.session.declarations.change(consent_id, signed_on=editor.value())

    def _show_what_applies(self, consent: Consent) -> None:
        is_agreement = consent.kind is ConsentKind.AGREEMENT
        has_scope = is_agreement or consent.kind is ConsentKind.POWER_OF_ATTORNEY
        self._forms["purpose"].set_field_visible("purpose", not is_agreement)
        self._forms["purpose"].set_field_visible("scope", has_scope)
        self._cards["consequences"].setVisible(not is_agreement)
        self._recipients.setVisible(not is_agreement)
        is_signed = consent.signed_on is not None
        for name in ("purpose", "consequences", "explanation"):
            self._forms[name].set_locked(is_signed)
        self._cards["withdrawal"].setVisible(is_signed)
        self._signed.setVisible(is_signed)

    def _build(self) -> None:
        today = self._desk.session.clock.today
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 2 * GRID)
        layout.setSpacing(GRID + 2)
        layout.addWidget(self._head())
        self._cards: dict[str, Card] = {}
        self._recipients = RecipientsCard(self._desk, self)
        parts: tuple[tuple[str, str, Sequence[Field]], ...] = (
            ("purpose", _("What and why"), fields.purpose_fields()),
            ("consequences", _("Consequences"), fields.consequence_fields()),
            (
                "explanation",
                _("Explanation, before the signature"),
                fields.explanation_fields(today),
            ),
            ("signature", _("Signature"), fields.signature_fields(today)),
            ("withdrawal", _("Withdrawal"), fields.withdrawal_fields(today)),
        )
        for name, title, of_part in parts:
            if name == "explanation":
                layout.addWidget(self._recipients)
            layout.addWidget(self._part(name, title, of_part))
        layout.addStretch()
        self._recipients.changed.connect(self.saved)

    def _part(self, name: str, title: str, of_part: Sequence[Field]) -> Card:
        card = Card(title, self)
        form = RecordForm(of_part, card)
        card.add(form)
        form.saved.connect(self._on_saved)
        self._cards[name] = card
        self._forms[name] = form
        return card

    def _head(self) -> Card:
        head = Card(parent=self)
        self._title = plain_label("", "heading", head, wraps=True)
        self._badge = badge("", Tone.NEUTRAL, head)
        self._sentence = plain_label("", "", head, wraps=True)
        self._signed = plain_label(
            _(
                "The words stay as they were signed. Renew the declaration to change "
                "them; a wrong day of signing can be corrected or removed."
            ),
            "small",
            head,
            wraps=True,
        )
        self.paper = PaperLine(self._desk, head)
        bar = QWidget(head)
        row = HeadLayout(bar)
        row.addWidget(self._title)
        row.addWidget(self._badge)
        acts = (
            (_("Print …"), "", self.print_wanted),
            (_("Renew"), "", self.renewal_wanted),
            (_("Changes"), "link", self.changes_wanted),
            (_("Remove"), "link", self.removal_wanted),
        )
        for words, look, wish in acts:
            act = button(words, look, head)
            act.clicked.connect(wish)
            row.add_act(act)
        head.add(bar)
        head.add(self._sentence)
        head.add(self._signed)
        head.add(self.paper)
        return head

    def _on_saved(self) -> None:
        self.saved.emit()

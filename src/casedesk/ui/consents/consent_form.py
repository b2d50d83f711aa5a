"""One declaration on the screen, in the order of the act from aim to withdrawal."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.consent import WITH_RECIPIENTS, ConsentKind, Point
from casedesk.domain.problems import RuleBroken
from casedesk.ui.consents import consent_fields as fields
from casedesk.ui.consents import signing_words
from casedesk.ui.consents.consent_head import ConsentHead
from casedesk.ui.consents.recipients_card import RecipientsCard
from casedesk.ui.consents.withdrawal_card import WithdrawalCard
from casedesk.ui.editing import deeds_on, show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.scans.paper_line import PaperLine
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import Deeds, RecordForm

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedesk.domain.consent import Consent, ConsentId, ConsentState
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

_AS_SIGNED = ("purpose", "consequences", "explanation")


class ConsentForm(QWidget):
    """Shows one declaration and stores what is typed into it."""

    saved = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms: dict[str, RecordForm] = {}
        self._cards: dict[str, Card] = {}
        self.head = ConsentHead(self)
        self.paper = PaperLine(desk, self.head)
        self.head.add(self.paper)
        self._build()

    def show_consent(self, consent: Consent, state: ConsentState) -> None:
        """Show a declaration; what was typed into the former one is stored first."""
        records = self._desk.session.consents
        for form in self._forms.values():
            show_in_form(form, records, consent)
            form.bind(self._deeds(consent.id))
        self._recipients.show_consent(consent)
        self._withdrawal.show_consent(consent)
        self.paper.show_consent(consent.id)
        self._show_what_applies(consent)
        self._show_hints(consent)
        self.head.show_consent(consent, state)

    def sentence(self) -> str:
        """Return what is said about the state."""
        return self.head.sentence()

    def hint(self, name: str) -> str:
        """Return what is said beneath a part: gaps, and who should sign."""
        return {"explanation": self._gaps, "signature": self._why}[name].text()

    def form(self, name: str) -> RecordForm:
        """Return the form of one part: purpose, explanation, signature and so on."""
        return self._forms[name]

    def recipients(self) -> RecipientsCard:
        """Return the part that names the recipients."""
        return self._recipients

    def withdrawal(self) -> WithdrawalCard:
        """Return the part about what was withdrawn, and whom to tell."""
        return self._withdrawal

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
            self._try_again(consent_id, "signature", "signed_on")
        if name in ("explained_on", "oral_witness"):
            self._try_again(consent_id, "oral", "oral_on")

    def _try_again(self, consent_id: ConsentId, form: str, name: str) -> None:
        """Store a day that was only refused for want of what is noted now."""
        drafts = self._desk.session.consents.drafts(consent_id)
        editor = self._forms[form].editor(name)
        if name not in drafts or editor.problem() is not None:
            return
        # Refused again, it stays what it was: a draft, with the reason beneath it.
        with suppress(RuleBroken):
            self._save(consent_id, name, editor.value(), uuid4().hex)

    def _show_what_applies(self, consent: Consent) -> None:
        is_agreement = consent.kind is ConsentKind.AGREEMENT
        is_attorney = consent.kind is ConsentKind.POWER_OF_ATTORNEY
        is_signed = consent.signed_on is not None
        self._forms["purpose"].set_field_visible("purpose", not is_agreement)
        self._forms["purpose"].set_field_visible("scope", is_agreement or is_attorney)
        self._cards["consequences"].setVisible(not is_agreement)
        self._recipients.setVisible(not is_agreement)
        for name in _AS_SIGNED:
            self._forms[name].set_locked(is_signed)
        self._cards["oral"].setVisible(
            consent.kind in WITH_RECIPIENTS
            and (not is_signed or consent.oral_on is not None)
        )
        self._forms["oral"].set_locked(is_signed)
        signature = self._forms["signature"]
        signature.set_field_visible("original_back_on", is_attorney and is_signed)
        signature.set_field_visible("signed_by", is_signed)
        signature.set_field_visible("signature_form", is_signed)
        signature.set_field_locked("valid_from", is_signed)

    def _show_hints(self, consent: Consent) -> None:
        missing = [point for point in Point if point not in consent.points_covered]
        is_told = consent.explained_on is not None and consent.signed_on is None
        self._gaps.setText(signing_words.gaps(missing) if is_told else "")
        self._gaps.setVisible(bool(self._gaps.text()))
        proposal = self._desk.session.declarations.proposal(consent)
        country = self._desk.session.practice.get().country
        is_open = bool(consent.missing_signers())
        self._why.setText(signing_words.why(proposal, country))
        self._why.setVisible(is_open)
        self._take_over.setVisible(is_open and proposal.signer is not consent.signer)

    def _build(self) -> None:
        today = self._desk.session.clock.today
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, GRID, 2 * GRID)
        layout.setSpacing(GRID + 2)
        layout.addWidget(self.head)
        self._recipients = RecipientsCard(self._desk, self)
        self._withdrawal = WithdrawalCard(self._desk, self)
        layout.addWidget(self._withdrawal)
        parts: tuple[tuple[str, str, Sequence[Field]], ...] = (
            ("purpose", _("What and why"), fields.purpose_fields()),
            ("consequences", _("Consequences"), fields.consequence_fields()),
            (
                "explanation",
                _("Explanation, before the signature"),
                fields.explanation_fields(today),
            ),
            ("oral", _("By word of mouth"), fields.oral_fields(today)),
            ("signature", _("Signature"), fields.signature_fields(today)),
        )
        for name, title, of_part in parts:
            if name == "explanation":
                layout.addWidget(self._recipients)
            layout.addWidget(self._part(name, title, of_part))
        layout.addStretch()
        self._add_hints()
        self._recipients.changed.connect(self.saved)
        self._withdrawal.changed.connect(self.saved)

    def _add_hints(self) -> None:
        self._gaps = plain_label("", "small", self, wraps=True)
        self._cards["explanation"].add(self._gaps)
        self._why = plain_label("", "small", self, wraps=True)
        self._take_over = button(_("Take over the proposal"), "link", self)
        self._cards["signature"].add(self._why)
        self._cards["signature"].add_action(self._take_over)
        self._take_over.clicked.connect(self._on_take_over)

    def _part(self, name: str, title: str, of_part: Sequence[Field]) -> Card:
        card = Card(title, self)
        form = RecordForm(of_part, card)
        card.add(form)
        form.saved.connect(self._on_saved)
        self._cards[name] = card
        self._forms[name] = form
        return card

    def _on_take_over(self) -> None:
        consent = self._recipients.consent()
        if consent is None:
            return
        declarations = self._desk.session.declarations
        signer = declarations.proposal(consent).signer
        declarations.change(consent.id, signer=signer)
        self.saved.emit()

    def _on_saved(self) -> None:
        self.saved.emit()

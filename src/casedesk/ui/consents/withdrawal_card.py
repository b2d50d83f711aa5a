"""What was withdrawn, and who has to be told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.consents.told_dialog import ToldDialog
from casedesk.ui.entries.party_names import party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import Tone, badge, button, plain_label

if TYPE_CHECKING:
    from casedesk.domain.consent import Consent
    from casedesk.domain.withdrawal_notice import WithdrawalNotice
    from casedesk.ui.desk import Desk


class WithdrawalCard(Card):
    """Shown once something was withdrawn: confirmation, and the notices to send."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("Withdrawal"), parent)
        self._desk = desk
        self._consent: Consent | None = None
        self._content: QWidget | None = None
        self._build()

    def show_consent(self, consent: Consent) -> None:
        """Show what was withdrawn of a declaration, if anything was."""
        session = self._desk.session
        self._consent = consent
        rows = session.consent_items.of(consent_id=consent.id)
        gone = [row for row in rows if row.withdrawn_on is not None]
        is_whole = consent.withdrawn_on is not None
        notices = session.withdrawals.notices(consent.id)
        self.setVisible(is_whole or bool(gone) or bool(notices))
        self._mistake.setVisible(is_whole)
        self._confirm.setVisible(is_whole or bool(gone))
        self._words.setText(
            _("Withdrawn on {day}.").format(day=wording.day(consent.withdrawn_on))
            if is_whole
            else _("Single rows were withdrawn; they are marked in their places.")
        )
        self._note.setText(consent.withdrawal_note)
        self._note.setVisible(bool(consent.withdrawal_note))
        self._show_notices(notices)

    def tell(self, notice: WithdrawalNotice) -> ToldDialog:
        """Ask when and how a recipient was told."""
        names = party_names(self._desk.session, notice.case_id)
        name = names.get(notice.party_id, "")
        dialog = ToldDialog(self._desk.session, notice, name, self)
        dialog.told.connect(self.changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _build(self) -> None:
        self._words = plain_label("", "", self, wraps=True)
        self._note = plain_label("", "small", self, wraps=True)
        self._confirm = button(_("Confirmation for the client …"), "", self)
        self._mistake = button(_("Noted by mistake"), "link", self)
        self.add_action(self._confirm)
        self.add_action(self._mistake)
        self.add(self._words)
        self.add(self._note)
        self._confirm.clicked.connect(self._on_confirm)
        self._mistake.clicked.connect(self._on_take_back)

    def _show_notices(self, notices: list[WithdrawalNotice]) -> None:
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget(self)
        layout = QVBoxLayout(self._content)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        if notices:
            words = _("Who had received something under it, and has to be told:")
            layout.addWidget(plain_label(words, "strong", self._content, wraps=True))
        elif not self.isHidden():
            words = _("Nothing was exchanged under it, so nobody has to be told.")
            layout.addWidget(plain_label(words, "muted", self._content, wraps=True))
        names = party_names(self._desk.session, notices[0].case_id) if notices else {}
        for notice in notices:
            layout.addWidget(self._row(notice, names.get(notice.party_id, "")))
        self.add(self._content)
        self._content.show()

    def _row(self, notice: WithdrawalNotice, name: str) -> QWidget:
        row = QWidget(self._content)
        line = HeadLayout(row)
        line.addWidget(plain_label(name, "", row, wraps=True))
        if notice.is_open:
            line.addWidget(badge(_("still to be told"), Tone.WARNING, row))
            letter = button(_("Letter …"), "", row)
            letter.setAccessibleName(_("Letter to {name}").format(name=name))
            letter.clicked.connect(lambda: self._on_letter(notice))
            told = button(_("Told …"), "", row)
            told.setAccessibleName(_("{name} was told").format(name=name))
            told.clicked.connect(lambda: self.tell(notice))
            line.add_act(letter)
            line.add_act(told)
            return row
        said = _("told on {day}").format(day=wording.day(notice.told_on))
        if notice.channel is not None:
            said = f"{said}, {wording.label(notice.channel)}"
        line.addWidget(badge(said, Tone.OK, row))
        return row

    def _on_letter(self, notice: WithdrawalNotice) -> None:
        with problems_shown(self, wording.problem):
            self._desk.preview(self._desk.session.papers.withdrawal_letter(notice.id))

    def _on_confirm(self) -> None:
        if self._consent is None:
            return
        with problems_shown(self, wording.problem):
            papers = self._desk.session.papers
            self._desk.preview(papers.withdrawal_confirmation(self._consent.id))

    def _on_take_back(self) -> None:
        if self._consent is None:
            return
        with problems_shown(self, wording.problem):
            self._desk.session.withdrawals.take_back(self._consent.id)
            self.changed.emit()

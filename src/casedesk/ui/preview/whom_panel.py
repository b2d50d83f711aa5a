"""For whom a paper is: the client, the own file, or somebody of the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.case import PartyId
from casedesk.domain.consent import Direction
from casedesk.domain.content import ANYTHING
from casedesk.domain.document import NOT_FOR_PARTIES, DocumentKind
from casedesk.domain.handing import Handing, Whom
from casedesk.domain.permission import Channel, Question
from casedesk.services.paper import Paper
from casedesk.services.paper_words.reader import Reader
from casedesk.ui import wording
from casedesk.ui.disclosures.answer_panel import AnswerPanel
from casedesk.ui.entries.party_names import party_labels
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.labels import plain_label
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from casedesk.domain.data_category import CategoryId
    from casedesk.domain.document import Document
    from casedesk.ui.desk import Desk

# A plan may be for anybody: it has to be said for whom.
_USUALLY = {
    DocumentKind.CONSENT_SET: Whom.CLIENT,
    DocumentKind.CARE_PLAN_CLIENT: Whom.CLIENT,
    DocumentKind.WITHDRAWAL_CONFIRMATION: Whom.CLIENT,
    DocumentKind.DISCLOSURE_LIST: Whom.CLIENT,
    DocumentKind.ASSESSMENT_CLIENT: Whom.CLIENT,
    DocumentKind.GOAL_AGREEMENT: Whom.CLIENT,
    DocumentKind.EMERGENCY_SHEET: Whom.CLIENT,
    DocumentKind.PLAN_DIFFERENCES: Whom.CLIENT,
    DocumentKind.ASSESSMENT_COMPARISON: Whom.OWN_FILE,
    DocumentKind.ASSESSMENT_SHEET: Whom.OWN_FILE,
    DocumentKind.CONFERENCE_PREPARATION: Whom.CLIENT,
}
NAME_LETTERS = 34
CHANNELS = (
    Channel.HANDED_OVER,
    Channel.LETTER,
    Channel.ENCRYPTED_MAIL,
    Channel.FAX,
    Channel.MAIL,
)


class WhomPanel(QWidget):
    """Asks for whom a paper is, and shows what the check says about it."""

    reader_changed = Signal()  # the paper has to be set anew for its reader
    edited = Signal()
    prepared = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: Paper | Document | None = None
        self._addressee: PartyId | None = None
        self.whom = ChoiceBox((), self)
        self.channel = ChoiceBox([(c, wording.label(c)) for c in CHANNELS], self)
        self.purpose = TextLine(self)
        self.requested_by = TextLine(self)
        self.left_out = plain_label("", "muted", self, wraps=True)
        self.answer = AnswerPanel(desk, self)
        self._build()

    def offer(self, shown: Paper | Document) -> None:
        """Offer for whom a paper can be, and propose for whom it usually is."""
        self._shown = shown
        items: list[tuple[object, str]] = [
            (each, wording.label(each)) for each in (Whom.CLIENT, Whom.OWN_FILE)
        ]
        self._addressee = self._desk.session.withdrawals.letter_to(shown)
        if shown.kind not in NOT_FOR_PARTIES:
            labels = party_labels(self._desk.session, shown.case_id)
            if self._addressee is not None:  # nobody else gets such a letter
                labels = {self._addressee: labels.get(self._addressee, "")}
            items += labels.items()
        composed_for = shown.whom if isinstance(shown, Paper) else None
        if composed_for is not None:
            items = [i for i in items if i[0] in (composed_for, Whom.OWN_FILE)]
        self.whom.set_items(items)
        if self.is_letter(composed_for):
            self.channel.set_value(Channel.LETTER)
        if self.whom.value() is None:
            usual = shown.usually_for if isinstance(shown, Paper) else None
            usual = composed_for or usual or _USUALLY.get(shown.kind)
            self.whom.set_value(self._addressee or usual)
        self.refresh()

    def is_letter(self, composed_for: Whom | PartyId | None) -> bool:
        """Whether it is written to somebody of the case, so that it goes by post."""
        to_party = composed_for is not None and not isinstance(composed_for, Whom)
        return to_party or self._addressee is not None

    def choose(self, whom: Whom | PartyId) -> None:
        """Say for whom the paper is."""
        self.whom.set_value(whom)
        self._on_reader()

    def show_paper(self, shown: Paper | Document) -> None:
        """Check another version of the paper for whom it is."""
        self._shown = shown
        self.refresh()

    def refresh(self) -> None:
        """Ask again whether the paper may go."""
        party_id = self.party_id()
        for widget in (self.channel, self.purpose, self.requested_by):
            widget.setVisible(party_id is not None)
        if self._shown is None:
            return
        if self._is_addressed():
            for widget in (self.purpose, self.requested_by):
                widget.hide()
            self.answer.show_answer(self._shown.case_id, None)
            self.left_out.show()
            self.left_out.setText(
                _("It says only that something was withdrawn; that needs no consent.")
            )
            return
        question = self._question()
        answer = (
            self._desk.session.disclosures.check(self._shown.case_id, question)
            if question
            else None
        )
        left_out = _left_out(self._shown)
        self.answer.show_answer(self._shown.case_id, answer, left_out)
        self.left_out.setVisible(bool(left_out) and party_id is not None)
        self.left_out.setText(
            _("What is not allowed is left out of this paper.") if left_out else ""
        )

    def party_id(self) -> PartyId | None:
        """Return for whom of the case the paper is, if it is for one of them."""
        chosen = self.whom.value()
        if chosen is None or isinstance(chosen, Whom):
            return None
        return PartyId(str(chosen))

    def reader(self) -> Reader | None:
        """Return who reads the paper, if it is cut for its reader."""
        party_id = self.party_id()
        if party_id is None:
            return None
        return Reader(
            party_id=party_id,
            channel=self._channel(),
            by_law=self.answer.override() is not None,
        )

    def handing(self) -> Handing | None:
        """Return for whom the paper is, or nothing as long as that is not said."""
        chosen, party_id = self.whom.value(), self.party_id()
        if chosen is None:
            return None
        if party_id is None:
            return Handing(whom=Whom(str(chosen)))
        return Handing(
            whom=Whom.PARTY,
            party_id=party_id,
            channel=self._channel(),
            purpose=self.purpose.value(),
            requested_by=self.requested_by.value(),
            override=self.answer.override(),
        )

    def may_go(self) -> bool:
        """Whether the paper, as it is shown, may go to whom it is for."""
        if self.party_id() is None:
            return self.whom.value() is not None
        if self._is_addressed():
            return True
        question = self._question(of_all=False)
        assert question is not None  # noqa: S101 - there is a party
        assert self._shown is not None  # noqa: S101 - something is shown
        disclosures = self._desk.session.disclosures
        answer = disclosures.check(self._shown.case_id, question)
        is_by_law = self.answer.override() is not None and not answer.above_profile
        return answer.is_covered or is_by_law

    def _is_addressed(self) -> bool:
        """Whether this is a letter about a withdrawal, for the one it is to."""
        return self._addressee is not None and self.party_id() == self._addressee

    def _question(self, *, of_all: bool = True) -> Question | None:
        party_id = self.party_id()
        if party_id is None or self._shown is None:
            return None
        kinds = self._shown.categories or ANYTHING
        if of_all:
            kinds += _left_out(self._shown)
        return Question(
            party_id=party_id,
            direction=Direction.PASS_ON,
            categories=kinds,
            day=self._desk.session.clock.today(),
            channel=self._channel(),
        )

    def _channel(self) -> Channel:
        chosen = self.channel.value()
        return chosen if isinstance(chosen, Channel) else Channel.HANDED_OVER

    def _build(self) -> None:
        self.whom.setAccessibleName(_("For whom is the paper?"))
        self.whom.setMinimumContentsLength(NAME_LETTERS)
        self.channel.setAccessibleName(_("How it gets there"))
        self.channel.set_value(Channel.HANDED_OVER)
        self.purpose.setPlaceholderText(_("Purpose, if another than agreed"))
        self.purpose.setAccessibleName(_("Purpose, if another than agreed"))
        self.requested_by.setPlaceholderText(_("Asked for by"))
        self.requested_by.setAccessibleName(_("Asked for by"))
        asked = plain_label(_("For &whom?"), "field", self)
        asked.setBuddy(self.whom)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(asked)
        row.addWidget(self.whom, 3)
        row.addWidget(self.channel, 2)
        why = QHBoxLayout()
        why.setSpacing(GRID)
        why.addWidget(self.purpose, 3)
        why.addWidget(self.requested_by, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(row)
        layout.addLayout(why)
        layout.addWidget(self.left_out)
        layout.addWidget(self.answer)
        self.whom.edited.connect(self._on_reader)
        self.channel.edited.connect(self._on_reader)
        self.answer.edited.connect(self._on_law)
        self.answer.prepared.connect(self.prepared)

    def _on_reader(self) -> None:
        self.refresh()
        self.reader_changed.emit()

    def _on_law(self) -> None:
        reader = self._shown.reader if isinstance(self._shown, Paper) else None
        was_by_law = reader is not None and reader.by_law
        if was_by_law != (self.answer.override() is not None):
            self.reader_changed.emit()
        self.edited.emit()


def _left_out(shown: Paper | Document) -> tuple[CategoryId, ...]:
    return shown.left_out if isinstance(shown, Paper) else ()

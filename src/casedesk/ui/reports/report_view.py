"""One report: for whom it is, of which time, its sections, and what is done with it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.consent import Direction
from casedesk.domain.handing import Whom
from casedesk.domain.permission import Channel, Question
from casedesk.domain.practice import PaperLanguage
from casedesk.domain.report import kinds_told
from casedesk.ui import fields, wording
from casedesk.ui.changes.field_words import field_label
from casedesk.ui.consents.categories import Categories
from casedesk.ui.disclosures.answer_words import AnswerWords
from casedesk.ui.editing import show_in_form
from casedesk.ui.entries.party_names import party_labels, party_names
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.reports import report_words
from casedesk.ui.reports.section_card import SectionCard
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import Banner
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import bring_into_sight

if TYPE_CHECKING:
    from casedesk.domain.report import ReportId
    from casedesk.services.reports import ShownReport, ShownSection
    from casedesk.ui.desk import Desk

AT_ONCE = 2  # cards that fill a window; the others are made between events


class ReportView(QWidget):
    """Shows a report; a draft is written here, and issued by its paper."""

    gone = Signal(str, int)  # the noun, and the deed that can be taken back
    begun = Signal(str)  # the id of the report that replaces it
    changed = Signal()

    def __init__(
        self, desk: Desk, report_id: ReportId, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.report_id = report_id
        self._shown: ShownReport | None = None
        self.cards: dict[str, SectionCard] = {}
        self._waiting: list[partial[SectionCard]] = []
        self._next = QTimer(self, singleShot=True, interval=0)
        self._build()
        self.refresh()

    def refresh(self) -> None:
        """Read again; where the user types, the text stays."""
        session = self._desk.session
        self._shown = session.reporting.shown(self.report_id)
        report, is_draft = self._shown.report, not self._shown.report.is_issued
        state = wording.label(self._shown.state)
        self._head.set_title(f"{report_words.title_of(report)} · {state}")
        show_in_form(self.form, session.reports, report)
        self.form.setVisible(is_draft)
        names = party_names(session, report.case_id)
        said = report_words.standing_of(self._shown, names)
        self._standing.setText(said)
        self._standing.setVisible(bool(said))
        self._show_acts()
        self._show_sections(self._shown)
        self._say_release()

    def flush(self) -> None:
        """Store what is typed now."""
        self.form.flush()
        for card in self.cards.values():
            card.flush()

    def print_out(self) -> None:
        """Show the paper; printing or saving it issues the report."""
        with problems_shown(self, wording.problem):
            self.flush()
            self._desk.preview(self._desk.session.report_papers.report(self.report_id))

    def print_shown(self) -> None:
        """Show the paper of a draft, or go to the one that was issued."""
        if self._shown is not None and self._shown.report.is_issued:
            self._on_paper()
        else:
            self.print_out()

    def choose_entries(self) -> None:
        """Offer the entries of the period to be put in."""
        from casedesk.ui.reports.entries_dialog import EntriesDialog

        dialog = EntriesDialog(self._desk, self.report_id, self)
        dialog.put_in.connect(self.refresh)
        dialog.open()

    def show_section(self, section_id: str) -> None:
        """Bring the section into sight that is looked for."""
        while self._waiting:
            self._waiting.pop(0)()
        if section_id in self.cards:
            bring_into_sight(self.cards[section_id])

    def release(self) -> str:
        """Return what is said about whether it may go to whom it is for."""
        return self._release.text()

    def _show_acts(self) -> None:
        assert self._shown is not None  # noqa: S101 - it was read just before
        is_draft = not self._shown.report.is_issued
        for act in (self.throw, self.take, self.issue):
            act.setVisible(is_draft)
        self.paper.setVisible(not is_draft)
        self.correct.setVisible(not is_draft and self._shown.replaced_by is None)
        # Sections with words of the user's own say so themselves.
        behind = sum(
            each.is_behind and not each.section.is_typed
            for each in self._shown.sections
        )
        if behind:
            words = ngettext(
                "The file has changed since in {n} section.",
                "The file has changed since in {n} sections.",
                behind,
            )
            self.behind.show_message(words.format(n=behind), _("Take over"))
        else:
            self.behind.hide()

    def _show_sections(self, shown: ShownReport) -> None:
        categories = Categories(self._desk.session)
        is_draft = not shown.report.is_issued
        self._waiting.clear()
        for each in shown.sections:
            if not is_draft and not each.section.is_printed:
                continue
            show = partial(self._show_section, each, categories, is_draft=is_draft)
            if each.section.id in self.cards or len(self.cards) < AT_ONCE:
                show()
            else:
                self._waiting.append(show)
                self._next.start()

    def _show_section(
        self, shown: ShownSection, categories: Categories, *, is_draft: bool
    ) -> SectionCard:
        card = self.cards.get(shown.section.id)
        if card is None:
            card = self.cards[shown.section.id] = SectionCard(self._desk, self)
            card.saved.connect(self._on_section_saved)
            card.take_wanted.connect(self._on_take_section)
            card.leave_wanted.connect(self._on_leave)
            card.entries_wanted.connect(self.choose_entries)
            self._column.addWidget(card)
        card.show_section(shown, categories, is_draft=is_draft)
        return card

    def _say_release(self) -> None:
        """Say whether consent covers what the report tells, as it is written now."""
        assert self._shown is not None  # noqa: S101 - it was read before
        session, report = self._desk.session, self._shown.report
        self._release.setVisible(not report.is_issued)
        self.consents.hide()
        if report.party_id is None:
            self._release.setText(_("The client needs no release to get it."))
            set_look(self._release, "muted")
            return
        written = session.report_sections.of(report_id=report.id)
        question = Question(
            party_id=report.party_id,
            direction=Direction.PASS_ON,
            categories=kinds_told(written),
            day=session.clock.today(),
            channel=Channel.HANDED_OVER,
        )
        answer = session.disclosures.check(report.case_id, question)
        self._release.setText(AnswerWords(session, report.case_id).lines(answer))
        set_look(self._release, "warning" if answer.blocked else "ok")
        self.consents.setVisible(bool(answer.blocked) and not report.is_issued)

    def _build(self) -> None:
        self._head = Card("", self)
        self.issue = button(_("Preview and issue …"), "primary", self)
        self.paper = button(_("Show the paper"), "primary", self)
        self.correct = button(_("Write a correction"), "", self)
        self.take = button(_("Take all again from the file"), "", self)
        self.throw = button(_("Throw away"), "link", self)
        self.consents = button(_("To the consents"), "link", self)
        for act in (self.throw, self.take, self.correct, self.paper, self.issue):
            self._head.add_action(act)
        self._standing = plain_label("", "muted", self, wraps=True)
        self.form = RecordForm(self._head_fields(), self)
        self._release = plain_label("", "", self, wraps=True)
        self.behind = Banner(self)
        for widget in (self._standing, self.form, self._release):
            self._head.add(widget)
        row = QHBoxLayout()
        row.addWidget(self.consents)
        row.addStretch()
        self._head.body.addLayout(row)
        self._head.add(self.behind)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GRID + 2)
        self._column.addWidget(self._head)
        self._connect()

    def _connect(self) -> None:
        self._next.timeout.connect(self._on_next)
        self.issue.clicked.connect(self.print_out)
        self.paper.clicked.connect(self._on_paper)
        self.correct.clicked.connect(self._on_correct)
        self.take.clicked.connect(self._on_take)
        self.throw.clicked.connect(self._on_throw)
        self.consents.clicked.connect(self._on_consents)
        self.behind.acted.connect(self._on_take)
        self.form.saved.connect(self._on_head_saved)

    def _head_fields(self) -> list[Field]:
        session = self._desk.session
        case_id = session.reports.get(self.report_id).case_id
        today = session.clock.today
        whom: list[tuple[object, str]] = [(None, wording.label(Whom.CLIENT))]
        whom += party_labels(session, case_id).items()
        languages = dict.fromkeys(
            (PaperLanguage(session.practice.get().language), PaperLanguage.EN)
        )
        return [
            Field(
                "party_id",
                field_label("report", "party_id"),
                ChoiceBox(whom, may_be_empty=False),
                wide=True,
            ),
            fields.needed_day("starts_on", field_label("report", "starts_on"), today),
            fields.needed_day("ends_on", field_label("report", "ends_on"), today),
            fields.needed_pick(
                "language",
                field_label("report", "language"),
                [(each, wording.label(each)) for each in languages],
            ),
        ]

    def _on_next(self) -> None:
        if self._desk.session.is_locked or self.isHidden():
            self._waiting.clear()  # it was put away
        if self._waiting:
            self._waiting.pop(0)()
        if self._waiting:
            self._next.start()

    def _on_head_saved(self) -> None:
        self._on_take()

    def _on_section_saved(self) -> None:
        self._say_release()

    def _on_take(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            kept = self._desk.session.reporting.take_again(self.report_id)
            self.refresh()
            self.changed.emit()
            if kept:
                words = ngettext(
                    "Your own words stay in {n} section. Look whether they still fit.",
                    "Your own words stay in {n} sections. Look whether they still fit.",
                    kept,
                )
                self.behind.show_message(words.format(n=kept))

    def _on_take_section(self, section_id: str) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            session = self._desk.session
            section = session.report_sections.get(section_id)
            before = session.reporting.take_section(section.id)
            self.refresh()
            said = _("Taken again from the file.")
            if before.is_typed:
                said = _("Your words were replaced by what the file says.")
            self._desk.offer_back(said, partial(session.reporting.put_back, before))

    def _on_leave(self, section_id: str) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            sections = self._desk.session.report_sections
            is_left_out = sections.get(section_id).is_left_out
            sections.change(section_id, is_left_out=not is_left_out)
            self.refresh()

    def _on_paper(self) -> None:
        assert self._shown is not None  # noqa: S101 - it is shown
        report = self._shown.report
        self._desk.go(
            Place(
                page=Page.DOCUMENTS,
                case_id=report.case_id,
                subject_id=report.document_id or "",
            )
        )

    def _on_consents(self) -> None:
        assert self._shown is not None  # noqa: S101 - it is shown
        self.flush()
        case_id = self._shown.report.case_id
        self._desk.go(Place(page=Page.CONSENTS, case_id=case_id))

    def _on_correct(self) -> None:
        with problems_shown(self, wording.problem):
            report = self._desk.session.reporting.correct(self.report_id)
            self.begun.emit(report.id)

    def _on_throw(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            deed = self._desk.session.reporting.remove_draft(self.report_id)
            self.gone.emit(self._desk.session.reports.noun, deed)

"""One form in one language: its text, and an own text in place of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.forms import form_words
from casedesk.ui.forms.compare_dialog import CompareDialog
from casedesk.ui.forms.text_form import TextForm
from casedesk.ui.language import gettext as _
from casedesk.ui.preview.sheet_dialog import SheetDialog
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.notices import Banner
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage
from casedesk.words.form_check import FaultKind

if TYPE_CHECKING:
    from casedesk.domain.own_form import OwnForm
    from casedesk.services.forms import FormLine
    from casedesk.ui.desk import Desk
    from casedesk.words.form_check import FormFault
    from casedesk.words.form_template import FormTemplate


class FormPage(QWidget):
    """Shows a form; an own draft is written here, checked and taken into use."""

    left = Signal()

    def __init__(
        self, desk: Desk, line: FormLine, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._forms = desk.session.forms
        self._line = line
        self._place = ""
        self.text = TextForm(line.shipped, self)
        self.faults: list[FormFault] = []
        self._fault_lines: list[QWidget] = []
        self._state = plain_label("", "muted", self, wraps=True)
        self._banner = Banner(self)
        self._faults_card = Card(_("To be mended before it can be used"), self)
        self.back = button(_("Back to the practice"), "link", self)
        self.make = button(_("Make an own text"), "primary", self)
        self.use = button(_("Use it from today"), "primary", self)
        self.preview = button(_("Show as a paper"), "", self)
        self.compare = button(_("Compare with the shipped text"), "", self)
        self.discard = button(_("Give the draft up"), "", self)
        self.restore = button(_("Use the shipped text again"), "", self)
        self.changes = button(_("What was changed here …"), "link", self)
        self.variants: RecordTable[OwnForm] = RecordTable(_columns(), self, grows=True)
        self._earlier = Card(_("Own texts so far"), self)
        self._build()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Read again and show; a passage in which the user types stays as it is."""
        shipped = self._line.shipped
        key = (shipped.kind, shipped.country, shipped.language)
        self._line = self._forms.line(*key)
        draft, used = self._line.draft, self._line.in_use
        if draft is not None:
            self.text.show_draft(self._forms, draft.id)
        else:
            self.text.show_text(self._shown())
        self._show_state()
        self._show_faults()
        own = self._forms.versions(*key)
        self.variants.show_records(own)
        self._earlier.setVisible(bool(own))
        self.make.setVisible(draft is None)
        for act in (self.use, self.discard, self.changes):
            act.setVisible(draft is not None)
        self.restore.setVisible(used is not None)
        self.compare.setVisible(draft is not None or used is not None)

    def flush(self) -> None:
        """Store what is typed now."""
        self.text.flush()

    def notice(self) -> str:
        """Return what is said about the text."""
        return self._state.text()

    def _shown(self) -> FormTemplate:
        own = self._line.draft or self._line.in_use
        return self._line.shipped if own is None else self._forms.text(own.id)

    def _show_state(self) -> None:
        line, shipped = self._line, self._line.shipped
        said = _("Shipped text: version {version}, as of {day}.").format(
            version=shipped.version, day=wording.day(shipped.as_of)
        )
        if line.in_use is not None:
            said += " " + _(
                "Papers take your own text: version {version}, as of {day}."
            ).format(version=line.in_use.version, day=wording.day(line.in_use.as_of))
        if line.draft is not None:
            said += " " + _("You are writing version {version}.").format(
                version=line.draft.version
            )
        self._state.setText(said)
        own = line.draft or line.in_use
        self._banner.setVisible(own is not None and own.based_on != shipped.version)
        if own is not None and own.based_on != shipped.version:
            self._banner.show_message(
                _(
                    "A newer text is shipped: version {version}. Compare both, take "
                    "over what you need, then note that you have seen it."
                ).format(version=shipped.version),
                _("I have taken it into account"),
            )

    def _show_faults(self) -> None:
        draft = self._line.draft
        self.faults = [] if draft is None else self._forms.faults(draft.id)
        for former in self._fault_lines:
            former.hide()
            former.deleteLater()
        self._fault_lines = [self._fault_line(found) for found in self.faults]
        for line in self._fault_lines:
            self._faults_card.add(line)
        kinds = {found.kind for found in self.faults}
        self.preview.setEnabled(FaultKind.UNKNOWN_PLACEHOLDER not in kinds)
        self._faults_card.setVisible(bool(self.faults))
        self.use.setEnabled(draft is not None and not self.faults)

    def _fault_line(self, found: FormFault) -> QWidget:
        words = form_words.fault(found, self._line.shipped)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(plain_label(words, "problem", line, wraps=True), 1)
        there = button(_("Go there"), "link", line)
        there.setAccessibleName(_("Go there: {fault}").format(fault=words))
        there.clicked.connect(partial(self.text.focus_field, found.place))
        row.addWidget(there)
        return line

    def _build(self) -> None:
        self.changes.setToolTip(_("Of the passage in which you were last"))
        self.variants.setAccessibleName(_("Own texts so far"))
        self._earlier.add(
            plain_label(
                _(
                    "A double click or Enter begins a draft with the words of an own "
                    "text."
                ),
                "small",
                self,
                wraps=True,
            )
        )
        self._earlier.add(self.variants)
        acts = FlowLayout(gap=GRID)
        for act in (
            self.make,
            self.use,
            self.preview,
            self.compare,
            self.discard,
            self.restore,
            self.changes,
        ):
            acts.addWidget(act)
        page = ScrollPage(self)
        page.add(self._banner)
        page.add(self._faults_card)
        page.add(self.text)
        page.add(self._earlier)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        heading = form_words.title(self._line.shipped)
        layout.addWidget(plain_label(heading, "heading", self, wraps=True))
        layout.addWidget(self._state)
        layout.addLayout(acts)
        layout.addWidget(page, 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self._on_back)
        self.make.clicked.connect(self._on_make)
        self.use.clicked.connect(self._on_use)
        self.preview.clicked.connect(self._on_preview)
        self.compare.clicked.connect(self._on_compare)
        self.discard.clicked.connect(self._on_discard)
        self.restore.clicked.connect(self._on_restore)
        self.changes.clicked.connect(self._on_changes)
        self.variants.opened.connect(self._on_variant)
        self.text.saved.connect(self._show_faults)
        self._banner.acted.connect(self._on_accept)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    def _on_back(self) -> None:
        self.flush()
        self.left.emit()

    def _on_make(self) -> None:
        shipped = self._line.shipped
        with problems_shown(self, wording.problem):
            self._forms.make_own(shipped.kind, shipped.country, shipped.language)
            self.refresh()
            self.text.focus_field("title")

    def _on_variant(self, own: OwnForm) -> None:
        if self._line.draft is not None:
            self.text.focus_field("title")
            return
        with problems_shown(self, wording.problem):
            self._forms.make_own(own.kind, own.country, own.language, like=own)
            self.refresh()

    def _on_use(self) -> None:
        if self._line.draft is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            self._forms.take_into_use(self._line.draft.id)
            self.refresh()

    def _on_discard(self) -> None:
        if self._line.draft is None:
            return
        with problems_shown(self, wording.problem):
            self.flush()
            self._forms.discard(self._line.draft.id)
            self.refresh()

    def _on_restore(self) -> None:
        shipped = self._line.shipped
        with problems_shown(self, wording.problem):
            self._forms.restore_shipped(shipped.kind, shipped.country, shipped.language)
            self.refresh()

    def _on_accept(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            if self._line.draft is None:
                self._on_make()
            if self._line.draft is not None:
                self._forms.accept_shipped(self._line.draft.id)
            self.refresh()

    def _on_compare(self) -> None:
        self.flush()
        CompareDialog(self._shown(), self._line.shipped, self).open()

    def _on_preview(self) -> None:
        self.flush()
        with problems_shown(self, wording.problem):
            sheet = self._forms.sample(self._shown())
            SheetDialog(sheet, self._desk.jobs, self).open()

    def _on_changes(self) -> None:
        self.flush()
        passage = self.text.passage_id(self._place or "title")
        if passage:
            self._desk.show_changes(self._forms.passages.noun, passage)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._place = self.text.field_of(new) or self._place


def _columns() -> tuple[Column[OwnForm], ...]:
    return (
        Column(_("Version"), lambda own: own.version),
        Column(_("Made from"), lambda own: own.based_on),
        Column(_("Use"), form_words.variant, stretch=2),
    )

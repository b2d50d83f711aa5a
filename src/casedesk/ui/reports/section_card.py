"""One section of a report: its words, where they come from, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from casedesk.domain.report import ReportPart
from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.reports import report_words
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.field_cell import Field
from casedesk.ui.widgets.growing_text import GrowingText
from casedesk.ui.widgets.labels import Tone, button, plain_label
from casedesk.ui.widgets.read_text import ReadText
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QWidget

    from casedesk.domain.report import ReportSection
    from casedesk.services.reports import ShownSection
    from casedesk.ui.consents.categories import Categories
    from casedesk.ui.desk import Desk

LINES = 2


class SectionCard(Card):
    """Shows a section; of a draft, its words can be changed or left out."""

    saved = Signal()
    take_wanted = Signal(str)  # the id of the section
    leave_wanted = Signal(str)
    entries_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk = desk
        self._shown: ShownSection | None = None
        self._categories: Categories | None = None
        self.kinds: RecordForm | None = None
        self._build()

    def show_section(
        self, shown: ShownSection, categories: Categories, *, is_draft: bool
    ) -> None:
        """Show a section; where the user types, the text stays."""
        self._shown, self._categories = shown, categories
        section = shown.section
        name = wording.label(section.part)
        self.set_title(name)
        editor = self.form.editor("text")
        if isinstance(editor, GrowingText):
            editor.setAccessibleName(name)
        show_in_form(self.form, self._desk.session.report_sections, section)
        self.form.setVisible(is_draft and not section.is_left_out)
        self.read.setText("" if is_draft else section.text)
        self.read.setVisible(not is_draft)
        self._name_acts(name, section, is_draft=is_draft)
        self._describe()
        self._show_kinds(is_draft=is_draft)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()
        if self.kinds is not None:
            self.kinds.flush()

    def said(self) -> str:
        """Return what is said about the section, beside its words."""
        labels = (self.source, self.told, self.left_out)
        return "\n".join(each.text() for each in labels if each.text())

    def _build(self) -> None:
        editor = GrowingText(min_lines=LINES)
        self.form = RecordForm([Field("text", "", editor, wide=True)], self)
        self.read = ReadText(parent=self)
        self.source = plain_label("", "small", self, wraps=True)
        self.told = plain_label("", "small", self, wraps=True)
        self.left_out = plain_label("", "small", self, wraps=True)
        self.changes = button(_("Changes"), "link", self)
        self.take = button(_("Take again from the file"), "link", self)
        self.leave = button("", "link", self)
        self.entries = button(_("Put in entries …"), "link", self)
        for act in (self.entries, self.changes, self.take, self.leave):
            self.add_action(act)
        for widget in (self.form, self.read, self.source, self.told, self.left_out):
            self.add(widget)
        self.form.saved.connect(self._on_saved)
        self.entries.clicked.connect(self._on_entries)
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self._on_leave)
        self.changes.clicked.connect(self._on_changes)

    def _name_acts(self, name: str, section: ReportSection, *, is_draft: bool) -> None:
        leave = _("Put in") if section.is_left_out else _("Leave out")
        self.leave.setText(leave)
        for act in (self.changes, self.take, self.leave):
            act.setAccessibleName(f"{act.text()}: {name}")
            act.setVisible(is_draft)
        self.take.setVisible(is_draft and not section.is_left_out)
        takes_entries = section.part is ReportPart.EVENTS
        self.entries.setVisible(is_draft and takes_entries)

    def _describe(self) -> None:
        if self._shown is None or self._categories is None:
            return
        section = self._shown.section
        note, tone = "", Tone.NEUTRAL
        if section.is_left_out:
            note = _("left out")
        elif self._shown.is_behind:
            note, tone = _("The file has changed since."), Tone.WARNING
        self.set_note(note, tone)
        _say(self.source, report_words.source_of(self._shown), section)
        _say(self.told, report_words.told_of(self._shown, self._categories), section)
        left_out = report_words.left_out_of(self._shown, self._categories)
        _say(self.left_out, left_out, section)

    def _show_kinds(self, *, is_draft: bool) -> None:
        """Ask of what words of the user's own tell; of others the file knows it."""
        if self._shown is None or self._categories is None:
            return
        section = self._shown.section
        is_asked = is_draft and section.is_typed and section.is_printed
        if is_asked and self.kinds is None:
            self.kinds = RecordForm([_kinds_field(self._categories)], self)
            self.add(self.kinds)
            self.kinds.saved.connect(self._on_saved)
        if self.kinds is not None:
            self.kinds.setVisible(is_asked)
            show_in_form(self.kinds, self._desk.session.report_sections, section)
        self.told.setVisible(bool(self.told.text()) and not is_asked)

    def _on_saved(self) -> None:
        if self._shown is None:
            return
        stored = self._desk.session.report_sections.get(self._shown.section.id)
        self._shown = self._shown.written_as(stored)
        self._describe()
        self._show_kinds(is_draft=True)
        self.saved.emit()

    def _on_entries(self) -> None:
        self.flush()
        self.entries_wanted.emit()

    def _on_take(self) -> None:
        if self._shown is not None:
            self.take_wanted.emit(self._shown.section.id)

    def _on_leave(self) -> None:
        if self._shown is not None:
            self.leave_wanted.emit(self._shown.section.id)

    def _on_changes(self) -> None:
        if self._shown is not None:
            self.flush()
            records = self._desk.session.report_sections
            self._desk.show_changes(records.noun, self._shown.section.id)


def _kinds_field(categories: Categories) -> Field:
    return Field(
        "categories",
        _("What your words tell of"),
        ChoiceChips(categories.offered()),
        _("Tick what somebody learns from them. The release is checked against it."),
        wide=True,
    )


def _say(label: QLabel, words: str, section: ReportSection) -> None:
    label.setText(words)
    label.setVisible(bool(words) and not section.is_left_out)

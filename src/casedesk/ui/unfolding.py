"""A record that is read as words and edited as a form, both in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from casedesk.ui.editing import show_in_form
from casedesk.ui.folded_groups import FoldedGroups
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.lazy_column import LazyColumn
from casedesk.ui.widgets.pressable import Pressable
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import show_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLabel, QPushButton

    from casedesk.services.records import Records
    from casedesk.ui.folded_groups import FoldedGroup
    from casedesk.ui.widgets.field_cell import Field

SETTLED_MS = 60  # a new form has its place in the page only after some events
MOST_LOOKS = 10  # as often is looked whether it is in sight by then


class Unfolding(QWidget):
    """Shows a face; pressing it opens the form, Escape or "Done" closes it.

    The form is made only when it is opened, so that hundreds of faces cost little.
    Any: it takes records of every kind.
    """

    folded = Signal(str)
    saved = Signal(str)
    remove_wanted = Signal(str)
    changes_wanted = Signal(str, str)

    def __init__(
        self,
        records: Records[Any],
        record: Any,
        face: QWidget,
        fields: Callable[[], Sequence[Field]],
        parent: QWidget | None = None,
        *,
        focus: str,
        groups: Callable[[], Sequence[FoldedGroup]] | None = None,
        hints: Callable[[Any], str] | None = None,
    ) -> None:
        """`focus` is the field that has the cursor when the form is opened.

        `groups` are fields that are rarely used, beneath the form and folded. `hints`
        says something about the record that its form shows beneath the fields.
        """
        super().__init__(parent)
        self._focus = focus
        self._groups = groups
        self._hints = hints
        self._folded: FoldedGroups | None = None
        self._records = records
        self._record = record
        self._fields = fields
        self._sheet: Card | None = None
        self._form: RecordForm | None = None
        self._looks = 0
        self._more: list[QPushButton] = []
        self._later: list[Callable[[], QPushButton]] = []
        self._remove: QPushButton | None = None
        self._remark: QLabel | None = None
        self._is_frozen = False
        self._pressable = Pressable(face, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._pressable)
        self._pressable.clicked.connect(self.open)

    def add_action(self, action: QPushButton) -> None:
        """Put a button beneath the form, beside those that every record has."""
        action.hide()
        action.setParent(self)
        self._more.append(action)

    def add_later(self, make: Callable[[], QPushButton]) -> None:
        """Have a button made together with the form, so that a face costs no more."""
        self._later.append(make)

    def add_beneath(self, line: QWidget) -> None:
        """Put something beneath the words, which stays beneath the open form, too."""
        self._column.addWidget(line)

    def show_record(self, record: Any, words: str) -> None:
        """Show a record in the form, too; `words` say it to a screen reader."""
        self._record = record
        self._pressable.setAccessibleName(words)
        if self._form is not None and self.is_open():
            self._show_in_sheet(self._form)

    def set_frozen(self, *, is_frozen: bool) -> None:
        """Let the form be read only, because the record stays as it is."""
        self._is_frozen = is_frozen
        for form in self._forms():
            form.set_locked(is_frozen)
        if self._remove is not None:
            self._remove.setVisible(not is_frozen)

    def say_beneath(self, text: str) -> None:
        """Say something beneath the open form."""
        if self._remark is not None:
            self._remark.setText(text)
            self._remark.setVisible(bool(text))

    def offer(self, name: str, items: Sequence[tuple[object, str]]) -> None:
        """Offer other values to choose from, if there is a form already."""
        if self._form is not None:
            for form in self._forms():
                editor = form.editor(name) if form.has_field(name) else None
                if isinstance(editor, ChoiceBox | ChoiceChips):
                    editor.set_items(items)

    def is_open(self) -> bool:
        """Tell whether the form is shown."""
        return self._sheet is not None and not self._sheet.isHidden()

    def form(self) -> RecordForm:
        """Return the form, which is made if there was none."""
        if self._form is None:
            self._form = RecordForm(self._fields(), most_columns=3)
            self._sheet = self._made_sheet(self._form)
            self._column.insertWidget(1, self._sheet)
        return self._form

    def form_of(self, name: str) -> RecordForm:
        """Return the form that has a field; its group is unfolded where it has one."""
        form = self.form()
        if form.has_field(name) or self._folded is None:
            return form
        return self._folded.form_of(name)

    def hint(self) -> str:
        """Return what is said beneath the fields."""
        return self._remark.text() if self._remark is not None else ""

    def open(self) -> None:
        """Show the form, with the cursor in it."""
        form = self.form()
        self._show_in_sheet(form)
        self._show_sheet(is_open=True)
        form.focus_field(self._focus)
        self._looks = MOST_LOOKS
        QTimer.singleShot(SETTLED_MS, self, self._scroll_into_sight)

    def fold(self) -> None:
        """Store what was typed and show the words again."""
        if not self.is_open():
            return
        self.flush()
        self._show_sheet(is_open=False)
        self._pressable.setFocus(Qt.FocusReason.OtherFocusReason)
        self.folded.emit(self._record.id)

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for form in self._forms():
            form.flush()

    def _forms(self) -> list[RecordForm]:
        if self._form is None:
            return []
        folded = [] if self._folded is None else self._folded.forms()
        return [self._form, *folded]

    def _show_in_sheet(self, form: RecordForm) -> None:
        show_in_form(form, self._records, self._record)
        if self._folded is not None:
            self._folded.show_record(self._record)
        if self._hints is not None:
            self.say_beneath(self._hints(self._record))
        self.set_frozen(is_frozen=self._is_frozen)

    def press(self) -> None:
        """Do what a click on the words does."""
        self._pressable.click()

    def _scroll_into_sight(self) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea | LazyColumn):
            page = page.parentWidget()
        if isinstance(page, LazyColumn):
            page.bring_into_sight(self._sheet or self)
        elif page is not None and self._sheet is not None:
            show_sheet(page, self._sheet)
        self._looks -= 1
        is_hidden = self._form is not None and self._form.visibleRegion().isEmpty()
        if is_hidden and self._looks > 0 and self.is_open():
            QTimer.singleShot(SETTLED_MS, self, self._scroll_into_sight)

    def _show_sheet(self, *, is_open: bool) -> None:
        if self._sheet is not None:
            self._sheet.setVisible(is_open)
        self._pressable.setVisible(not is_open)

    def _made_sheet(self, form: RecordForm) -> Card:
        sheet = Card(parent=self)
        sheet.hide()
        sheet.add(form)
        if self._groups is not None:
            self._folded = FoldedGroups(self._records, self._groups(), sheet)
            self._folded.saved.connect(self._on_saved)
            sheet.add(self._folded)
        row = HeadLayout()
        done = button(_("Done"), "", sheet)
        done.setToolTip(_("Escape"))
        changes = button(_("Changes"), "link", sheet)
        remove = self._remove = button(_("Remove"), "link", sheet)
        self._remark = plain_label("", "small", sheet, wraps=True)
        self._remark.hide()
        sheet.add(self._remark)
        row.addWidget(done)
        for action in (*self._more, *(make() for make in self._later)):
            row.addWidget(action)
            action.show()
        row.add_act(changes)
        row.add_act(remove)
        sheet.body.addLayout(row)
        done.clicked.connect(self.fold)
        changes.clicked.connect(self._on_changes)
        remove.clicked.connect(self._on_remove)
        form.saved.connect(self._on_saved)
        return sheet

    def _on_changes(self) -> None:
        self.flush()
        self.changes_wanted.emit(self._records.noun, self._record.id)

    def _on_remove(self) -> None:
        self.flush()
        self.remove_wanted.emit(self._record.id)

    def _on_saved(self) -> None:
        self.saved.emit(self._record.id)

    # --- QWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Escape and self.is_open():
            self.fold()
            return
        super().keyPressEvent(event)

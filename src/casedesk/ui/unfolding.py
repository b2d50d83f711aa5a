"""A record that is read as words and edited as a form, both in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.choice_chips import ChoiceChips
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.pressable import Pressable
from casedesk.ui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLabel, QPushButton

    from casedesk.services.records import Records
    from casedesk.ui.widgets.field_cell import Field

SETTLED_MS = 60  # a new form has its place in the page only after some events


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
    ) -> None:
        """`focus` is the field that has the cursor when the form is opened."""
        super().__init__(parent)
        self._focus = focus
        self._records = records
        self._record = record
        self._fields = fields
        self._sheet: Card | None = None
        self._form: RecordForm | None = None
        self._more: list[QPushButton] = []
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

    def add_beneath(self, line: QWidget) -> None:
        """Put something beneath the words, which stays beneath the open form, too."""
        self._column.addWidget(line)

    def show_record(self, record: Any, words: str) -> None:
        """Show a record in the form, too; `words` say it to a screen reader."""
        self._record = record
        self._pressable.setAccessibleName(words)
        if self._form is not None and self.is_open():
            show_in_form(self._form, self._records, record)
            self.set_frozen(is_frozen=self._is_frozen)

    def set_frozen(self, *, is_frozen: bool) -> None:
        """Let the form be read only, because the record stays as it is."""
        self._is_frozen = is_frozen
        if self._form is not None:
            self._form.set_locked(is_frozen)
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
            editor = self._form.editor(name)
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

    def open(self) -> None:
        """Show the form, with the cursor in it."""
        form = self.form()
        show_in_form(form, self._records, self._record)
        self.set_frozen(is_frozen=self._is_frozen)
        self._show_sheet(is_open=True)
        form.focus_field(self._focus)
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
        if self._form is not None:
            self._form.flush()

    def press(self) -> None:
        """Do what a click on the words does."""
        self._pressable.click()

    def _scroll_into_sight(self) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, QScrollArea):
            page = page.parentWidget()
        if page is not None and self._sheet is not None:
            page.ensureWidgetVisible(self._sheet, 0, 2 * GRID)
            page.ensureWidgetVisible(self._form or self, 0, 0)

    def _show_sheet(self, *, is_open: bool) -> None:
        if self._sheet is not None:
            self._sheet.setVisible(is_open)
        self._pressable.setVisible(not is_open)

    def _made_sheet(self, form: RecordForm) -> Card:
        sheet = Card(parent=self)
        sheet.hide()
        sheet.add(form)
        row = QHBoxLayout()
        done = button(_("Done"), "", sheet)
        done.setToolTip(_("Escape"))
        changes = button(_("Changes"), "link", sheet)
        remove = self._remove = button(_("Remove"), "link", sheet)
        self._remark = plain_label("", "small", sheet, wraps=True)
        self._remark.hide()
        sheet.add(self._remark)
        row.addWidget(done)
        for action in self._more:
            row.addWidget(action)
            action.show()
        row.addStretch()
        row.addWidget(changes)
        row.addWidget(remove)
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

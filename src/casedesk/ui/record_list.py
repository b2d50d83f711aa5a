"""A list of small records, each a form that can be removed and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casedesk.ui import wording
from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.case_act import CaseAct
from casedesk.ui.widgets.labels import Tone, button, plain_label
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import bring_into_sight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLabel

    from casedesk.services.records import Records
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

Remark = tuple[str, Tone]
NOTHING: Remark = ("", Tone.NEUTRAL)


class RecordList(QWidget):
    """Shows records of one kind below each other, with a button to add one.

    With a `desk`, removing offers undo and "Changes" shows what a record was before.
    Any: a list takes records of every kind.
    """

    removed = Signal(str, int)  # the noun, and the deed that can be taken back
    changes_wanted = Signal(str, str)  # the noun and the id of the record
    saved = Signal(str)  # the id of the record

    def __init__(
        self,
        records: Records[Any],
        fields: Callable[[], Sequence[Field]],
        title: Callable[[Any], str],
        *,
        add_text: str,
        empty_text: str,
        desk: Desk | None = None,
        note: Callable[[Any], Remark] = lambda _: NOTHING,
        hint: Callable[[Any], Remark] = lambda _: NOTHING,
        most_columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        """`note` is said under the title of a record, `hint` beneath its fields."""
        super().__init__(parent)
        self._records = records
        self._ends_with_case = records.ends_with_case()
        self._fields = fields
        self._words = title, note, hint
        self._most_columns = most_columns
        self._new: Callable[[], Any] | None = None
        self._cards: dict[str, RecordCard] = {}
        self._build(add_text, empty_text)
        if desk is not None:
            self.removed.connect(desk.offer_undo)
            self.changes_wanted.connect(desk.show_changes)

    def show_records(
        self, records: Sequence[Any], new: Callable[[], Any] | None
    ) -> None:
        """Show these records; `new` makes the record that the button adds."""
        self._new = new
        self._add.setVisible(new is not None)
        shown = {record.id for record in records}
        for record_id in [known for known in self._cards if known not in shown]:
            self._drop(record_id)
        for place, record in enumerate(records):
            card = self._cards.get(record.id) or self._put(record)
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
            self._show(card, record)
        self._show_emptiness()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for card in self._cards.values():
            card.form.flush()

    def form(self, record_id: str) -> RecordForm:
        """Return the form of a record that is shown."""
        return self._cards[record_id].form

    def card(self, record_id: str) -> RecordCard:
        """Return the card of a record that is shown."""
        return self._cards[record_id]

    def focus_record(self, record_id: str) -> None:
        """Go to the first field of a record, if it is shown."""
        if record_id in self._cards:
            card = self._cards[record_id]
            card.form.focus_field(card.first_field)
            bring_into_sight(card)

    def add(self) -> None:
        """Add a record and go to its first field."""
        self._on_add()

    def _build(self, add_text: str, empty_text: str) -> None:
        self._empty = plain_label(empty_text, "muted", self, wraps=True)
        made = CaseAct if self._ends_with_case else button
        self._add = made("+ " + add_text, "link", self)
        self._add.setAccessibleName(add_text)
        self._column = QVBoxLayout()
        self._column.setSpacing(GRID)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._empty)
        layout.addLayout(self._column)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch()
        layout.addLayout(row)

        self._add.clicked.connect(self._on_add)

    def _put(self, record: Any) -> RecordCard:
        card = RecordCard(
            record.id,
            self._fields(),
            self._most_columns,
            self,
            ends_with_case=self._ends_with_case,
        )
        card.remove_wanted.connect(self._on_remove)
        card.changes_wanted.connect(self._on_changes)
        card.saved.connect(self._on_saved)
        self._column.addWidget(card)
        self._cards[record.id] = card
        return card

    def _show(self, card: RecordCard, record: Any) -> None:
        show_in_form(card.form, self._records, record)
        self._describe(card, record)

    def _describe(self, card: RecordCard, record: Any) -> None:
        title, note, hint = self._words
        card.describe(title(record), note(record), hint(record))

    def _drop(self, record_id: str) -> None:
        card = self._cards.pop(record_id)
        card.form.flush()
        card.hide()  # deleted only with the next event
        self._column.removeWidget(card)
        card.deleteLater()
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        has_words = bool(self._empty.text())
        self._empty.setVisible(has_words and not self._cards)

    def _on_add(self) -> None:
        if self._new is None:
            return
        with problems_shown(self, wording.problem):
            record = self._records.add(self._new())
            card = self._cards.get(record.id) or self._put(record)
            self._show(card, record)
            self._show_emptiness()
            card.form.focus_field(card.first_field)
            bring_into_sight(card)

    def _on_remove(self, record_id: str) -> None:
        with problems_shown(self, wording.problem):
            self._cards[record_id].form.flush()
            deed = self._records.remove(record_id)
            if record_id in self._cards:
                self._drop(record_id)
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            self.removed.emit(self._records.noun, deed)

    def _on_changes(self, record_id: str) -> None:
        self._cards[record_id].form.flush()
        self.changes_wanted.emit(self._records.noun, record_id)

    def _on_saved(self, record_id: str) -> None:
        record = self._records.find(record_id)
        if record is not None and record_id in self._cards:
            self._describe(self._cards[record_id], record)
            self.saved.emit(record_id)


class RecordCard(Card):
    """One record of a list: its title, its form, and what may be done with it."""

    remove_wanted = Signal(str)
    changes_wanted = Signal(str)
    saved = Signal(str)

    def __init__(
        self,
        record_id: str,
        fields: Sequence[Field],
        most_columns: int,
        parent: QWidget | None = None,
        *,
        ends_with_case: bool = False,
    ) -> None:
        super().__init__("", parent)
        self._record_id = record_id
        self.first_field = fields[0].name
        self.form = RecordForm(fields, self, most_columns=most_columns)
        self._note = plain_label("", "small", self, wraps=True)
        self._hint = plain_label("", "small", self, wraps=True)
        self._changes = button(_("Changes"), "link", self)
        made = CaseAct if ends_with_case else button
        self._remove = made(_("Remove"), "link", self)
        self.add_action(self._changes)
        self.add_action(self._remove)
        self.add(self._note)
        self.add(self.form)
        self.add(self._hint)
        self._changes.clicked.connect(self._on_changes)
        self._remove.clicked.connect(self._on_remove)
        self.form.saved.connect(self._on_saved)

    def describe(self, title: str, note: Remark, hint: Remark) -> None:
        """Say what the record is, and what there is to say about it."""
        self.set_title(title)
        _say(self._note, note)
        _say(self._hint, hint)
        self._changes.setAccessibleName(_("Changes: {title}").format(title=title))
        self._remove.setAccessibleName(_("Remove: {title}").format(title=title))

    def note(self) -> str:
        """Return what is said under the title."""
        return self._note.text()

    def hint(self) -> str:
        """Return what is said beneath the fields."""
        return self._hint.text()

    def _on_changes(self) -> None:
        self.changes_wanted.emit(self._record_id)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._record_id)

    def _on_saved(self) -> None:
        self.saved.emit(self._record_id)


def _say(label: QLabel, remark: Remark) -> None:
    words, tone = remark
    label.setText(words)
    label.setVisible(bool(words))
    set_look(label, "small" if tone == Tone.NEUTRAL else f"{tone}-small")

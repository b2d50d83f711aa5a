"""Groups of fields that are rarely used, each unfolded by a button of its own."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.ui.editing import show_in_form
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.scroll_page import bring_into_sight

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QPushButton

    from casedesk.services.records import Records
    from casedesk.ui.widgets.field_cell import Field


@dataclass(frozen=True, slots=True)
class FoldedGroup:
    """Fields with a title; `fields` makes them when the group is unfolded first."""

    title: str
    names: tuple[str, ...]
    fields: Callable[[], Sequence[Field]]

    # Any: records of every kind.
    def is_filled(self, record: Any) -> bool:
        """Whether something was entered into one of its fields."""
        usual = {each.name: each.default for each in fields(record)}
        return any(
            getattr(record, name) != usual[name]
            for name in self.names
            if usual[name] is not MISSING
        )


class FoldedGroups(QWidget):
    """Buttons in a row; each shows and hides the form of its group beneath.

    Any: it takes records of every kind.
    """

    saved = Signal()

    def __init__(
        self,
        records: Records[Any],
        groups: Sequence[FoldedGroup],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._records = records
        self._groups = {group.names[0]: group for group in groups}
        self._record: Any = None
        self._buttons: dict[str, QPushButton] = {}
        self._cards: dict[str, Card] = {}
        self._forms: dict[str, RecordForm] = {}
        self._build()

    def show_record(self, record: Any) -> None:
        """Show a record in the groups that are open, and say which hold something."""
        self._record = record
        for key, group in self._groups.items():
            is_filled = group.is_filled(record)
            words = _("{title}: filled in") if is_filled else "{title}"
            self._buttons[key].setText(words.format(title=group.title))
            if key in self._cards and not self._cards[key].isHidden():
                show_in_form(self._forms[key], self._records, record)

    def forms(self) -> list[RecordForm]:
        """Return the forms that were made so far."""
        return list(self._forms.values())

    def form_of(self, name: str) -> RecordForm:
        """Return the form that has a field, unfolded."""
        key = next(k for k, group in self._groups.items() if name in group.names)
        self._buttons[key].setChecked(True)
        return self._forms[key]

    def titles(self) -> list[str]:
        """Return what stands on the buttons."""
        return [each.text() for each in self._buttons.values()]

    def toggle(self, key: str) -> None:
        """Unfold or fold the group whose first field this is."""
        self._buttons[key].click()

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        for form in self._forms.values():
            form.flush()

    def _build(self) -> None:
        row = FlowLayout(gap=GRID)
        for key, group in self._groups.items():
            toggle = button(group.title, "link", self)
            toggle.setCheckable(True)
            toggle.toggled.connect(partial(self._on_toggled, key))
            self._buttons[key] = toggle
            row.addWidget(toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)

    def _on_toggled(self, key: str, is_open: bool) -> None:
        if is_open and key not in self._forms:
            self._make(key)
        card, form = self._cards[key], self._forms[key]
        if not is_open:
            form.flush()
        card.setVisible(is_open)
        if is_open:
            show_in_form(form, self._records, self._record)
            form.focus_field(self._groups[key].names[0])
            bring_into_sight(card)

    def _make(self, key: str) -> None:
        group = self._groups[key]
        form = RecordForm(group.fields(), most_columns=3)
        form.saved.connect(self._on_saved)
        card = Card(group.title, self)
        card.add(form)
        # In the order of the buttons, whichever was pressed first.
        keys = list(self._groups)
        place = 1 + sum(k in self._cards for k in keys[: keys.index(key)])
        self._column.insertWidget(place, card)
        self._cards[key] = card
        self._forms[key] = form

    def _on_saved(self) -> None:
        self.saved.emit()

"""A form that keeps what is typed by itself; nothing asks to save."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casedesk.domain.problems import Problem
from casedesk.ui.language import gettext as _
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.field_cell import Field, FieldCell
from casedesk.ui.widgets.field_grid import FieldGrid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from casedesk.ui.widgets.editor import Editor

__all__ = ["Deeds", "Field", "FieldGroup", "RecordForm"]

PAUSE_MS = 1000  # after the last key
LATEST_MS = 1800  # after the first key that is not yet kept


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """Fields that belong together, shown on a card with a title."""

    title: str
    fields: Sequence[Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deeds:
    """What a form does with what is typed, and how it puts problems into words."""

    save: Callable[[str, object, str], None]
    keep_draft: Callable[[str, str], None]
    drop_draft: Callable[[str], None]
    words: Callable[[Problem], str]
    may_change: bool = True


class RecordForm(QWidget):
    """Hands each changed field on, at a pause, on leaving it, and by `flush`.

    What does not make a value, or is refused, is kept as a draft in the user's words.
    """

    edited = Signal(str)
    saved = Signal(str)
    draft_kept = Signal(str)

    def __init__(
        self,
        fields: Sequence[Field | FieldGroup],
        parent: QWidget | None = None,
        *,
        most_columns: int = 2,
    ) -> None:
        super().__init__(parent)
        self._most_columns = most_columns
        self._deeds: Deeds | None = None
        self._cells: dict[str, FieldCell] = {}
        self._grids: list[FieldGrid] = []
        self._unsaved: dict[str, None] = {}
        self._drafts: set[str] = set()
        self._sittings: dict[str, str] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._build(fields)

    def bind(self, deeds: Deeds) -> None:
        """Say what to do with what is typed; before that, nothing is kept."""
        could_change = self._may_change()
        self._deeds = deeds
        if deeds.may_change != could_change or not deeds.may_change:
            self.set_locked(not deeds.may_change)

    def end_visits(self) -> None:
        """Take every field as left, because another record is about to be shown."""
        self._sittings.clear()

    def show_values(
        self, values: Mapping[str, object], drafts: Mapping[str, str]
    ) -> None:
        """Show a record; a field without value or draft is emptied.

        Where the user is typing, the text stays.
        """
        self._drafts = set(drafts) | (self._drafts & self._unsaved.keys())
        for name, cell in self._cells.items():
            if name in self._unsaved or (name in self._sittings and cell.has_focus()):
                continue
            if name in drafts:
                self._show_draft(cell, drafts[name])
            else:
                _show_value(cell, values.get(name))

    def flush(self) -> bool:
        """Keep all that is unsaved at once; tell whether that succeeded."""
        self._pause.stop()
        self._latest.stop()
        self._keep_all(is_leaving=True)
        return not self._unsaved

    def has_field(self, name: str) -> bool:
        """Tell whether the form has a field of this name."""
        return name in self._cells

    def has_unsaved(self) -> bool:
        """Tell whether something typed is neither stored nor kept as a draft."""
        return bool(self._unsaved)

    def editor(self, name: str) -> Editor:
        """Return the editor of a field."""
        return self._cells[name].editor

    def trouble(self, name: str) -> str:
        """Return what stands under a field as wrong, nothing if all is well."""
        return self._cells[name].trouble()

    def field_of(self, widget: QWidget | None) -> str:
        """Return the name of the field a widget belongs to, nothing if to none."""
        belonging = (
            name
            for name, cell in self._cells.items()
            if widget is not None and cell.isAncestorOf(widget)
        )
        return next(belonging, "")

    def focus_field(self, name: str) -> None:
        """Go to a field, for instance from a list of gaps."""
        self._cells[name].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_field_visible(self, name: str, is_visible: bool) -> None:
        """Show or hide a field; hidden ones leave no gap."""
        cell = self._cells[name]
        if cell.isHidden() == is_visible:
            cell.setVisible(is_visible)
            for grid in self._grids:
                grid.arrange_again()

    def set_field_locked(self, name: str, is_locked: bool) -> None:
        """Let one field be read only, or be edited again."""
        self._cells[name].set_locked(is_locked or not self._may_change())

    def set_locked(self, is_locked: bool) -> None:
        """Let the whole form be read only, or be edited again."""
        for cell in self._cells.values():
            cell.set_locked(is_locked or not self._may_change())

    def _may_change(self) -> bool:
        return self._deeds is None or self._deeds.may_change

    def _build(self, fields: Sequence[Field | FieldGroup]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID + 4)
        loose: list[Field] = []
        for item in fields:
            if isinstance(item, Field):
                loose.append(item)
                continue
            self._add_grid(loose, layout)
            loose = []
            card = Card(item.title, self)
            layout.addWidget(card)
            self._add_grid(item.fields, card.body)
        self._add_grid(loose, layout)
        self._pause.timeout.connect(self._on_time)
        self._latest.timeout.connect(self._on_time)

    def _add_grid(self, fields: Sequence[Field], layout: QVBoxLayout) -> None:
        if not fields:
            return
        cells = [FieldCell(field, self) for field in fields]
        for cell in cells:
            self._cells[cell.field.name] = cell
            cell.edited.connect(self._on_edited)
            cell.left.connect(self._on_left)
        grid = FieldGrid(cells, self, most_columns=self._most_columns)
        self._grids.append(grid)
        layout.addWidget(grid)

    def _show_draft(self, cell: FieldCell, text: str) -> None:
        if cell.editor.raw() == text and cell.trouble():
            return
        cell.editor.set_raw(text)
        cell.show_trouble(
            cell.editor.problem() or _("Kept as typed, but not yet in the record.")
        )

    def _keep_all(self, *, is_leaving: bool) -> None:
        for name in tuple(self._unsaved):
            if name in self._unsaved:  # who heard of the last one may have flushed
                self._keep(name, is_leaving=is_leaving)

    def _keep(self, name: str, *, is_leaving: bool) -> None:
        if self._deeds is None:
            return
        # First, because saving makes windows show the record anew.
        self._unsaved.pop(name, None)
        cell = self._cells[name]
        try:
            trouble = cell.editor.problem()
            if trouble is None:
                self._save(name, cell, self._deeds)
            else:
                self._keep_draft(name, cell, self._deeds)
                if is_leaving:
                    cell.show_trouble(trouble)
        except Problem as problem:
            cell.show_trouble(self._deeds.words(problem))
            self._keep_refused(name, cell, self._deeds)
        except BaseException:
            self._unsaved[name] = None  # a fault must not cost the text
            raise

    def _save(self, name: str, cell: FieldCell, deeds: Deeds) -> None:
        deeds.save(name, cell.editor.value(), self._sitting(name))
        if name in self._drafts:
            deeds.drop_draft(name)
            self._drafts.discard(name)
        cell.show_trouble("")
        self.saved.emit(name)

    def _keep_draft(self, name: str, cell: FieldCell, deeds: Deeds) -> None:
        deeds.keep_draft(name, cell.editor.raw())
        self._drafts.add(name)
        self.draft_kept.emit(name)

    def _keep_refused(self, name: str, cell: FieldCell, deeds: Deeds) -> None:
        try:
            self._keep_draft(name, cell, deeds)
        except Problem:
            self._unsaved[name] = None  # not even that; the next `flush` tries again

    def _sitting(self, name: str) -> str:
        return self._sittings.setdefault(name, uuid4().hex)

    def _on_edited(self, name: str) -> None:
        self._sitting(name)
        self._unsaved[name] = None
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()
        self.edited.emit(name)

    def _on_left(self, name: str) -> None:
        if name in self._unsaved:
            self._keep(name, is_leaving=True)
        elif name in self._drafts:
            cell = self._cells[name]
            cell.show_trouble(cell.trouble() or cell.editor.problem() or "")
        self._sittings.pop(name, None)

    def _on_time(self) -> None:
        self._pause.stop()
        self._latest.stop()
        self._keep_all(is_leaving=False)

    # --- QWidget

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)


def _show_value(cell: FieldCell, value: object) -> None:
    cell.show_trouble("")
    editor = cell.editor
    if editor.problem() is not None or editor.value() != value:
        editor.set_value(value)

"""A contact or note written down at once, at the top of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from casedesk.domain.entry import EntryKind
from casedesk.ui import fields, wording
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_form import Deeds, RecordForm

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.case import CaseId, PartyId
    from casedesk.ui.desk import Desk
    from casedesk.ui.widgets.field_cell import Field

USUAL = EntryKind.NOTE
BESIDE = ("kind", "party_id", "minutes")


class QuickEntry(Card):
    """Begins an entry with the first letter, and hands it to the record when done."""

    done = Signal(str)
    more_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._records = desk.session.entries
        self._case_id: CaseId | None = None
        self._entry_id = ""
        self.form = RecordForm(_fields(), self, most_columns=3)
        self.ready = button(_("Done"), "primary", self)
        self.more = button(_("All fields"), "link", self)
        self._hint = plain_label("", "small", self)
        self._build()
        self._begin_anew()

    def show_case(self, case_id: CaseId, names: Mapping[PartyId, str]) -> None:
        """Write about a case; what was written about another one is finished."""
        if case_id != self._case_id:
            self.finish()
        self._case_id = case_id
        box = self.form.editor("party_id")
        if isinstance(box, ChoiceBox):
            box.set_items(list(names.items()))

    def begin(self, kind: EntryKind = EntryKind.PHONE) -> None:
        """Put the cursor into the text of a new entry of a kind."""
        if not self._entry_id:
            self.form.editor("kind").set_value(kind)
        self._unfold(is_open=True)
        self.form.focus_field("text")

    def entry_id(self) -> str:
        """Return the id of the entry that is being written, if one is."""
        return self._entry_id

    def flush(self) -> None:
        """Store what is typed but not stored yet."""
        self.form.flush()

    def finish(self) -> None:
        """Store what was typed and be ready for the next entry."""
        with problems_shown(self, wording.problem):
            self.flush()
            entry_id, self._entry_id = self._entry_id, ""
            self._begin_anew()
            if entry_id and not self._is_dropped(entry_id):
                self.done.emit(entry_id)

    def _build(self) -> None:
        self.add(self.form)
        row = HeadLayout()
        row.addWidget(self.ready)
        row.addWidget(self.more)
        row.add_act(self._hint)
        self.body.addLayout(row)
        self._hint.setText(_("Kept while you type · Ctrl+Enter: done"))
        self.form.editor("text").setAccessibleName(_("What happened"))  # type: ignore[attr-defined]  # every editor is a widget
        self.form.bind(
            Deeds(
                save=self._save,
                keep_draft=lambda name, text: self._records.keep_draft(
                    self._current(), name, text
                ),
                drop_draft=lambda name: self._records.drop_draft(self._current(), name),
                words=wording.problem,
                may_change=not self._desk.session.is_read_only,
            )
        )
        self.form.edited.connect(self._on_edited)
        self.ready.clicked.connect(self.finish)
        self.more.clicked.connect(self._on_more)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.finish)

    def _begin_anew(self) -> None:
        self.form.end_visits()
        self.form.show_values({"kind": USUAL}, {})
        self._unfold(is_open=False)

    def _unfold(self, *, is_open: bool) -> None:
        for name in BESIDE:
            self.form.set_field_visible(name, is_open)
        for widget in (self.ready, self.more, self._hint):
            widget.setVisible(is_open)

    def _current(self) -> str:
        """Return the entry that is being written; it begins with the first letter."""
        if not self._entry_id and self._case_id is not None:
            kind = self.form.editor("kind").value()
            entry = self._desk.session.journal.add(
                self._case_id, kind if isinstance(kind, EntryKind) else USUAL
            )
            self._entry_id = entry.id
        return self._entry_id

    def _save(self, name: str, value: object, sitting: str) -> None:
        self._records.change(self._current(), sitting=sitting, **{name: value})

    def _is_dropped(self, entry_id: str) -> bool:
        """Remove an entry into which nothing was typed; tell whether it was one."""
        entry = self._records.find(entry_id)
        if entry is not None and entry.is_empty:
            self._records.remove(entry_id)
            return True
        return entry is None

    def _on_edited(self, _name: str) -> None:
        self._unfold(is_open=True)

    def _on_more(self) -> None:
        with problems_shown(self, wording.problem):
            self.flush()
            entry_id, self._entry_id = self._current(), ""
            self._begin_anew()
            self.more_wanted.emit(entry_id)


def _fields() -> list[Field]:
    return [
        fields.text(
            "text",
            "",
            lines=1,
            placeholder=_("Write down what happened (Ctrl+Shift+N)"),
        ),
        fields.choice("kind", _("Kind"), EntryKind),
        fields.pick("party_id", _("With whom"), []),
        fields.duration("minutes", _("Time spent")),
    ]

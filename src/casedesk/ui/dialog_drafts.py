"""Keeps what is typed into a dialog before its record is made; offers it again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from casedesk.domain.problems import Problem
from casedesk.ui.language import gettext as _
from casedesk.ui.widgets.notices import Banner
from casedesk.ui.widgets.record_form import LATEST_MS, PAUSE_MS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QDialog, QWidget

    from casedesk.services.records import Records
    from casedesk.ui.widgets.editor import Editor


class DialogDrafts(QObject):
    """Stores the fields of a dialog with the record it belongs to, until it is done.

    A lock, a crash or Escape keeps them; storing and "Cancel" forget them.
    """

    discarded = Signal()  # the fields are empty now

    # Any: a dialog may belong to a record of every kind.
    def __init__(
        self, records: Records[Any], record_id: str, kind: str, dialog: QDialog
    ) -> None:
        """`kind` tells the fields from those of other dialogs and of the record."""
        super().__init__(dialog)
        self._records = records
        self._record_id = record_id
        self._kind = f"{kind}."
        self._editors: dict[str, Editor] = {}
        self._kept = self._begun()
        self._is_dirty = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        self._pause.timeout.connect(self.flush)
        self._latest.timeout.connect(self.flush)
        dialog.finished.connect(self.flush)

    def watch(self, editors: Mapping[str, Editor]) -> None:
        """Show what was typed into some fields before, and keep what is typed now."""
        for name, editor in editors.items():
            self._editors[name] = editor
            if name in self._kept:
                editor.set_raw(self._kept[name])
            editor.edited.connect(self._on_edited)

    def has_some(self, *names: str) -> bool:
        """Whether something is kept of these fields, or of any."""
        return any(self._kept.get(name) for name in names or self._kept)

    def forget(self) -> None:
        """Forget all, because it was stored or is not wanted any more."""
        self._stop()
        with suppress(Problem):  # then it is offered once more
            for name in tuple(self._kept):
                self._records.drop_draft(self._record_id, self._kind + name)
                del self._kept[name]

    def discard(self) -> None:
        """Forget all, and empty the fields."""
        self.forget()
        for editor in self._editors.values():
            if isValid(editor):
                editor.set_value(None)
        self.discarded.emit()

    def flush(self) -> None:
        """Keep what was typed since the last time; what cannot be stays to be kept."""
        was_dirty = self._is_dirty
        self._stop()
        if not was_dirty or self._records.is_read_only:
            return
        self._is_dirty = True
        with suppress(Problem):
            for name, editor in self._editors.items():
                if isValid(editor) and self._kept.get(name) != editor.raw():
                    text = editor.raw()
                    self._records.keep_draft(self._record_id, self._kind + name, text)
                    self._kept[name] = text
            self._is_dirty = False

    def _begun(self) -> dict[str, str]:
        return {
            field.removeprefix(self._kind): text
            for field, text in self._records.drafts(self._record_id).items()
            if field.startswith(self._kind)
        }

    def _stop(self) -> None:
        self._pause.stop()
        self._latest.stop()
        self._is_dirty = False

    def _on_edited(self) -> None:
        self._is_dirty = True
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()


class BegunBefore(Banner):
    """Says that what was typed before is shown again; it can be discarded."""

    def __init__(self, drafts: DialogDrafts, parent: QWidget) -> None:
        super().__init__(parent)
        self._drafts = drafts
        self.acted.connect(self._on_discard)
        if drafts.has_some():
            self.show_message(_("What you had begun is shown again."), _("Discard it"))
        else:
            self.hide()

    def _on_discard(self) -> None:
        self._drafts.discard()
        self.hide()

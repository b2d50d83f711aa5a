"""The card with every backup that can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casedesk.domain.backup import Check, Verdict
from casedesk.ui import wording
from casedesk.ui.backups import words
from casedesk.ui.language import gettext as _
from casedesk.ui.language import ngettext
from casedesk.ui.problems import problems_shown
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable

if TYPE_CHECKING:
    from pathlib import Path

    from casedesk.services.backups import Backup, Restored
    from casedesk.ui.desk import Desk


class ListCard(Card):
    """Backups with date, contents and the result of their check."""

    changed = Signal()
    switch_wanted = Signal(object)  # the path of a restored vault

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(_("All backups"), parent)
        self._session = desk.session
        self._backups = desk.session.backups
        self._jobs = desk.jobs
        self.table: RecordTable[Backup] = RecordTable(_columns(), self, grows=True)
        self.words = plain_label("", "muted", self, wraps=True)
        self.restore = button(_("Restore …"), "", self)
        self.check = button(_("Check all now"), "", self)
        self.remove_old = button(
            _("Remove those under an earlier passphrase"), "danger", self
        )
        self._build()

    def read(self) -> None:
        """List the backups anew; those that nobody looked at yet are checked."""
        self._jobs.run(self._backups.listing(), self._on_listed, owner=self)

    def _build(self) -> None:
        self.table.setAccessibleName(_("All backups"))
        self.add(self.table)
        self.add(self.words)
        row = QWidget(self)
        layout = FlowLayout(row)
        for each in (self.restore, self.check, self.remove_old):
            layout.addWidget(each)
        self.add(row)
        self.remove_old.hide()
        self.restore.setEnabled(False)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self._on_restore)
        self.restore.clicked.connect(self._on_restore)
        self.check.clicked.connect(self._on_check)
        self.remove_old.clicked.connect(self._on_remove_old)

    def _on_listed(self, backups: list[Backup]) -> None:
        if self._session.is_locked:
            return
        self._backups.note_listing(backups)
        self.changed.emit()
        self.table.show_records(backups)
        self.table.setVisible(bool(backups))
        self.words.setText("" if backups else _("There is no backup yet."))
        self.words.setVisible(not backups)
        self.check.setVisible(bool(backups))
        self.restore.setVisible(bool(backups))
        self.remove_old.setVisible(any(not each.is_ours for each in backups))
        if backups and self.table.record() is None:
            self.table.selectRow(0)
        self._on_selected()
        unknown = [each for each in backups if each.verdict is Verdict.UNCHECKED]
        if unknown:
            self._check(unknown)

    def _on_selected(self) -> None:
        self.restore.setEnabled(self.table.record() is not None)

    def _on_check(self) -> None:
        self._check([each for each in self.table.records() if each.is_ours])

    def _check(self, backups: list[Backup]) -> None:
        self.check.setEnabled(False)
        self._say(_("The backups are being checked …"))
        work = self._backups.checking(backups)
        self._jobs.run(work, self._on_checked, owner=self)

    def _on_checked(self, checks: list[Check]) -> None:
        if self._session.is_locked:
            return
        self.check.setEnabled(True)
        self._say("")
        self._backups.note_checks(checks)
        if checks:
            self.read()
        self.changed.emit()

    def _on_restore(self) -> None:
        backup = self.table.record()
        if backup is None:
            return
        self.restore.setEnabled(False)
        self._say(_("The backup is being restored beside the vault …"))
        work = self._backups.restoring(backup)
        self._jobs.run(work, self._on_restored, owner=self)

    def _on_restored(self, restored: Restored) -> None:
        from casedesk.ui.backups.restored_dialog import RestoredDialog

        if self._session.is_locked:
            return
        self._say("")
        self._on_selected()
        with problems_shown(self, wording.problem):
            now = self._backups.holdings()
            self._backups.note_restored()
            dialog = RestoredDialog(restored, now, self)
            dialog.switch_wanted.connect(self._on_switch)
            dialog.open()

    def _on_switch(self, path: Path) -> None:
        self.switch_wanted.emit(path)

    def _on_remove_old(self) -> None:
        from casedesk.ui.ask_dialog import AskDialog

        if not any(each.verdict is Verdict.SOUND for each in self.table.records()):
            self._say(
                _(
                    "Make a backup under the present passphrase first: until there is "
                    "a sound one, those under the earlier passphrase stay."
                )
            )
            return
        count = len(self._old())
        words = ngettext(
            "{count} backup opens with an earlier passphrase. If it is removed, nobody "
            "can restore it any more, not even with that passphrase.",
            "{count} backups open with an earlier passphrase. If they are removed, "
            "nobody can restore them any more, not even with that passphrase.",
            count,
        ).format(count=count)
        asking = AskDialog(words, _("Remove"), self)
        asking.agreed.connect(self._remove_old)
        asking.finished.connect(asking.deleteLater)
        asking.open()

    def _remove_old(self) -> None:
        with problems_shown(self, wording.problem):
            self._backups.remove(self._old())
        self.read()

    def _old(self) -> list[Backup]:
        return [each for each in self.table.records() if not each.is_ours]

    def _say(self, text: str) -> None:
        self.words.setText(text)
        self.words.setVisible(bool(text))


def _columns() -> list[Column[Backup]]:
    return [
        Column(_("Made"), _made),
        Column(_("Where"), _where),
        Column(_("Contents"), _contents, stretch=3),
        Column(_("Check"), words.verdict, stretch=2),
    ]


def _made(backup: Backup) -> str:
    return wording.moment(backup.made_at)


def _where(backup: Backup) -> str:
    return words.place(backup.place)


def _contents(backup: Backup) -> str:
    if backup.check is None or backup.verdict is not Verdict.SOUND:
        return ""
    return words.contents(backup.check.holdings)

"""Restores a backup while no vault is open: from the known places, or from a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.backup import MEGABYTE, Holdings
from casedesk.domain.problems import Problem
from casedesk.services import found_backups, vaults
from casedesk.ui import wording
from casedesk.ui.backups import words
from casedesk.ui.backups.comparison import comparison
from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.long_work import LongWork
from casedesk.ui.start.passphrase_field import PassphraseField
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.enter_key import let_enter_press
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.record_table import Column
from casedesk.ui.widgets.record_view import RecordTable
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.found_backups import FoundBackup, Restored
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance
    from casedesk.ui.start.long_work import Progress

Made = tuple["Restored", "Holdings | None"]


class RestoreDialog(QDialog):
    """Lists backups; one is restored beside the vault, compared, and then opened."""

    opened = Signal(object)  # the session of the restored vault

    def __init__(
        self, entrance: Entrance, vault: Path | None, parent: QWidget | None = None
    ) -> None:
        """`vault` is the one that the user was about to open, if any."""
        super().__init__(parent)
        self._entrance = entrance
        self._vault = vault
        self._key: VaultKey | None = None
        self._restored: Path | None = None
        self.table: RecordTable[FoundBackup] = RecordTable(_columns(), self, grows=True)
        self.words = plain_label("", "muted", self, wraps=True)
        self.pick = button(_("Choose a file …"), "", self)
        self.field = PassphraseField(_("Passphrase of this backup"), self)
        self.sheet = button(_("Open with the recovery sheet …"), "link", self)
        self.check = button(_("Check it"), "", self)
        self.restore = button(_("Restore"), "primary", self)
        self.work = LongWork(self)
        self.trouble = plain_label("", "problem", self, wraps=True)
        self.outcome = Card(_("Restored"), self)
        self.said = plain_label("", "", self, wraps=True)
        self.open_it = button(_("Open the restored vault"), "primary", self)
        self.stay = button(_("Close"), "", self)
        self._build()
        self._find()

    def _build(self) -> None:
        self.setWindowTitle(_("Restore a backup"))
        make_room(self, letters=112, lines=42)
        self._page = page = ScrollPage(self, margin=3 * GRID)
        page.add(plain_label(_("Restore a backup"), "title", self))
        page.add(
            plain_label(
                _(
                    "A backup is restored into a new file. The present vault, if there "
                    "is one, stays as it is; both are compared before you choose."
                ),
                "muted",
                self,
                wraps=True,
            )
        )
        self.table.setAccessibleName(_("Backups"))
        for widget in (
            self.table,
            self.words,
            self._row(self.pick),
            self.field,
            self._row(self.restore, self.check, self.sheet),
            self.work,
            self.trouble,
            self.outcome,
        ):
            page.add(widget)
        self.outcome.add(self.said)
        self.counts = QVBoxLayout()
        self.outcome.body.addLayout(self.counts)
        self.outcome.add(self._row(self.open_it))
        self.outcome.hide()
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        foot.addStretch(1)
        foot.addWidget(self.stay)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addLayout(foot)
        self._connect()
        self._show_what_can_be_done()

    def _connect(self) -> None:
        self.table.selected.connect(self._show_what_can_be_done)
        self.pick.clicked.connect(self._on_pick)
        self.field.line.returnPressed.connect(self._on_restore)
        self.sheet.clicked.connect(self._on_sheet)
        self.check.clicked.connect(self._on_check)
        self.restore.clicked.connect(self._on_restore)
        let_enter_press(self.open_it)
        self.open_it.clicked.connect(self._on_open)
        self.stay.clicked.connect(self.reject)

    def _row(self, *widgets: QWidget) -> QWidget:
        row = QWidget(self)
        layout = FlowLayout(row)
        for each in widgets:
            layout.addWidget(each)
        return row

    def _find(self) -> None:
        known = self._entrance.places().all()
        self._run(
            partial(found_backups.find_all, known),
            self._on_found,
            _("Backups are being looked for …"),
        )

    def _on_found(self, found: list[FoundBackup]) -> None:
        self._show(found)

    def _show(self, backups: list[FoundBackup], chosen: int = 0) -> None:
        self.table.show_records(backups)
        self.table.setVisible(bool(backups))
        self.words.setText(
            ""
            if backups
            else _(
                "No backup was found on this computer. Connect the drive with your "
                "backups and choose a file on it; it ends in .cdkbak."
            )
        )
        self.words.setVisible(not backups)
        if backups:
            self.table.selectRow(chosen)
        self._show_what_can_be_done()

    def _show_what_can_be_done(self) -> None:
        has_one = self.table.record() is not None and self._restored is None
        for each in (self.field, self.sheet, self.check, self.restore):
            each.setEnabled(has_one)

    def _on_pick(self) -> None:
        with no_traces():
            name, _kind = QFileDialog.getOpenFileName(
                self,
                _("Choose a backup"),
                str(Path.home()),
                _("Backups of CaseDesk (*.cdkbak);;All files (*)"),
            )
        if not name:
            return
        taken = attempted(partial(found_backups.taken_from_file, Path(name)))()
        if isinstance(taken, Problem):
            self.trouble.setText(words_for(taken))
            return
        self.trouble.setText("")
        others = [each for each in self.table.records() if each.path != taken.path]
        self._show([taken, *others])
        self.field.setFocus()

    def _on_check(self) -> None:
        self._with_key(self._check)

    def _on_restore(self) -> None:
        if self.restore.isEnabled():
            self._with_key(self._restore)

    def _with_key(self, then: Callable[[FoundBackup, VaultKey], None]) -> None:
        """Derive the key from what is typed, unless it is known already."""
        backup = self.table.record()
        if backup is None:
            return
        if self._key is not None and self._key.salt == backup.header:
            then(backup, self._key)
            return
        if not self.field.passphrase():
            self.trouble.setText(_("Type the passphrase that held when it was made."))
            self.field.setFocus()
            return
        work = partial(vaults.derive_key, self.field.passphrase(), backup.header)
        self._run(
            work, partial(self._on_key, backup, then), _("The key is being made …")
        )

    def _on_key(
        self,
        backup: FoundBackup,
        then: Callable[[FoundBackup, VaultKey], None],
        key: VaultKey,
    ) -> None:
        self._key = key
        self.field.clear()
        then(backup, key)

    def _on_sheet(self) -> None:
        from casedesk.ui.start.recovery_dialog import RecoveryDialog

        backup = self.table.record()
        if backup is None:
            return
        dialog = RecoveryDialog(self._entrance, backup.path, self, only_key=True)
        dialog.recovered.connect(partial(self._on_sheet_key, backup))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_sheet_key(self, backup: FoundBackup, key: VaultKey) -> None:
        self._key = key
        if key.salt == backup.header:
            self._restore(backup, key)
        else:
            self.trouble.setText(
                _("This sheet belongs to another passphrase than this backup.")
            )

    def _check(self, backup: FoundBackup, key: VaultKey) -> None:
        self._run(
            partial(found_backups.checked, backup, key),
            self._on_checked,
            _("The backup is being checked …"),
        )

    def _on_checked(self, checked: FoundBackup) -> None:
        backups = [
            checked if each.path == checked.path else each
            for each in self.table.records()
        ]
        self._show(backups, backups.index(checked))

    def _restore(self, backup: FoundBackup, key: VaultKey) -> None:
        vault = self._vault_of(backup)
        progress = self._begin(_("The backup is being restored …"))

        def made() -> Made:
            restored = found_backups.restore(backup, key, vault, progress.is_stopped)
            return restored, found_backups.holdings_of_vault(vault, key)

        self._entrance.jobs.run(
            attempted(made), partial(self._on_done, self._on_restored), owner=self
        )

    def _vault_of(self, backup: FoundBackup) -> Path:
        """Return the place beside which a backup is restored."""
        if backup.vault is not None and backup.vault.parent.is_dir():
            return backup.vault
        if self._vault is not None and self._vault.parent.is_dir():
            return self._vault
        return Path.home() / f"{_('My practice')}{vaults.SUFFIX}"

    def _on_restored(self, made: Made) -> None:
        restored, now = made
        self._restored = restored.path
        holdings = restored.holdings or Holdings()
        said = _("The backup now lies in {folder} as {name}, checked: {contents}.")
        said = said.format(
            folder=restored.path.parent,
            name=restored.path.name,
            contents=words.contents(holdings),
        )
        if now is None:
            self.said.setText(
                said
                + " "
                + _("No vault with this passphrase lies there to compare it with.")
            )
        else:
            self.said.setText(
                said + " " + _("The present vault is unchanged. Compare both:")
            )
            headings = (_("Present vault"), _("Restored"))
            self.counts.addLayout(comparison(now, holdings, headings, self.outcome))
        self.restore.setEnabled(False)
        self.outcome.show()
        self.open_it.setFocus()
        QTimer.singleShot(0, self, self._show_outcome)

    def _show_outcome(self) -> None:
        self._page.ensureWidgetVisible(self.open_it)

    def _on_open(self) -> None:
        if self._restored is None or self._key is None:
            return
        unlock = partial(vaults.unlock, self._restored, self._key, self._entrance.clock)
        session = attempted(unlock)()
        if isinstance(session, Problem):
            self.trouble.setText(words_for(session))
            return
        self.accept()
        self.opened.emit(session)

    # Any kind of work and of what comes of it.
    def _run(
        self, work: Callable[[], object], then: Callable[..., None], said: str
    ) -> None:
        self._begin(said)
        self._entrance.jobs.run(
            attempted(work), partial(self._on_done, then), owner=self
        )

    def _begin(self, said: str) -> Progress:
        self.trouble.setText("")
        for each in (self.field, self.sheet, self.check, self.restore, self.pick):
            each.setEnabled(False)
        return self.work.begin(said)

    def _on_done(self, then: Callable[..., None], result: object) -> None:
        self.work.end()
        self.pick.setEnabled(True)
        self._show_what_can_be_done()
        if isinstance(result, Problem):
            self.field.clear()
            self.trouble.setText(words_for(result))
        else:
            then(result)

    # --- QDialog

    def reject(self) -> None:
        """Leave everything as it is; what is being done stops."""
        self.work.stop()
        super().reject()


def _columns() -> list[Column[FoundBackup]]:
    return [
        Column(_("Made"), _made),
        Column(_("Of the vault"), _vault),
        Column(_("Where"), _where),
        Column(_("Size"), _size),
        Column(_("Check"), _check, stretch=2),
    ]


def _made(backup: FoundBackup) -> str:
    return wording.moment(backup.made_at)


def _vault(backup: FoundBackup) -> str:
    return "" if backup.vault is None else backup.vault.stem


def _where(backup: FoundBackup) -> str:
    return words.place(backup.place)


def _size(backup: FoundBackup) -> str:
    return _("{megabytes} MB").format(megabytes=f"{backup.size / MEGABYTE:.1f}")


def _check(backup: FoundBackup) -> str:
    if backup.is_damaged:
        return _("damaged: do not rely on it")
    if backup.holdings is None:
        return _("not checked yet")
    return _("sound: {contents}").format(contents=words.contents(backup.holdings))

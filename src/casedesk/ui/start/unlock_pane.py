"""Opens one vault with its passphrase."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.problems import (
    HeadChanged,
    LookStopped,
    NotAVault,
    Problem,
    VaultDamaged,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
)
from casedesk.ui.language import gettext as _
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.passphrase_field import PassphraseField
from casedesk.ui.start.progress_line import ProgressLine
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QHideEvent

    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance

# When the window stands: nothing of this is loaded before.
ADVISE_AFTER_MS = 250
_OF_THE_HEAD = (WrongPassphrase, NotAVault, VaultTooNew)


class UnlockPane(QWidget):
    """Shows where the vault lies, asks for its passphrase, and says what is wrong."""

    opened = Signal(object)  # the session
    recovered = Signal(object)  # the session; its passphrase is forgotten

    def __init__(self, entrance: Entrance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entrance = entrance
        self._path: Path | None = None
        self._name = plain_label("", "title", self, wraps=True)
        self._folder = plain_label("", "muted", self, wraps=True)
        self._hint = plain_label("", "accent", self, wraps=True)
        self.advice = plain_label("", "warning", self, wraps=True)
        self.field = PassphraseField(_("Passphrase"), self)
        self.trouble = plain_label("", "problem", self, wraps=True)
        self.said = plain_label("", "muted", self, wraps=True)
        self.unlock = button(_("Unlock"), "primary", self)
        self.forgotten = button(_("Forgot the passphrase?"), "link", self)
        self.stop = button(_("Stop"), "", self)
        self._looking = Event()  # set when it is to stop
        self._progress = ProgressLine(self)
        self._advising = QTimer(self, singleShot=True, interval=ADVISE_AFTER_MS)
        self._build()

    def path(self) -> Path | None:
        """Return the vault that is to be opened."""
        return self._path

    def show_vault(self, path: Path, hint: str = "") -> None:
        """Ask for the passphrase of a vault."""
        self.stop_looking()
        self._path = path
        self._name.setText(path.stem)
        self._folder.setText(str(path.parent))
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.forgotten.setVisible(path.exists() and not hint)
        self.field.clear()
        self._set_open_to_typing(is_open=True)
        self._say("" if path.exists() else words_for(VaultMissing()))
        self.field.setFocus()
        self.advice.hide()
        self._advising.start()

    def stop_looking(self) -> None:
        """Let a check of the vault stop; it is not opened then."""
        self._looking.set()

    def mend(self, path: Path, key: VaultKey) -> None:
        """Say that a vault is damaged, and offer what can be done."""
        self._fail_to_open(path, key, VaultDamaged())

    def check_file(self) -> None:
        """Say at once if the file is no vault, before anybody types a passphrase."""
        from casedesk.services import vaults

        if self._path is None or not self._path.exists():
            return
        problem = attempted(partial(vaults.check_file, self._path))()
        if isinstance(problem, Problem):
            self._say(words_for(self._told_apart(problem)))
            self._set_open_to_typing(is_open=not isinstance(problem, NotAVault))

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.unlock)
        row.addWidget(self.stop)
        row.addWidget(self.forgotten)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._name)
        layout.addWidget(self._folder)
        layout.addSpacing(2 * GRID)
        layout.addWidget(self._hint)
        layout.addWidget(self.field)
        layout.addWidget(self._progress)
        layout.addWidget(self.said)
        layout.addLayout(row)
        layout.addWidget(self.trouble)
        layout.addWidget(self.advice)
        layout.addStretch(1)
        self._hint.hide()
        self.stop.hide()
        self._advising.timeout.connect(self._advise)
        self.field.line.returnPressed.connect(self._on_unlock)
        self.unlock.clicked.connect(self._on_unlock)
        self.forgotten.clicked.connect(self._on_forgotten)
        self.stop.clicked.connect(self.stop_looking)
        # The program ends when its threads do.
        if (app := QApplication.instance()) is not None:
            app.aboutToQuit.connect(self.stop_looking)

    def _advise(self) -> None:
        from casedesk.services.cloud_folders import cloud_of
        from casedesk.ui.backups import words

        if self._path is not None:
            self.advice.setText(words.vault_advice(cloud_of(self._path.parent)))
            self.advice.setVisible(bool(self.advice.text()))

    def _say(self, trouble: str) -> None:
        self.trouble.setText(trouble)
        self.field.line.setAccessibleDescription(trouble)

    def _set_open_to_typing(self, *, is_open: bool) -> None:
        self.field.setEnabled(is_open)
        self.unlock.setEnabled(is_open)

    def _set_busy(self, words: str) -> None:
        self._progress.set_busy(words)
        is_busy = bool(words)
        self.field.setEnabled(not is_busy)
        self.unlock.setEnabled(not is_busy)
        self.forgotten.setEnabled(not is_busy)

    def _on_forgotten(self) -> None:
        from casedesk.ui.start.recovery_dialog import RecoveryDialog

        if self._path is None:
            return
        dialog = RecoveryDialog(self._entrance, self._path, self)
        dialog.recovered.connect(self.recovered)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_unlock(self) -> None:
        from casedesk.services import vaults

        if self._path is None or not self.unlock.isEnabled():
            return
        if not self.field.passphrase():
            self._say(_("Type the passphrase of this vault."))
            self.field.setFocus()
            return
        header = attempted(partial(vaults.read_header, self._path))()
        if isinstance(header, Problem):
            self._fail(header)
            return
        self._say("")
        self._set_busy(_("The vault is being opened …"))
        work = partial(vaults.derive_key, self.field.passphrase(), header)
        then = partial(self._on_derived, self._path)
        self._entrance.jobs.run(attempted(work), then, owner=self)

    def _on_derived(self, path: Path, key: VaultKey | Problem) -> None:

        if path != self._path:
            self._set_busy("")
            return  # the user has chosen another one meanwhile
        if isinstance(key, Problem):
            self._set_busy("")
            if isinstance(key, WrongPassphrase):
                self._entrance.anchors().note_failure(path)
            self._fail(key)
        elif self._must_look(path):
            self._look_over(path, key)
        else:
            self._open(path, key)

    def _must_look(self, path: Path) -> bool:
        from casedesk.services import vaults

        return vaults.is_check_due(
            path, self._entrance.anchors().checked_at(path), self._entrance.clock
        )

    def _look_over(self, path: Path, key: VaultKey) -> None:
        """Look at every page first, while the window stays alive."""
        from casedesk.services import mending

        words = _("The vault is being checked: once a week, and after a sudden end.")
        self._set_busy(words)
        self.said.setText(words)
        self._looking = Event()
        self.stop.show()
        # If it is broken off, by whatever, it is done the next time.
        self._entrance.anchors().note_check(path, None)
        work = partial(
            mending.look_over, path, key, self._entrance.clock, self._looking.is_set
        )
        then = partial(self._on_looked_over, path, key)
        self._entrance.jobs.run(attempted(work), then, owner=self)

    def _on_looked_over(
        self, path: Path, key: VaultKey, problem: Problem | None
    ) -> None:
        from casedesk.services.clock import Clock

        self.said.setText("")
        self.stop.hide()
        if path != self._path:
            self._set_busy("")
            return  # the user has chosen another one meanwhile
        if self._looking.is_set():
            problem = LookStopped()  # also if it was just done
        if isinstance(problem, Problem):
            self._set_busy("")
            self._fail_to_open(path, key, problem)
            return
        now = (self._entrance.clock or Clock()).now()
        self._entrance.anchors().note_check(path, now)
        self._open(path, key)

    def _open(self, path: Path, key: VaultKey) -> None:
        from casedesk.services import vaults

        self._set_busy("")
        session = attempted(partial(vaults.unlock, path, key, self._entrance.clock))()
        if isinstance(session, Problem):
            self._fail_to_open(path, key, session)
            return
        self.field.clear()
        self.opened.emit(session)

    def _fail_to_open(self, path: Path, key: VaultKey, problem: Problem) -> None:
        self._fail(problem)
        if not isinstance(problem, VaultDamaged):
            return
        from casedesk.ui.start.damaged_dialog import DamagedDialog

        self._entrance.anchors().note_check(path, None)
        dialog = DamagedDialog(self._entrance, path, key, self)
        dialog.opened.connect(self.opened)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _fail(self, problem: Problem) -> None:
        self.field.clear()
        self._say(words_for(self._told_apart(problem)))
        self.field.setFocus()

    def _told_apart(self, problem: Problem) -> Problem:
        """Return what is wrong with the file itself, if that explains a problem.

        A damaged head makes every passphrase wrong, or the file seem no vault.
        """
        from casedesk.services import recovery, vaults

        if self._path is None or not isinstance(problem, _OF_THE_HEAD):
            return problem
        known = self._entrance.anchors().head_of(self._path)
        header = attempted(partial(vaults.read_header, self._path))()
        is_as_known = isinstance(header, bytes) and recovery.mark_of(header) == known
        return HeadChanged() if known and not is_as_known else problem

    # --- QWidget

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: D102
        if not event.spontaneous():
            self.stop_looking()
        super().hideEvent(event)

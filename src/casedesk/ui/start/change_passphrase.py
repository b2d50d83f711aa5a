"""Puts the open vault under a new passphrase."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout

from casedesk.domain.problems import PassphrasesDiffer, Problem
from casedesk.services import vaults
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import confirm
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.new_passphrase import NewPassphraseFields
from casedesk.ui.start.passphrase_field import PassphraseField
from casedesk.ui.start.progress_line import ProgressLine
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance


class ChangePassphraseDialog(QDialog):
    """Asks for the present passphrase and the new one; then copies the vault."""

    changed = Signal(object)  # the session that goes on
    lost = Signal(object)  # the problem; the vault is closed, the old key is right

    def __init__(
        self,
        entrance: Entrance,
        session: Session,
        parent: QWidget | None = None,
        *,
        is_forgotten: bool = False,
    ) -> None:
        """If it `is_forgotten`, the present passphrase is not asked for."""
        super().__init__(parent)
        self._is_forgotten = is_forgotten
        self._entrance = entrance
        self._session = session
        self.present = PassphraseField(_("Present passphrase"), self)
        self.new = NewPassphraseFields(entrance.jobs, self)
        self._known = vaults.known_names(session.practice.get(), session.path)
        self.trouble = plain_label("", "problem", self, wraps=True)
        self._progress = ProgressLine(self)
        self.cancel = button(_("Cancel"), "", self)
        self.go = button(_("Change the passphrase"), "primary", self)
        self._is_writing = False
        self._build()

    def is_writing(self) -> bool:
        """Tell whether the vault is being written, so that it must not be closed."""
        return self._is_writing

    def _build(self) -> None:
        self.setWindowTitle(_("Change the passphrase"))
        make_room(self, letters=76, lines=28)
        note = plain_label(
            _(
                "Copies and backups made before keep the old passphrase. Delete them "
                "if it may be known to somebody; “Backups” lists them."
            ),
            "small",
            self,
            wraps=True,
        )
        page = ScrollPage(self, margin=3 * GRID)
        self.present.setVisible(not self._is_forgotten)
        for widget in (self.present, self.new, note, self.trouble):
            page.add(widget)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._progress)
        layout.addLayout(row)
        self.go.setDefault(True)
        self.new.meter.set_known(self._known)
        self.new.agreed.connect(self._on_agreed)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)

    def _set_busy(self, words: str) -> None:
        self._progress.set_busy(words)
        for widget in (self.present, self.new, self.go, self.cancel):
            widget.setEnabled(not words)

    def _on_go(self) -> None:
        self.trouble.setText("")
        self._set_busy(_("The vault is being written anew …"))
        self._entrance.jobs.run(attempted(self._work()), self._on_key, owner=self)

    def _work(self) -> Callable[[], VaultKey]:
        new, clock, known = self.new.typed(), self._entrance.clock, self._known
        profile = self._entrance.profile or vaults.STRONG
        if self._is_forgotten:
            return partial(vaults.recovered_key, new, clock, profile, known)
        header, present = self._session.header(), self.present.passphrase()
        return partial(
            vaults.replacing_key, header, present, new, clock, profile, known
        )

    def _on_key(self, key: VaultKey | Problem) -> None:
        if self._session.is_locked:
            self.reject()  # the vault was locked meanwhile
            return
        result = key if isinstance(key, Problem) else self._change(key)
        self._set_busy("")
        if isinstance(result, Problem):
            self._fail(result)
            return
        self._forget()
        self.accept()
        self.changed.emit(result)  # windows are made anew, this one is gone
        confirm(
            QApplication.activeModalWidget() or QApplication.activeWindow(),
            _(
                "The passphrase is changed. From now on only the new one opens the "
                "vault."
            ),
        )

    def _on_agreed(self) -> None:
        if self.trouble.text() == words_for(PassphrasesDiffer()):
            self.trouble.setText("")

    def _change(self, key: VaultKey) -> Session | Problem:
        change = partial(vaults.change_passphrase, self._session, key, _stay_alive)
        self._is_writing = True
        try:
            return attempted(change)()
        finally:
            self._is_writing = False

    def _fail(self, problem: Problem) -> None:
        if self._session.is_locked:
            self._forget()
            self.reject()
            self.lost.emit(problem)
            return
        self.trouble.setText(words_for(problem))
        (self.new if self._is_forgotten else self.present).setFocus()

    def _forget(self) -> None:
        self.present.clear()
        self.new.clear()

    # --- QDialog

    def reject(self) -> None:
        """Give up, unless the vault is just being written."""
        if self.go.isEnabled() or self._session.is_locked:
            super().reject()


def _stay_alive() -> None:
    """Let windows be painted, but nothing be typed or clicked."""
    flag = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
    QApplication.processEvents(flag)

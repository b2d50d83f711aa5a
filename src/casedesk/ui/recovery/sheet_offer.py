"""Offers the recovery sheet, after the passphrase was just chosen or at any time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from casedesk.domain.problems import Problem
from casedesk.services import vaults
from casedesk.ui.language import gettext as _
from casedesk.ui.preview.sheet_dialog import SheetDialog
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.passphrase_field import PassphraseField
from casedesk.ui.start.progress_line import ProgressLine
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.jobs import BackgroundJobs


class SheetOffer(QDialog):
    """Says what the sheet is for; leads to it, at once or after the passphrase."""

    def __init__(
        self,
        session: Session,
        jobs: BackgroundJobs,
        parent: QWidget | None = None,
        *,
        asks: bool,
    ) -> None:
        """`asks` for the passphrase, unless it has been typed just now."""
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._asks = asks
        self.passphrase = PassphraseField(_("Passphrase"), self)
        self.trouble = plain_label("", "problem", self, wraps=True)
        self._progress = ProgressLine(self)
        self.later = button(_("Cancel") if asks else _("Later"), "", self)
        self.go = button(_("Show the sheet …"), "primary", self)
        self._build()

    def _build(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Recovery sheet"))
        make_room(self, letters=84, lines=25 if self._asks else 19)
        page = ScrollPage(self, margin=3 * GRID)
        page.add(plain_label(_("If you forget the passphrase"), "title", self))
        for words in self._words():
            page.add(plain_label(words, "", self, wraps=True))
        page.add(self.passphrase)
        page.add(self.trouble)
        self.passphrase.setVisible(self._asks)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(self._progress)
        layout.addLayout(row)
        self.go.setDefault(True)
        (self.passphrase if self._asks else self.go).setFocus()
        self.later.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)

    def _words(self) -> tuple[str, ...]:
        return (
            _(
                "The recovery sheet opens the vault without its passphrase. Without "
                "both, nobody can open it: there is no back door."
            ),
            _(
                "Print it now and keep it where you keep your papers, away from this "
                "computer. A change of the passphrase makes a new sheet necessary."
            ),
            self._state(),
        )

    def _state(self) -> str:
        if self._session.recovery.is_printed():
            return _("The sheet was printed since the passphrase was last changed.")
        if self._asks:
            return _("It has not been printed since the passphrase was last changed.")
        return _(
            "It can be printed later, too: in the preferences, at “Recovery sheet”."
        )

    def _on_go(self) -> None:
        if not self._asks:
            self._show_sheet()
            return
        self.trouble.setText("")
        self._set_busy(is_busy=True)
        work = partial(
            vaults.derive_key, self.passphrase.passphrase(), self._session.header()
        )
        self._jobs.run(attempted(work), self._on_derived, owner=self)

    def _on_derived(self, key: VaultKey | Problem) -> None:
        self._set_busy(is_busy=False)
        self.passphrase.clear()
        if self._session.is_locked:
            self.reject()  # the vault was locked meanwhile
        elif isinstance(key, Problem):
            self.trouble.setText(words_for(key))
            self.passphrase.setFocus()
        else:
            self._show_sheet()

    def _show_sheet(self) -> None:
        recovery = self._session.recovery
        dialog = SheetDialog(recovery.sheet(), self._jobs, self.parentWidget())
        dialog.printed.connect(recovery.note_printed)
        self.accept()
        dialog.open()

    def _set_busy(self, *, is_busy: bool) -> None:
        self._progress.set_busy(_("The passphrase is being checked …") * is_busy)
        for widget in (self.passphrase, self.go, self.later):
            widget.setEnabled(not is_busy)

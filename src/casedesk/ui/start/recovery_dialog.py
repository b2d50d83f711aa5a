"""Opens a vault with its recovery sheet, typed line by line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.problems import Problem, VaultDamaged, WrongRecoveryLine
from casedesk.services import recovery, vaults
from casedesk.ui.language import gettext as _
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.recovery_line import RecoveryLine
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance


class RecoveryDialog(QDialog):
    """Says of each line at once whether it is typed as it was printed."""

    recovered = Signal(object)  # the session, or the key if that is all that is wanted

    def __init__(
        self,
        entrance: Entrance,
        path: Path,
        parent: QWidget | None = None,
        *,
        only_key: bool = False,
    ) -> None:
        """With `only_key` the file is not opened: it is a backup, to be restored."""
        super().__init__(parent)
        self._only_key = only_key
        self._entrance = entrance
        self._path = path
        self.lines = [
            RecoveryLine(number, self) for number in range(1, recovery.LINES + 1)
        ]
        self.trouble = plain_label("", "problem", self, wraps=True)
        self.cancel = button(_("Cancel"), "", self)
        self.go = button(
            _("Use the sheet") if only_key else _("Open the vault"), "primary", self
        )
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(_("Open with the recovery sheet"))
        make_room(self, letters=88, lines=32)
        page = ScrollPage(self, margin=3 * GRID)
        page.add(plain_label(_("Recovery sheet"), "title", self))
        for words in self._words():
            page.add(plain_label(words, "muted", self, wraps=True))
        page.add(self._sheet())
        page.add(self.trouble)
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
        layout.addLayout(row)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.lines[0].setFocus()

    def _sheet(self) -> QWidget:
        sheet = QWidget(self)
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, GRID, 0, 0)
        grid.setHorizontalSpacing(GRID)
        for row, line in enumerate(self.lines):
            grid.addWidget(line.label, row, 0)
            grid.addWidget(line, row, 1)
            grid.addWidget(line.verdict, row, 2)
            line.completed.connect(partial(self._on_completed, row))
            line.overflowed.connect(partial(self._on_overflowed, row))
            line.returnPressed.connect(partial(self._on_return, row))
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        return sheet

    def _words(self) -> list[str]:
        words = [
            _(
                "Type the lines as they are printed. Capitals, spaces and dashes do "
                "not matter."
            )
        ]
        header = attempted(partial(vaults.read_header, self._path))()
        if not isinstance(header, Problem):
            words.append(
                _(
                    "The sheet of this vault bears the mark {mark}. Another mark means "
                    "an earlier passphrase, another vault or a damaged file; try it if "
                    "you have no other."
                ).format(mark=recovery.mark_of(header))
            )
        return words

    def _on_completed(self, row: int) -> None:
        if row + 1 < len(self.lines):
            self.lines[row + 1].setFocus()
        else:
            self.go.setFocus()

    def _on_overflowed(self, row: int, letters: str) -> None:
        """Spread what was pasted into one line over those that follow."""
        size = recovery.LETTERS_IN_LINE
        parts = [letters[at : at + size] for at in range(0, len(letters), size)]
        for line, part in zip(self.lines[row:], parts, strict=False):
            line.show_letters(part)

    def _on_return(self, row: int) -> None:
        if all(line.is_right() for line in self.lines):
            self._on_go()
        elif self.lines[row].text().strip():
            self._on_completed(row)

    def _on_go(self) -> None:
        work: Callable[[], Session | VaultKey] = self._opened
        opened = attempted(self._key if self._only_key else work)()
        if isinstance(opened, VaultDamaged):
            self._mend()
            return
        if isinstance(opened, Problem):
            self.trouble.setText(words_for(opened))
            if isinstance(opened, WrongRecoveryLine):
                self.lines[opened.line - 1].setFocus()
            return
        for line in self.lines:
            line.clear()
        self.accept()
        self.recovered.emit(opened)

    def _opened(self) -> Session:
        return vaults.recover(self._path, self._key(), self._entrance.clock)

    def _key(self) -> VaultKey:
        return recovery.read_lines([line.text() for line in self.lines])

    def _mend(self) -> None:
        """Lead to backups and to what can be read; the sheet opens both."""
        from casedesk.ui.start.damaged_dialog import DamagedDialog

        self.trouble.setText(words_for(VaultDamaged()))
        dialog = DamagedDialog(self._entrance, self._path, self._key(), self)
        dialog.opened.connect(self._on_opened)
        dialog.open()

    def _on_opened(self, session: Session) -> None:
        self.accept()
        self.recovered.emit(session)

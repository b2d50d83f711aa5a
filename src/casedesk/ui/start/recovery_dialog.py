"""Opens a vault with its recovery sheet, typed line by line."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.problems import Problem, VaultDamaged, WrongRecoveryLine
from casedesk.services import recovery, vaults
from casedesk.services.clock import Clock
from casedesk.ui.language import gettext as _
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.progress_line import ProgressLine
from casedesk.ui.start.recovery_line import RecoveryLine
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.enter_key import let_enter_press
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
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
        self.said = plain_label("", "muted", self, wraps=True)
        self._progress = ProgressLine(self)
        self._looking = Event()  # set when it is to stop
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(_("Open with the recovery sheet"))
        make_room(self, letters=88, lines=32)
        page = ScrollPage(self, margin=3 * GRID)
        page.add(plain_label(_("Recovery sheet"), "title", self))
        for words in self._words():
            page.add(plain_label(words, "muted", self, wraps=True))
        page.add(self._sheet())
        page.add(self._progress)
        page.add(self.said)
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
        let_enter_press(self.go)  # in a line, Enter leads to the next
        # The program ends when its threads do.
        if (app := QApplication.instance()) is not None:
            app.aboutToQuit.connect(self._stop_looking)
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
        key = attempted(self._key)()
        if isinstance(key, Problem):
            self._fail(key)
        elif self._only_key:
            self._end(key)
        else:
            self._open(key)

    def _open(self, key: VaultKey) -> None:
        """Open the vault; where every page is to be looked at, that comes first."""
        anchors, clock = self._entrance.anchors(), self._entrance.clock
        if not vaults.is_check_due(self._path, anchors.checked_at(self._path), clock):
            self._on_looked_over(key, None)
            return
        self.trouble.setText("")
        self._set_enabled(is_enabled=False)
        self._looking = Event()
        # If it is broken off, by whatever, it is done the next time.
        anchors.note_check(self._path, None)
        words = _("The vault is being checked: once a week, and after a sudden end.")
        self._progress.set_busy(words)
        self.said.setText(words)
        look = partial(
            vaults.look_over_to_recover, self._path, key, clock, self._looking.is_set
        )
        then = partial(self._on_checked, key)
        self._entrance.jobs.run(attempted(look), then, owner=self)

    def _on_checked(self, key: VaultKey, problem: Problem | None) -> None:
        self._progress.set_busy("")
        self.said.setText("")
        self._set_enabled(is_enabled=True)
        if self._looking.is_set():
            return  # whatever was found, nobody waits for it any more
        if problem is None:
            now = (self._entrance.clock or Clock()).now()
            self._entrance.anchors().note_check(self._path, now)
        self._on_looked_over(key, problem)

    def _on_looked_over(self, key: VaultKey, problem: Problem | None) -> None:
        opened: Session | Problem = (
            problem
            or attempted(
                partial(vaults.recover, self._path, key, self._entrance.clock)
            )()
        )
        if isinstance(opened, Problem):
            self._fail(opened)
        else:
            self._end(opened)

    def _fail(self, problem: Problem) -> None:
        if isinstance(problem, VaultDamaged):
            self._mend()
            return
        self.trouble.setText(words_for(problem))
        if isinstance(problem, WrongRecoveryLine):
            self.lines[problem.line - 1].setFocus()

    def _end(self, opened: Session | VaultKey) -> None:
        for line in self.lines:
            line.clear()
        self.accept()
        self.recovered.emit(opened)

    def _set_enabled(self, *, is_enabled: bool) -> None:
        for each in (*self.lines, self.go):
            each.setEnabled(is_enabled)

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

    def _stop_looking(self) -> None:
        self._looking.set()

    # --- QDialog

    def reject(self) -> None:
        """Leave everything as it is; a check that is under way stops."""
        self._stop_looking()
        super().reject()

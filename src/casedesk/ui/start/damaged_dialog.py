"""A damaged vault: the newest good backup, saving what can be read, or only looking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.problems import Problem
from casedesk.services import found_backups, mending, vaults
from casedesk.services.clock import Clock
from casedesk.ui import wording
from casedesk.ui.backups import words as backup_words
from casedesk.ui.language import gettext as _
from casedesk.ui.start import salvage_words
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.long_work import LongWork
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.enter_key import let_enter_press
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from casedesk.domain.backup import Holdings
    from casedesk.services.found_backups import FoundBackup, Restored
    from casedesk.services.mending import Looking, Saved
    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance
    from casedesk.ui.start.long_work import Progress

Found = tuple["FoundBackup | None", "Holdings | None"]


class DamagedDialog(QDialog):
    """Nothing in it changes the damaged file; what is made lies beside it."""

    opened = Signal(object)  # the session to go on with

    def __init__(
        self,
        entrance: Entrance,
        path: Path,
        key: VaultKey,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entrance = entrance
        self._clock = entrance.clock or Clock()
        self._path = path
        self._key = key
        self._backup: FoundBackup | None = None
        self._new: Path | None = None
        self.about_backup = plain_label(
            _("Backups are being looked for …"), "", self, wraps=True
        )
        self.restore = button(_("Restore this backup"), "primary", self)
        self.save = button(_("Save what can be read"), "", self)
        self.look = button(_("Only look at it"), "", self)
        self.work = LongWork(self)
        self.trouble = plain_label("", "problem", self, wraps=True)
        self.outcome = Card("", self)
        self.said = plain_label("", "", self, wraps=True)
        self.go_on = button("", "primary", self)
        self._grid = QWidget(self)
        self.close_button = button(_("Close"), "", self)
        self._build()
        self._find()

    def _build(self) -> None:
        self.setWindowTitle(_("Damaged vault"))
        make_room(self, letters=104, lines=46)
        self._page = page = ScrollPage(self, margin=3 * GRID)
        page.add(plain_label(_("This vault is damaged"), "title", self))
        page.add(
            plain_label(
                _(
                    "The passphrase is right, but parts of the file cannot be read: "
                    "often a disk that is about to fail. CaseDesk changes nothing in "
                    "it. Copy your backups to another disk soon."
                ),
                "",
                self,
                wraps=True,
            )
        )
        page.add(self._card(_("Newest good backup"), self.about_backup, self.restore))
        page.add(self._card(_("What can still be read"), *self._readable()))
        page.add(self.work)
        page.add(self.trouble)
        page.add(self.outcome)
        self.outcome.add(self.said)
        self.outcome.add(self._grid)
        self.outcome.add(_row(self.go_on, self.outcome))
        self.outcome.hide()
        self.restore.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        self.restore.clicked.connect(self._on_restore)
        self.save.clicked.connect(self._on_save)
        self.look.clicked.connect(self._on_look)
        let_enter_press(self.go_on)
        self.go_on.clicked.connect(self._on_go_on)

    def _readable(self) -> tuple[QWidget, QWidget]:
        about = plain_label(
            _(
                "Records, papers, history and trail are copied one by one around the "
                "damaged parts into a new vault with the same passphrase. Or look "
                "first: nothing can be changed then."
            ),
            "",
            self,
            wraps=True,
        )
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.save)
        layout.addWidget(self.look)
        layout.addStretch(1)
        return about, row

    def _card(self, title: str, about: QWidget, act: QWidget) -> Card:
        card = Card(title, self)
        card.add(about)
        card.add(_row(act, card))
        return card

    def _find(self) -> None:
        known, path, key = self._entrance.places().all(), self._path, self._key

        def found() -> Found:
            backups = found_backups.find_all(known)
            newest = found_backups.newest_good(backups, path, key)
            return newest, found_backups.holdings_of_vault(path, key)

        self._run(found, self._on_found, _("Backups are being looked for …"))

    def _on_found(self, found: Found) -> None:
        backup, counts = found
        self._backup = backup
        self.restore.setVisible(backup is not None)
        if backup is None or backup.holdings is None:
            self.about_backup.setText(
                _(
                    "None was found that is sound and has this passphrase. Connect the "
                    "drive with your backups, close this window and unlock again."
                )
            )
            return
        said = _("{moment}, checked just now and sound: {contents}.").format(
            moment=wording.moment(backup.made_at),
            contents=backup_words.contents(backup.holdings),
        )
        if counts is not None:
            said += " " + _(
                "The damaged vault, as far as it can be counted: {contents}."
            )
            said = said.format(contents=backup_words.contents(counts))
        self.about_backup.setText(said)

    def _on_restore(self) -> None:
        if self._backup is not None:
            work = partial(found_backups.restore, self._backup, self._key, self._path)
            self._run(work, self._on_restored, _("The backup is being restored …"))

    def _on_restored(self, restored: Restored) -> None:
        self._offer(
            restored.path,
            _("The backup lies beside the damaged vault as {name}.").format(
                name=restored.path.name
            ),
            _("Go on with the backup"),
        )

    def _on_save(self) -> None:
        progress = self._begin(_("What can be read is being saved …"))
        work = partial(
            mending.save_readable,
            self._path,
            self._key,
            self._clock,
            progress.tell,
            progress.is_stopped,
        )
        self._entrance.jobs.run(
            attempted(work), partial(self._on_done, self._on_saved), owner=self
        )

    def _on_saved(self, saved: Saved) -> None:
        self._offer(
            saved.path,
            _("Saved beside the damaged vault as {name}. {summary}").format(
                name=saved.path.name, summary=salvage_words.summary(saved.report)
            ),
            _("Go on with what was saved"),
            salvage_words.rows(saved.report),
        )

    def _on_look(self) -> None:
        progress = self._begin(_("What can be read is being gathered …"))
        work = partial(
            mending.look_into,
            self._path,
            self._key,
            self._clock,
            progress.tell,
            progress.is_stopped,
        )
        self._entrance.jobs.run(
            attempted(work), partial(self._on_done, self._on_looked), owner=self
        )

    def _on_looked(self, looking: Looking) -> None:
        self.accept()
        self.opened.emit(looking.session())

    def _offer(
        self,
        path: Path,
        said: str,
        act: str,
        rows: list[tuple[str, str, str]] | None = None,
    ) -> None:
        """Say what was made, and offer to use it from now on."""
        self._new = path
        self.said.setText(
            said
            + " "
            + _(
                "If you go on with it, it takes the name of the vault. The damaged one "
                "is kept beside it under another name for ninety days."
            )
        )
        self._show_rows(rows or [])
        self.go_on.setText(act)
        self.outcome.show()
        self.go_on.setFocus()
        QTimer.singleShot(0, self, self._show_outcome)

    def _show_outcome(self) -> None:
        self._page.ensureWidgetVisible(self.go_on)

    def _show_rows(self, rows: list[tuple[str, str, str]]) -> None:
        if self._grid.layout() is None:
            QGridLayout(self._grid)
        grid = self._grid.layout()
        while grid is not None and (item := grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if isinstance(grid, QGridLayout):
            grid.setColumnStretch(2, 1)
            grid.setHorizontalSpacing(3 * GRID)
            headings = (_("Kind"), _("Saved"), _("Missing"))
            for at, row in enumerate([headings, *rows] if rows else []):
                for column, text in enumerate(row):
                    look = "strong" if at == 0 else ""
                    label = plain_label(text, look, self._grid, wraps=column == 2)
                    side = Qt.AlignmentFlag.AlignLeft
                    if column == 1:
                        side = Qt.AlignmentFlag.AlignRight
                    label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
                    grid.addWidget(label, at, column)

    def _on_go_on(self) -> None:
        if self._new is None:
            return
        session = attempted(self._put_in_place)()
        if isinstance(session, Problem):
            self.trouble.setText(words_for(session))
            return
        self.accept()
        self.opened.emit(session)

    def _put_in_place(self) -> Session:
        if self._new is not None:
            mending.put_in_place(self._path, self._new, self._clock.today())
            self._new = None
        return vaults.unlock(self._path, self._key, self._clock)

    # Any kind of work and of what comes of it.
    def _run(
        self, work: Callable[[], object], then: Callable[..., None], words: str
    ) -> None:
        self._begin(words)
        self._entrance.jobs.run(
            attempted(work), partial(self._on_done, then), owner=self
        )

    def _begin(self, words: str) -> Progress:
        self.trouble.setText("")
        self._set_enabled(False)
        return self.work.begin(words)

    def _on_done(self, then: Callable[..., None], result: object) -> None:
        self.work.end()
        self._set_enabled(True)
        if isinstance(result, Problem):
            self.trouble.setText(words_for(result))
        else:
            then(result)

    def _set_enabled(self, is_enabled: bool) -> None:
        for each in (self.restore, self.save, self.look, self.go_on):
            each.setEnabled(is_enabled)

    # --- QDialog

    def reject(self) -> None:
        """Leave everything as it is; what is being done stops."""
        self.work.stop()
        super().reject()


def _row(widget: QWidget, parent: QWidget) -> QWidget:
    row = QWidget(parent)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(widget)
    layout.addStretch(1)
    return row

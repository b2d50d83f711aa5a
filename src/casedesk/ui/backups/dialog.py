"""The dialog about backups: how both places stand, and every backup there is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.problems import Problem
from casedesk.ui import wording
from casedesk.ui.backups import words
from casedesk.ui.backups.list_card import ListCard
from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _
from casedesk.ui.problems import problems_shown
from casedesk.ui.start.room import make_room
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import Tone, button, plain_label
from casedesk.ui.widgets.notices import Banner
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from casedesk.services.backups import Outcome
    from casedesk.ui.backups.runner import BackupRunner
    from casedesk.ui.desk import Desk

_THOUSAND = 1000


class BackupsDialog(QDialog):
    """Says how things stand, makes a backup, and leads to restoring one."""

    switch_wanted = Signal(object)  # the path of a restored vault

    def __init__(
        self, desk: Desk, runner: BackupRunner, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._backups = desk.session.backups
        self._runner = runner
        self.local = plain_label("", "", self, wraps=True)
        self.local_folder = plain_label("", "small", self, wraps=True)
        self.outside = plain_label("", "", self, wraps=True)
        self.outside_folder = plain_label("", "small", self, wraps=True)
        self.advice = plain_label("", "small", self, wraps=True)
        self.trial = plain_label("", "", self, wraps=True)
        self.said = plain_label("", "", self, wraps=True)
        self.choose = button(_("Choose a folder …"), "", self)
        self.forget = button(_("Use it no longer"), "link", self)
        self.try_now = button(_("Try now"), "link", self)
        self.make = button(_("Back up now"), "primary", self)
        self.list = ListCard(desk, self)
        self._banner = Banner(self)
        self._progress = QProgressBar(self)
        self._build()
        self.refresh()
        self.list.read()

    def refresh(self) -> None:
        """Say how things stand now."""
        state = self._backups.state()
        self.local.setText(words.last(state.local, state.now))
        self.local_folder.setText(str(state.local_folder))
        place = state.external_place
        self.outside.setText(
            _("No folder outside this computer is chosen yet.")
            if place is None
            else words.last(state.external, state.now)
        )
        tone = words.TONES[state.freshness]
        set_look(self.outside, "" if tone is Tone.NEUTRAL else str(tone))
        self.outside_folder.setText("" if place is None else str(place.folder))
        self.outside_folder.setVisible(place is not None)
        advice = words.outside_advice(state)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.forget.setVisible(place is not None)
        self.trial.setText(words.trial(state.drill))
        self.try_now.setEnabled(state.local is not None)
        warning = words.vault_advice(state.vault_cloud)
        if warning:
            self._banner.show_message(warning)

    def _build(self) -> None:
        self.setWindowTitle(_("Backups"))
        make_room(self, letters=118, lines=42)
        page = ScrollPage(self, margin=3 * GRID)
        page.add(self._banner)
        page.add(self._card(_("On this computer"), self.local, self.local_folder))
        page.add(self._outside_card())
        page.add(self.list)
        trial = self._card(_("Restored on trial"), self.trial)
        trial.add_action(self.try_now)
        page.add(trial)
        close = button(_("Close"), "", self)
        row = QHBoxLayout()
        row.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        row.setSpacing(GRID)
        row.addWidget(self.said, 1)
        row.addWidget(self._progress)
        row.addWidget(close)
        row.addWidget(self.make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addLayout(row)
        self._progress.setRange(0, _THOUSAND)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Progress of the backup"))
        self._progress.hide()
        self.make.setDefault(True)
        self._connect(close)

    def _connect(self, close: QPushButton) -> None:
        close.clicked.connect(self.accept)
        self.make.clicked.connect(self._on_make)
        self.choose.clicked.connect(self._on_choose)
        self.forget.clicked.connect(self._on_forget)
        self.try_now.clicked.connect(self._on_try)
        self.list.changed.connect(self.refresh)
        self.list.switch_wanted.connect(self._on_switch)
        self._runner.progressed.connect(self._on_progress)
        self._runner.ended.connect(self._on_ended)
        self._runner.drilled.connect(self._on_drilled)

    def _card(self, title: str, *labels: QWidget) -> Card:
        card = Card(title, self)
        for label in labels:
            card.add(label)
        return card

    def _outside_card(self) -> Card:
        card = self._card(
            _("Outside this computer"), self.outside, self.outside_folder, self.advice
        )
        row = QWidget(card)
        layout = FlowLayout(row)
        layout.addWidget(self.choose)
        layout.addWidget(self.forget)
        card.add(row)
        return card

    def _on_make(self) -> None:
        self.said.setText("")
        self._runner.start()

    def _on_progress(self, share: float) -> None:
        self.make.setEnabled(False)
        self._progress.show()
        self._progress.setValue(round(share * _THOUSAND))
        self.said.setText(
            _("The backup is being checked …")
            if share >= 1
            else _("A backup is being made. You can go on working.")
        )

    def _on_ended(self, result: Outcome | Problem) -> None:
        self.make.setEnabled(True)
        self._progress.hide()
        is_problem = isinstance(result, Problem)
        set_look(self.said, "problem" if is_problem else "")
        self.said.setText(
            wording.problem(result)
            if isinstance(result, Problem)
            else words.outcome(result)
        )
        self.refresh()
        self.list.read()

    def _on_choose(self) -> None:
        with no_traces():
            chosen = QFileDialog.getExistingDirectory(
                self, _("Folder for backups outside this computer"), str(Path.home())
            )
        if chosen:
            with problems_shown(self, wording.problem):
                self._backups.choose_external(Path(chosen))
                self.refresh()
                self._on_make()

    def _on_forget(self) -> None:
        self._backups.forget_external()
        self.refresh()
        self.list.read()

    def _on_try(self) -> None:
        self.try_now.setEnabled(False)
        self.trial.setText(_("The newest backup is being restored on trial …"))
        self._runner.drill()

    def _on_drilled(self) -> None:
        self.try_now.setEnabled(True)
        self.refresh()

    def _on_switch(self, path: Path) -> None:
        self.accept()
        self.switch_wanted.emit(path)

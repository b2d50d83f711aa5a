"""The dialogs that come up over the main window; each is loaded when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from casedesk.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.services.backups import Outcome
    from casedesk.services.paper import Paper
    from casedesk.ui.backups.runner import BackupRunner
    from casedesk.ui.desk import Desk
    from casedesk.ui.places import Page
    from casedesk.ui.preferences import Preferences


class WindowDialogs(QObject):
    """Opens dialogs and passes on what they ask of the window."""

    client_created = Signal(str)  # the id of the first case
    rebuild_wanted = Signal()
    passphrase_wanted = Signal()
    wipe_wanted = Signal()
    other_vault_wanted = Signal(object)  # the path of a restored vault
    restored = Signal()
    filed = Signal()  # a paper was: what it comes from is frozen now
    backup_failed = Signal(object)  # the problem

    def __init__(self, preferences: Preferences, window: QWidget) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._window = window
        self._runner: BackupRunner | None = None

    def new_client(self, desk: Desk) -> None:
        """Ask for a new client."""
        from casedesk.ui.clients.new_client_dialog import NewClientDialog

        dialog = NewClientDialog(desk, self._window)
        dialog.created.connect(self.client_created)
        dialog.open()

    def preview(self, paper: Paper, desk: Desk) -> None:
        """Show a paper before it is printed, saved and filed."""
        from casedesk.ui.preview.dialog import PreviewDialog

        dialog = PreviewDialog(paper, desk, self._window)
        dialog.filed.connect(self._on_filed)
        dialog.open()

    def help(self, page: Page) -> None:
        """Say what a page is for and which keys there are."""
        from casedesk.ui.window.help import HelpDialog

        HelpDialog(page, self._window).open()

    def preferences(self, desk: Desk) -> None:
        """Show the preferences."""
        from casedesk.ui.settings.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(desk, self._preferences, self._window)
        dialog.rebuild_wanted.connect(self.rebuild_wanted)
        dialog.passphrase_wanted.connect(self.passphrase_wanted)
        dialog.wipe_wanted.connect(self.wipe_wanted)
        dialog.open()

    def changes(self, noun: str, record_id: str, desk: Desk) -> None:
        """Show what happened to a record."""
        from casedesk.ui.changes.dialog import ChangesDialog
        from casedesk.ui.changes.value_words import name_behind

        dialog = ChangesDialog(
            desk.session.records(noun),
            record_id,
            self._window,
            name_behind=name_behind(desk.session),
        )
        dialog.restored.connect(self._on_restored)
        dialog.open()

    def backups(self, desk: Desk) -> None:
        """Show the backups and the ways back to them."""
        from casedesk.ui.backups.dialog import BackupsDialog

        dialog = BackupsDialog(desk, self._backup_runner(desk), self._window)
        dialog.switch_wanted.connect(self.other_vault_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def back_up_if_due(self, desk: Desk) -> None:
        """Make a backup if it is time for one."""
        self._backup_runner(desk).start_if_due()

    def stop(self) -> None:
        """Leave off what is still under way."""
        if self._runner is not None:
            self._runner.stop()

    def _backup_runner(self, desk: Desk) -> BackupRunner:
        if self._runner is None:
            from casedesk.ui.backups.runner import BackupRunner

            self._runner = BackupRunner(desk.session, desk.jobs, self._window)
            self._runner.ended.connect(self._on_backup_ended)
        return self._runner

    def _on_filed(self, _document: object) -> None:
        self.filed.emit()

    def _on_restored(self, _record_id: str) -> None:
        self.restored.emit()

    def _on_backup_ended(self, result: Outcome | Problem) -> None:
        if isinstance(result, Problem):
            self.backup_failed.emit(result)

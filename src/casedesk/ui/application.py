"""The program while it runs: from the first window through the vault and back."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from casedesk.domain.problems import VaultDamaged
from casedesk.ui.dress import Dress
from casedesk.ui.jobs import BackgroundJobs
from casedesk.ui.loading import load, nothing_more
from casedesk.ui.put_away import put_away
from casedesk.ui.screen_capture import guard_windows
from casedesk.ui.start.entrance import Entrance, words_for
from casedesk.ui.start.window import StartWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from casedesk.domain.problems import Problem
    from casedesk.services.clock import Clock
    from casedesk.services.session import Session
    from casedesk.services.vaults import Profile
    from casedesk.ui.guard import Guard
    from casedesk.ui.main_window import MainWindow
    from casedesk.ui.preferences import Preferences
    from casedesk.ui.start.change_passphrase import ChangePassphraseDialog
    from casedesk.ui.trail.keeper import TrailKeeper

# Long enough for the first window to be painted.
SETTLED_MS = 150
# How soon a lock is tried again that had to be put off.
AGAIN_MS = 500
MAIN = "main"
# How long a backup may hold up closing the vault: the key is gone within three seconds.
LOCK_SECONDS = 1.5
QUIT_SECONDS = 20.0


class Application(QObject):
    """Shows one window at a time: the start window, or the one of the open vault."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        *,
        clock: Clock | None = None,
        profile: Profile | None = None,
        replace: Callable[[Path | None], None] | None = None,
    ) -> None:
        """`replace` puts a new process in the place of this one, for a vault if any.

        So nothing of a vault stays in memory; without it, this process goes on.
        """
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._replace = replace
        self._session: Session | None = None
        self._window: StartWindow | MainWindow | None = None
        self._changing: ChangePassphraseDialog | None = None
        self._entrance = Entrance(
            jobs=BackgroundJobs(words_for, self),
            preferences=preferences,
            clock=clock,
            profile=profile,
        )
        self._guard: Guard | None = None
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._lock_at_last)
        self._dress = Dress(app, preferences)
        app.aboutToQuit.connect(self._on_quit)
        self._dress.put_on()

    def window(self) -> StartWindow | MainWindow | None:
        """Return the window that is shown."""
        return self._window

    def session(self) -> Session | None:
        """Return the vault that is open."""
        return self._session

    def start(self, path: Path | None = None) -> None:
        """Show the first window, for the vault at `path` if one is named."""
        self._show_start(path)
        QTimer.singleShot(SETTLED_MS, self, self._settle)

    def open_session(self, session: Session) -> None:
        """Show the window of a vault that was just opened."""
        self._session = session
        try:
            self._show_opened(session)
        except VaultDamaged:
            self._mend()

    def _show_opened(self, session: Session) -> None:
        self._dress.put_on()  # making a vault chooses a language, too
        self._show_main()
        self._watch()
        self._keep_places(session)
        if self._keeper().opened(session):
            from casedesk.ui.trail.keeper import tell_older_copy

            QTimer.singleShot(SETTLED_MS, self, lambda: tell_older_copy(self._window))

    def lock(self) -> None:
        """Close the vault and ask for its passphrase.

        What cannot be interrupted or stored yet is hidden, and locked afterwards.
        """
        if self._session is None:
            return
        if not self._is_writing() and self._flush():
            self._lock_now()
            return
        self._cover()
        self._again.start()
        if not self._is_writing():
            self._may_leave()  # says what is wrong; the lock does not wait for it

    def _lock_now(self) -> None:
        session, window = self._session, self._window
        if session is not None:
            path = session.path
            if window is not None and not isinstance(window, StartWindow):
                window.remember_field()
            self._leave()
            self._begin_again(path)

    def _lock_at_last(self) -> None:
        """Lock as soon as nothing is lost by it, without asking anything."""
        if self._session is None:
            return
        if self._is_writing() or not self._flush():
            self._again.start()
        else:
            self._lock_now()

    def _cover(self) -> None:
        if self._window is not None and not isinstance(self._window, StartWindow):
            self._window.neutral.cover()

    def _begin_again(self, path: Path | None = None) -> None:
        """Ask for a passphrase in a process that has never seen the vault."""
        if self._replace is not None:
            self._replace(path)  # returns only where it cannot be done
        self._show_start(path)

    def _keeper(self) -> TrailKeeper:
        from casedesk.ui.trail.keeper import TrailKeeper

        return TrailKeeper(self._entrance.anchors())

    def _keep_places(self, session: Session) -> None:
        """Remember where backups lie, for a time when the vault does not open."""
        if not (session.is_read_only or session.practice.is_demo()):
            self._entrance.places().keep(session)

    def _may_leave(self) -> bool:
        window = self._window
        if window is None or isinstance(window, StartWindow):
            return True
        return window.may_be_left()

    def _watch(self) -> None:
        if self._session is None:
            return
        if self._guard is None:
            from casedesk.ui.guard import Guard

            self._guard = Guard(self._app, self._preferences)
            self._guard.lock_wanted.connect(self.lock)
            self._guard.showing_wanted.connect(self._come_forward)
        self._guard.start(self._session.path)

    def _come_forward(self) -> None:
        from casedesk.ui.first_window import come_forward

        if self._window is not None:
            come_forward(self._window)

    def _leave(self, seconds: float = LOCK_SECONDS) -> None:
        """Keep what is typed, take the window away and close the vault.

        In `seconds` at most, a backup of it is made before.
        """
        if self._guard is not None:
            self._guard.stop()
        self._again.stop()
        session, self._session = self._session, None
        try:
            self._take_away()
        finally:
            if session is not None:
                self._close(session, seconds)
            if self._guard is not None:
                self._guard.let_sleep()

    def _close(self, session: Session, seconds: float) -> None:
        from casedesk.ui.backups.farewell import back_up_before_closing

        try:
            if not session.is_locked:
                with suppress(VaultDamaged):  # it is closed all the same
                    self._keeper().closing(session)
                    self._keep_places(session)
                    back_up_before_closing(session, seconds)
        finally:
            session.lock()
            if session.met_damage:  # the next unlocking looks at every page
                self._entrance.anchors().note_check(session.path, None)

    def _show_start(self, path: Path | None = None) -> None:
        window = StartWindow(self._entrance)
        window.opened.connect(self.open_session)
        window.made.connect(self._on_made)
        window.recovered.connect(self._on_recovered)
        window.rebuild_wanted.connect(self._on_rebuild)
        if path is not None:
            window.show_vault(path)
        self._show(window)

    def _show_main(self) -> None:
        from casedesk.ui.main_window import MainWindow

        if self._session is None:
            return
        window = MainWindow(self._session, self._entrance.jobs, self._preferences)
        window.lock_wanted.connect(self.lock)
        window.open_other_wanted.connect(self._on_open_other)
        window.rebuild_wanted.connect(self._on_rebuild)
        window.passphrase_wanted.connect(self._on_passphrase)
        window.wipe_wanted.connect(self._on_wipe)
        window.other_vault_wanted.connect(self._on_other_vault)
        window.quit_wanted.connect(self._on_quit_wanted)
        window.restoreGeometry(QByteArray(self._preferences.geometry(MAIN)))
        if self._preferences.chosen.hides_from_capture:
            guard_windows(self._app, window)
        self._show(window)

    def _show(self, window: StartWindow | MainWindow) -> None:
        # Never is there no window: closing the last one would end the program.
        before = self._window
        self._window = window
        window.show()
        window.raise_()
        window.activateWindow()
        self._put_away(before)

    def _take_away(self) -> None:
        self._app.setQuitOnLastWindowClosed(False)
        try:
            before, self._window = self._window, None
            self._put_away(before)
        finally:
            self._app.setQuitOnLastWindowClosed(True)

    def _put_away(self, window: QWidget | None) -> None:
        if window is None or not isValid(window):
            return
        put_away(window)
        if not isinstance(window, StartWindow):
            self._preferences.keep_geometry(MAIN, bytes(window.saveGeometry().data()))
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
        if window.isVisible():  # or the user has closed it
            window.close()
        window.deleteLater()

    def _flush(self) -> bool:
        if self._window is not None and not isinstance(self._window, StartWindow):
            return self._window.flush()
        return True

    def _is_writing(self) -> bool:
        dialog = self._changing
        return dialog is not None and isValid(dialog) and dialog.is_writing()

    def _settle(self) -> None:
        """Load what unlocking will need, while the user types the passphrase."""
        from casedesk.ui.clipboard import PrivateClipboard
        from casedesk.ui.crash import CrashReporter
        from casedesk.ui.widgets.focus_follower import FocusFollower

        CrashReporter(self, meet_damage=self._meet_damage).install()
        PrivateClipboard(self._app.clipboard(), self)
        FocusFollower(self._app, self)
        if self._window is not None:
            self._entrance.jobs.run(load, nothing_more, owner=self._window)

    def _on_open_other(self) -> None:
        if not self._is_writing() and self._may_leave():
            self._leave()
            self._begin_again()

    def _on_other_vault(self, path: Path) -> None:
        if not self._is_writing():
            self._leave()
            self._begin_again(path)

    def _on_wipe(self) -> None:
        """Delete the vault here, since it has moved to another computer."""
        from casedesk.ui.moving.wiping import Wiping

        if self._session is not None and not self._is_writing():
            wiping = Wiping(self._session, self._entrance)
            self._leave(seconds=0)
            wiping.wipe()
            self._begin_again()

    def _on_rebuild(self) -> None:
        self._dress.put_on()
        if self._session is not None:
            self._show_main()
        elif isinstance(self._window, StartWindow):
            self._show_start(self._window.unlock_pane.path())

    def _on_made(self, session: Session) -> None:
        self.open_session(session)
        self._offer_sheet()

    def _on_recovered(self, session: Session) -> None:
        self.open_session(session)
        if not session.is_read_only:
            self._ask_new_passphrase(is_forgotten=True)

    def _offer_sheet(self) -> None:
        from casedesk.ui.recovery.sheet_offer import SheetOffer

        if self._session is not None and self._window is not None:
            jobs = self._entrance.jobs
            SheetOffer(self._session, jobs, self._window, asks=False).open()

    def _on_passphrase(self) -> None:
        self._ask_new_passphrase(is_forgotten=False)

    def _ask_new_passphrase(self, *, is_forgotten: bool) -> None:
        from casedesk.ui.start.change_passphrase import ChangePassphraseDialog

        if self._session is None or self._window is None:
            return
        self._flush()
        dialog = ChangePassphraseDialog(
            self._entrance, self._session, self._window, is_forgotten=is_forgotten
        )
        dialog.changed.connect(self._on_passphrase_changed)
        dialog.lost.connect(self._on_lost)
        self._changing = dialog
        dialog.open()

    def _on_passphrase_changed(self, session: Session) -> None:
        self._session = session
        self._keeper().keep_head(session)
        if self._again.isActive():  # the lock waited for the new key
            self._lock_now()
            return
        self._show_main()
        self._offer_sheet()

    def _meet_damage(self) -> bool:
        """Tell whether the vault is open, so that it will be led to be mended."""
        if self._session is None or self._is_writing():
            return False
        QTimer.singleShot(0, self, self._mend)
        return True

    def _mend(self) -> None:
        """Close a vault that turned out damaged, and offer what can be done."""
        session = self._session
        if session is None or not self._may_leave():
            return  # what is typed stays on the screen
        self._leave(seconds=0)
        self._show_start(session.path)
        if isinstance(self._window, StartWindow):
            self._window.unlock_pane.mend(session.path, session.key)

    def _on_lost(self, problem: Problem) -> None:
        path = None if self._session is None else self._session.path
        self._leave()
        self._show_start(path)
        if isinstance(self._window, StartWindow):
            self._window.say(problem)

    def _on_quit_wanted(self) -> None:
        if not self._is_writing() and self._may_leave():
            self._app.quit()

    def _on_quit(self) -> None:
        self._leave(QUIT_SECONDS)

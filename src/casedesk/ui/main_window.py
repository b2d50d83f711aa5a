"""The main window: assembles, navigates, nothing else."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from casedesk.domain.case import CaseId
from casedesk.domain.problems import NotStored
from casedesk.ui import wording
from casedesk.ui.clipboard import clear_own
from casedesk.ui.desk import Desk
from casedesk.ui.language import gettext as _
from casedesk.ui.places import WITHOUT_CASE, Page, Place
from casedesk.ui.problems import problems_shown, tell
from casedesk.ui.settling import Settling
from casedesk.ui.start.room import fill_small_screen
from casedesk.ui.text_blocks.offering import know_text_blocks
from casedesk.ui.widgets.record_form import RecordForm
from casedesk.ui.widgets.toast import Toast
from casedesk.ui.window.case_view import CaseView
from casedesk.ui.window.dialogs import WindowDialogs
from casedesk.ui.window.foot import Foot
from casedesk.ui.window.last_field import focus_last_field, remember_field
from casedesk.ui.window.last_place import last_place, note_reading, remember_place
from casedesk.ui.window.neutral_screen import NeutralScreen
from casedesk.ui.window.shortcuts import CASE_KEYS, add_heard_anywhere, add_shortcuts
from casedesk.ui.window.sidebar import Sidebar
from casedesk.ui.window.strips import Strips
from casedesk.ui.window.wide_pages import WidePages

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from casedesk.domain.problems import Problem
    from casedesk.services.paper import Paper
    from casedesk.services.session import Session
    from casedesk.ui.jobs import BackgroundJobs
    from casedesk.ui.preferences import Preferences
    from casedesk.ui.scans.arrivals import ScanArrivals

REFRESH_PAUSE_MS = 60
RECEIVED_PAUSE_MS = 400
ARRIVALS_AFTER_MS = 3000
DUES_PAUSE_MS = 2000
# What the user does first after unlocking comes first.
BACKUP_AFTER_MS = 6000


class MainWindow(QWidget):
    """One open vault on screen."""

    lock_wanted = Signal()
    open_other_wanted = Signal()
    rebuild_wanted = Signal()
    quit_wanted = Signal()
    passphrase_wanted = Signal()
    wipe_wanted = Signal()
    other_vault_wanted = Signal(object)  # the path of a restored vault

    def __init__(
        self, session: Session, jobs: BackgroundJobs, preferences: Preferences
    ) -> None:
        super().__init__()
        self._session = session
        self._place = Place(page=Page.TODAY)
        self._has_begun = False
        self._desk = Desk(
            session=session,
            jobs=jobs,
            go=self.go,
            offer_undo=self.offer_undo,
            offer_back=self.offer_back,
            show_changes=self._show_changes,
            preview=self._preview,
        )
        self._dialogs = WindowDialogs(preferences, self)
        self._undo: Callable[[], object] | None = None
        self._refreshing = QTimer(self, singleShot=True, interval=REFRESH_PAUSE_MS)
        self._counting = QTimer(self, singleShot=True, interval=DUES_PAUSE_MS)
        self._listing = QTimer(self, singleShot=True, interval=DUES_PAUSE_MS)
        self._receiving = QTimer(self, singleShot=True, interval=RECEIVED_PAUSE_MS)
        self._arrivals: ScanArrivals | None = None
        self._build()
        self._add_shortcuts()
        session.announcer.listen(self._on_deed)
        Settling(session, self)
        know_text_blocks(self, session)
        QTimer.singleShot(BACKUP_AFTER_MS, self, self._back_up_if_due)
        QTimer.singleShot(ARRIVALS_AFTER_MS, self, self.receive_scans)

    def go(self, place: Place) -> None:
        """Show a place; what was typed before is stored first."""
        self._has_begun = True
        with problems_shown(self, wording.problem):
            if not self.flush():
                raise NotStored
            if place.page in WITHOUT_CASE:
                self._show_page(place)
            else:
                self._case_view.show_place(place)
                self._stack.setCurrentWidget(self._case_view)
            note_reading(self._session, self._place, place)
            self._place = place
            self._sidebar.show_place(place)
            remember_place(self._session, place)

    def flush(self) -> bool:
        """Store what is typed but not stored yet; tell whether all of it could be."""
        with ExitStack() as pages:  # each is flushed, even if another one fails
            pages.callback(self._case_view.flush)
            pages.callback(self._wide_pages.flush)
        return not any(form.has_unsaved() for form in self.findChildren(RecordForm))

    def _build(self) -> None:
        # No name of a client ever stands in the title of the window.
        self.setWindowTitle("CaseDesk")
        fill_small_screen(self, QSize(1366, 768))
        self._sidebar = Sidebar(self._session)
        self._foot = Foot(self._session)
        self._case_view = CaseView(self._desk)
        self._wide_pages = WidePages(self._desk, self._new_client)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._wide_pages)
        self._stack.addWidget(self._case_view)

        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._sidebar, 1)
        left.addWidget(self._foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.strips = Strips(self._session, self._desk.jobs, self)
        right.addWidget(self.strips)
        right.addWidget(self._stack, 1)
        layout.addLayout(left)
        layout.addLayout(right, 1)
        self._toast = Toast(self)
        self.neutral = NeutralScreen(self)

        self._sidebar.place_wanted.connect(self.go)
        self._sidebar.new_client_wanted.connect(self._new_client)
        self._foot.lock_wanted.connect(self.lock_wanted)
        self._foot.preferences_wanted.connect(self._show_preferences)
        self._foot.help_wanted.connect(self.show_help)
        self._foot.backups_wanted.connect(self._show_backups)
        self._toast.acted.connect(self.undo)
        self.strips.damage.acted.connect(self.lock_wanted)
        self.strips.stopwatch.place_wanted.connect(self.go)
        self.strips.stopwatch.stopped.connect(self._refresh_page)
        self._refreshing.timeout.connect(self._case_view.refresh_frame)
        self._counting.timeout.connect(self._show_dues)
        self._listing.timeout.connect(self._sidebar.refresh)
        self._receiving.timeout.connect(self._refresh_page)
        self._dialogs.client_created.connect(self._on_created)
        self._dialogs.rebuild_wanted.connect(self.rebuild_wanted)
        self._dialogs.passphrase_wanted.connect(self.passphrase_wanted)
        self._dialogs.wipe_wanted.connect(self.wipe_wanted)
        self._dialogs.other_vault_wanted.connect(self.other_vault_wanted)
        self._dialogs.restored.connect(self._refresh_page)
        self._dialogs.filed.connect(self._refresh_page)
        self._dialogs.backup_failed.connect(self._on_backup_failed)

    def _add_shortcuts(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "Ctrl+K": self._sidebar.start_search,
            "Ctrl+N": self._new_client,
            "Ctrl+Shift+N": self._record_contact,
            "Ctrl+P": self._print,
            "Ctrl+T": self._new_task,
            "Ctrl+I": self._read_scans,
            "Ctrl+S": self._store_now,
            "Ctrl+O": self.open_other_wanted.emit,
            "Ctrl+,": self._show_preferences,
            "Ctrl+Q": self.quit_wanted.emit,
            "F1": self.show_help,
        }
        for keys, page in CASE_KEYS.items():
            deeds[keys] = partial(self._go_to_tab, page)
        add_shortcuts(self, deeds, self.neutral)
        # Whatever dialog is open, these two are heard.
        add_heard_anywhere(self, {"F9": self.neutral.switch, "Ctrl+L": self._lock})

    def _lock(self) -> None:
        self.lock_wanted.emit()

    def remember_field(self) -> None:
        """Remember where the user types, for the time after the next unlocking."""
        remember_field(self._session, self)

    def may_be_left(self) -> bool:
        """Tell whether all is stored; if not, hide everything and say so."""
        if self.flush():
            return True
        self.neutral.cover()
        tell(self, wording.problem(NotStored()))
        return False

    def _begin(self) -> None:
        """Go where the user was, once the list of clients is painted."""
        if self._has_begun:
            return
        self._sidebar.complete()
        self.go(last_place(self._session))
        focus_last_field(self._session, self)
        if self._place.page is not Page.TODAY:
            self._show_dues()

    def _show_page(self, place: Place) -> None:
        if place.page is Page.TODAY:
            self._place = place  # what is due is shown only on its page
            self._show_dues()
        self._wide_pages.show_place(place)
        self._stack.setCurrentWidget(self._wide_pages)

    def _show_dues(self) -> None:
        dues = self._session.cases.due()
        self._sidebar.show_dues(dues)
        if self._place.page is Page.TODAY:
            self._wide_pages.show_dues(dues)

    def _go_to_tab(self, page: Page) -> None:
        if self._place.case_id is not None:
            self.go(Place(page=page, case_id=self._place.case_id))

    def _record_contact(self) -> None:
        if self._place.case_id is not None:
            self._case_view.record_contact()

    def _new_task(self) -> None:
        if self._place.case_id is None:
            self.go(Place(page=Page.TODAY))
            self._wide_pages.start_task()
            return
        self.go(Place(page=Page.COORDINATION, case_id=self._place.case_id))
        self._case_view.start_task()

    def _new_client(self) -> None:
        self._dialogs.new_client(self._desk)

    def _on_created(self, case_id: str) -> None:
        self._sidebar.refresh()
        self.go(Place(page=Page.CLIENT, case_id=CaseId(case_id)))

    def _print(self) -> None:
        view, wide = self._case_view, self._wide_pages
        page = wide.currentWidget() if self._place.case_id is None else view.page()
        print_shown = getattr(page, "print_shown", None)
        if print_shown is None:
            self._toast.show_message(
                _("This page has no paper of its own. Consents and the plan have.")
            )
            return
        with problems_shown(self, wording.problem):
            self.flush()
            print_shown()

    def _store_now(self) -> None:
        with problems_shown(self, wording.problem):
            if not self.flush():
                raise NotStored
            self._say_saved()

    def show_help(self) -> None:
        """Say what the page is for and which keys there are."""
        self._dialogs.help(self._place.page)

    def _show_preferences(self) -> None:
        self._dialogs.preferences(self._desk)

    def _show_backups(self) -> None:
        self.flush()
        self._dialogs.backups(self._desk)

    def _show_changes(self, noun: str, record_id: str) -> None:
        self.flush()
        self._dialogs.changes(noun, record_id, self._desk)

    def _preview(self, paper: Paper) -> None:
        self._dialogs.preview(paper, self._desk)

    def _back_up_if_due(self) -> None:
        if not (self._session.is_locked or self._session.is_read_only):
            # First, so that the backup does not hold it any more.
            with problems_shown(self, wording.problem):
                self._session.bin.erase_expired()
                self._session.scans.erase_discarded()
        self._dialogs.back_up_if_due(self._desk)

    def _read_scans(self) -> None:
        from casedesk.ui.scans.opening import read_in

        self.flush()
        read_in(self._desk, self)

    def receive_scans(self) -> None:
        """From now on take scans that are dropped, or laid into the watched folder."""
        if self._arrivals is None and not self._session.is_locked:
            from casedesk.ui.scans.arrivals import ScanArrivals

            self._arrivals = ScanArrivals(self._desk, self)
            self._arrivals.said.connect(self._toast.show_message)

    def _on_backup_failed(self, problem: Problem) -> None:
        self._toast.show_message(wording.problem(problem))

    def offer_undo(self, noun: str, deed: int, said: str = "", /) -> None:
        """Say that something was removed, or what else was done, and offer undo."""
        records = self._session.records(noun)
        self.offer_back(said or _("Removed."), partial(records.take_back, deed))

    def offer_back(self, said: str, back: Callable[[], object]) -> None:
        """Say what was done, and offer to take it back."""
        self._undo = back
        self._toast.show_message(said, _("Undo"))

    def undo(self) -> None:
        """Take back what was done last."""
        if self._undo is None:
            return
        back, self._undo = self._undo, None
        with problems_shown(self, wording.problem):
            back()
            self._refresh_page()

    def _refresh_page(self) -> None:
        if self._place.page in WITHOUT_CASE:
            self._wide_pages.refresh()
        else:
            self._case_view.refresh()

    def _on_deed(self, noun: str) -> None:
        if noun == "backup":
            self._foot.show_backups()
            return
        self._say_saved()
        if noun == "stopwatch":
            self.strips.stopwatch.look()
        if noun in ("client", "case"):
            self._sidebar.refresh()
        if noun == "entry":
            self._listing.start()  # the hours left: not at each letter
        if self._place.case_id is not None:
            self._refreshing.start()
        if noun in ("received_page", "received_document"):
            self._receiving.start()
        self._counting.start()  # over all cases: not while the user is typing

    def _say_saved(self) -> None:
        now = datetime.now().astimezone()
        self._foot.say(_("saved {time}").format(time=f"{now:%H:%M}"))

    # --- QWidget

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: D102
        super().paintEvent(event)
        if not self._has_begun:
            QTimer.singleShot(0, self, self._begin)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        # No shortcut: it would take the key from texts and pictures, which come first.
        is_undo = event.matches(QKeySequence.StandardKey.Undo)
        if is_undo and self._toast.offers and self._toast.isEnabled():
            self._toast.take_offer()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: D102
        if not self._session.is_locked and not self.flush():
            event.ignore()
            tell(self, wording.problem(NotStored()))
            return
        self._has_begun = True  # the vault may be closed before this was painted
        self._session.announcer.ignore(self._on_deed)
        self._dialogs.stop()
        if self._arrivals is not None:
            self._arrivals.stop()
        timers = (self._refreshing, self._counting, self._listing, self._receiving)
        for timer in timers:
            timer.stop()  # the vault is locked before it would fire
        clear_own(QGuiApplication.clipboard())
        super().closeEvent(event)

"""Says that the time of a contact is being taken, on every page, and stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from casedesk.ui import wording
from casedesk.ui.language import gettext as _
from casedesk.ui.places import Page, Place
from casedesk.ui.problems import problems_shown
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.head_layout import HeadLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from casedesk.domain.stopwatch import Stopwatch
    from casedesk.services.session import Session

EVERY_MS = 1000
LONG_SECONDS = 4 * 3600
SECONDS = 60


class StopwatchBar(QFrame):
    """Hidden while no time is taken. The start lies in the vault: a crash costs none.

    Looks once a second, and at once when something was started or stopped.
    """

    place_wanted = Signal(object)
    stopped = Signal(str)  # the id of the entry

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watch: Stopwatch | None = None
        self._name = ""
        self._words = plain_label("", "accent", self)
        self.show_entry = button(_("Write about it"), "link", self)
        self.stop = button(_("Stop"), "", self)
        self.discard = button(_("Discard"), "link", self)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._build()
        self.look()

    def look(self) -> None:
        """Show how it stands now."""
        if self._session.is_locked:
            self._timer.stop()
            return
        watch = self._session.stopwatch.running()
        if watch != self._watch:
            self._watch = watch
            self._name = "" if watch is None else self._client_of(watch)
        if watch is None:
            self.hide()
            return
        self._words.setText(self._said(watch))
        self.show()

    def words(self) -> str:
        """Return what is said about the running watch."""
        return self._words.text()

    def _build(self) -> None:
        set_look(self, "banner")
        layout = HeadLayout(self)
        layout.setContentsMargins(GRID + 4, 2, GRID, 2)
        layout.addWidget(self._words)
        for act in (self.show_entry, self.stop, self.discard):
            layout.add_act(act)
        self.show_entry.clicked.connect(self._on_show)
        self.stop.clicked.connect(self._on_stop)
        self.discard.clicked.connect(self._on_discard)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def _said(self, watch: Stopwatch) -> str:
        seconds = watch.seconds(self._session.clock.now())
        minutes, rest = divmod(seconds, SECONDS)
        said = _("Time is being taken: {time} · {name}").format(
            time=f"{minutes}:{rest:02}", name=self._name
        )
        if seconds > LONG_SECONDS:
            said += " · " + _("since {moment}").format(
                moment=wording.moment(watch.started_at)
            )
        return said

    def _client_of(self, watch: Stopwatch) -> str:
        case = self._session.case_records.get(watch.case_id)
        return self._session.clients.get(case.client_id).full_name

    def _on_show(self) -> None:
        if self._watch is not None:
            self.place_wanted.emit(
                Place(
                    page=Page.RECORD,
                    case_id=self._watch.case_id,
                    subject_id=self._watch.entry_id,
                )
            )

    def _on_stop(self) -> None:
        with problems_shown(self, wording.problem):
            entry = self._session.stopwatch.stop()
            self.look()
            if entry is not None:
                self.stopped.emit(entry.id)

    def _on_discard(self) -> None:
        with problems_shown(self, wording.problem):
            self._session.stopwatch.discard()
            self.look()

"""The first window: recent vaults, the passphrase, and ways to begin."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.problems import Problem
from casedesk.ui.language import gettext as _
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.room import make_room
from casedesk.ui.start.unlock_pane import UnlockPane
from casedesk.ui.start.vault_button import VaultButton
from casedesk.ui.theme import GRID, set_first_look
from casedesk.ui.widgets.labels import button, plain_label
from casedesk.ui.widgets.scroll_page import ScrollPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from casedesk.services.clock import Clock
    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance
    from casedesk.ui.start.welcome_pane import WelcomePane

SIDE_LETTERS = 40
MOST_OF_WIDTH = 0.4
DEMO_FILE = "CaseDesk-Demo.casedesk"


class StartWindow(QWidget):
    """Shows the vaults of this computer, or welcomes who has none yet."""

    opened = Signal(object)  # the session
    made = Signal(object)  # the session of a new vault
    recovered = Signal(object)  # the session; its passphrase is forgotten
    rebuild_wanted = Signal()  # the language or the look was changed

    def __init__(self, entrance: Entrance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entrance = entrance
        self.recent = [
            VaultButton(path, self) for path in entrance.preferences.recent_vaults()
        ]
        self.unlock_pane = UnlockPane(entrance, self)
        self.welcome_pane: WelcomePane | None = None
        self.new = button(_("&New vault …"), "nav", self)
        self.open = button(_("&Open another file …"), "nav", self)
        self.restore = button(_("&Restore a backup …"), "nav", self)
        self.demo = button(_("&Look around in a demo"), "nav", self)
        self.preferences = button(_("&Preferences …"), "nav", self)
        self._build()
        self._show_recent()

    def show_vault(self, path: Path) -> None:
        """Ask for the passphrase of a vault."""
        if self.welcome_pane is not None:
            self.welcome_pane.hide()
        self.unlock_pane.show()
        is_demo = path == demo_path()
        self.unlock_pane.show_vault(path, _demo_hint() if is_demo else "")
        for each in self.recent:
            each.setAutoExclusive(False)  # else one of them would have to stay
            each.setChecked(each.path == path)
            each.setAutoExclusive(True)

    def say(self, problem: Problem) -> None:
        """Say what went wrong before this window stood."""
        self.unlock_pane.trouble.setText(words_for(problem))

    def _show_recent(self) -> None:
        has_some = bool(self.recent)
        self._side_heading.setVisible(has_some)
        self.unlock_pane.setVisible(has_some)
        if has_some:
            self.show_vault(self.recent[0].path)

    def _build(self) -> None:
        self.setWindowTitle(_("CaseDesk"))
        make_room(self, letters=124, lines=32)
        middle = ScrollPage(self, margin=5 * GRID)
        middle.add(self.unlock_pane)
        if not self.recent:
            middle.add(self._welcome())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side())
        layout.addWidget(middle, 1)
        for each in self.recent:
            each.clicked.connect(self._on_recent)
        self.unlock_pane.opened.connect(self._on_opened)
        self.unlock_pane.recovered.connect(self._on_recovered)
        self.new.clicked.connect(self._on_new)
        self.open.clicked.connect(self._on_open)
        self.restore.clicked.connect(self._on_restore)
        self.demo.clicked.connect(self._on_demo)
        self.preferences.clicked.connect(self._on_preferences)

    def _welcome(self) -> WelcomePane:
        from casedesk.ui.start.welcome_pane import WelcomePane

        self.welcome_pane = WelcomePane(self)
        self.welcome_pane.new.clicked.connect(self._on_new)
        self.welcome_pane.demo.clicked.connect(self._on_demo)
        return self.welcome_pane

    def _side(self) -> QFrame:
        side = QFrame(self)
        set_first_look(side, "sidebar")
        column = QVBoxLayout(side)
        column.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        brand = plain_label(_("CaseDesk"), "brand", side)
        brand.setContentsMargins(GRID, 0, 0, GRID)
        self._side_heading = plain_label(_("Recent vaults"), "small", side)
        self._side_heading.setContentsMargins(GRID, 0, 0, 0)
        column.addWidget(brand)
        column.addWidget(self._side_heading)
        for each in self.recent:
            column.addWidget(each)
        column.addStretch(1)
        for action in (
            self.open,
            self.new,
            self.restore,
            self.demo,
            self.preferences,
        ):
            column.addWidget(action)
        wanted = self.fontMetrics().averageCharWidth() * SIDE_LETTERS
        most = round(self.width() * MOST_OF_WIDTH)
        side.setFixedWidth(max(min(wanted, most), column.minimumSize().width()))
        return side

    def _on_recent(self) -> None:
        for each in self.recent:
            if each.isChecked():
                self.show_vault(each.path)

    def _on_opened(self, session: Session) -> None:
        self._entrance.preferences.remember_vault(session.path)
        self.opened.emit(session)

    def _on_made(self, session: Session) -> None:
        self._entrance.preferences.remember_vault(session.path)
        self.made.emit(session)

    def _on_recovered(self, session: Session) -> None:
        self._entrance.preferences.remember_vault(session.path)
        self.recovered.emit(session)

    def _on_open(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from casedesk.ui.file_traces import no_traces

        with no_traces():
            name, _kind = QFileDialog.getOpenFileName(
                self,
                _("Open a vault"),
                str(Path.home()),
                _("CaseDesk vaults (*.casedesk);;All files (*)"),
            )
        if name:
            self.show_vault(Path(name))
            self.unlock_pane.check_file()

    def _on_new(self) -> None:
        from casedesk.ui.start.assistant import Assistant

        assistant = Assistant(self._entrance, self)
        assistant.created.connect(self._on_made)
        assistant.finished.connect(assistant.deleteLater)
        assistant.open()

    def _on_restore(self) -> None:
        from casedesk.ui.start.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._entrance, self.unlock_pane.path(), self)
        dialog.opened.connect(self._on_opened)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_preferences(self) -> None:
        from casedesk.ui.settings.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(None, self._entrance.preferences, self)
        dialog.rebuild_wanted.connect(self.rebuild_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_demo(self) -> None:
        self.setEnabled(False)
        buttons = [self.demo]
        if self.welcome_pane is not None:
            buttons.append(self.welcome_pane.demo)
        names = [each.text() for each in buttons]
        for each in buttons:
            each.setText(_("The demo is being made …"))
        work = attempted(partial(_made_demo, self._entrance.clock))
        then = partial(self._on_demo_made, dict(zip(buttons, names, strict=True)))
        self._entrance.jobs.run(work, then, owner=self)

    def _on_demo_made(
        self, names: dict[QPushButton, str], key: VaultKey | Problem
    ) -> None:
        for each, name in names.items():
            each.setText(name)
        self.setEnabled(True)
        made = (
            key if isinstance(key, Problem) else attempted(partial(self._demo, key))()
        )
        if isinstance(made, Problem):
            if self.welcome_pane is not None:
                self.welcome_pane.trouble.setText(words_for(made))
            self.say(made)
        else:
            self.opened.emit(made)

    def _demo(self, key: VaultKey) -> Session:
        from casedesk.services import vaults
        from casedesk.services.clock import Clock

        return vaults.unlock(demo_path(), key, self._entrance.clock or Clock())


def _made_demo(clock: Clock | None) -> VaultKey:
    """Make the demo anew, with today's dates, and return what opens it.

    A vault belongs to the thread that opened it, so that the window opens it again.
    """
    from casedesk.services import vaults
    from casedesk.services.clock import Clock
    from casedesk.services.demo import create_demo

    path = demo_path()
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    for ending in ("", "-wal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
    create_demo(path, vaults.demo_key(clock), clock or Clock()).lock()
    return vaults.derive_key(vaults.DEMO_PASSPHRASE, vaults.read_header(path))


def demo_path() -> Path:
    """Return where the demo vault lies."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return Path(QStandardPaths.writableLocation(place), "CaseDesk", DEMO_FILE)


def _demo_hint() -> str:
    from casedesk.services import vaults

    return _("The passphrase of the demo is: {passphrase}").format(
        passphrase=vaults.DEMO_PASSPHRASE
    )

"""The first window: recent vaults, the passphrase, and ways to begin."""

from __future__ import annotations

from functools import partial
from gettext import gettext as _
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casedesk.domain.problems import Problem
from casedesk.ui.start.entrance import attempted, words_for
from casedesk.ui.start.unlock_pane import UnlockPane
from casedesk.ui.start.welcome_pane import WelcomePane
from casedesk.ui.theme import GRID, set_look
from casedesk.ui.widgets.avatar_list import AvatarItem, AvatarList
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from casedesk.services.session import Session
    from casedesk.services.vaults import VaultKey
    from casedesk.ui.start.entrance import Entrance

SIZE = (860, 560)
SIDE_WIDTH_LETTERS = 30
DEMO_FILE = "CaseDesk-Demo.casedesk"


class StartWindow(QWidget):
    """Shows the vaults of this computer, or welcomes who has none yet."""

    opened = Signal(object)  # the session
    rebuild_wanted = Signal()  # the language or the look was changed

    def __init__(self, entrance: Entrance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entrance = entrance
        self.recent = AvatarList(self)
        self.unlock_pane = UnlockPane(entrance, self)
        self.welcome_pane = WelcomePane(self)
        self.new = button(_("&New vault …"), "nav", self)
        self.open = button(_("&Open another file …"), "nav", self)
        self.demo = button(_("&Look around in a demo"), "nav", self)
        self.preferences = button(_("&Preferences …"), "nav", self)
        self._build()
        self._show_recent()

    def show_vault(self, path: Path) -> None:
        """Ask for the passphrase of a vault."""
        self.welcome_pane.hide()
        self.unlock_pane.show()
        is_demo = path == demo_path()
        self.unlock_pane.show_vault(path, _demo_hint() if is_demo else "")
        self.recent.choose(str(path))

    def say(self, problem: Problem) -> None:
        """Say what went wrong before this window stood."""
        self.unlock_pane.trouble.setText(words_for(problem))

    def _show_recent(self) -> None:
        paths = self._entrance.preferences.recent_vaults()
        self.recent.show_items([_item(path) for path in paths])
        self._side_heading.setVisible(bool(paths))
        self.recent.setVisible(bool(paths))
        self.welcome_pane.setVisible(not paths)
        self.unlock_pane.setVisible(bool(paths))
        if paths:
            self.show_vault(paths[0])

    def _build(self) -> None:
        self.setWindowTitle(_("CaseDesk"))
        self.resize(*SIZE)
        middle = QVBoxLayout()
        middle.setContentsMargins(5 * GRID, 6 * GRID, 5 * GRID, 3 * GRID)
        middle.addWidget(self.unlock_pane)
        middle.addWidget(self.welcome_pane)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side())
        layout.addLayout(middle, 1)
        self.recent.setAccessibleName(_("Recent vaults"))
        self.recent.chosen.connect(self._on_chosen)
        self.unlock_pane.opened.connect(self._on_opened)
        self.new.clicked.connect(self._on_new)
        self.open.clicked.connect(self._on_open)
        self.demo.clicked.connect(self._on_demo)
        self.preferences.clicked.connect(self._on_preferences)
        self.welcome_pane.new.clicked.connect(self._on_new)
        self.welcome_pane.demo.clicked.connect(self._on_demo)

    def _side(self) -> QFrame:
        side = QFrame(self)
        set_look(side, "sidebar")
        side.setFixedWidth(
            self.fontMetrics().averageCharWidth() * SIDE_WIDTH_LETTERS + 4 * GRID
        )
        column = QVBoxLayout(side)
        column.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        brand = plain_label(_("CaseDesk"), "brand", side)
        brand.setContentsMargins(GRID, 0, 0, GRID)
        self._side_heading = plain_label(_("Recent vaults"), "small", side)
        self._side_heading.setContentsMargins(GRID, 0, 0, 0)
        column.addWidget(brand)
        column.addWidget(self._side_heading)
        column.addWidget(self.recent, 1)
        column.addStretch(0)
        for action in (self.open, self.new, self.demo, self.preferences):
            column.addWidget(action)
        return side

    def _on_chosen(self, key: str) -> None:
        self.show_vault(Path(key))

    def _on_opened(self, session: Session) -> None:
        self._entrance.preferences.remember_vault(session.path)
        self.opened.emit(session)

    def _on_open(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name, _kind = QFileDialog.getOpenFileName(
            self,
            _("Open a vault"),
            str(Path.home()),
            _("CaseDesk vaults (*.casedesk);;All files (*)"),
        )
        if name:
            self.show_vault(Path(name))

    def _on_new(self) -> None:
        from casedesk.ui.start.assistant import Assistant

        assistant = Assistant(self._entrance, self)
        assistant.created.connect(self._on_opened)
        assistant.finished.connect(assistant.deleteLater)
        assistant.open()

    def _on_preferences(self) -> None:
        from casedesk.ui.settings.preferences_dialog import PreferencesDialog

        dialog = PreferencesDialog(self._entrance.preferences, self)
        dialog.rebuild_wanted.connect(self.rebuild_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_demo(self) -> None:
        from casedesk.services import vaults

        self.setEnabled(False)
        work = attempted(partial(vaults.demo_key, self._entrance.clock))
        self._entrance.jobs.run(work, self._on_demo_key, owner=self)

    def _on_demo_key(self, key: VaultKey | Problem) -> None:
        made = (
            key
            if isinstance(key, Problem)
            else attempted(partial(self._made_demo, key))()
        )
        self.setEnabled(True)
        if isinstance(made, Problem):
            self.welcome_pane.trouble.setText(words_for(made))
            self.say(made)
        else:
            self.opened.emit(made)

    def _made_demo(self, key: VaultKey) -> Session:
        from casedesk.services.demo import create_demo

        path = demo_path()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # It begins anew each time, with today's dates.
        for ending in ("", "-wal"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
        return create_demo(path, key, self._entrance.clock)


def demo_path() -> Path:
    """Return where the demo vault lies."""
    from platformdirs import user_data_path

    return user_data_path("CaseDesk", appauthor=False) / DEMO_FILE


def _demo_hint() -> str:
    from casedesk.services import vaults

    return _("The passphrase of the demo is: {passphrase}").format(
        passphrase=vaults.DEMO_PASSPHRASE
    )


def _item(path: Path) -> AvatarItem:
    return AvatarItem(
        key=str(path),
        initials=path.stem[:1].upper(),
        title=path.stem,
        subtitle=str(path.parent),
    )

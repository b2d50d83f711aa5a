"""The folder into which the scanner lays its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _
from casedesk.ui.preview.saving import start_folder
from casedesk.ui.scans.arrivals import WATCHED_FOLDER
from casedesk.ui.widgets.card import Card
from casedesk.ui.widgets.flow_layout import FlowLayout
from casedesk.ui.widgets.labels import button, plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedesk.services.practice import PracticeService

    AskFolder = Callable[[QWidget, str], str]


def ask_folder(parent: QWidget, folder: str) -> str:
    """Let the user choose a folder; none if the user thinks better of it."""
    with no_traces():
        return QFileDialog.getExistingDirectory(
            parent, _("Watched folder for scans"), str(start_folder(folder))
        )


class FolderChoice(Card):
    """Is remembered inside the vault, because a path can tell of somebody."""

    def __init__(
        self,
        practice: PracticeService,
        parent: QWidget | None = None,
        *,
        ask: AskFolder = ask_folder,
    ) -> None:
        super().__init__(_("Watched folder for scans"), parent)
        self._practice = practice
        self._ask = ask
        self.folder = plain_label("", "", self, wraps=True)
        self.choose = button(_("Choose a folder …"), "", self)
        self.forget = button(_("Watch it no longer"), "link", self)
        self.add(self.folder)
        self.add(
            plain_label(
                _(
                    "Files that your scanner lays there are read in by themselves "
                    "while the vault is open. They stay where they are."
                ),
                "small",
                self,
                wraps=True,
            )
        )
        row = QWidget(self)
        acts = FlowLayout(row)
        acts.addWidget(self.choose)
        acts.addWidget(self.forget)
        self.add(row)
        self.choose.clicked.connect(self._on_choose)
        self.forget.clicked.connect(self._on_forget)
        self._show()

    def _show(self) -> None:
        folder = self._practice.remembered(WATCHED_FOLDER)
        self.folder.setText(folder or _("No folder is watched."))
        self.forget.setVisible(bool(folder))

    def _on_choose(self) -> None:
        folder = self._ask(self, self._practice.remembered(WATCHED_FOLDER))
        if folder:
            self._practice.remember(WATCHED_FOLDER, folder)
            self._show()

    def _on_forget(self) -> None:
        self._practice.remember(WATCHED_FOLDER, "")
        self._show()

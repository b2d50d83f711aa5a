"""The ways into reading scans: chosen files, and papers to be compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _
from casedesk.ui.preview.saving import start_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from casedesk.ui.desk import Desk
    from casedesk.ui.scans.check_dialog import CheckDialog
    from casedesk.ui.scans.receive_dialog import ReceiveDialog

    AskFiles = Callable[[QWidget, str], Sequence[Path]]

FOLDER = "scan_source"


def ask_files(parent: QWidget, folder: str) -> Sequence[Path]:
    """Let the user choose scans; none if the user thinks better of it."""
    with no_traces():
        paths, _kind = QFileDialog.getOpenFileNames(
            parent,
            _("Read in scans"),
            str(start_folder(folder)),
            _("Scans (*.pdf *.jpg *.jpeg *.png)"),
        )
    return [Path(path) for path in paths]


def read_in(
    desk: Desk, parent: QWidget, ask: AskFiles = ask_files
) -> ReceiveDialog | None:
    """Read the scans in that the user chooses."""
    from casedesk.ui.scans.receive_dialog import ReceiveDialog

    paths = _asked(desk, parent, ask)
    if not paths:
        return None
    dialog = ReceiveDialog(paths, desk, parent.window())
    dialog.open()
    return dialog


def compare(
    desk: Desk, parent: QWidget, ask: AskFiles = ask_files
) -> CheckDialog | None:
    """Say whether a file that the user chooses is a document of this vault."""
    from casedesk.ui.scans.check_dialog import CheckDialog

    paths = _asked(desk, parent, ask)
    if not paths:
        return None
    dialog = CheckDialog(paths[0], desk, parent.window())
    dialog.open()
    return dialog


def _asked(desk: Desk, parent: QWidget, ask: AskFiles) -> Sequence[Path]:
    practice = desk.session.practice
    paths = ask(parent, practice.remembered(FOLDER))
    if paths:
        practice.remember(FOLDER, str(paths[0].parent))
    return paths

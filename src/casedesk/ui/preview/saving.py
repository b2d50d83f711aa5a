"""Saves a paper as a file, whole or not at all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QIODevice, QSaveFile, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from casedesk.domain.problems import FileNotWritten
from casedesk.ui.file_traces import no_traces
from casedesk.ui.language import gettext as _

if TYPE_CHECKING:
    from casedesk.services.disclosures import Clearance


def ask_file(parent: QWidget, folder: str, file_name: str) -> Path | None:
    """Let the user choose where to save; nothing if the user thinks better of it."""
    with no_traces():
        path, _kind = QFileDialog.getSaveFileName(
            parent,
            _("Save as PDF"),
            str(start_folder(folder) / file_name),
            _("PDF files (*.pdf)"),
        )
    if not path:
        return None
    return Path(path if path.lower().endswith(".pdf") else f"{path}.pdf")


def ask_table_file(
    parent: QWidget, file_name: str = "CaseDesk-trail.csv"
) -> Path | None:
    """Let the user choose where to save a table for other programs."""
    home = QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )
    with no_traces():
        path, _kind = QFileDialog.getSaveFileName(
            parent,
            _("Save as a table"),
            str(Path(home) / file_name),
            _("Tables (*.csv)"),
        )
    if not path:
        return None
    return Path(path if path.lower().endswith(".csv") else f"{path}.csv")


def start_folder(folder: str) -> Path:
    """Return the folder to begin in: this one if it is there, else the documents."""
    documents = QStandardPaths.writableLocation(
        QStandardPaths.StandardLocation.DocumentsLocation
    )
    wished = (Path(each) for each in (folder, documents) if each)
    return next((each for each in wished if each.is_dir()), Path.home())


def write(path: Path, content: bytes, clearance: Clearance) -> None:
    """Write the file beside its place, then put it there; or raise `FileNotWritten`."""
    clearance.check(content)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise FileNotWritten
    if file.write(content) != len(content) or not file.commit():
        raise FileNotWritten

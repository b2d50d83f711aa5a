"""Leaves no trace of files and folders that were chosen in Qt's file dialogs."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

if TYPE_CHECKING:
    from collections.abc import Iterator

ORGANISATION = "QtProject"  # where Qt notes the files that were chosen lately
GROUP = "FileDialog"


@contextmanager
def no_traces() -> Iterator[None]:
    """Let Qt forget what is chosen in a dialog; what it knew before stays."""
    notes = QSettings(QSettings.Scope.UserScope, ORGANISATION)
    place = Path(notes.fileName())
    was_there = place.exists()
    notes.beginGroup(GROUP)
    before = {key: notes.value(key) for key in notes.allKeys()}
    try:
        yield
    finally:
        notes.sync()
        notes.remove("")
        for key, value in before.items():
            notes.setValue(key, value)
        notes.sync()
        if not was_there:
            place.unlink(missing_ok=True)

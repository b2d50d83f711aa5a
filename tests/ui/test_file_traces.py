from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog

from casedesk.ui.file_traces import GROUP, ORGANISATION, no_traces
from casedesk.ui.preview.saving import start_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def notes(tmp_path: Path) -> Iterator[Path]:
    format_, scope = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    before = Path(QSettings(scope, ORGANISATION).fileName()).parent
    QSettings.setPath(format_, scope, str(tmp_path))
    yield Path(QSettings(scope, ORGANISATION).fileName())
    QSettings.setPath(format_, scope, str(before))


def choose_in(folder: Path, qtbot: QtBot) -> None:
    dialog = QFileDialog(None, "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.setHistory([str(folder)])
    dialog.show()
    dialog.selectFile("secret name.pdf")
    dialog.accept()
    del dialog


def test_a_chosen_file_leaves_no_trace(
    notes: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    with no_traces():
        choose_in(tmp_path, qtbot)
        QSettings(QSettings.Scope.UserScope, ORGANISATION).setValue(
            f"{GROUP}/lastVisited", "file:///secret"
        )

    assert not notes.exists()


def test_what_other_programs_noted_stays(notes: Path, qtbot: QtBot) -> None:
    other = QSettings(QSettings.Scope.UserScope, ORGANISATION)
    other.setValue(f"{GROUP}/lastVisited", "file:///others")
    other.setValue("Else/kept", "yes")
    other.sync()

    with no_traces():
        inner = QSettings(QSettings.Scope.UserScope, ORGANISATION)
        inner.setValue(f"{GROUP}/lastVisited", "file:///secret")
        inner.sync()

    after = QSettings(QSettings.Scope.UserScope, ORGANISATION)
    assert after.value(f"{GROUP}/lastVisited") == "file:///others"
    assert after.value("Else/kept") == "yes"
    assert "secret" not in notes.read_text()


def test_saving_begins_in_the_last_folder_if_it_is_still_there(tmp_path: Path) -> None:
    assert start_folder(str(tmp_path)) == tmp_path
    assert start_folder(str(tmp_path / "gone")).is_dir()
    assert start_folder("").is_dir()

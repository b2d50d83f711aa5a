"""A day at the desk leaves nothing that can be read outside the vault."""

from __future__ import annotations

import json
import logging
import tempfile
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from story import first_case as step

from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page, Place
from casedesk.ui.preferences import Choices
from casedesk.ui.preview.dialog import PreviewDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.logging import _QtMessageCapture
    from story.desk_worker import Worker

MARK = "Zwetschgenmus7193"
FOLDERS = (
    "HOME",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
)
# Menus do; the offscreen platform has no keyboard.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture(autouse=True)
def own_computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every place at which a program may leave something lie in one folder."""
    for name in FOLDERS:
        folder = tmp_path / name
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "TMPDIR"))
    monkeypatch.chdir(tmp_path)


def works_for_a_day(worker: Worker, folder: Path) -> None:
    """Write the mark into everything that one writes on a day."""
    step.sets_up_a_practice(worker, folder)
    step.takes_in(worker, MARK, "Ayşe", "1951")
    worker.presses("Add an address")
    worker.types("street", f"{MARK}weg 3")
    worker.presses("Add a phone number or mail address")
    worker.types("value", f"{MARK}@example.org")
    worker.types("born", f"nach {MARK}")  # makes no date: it is kept as a draft
    worker.opens_tab("Overview")
    worker.presses("Add somebody")
    worker.presses("New person")
    worker.types("family_name", MARK)
    worker.presses("Add")
    worker.opens_tab("Intake")
    worker.types("concern", f"Erst {MARK}")
    worker.types("concern", f"Dann {MARK}")
    worker.opens_tab("Assessment")
    worker.types("need", MARK)
    worker.chooses("need_level", "act soon")
    worker.opens_tab("Planning")
    worker.presses("Write the first goal")
    worker.types("wording", MARK)
    worker.presses("Record a contact")
    worker.keys(MARK)


def looks_at_everything(worker: Worker) -> None:
    """Open every page and every dialog that shows something of a case."""
    window, session = worker.window(), worker.application.session()
    assert isinstance(window, MainWindow)
    assert session is not None
    [line] = session.cases.lines()
    for page in Page:
        window.go(Place(page=page, case_id=line.case_id))
        assert not window.grab().isNull()
    worker.searches(MARK.lower())
    worker.presses_key(Qt.Key.Key_Return)
    worker.opens_tab("Intake")
    worker.goes_to("concern")
    worker.presses("Changes")
    assert worker.sees(f"Erst {MARK}")
    worker.presses("Close")
    worker.opens_tab("Planning")
    worker.picks("Print plan", "For those who work with it")
    preview = worker.window()
    assert isinstance(preview, PreviewDialog)
    worker.waits_for(preview.is_shown)
    assert not preview.grab().isNull()
    worker.presses("Close")
    worker.shortcut(Qt.Key.Key_Comma)
    worker.presses("Done")


def test_a_day_at_the_desk_leaves_no_word_in_any_file_or_log(
    worker: Worker,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    qtlog: _QtMessageCapture,
) -> None:
    caplog.set_level(logging.DEBUG)

    works_for_a_day(worker, tmp_path)
    looks_at_everything(worker)
    assert files_with_a_trace(tmp_path) == []
    worker.opens_tab("Intake")
    worker.begins_to_type("concern", f"Mitten im Satz: {MARK}")
    worker.shortcut(Qt.Key.Key_L)

    assert worker.application.session() is None
    assert not any(MARK in text for text in worker.texts())
    assert files_with_a_trace(tmp_path) == []
    assert list((tmp_path / "TMPDIR").iterdir()) == []
    said = [*capfd.readouterr(), caplog.text, *(each.message for each in qtlog.records)]
    assert not any(MARK.lower() in words.lower() for words in said)


def test_the_preferences_hold_nothing_of_the_case(
    worker: Worker, tmp_path: Path
) -> None:
    works_for_a_day(worker, tmp_path)
    session = worker.application.session()
    assert session is not None
    [line] = session.cases.lines()
    case = session.case_records.get(line.case_id)

    worker.shortcut(Qt.Key.Key_L)

    kept = (tmp_path / "preferences" / "preferences.json").read_text("utf-8")
    assert set(json.loads(kept)) <= {field.name for field in fields(Choices)}
    for word in (MARK, case.id, case.client_id, case.number):
        assert word.lower() not in kept.lower()


def test_a_trace_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "empty.casedesk").touch()
    (tmp_path / "thumbnail").write_bytes(f"x{MARK.upper()}".encode("utf-16-le"))

    assert files_with_a_trace(tmp_path) == ["thumbnail"]


def files_with_a_trace(folder: Path) -> list[str]:
    """Return the files that hold the mark, in any of the usual spellings."""
    words = (MARK, MARK.upper(), MARK.lower())
    codes = ("utf-8", "utf-16-le", "utf-16-be")
    traces = [word.encode(code) for word in words for code in codes]
    written = [each for each in folder.rglob("*") if each.is_file()]
    assert any(each.suffix == ".casedesk" for each in written)
    return [
        str(each.relative_to(folder))
        for each in written
        if any(trace in each.read_bytes() for trace in traces)
        or MARK.lower() in each.name.lower()
    ]

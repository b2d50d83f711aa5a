"""A sheet is looked at and printed; only one without secrets is saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from casedesk.ui.preview import printing
from casedesk.ui.preview.sheet_dialog import SheetDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from casedesk.services.recovery import LooseSheet
    from casedesk.ui.desk import Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Answers:
    """What the user chooses in the dialogs of the system."""

    folder: Path
    cancels: bool = False
    names: list[str] = field(default_factory=list)

    def printer(self, _parent: QWidget, name: str, _pages: int) -> QPrinter | None:
        self.names.append(name)
        if self.cancels:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printing.set_up(printer, name)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        return printer

    def file(self, _parent: QWidget, _folder: str, name: str) -> Path | None:
        self.names.append(name)
        return None if self.cancels else self.folder / "saved.pdf"


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    folder = tmp_path / "out"
    folder.mkdir()
    return Answers(folder)


def a_dialog(
    sheet: LooseSheet, desk: Desk, answers: Answers, qtbot: QtBot
) -> SheetDialog:
    dialog = SheetDialog(
        sheet, desk.jobs, ask_printer=answers.printer, ask_file=answers.file
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.is_ready)
    return dialog


def test_the_recovery_sheet_is_printed_under_a_name_that_says_nothing(
    desk: Desk, answers: Answers, qtbot: QtBot
) -> None:
    dialog = a_dialog(desk.session.recovery.sheet(), desk, answers, qtbot)

    with qtbot.waitSignal(dialog.printed):
        QTest.keyClick(dialog, Qt.Key.Key_P, CONTROL)

    assert answers.names == ["CaseDesk.pdf"]
    printed = (answers.folder / "printed.pdf").read_bytes()
    assert len(PdfReader(BytesIO(printed)).pages) == 1
    assert dialog.notice.text() == "Sent to the printer."


def test_a_secret_sheet_cannot_be_saved(
    desk: Desk, answers: Answers, qtbot: QtBot
) -> None:
    dialog = a_dialog(desk.session.recovery.sheet(), desk, answers, qtbot)

    QTest.keyClick(dialog, Qt.Key.Key_S, CONTROL)

    assert not dialog.save_button.isVisible()
    assert answers.names == []
    assert list(answers.folder.iterdir()) == []


def test_giving_up_at_the_printer_prints_nothing(
    desk: Desk, answers: Answers, qtbot: QtBot
) -> None:
    answers.cancels = True
    dialog = a_dialog(desk.session.recovery.sheet(), desk, answers, qtbot)

    with qtbot.assertNotEmitted(dialog.printed, wait=50):
        dialog.print_button.click()

    assert dialog.is_ready()


def test_the_emergency_sheet_is_saved_where_the_user_wants_it(
    desk: Desk, answers: Answers, qtbot: QtBot
) -> None:
    sheet = desk.session.recovery.emergency_sheet()
    dialog = a_dialog(sheet, desk, answers, qtbot)

    dialog.save_button.click()

    assert answers.names == ["Notfallblatt.pdf"]
    assert (answers.folder / "saved.pdf").read_bytes() == sheet.render()
    assert dialog.notice.text() == "Saved as saved.pdf."

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from casedesk.figures.figure import Figure, Line
from casedesk.pdf.blocks import Letterhead, Picture, Sheet, Title
from casedesk.pdf.page import printed
from casedesk.services.disclosures import Clearance
from casedesk.ui.preview.pages_view import PagesView
from casedesk.ui.preview.printing import PrintJob, choice_of, set_up

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_a_page_on_its_side_is_printed_upright_and_whole(
    tmp_path: Path, qtbot: QtBot
) -> None:
    # Black at its right end, which only a turned page has room for.
    edge = Line(points=((690, 0), (690, 400)), width=30)
    figure = Figure(width=700, height=400, shapes=(edge,))
    sheet = Sheet(title="t", letterhead=Letterhead(name="Praxis"))
    pdf = printed(sheet, [Title("Map"), Picture(figure, turned=True)])
    pages = PagesView()
    qtbot.addWidget(pages)
    pages.show_pdf(pdf)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, "CD")
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    clearance = Clearance(sha256=sha256(pdf).hexdigest())
    job = PrintJob(pages, printer, clearance, pages)

    with qtbot.waitSignal(job.finished, timeout=60_000) as done:
        job.start()

    assert done.args == [True]
    _first, turned = PdfReader(tmp_path / "out.pdf").pages
    assert turned.mediabox.height > turned.mediabox.width
    [picture] = turned.images
    assert picture.image is not None
    grey = picture.image.convert("L")
    assert grey.height > grey.width
    # The upper edge of the page became the left one, so its right end is on top.
    top = grey.crop((0, 0, grey.width, grey.height // 4))
    bottom = grey.crop((0, grey.height * 3 // 4, grey.width, grey.height))
    assert _dark(top) > 5 * _dark(bottom)


@pytest.mark.parametrize("is_secret", [True, False])
def test_a_secret_is_offered_no_file_to_print_to(qtbot: QtBot, is_secret: bool) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, "CaseDesk")
    parent = QWidget()
    qtbot.addWidget(parent)

    dialog = choice_of(printer, parent, 1, is_secret=is_secret)

    options = QAbstractPrintDialog.PrintDialogOption
    assert dialog.testOption(options.PrintToFile) is not is_secret


def _dark(part: object) -> int:
    histogram: list[int] = part.histogram()  # type: ignore[attr-defined]
    return sum(histogram[:80])

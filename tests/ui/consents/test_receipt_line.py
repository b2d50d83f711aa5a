"""The receipt of the information sheet is said and noted on the page of consents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from services.paper_case import a_paper_case
from ui.keys import type_text

from casedesk.ui.consents.receipt_line import ReceiptLine, ReceiptsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


@pytest.fixture
def case_id(desk: Desk) -> CaseId:
    return a_paper_case(desk.session).case.id


@pytest.fixture
def line(desk: Desk, case_id: CaseId, qtbot: QtBot) -> ReceiptLine:
    line = ReceiptLine(desk)
    qtbot.addWidget(line)
    line.show_case(case_id)
    line.show()
    return line


def test_that_nothing_is_noted_is_said(line: ReceiptLine) -> None:
    assert "not noted yet" in line.words.text()
    assert line.note.isVisible()


def test_the_receipt_of_today_is_noted_with_one_click(
    line: ReceiptLine, desk: Desk, case_id: CaseId
) -> None:
    line.note.click()

    [receipt] = desk.session.information_receipts.of(case_id=case_id)
    assert receipt.received_on == desk.session.clock.today()
    assert "14/03/2026" in line.words.text()
    assert "2026.1" in line.words.text()
    assert not line.note.isVisible()


def test_a_receipt_is_corrected_in_the_list(
    line: ReceiptLine, desk: Desk, case_id: CaseId, qtbot: QtBot
) -> None:
    line.note.click()
    line.all.click()
    [dialog] = line.findChildren(ReceiptsDialog)
    [receipt] = desk.session.information_receipts.of(case_id=case_id)
    form = dialog.list.form(receipt.id)

    type_text(form._cells["note"].widget, "Per Post")
    dialog.accept()

    [kept] = desk.session.information_receipts.of(case_id=case_id)
    assert kept.note == "Per Post"


def test_a_receipt_that_is_removed_can_be_taken_back(
    line: ReceiptLine, desk: Desk, case_id: CaseId, asked: Asked
) -> None:
    line.note.click()
    line.all.click()
    [dialog] = line.findChildren(ReceiptsDialog)
    [receipt] = desk.session.information_receipts.of(case_id=case_id)

    dialog.list.card(receipt.id)._remove.click()
    dialog.accept()

    [(noun, _deed)] = asked.undos
    assert noun == "information_receipt"
    assert "not noted yet" in line.words.text()


def test_the_sheet_is_shown_alone_to_be_printed(line: ReceiptLine) -> None:
    dialog = line.show_sheet()

    assert dialog is not None
    assert dialog._information.isHidden()
    dialog.reject()

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView
from services.paper_case import a_paper_case
from ui.keys import press

from casedesk.domain.document import DocumentKind
from casedesk.domain.handing import TO_CLIENT
from casedesk.ui.documents.page import DocumentsPage, document_columns
from casedesk.ui.preview.dialog import PreviewDialog
from casedesk.ui.widgets.notices import EmptyState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.domain.case import CaseId
    from casedesk.ui.desk import Desk


def a_page(qtbot: QtBot, desk: Desk, case_id: CaseId) -> DocumentsPage:
    page = DocumentsPage(desk)
    qtbot.addWidget(page)
    page.resize(1050, 650)
    page.show()
    page.show_case(case_id)
    return page


def test_a_case_without_documents_says_what_belongs_here(
    qtbot: QtBot, desk: Desk
) -> None:
    case = a_paper_case(desk.session).case

    page = a_page(qtbot, desk, case.id)

    [empty] = page.findChildren(EmptyState)
    assert empty.isVisible()


def test_documents_are_listed_newest_first_with_their_check(
    qtbot: QtBot, desk: Desk
) -> None:
    case = a_paper_case(desk.session).case
    papers = desk.session.papers
    papers.issue(papers.care_plan(case.id), b"x" * 3000, TO_CLIENT)
    papers.issue(papers.care_plan_client(case.id), b"y" * 100, TO_CLIENT)

    page = a_page(qtbot, desk, case.id)

    shown = [
        [column.text(line) for column in document_columns()] for line in page.lines()
    ]
    assert [row[0] for row in shown] == ["Care plan for the client", "Care plan"]
    assert shown[1][1:3] == [f"{case.number}-P1", "1"]
    assert shown[1][4:7] == ["for the client", "German (Switzerland)", "3 kB"]
    assert shown[1][8] == "✓ unchanged"


def test_pages_that_were_changed_are_named(qtbot: QtBot, desk: Desk) -> None:
    case = a_paper_case(desk.session).case
    papers = desk.session.papers
    papers.issue(papers.care_plan(case.id), b"pages", TO_CLIENT)
    connection = desk.session._database._connection
    connection.execute("DROP TRIGGER document_content_is_frozen")
    connection.execute("UPDATE document_content SET pdf = x'00'")

    page = a_page(qtbot, desk, case.id)

    assert [line.is_intact for line in page.lines()] == [False]


def test_enter_opens_the_document_that_is_chosen(qtbot: QtBot, desk: Desk) -> None:
    case = a_paper_case(desk.session).case
    paper = desk.session.papers.care_plan(case.id)
    document = desk.session.papers.issue(paper, paper.render(), TO_CLIENT).document
    page = a_page(qtbot, desk, case.id)
    page.show_case(case.id, document.id)
    [table] = [each for each in page.findChildren(QTableView) if each.isVisible()]

    press(table, Qt.Key.Key_Return)

    [dialog] = page.findChildren(PreviewDialog)
    assert dialog.pages().document.pageCount() > 1
    dialog.close()


def test_the_plan_can_be_printed_from_here(
    qtbot: QtBot, desk: Desk, asked: Asked
) -> None:
    case = a_paper_case(desk.session).case
    page = a_page(qtbot, desk, case.id)

    for act in page.findChildren(QPushButton):
        if act.text().startswith("Print"):
            act.click()

    assert [paper.kind for paper in asked.papers] == [
        DocumentKind.CARE_PLAN,
        DocumentKind.CARE_PLAN_CLIENT,
    ]

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget
from ui.scans.scans import an_empty_page, an_issued_release, scan_files

from casedesk.ui.scans import opening
from casedesk.ui.scans.answer_dialog import AnswerDialog
from casedesk.ui.scans.paper_card import PaperCard
from casedesk.ui.scans.paper_line import PaperLine
from casedesk.ui.scans.received_card import ReceivedCard, received_columns
from casedesk.ui.scans.tray_dialog import TrayDialog

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.ui.desk import Desk

PATIENCE_MS = 60_000


def read_in(qtbot: QtBot, desk: Desk, paths: list[Path]) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = opening.read_in(desk, window, lambda _parent, _folder: paths)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.reading.is_running(), timeout=PATIENCE_MS)
    dialog.close()


def test_a_card_says_what_waits_and_leads_there(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    card = PaperCard(desk, window)
    card.refresh()
    assert not card.isVisible()
    _, document = an_issued_release(desk.session)
    paths = scan_files(tmp_path, desk.session.documents.pdf(document.id))
    (tmp_path / "empty.jpg").write_bytes(an_empty_page())
    read_in(qtbot, desk, [*paths, tmp_path / "empty.jpg"])

    card.refresh()

    assert card.isVisible()
    acts = [act for act in card.findChildren(QPushButton) if act.text()]
    assert [act.text() for act in acts] == ["Say what was signed …", "Open the tray …"]
    for act in acts:
        act.click()
    [asking] = window.findChildren(AnswerDialog)
    [tray] = window.findChildren(TrayDialog)
    assert asking.question.document == document
    asking.close()
    tray.close()


def test_what_came_back_in_a_case_is_listed_and_opens(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    paper, document = an_issued_release(desk.session)
    paths = scan_files(tmp_path, desk.session.documents.pdf(document.id))
    read_in(qtbot, desk, paths)
    card = ReceivedCard(desk)
    qtbot.addWidget(card)

    card.show_case(paper.case.id)

    [line] = card.table.records()
    words = [column.text(line) for column in received_columns()]
    assert words[:2] == ["Release from confidentiality", document.number]
    assert words[3:] == [str(len(paths)), "to be noted"]
    dialog = card.open_received(line.received)
    assert dialog.ask.isVisible()
    dialog.close()


def test_a_declaration_tells_of_its_paper(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    paper, document = an_issued_release(desk.session)
    [consent] = desk.session.consents.of(case_id=paper.case.id)
    line = PaperLine(desk)
    qtbot.addWidget(line)
    line.show_consent(consent.id)
    assert (
        line.said.text() == "Last printed on 14/03/2026; the paper has not come back."
    )
    assert line.open_paper() is None

    paths = scan_files(tmp_path, desk.session.documents.pdf(document.id))
    read_in(qtbot, desk, paths[:1])
    line.show_consent(consent.id)

    assert line.said.text() == "Came back on paper: 1 page."
    dialog = line.open_paper()
    assert dialog is not None
    dialog.close()

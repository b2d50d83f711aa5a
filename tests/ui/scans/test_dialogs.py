from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox
from ui.scans.scans import an_empty_page, an_issued_release, scan_files

from casedesk.domain.consent import Decision
from casedesk.domain.signing import SignerRole
from casedesk.ui.scans.answer_dialog import AnswerDialog
from casedesk.ui.scans.check_dialog import CheckDialog
from casedesk.ui.scans.receive_dialog import ReceiveDialog
from casedesk.ui.scans.received_dialog import ReceivedDialog
from casedesk.ui.scans.tray_dialog import TrayDialog

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot
    from ui.conftest import Asked

    from casedesk.services.scans import ScannedPage
    from casedesk.ui.desk import Desk

PATIENCE_MS = 60_000
EXPLAINED = date(2026, 3, 10)


def received(qtbot: QtBot, desk: Desk, paths: list[Path]) -> ReceiveDialog:
    dialog = ReceiveDialog(paths, desk)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.reading.is_running(), timeout=PATIENCE_MS)
    return dialog


def a_waiting_page(desk: Desk, name: str = "one") -> ScannedPage:
    from casedesk.services.scans import ScannedPage

    return ScannedPage(
        source_sha256=name,
        number=1,
        pages=1,
        codes=(),
        turn=0,
        width=1240,
        height=1754,
        picture=an_empty_page() + name.encode(),
    )


def test_scans_are_filed_and_what_comes_next_is_offered(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    paper, document = an_issued_release(desk.session)
    paths = scan_files(tmp_path, desk.session.documents.pdf(document.id), turn=90)
    (tmp_path / "empty.jpg").write_bytes(an_empty_page())

    dialog = received(qtbot, desk, [*paths, tmp_path / "empty.jpg"])

    [came] = desk.session.scans.of_case(paper.case.id)
    assert len(desk.session.scans.pages(came.id)) == len(paths)
    assert dialog.lines()[0] == "scan1.jpg: 1 filed"
    assert dialog.lines()[-1] == "empty.jpg: 1 in the tray"
    assert dialog.ask.isVisible()
    assert dialog.tray.isVisible()
    assert dialog.remove.isVisible()
    assert all(path.exists() for path in paths)


def test_scan_files_go_only_when_that_is_wished(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "empty.jpg"
    path.write_bytes(an_empty_page())
    dialog = received(qtbot, desk, [path])

    def answer(box: QMessageBox, role: QMessageBox.ButtonRole) -> int:
        [button] = [each for each in box.buttons() if box.buttonRole(each) is role]
        button.click()
        return 0

    reject = QMessageBox.ButtonRole.RejectRole
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, reject))
    dialog.remove.click()
    assert path.exists()
    remove = QMessageBox.ButtonRole.DestructiveRole
    monkeypatch.setattr(QMessageBox, "exec", lambda box: answer(box, remove))
    dialog.remove.click()

    qtbot.waitUntil(lambda: not path.exists(), timeout=PATIENCE_MS)
    assert desk.session.scans.waiting() == 1


def test_nothing_is_answered_beforehand_and_all_must_be_said(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _, document = an_issued_release(desk.session, explained_on=EXPLAINED)
    pdf = desk.session.documents.pdf(document.id)
    received(qtbot, desk, scan_files(tmp_path, pdf))
    [question] = desk.session.signed_papers.questions()
    dialog = AnswerDialog(question, desk)
    qtbot.addWidget(dialog)
    dialog.show()
    form = dialog.form
    assert form.signers.value() == ()
    assert form.day.value() is None
    assert [form.row(row.item_id).value() for row in question.rows] == [None, None]
    assert not dialog.sign.isEnabled()

    form.signers.set_value((SignerRole.CLIENT,))
    form.day.set_raw("12.3.2026")
    form.place.set_raw("Bern")
    for place, row in enumerate(question.rows):
        box = form.row(row.item_id)
        box.setCurrentIndex(place + 1)
        box.activated.emit(place + 1)
    assert form.missing() == ""
    dialog.sign.click()

    consent_id = question.part.consent_id
    assert consent_id is not None
    consent = desk.session.consents.get(consent_id)
    assert (consent.signed_on, consent.signed_at) == (date(2026, 3, 12), "Bern")
    items = desk.session.consent_items.of(consent_id=consent_id)
    assert [each.decision for each in items] == [Decision.GRANTED, Decision.STRUCK]


def test_without_an_explanation_the_way_to_it_is_offered(
    qtbot: QtBot, desk: Desk, asked: Asked, tmp_path: Path
) -> None:
    _, document = an_issued_release(desk.session)
    pdf = desk.session.documents.pdf(document.id)
    received(qtbot, desk, scan_files(tmp_path, pdf))
    [question] = desk.session.signed_papers.questions()
    dialog = AnswerDialog(question, desk)
    qtbot.addWidget(dialog)
    dialog.show()

    assert dialog.banner.isVisible()
    dialog.banner.acted.emit()

    assert asked.places[-1].subject_id == question.part.consent_id


def test_a_paper_without_a_signature_is_filed_only(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _, document = an_issued_release(desk.session)
    pdf = desk.session.documents.pdf(document.id)
    received(qtbot, desk, scan_files(tmp_path, pdf))
    [question] = desk.session.signed_papers.questions()
    dialog = AnswerDialog(question, desk)
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.file_only.click()

    assert desk.session.signed_papers.questions() == []


def test_a_page_in_the_tray_is_turned_and_filed_by_hand(
    qtbot: QtBot, desk: Desk
) -> None:
    paper, document = an_issued_release(desk.session)
    page = desk.session.scans.take(a_waiting_page(desk)).page
    dialog = TrayDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.file.isEnabled()
    upright = dialog.view.picture().size()

    dialog.turn.click()
    assert dialog.view.picture().size() == upright.transposed()
    dialog.form.case.set_value(paper.case.id)
    dialog.form.case.edited.emit()
    dialog.form.document.set_value(document)
    dialog.form.document.edited.emit()
    dialog.form.number.set_value(1)
    dialog.form.number.edited.emit()
    dialog.file.click()

    [came] = desk.session.scans.of_case(paper.case.id)
    [filed] = desk.session.scans.pages(came.id)
    assert (filed.id, filed.page, filed.turn) == (page.id, 1, 90)
    assert desk.session.scans.waiting() == 0


def test_another_paper_gets_a_title_and_more_pages(qtbot: QtBot, desk: Desk) -> None:
    paper, _ = an_issued_release(desk.session)
    for name in ("one", "two"):
        desk.session.scans.take(a_waiting_page(desk, name))
    dialog = TrayDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.form.case.set_value(paper.case.id)
    dialog.form.case.edited.emit()
    dialog.form.document.setCurrentIndex(dialog.form.document.count() - 1)
    dialog.form.document.edited.emit()
    dialog.form.title.set_raw("Ernennungsurkunde")
    dialog.form.title.edited.emit()
    dialog.file.click()
    assert dialog.file.isEnabled()
    dialog.file.click()

    [came] = desk.session.scans.of_case(paper.case.id)
    assert came.title == "Ernennungsurkunde"
    assert [page.page for page in desk.session.scans.pages(came.id)] == [1, 2]


def test_a_discarded_page_can_be_had_back(qtbot: QtBot, desk: Desk) -> None:
    desk.session.scans.take(a_waiting_page(desk))
    dialog = TrayDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.discard.click()
    assert desk.session.scans.waiting() == 0
    assert dialog.take_back.isVisible()
    dialog.undo.click()

    assert desk.session.scans.waiting() == 1


def test_what_came_back_is_shown_and_can_be_taken_out(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    paper, document = an_issued_release(desk.session)
    pdf = desk.session.documents.pdf(document.id)
    received(qtbot, desk, scan_files(tmp_path, pdf, turn=180))
    [came] = desk.session.scans.of_case(paper.case.id)
    dialog = ReceivedDialog(came.id, desk)
    qtbot.addWidget(dialog)
    dialog.show()
    page = dialog.view.page()
    assert page is not None
    assert not dialog.view.picture().isNull()

    dialog.take_out.click()

    assert [each.id for each in desk.session.scans.tray()] == [page.id]


def compared(qtbot: QtBot, desk: Desk, path: Path) -> CheckDialog:
    dialog = CheckDialog(path, desk)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.reading.is_running(), timeout=PATIENCE_MS)
    return dialog


def test_a_file_is_recognised_exactly_by_its_code_or_not_at_all(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _, document = an_issued_release(desk.session)
    pdf = desk.session.documents.pdf(document.id)
    (tmp_path / "same.pdf").write_bytes(pdf)
    (tmp_path / "changed.pdf").write_bytes(pdf + b"\n% one more line\n")
    (tmp_path / "empty.jpg").write_bytes(an_empty_page())

    same = compared(qtbot, desk, tmp_path / "same.pdf")
    changed = compared(qtbot, desk, tmp_path / "changed.pdf")
    unknown = compared(qtbot, desk, tmp_path / "empty.jpg")

    assert same.verdict.text().startswith("Yes.")
    assert same.document() == document
    assert changed.verdict.text().startswith("Perhaps.")
    assert document.number in changed.detail.text()
    assert unknown.verdict.text().startswith("No.")
    assert unknown.document() is None
    assert desk.session.scans.waiting() == 0


def test_what_was_answered_is_there_again_after_a_lock(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    _, document = an_issued_release(desk.session, explained_on=EXPLAINED)
    pdf = desk.session.documents.pdf(document.id)
    received(qtbot, desk, scan_files(tmp_path, pdf))
    [question] = desk.session.signed_papers.questions()
    dialog = AnswerDialog(question, desk)
    qtbot.addWidget(dialog)
    dialog.form.place.set_raw("Bern")
    dialog.form.signers.set_value((SignerRole.CLIENT,))
    row = question.rows[1].item_id
    dialog.form.row(row).setCurrentIndex(2)
    dialog.form.edited.emit()
    dialog.close()

    again = AnswerDialog(question, desk)
    qtbot.addWidget(again)

    assert again.form.place.value() == "Bern"
    assert again.form.signed_by() == (SignerRole.CLIENT,)
    assert again.form.struck() == (row,)
    assert again.form.day.value() is None

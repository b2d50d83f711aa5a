from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from services.paper_case import a_paper_case, a_plan, a_recipient, sign

from casedesk.domain.case import PartyRole
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.handing import TO_CLIENT, Whom
from casedesk.domain.practice import PaperLanguage, client_languages
from casedesk.domain.problems import NotFound
from casedesk.domain.statute import Statute
from casedesk.services.disclosures import Clearance
from casedesk.ui import wording
from casedesk.ui.preview import printing, saving
from casedesk.ui.preview.dialog import PreviewDialog
from casedesk.ui.widgets.choice_box import ChoiceBox
from casedesk.ui.widgets.tick_box import TickBox

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from casedesk.domain.case import Party, PartyId
    from casedesk.domain.document import Document
    from casedesk.services.paper import Paper
    from casedesk.ui.desk import Desk


@dataclass
class Answers:
    """What the user chooses in the dialogs of the system."""

    folder: Path
    cancels: bool = False
    pages: tuple[int, int] | None = None
    names: list[str] = field(default_factory=list)

    @property
    def printed(self) -> Path:
        return self.folder / "printed.pdf"

    @property
    def saved(self) -> Path:
        return self.folder / "saved.pdf"

    def printer(self, _parent: QWidget, name: str, _pages: int) -> QPrinter | None:
        self.names.append(name)
        if self.cancels:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printing.set_up(printer, name)
        printer.setOutputFileName(str(self.printed))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        if self.pages:
            printer.setPrintRange(QPrinter.PrintRange.PageRange)
            printer.setFromTo(*self.pages)
        return printer

    def file(self, _parent: QWidget, _folder: str, name: str) -> Path | None:
        self.names.append(name)
        return None if self.cancels else self.saved


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path)


@pytest.fixture
def paper(desk: Desk) -> Paper:
    case = a_paper_case(desk.session).case
    a_plan(desk.session, case)
    return desk.session.papers.care_plan(case.id)


@pytest.fixture
def consent_paper(desk: Desk) -> Paper:
    case = a_paper_case(desk.session).case
    consent = desk.session.declarations.new(case.id, ConsentKind.RELEASE)
    return desk.session.papers.consent_set([consent.id])


def a_preview(
    qtbot: QtBot, desk: Desk, shown: Paper | Document, answers: Answers
) -> PreviewDialog:
    dialog = PreviewDialog(
        shown, desk, ask_printer=answers.printer, ask_file=answers.file
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.is_shown)
    if dialog.whom.handing() is None:
        dialog.whom.choose(Whom.CLIENT)
    return dialog


def language_box(dialog: PreviewDialog) -> ChoiceBox:
    boxes = dialog.findChildren(ChoiceBox)
    [box] = [b for b in boxes if b.accessibleName() == "Language of the paper"]
    return box


def documents(desk: Desk, paper: Paper) -> list[Document]:
    return desk.session.documents.of_case(paper.case_id)


def test_the_paper_is_shown_and_closing_files_nothing(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)

    QTest.keyClick(dialog, Qt.Key.Key_Escape)

    assert dialog.pages().document.pageCount() > 1
    assert dialog.isHidden()
    assert documents(desk, paper) == []


def test_saving_writes_the_pages_and_files_them(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)

    with qtbot.waitSignal(dialog.filed):
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    [document] = documents(desk, paper)
    assert answers.saved.read_bytes() == desk.session.documents.pdf(document.id)
    assert answers.names == [document.file_name]
    assert "Saved as saved.pdf. Filed in the case on" in dialog.notice()
    assert [path.name for path in answers.folder.glob("saved*")] == ["saved.pdf"]


def test_saving_and_printing_files_the_paper_once(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)

    dialog.save()
    dialog.print_out()
    qtbot.waitUntil(dialog.is_ready, timeout=20_000)

    assert len(documents(desk, paper)) == 1
    assert "Sent to the printer." in dialog.notice()


def test_printing_paints_every_page_on_a4_under_a_neutral_name(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)

    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.is_ready, timeout=20_000)

    reader = PdfReader(BytesIO(answers.printed.read_bytes()))
    assert len(reader.pages) == dialog.pages().document.pageCount()
    assert round(float(reader.pages[0].mediabox.width)) == 595
    assert reader.metadata is not None
    assert "Brunner" not in str(dict(reader.metadata))
    assert paper.number in str(reader.metadata.title)


def test_only_the_wanted_pages_are_printed(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    answers.pages = (2, 2)
    dialog = a_preview(qtbot, desk, paper, answers)

    dialog.print_out()
    qtbot.waitUntil(dialog.is_ready, timeout=20_000)

    assert len(PdfReader(BytesIO(answers.printed.read_bytes())).pages) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_fails_is_told_and_the_window_stays(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers, told: list[str]
) -> None:
    answers.folder = answers.folder / "missing"
    dialog = a_preview(qtbot, desk, paper, answers)

    dialog.print_out()
    qtbot.waitUntil(lambda: bool(told))

    assert "The printer did not take the paper." in told[0]
    assert dialog.is_ready()


def test_the_window_does_not_close_while_it_prints(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)

    dialog.print_out()
    dialog.close()

    assert dialog.isVisible()
    qtbot.waitUntil(dialog.is_ready, timeout=20_000)
    dialog.close()
    assert dialog.isHidden()


def test_thinking_better_of_it_files_nothing(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    answers.cancels = True
    dialog = a_preview(qtbot, desk, paper, answers)

    dialog.save()
    dialog.print_out()

    assert documents(desk, paper) == []
    assert len(answers.names) == 2


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers, told: list[str]
) -> None:
    answers.folder = answers.folder / "missing"
    dialog = a_preview(qtbot, desk, paper, answers)

    dialog.save()

    assert told == [
        "The file could not be written there. Is the disk full, or the folder "
        "protected? Choose another place; the paper itself is safe in the case."
    ]


def test_a_file_that_exists_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"former content")

    saving.write(path, b"new", Clearance(sha256=sha256(b"new").hexdigest()))

    assert path.read_bytes() == b"new"


def test_a_paper_whose_number_was_taken_is_told_and_not_saved(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers, told: list[str]
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)
    papers = desk.session.papers
    papers.issue(papers.care_plan(paper.case_id), b"other", TO_CLIENT)

    dialog.save()

    assert "a number that is taken" in told[0].replace("\n", " ")
    assert not answers.saved.exists()


def test_another_language_sets_the_paper_again(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)
    box = language_box(dialog)

    box.set_value(PaperLanguage.EN)
    box.edited.emit()
    qtbot.waitUntil(dialog.is_ready)
    dialog.save()

    assert documents(desk, paper)[0].language is PaperLanguage.EN


def test_a_consent_paper_is_offered_in_every_language_of_a_client(
    qtbot: QtBot, desk: Desk, consent_paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, consent_paper, answers)
    box = language_box(dialog)

    offered = [box.itemText(row) for row in range(box.count())]

    languages = client_languages(desk.session.practice.get())
    assert offered == [wording.label(language) for language in languages]
    assert len(offered) == 5


def test_a_plan_is_offered_in_the_languages_of_the_window(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)
    box = language_box(dialog)

    offered = [box.itemText(row) for row in range(box.count())]

    languages = (PaperLanguage.DE_CH, PaperLanguage.EN)
    assert offered == [wording.label(language) for language in languages]


def test_the_information_sheet_can_be_left_out(
    qtbot: QtBot, desk: Desk, consent_paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, consent_paper, answers)
    pages = dialog.pages().document.pageCount()
    [tick] = dialog.findChildren(TickBox)

    tick.set_value(False)
    tick.edited.emit()
    qtbot.waitUntil(dialog.is_ready)

    assert dialog.pages().document.pageCount() < pages


def test_keys_turn_the_pages(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)

    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    after_down = dialog.pages().page()
    QTest.keyClick(dialog, Qt.Key.Key_PageUp)

    assert after_down == 1
    assert dialog.pages().page() == 0


def test_zooming_and_fitting_keep_the_page(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)
    buttons = dialog.pages().findChildren(QPushButton)

    for words in ("+", "−", "Fit width"):
        [act] = [each for each in buttons if each.text() == words]
        act.click()

    assert dialog.pages().page() == 0


def test_a_filed_document_is_shown_saved_again_and_not_filed_again(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    pdf = paper.render()
    document = desk.session.papers.issue(paper, pdf, TO_CLIENT).document
    dialog = a_preview(qtbot, desk, document, answers)

    dialog.save()

    assert answers.saved.read_bytes() == pdf
    assert documents(desk, paper) == [document]
    assert "Filed in the case on" in dialog.notice()


def test_the_names_of_people_are_no_markup(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)

    formats = {label.textFormat() for label in dialog.findChildren(QLabel)}

    assert formats == {Qt.TextFormat.PlainText}


def test_our_printer_is_a4_to_the_edge(qtbot: QtBot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)

    printing.set_up(printer, "CD-2026-0001-P1")

    assert printer.fullPage()
    assert printer.pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    assert printer.docName() == "CD-2026-0001-P1"


def test_a_paper_that_cannot_be_set_is_told_in_the_preview(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers, told: list[str]
) -> None:
    def fails() -> bytes:
        raise NotFound

    broken = replace(paper, render=fails)

    dialog = PreviewDialog(broken, desk, ask_file=answers.file)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)

    qtbot.waitUntil(lambda: len(told) == 1)
    assert dialog.notice() == "The paper could not be set; nothing was filed."
    assert not dialog.is_ready()


def allow(desk: Desk, party: Party, *categories: DataCategory) -> None:
    declarations = desk.session.declarations
    consent = declarations.new(party.case_id, ConsentKind.RELEASE)
    item = a_recipient(desk.session, consent, party, Direction.PASS_ON)
    desk.session.consent_items.change(item.id, categories=categories, means=())
    sign(desk.session, consent.id)


def party_with(desk: Desk, paper: Paper, role: PartyRole) -> Party:
    parties = desk.session.parties.of(case_id=paper.case_id)
    return next(party for party in parties if role in party.roles)


def choose(qtbot: QtBot, dialog: PreviewDialog, whom: Whom | PartyId) -> None:
    dialog.whom.choose(whom)
    qtbot.waitUntil(dialog.is_shown)


def test_a_plan_can_be_given_out_only_when_it_is_said_for_whom(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = PreviewDialog(paper, desk, ask_file=answers.file)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.is_shown)

    dialog.save()

    assert not dialog.is_ready()
    assert "Choose for whom" in dialog.notice()
    assert documents(desk, paper) == []
    choose(qtbot, dialog, Whom.OWN_FILE)
    assert dialog.is_ready()


def test_who_usually_gets_a_paper_is_proposed(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = PreviewDialog(replace(paper, usually_for=Whom.CLIENT), desk)
    qtbot.addWidget(dialog)

    assert dialog.whom.whom.value() == Whom.CLIENT
    offered = dialog.whom.whom.count()
    other = a_preview(qtbot, desk, paper, answers)
    assert other.whom.whom.count() == offered


def test_who_may_not_know_anything_gets_nothing(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)
    choose(qtbot, dialog, party_with(desk, paper, PartyRole.PHYSICIAN).id)

    dialog.save()
    dialog.print_out()

    assert not dialog.is_ready()
    assert "No release in force covers it." in dialog.whom.answer.words.text()
    assert not answers.saved.exists()
    assert not answers.printed.exists()
    assert documents(desk, paper) == []


def test_somebody_gets_what_is_allowed_and_the_log_says_so(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    doctor = party_with(desk, paper, PartyRole.PHYSICIAN)
    allow(desk, doctor, DataCategory.IDENTITY, DataCategory.HOUSING_FAMILY)
    dialog = a_preview(qtbot, desk, paper, answers)
    choose(qtbot, dialog, doctor.id)

    dialog.save()

    saved = " ".join(
        page.extract_text()
        for page in PdfReader(BytesIO(answers.saved.read_bytes())).pages
    )
    assert "Ziel Nummer 0" in saved
    assert "Nach dem Spital" not in saved
    assert dialog.whom.left_out.isVisible()
    [line] = desk.session.disclosure_log.of(case_id=paper.case_id)
    assert DataCategory.HEALTH in line.left_out
    assert "Written into the log" in dialog.notice()


def test_printing_and_saving_for_the_same_somebody_is_logged_once(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    doctor = party_with(desk, paper, PartyRole.PHYSICIAN)
    allow(desk, doctor, *DataCategory)
    nurse = party_with(desk, paper, PartyRole.CARE_SERVICE)
    allow(desk, nurse, *DataCategory)
    dialog = a_preview(qtbot, desk, paper, answers)
    choose(qtbot, dialog, doctor.id)

    dialog.save()
    dialog.save()
    choose(qtbot, dialog, nurse.id)
    dialog.save()

    lines = desk.session.disclosure_log.of(case_id=paper.case_id)
    assert [line.party_id for line in lines] == [nurse.id, doctor.id]


def test_by_law_it_goes_whole_and_is_marked(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, paper, answers)
    choose(qtbot, dialog, party_with(desk, paper, PartyRole.PHYSICIAN).id)
    dialog.whom.answer.by_law.click()
    law = dialog.whom.answer.law
    assert law is not None
    law.rule.set_value(Statute.CH_ADULT_PROTECTION)
    law.reason.set_value("Gefahr")
    law.confirmed.click()
    qtbot.waitUntil(dialog.is_shown)

    dialog.save()

    [line] = desk.session.disclosure_log.of(case_id=paper.case_id)
    assert line.is_without_consent
    assert line.left_out == ()


def test_an_issued_plan_asks_again_for_whom_it_is(
    qtbot: QtBot, desk: Desk, paper: Paper, answers: Answers
) -> None:
    pdf = paper.render()
    document = desk.session.papers.issue(paper, pdf, TO_CLIENT).document
    doctor = party_with(desk, paper, PartyRole.PHYSICIAN)
    dialog = a_preview(qtbot, desk, document, answers)
    choose(qtbot, dialog, doctor.id)
    blocked = dialog.is_ready()
    allow(desk, doctor, *DataCategory)
    choose(qtbot, dialog, doctor.id)

    dialog.save()

    assert not blocked
    assert answers.saved.read_bytes() == pdf
    [line] = desk.session.disclosure_log.of(case_id=paper.case_id)
    assert line.document_id == document.id


def test_declarations_are_offered_to_nobody_but_the_client(
    qtbot: QtBot, desk: Desk, consent_paper: Paper, answers: Answers
) -> None:
    dialog = a_preview(qtbot, desk, consent_paper, answers)

    assert dialog.whom.whom.value() is Whom.CLIENT
    offered = [
        dialog.whom.whom.itemText(each) for each in range(dialog.whom.whom.count())
    ]
    assert offered == ["", "for the client", "for the own file"]

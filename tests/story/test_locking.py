"""Whatever is on the screen, a lock takes it away; unlocking leads back to it."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import a_clock, a_practice
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from services.paper_case import a_paper_case, a_recipient, sign
from story import first_case as step
from ui.keys import type_text

from casedesk.domain.backup import BackupStopped
from casedesk.domain.consent import ConsentKind, Direction
from casedesk.domain.data_category import DataCategory
from casedesk.domain.disclosure import Facts
from casedesk.domain.permission import Channel, Question
from casedesk.services import vaults
from casedesk.ui.main_window import MainWindow
from casedesk.ui.places import Page, Place
from casedesk.ui.preview import printing, saving
from casedesk.ui.start.window import StartWindow
from casedesk.ui.widgets.field_cell import FieldCell
from casedesk.ui.widgets.text_line import TextLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from services.paper_case import PaperCase
    from story.desk_worker import Worker

    from casedesk.domain.case import CaseId
    from casedesk.security.keys import VaultKey
    from casedesk.services.session import Session
    from casedesk.ui.application import Application
    from casedesk.ui.consents.page import ConsentsPage

    Maker = Callable[[MainWindow, PaperCase], QDialog]

# Menus do; the offscreen platform has no keyboard.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

UI = Path(__file__).parents[2] / "src" / "casedesk" / "ui"
MOMENT_MS = 50
# What is shown before there is a vault to be locked.
BEFORE = {"Assistant", "RecoveryDialog", "StartWindow"}


def backups(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.backups.dialog import BackupsDialog

    desk = window._desk
    return BackupsDialog(desk, window._dialogs._backup_runner(desk), window)


def restored(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.services.backup_work import Restored
    from casedesk.ui.backups.restored_dialog import RestoredDialog

    now = window._session.backups.holdings()
    beside = Restored(path=window._session.path.with_suffix(".old"), holdings=now)
    return RestoredDialog(beside, now, window)


def changes(window: MainWindow, case: PaperCase) -> QDialog:
    from casedesk.ui.changes.dialog import ChangesDialog

    return ChangesDialog(window._session.clients, case.case.client_id, window)


def removed(window: MainWindow, case: PaperCase) -> QDialog:
    from casedesk.ui.changes.removed_dialog import RemovedDialog

    return RemovedDialog(window._session.removed, case.case.id, window)


def help_on_page(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.window.help import HelpDialog

    return HelpDialog(Page.TODAY, window)


def pick(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.network.pick_dialog import PickDialog

    return PickDialog(window._session, "Pick", parent=window)


def change_passphrase(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.start.change_passphrase import ChangePassphraseDialog

    window.passphrase_wanted.emit()
    [dialog] = window.findChildren(ChangePassphraseDialog)
    return dialog


def preferences(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.settings.preferences_dialog import PreferencesDialog

    return PreferencesDialog(window._desk, window._dialogs._preferences, window)


def new_client(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.clients.new_client_dialog import NewClientDialog

    return NewClientDialog(window._desk, window)


def exchange(window: MainWindow, case: PaperCase) -> QDialog:
    from casedesk.ui.disclosures.exchange_dialog import ExchangeDialog

    return ExchangeDialog(window._desk, case.case.id, parent=window)


def laws(window: MainWindow, case: PaperCase) -> QDialog:
    from casedesk.ui.disclosures.laws_dialog import LawsDialog

    return LawsDialog(window._desk, case.case.id, window)


def a_release_on_its_page(window: MainWindow, case: PaperCase) -> ConsentsPage:
    from casedesk.ui.consents.page import ConsentsPage

    session = window._session
    consent = session.declarations.new(case.case.id, ConsentKind.RELEASE)
    a_recipient(session, consent, case.doctor, Direction.BOTH)
    session.declarations.change(consent.id, explained_on=session.clock.today())
    place = Place(page=Page.CONSENTS, case_id=case.case.id, subject_id=consent.id)
    window.go(place)
    [page] = window.findChildren(ConsentsPage)
    return page


def opened(dialog: QDialog | None) -> QDialog:
    assert dialog is not None
    return dialog


def note_signature(window: MainWindow, case: PaperCase) -> QDialog:
    return opened(a_release_on_its_page(window, case).note_signature())


def sign_on_screen(window: MainWindow, case: PaperCase) -> QDialog:
    return opened(a_release_on_its_page(window, case).sign_on_screen())


def withdraw(window: MainWindow, case: PaperCase) -> QDialog:
    page = a_release_on_its_page(window, case)
    [consent] = window._session.consents.of(case_id=case.case.id)
    sign(window._session, consent.id)
    page.refresh()
    return opened(page.note_withdrawal())


def told(window: MainWindow, case: PaperCase) -> QDialog:
    from casedesk.ui.consents.told_dialog import ToldDialog

    session = window._session
    today = session.clock.today()
    consent = session.declarations.new(case.case.id, ConsentKind.RELEASE)
    a_recipient(session, consent, case.doctor, Direction.BOTH)
    sign(session, consent.id)
    question = Question(
        party_id=case.doctor.id,
        direction=Direction.PASS_ON,
        categories=(DataCategory.MEDICATION,),
        day=today,
        channel=Channel.PHONE,
    )
    facts = Facts(happened_at=session.clock.now(), purpose="Dosett")
    session.disclosures.record(case.case.id, question, facts)
    [notice] = session.withdrawals.withdraw(consent.id, today, "am Telefon")
    return ToldDialog(session, notice, "Dr. Ömer Şahin", window)


def receipts(window: MainWindow, case: PaperCase) -> QDialog:
    from casedesk.ui.consents.receipt_line import ReceiptsDialog

    return ReceiptsDialog(window._desk, case.case.id, window)


def tray(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.scans.tray_dialog import TrayDialog

    return TrayDialog(window._desk, window)


def compare(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.scans.check_dialog import CheckDialog

    path = window._session.path.with_name("unknown.pdf")
    path.write_bytes(b"no paper of ours")
    return CheckDialog(path, window._desk, window)


def read_in(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.scans.receive_dialog import ReceiveDialog

    return ReceiveDialog([], window._desk, window)


def preview(window: MainWindow, case: PaperCase) -> QDialog:
    from casedesk.ui.preview.dialog import PreviewDialog

    paper = window._session.papers.care_plan(case.case.id)
    return PreviewDialog(paper, window._desk, window)


def sheet(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.preview.sheet_dialog import SheetDialog

    folder = window._session.backups.state().local_folder
    sheet = window._session.recovery.emergency_sheet(backups=folder)
    return SheetDialog(sheet, window._desk.jobs, window)


def sheet_offer(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.recovery.sheet_offer import SheetOffer

    return SheetOffer(window._session, window._desk.jobs, window, asks=True)


def delete(window: MainWindow, case: PaperCase) -> QDialog:
    from casedesk.ui.bin.delete_dialog import DeleteDialog

    return DeleteDialog(window._desk, case.case.client_id, window)


def bin_of_window(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.bin.bin_dialog import BinDialog

    return BinDialog(window._desk, window)


def trail(window: MainWindow, _case: PaperCase) -> QDialog:
    from casedesk.ui.trail.dialog import TrailDialog

    return TrailDialog(window._session.trail, window)


def question(window: MainWindow, _case: PaperCase) -> QDialog:
    return QMessageBox(QMessageBox.Icon.Question, "", "Really?", parent=window)


def dialog_over_a_dialog(window: MainWindow, case: PaperCase) -> QDialog:
    lower = preferences(window, case)
    lower.open()
    return QInputDialog(lower)


MAKERS: dict[str, Maker] = {
    "BackupsDialog": backups,
    "RestoredDialog": restored,
    "ChangesDialog": changes,
    "RemovedDialog": removed,
    "HelpDialog": help_on_page,
    "PickDialog": pick,
    "ChangePassphraseDialog": change_passphrase,
    "PreferencesDialog": preferences,
    "NewClientDialog": new_client,
    "ExchangeDialog": exchange,
    "LawsDialog": laws,
    "SignDialog": note_signature,
    "ScreenDialog": sign_on_screen,
    "WithdrawDialog": withdraw,
    "ToldDialog": told,
    "ReceiptsDialog": receipts,
    "TrayDialog": tray,
    "CheckDialog": compare,
    "ReceiveDialog": read_in,
    "PreviewDialog": preview,
    "SheetDialog": sheet,
    "SheetOffer": sheet_offer,
    "DeleteDialog": delete,
    "BinDialog": bin_of_window,
    "TrailDialog": trail,
    "a question": question,
    "one over another": dialog_over_a_dialog,
}


@pytest.fixture
def window(application: Application, tmp_path: Path, key: VaultKey) -> MainWindow:
    path = tmp_path / "Praxis.casedesk"
    session = vaults.create(path, key, a_practice(), a_clock())
    application.start()
    application.open_session(session)
    window = application.window()
    assert isinstance(window, MainWindow)
    return window


def shown() -> list[QWidget]:
    return [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def cells_for_words(dialog: QDialog) -> list[FieldCell]:
    return [
        cell
        for cell in dialog.findChildren(FieldCell)
        if isinstance(cell.widget, QPlainTextEdit | TextLine) and cell.isVisible()
    ]


def type_words(dialog: QDialog) -> list[str]:
    """Type something else into each field for words, and say what."""
    typed = []
    for number, cell in enumerate(cells_for_words(dialog)):
        typed.append(f"Qxjvkw{number}")
        type_text(cell.widget, typed[-1])
    return typed


def lies_in(session: Session, words: str) -> bool:
    connection = session._database._connection
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return any(
        words in repr(tuple(row))
        for (table,) in tables.fetchall()
        for row in connection.execute(f"SELECT * FROM {table}")  # noqa: S608
    )


@pytest.mark.parametrize("name", MAKERS)
def test_no_dialog_holds_a_lock_up_and_what_was_typed_is_kept(
    application: Application,
    window: MainWindow,
    key: VaultKey,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()  # message boxes are shown here
    path = window._session.path
    dialog = MAKERS[name](window, a_paper_case(window._session))
    typed: list[str] = []

    def type_and_lock() -> None:
        typed.extend(type_words(dialog))
        application.lock()

    QTimer.singleShot(MOMENT_MS, type_and_lock)

    dialog.exec()  # as if it waited for an answer

    assert application.session() is None
    assert isinstance(application.window(), StartWindow)
    assert shown() == [application.window()]
    if typed:
        session = vaults.unlock(path, key, a_clock())
        kept = [words for words in typed if lies_in(session, words)]
        session.lock()
        assert kept == typed


def test_what_fails_while_the_vault_is_closed_does_not_hold_a_lock_up(
    application: Application, window: MainWindow, told: list[str]
) -> None:
    case = a_paper_case(window._session)
    dialog = backups(window, case)
    QThreadPool.globalInstance().waitForDone()

    def fails() -> None:
        raise BackupStopped

    window._desk.jobs.run(fails, lambda _: None, owner=dialog)
    QThreadPool.globalInstance().waitForDone()  # told to nobody yet

    application.lock()

    assert told == []
    assert not application._entrance.jobs.is_busy()  # it did arrive
    assert shown() == [application.window()]


@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda w: printing.ask_printer(w, "CD", 1), id="printer"),
        pytest.param(lambda w: saving.ask_file(w, "", "CD.pdf"), id="file"),
    ],
)
def test_a_dialog_of_the_system_does_not_hold_a_lock_up(
    application: Application,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    ask: Callable[[QWidget], object],
) -> None:
    monkeypatch.undo()
    QTimer.singleShot(MOMENT_MS, application.lock)

    chosen = ask(window)  # as if it waited for an answer

    assert chosen is None
    assert application.session() is None
    assert shown() == [application.window()]


def test_an_open_menu_does_not_hold_a_lock_up(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    menu = QMenu(window)
    menu.addAction("Anything")
    QTimer.singleShot(MOMENT_MS, application.lock)

    menu.exec()

    assert application.session() is None
    assert shown() == [application.window()]


def closes_always(function: ast.FunctionDef) -> bool:
    """Whether it hands on, whatever the case, what it does before."""
    returns = any(isinstance(each, ast.Return) for each in ast.walk(function))
    handed_on = f"super().{function.name}("
    steps = [ast.unparse(each) for each in function.body]
    return not returns and any(each.startswith(handed_on) for each in steps)


def test_a_dialog_that_may_refuse_to_close_is_tried_here() -> None:
    own = {
        node.name
        for file in UI.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(b, ast.Name) and b.id == "QDialog" for b in node.bases)
        and any(
            isinstance(each, ast.FunctionDef)
            and each.name in ("closeEvent", "reject", "done")
            and not closes_always(each)
            for each in node.body
        )
    }

    assert own <= set(MAKERS) | BEFORE


def test_unlocking_leads_back_to_case_tab_and_cursor(
    worker: Worker, tmp_path: Path
) -> None:
    step.sets_up_a_practice(worker, tmp_path)
    step.takes_in(worker, "Özdemir", "Ayşe", "1951")
    worker.opens_tab("Intake")
    worker.types("concern", "Sie möchte heim, sobald es geht.")
    worker.goes_to("concern")
    field = worker.cell("concern").widget
    assert isinstance(field, QPlainTextEdit)
    cursor = field.textCursor()
    cursor.setPosition(11)
    field.setTextCursor(cursor)
    before = case_of(worker)

    step.locks_and_unlocks(worker)

    worker.waits_for(lambda: isinstance(QApplication.focusWidget(), QPlainTextEdit))
    assert worker.tab().startswith("Intake")
    assert case_of(worker) == before
    field = worker.cell("concern").widget
    assert isinstance(field, QPlainTextEdit)
    assert field.hasFocus()
    assert field.textCursor().position() == 11
    worker.keys("bald ")
    worker.leaves()
    assert worker.reads("concern") == "Sie möchte bald heim, sobald es geht."


def test_a_line_has_its_cursor_back(worker: Worker, tmp_path: Path) -> None:
    step.sets_up_a_practice(worker, tmp_path)
    step.takes_in(worker, "Özdemir", "Ayşe", "1951")
    worker.goes_to("family_name")
    line = worker.cell("family_name").widget
    assert isinstance(line, QLineEdit)
    line.setCursorPosition(3)

    step.locks_and_unlocks(worker)

    worker.waits_for(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    line = worker.cell("family_name").widget
    assert isinstance(line, QLineEdit)
    assert line.hasFocus()
    assert line.cursorPosition() == 3


def case_of(worker: Worker) -> CaseId | None:
    window = worker.application.window()
    assert isinstance(window, MainWindow)
    return window._place.case_id
